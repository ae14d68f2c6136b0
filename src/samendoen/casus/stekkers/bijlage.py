"""What an attachment plugs in: its panel, how its events read, its eraser."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import Bijlage
from samendoen.casus.queries import bijlage
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.kernel.api import wis_bestanden


def meld_aan() -> None:
    """Fill the stekkers of attachments."""
    stekkers.paneel.meld_aan("casus:bijlagen", bijlage.paneel)
    stekkers.adres.meld_aan(events.BIJLAGE, adres)
    stekkers.bestanden.meld_aan("casus.bijlage", bijlage.bekende_bestanden)
    stekkers.soortnaam.meld_aan(events.BIJLAGE, NAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of the casus that the file is of."""
    return reverse("casus", args=[Bijlage.objects.values_list("casus_id", flat=True).get(pk=onderwerp_id)])


def wis(persoon_id: int, wet: str) -> int:
    """Erase every file about this person, and its name."""
    rijen = Bijlage.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(bestand="", naam=None)
    wis_bestanden(list(rijen.values_list("bestand", flat=True)))
    aantal: int = rijen.update(naam=None, afdruk=None, bestand="")
    return aantal


def _toegevoegd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Bijlage toegevoegd (%(soort)s).") % {"soort": gegevens["bestandsoort"]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.BijlageToegevoegd.soort: _toegevoegd,
    events.BijlageVerwijderd.soort: vast(gettext_lazy("Een bijlage is verwijderd.")),
}
WISSER = stekkers.Wisser(("casus.Bijlage",), wis)
NAAM = gettext_lazy("bijlage")

"""What a note plugs in: its panel, how its events read, its eraser."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import Notitie, Notitiepersoon
from samendoen.casus.queries import notitie
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of notes."""
    stekkers.paneel.meld_aan("casus:notities", notitie.paneel)
    stekkers.adres.meld_aan(events.NOTITIE, adres)
    stekkers.soortnaam.meld_aan(events.NOTITIE, NAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of a note."""
    return reverse("notitie", args=Notitie.objects.values_list("casus_id", "nummer").get(pk=onderwerp_id))


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every note about this person: also those about others in it, because nobody can
    tell them apart."""
    over = Notitiepersoon.objects.filter(inwoner_id=persoon_id, wet=wet, over=True).values("notitie")
    rijen = Notitie.objects.filter(pk__in=over).exclude(woorden=None, reden=None)
    aantal: int = rijen.update(woorden=None, reden=None)
    return aantal


def _afgerond(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {"naam": notitie.sjabloonnaam(gegevens["sjabloon"]), "nr": gegevens["nummer"]}
    if gegevens["verbetert"] is not None:
        return _("%(naam)s: verbeterd in notitie %(nr)s.") % woorden
    return _("%(naam)s: notitie %(nr)s.") % woorden


def _ingetrokken(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Notitie %(nr)s is ingetrokken.") % {"nr": gegevens["nummer"]}


def _teruggezet(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Notitie %(nr)s telt weer mee.") % {"nr": gegevens["nummer"]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.NotitieBegonnen.soort: vast(gettext_lazy("Er is een notitie begonnen.")),
    events.NotitieWieGekozen.soort: vast(gettext_lazy("Gekozen over wie een notitie gaat en wie meeleest.")),
    events.NotitieAfgerond.soort: _afgerond,
    events.NotitieVervangen.soort: vast(gettext_lazy("Een notitie is vervangen door een verbeterde versie.")),
    events.NotitieIngetrokken.soort: _ingetrokken,
    events.NotitieTeruggezet.soort: _teruggezet,
    events.NotitieWeggegooid.soort: vast(gettext_lazy("Een concept van een notitie is weggegooid.")),
}
WISSER = stekkers.Wisser(("casus.Notitie",), wis)
NAAM = gettext_lazy("notitie")

"""What case tables plug in: their panels, navigation, how their events read, their eraser."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.definities import tafels
from samendoen.casus.models import Agendapunt, Deling
from samendoen.casus.queries import overlegpunt
from samendoen.casus.queries.overleg import tafelnaam
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie


def meld_aan() -> None:
    """Fill the stekkers of case tables."""
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    stekkers.paneel.meld_aan("casus:overleg", overlegpunt.paneel_casus)
    stekkers.paneel.meld_aan("melding:overleg", overlegpunt.paneel_melding)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase what was said and shared about the household of this person at tables."""
    punten = Agendapunt.objects.filter(dossier__persoon=persoon_id, wet=wet)
    aantal: int = punten.exclude(vraag="", verslag="").update(vraag="", verslag="")
    gedeeld = Deling.objects.filter(dossier__persoon=persoon_id, wet=wet).exclude(wat="", toestemming_op=None)
    return aantal + gedeeld.update(wat="", toestemming_op=None)


def _geagendeerd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Staat op de agenda van: %(tafel)s.") % {"tafel": tafelnaam(gegevens["tafel"])}


def _besproken(gegevens: Gegevens, inhoud: Inhoud) -> str:
    tafel = tafels().get(gegevens["tafel"])
    uitkomst = tafel.uitkomsten().get(gegevens["uitkomst"], "") if tafel else ""
    woorden = {"tafel": tafelnaam(gegevens["tafel"]), "uitkomst": uitkomst or gegevens["uitkomst"]}
    return _("Besproken, %(tafel)s: %(uitkomst)s.") % woorden


def _gedeeld(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["buiten"]:
        return _("Aan een overlegtafel is iets gedeeld met iemand van een andere organisatie.")
    return _("Aan een overlegtafel is iets gedeeld met een collega.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.OverlegGepland.soort: vast(gettext_lazy("Overleg gepland.")),
    events.OverlegGewijzigd.soort: vast(gettext_lazy("Overleg gewijzigd.")),
    events.OverlegAfgezegd.soort: vast(gettext_lazy("Overleg afgezegd.")),
    events.OverlegWeerGepland.soort: vast(gettext_lazy("Het afgezegde overleg gaat toch door.")),
    events.DeelnemerToegevoegd.soort: vast(gettext_lazy("Er zit iemand bij aan tafel.")),
    events.DeelnemerWeggehaald.soort: vast(gettext_lazy("Er zit toch iemand niet aan tafel.")),
    events.PuntGeagendeerd.soort: _geagendeerd,
    events.PuntBesproken.soort: _besproken,
    events.PuntHeropend.soort: vast(gettext_lazy("De bespreking aan een overlegtafel is teruggenomen.")),
    events.PuntVerplaatst.soort: vast(gettext_lazy("Verplaatst naar een ander overleg.")),
    events.GegevensGedeeld.soort: _gedeeld,
    events.DelingIngetrokken.soort: vast(
        gettext_lazy("Dat aan een overlegtafel iets is gedeeld, was een vergissing.")
    ),
}
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Overleg"), "overleggen", Permissie.WERK_ZIEN, 35)
WISSER = stekkers.Wisser(("casus.Agendapunt", "casus.Deling"), wis)

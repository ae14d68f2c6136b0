"""What an investigation plugs in: how its events read, its eraser, and its panel on the page of a casus."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.actions.onderzoekinvoer import Bevindinginvoer, Onderzochteinvoer
from samendoen.casus.models import Bevinding, Onderzochte, Verslagbrief, Verslagdeel
from samendoen.casus.queries import onderzoek
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of the investigation."""
    stekkers.paneel.meld_aan("casus:onderzoek", onderzoek.paneel)
    stekkers.soortnaam.meld_aan(events.ONDERZOEK, NAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of what was found with this person, and of every letter about or to them."""
    van = {"inwoner_id": persoon_id, "wet": wet}
    leeg = dict.fromkeys(Bevindinginvoer.TEKSTEN, "")
    return (
        Onderzochte.objects.filter(**van).update(**dict.fromkeys(Onderzochteinvoer.TEKSTEN, ""))
        + Bevinding.objects.filter(**van).update(**leeg, aanbod=[], cijfer=None, cijfer_later=None)
        + Verslagdeel.objects.filter(**van, blokken__isnull=False).update(blokken=None)
        + Verslagbrief.objects.filter(**van, kader__isnull=False).update(kader=None)
    )


def _verstuurd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    aantal = len(gegevens["ontvangers"])
    if aantal == 1:
        return _("Het verslag van het onderzoek is verstuurd.")
    return _("Het verslag van het onderzoek is verstuurd, aan %(n)s mensen.") % {"n": aantal}


def _melding(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Melding %(nr)s is meegenomen in het onderzoek.") % {"nr": gegevens["melding"]}


def _losgelaten(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Melding %(nr)s hoort niet meer bij het onderzoek.") % {"nr": gegevens["melding"]}


def _begonnen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["kopie_van"] is not None:
        return _("Onderzoek begonnen, als kopie van een eerder onderzoek.")
    return _("Onderzoek begonnen.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.OnderzoekBegonnen.soort: _begonnen,
    events.OnderzoekMeldingMeegenomen.soort: _melding,
    events.OnderzoekMeldingLosgelaten.soort: _losgelaten,
    events.LeefgebiedenGekozen.soort: vast(gettext_lazy("Gekozen waar we in het onderzoek naar kijken.")),
    events.BevindingGeschreven.soort: vast(gettext_lazy("Er is aan het onderzoek geschreven.")),
    events.OnderzochteBijgewerkt.soort: vast(gettext_lazy("Er is aan het onderzoek geschreven.")),
    events.CijferLaterGegeven.soort: vast(gettext_lazy("De inwoner gaf achteraf cijfers.")),
    events.VerslagVerstuurd.soort: _verstuurd,
    events.OnderzoekWeggegooid.soort: vast(gettext_lazy("Het onderzoek is weggegooid.")),
}
WISSER = stekkers.Wisser(
    ("casus.Onderzochte", "casus.Bevinding", "casus.Verslagbrief", "casus.Verslagdeel"), wis
)
NAAM = gettext_lazy("onderzoek")

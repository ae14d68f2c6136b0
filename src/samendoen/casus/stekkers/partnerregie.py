"""What direction at a partner plugs in: its panel, how its events read, its eraser, and its rule."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import Partnerregie
from samendoen.casus.queries import partnerregie, taken
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kaart.api import organisaties
from samendoen.kernel import stekkers
from samendoen.organisatie.api import leefgebieden


def meld_aan() -> None:
    """Fill the stekkers of direction at a partner."""
    stekkers.paneel.meld_aan("casus:partnerregie", partnerregie.paneel)
    stekkers.taakregel.meld_aan(REGEL.code, REGEL)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase who was asked at a partner and what was agreed about the household of this person."""
    rijen = Partnerregie.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(contact="", afspraak="")
    aantal: int = rijen.update(contact="", afspraak="")
    return aantal


def _begonnen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    nummer, gebied = gegevens["organisatie"], gegevens["leefgebied"]
    bij = organisaties([nummer]).get(nummer)
    return _("De regie over %(gebied)s ligt nu bij %(wie)s. De rest blijft bij de regisseur.") % {
        "gebied": str(leefgebieden().get(gebied, gebied)).lower(),
        "wie": bij.naam if bij else _("een partner"),
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.PartnerregieBegonnen.soort: _begonnen,
    events.PartnerregieBekeken.soort: vast(
        gettext_lazy("Samen met de partner gekeken hoe het gaat; de regie blijft daar.")
    ),
    events.PartnerregieBeeindigd.soort: vast(
        gettext_lazy("De regie is terug bij de regisseur: de partner voert haar niet meer.")
    ),
}
WISSER = stekkers.Wisser(("casus.Partnerregie",), wis)
REGEL = stekkers.Taakregel(
    taken.PARTNERREGIE,
    "De dag komt om met een partner te kijken hoe het gaat.",
    partnerregie.te_bekijken,
    partnerregie.herleid,
)

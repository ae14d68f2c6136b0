"""What a consultation plugs in: its panel, how its events read, its eraser."""

from django.utils.translation import gettext_lazy

from samendoen.casus import events
from samendoen.casus.models import Consultatie
from samendoen.casus.queries import consultatie
from samendoen.casus.stekkers.zinnen import vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of a consultation."""
    stekkers.paneel.meld_aan("casus:consultatie", consultatie.paneel)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase what an expert was asked about the household of this person."""
    rijen = Consultatie.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(waarvoor="")
    aantal: int = rijen.update(waarvoor="")
    return aantal


ZINNEN: dict[str, stekkers.Zin] = {
    events.ConsultatieBegonnen.soort: vast(gettext_lazy("Een deskundige leest mee.")),
    events.ConsultatieBeeindigd.soort: vast(gettext_lazy("Een deskundige leest niet langer mee.")),
}
WISSER = stekkers.Wisser(("casus.Consultatie",), wis)

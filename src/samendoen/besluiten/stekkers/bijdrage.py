"""What the own contribution plugs in: its list, how its events read, its eraser."""

from django.utils.translation import gettext_lazy

from samendoen.besluiten import events
from samendoen.besluiten.models import Vrijstelling
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import vaste_zin


def meld_aan() -> None:
    """Fill the stekkers of the own contribution."""
    stekkers.navigatie.meld_aan("bijdrage", NAVIGATIE)
    stekkers.soortnaam.meld_aan(events.VRIJSTELLING, SOORTNAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase why this person was exempt."""
    rijen = Vrijstelling.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(grond="")
    aantal: int = rijen.update(grond="")
    return aantal


ZINNEN: dict[str, stekkers.Zin] = {
    events.VrijstellingVastgelegd.soort: vaste_zin(gettext_lazy("Vrijgesteld van de eigen bijdrage.")),
    events.VrijstellingBeeindigd.soort: vaste_zin(
        gettext_lazy("De vrijstelling van de eigen bijdrage krijgt een andere einddatum.")
    ),
    events.VrijstellingIngetrokken.soort: vaste_zin(
        gettext_lazy("De vrijstelling van de eigen bijdrage was een vergissing.")
    ),
}
MODELLEN = ("besluiten.Vrijstelling",)
SOORTNAAM = gettext_lazy("vrijstelling")
NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Eigen bijdrage"), "bijdrage", Permissie.GELD_ZIEN, 44, onder="besluiten"
)

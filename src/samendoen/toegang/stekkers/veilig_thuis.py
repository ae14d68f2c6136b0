"""What reports from Veilig Thuis plug in: their panel and the rule that asks to look at them."""

from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.toegang.queries import veilig_thuis
from samendoen.toegang.rules import VEILIG_THUIS


def meld_aan() -> None:
    """Fill the stekkers of reports from Veilig Thuis."""
    stekkers.taakregel.meld_aan(REGEL.code, REGEL)
    stekkers.paneel.meld_aan("melding:veilig-thuis", veilig_thuis.paneel)
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)


NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Veilig Thuis"), "veilig_thuis", Permissie.WERK_ZIEN, 22, "meldingen"
)
REGEL = stekkers.Taakregel(
    VEILIG_THUIS,
    "Veilig Thuis meldde iets, en nog niemand keek ernaar.",
    veilig_thuis.taken,
    veilig_thuis.herleid,
)

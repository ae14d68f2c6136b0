"""What the year plugs in: the tasks of owners and two pages of Koers."""

from django.utils.translation import gettext_lazy

from samendoen.beleid.events import ACTIVITEIT
from samendoen.beleid.queries import werkronde
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie

KOMT = stekkers.Navigatiepunt(
    gettext_lazy("Wat komt eraan"), "koers_komt", Permissie.BELEID_BEHEREN, 72, onder="koers"
)
GOEDKEUREN = stekkers.Navigatiepunt(
    gettext_lazy("Goedkeuren"), "koers_goedkeuren", Permissie.BELEID_PUBLICEREN, 73, onder="koers"
)
VRAAG = stekkers.Taakregel(
    werkronde.VRAAG,
    "De eigenaar van een activiteit geeft voor een rapportdag rekenschap.",
    werkronde.vragen,
    werkronde.herleid,
)
GEMIST = stekkers.Taakregel(
    werkronde.GEMIST,
    "Na een rapportdag ligt wat ontbreekt ook bij de adviseur.",
    werkronde.gemist,
    werkronde.herleid,
)


def meld_aan() -> None:
    """Fill the stekkers of the year."""
    stekkers.navigatie.meld_aan("koers_komt", KOMT)
    stekkers.navigatie.meld_aan("koers_goedkeuren", GOEDKEUREN)
    for regel in (VRAAG, GEMIST):
        stekkers.taakregel.meld_aan(regel.code, regel)
    stekkers.soortnaam.meld_aan(ACTIVITEIT, ACTIVITEITNAAM)


ACTIVITEITNAAM = gettext_lazy("activiteit van het beleidsplan")

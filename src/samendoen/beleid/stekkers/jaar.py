"""What the year plugs in: the tasks of owners, how their activities are called, and two pages of Koers."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy

from samendoen.beleid.events import ACTIVITEIT
from samendoen.beleid.models import Activiteit
from samendoen.beleid.queries import werkronde
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie

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
    stekkers.aanduiding.meld_aan(ACTIVITEIT, aanduiding)


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> Mapping[int, str]:
    """Return the titles of activities, for who may see policy."""
    if not door.mag(Permissie.BELEID_ZIEN):
        return {}
    return dict(Activiteit.objects.filter(pk__in=list(onderwerp_ids)).values_list("pk", "titel"))


ACTIVITEITNAAM = gettext_lazy("activiteit van het beleidsplan")

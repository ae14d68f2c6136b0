"""What berichten plugs in."""

from django.core import checks
from django.utils.translation import gettext_lazy

from samendoen.berichten import events
from samendoen.berichten.actions.wissen import wis
from samendoen.berichten.queries import taken
from samendoen.berichten.queries.vormkeuze import vorm
from samendoen.berichten.queries.zinnen import ZINNEN
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.wisser.meld_aan("berichten", WISSER)
    stekkers.soortnaam.meld_aan(events.BERICHT, BERICHTNAAM)
    checks.register(vorm)
    for regel in REGELS:
        stekkers.taakregel.meld_aan(regel.code, regel)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


WISSER = stekkers.Wisser(("berichten.Bericht", "berichten.Berichtregel"), wis)
BERICHTNAAM = gettext_lazy("bericht")
REGELS = (
    stekkers.Taakregel(taken.ALARM, "Met een bericht ging iets mis.", taken.alarmen, taken.herleid),
    stekkers.Taakregel(
        taken.BEVINDING, "Een aanbieder vond iets in ons bericht.", taken.bevindingen, taken.herleid
    ),
    stekkers.Taakregel(
        taken.ZONDER_ANTWOORD,
        "Een aanbieder antwoordt niet op ons bericht.",
        taken.zonder_antwoord,
        taken.herleid,
    ),
    stekkers.Taakregel(
        taken.BEANTWOORDEN,
        "Een bericht van een aanbieder wacht op behandeling.",
        taken.beantwoorden,
        taken.herleid,
    ),
    stekkers.Taakregel(
        taken.ZONDER_BERICHT,
        "Een toewijzing kan niet naar de aanbieder.",
        taken.zonder_bericht,
        taken.herleid_toewijzing,
    ),
)

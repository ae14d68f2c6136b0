"""What looking back plugs in: its panel, how its events read, its eraser, and the rule of what follows."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus import events, feiten
from samendoen.casus.models import Doeluitslag
from samendoen.casus.queries import evaluatie, taken
from samendoen.casus.queries.achter import DOELZAKEN
from samendoen.casus.stekkers.zinnen import Gegevens, Inhoud, vast
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of looking back."""
    stekkers.paneel.meld_aan("casus:evaluatie", evaluatie.paneel)
    stekkers.feit.meld_aan("doeluitslag", feiten.DOELUITSLAG)
    stekkers.zaken.meld_aan("doeluitslag", DOELZAKEN)
    stekkers.feit.meld_aan("uitkomst", feiten.UITKOMST)
    stekkers.taakregel.meld_aan(VERVOLG.code, VERVOLG)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase what this person said while looking back; how far goals were reached stays, as a number."""
    rijen = Doeluitslag.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(woorden="", reden="")
    return rijen.update(woorden="", reden="")


def _vastgelegd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Samen teruggekeken op versie %(nr)s van het plan: %(telling)s.") % {
        "nr": gegevens["plan_versie"],
        "telling": evaluatie.tellingzin(Counter(gegevens["bereikt"])),
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.EvaluatieVastgelegd.soort: _vastgelegd,
    events.EvaluatieIngetrokken.soort: vast(
        gettext_lazy("Een evaluatie is ingetrokken: zij was een vergissing.")
    ),
}
WISSER = stekkers.Wisser(("casus.Doeluitslag", "casus.Uitkomst"), wis)
VERVOLG = stekkers.Taakregel(
    taken.VERVOLG,
    "Bij het terugkijken is afgesproken dat hulp verandert.",
    evaluatie.vervolgtaken,
    evaluatie.herleid_vervolg,
)

"""What casus plugs in: a file for each feature, called here."""

from samendoen.casus.stekkers import (
    bijlage,
    casus,
    consultatie,
    evaluatie,
    meldcode,
    merken,
    notitie,
    onderzoek,
    overdracht,
    overleg,
    partnerregie,
    plan,
    teambord,
)
from samendoen.casus.stekkers.casus import aanduiding
from samendoen.kernel import stekkers

__all__ = ["aanduiding", "meld_aan"]


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    casus.meld_aan()
    plan.meld_aan()
    onderzoek.meld_aan()
    evaluatie.meld_aan()
    overdracht.meld_aan()
    consultatie.meld_aan()
    merken.meld_aan()
    notitie.meld_aan()
    partnerregie.meld_aan()
    teambord.meld_aan()
    meldcode.meld_aan()
    bijlage.meld_aan()
    overleg.meld_aan()
    stekkers.wisser.meld_aan("casus", WISSER)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every feature about this person under this law."""
    return sum(deel.wis(persoon_id, wet) for deel in WISSERS)


# A context has one eraser; each feature erases its own.
WISSERS = (
    plan.WISSER,
    evaluatie.WISSER,
    onderzoek.WISSER,
    overdracht.WISSER,
    consultatie.WISSER,
    merken.WISSER,
    notitie.WISSER,
    partnerregie.WISSER,
    meldcode.WISSER,
    bijlage.WISSER,
    overleg.WISSER,
)
WISSER = stekkers.Wisser(tuple(model for deel in WISSERS for model in deel.modellen), wis)

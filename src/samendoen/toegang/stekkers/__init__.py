"""What the front door plugs in: a file for each feature, called here."""

from samendoen.kernel import stekkers
from samendoen.toegang.stekkers import advies, eropaf, melding, route, veilig_thuis, wachtlijst
from samendoen.toegang.stekkers.melding import aanduiding

__all__ = ["aanduiding", "meld_aan"]


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    melding.meld_aan()
    wachtlijst.meld_aan()
    eropaf.meld_aan()
    veilig_thuis.meld_aan()
    advies.meld_aan()
    route.meld_aan()
    stekkers.wisser.meld_aan("toegang", WISSER)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every feature about this person under this law."""
    return sum(deel.wis(persoon_id, wet) for deel in WISSERS)


# A context has one eraser; each feature erases its own.
WISSERS = (melding.WISSER, wachtlijst.WISSER, eropaf.WISSER, route.WISSER)
WISSER = stekkers.Wisser(tuple(model for deel in WISSERS for model in deel.modellen), wis)

"""What paying adds to the tables of actions: parts of the actions on messages."""

from collections.abc import Callable
from typing import Any

OP_DOSSIER: dict[str, str] = {}
OP_ROL: dict[str, str] = {}
BINNEN = {"besluiten.boek_betalingen", "besluiten.trek_betaling_in"}


def zet_op(wereld: Any) -> dict[str, Any]:
    """Nothing is needed."""
    return {}


ARGUMENTEN: dict[str, Callable[[Any, Any], tuple[Any, ...]]] = {}

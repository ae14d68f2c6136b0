"""What a received message does, by its number. Whoever adds a flow plugs it in here."""

from collections.abc import Callable
from dataclasses import dataclass

from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.bericht import Bevinding
from samendoen.kernel.api import Actor


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A message that passed levels 1 and 2: its row (locked), its value, what levels 3 and 4 found in it."""

    rij: Bericht
    waarde: Waarde
    bevindingen: tuple[Bevinding, ...] = ()


Stroom = Callable[[Actor, Ontvangen], None]
"""Apply the classes of a message in which nothing was found; part of `verwerk`, in its transaction."""

STROMEN: dict[str, Stroom] = {}
"""Number of a message ("305") -> what it does. A number that is not here waits, and is never lost."""

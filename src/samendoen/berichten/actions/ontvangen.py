"""A received message as its flow gets it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.inhoudsopgave import GEEN_OPMERKING
from samendoen.kernel.api import Actor


@dataclass(frozen=True, slots=True)
class Ontvangen:
    """A message that passed levels 1 and 2: its row (locked), its value, and its lines with our verdict.

    `afgewezen` are the paths of the classes in which something was found.
    """

    rij: Bericht
    waarde: Waarde
    regels: Sequence[Berichtregel]
    afgewezen: frozenset[str] = frozenset()

    def goed(self, klasse: str) -> Iterator[tuple[Berichtregel, Groep]]:
        """Yield the lines of a class in which nothing was found, each with what stands there, in order."""
        plekken = {groep.pad: groep for groep in self.waarde.wortel.loop() if groep.naam == klasse}
        for regel in self.regels:
            if regel.klasse == klasse and GEEN_OPMERKING.issuperset(regel.retourcodes):
                yield regel, plekken[regel.pad]


Stroom = Callable[[Actor, Ontvangen], None]
"""Apply the lines of a message in which nothing was found; part of `verwerk`, in its transaction."""

"""Rules of reports from Veilig Thuis: which goes first, and by which day somebody looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from samendoen.toegang.rules.melding import Leeftijdsgroep

VEILIG_THUIS = "veilig-thuis"
"""Code of the task rule."""
# How long back an earlier report counts as one of the same story.
EERDER = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Vtvraag:
    """What the priority looks at: nothing that says who it is."""

    spoed: bool
    kader: str
    leeftijdsgroep: str
    eerder_gemeld: bool

    @property
    def kind(self) -> bool:
        """Return whether it is about a child, by age or else by the law it came in under."""
        return self.leeftijdsgroep == Leeftijdsgroep.KIND or (
            not self.leeftijdsgroep and self.kader == "jeugd"
        )

    @property
    def oudere(self) -> bool:
        """Return whether it is about somebody old."""
        return self.leeftijdsgroep == Leeftijdsgroep.OUDERE


@dataclass(frozen=True, slots=True)
class Voorrangregel:
    """One row of the table. A condition that is None holds for everything."""

    code: str
    naam: str
    binnen_werkdagen: int
    reden: str
    spoed: bool | None = None
    kind: bool | None = None
    oudere: bool | None = None
    eerder_gemeld: bool | None = None

    def past(self, vraag: Vtvraag) -> bool:
        """Tell whether this row holds for a report."""
        return (
            self.spoed in (None, vraag.spoed)
            and self.kind in (None, vraag.kind)
            and self.oudere in (None, vraag.oudere)
            and self.eerder_gemeld in (None, vraag.eerder_gemeld)
        )


def voorrang(regels: Sequence[Voorrangregel], vraag: Vtvraag) -> tuple[int, Voorrangregel]:
    """Return the place (1 goes first) and the row of a report; the last row always holds."""
    return next((nr, regel) for nr, regel in enumerate(regels, start=1) if regel.past(vraag))

"""What was written under which number: from the demo's own marks to ids of the database."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Nummers:
    """Ids of what was written, by the mark (kenmerk) that the seed gave it; organisations by name."""

    organisaties: dict[str, int]
    personen: dict[UUID, int] = field(default_factory=dict)
    meldingen: dict[UUID, int] = field(default_factory=dict)

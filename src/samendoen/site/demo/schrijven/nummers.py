"""What was written under which number: from the demo's own marks to ids of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from samendoen.kernel.api import Actor


@dataclass(slots=True)
class Nummers:
    """Ids of what was written, by the mark (kenmerk) that the seed gave it.

    What exists before the first resident is known by name: organisations and offers on the kaart, users,
    and those of them that act themselves ("": the system).
    `acties` are by casus and mark: a next version has others for the same marks.
    """

    actoren: Mapping[str, Actor]
    organisaties: Mapping[str, int]
    aanbod: Mapping[str, int]
    gebruikers: Mapping[str, int]
    personen: dict[UUID, int] = field(default_factory=dict)
    meldingen: dict[UUID, int] = field(default_factory=dict)
    casussen: dict[UUID, int] = field(default_factory=dict)
    plannen: dict[tuple[UUID, int], int] = field(default_factory=dict)
    acties: dict[tuple[UUID, UUID], int] = field(default_factory=dict)
    aanvragen: dict[UUID, int] = field(default_factory=dict)
    besluiten: dict[UUID, int] = field(default_factory=dict)
    onderzoeken: dict[UUID, int] = field(default_factory=dict)
    paden: dict[UUID, int] = field(default_factory=dict)
    punten: dict[UUID, int] = field(default_factory=dict)

"""A table of counts as a value: dimensions with their hierarchies, innermost counts, margins.

A place (`Plek`) in a table names one node per dimension, in the order of the dimensions.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from math import prod

from samendoen.cijfers.rules.onthulling.drempel import Status

Plek = tuple[str, ...]


@dataclass(frozen=True)
class Dimensie:
    """A dimension: a tree of nodes. `kinderen` holds the children of every node that has them.

    The counts of a node's children add up to its own. `wortel` is the total.
    """

    naam: str
    wortel: str
    kinderen: Mapping[str, tuple[str, ...]]

    @cached_property
    def ouder(self) -> Mapping[str, str]:
        """Return the parent of every node but the root."""
        return {kind: knoop for knoop, kinderen in self.kinderen.items() for kind in kinderen}

    @cached_property
    def knopen(self) -> tuple[str, ...]:
        """Return every node: children before the node itself, so the total comes last."""
        return tuple(self._onder(self.wortel))

    def _onder(self, knoop: str) -> Iterator[str]:
        for kind in self.kinderen.get(knoop, ()):
            yield from self._onder(kind)
        yield knoop

    def is_blad(self, knoop: str) -> bool:
        """Return whether nothing lies below this node."""
        return knoop not in self.kinderen

    def pad(self, knoop: str) -> Iterator[str]:
        """Return the node and all that lie above it, the root last."""
        yield knoop
        while knoop in self.ouder:
            knoop = self.ouder[knoop]
            yield knoop


@dataclass(frozen=True)
class Tabel:
    """Innermost counts with what they are counted over; an innermost place that is not there counts 0.

    Tables that count the same (`telt`) on the same day (`peildatum`) share the cells that they describe
    equally. `vast` says how cells were published before: that cannot be undone. `dicht` are places that may
    not be found out either, though their count is not small.

    `reeks` is what it is a series of (left out: of `telt`): between two days of a series small differences
    are no less secret, also when what is counted has changed a little. `deel_van` names the series of which
    it counts a part: none of its cells can be more than the same cell there. Only what `gelijk` names (left
    out: everything) says the same of both. A table that is not `optelbaar` has no totals: somebody in two of
    its cells is one person.
    """

    naam: str
    dimensies: tuple[Dimensie, ...]
    aantallen: Mapping[Plek, int]
    telt: str = ""
    peildatum: str = ""
    vast: Mapping[Plek, Status] = field(default_factory=dict)
    dicht: frozenset[Plek] = frozenset()
    reeks: str = ""
    deel_van: str = ""
    gelijk: frozenset[str] | None = None
    optelbaar: bool = True

    @cached_property
    def waarden(self) -> Mapping[Plek, int]:
        """Return the count of every place with anything in it, margins included."""
        if not self.optelbaar:
            return {plek: aantal for plek, aantal in self.aantallen.items() if aantal}
        som: dict[Plek, int] = {}
        for plek, aantal in self.aantallen.items():
            paden = (tuple(dim.pad(knoop)) for dim, knoop in zip(self.dimensies, plek, strict=True))
            for boven in product(*paden):
                som[boven] = som.get(boven, 0) + aantal
        return {plek: aantal for plek, aantal in som.items() if aantal}

    def plekken(self) -> Iterator[Plek]:
        """Return every place that is published: innermost ones and margins, empty ones too."""
        alle = product(*(dim.knopen for dim in self.dimensies))
        return alle if self.optelbaar else (plek for plek in alle if self.is_binnenste(plek))

    @property
    def grootte(self) -> int:
        """Return the number of places."""
        return prod(len(dim.knopen) for dim in self.dimensies)

    def is_binnenste(self, plek: Plek) -> bool:
        """Return whether a place is an innermost one."""
        return all(dim.is_blad(knoop) for dim, knoop in zip(self.dimensies, plek, strict=True))

    def omschrijving(self, plek: Plek) -> frozenset[tuple[str, str]]:
        """Return what a place is about: a total of a dimension says nothing, so it is left out."""
        return frozenset(
            (dim.naam, knoop) for dim, knoop in zip(self.dimensies, plek, strict=True) if knoop != dim.wortel
        )

    def vergelijkbaar(self, omschrijving: frozenset[tuple[str, str]]) -> bool:
        """Return whether a place says the same of what this is a part of."""
        return self.gelijk is None or all(naam in self.gelijk for naam, _knoop in omschrijving)

    def optellingen(self, plekken: Mapping[Plek, int]) -> Iterator[tuple[Plek, tuple[Plek, ...]]]:
        """Return every sum among `plekken`: a place and the places below it, per dimension."""
        for plek in plekken if self.optelbaar else ():
            for nummer, dim in enumerate(self.dimensies):
                kinderen = dim.kinderen.get(plek[nummer])
                if kinderen:
                    delen = ((*plek[:nummer], kind, *plek[nummer + 1 :]) for kind in kinderen)
                    yield plek, tuple(deel for deel in delen if deel in plekken)

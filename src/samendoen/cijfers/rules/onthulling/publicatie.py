"""Published tables as a value, and what they tell a reader before he starts to compute."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.stelsel import Stelsel, bouw
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming

Inhoud = int | Status
Grenzen = tuple[int | None, int | None]
"""The smallest and the largest value; None is no limit."""


@dataclass(frozen=True)
class Publicatie:
    """A table with what stands at its places: a count, or how it is hidden.

    An innermost place that is not there counts nobody; a margin that is not there was not published.
    The counts of `tabel` itself are not used.
    """

    tabel: Tabel
    cellen: Mapping[Plek, Inhoud]


def lees_stelsel(
    publicaties: Sequence[Publicatie], bescherming: Bescherming
) -> tuple[Stelsel, tuple[Grenzen, ...]]:
    """Return the system of published tables and between which values each cell lies by its looks alone."""
    bekend = _bekend(publicaties)
    inhouden = [
        {plek: _inhoud(publicatie, plek, bekend) for plek in publicatie.tabel.plekken()}
        for publicatie in publicaties
    ]
    # What is empty takes no part in any sum.
    inhouden = [{plek: wat for plek, wat in inhoud.items() if wat != 0} for inhoud in inhouden]
    stelsel = bouw([publicatie.tabel for publicatie in publicaties], inhouden)
    return stelsel, tuple(_grenzen(wat, bescherming) for wat in stelsel.inhoud)


def _bekend(publicaties: Sequence[Publicatie]) -> Mapping[Hashable, Inhoud]:
    """Return what any of the tables tells about a cell: a count before a mark."""
    gezien: dict[Hashable, set[Inhoud]] = defaultdict(set)
    for publicatie in publicaties:
        for plek, wat in publicatie.cellen.items():
            gezien[_sleutel(publicatie.tabel, plek)].add(wat)
    bekend: dict[Hashable, Inhoud] = {}
    for sleutel, alle in gezien.items():
        open_ = {wat for wat in alle if not isinstance(wat, Status)}
        if len(open_ or alle) == 1:
            bekend[sleutel] = next(iter(open_ or alle))
    return bekend


def _sleutel(tabel: Tabel, plek: Plek) -> Hashable:
    return tabel.telt, tabel.peildatum, tabel.omschrijving(plek)


def _inhoud(publicatie: Publicatie, plek: Plek, bekend: Mapping[Hashable, Inhoud]) -> Inhoud | None:
    """Return what is known of a place: None for a margin that nobody published."""
    hier = publicatie.cellen.get(plek)
    if isinstance(hier, int):
        return hier
    elders = bekend.get(_sleutel(publicatie.tabel, plek))
    if hier is None and elders is None:
        return 0 if publicatie.tabel.is_binnenste(plek) else None
    return hier if elders is None else elders


def _grenzen(wat: Hashable, bescherming: Bescherming) -> Grenzen:
    if isinstance(wat, Status):
        return bescherming.grenzen(wat)
    return (wat, wat) if isinstance(wat, int) else (0, None)

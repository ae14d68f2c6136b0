"""Beside what was published on other days: which counts of now would tell about single people."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from samendoen.cijfers.rules.onthulling.drempel import Status, klein
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel


def naast_eerder(nu: Sequence[Tabel], eerder: Sequence[Tabel], drempel: int) -> list[Tabel]:
    """Return the tables of now, knowing which places may not be found out beside those of other days.

    A count that differs little from the same one of another day tells that difference, unless the other one
    was hidden as small: of that two values at least stay possible, and so they do of the difference. What was
    hidden to protect another (`SECUNDAIR`) counts as known. No more binds two days: so what the tables of
    other days tell by themselves does not change, and those need not be looked at again.
    """
    bekend: dict[Hashable, set[tuple[str, int]]] = defaultdict(set)
    for tabel in eerder:
        for plek, sleutel in _sleutels(tabel):
            if tabel.vast.get(plek) is not Status.PRIMAIR:
                bekend[sleutel].add((tabel.peildatum, tabel.waarden[plek]))
    return [replace(tabel, dicht=frozenset(_dicht(tabel, bekend, drempel))) for tabel in nu]


def _dicht(tabel: Tabel, bekend: Mapping[Hashable, set[tuple[str, int]]], drempel: int) -> Iterator[Plek]:
    for plek, sleutel in _sleutels(tabel):
        for dag, toen in bekend.get(sleutel, ()):
            if dag != tabel.peildatum and klein(abs(tabel.waarden[plek] - toen), drempel):
                yield plek


def _sleutels(tabel: Tabel) -> Iterator[tuple[Plek, Hashable]]:
    for plek in tabel.waarden:
        yield plek, (tabel.reeks or tabel.telt, tabel.omschrijving(plek))

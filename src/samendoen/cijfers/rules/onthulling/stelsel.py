"""One or more tables as one system: cells that several tables share, and the sums that bind them."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel

Relatie = tuple[tuple[int, int], ...]
"""Cells with a factor each: the products add up to zero."""


@dataclass(frozen=True)
class Stelsel:
    """Cells by number. `cellen` gives, per table, the number of the cell at a place.

    Equal descriptions of the same count on the same day with the same content are one cell. A place that is
    not there counts nobody.
    """

    inhoud: tuple[Hashable, ...]
    cellen: tuple[Mapping[Plek, int], ...]
    relaties: tuple[Relatie, ...]
    paren: tuple[tuple[int, int], ...]
    """Cells that describe the same on two days, the earlier one first."""
    delen: tuple[tuple[int, int], ...] = ()
    """Cells of which the first counts a part of what the second counts."""


def bouw(tabellen: Sequence[Tabel], inhouden: Sequence[Mapping[Plek, Hashable]]) -> Stelsel:
    """Return the system of these tables; `inhouden` has the content of every place that may count anybody."""
    nummers: dict[tuple[Hashable, str, Hashable], int] = {}
    cellen: list[dict[Plek, int]] = []
    dagen: dict[Hashable, set[tuple[str, int]]] = defaultdict(set)
    for tabel, inhoud in zip(tabellen, inhouden, strict=True):
        hier = {}
        for plek, wat in inhoud.items():
            over = (tabel.telt, tabel.omschrijving(plek))
            hier[plek] = nummers.setdefault((over, tabel.peildatum, wat), len(nummers))
            dagen[tabel.reeks or tabel.telt, over[1]].add((tabel.peildatum, hier[plek]))
        cellen.append(hier)
    return Stelsel(
        inhoud=tuple(wat for _over, _dag, wat in nummers),
        cellen=tuple(cellen),
        relaties=tuple(dict.fromkeys(_relaties(tabellen, cellen))),
        paren=tuple(_paren(dagen)),
        delen=tuple(dict.fromkeys(_delen(tabellen, cellen))),
    )


def _relaties(tabellen: Sequence[Tabel], cellen: Sequence[Mapping[Plek, int]]) -> Iterator[Relatie]:
    for tabel, hier in zip(tabellen, cellen, strict=True):
        for som, delen in tabel.optellingen(hier):
            yield ((hier[som], -1), *sorted((hier[deel], 1) for deel in delen))


def _delen(tabellen: Sequence[Tabel], cellen: Sequence[Mapping[Plek, int]]) -> Iterator[tuple[int, int]]:
    for deel, hier in zip(tabellen, cellen, strict=True):
        if not deel.deel_van:
            continue
        for geheel, daar in zip(tabellen, cellen, strict=True):
            if (geheel.reeks or geheel.telt, geheel.peildatum) == (deel.deel_van, deel.peildatum):
                per = {geheel.omschrijving(plek): nummer for plek, nummer in daar.items()}
                for plek, nummer in hier.items():
                    over = deel.omschrijving(plek)
                    if over in per and deel.vergelijkbaar(over):
                        yield nummer, per[over]


def _paren(dagen: Mapping[Hashable, set[tuple[str, int]]]) -> Iterator[tuple[int, int]]:
    for keer in dagen.values():
        for (eerder, een), (later, ander) in combinations(sorted(keer), 2):
            if eerder != later:
                yield een, ander

"""The audit of what is published: between which values a reader can place every hidden cell.

It knows no true counts: only what is published, so that it finds what a reader finds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.cijfers.rules.onthulling.drempel import Status, klein
from samendoen.cijfers.rules.onthulling.publicatie import Grenzen, Publicatie, lees_stelsel
from samendoen.cijfers.rules.onthulling.stelsel import Relatie, Stelsel
from samendoen.cijfers.rules.onthulling.tabel import Plek
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming
from samendoen.kernel.api import Domeinfout


@dataclass(frozen=True, slots=True)
class Bereik:
    """What a reader knows of a cell: between which values it lies (None: no limit), and whether that is safe.

    With `met` it is about the difference with the same place in that earlier table.
    """

    tabel: str
    plek: Plek
    status: Status
    ondergrens: int
    bovengrens: int | None
    veilig: bool
    met: str = ""


def controleer(publicaties: Sequence[Publicatie], bescherming: Bescherming) -> tuple[Bereik, ...]:
    """Return the range of every hidden cell, and of every open one that is too small to be open.

    Raises Domeinfout when the tables do not add up.
    """
    stelsel, eigen = lees_stelsel(publicaties, bescherming)
    verschillen, grenzen, relaties = _verschillen(stelsel, eigen)
    bereik = _bereken(grenzen, [*stelsel.relaties, *relaties])
    uit = []
    plaats: dict[int, tuple[str, Plek]] = {}
    for publicatie, cellen in zip(publicaties, stelsel.cellen, strict=True):
        for plek, nummer in cellen.items():
            naam, inhoud = publicatie.tabel.naam, publicatie.cellen.get(plek)
            plaats[nummer] = naam, plek
            laag, hoog = bereik(nummer)
            if isinstance(inhoud, Status):
                veilig = _genoeg(laag, hoog, inhoud, bescherming)
                uit.append(Bereik(naam, plek, inhoud, laag or 0, hoog, veilig))
            elif inhoud is not None and klein(inhoud, bescherming.drempel):
                uit.append(Bereik(naam, plek, Status.OPEN, inhoud, inhoud, False))
    for nummer, (een, ander) in enumerate(verschillen, start=len(eigen)):
        laag, hoog = bereik(nummer)
        if laag is not None and laag == hoog and klein(abs(laag), bescherming.drempel):
            uit.append(Bereik(*plaats[ander], Status.OPEN, laag, hoog, False, plaats[een][0]))
    return tuple(uit)


def _verschillen(
    stelsel: Stelsel, grenzen: Sequence[Grenzen]
) -> tuple[list[tuple[int, int]], list[Grenzen], list[Relatie]]:
    """Return the pairs of cells of which nobody published the difference, the ranges with those of the
    differences behind them, and the sums that bind those."""
    dagen = [(paar, (None, None)) for paar in stelsel.paren]
    # What contradicts itself is no part, whatever was said of it.
    delen = [((deel, heel), (0, None)) for deel, heel in stelsel.delen if _kan(grenzen[deel], grenzen[heel])]
    paren: list[tuple[tuple[int, int], Grenzen]] = [*dagen, *delen]
    relaties: list[Relatie] = [
        ((ander, -1), (een, 1), (nummer, 1))
        for nummer, ((een, ander), _grens) in enumerate(paren, start=len(grenzen))
    ]
    return [paar for paar, _grens in paren], [*grenzen, *(grens for _paar, grens in paren)], relaties


def _kan(deel: Grenzen, geheel: Grenzen) -> bool:
    return deel[0] is None or geheel[1] is None or deel[0] <= geheel[1]


def _bereken(grenzen: Sequence[Grenzen], relaties: Sequence[Relatie]) -> Callable[[int], Grenzen]:
    gevraagd = [nummer for nummer, (laag, hoog) in enumerate(grenzen) if laag is None or laag != hoog]
    from samendoen.cijfers.queries.onthulling.lezer import bereken

    bereiken = bereken(grenzen, relaties, gevraagd)
    if bereiken is None:
        raise Domeinfout(
            "telt_niet_op",
            _("Deze tabellen kunnen niet kloppen: de open cellen tellen niet op tot hun totalen."),
            _("Kijk na of alle cellen uit dezelfde telling komen."),
        )
    return lambda nummer: bereiken.get(nummer, grenzen[nummer])


def _genoeg(laag: int | None, hoog: int | None, status: Status, bescherming: Bescherming) -> bool:
    """Return whether enough values stay possible; of a count that cannot be small two are enough."""
    if laag is None or hoog is None:
        return True
    nodig = 2 if status is Status.SECUNDAIR or laag >= bescherming.drempel else bescherming.mogelijk
    return hoog - laag + 1 >= nodig

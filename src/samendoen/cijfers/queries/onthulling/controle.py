"""The audit of what is published: between which values a reader can place every hidden cell.

It knows no true counts: only what is published, so that it finds what a reader finds.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.cijfers.rules.onthulling.drempel import Status, klein
from samendoen.cijfers.rules.onthulling.publicatie import Grenzen, Publicatie, lees_stelsel
from samendoen.cijfers.rules.onthulling.stelsel import Relatie
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
    # A difference between two days is a cell that nobody published.
    grenzen: list[Grenzen] = [*eigen, *((None, None) for _ in stelsel.paren)]
    relaties = list(stelsel.relaties)
    for nummer, (eerder, later) in enumerate(stelsel.paren, start=len(eigen)):
        relaties.append(((later, -1), (eerder, 1), (nummer, 1)))
    bereik = _bereken(grenzen, relaties)
    uit = []
    for publicatie, cellen in zip(publicaties, stelsel.cellen, strict=True):
        for plek, nummer in cellen.items():
            inhoud = publicatie.cellen.get(plek)
            laag, hoog = bereik(nummer)
            if isinstance(inhoud, Status):
                veilig = _genoeg(laag, hoog, inhoud, bescherming)
                uit.append(Bereik(publicatie.tabel.naam, plek, inhoud, laag or 0, hoog, veilig))
            elif inhoud is not None and klein(inhoud, bescherming.drempel):
                uit.append(Bereik(publicatie.tabel.naam, plek, Status.OPEN, inhoud, inhoud, False))
    plaats = {
        nummer: (publicatie.tabel, plek)
        for publicatie, cellen in zip(publicaties, stelsel.cellen, strict=True)
        for plek, nummer in cellen.items()
    }
    for nummer, (eerder, later) in enumerate(stelsel.paren, start=len(eigen)):
        laag, hoog = bereik(nummer)
        if laag is not None and laag == hoog and klein(abs(laag), bescherming.drempel):
            tabel, plek = plaats[later]
            met = plaats[eerder][0].naam
            uit.append(Bereik(tabel.naam, plek, Status.OPEN, laag, hoog, False, met))
    return tuple(uit)


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

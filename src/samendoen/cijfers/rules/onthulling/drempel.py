"""Which figures would say something about single people, and are therefore hidden."""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum

from samendoen.cijfers.rules.uitdrukking import Sleutel, Uitkomst, Verdeling, Vraag


class Status(StrEnum):
    """How a cell is published."""

    OPEN = "open"
    PRIMAIR = "primair"
    """Hidden because the count itself is small."""
    SECUNDAIR = "secundair"
    """Hidden because a small count could be computed from it."""
    VERBORGEN = "verborgen"
    """Hidden, and the publication does not say which of the two it is."""


def klein(aantal: int, drempel: int) -> bool:
    """Return whether a count is 1 up to `drempel` - 1. Zero is no secret: it is about nobody."""
    return 0 < aantal < drempel


def verborgen(vraag: Vraag, uitkomsten: Sequence[Uitkomst], drempel: int) -> frozenset[int]:
    """Return which answers to hide, by their place: the small ones; of a distribution also enough others."""
    if not isinstance(vraag.maat, Verdeling):
        return frozenset(i for i, uitkomst in enumerate(uitkomsten) if te_klein(uitkomst, drempel))
    rest = [n for n, groep in enumerate(vraag.groepen) if groep.naam != vraag.maat.kolom]
    helen: dict[tuple[Sleutel, ...], list[int]] = defaultdict(list)
    for i, uitkomst in enumerate(uitkomsten):
        helen[tuple(uitkomst.sleutels[n] for n in rest)].append(i)
    return frozenset(
        plaatsen[deel]
        for plaatsen in helen.values()
        for deel in verborgen_delen([uitkomsten[i].teller for i in plaatsen], drempel)
    )


def te_klein(uitkomst: Uitkomst, drempel: int) -> bool:
    """Return whether this figure rests on 1 up to `drempel` - 1 people or cases.

    Of a share neither side may be that small: who is in it nor who is not. Zero is no secret.
    """
    aantallen = [uitkomst.teller]
    if uitkomst.noemer is not None:
        aantallen += [uitkomst.noemer, uitkomst.noemer - uitkomst.teller]
    return any(klein(aantal, drempel) for aantal in aantallen)


def verborgen_delen(tellers: Sequence[int], drempel: int) -> set[int]:
    """Return which parts of one whole to hide, by place: the small ones, and enough others.

    The parts add up to a whole that each share names, so one hidden part alone could be computed from the
    rest: at least two are hidden, and together at least twice the threshold, the smallest first. Where that
    cannot be, all are.
    """
    heel = sum(tellers)
    weg = {i for i, teller in enumerate(tellers) if te_klein(Uitkomst((), teller, heel), drempel)}
    if not weg:
        return weg
    for i in sorted(range(len(tellers)), key=lambda i: tellers[i]):
        if len(weg) > 1 and sum(tellers[n] for n in weg) >= 2 * drempel:
            return weg
        if tellers[i]:
            weg.add(i)
    return weg


def toon_aandeel(erin: Status, erbuiten: Status) -> bool:
    """Return whether a share may be shown, given how the counts of who is in it and who is not are published.

    A share beside its total gives both counts away, so both must be open.
    """
    return erin is Status.OPEN and erbuiten is Status.OPEN


def toon_gemiddelde(aantal: Status) -> bool:
    """Return whether a mean may be shown, given how the number of people it is taken over is published.

    Then a sum is hidden wherever its count is, and no hidden sum follows from the shown ones and a total.
    One person with by far the largest amount is not covered: see docs/onthulling.md.
    """
    return aantal is Status.OPEN

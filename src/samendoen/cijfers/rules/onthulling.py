"""Which figures would say something about single people, and are therefore hidden."""

from collections import defaultdict
from collections.abc import Sequence

from samendoen.cijfers.rules.uitdrukking import Sleutel, Uitkomst, Verdeling, Vraag


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
    return any(0 < aantal < drempel for aantal in aantallen)


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

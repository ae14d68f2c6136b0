"""A good choice without proof, for large tables: the cheapest round per small count, then pruned."""

from collections.abc import Iterable

import numpy as np

from samendoen.cijfers.queries.onthulling.aanval import FOUT, Getallen
from samendoen.cijfers.queries.onthulling.omwegen import Omwegen
from samendoen.cijfers.queries.onthulling.toets import Keus, Toets
from samendoen.cijfers.rules.onthulling.vraagstuk import Keuze

GRATIS = 1e-3
"""What is hidden costs nothing more; but without any price rounds would wander through it."""


def vul_aan(toets: Toets, keus: Keus) -> Keus:
    """Return the choice with as many cells more as the attacker needs to be kept away."""
    keus = keus.copy()
    omwegen = _omwegen(toets)
    for cel in np.nonzero(keus)[0]:
        omwegen.kost(int(cel), GRATIS)
    while True:
        toets.verberg(keus)
        gaten = [gat.cel for gat in toets.gaten()]
        if not gaten:
            return keus
        eerst = keus.sum()
        _verberg_rondes(toets, omwegen, gaten, keus)
        if keus.sum() == eerst:
            _verberg_buren(toets, gaten, keus)


def _omwegen(toets: Toets) -> Omwegen:
    cellen = toets.vraagstuk.cellen
    beweegt = np.array([cel.keuze is not Keuze.OPEN for cel in cellen], float)
    prijzen = [cel.waarde if cel.keuze is Keuze.VRIJ else GRATIS for cel in cellen]
    return Omwegen(
        toets.vraagstuk.relaties, toets.omlaag * beweegt, toets.omhoog * beweegt, np.array(prijzen, float)
    )


def _verberg_rondes(toets: Toets, omwegen: Omwegen, gaten: Iterable[int], keus: Keus) -> None:
    """Hide the cells on the cheapest rounds of these cells."""
    neer, op = np.zeros(len(keus)), np.zeros(len(keus))
    for cel in sorted(gaten, key=lambda cel: -toets.vraagstuk.cellen[cel].waarde):
        if neer[cel] + op[cel] > toets.nodig[cel] - FOUT:
            continue
        for beweging in _goedkoopste(omwegen, cel, toets.nodig[cel]):
            neer, op = np.maximum(neer, -beweging), np.maximum(op, beweging)
            for ander in np.nonzero((np.abs(beweging) > FOUT) & ~keus)[0]:
                omwegen.kost(int(ander), GRATIS)
                keus[ander] = True


def _verberg_buren(toets: Toets, gaten: Iterable[int], keus: Keus) -> None:
    """Hide all that shares a sum with these cells; where that adds nothing, take what is there."""
    for cel in gaten:
        buren = [buur for buur in toets.buren(cel) if toets.vraagstuk.cellen[buur].keuze is Keuze.VRIJ]
        if keus[buren].all():
            toets.nodig[cel] = toets.breedte(cel)
        keus[buren] = True


def _goedkoopste(omwegen: Omwegen, cel: int, nodig: int) -> list[Getallen]:
    """Return the movements, down and up together `nodig`, that cost the least."""
    beste: tuple[float, list[Getallen]] = (np.inf, [])
    for op in range(nodig + 1):
        delen = [omwegen.vind(cel, stap) for stap in (op, op - nodig) if stap]
        gevonden = [deel for deel in delen if deel is not None]
        kosten = sum(prijs for prijs, _beweging in gevonden)
        if len(gevonden) == len(delen) and kosten < beste[0]:
            beste = (kosten, [beweging for _prijs, beweging in gevonden])
    return beste[1]


def snoei(toets: Toets, keus: Keus) -> Keus:
    """Return the choice without what is not needed, the largest counts first. It must hold already."""
    keus = keus.copy()
    toets.verberg(keus)
    cellen = toets.vraagstuk.cellen
    vrij = [cel for cel in map(int, np.nonzero(keus)[0]) if cellen[cel].keuze is Keuze.VRIJ]
    for cel in sorted(vrij, key=lambda cel: -cellen[cel].waarde):
        keus[cel] = not toets.kan_open(cel)
    return keus

"""The public tables of a snapshot, protected together with those of other publications."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from samendoen.cijfers import definities
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.momentopnamen import Peiling, bestand, momentopname
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.onthulling.bescherm import bescherm
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming
from samendoen.cijfers.rules.openbaar import (
    Metingen,
    als_json,
    kenmerk,
    lees_uit,
    maak_tabel,
    telt_op,
    uniek,
)
from samendoen.cijfers.rules.uitdrukking import Meting, Uitkomst, Vraag
from samendoen.kernel.api import Domeinfout

Inhoud = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Geteld:
    """An indicator's public question and its answers in one snapshot."""

    code: str
    vraag: Vraag
    uitkomsten: tuple[Uitkomst, ...]
    metingen: Metingen


def openbare_tabellen(peiling: Peiling, andere: Sequence[Publicatie]) -> dict[str, Inhoud]:
    """Return, per indicator, what is published of this snapshot beside what was published already.

    Only what its definition makes public; an indicator of which this snapshot does not hold the fact is left
    out. `tekort` says that hiding cannot
    protect a table: nothing of it is published.
    """
    beleid = Bescherming(definities.drempel())
    soorten: dict[str, list[Geteld]] = defaultdict(list)
    uit: dict[str, Inhoud] = {}
    for geteld in _tel(peiling):
        if telt_op(geteld.vraag):
            soorten[kenmerk(geteld.vraag)].append(geteld)
        else:
            uit[geteld.code] = _bewaar(
                geteld.vraag, uniek(geteld.vraag, geteld.uitkomsten, beleid.drempel), {}
            )
    for groep in soorten.values():
        uit |= _bescherm(peiling, groep, andere, beleid)
    return dict(sorted(uit.items()))


def _tel(peiling: Peiling) -> Iterator[Geteld]:
    for code, indicator in definities.indicatoren().items():
        if not indicator.openbaar or indicator.feit not in peiling.feiten:
            continue
        gevraagd = vraag(indicator, indicator.weergave.per)
        pad = bestand(peiling, indicator.feit)
        try:
            hash_ = peiling.hashes[indicator.feit]
            yield Geteld(code, gevraagd, bereken(pad, hash_, gevraagd), _metingen(pad, hash_, gevraagd))
        except Domeinfout as fout:
            if fout.fout != "kolom_niet_vastgezet":
                raise


def _metingen(pad: Path, hash_: str, vraag: Vraag) -> Metingen:
    """Return the numbers of a Meting for every choice of its breakdowns: they do not add up."""
    if not isinstance(vraag.maat, Meting):
        return {}
    keuzes = [k for n in range(len(vraag.groepen) + 1) for k in combinations(vraag.groepen, n)]
    return {
        tuple(groep.naam for groep in keuze): {
            u.sleutels: u.meting for u in bereken(pad, hash_, replace(vraag, groepen=keuze))
        }
        for keuze in keuzes
    }


def _bescherm(
    peiling: Peiling, groep: Sequence[Geteld], andere: Sequence[Publicatie], beleid: Bescherming
) -> dict[str, Inhoud]:
    """Protect what counts the same together, beside the same of other days."""
    nu = [_tabel(geteld, peiling, {}) for geteld in groep]
    daar = [
        _tabel(hun, hun_peiling, _vast(hun, hun_peiling, publicatie))
        for publicatie in andere
        for hun_peiling in [momentopname(publicatie.peildatum)]
        for hun in _tel(hun_peiling)
        if any(hun.code == geteld.code and hun.vraag == geteld.vraag for geteld in groep)
        and publicatie.tabellen.get(hun.code, {}).get("vraag") == repr(hun.vraag)
    ]
    beschermd = bescherm([*nu, *daar], beleid)
    zwak = {naam for naam, _plek in beschermd.tekort}
    return {
        geteld.code: {"tekort": True}
        if tabel.naam in zwak
        else _bewaar(geteld.vraag, lees_uit(geteld.vraag, tabel, dicht, geteld.metingen), dicht)
        for geteld, tabel, dicht in zip(groep, nu, beschermd.statussen, strict=False)
    }


def _tabel(geteld: Geteld, peiling: Peiling, vast: Mapping[Plek, Status]) -> Tabel:
    dag = peiling.peildatum.isoformat()
    return maak_tabel(f"{geteld.code} {dag}", geteld.vraag, geteld.uitkomsten, dag, vast)


def _vast(geteld: Geteld, peiling: Peiling, publicatie: Publicatie) -> Mapping[Plek, Status]:
    """Return how every place of a table was published: what was open is known for good."""
    kaal = _tabel(geteld, peiling, {})
    dicht = {tuple(plek): Status(status) for plek, status in publicatie.tabellen[geteld.code]["dicht"]}
    return {plek: dicht.get(plek, Status.OPEN) for plek in kaal.waarden}


def _bewaar(vraag: Vraag, tabellen: Mapping[tuple[str, ...], Any], dicht: Mapping[Plek, Status]) -> Inhoud:
    return {
        "vraag": repr(vraag),
        "dicht": sorted([list(plek), str(status)] for plek, status in dicht.items()),
        "tabellen": {",".join(per): [als_json(cel) for cel in cellen] for per, cellen in tabellen.items()},
    }

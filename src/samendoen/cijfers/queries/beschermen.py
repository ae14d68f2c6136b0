"""The public tables of a snapshot, protected together with those of other publications."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from samendoen.cijfers import definities
from samendoen.cijfers.definities import openbaar as definities_openbaar
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.bladen import bladvragen
from samendoen.cijfers.queries.momentopnamen import Peiling, bestand, momentopname
from samendoen.cijfers.queries.motor import bereken
from samendoen.cijfers.queries.onthulling.bescherm import bescherm
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.onthulling.drempel import Status
from samendoen.cijfers.rules.onthulling.eerder import naast_eerder
from samendoen.cijfers.rules.onthulling.tabel import Plek, Tabel
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming
from samendoen.cijfers.rules.openbaar import (
    Band,
    Metingen,
    als_json,
    lees_uit,
    maak_tabel,
    vraag_uit,
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
    out. `tekort` says that hiding cannot protect a table: nothing of it is published.
    """
    beleid = Bescherming(definities.drempel())
    eerder, onleesbaar = _eerder(andere)
    uit: dict[str, Inhoud] = {}
    for groep in _samen(_tel(peiling)):
        feiten = {geteld.vraag.feit for geteld in groep}
        nu = [_tabel(geteld, peiling, {}) for geteld in groep]
        daar = [tabel for feit, tabel in eerder if feit in feiten]
        uit |= _bescherm(groep, nu, daar, beleid)
    uit |= {code: {"tekort": True} for code in uit.keys() & onleesbaar}
    return dict(sorted(uit.items()))


def openbare_vragen(feiten: Container[str]) -> Iterator[tuple[str, Vraag]]:
    """Yield the code and the question of all that is published of these facts: public indicators, and the
    sheets of people's own questions."""
    for code, indicator in definities.indicatoren().items():
        if indicator.openbaar and indicator.feit in feiten:
            yield code, vraag(indicator, indicator.weergave.per)
    yield from bladvragen(feiten)


def _tel(peiling: Peiling) -> Iterator[Geteld]:
    for code, gevraagd in openbare_vragen(peiling.feiten):
        try:
            yield _geteld(peiling, code, gevraagd)
        except Domeinfout as fout:
            if fout.fout != "kolom_niet_vastgezet":
                raise


def _geteld(peiling: Peiling, code: str, gevraagd: Vraag) -> Geteld:
    pad, hash_ = bestand(peiling, gevraagd.feit), peiling.hashes[gevraagd.feit]
    return Geteld(code, gevraagd, bereken(pad, hash_, gevraagd), _metingen(pad, hash_, gevraagd))


def _eerder(andere: Sequence[Publicatie]) -> tuple[list[tuple[str, Tabel]], set[str]]:
    """Return every table that was published, by the question that was asked then, and with its fact; and the
    codes of which that question cannot be read any more.

    The definition may have changed since, or be gone: what was published is known all the same.
    """
    uit, onleesbaar = list[tuple[str, Tabel]](), set[str]()
    for publicatie in andere:
        peiling = momentopname(publicatie.peildatum)
        for code, inhoud in publicatie.tabellen.items():
            if inhoud.get("tekort"):
                continue
            try:
                geteld = _geteld(peiling, code, vraag_uit(inhoud["vraag"]))
            except ValueError:
                onleesbaar.add(code)
                continue
            tabel = _tabel(geteld, peiling, {})
            dicht = {tuple(plek): Status(status) for plek, status in inhoud["dicht"]}
            vast = {plek: dicht.get(plek, Status.OPEN) for plek in tabel.waarden}
            uit.append((geteld.vraag.feit, replace(tabel, vast=vast)))
    return uit, onleesbaar


def _samen(alle: Iterable[Geteld]) -> list[list[Geteld]]:
    """Return the indicators by what must be protected together: facts that tell about each other."""
    banden = definities_openbaar.koppelingen()
    groepen: list[tuple[set[str], list[Geteld]]] = []
    for geteld in alle:
        feit = geteld.vraag.feit
        if feit not in banden:
            continue  # nobody said what it tells about others: it does not go out
        feiten = {feit, banden[feit].deel_van or feit}
        erbij = [groep for groep in groepen if groep[0] & feiten]
        groepen = [groep for groep in groepen if not groep[0] & feiten]
        leden = [lid for groep in erbij for lid in groep[1]]
        groepen.append((feiten.union(*(groep[0] for groep in erbij)), [*leden, geteld]))
    return [leden for _feiten, leden in groepen]


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
    groep: Sequence[Geteld], nu: Sequence[Tabel], daar: Sequence[Tabel], beleid: Bescherming
) -> dict[str, Inhoud]:
    """Protect what tells about each other together, beside the same of other days."""
    beschermd = bescherm(naast_eerder(nu, daar, beleid.drempel), beleid)
    zwak = {naam for naam, _plek in beschermd.tekort}
    return {
        geteld.code: {"tekort": True}
        if tabel.naam in zwak
        else _bewaar(geteld.vraag, lees_uit(geteld.vraag, tabel, dicht, geteld.metingen), dicht)
        for geteld, tabel, dicht in zip(groep, nu, beschermd.statussen, strict=True)
    }


def _tabel(geteld: Geteld, peiling: Peiling, vast: Mapping[Plek, Status]) -> Tabel:
    dag = peiling.peildatum.isoformat()
    band = definities_openbaar.koppelingen().get(geteld.vraag.feit)
    bekend = Band(band.deel_van, frozenset(band.gelijk)) if band and band.deel_van else None
    return maak_tabel(f"{geteld.code} {dag}", geteld.vraag, geteld.uitkomsten, dag, vast, bekend)


def _bewaar(vraag: Vraag, tabellen: Mapping[tuple[str, ...], Any], dicht: Mapping[Plek, Status]) -> Inhoud:
    return {
        "vraag": repr(vraag),
        "dicht": sorted([list(plek), str(status)] for plek, status in dicht.items()),
        "tabellen": {",".join(per): [als_json(cel) for cel in cellen] for per, cellen in tabellen.items()},
    }

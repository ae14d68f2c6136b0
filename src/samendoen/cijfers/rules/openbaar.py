"""From an indicator's counts to the tables that may leave the house, and what those tables say.

A public table has the breakdowns of the indicator's `weergave`, with every margin. It is protected as one
system of counts: a share as who is in it beside who is not, a distribution as its parts and their whole.
"""

import ast
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Any

from samendoen.cijfers.rules.onthulling.drempel import Status, toon_aandeel
from samendoen.cijfers.rules.onthulling.tabel import Dimensie, Plek, Tabel
from samendoen.cijfers.rules.uitdrukking import (
    Aandeel,
    Aantal,
    Bereik,
    EenVan,
    Filter,
    Groep,
    Kolomgroep,
    Leeg,
    Meting,
    Periodegroep,
    Sleutel,
    Uitkomst,
    Uniek,
    Verdeling,
    Vraag,
)

HEEL, ERBIJ, NIET_ERBIJ = "*", "ja", "nee"


@dataclass(frozen=True, slots=True)
class Cel:
    """A figure as it is published; what is hidden has no counts. `noemer` is there for a share only.

    Of a Meting `teller` says over how many values it is taken, and `meting` is the number.
    """

    sleutels: tuple[Sleutel, ...]
    teller: int | None
    noemer: int | None
    status: Status
    meting: int | float | None = None


Metingen = Mapping[tuple[str, ...], Mapping[tuple[Sleutel, ...], int | float | None]]
"""The numbers of a Meting: per choice of breakdowns, by the values it is broken down by."""


def kenmerk(vraag: Vraag) -> str:
    """Return what its cells have in common with those of other questions: the fact and its filters."""
    return f"{vraag.feit}:{sorted(map(repr, vraag.filters))}"


@dataclass(frozen=True, slots=True)
class Band:
    """What is known of a fact beside others: of which it counts a part, and the columns alike in both."""

    deel_van: str = ""
    gelijk: frozenset[str] = frozenset()


def maak_tabel(
    naam: str,
    vraag: Vraag,
    uitkomsten: Sequence[Uitkomst],
    peildatum: str,
    vast: Mapping[Plek, Status],
    band: Band | None = None,
) -> Tabel:
    """Return the counts behind the answers to `vraag` as one table.

    Different people are a part of what they are counted in: there are never more of them.
    """
    knopen = [tuple(_knoop(u.sleutels[n]) for u in uitkomsten) for n in range(len(vraag.groepen))]
    assen = [
        Dimensie(_as(groep), HEEL, {HEEL: tuple(dict.fromkeys(sorted(rij)))})
        for groep, rij in zip(vraag.groepen, knopen, strict=True)
    ]
    aantallen: dict[Plek, int] = {}
    for uitkomst in uitkomsten:
        plek = tuple(_knoop(sleutel) for sleutel in uitkomst.sleutels)
        if isinstance(vraag.maat, Aandeel | Meting):
            aantallen[*plek, ERBIJ] = uitkomst.teller
            aantallen[*plek, NIET_ERBIJ] = (uitkomst.noemer or 0) - uitkomst.teller
        else:
            aantallen[plek] = uitkomst.teller
    if isinstance(vraag.maat, Aandeel | Meting):
        deling = f"erbij:{sorted(map(repr, _erbij(vraag.maat)))}"
        assen.append(Dimensie(deling, HEEL, {HEEL: (ERBIJ, NIET_ERBIJ)}))
    tabel = Tabel(naam, tuple(assen), aantallen, kenmerk(vraag), peildatum, vast, reeks=vraag.feit)
    if isinstance(vraag.maat, Uniek):
        anders = f":uniek:{vraag.maat.kolom}"
        return replace(
            tabel,
            telt=tabel.telt + anders,
            reeks=tabel.reeks + anders,
            deel_van=vraag.feit,
            optelbaar=False,
        )
    return replace(tabel, deel_van=band.deel_van, gelijk=band.gelijk) if band else tabel


def _erbij(maat: Aandeel | Meting) -> tuple[Filter, ...]:
    """Return which rows are in it: of a measured number those that have a value."""
    if isinstance(maat, Aandeel):
        return maat.teller
    return tuple(Leeg(kolom, leeg=False) for kolom in (maat.kolom, maat.sinds) if kolom)


def lees_uit(
    vraag: Vraag, tabel: Tabel, dicht: Mapping[Plek, Status], metingen: Metingen
) -> Mapping[tuple[str, ...], tuple[Cel, ...]]:
    """Return, per choice of its breakdowns, the figures that the protected table shows.

    `metingen` are the numbers of a Meting. One over more than one cell only shows when all of those do:
    what is hidden could be computed from it.
    """
    namen = [groep.naam for groep in vraag.groepen]
    if isinstance(vraag.maat, Uniek):  # of the whole breakdown alone: it does not add up
        return {tuple(namen): tuple(_cellen(vraag, tabel, dicht, tuple(range(len(namen)))))}
    keuzes = [k for n in range(len(namen), -1, -1) for k in combinations(range(len(namen)), n)]
    uit = {tuple(namen[n] for n in keuze): tuple(_cellen(vraag, tabel, dicht, keuze)) for keuze in keuzes}
    if not isinstance(vraag.maat, Meting):
        return uit
    heel = all(cel.status is Status.OPEN for cel in uit[tuple(namen)])
    return {
        per: tuple(_gemeten(cel, metingen[per], heel or len(per) == len(namen)) for cel in cellen)
        for per, cellen in uit.items()
    }


def _gemeten(cel: Cel, per: Mapping[tuple[Sleutel, ...], int | float | None], toon: bool) -> Cel:
    """Return the figure with its number, or hidden."""
    if cel.status is not Status.OPEN:
        return cel
    if not toon:
        return Cel(cel.sleutels, None, None, Status.VERBORGEN)
    return replace(cel, meting=per.get(cel.sleutels))


def _cellen(
    vraag: Vraag, tabel: Tabel, dicht: Mapping[Plek, Status], keuze: tuple[int, ...]
) -> Iterator[Cel]:
    dimensies = tabel.dimensies[: len(vraag.groepen)]
    rijen = [dim.kinderen[HEEL] if n in keuze else (HEEL,) for n, dim in enumerate(dimensies)]
    for plek in product(*rijen):
        teller, noemer, status = _inhoud(vraag, tabel, dicht, plek)
        aanwezig = teller if noemer is None else noemer
        if not aanwezig and keuze:
            continue
        sleutels = tuple(json.loads(plek[n]) for n in keuze)
        open_ = status is Status.OPEN
        yield Cel(sleutels, teller if open_ else None, noemer if open_ else None, status)


def _inhoud(
    vraag: Vraag, tabel: Tabel, dicht: Mapping[Plek, Status], plek: Plek
) -> tuple[int, int | None, Status]:
    def van(waar: Plek) -> tuple[int, Status]:
        return tabel.waarden.get(waar, 0), dicht.get(waar, Status.OPEN)

    if isinstance(vraag.maat, Aandeel):
        (erbij, een), (niet, ander) = van((*plek, ERBIJ)), van((*plek, NIET_ERBIJ))
        return erbij, erbij + niet, Status.OPEN if toon_aandeel(een, ander) else Status.VERBORGEN
    if isinstance(vraag.maat, Meting):
        n, status = van((*plek, ERBIJ))
        return n, None, status
    aantal, status = van(plek)
    if not isinstance(vraag.maat, Verdeling):
        return aantal, None, status
    kolom = vraag.maat.kolom
    boven = tuple(
        HEEL if groep.naam == kolom else knoop for groep, knoop in zip(vraag.groepen, plek, strict=True)
    )
    heel, ook = van(boven)
    return aantal, heel, Status.OPEN if toon_aandeel(status, ook) else Status.VERBORGEN


_WOORDEN = {
    soort.__name__: soort
    for soort in (
        *(Vraag, EenVan, Bereik, Leeg, Kolomgroep, Periodegroep),
        *(Aantal, Uniek, Aandeel, Verdeling, Meting),
    )
}


def vraag_uit(tekst: str) -> Vraag:
    """Return a question as a publication keeps it: as it is written in code. Raises ValueError."""
    try:
        gelezen = _waarde(ast.parse(tekst, mode="eval").body)
    except (SyntaxError, TypeError) as fout:
        raise ValueError(f"no question: {tekst[:60]}") from fout
    if not isinstance(gelezen, Vraag):
        raise ValueError(f"no question: {tekst[:60]}")
    return gelezen


def _waarde(knoop: ast.expr) -> Any:
    match knoop:
        case ast.Call(func=ast.Name(id=naam)) if naam in _WOORDEN:
            return _WOORDEN[naam](**{str(deel.arg): _waarde(deel.value) for deel in knoop.keywords})
        case ast.Call(func=ast.Attribute(attr="date")):
            return date(*(_waarde(deel) for deel in knoop.args))
        case ast.Tuple():
            return tuple(_waarde(deel) for deel in knoop.elts)
        case ast.Constant(value=str() | int() | None):
            return knoop.value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(getal))):
            return -getal
        case _:
            raise ValueError("no question")


def _knoop(sleutel: Sleutel) -> str:
    return json.dumps(sleutel)


def _as(groep: Groep) -> str:
    return f"{groep.naam}:{groep.kolom}" if isinstance(groep, Periodegroep) else groep.naam


def als_json(cel: Cel) -> list[Any]:
    """Return a figure as it is kept."""
    ook = [] if cel.meting is None else [cel.meting]
    return [list(cel.sleutels), cel.teller, cel.noemer, str(cel.status), *ook]


def uit_json(ruw: Sequence[Any]) -> Cel:
    """Return a kept figure."""
    sleutels, teller, noemer, status, *ook = ruw
    return Cel(tuple(sleutels), teller, noemer, Status(status), ook[0] if ook else None)

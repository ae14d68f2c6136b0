"""What differs between two reports: block by block, words added and gone, amounts that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from samendoen.beleid.rules.rapport.blokken import (
    Alinea,
    Blok,
    Cel,
    Figuur,
    Kop,
    Lichten,
    Lijst,
    Rapportdocument,
    Tabel,
)

_WOORD = re.compile(r"\s+|[^\s]+")


class Soort(StrEnum):
    """Whether something came, went or changed."""

    ERBIJ = "erbij"
    WEG = "weg"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text that stayed (None), came or went."""

    tekst: str
    soort: Soort | None = None


@dataclass(frozen=True, slots=True)
class Verschil:
    """One difference: under which headings, of what, and the words.

    Of an amount that changed `eurocent` says by how much.
    """

    plek: tuple[str, ...]
    wat: str
    soort: Soort
    stukken: tuple[Stuk, ...]
    eurocent: int | None = None


@dataclass(frozen=True, slots=True)
class _Regel:
    """A line of a report that can be compared: by `sleutel` it is the same line in both."""

    plek: tuple[str, ...]
    sleutel: str
    tekst: str
    eurocent: int | None = None


def verschillen(oud: Rapportdocument, nieuw: Rapportdocument) -> tuple[Verschil, ...]:
    """Return what differs, in the order of the new report; nothing for two that say the same.

    Lines that are the same word for word hold the two together; between them, lines of one name belong
    together and the rest came or went.
    """
    a, b = list(_regels(oud)), list(_regels(nieuw))
    uit: list[Verschil] = []
    for wat, a0, a1, b0, b1 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if wat != "equal":
            uit += _tussen(a[a0:a1], b[b0:b1])
    return tuple(uit)


def _tussen(a: Sequence[_Regel], b: Sequence[_Regel]) -> Iterator[Verschil]:
    namen = SequenceMatcher(a=[_naam(r) for r in a], b=[_naam(r) for r in b], autojunk=False)
    for wat, a0, a1, b0, b1 in namen.get_opcodes():
        if wat == "equal":
            yield from (_anders(x, y) for x, y in zip(a[a0:a1], b[b0:b1], strict=True))
            continue
        for soort, regels in ((Soort.WEG, a[a0:a1]), (Soort.ERBIJ, b[b0:b1])):
            yield from (Verschil(r.plek, r.sleutel, soort, (Stuk(r.tekst, soort),)) for r in regels)


def _naam(regel: _Regel) -> tuple[tuple[str, ...], str]:
    return regel.plek, regel.sleutel


def _anders(x: _Regel, y: _Regel) -> Verschil:
    meer = y.eurocent - x.eurocent if x.eurocent is not None and y.eurocent is not None else None
    return Verschil(y.plek, y.sleutel, Soort.ANDERS, woorden(x.tekst, y.tekst), meer)


def woorden(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """Return a text in pieces: what stayed, what went, what came; what stayed and came is `nieuw`."""
    a, b = _WOORD.findall(oud), _WOORD.findall(nieuw)
    uit: list[Stuk] = []
    for wat, a0, a1, b0, b1 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if wat == "equal":
            uit.append(Stuk("".join(a[a0:a1])))
            continue
        if a0 < a1:
            uit.append(Stuk("".join(a[a0:a1]), Soort.WEG))
        if b0 < b1:
            uit.append(Stuk("".join(b[b0:b1]), Soort.ERBIJ))
    return tuple(uit)


def _regels(document: Rapportdocument) -> Iterator[_Regel]:
    """Yield a report as lines: what stands below which headings, with a name to know it by."""
    yield _Regel((), "titel", document.titel)
    for nummer, regel in enumerate(document.onder):
        yield _Regel((), f"onder {nummer + 1}", regel)
    plek: tuple[str, ...] = ()
    for blok in document.blokken:
        if isinstance(blok, Kop):
            plek = (*plek[: blok.niveau - 2], blok.tekst)
        yield from _van_blok(plek, blok)


def _van_blok(plek: tuple[str, ...], blok: Blok) -> Iterator[_Regel]:
    if isinstance(blok, Kop):
        yield _Regel(plek, "kop", blok.tekst)
    elif isinstance(blok, Alinea):
        yield _Regel(plek, blok.label or "tekst", blok.tekst)
    elif isinstance(blok, Lijst):
        yield from (_Regel(plek, "punt", punt) for punt in blok.punten)
    elif isinstance(blok, Lichten):
        for licht in blok.lichten:
            yield _Regel(plek, licht.onderwerp or "licht", licht.woord)
    elif isinstance(blok, Tabel | Figuur):
        yield from _van_tabel(plek, blok.tabel if isinstance(blok, Figuur) else blok)
    else:
        yield from (_Regel(plek, blok.titel, zin) for zin in (*blok.zinnen, *blok.punten))


def _van_tabel(plek: tuple[str, ...], tabel: Tabel) -> Iterator[_Regel]:
    hier = (*plek, tabel.bijschrift)
    yield _Regel(hier, "tabel", ", ".join(kolom.naam for kolom in tabel.kolommen))
    for rij in (*tabel.rijen, tabel.totaal):
        for kolom, cel in zip(tabel.kolommen[1:], rij[1:], strict=False):
            naam = f"{rij[0].tekst}, {kolom.naam}"
            yield _Regel(hier, naam, _celtekst(cel), cel.eurocent)


def _celtekst(cel: Cel) -> str:
    return f"{cel.tekst} ({cel.uitleg})" if cel.uitleg else cel.tekst

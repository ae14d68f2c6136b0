"""Table against table: the same line in two places of a document, and totals of tables of numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samendoen.beleid.rules.controle import TOTAAL, Bevinding, Vermoeden, vermoed
from samendoen.beleid.rules.getallentabel import Getallenrij, Getallentabel, is_slot

_WOORD = re.compile(r"[a-zà-ÿ]{4,}")
_LEEG = frozenset({"voor", "door", "naar", "onze", "alle", "accent", "kind", "heeft", "houdt", "waardeert"})
STAM = 8
"""Words are compared by so many letters: vrijwilligers and vrijwillige are one."""


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What a place in a document names for a line in a year, in cents."""

    naam: str
    jaar: str
    bedrag: int
    plaats: str


def woorden(naam: str) -> frozenset[str]:
    """Return the words by which a line is known."""
    return frozenset(woord[:STAM] for woord in _WOORD.findall(naam.casefold()) if woord not in _LEEG)


def gelijkenis(een: str, ander: str) -> float:
    """Return how much two names are one, 0 to 1: the share of the words of the shorter in the longer."""
    a, b = sorted((woorden(een), woorden(ander)), key=len)
    return len(a & b) / len(a) if a else 0.0


def zoek(naam: str, namen: Iterable[str]) -> str:
    """Return the name that is most like this one, "" when none shares half of its words."""
    beste = max(namen, key=lambda ander: (gelijkenis(naam, ander), -len(ander)), default="")
    return beste if beste and gelijkenis(naam, beste) > 0.5 else ""


def controleer_tabellen(tabellen: Sequence[Getallentabel]) -> list[Bevinding]:
    """Return the totals that differ from their lines, with what other tables say about the culprit."""
    gevonden: list[Bevinding] = []
    for tabel in tabellen:
        andere = [t for t in tabellen if t is not tabel and t.euro == tabel.euro]
        for kolom in range(len(tabel.totaal.bedragen)):
            gevonden += _kolom(tabel, kolom, andere)
        gevonden += _vervolg(tabel)
    return gevonden


def titel(tabel: Getallentabel) -> str:
    """Return how a finding names a table: what it is called, and on which line it begins."""
    return f"{tabel.titel} (regel {tabel.nr})"


def _kolom(tabel: Getallentabel, kolom: int, andere: Sequence[Getallentabel]) -> list[Bevinding]:
    regels = {_uniek(tabel.rijen, i): rij.bedragen[kolom] for i, rij in enumerate(tabel.rijen)}
    genoemd, berekend = tabel.totaal.bedragen[kolom], sum(regels.values())
    if genoemd == berekend:
        return []
    elders = {naam: _elders(naam, andere) for naam in regels}
    wat, bij = vermoed(genoemd, regels, elders)
    regel = tabel.totaal.naam or TOTAAL
    moet = regels[bij] + genoemd - berekend if bij in regels else None
    if wat is Vermoeden.ELDERS:
        # As the other table calls it: here the name runs on into the explanation.
        bij = zoek(bij, [rij.naam for t in andere for rij in t.rijen])
    return [
        Bevinding(
            titel(tabel),
            regel,
            tabel.kolommen[kolom],
            genoemd,
            berekend,
            wat,
            bij,
            moet,
            eenheid="euro" if tabel.euro else "getal",
        )
    ]


def _uniek(rijen: Sequence[Getallenrij], i: int) -> str:
    naam = rijen[i].naam or f"regel {rijen[i].nr}"
    return naam if sum(r.naam == rijen[i].naam for r in rijen) == 1 else f"{naam} (regel {rijen[i].nr})"


def _elders(naam: str, andere: Sequence[Getallentabel]) -> set[int]:
    """Return every amount that other tables name for a line with this name."""
    uit: set[int] = set()
    for tabel in andere:
        gevonden = zoek(naam, [rij.naam for rij in tabel.rijen])
        uit |= {b for rij in tabel.rijen if gevonden and rij.naam == gevonden for b in rij.bedragen}
    return uit


def _vervolg(tabel: Getallentabel) -> list[Bevinding]:
    """The lines below a total: what is left must be the last total with what was added and taken off."""
    if not tabel.vervolg:
        return []
    *tussen, slot = tabel.vervolg
    begin = tabel.totaal.bedragen[-1]
    regels = {tabel.totaal.naam: begin, **{rij.naam: rij.bedragen[0] for rij in tussen}}
    genoemd, berekend = slot.bedragen[0], sum(regels.values())
    if genoemd == berekend or not is_slot(slot.naam):
        return []
    wat, bij = vermoed(genoemd, regels)
    return [Bevinding(titel(tabel), slot.naam, "", genoemd, berekend, wat, bij)]


def controleer_waarnemingen(
    waarnemingen: Iterable[Waarneming], tabellen: Mapping[str, Getallentabel]
) -> list[Bevinding]:
    """Return what one place names differently from a table that has the same line and year."""
    gevonden = []
    for w in waarnemingen:
        for plaats, tabel in tabellen.items():
            kolom = next((i for i, k in enumerate(tabel.kolommen) if w.jaar and k.startswith(w.jaar)), None)
            naam = zoek(w.naam, [rij.naam for rij in tabel.rijen])
            if kolom is None or not naam:
                continue
            daar = next(rij.bedragen[kolom] for rij in tabel.rijen if rij.naam == naam)
            if daar != w.bedrag:
                wat = Vermoeden.AFRONDING if abs(daar - w.bedrag) < 1_000_00 else Vermoeden.ANDERE_TABEL
                gevonden.append(Bevinding(w.plaats, w.naam, w.jaar, w.bedrag, daar, wat, plaats))
    return gevonden

"""Tables of numbers with a total, found in the lines of a document or in its own tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samendoen.beleid.rules.bedragen import eurocent, getallen_achteraan, is_bedrag
from samendoen.beleid.rules.bron import Deel, Stuk, Tabelrij, is_meubel, tekst

_TOTAAL = re.compile(r"^\(?(sub|eind)?\)?\s*totaal\b", re.IGNORECASE)
_BIJSCHRIFT = re.compile(r"^tabel \d+\b", re.IGNORECASE)
_KOPWOORD = re.compile(
    r"\b(accent|kosten|budget(ten)?|bedrag|lasten|baten|saldo|aantal(len)?|toelichting|onderdeel|jaar)\b",
    re.IGNORECASE,
)
_ALLEEN_JAREN = re.compile(r"^(?:20\d\d|en|ev|e\.v\.|t/m|[a-z]{3}\)|\(|\s)+$", re.IGNORECASE)
_JAAR = re.compile(r"20\d\d(?: (?:en|-|t/m) 20\d\d)?(?: (?:ev|e\.v\.|en verder))?", re.IGNORECASE)
_IS_JAAR = re.compile(r"^(?:19|20)\d\d$")
_SLOT = re.compile(r"^(beschikbaar|resteert|restant|blijft over)\b", re.IGNORECASE)
LANGSTE_NAAM = 8
"""A name in front of a number runs over at most so many lines."""


@dataclass(frozen=True, slots=True)
class Getallenrij:
    """A line of a table: its name, its numbers in hundredths, and whether the document prints euros."""

    naam: str
    bedragen: tuple[int, ...]
    nr: int
    euro: bool
    delen: tuple[Deel, ...] = ()


@dataclass(frozen=True, slots=True)
class Getallentabel:
    """Lines with as many numbers each, the total they name, and the lines below it that go on counting."""

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[Getallenrij, ...]
    totaal: Getallenrij
    vervolg: tuple[Getallenrij, ...]
    nr: int
    kop: tuple[Deel, ...] = ()

    @property
    def delen(self) -> tuple[Deel, ...]:
        """Return every part of the document that it was read from."""
        rijen = (*self.rijen, self.totaal, *self.vervolg)
        return (*self.kop, *(deel for rij in rijen for deel in rij.delen))

    @property
    def euro(self) -> bool:
        """Return whether its numbers are amounts."""
        return any(rij.euro for rij in (*self.rijen, self.totaal))


def is_totaal(naam: str) -> bool:
    """Return whether a line is called a total."""
    return bool(_TOTAAL.match(naam.strip()))


def is_slot(naam: str) -> bool:
    """Return whether a line below a total says what is left."""
    return bool(_SLOT.match(naam.strip()))


def getallentabellen(delen: Sequence[Deel]) -> list[Getallentabel]:
    """Return the tables with a total, in the order of the document."""
    gevonden = []
    for i, deel in enumerate(delen):
        rij = _getallenrij(deel)
        if rij is None or not is_totaal(rij.naam):
            continue
        rijen, kop = (_rijen_boven if isinstance(deel, Stuk) else _tabelrijen_boven)(
            delen, i, len(rij.bedragen)
        )
        if len(rijen) > 1:
            lopend = " ".join(_platte(deel) for deel in kop)
            kolommen = kolomnamen(lopend, len(rij.bedragen))
            bijschrift = _bijschrift(delen, i)
            titel = tekst(bijschrift) or " ".join(lopend.split()) or rijen[0].naam
            nr = kop[0].nr if kop else rijen[0].nr
            vervolg = _vervolg(delen, i)
            gevonden.append(Getallentabel(titel, kolommen, rijen, rij, vervolg, nr, (*kop, *bijschrift)))
    return gevonden


def kolomnamen(kop: str, aantal: int) -> tuple[str, ...]:
    """Return the years in a header as the names of columns; numbered when they are not as many."""
    jaren = _JAAR.findall(kop)
    if len(jaren) == aantal:
        return tuple(jaren)
    return tuple(f"kolom {n}" for n in range(1, aantal + 1)) if aantal > 1 else ("",)


def _getallenrij(deel: Deel) -> Getallenrij | None:
    if isinstance(deel, Tabelrij):
        bedragen = [cel for cel in deel.cellen[1:] if cel.strip() and is_bedrag(cel)]
        naam = deel.cellen[0].strip() if deel.cellen else ""
    else:
        naam, gevonden = getallen_achteraan(deel.tekst)
        bedragen = list(gevonden)
    if not bedragen or (len(bedragen) == 1 and _IS_JAAR.match(bedragen[0])):
        return None
    euro = any("€" in bedrag for bedrag in bedragen)
    return Getallenrij(naam, tuple(eurocent(bedrag) for bedrag in bedragen), deel.nr, euro, (deel,))


def _platte(deel: Deel) -> str:
    return " ".join(deel.cellen) if isinstance(deel, Tabelrij) else deel.tekst


def _rijen_boven(
    delen: Sequence[Deel], einde: int, aantal: int
) -> tuple[tuple[Getallenrij, ...], tuple[Deel, ...]]:
    """Walk up from a total and gather the lines with as many numbers, and the header above them."""
    rijen: list[Getallenrij] = []
    woorden: list[Stuk] = []
    for j in range(einde - 1, -1, -1):
        deel = delen[j]
        if isinstance(deel, Tabelrij):
            break
        if not deel.tekst.strip() or is_meubel(deel):
            continue
        rij = _getallenrij(deel)
        if rij is not None and len(rij.bedragen) == aantal and not _is_kop(deel.tekst):
            _sluit(rijen, woorden)
            rijen.append(rij)
        elif _is_kop(deel.tekst) or not rijen or rijen[-1].naam or len(woorden) >= LANGSTE_NAAM:
            kop = _kop(delen, j, woorden if rijen and rijen[-1].naam else [])
            _sluit(rijen, woorden)
            return tuple(reversed(rijen)), kop
        else:
            woorden.append(deel)
    _sluit(rijen, woorden)
    return tuple(reversed(rijen)), ()


def _sluit(rijen: list[Getallenrij], woorden: list[Stuk]) -> None:
    """Give the words that were gathered to the numbers below them, when those have no name of their own."""
    if rijen and woorden and not rijen[-1].naam:
        laatste = rijen[-1]
        naam = tekst(reversed(woorden))
        delen = (*reversed(woorden), *laatste.delen)
        rijen[-1] = Getallenrij(naam, laatste.bedragen, woorden[-1].nr, laatste.euro, delen)
    woorden.clear()


def _is_kop(regel: str) -> bool:
    kaal = regel.strip()
    if _ALLEEN_JAREN.match(kaal):
        return True
    woorden = len(_KOPWOORD.findall(kaal)) if _KOPWOORD.match(kaal) else 0
    return "€" not in kaal and (len(_JAAR.findall(kaal)) > 1 or woorden > 1)


def _kop(delen: Sequence[Deel], i: int, woorden: list[Stuk]) -> tuple[Stuk, ...]:
    """Return the lines of a header that ends at `i`, at most three, up to a blank one."""
    kop: list[Stuk] = list(woorden)
    for deel in reversed(delen[: i + 1]):
        if not isinstance(deel, Stuk) or len(kop) >= 3:
            break
        if deel.tekst.strip():
            kop.append(deel)
            kaal = deel.tekst.strip()
            if not (_ALLEEN_JAREN.match(kaal) or kaal.islower() or is_totaal(kaal)):
                break
    return tuple(reversed(kop))


def _tabelrijen_boven(
    delen: Sequence[Deel], einde: int, aantal: int
) -> tuple[tuple[Getallenrij, ...], tuple[Deel, ...]]:
    """The same for a table of the file itself: the rows above the total, the first without numbers on top."""
    rijen: list[Getallenrij] = []
    kop: tuple[Deel, ...] = ()
    for deel in reversed(delen[:einde]):
        if not isinstance(deel, Tabelrij):
            break
        rij = _getallenrij(deel)
        if rij is not None and len(rij.bedragen) == aantal and not _is_kop(" ".join(deel.cellen)):
            rijen.append(rij)
        else:
            kop = (deel,)
            break
    return tuple(reversed(rijen)), kop


def _vervolg(delen: Sequence[Deel], totaal: int) -> tuple[Getallenrij, ...]:
    """Return the lines right below a total that go on from it, up to the one that says what is left."""
    rijen = []
    for rij in _volgende(delen, totaal):
        rijen.append(rij)
        if is_slot(rij.naam):
            return tuple(rijen)
    return ()


def _volgende(delen: Sequence[Deel], totaal: int) -> Iterator[Getallenrij]:
    for deel in delen[totaal + 1 :]:
        if isinstance(deel, Stuk) and not deel.tekst.strip():
            continue
        rij = _getallenrij(deel)
        if rij is None or len(rij.bedragen) != 1:
            return
        yield rij


def _bijschrift(delen: Sequence[Deel], totaal: int) -> tuple[Stuk, ...]:
    """Return the caption below a table, if it is one of the next few lines."""
    onder = [d for d in delen[totaal + 1 : totaal + 13] if isinstance(d, Stuk) and d.tekst.strip()]
    return next(((d,) for d in onder[:4] if _BIJSCHRIFT.match(d.tekst.strip())), ())

"""A document as a row of pieces, whatever file it came from; and what of it was placed where.

A reader takes pieces and gives values that are made of those same pieces, so that nothing can be dropped:
what a reader does not place stays in the list of pieces that is left.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text: a line, a paragraph or a cell. `nr` is its line (or paragraph) in the document.

    `kop`: the document marks it as a heading (a style, or bold as a whole).
    """

    nr: int
    tekst: str
    kop: bool = False


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A row of a table that the file itself marks as one, with its cells from left to right."""

    nr: int
    cellen: tuple[str, ...]

    def stukken(self) -> tuple[Stuk, ...]:
        """Return its cells as pieces, one each."""
        return tuple(Stuk(self.nr, cel) for cel in self.cellen)


Deel = Stuk | Tabelrij
Stukken = tuple[Stuk, ...]

_MEUBEL = re.compile(r"^(pagina\s+\d+(\s*(van|/)\s*\d+)?|\d{1,3}|[A-Z]\d{2}\.\d{4,6})$", re.IGNORECASE)
_ZINSEINDE = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def tekst(stukken: Iterable[Stuk]) -> str:
    """Return pieces as one text: single spaces, a hyphen at the end of a line glued to what follows."""
    lopend = " ".join(stuk.tekst for stuk in stukken)
    lopend = re.sub(r"\s+", " ", lopend).strip()
    return re.sub(r"(?<=\w)- (?=[a-zé])(?!(?:en|of)\b)", "-", lopend)


def is_meubel(stuk: Stuk) -> bool:
    """Return whether a line is the furniture of a page: its number, the number of the file."""
    return bool(_MEUBEL.match(stuk.tekst.strip()))


def nieuwe_bladzij(stuk: Stuk) -> bool:
    """Return whether a line is the first of a page: a form feed, or the one space that stands for it."""
    return stuk.tekst.startswith("\f") or bool(re.match(r" \S", stuk.tekst))


def loopt_door(vorige: Stuk, volgende: Stuk) -> bool:
    """Return whether a line that comes right after another one belongs to the same paragraph."""
    if vorige.kop != volgende.kop:
        return False
    return not (nieuwe_bladzij(volgende) and _ZINSEINDE.search(vorige.tekst.strip()))


def alle_stukken(waarde: object) -> Iterator[Stuk]:
    """Yield every piece that a value is made of, however deep."""
    if isinstance(waarde, Stuk):
        yield waarde
    elif isinstance(waarde, Tabelrij):
        yield from waarde.stukken()
    elif isinstance(waarde, tuple | list):
        for deel in waarde:
            yield from alle_stukken(deel)
    elif isinstance(waarde, dict):
        yield from alle_stukken(tuple(waarde.values()))
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from alle_stukken(getattr(waarde, veld.name))


def tekens(waarde: object) -> str:
    """Return the characters of all pieces in a value, sorted and without blanks: what accounting compares."""
    return "".join(sorted("".join("".join(stuk.tekst.split()) for stuk in alle_stukken(waarde))))


def regel(waarde: Sequence[Stuk]) -> int:
    """Return the line that pieces begin at, 0 for none."""
    return waarde[0].nr if waarde else 0

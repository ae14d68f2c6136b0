"""A share beside that of the country or the region: far apart is probably a mistake in one of the two."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samendoen.beleid.rules.bron import Stuk, tekst
from samendoen.beleid.rules.controle import Bevinding, Vermoeden

_PROCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?%")
_ELDERS = re.compile(
    r"\b(?P<waar>landelijk\w*|(?:in )?nederland|NL|regionaal|regio(?: [A-Z]\w+)?|provincie(?: [A-Z]\w+)?)\b"
    r"[^%\d]{0,25}?(?P<deel>\d{1,3}(?:[.,]\d+)?)\s?%",
    re.IGNORECASE,
)
Oordeel = Callable[[Decimal, Decimal], tuple[bool, Decimal | None]]
"""Says of two shares whether they can hardly both be right, and what was meant when a comma slipped."""


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A share here and elsewhere, in percent, and the words it was read from."""

    naam: str
    hier: Decimal
    elders: Decimal
    waar: str
    nr: int = 0


def _getal(woord: str) -> Decimal:
    return Decimal(woord.replace(",", "."))


def _procent(waarde: Decimal) -> str:
    return f"{waarde.normalize():f}%".replace(".", ",")


def vergelijkingen(alineas: Iterable[Sequence[Stuk]]) -> list[Vergelijking]:
    """Return the shares that a text puts beside those of elsewhere.

    Of several shares in one paragraph the nearest in height is the one that is compared: the doubt is the
    document's.
    """
    gevonden = []
    for alinea in alineas:
        lopend = tekst(alinea)
        for past in _ELDERS.finditer(lopend):
            eerder = [_getal(d) for d in _PROCENT.findall(lopend[max(0, past.start() - 400) : past.start()])]
            if eerder:
                elders = _getal(past["deel"])
                hier = min(eerder, key=lambda deel: abs(deel - elders))
                gevonden.append(
                    Vergelijking(
                        lopend[: past.end()][-160:], hier, elders, past["waar"].casefold(), alinea[0].nr
                    )
                )
    return gevonden


def controleer_vergelijkingen(
    tabel: str, vergelijkingen_: Iterable[Vergelijking], oordeel: Oordeel
) -> list[Bevinding]:
    """Return the pairs that can hardly both be right. Nothing is corrected: a person looks it up."""
    return [b for v in vergelijkingen_ if (b := _bevinding(tabel, v, oordeel))]


def _bevinding(tabel: str, v: Vergelijking, oordeel: Oordeel) -> Bevinding | None:
    ver_uiteen, bedoeld = oordeel(v.hier, v.elders)
    if not ver_uiteen:
        return None
    wat, bij = Vermoeden.ONWAARSCHIJNLIJK, v.waar
    if bedoeld is not None:
        wat, bij = Vermoeden.KOMMA, _procent(bedoeld)
    plaats = f" (regel {v.nr})" if v.nr else ""
    return Bevinding(
        tabel,
        f"{v.naam}{plaats}",
        v.waar,
        f"{_procent(v.hier)} / {_procent(v.elders)}",
        None,
        wat,
        bij,
        moet=None,
        eenheid="procent",
    )

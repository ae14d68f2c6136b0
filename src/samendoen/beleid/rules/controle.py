"""What does not add up in tables of a plan or a document, and what is probably wrong."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samendoen.beleid.rules.geld import Bedragen, Mutatie, Soort, tel_op


class Vermoeden(StrEnum):
    """What is probably wrong where a typed figure differs from the computed one."""

    GEEN = "geen"
    WEGGELATEN = "weggelaten"
    DUBBEL = "dubbel"
    TEKEN = "teken"
    VERWISSELD = "verwisseld"
    CIJFER_TE_VEEL = "cijfer_te_veel"
    CIJFER_WEG = "cijfer_weg"
    ANDER_CIJFER = "ander_cijfer"
    AFRONDING = "afronding"
    SOORT = "soort"
    ELDERS = "elders"
    ANDERE_TABEL = "andere_tabel"
    KOMMA = "komma"
    ONWAARSCHIJNLIJK = "onwaarschijnlijk"
    ZONDER_METING = "zonder_meting"
    ZONDER_DOEL = "zonder_doel"
    ZONDER_ACTIVITEIT = "zonder_activiteit"
    ZONDER_RESULTAAT = "zonder_resultaat"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something that does not add up: in which table and line, what is named, what it should be.

    `genoemd` and `berekend` are euro cents (with `eenheid` "getal": hundredths of a count), the letters I
    and S, a text as printed, or None where nothing is named or nothing can be computed. `onderwerp` says what
    is compared (lasten, baten, saldo, soort, a column, samenhang); `bij` is the line or the table that the
    suspicion points at, `moet` the amount that would make it right.
    """

    tabel: str
    regel: str
    onderwerp: str
    genoemd: int | str | None
    berekend: int | str | None
    vermoeden: Vermoeden
    bij: str = ""
    moet: int | None = None
    eenheid: str = "euro"

    @property
    def verschil(self) -> int | None:
        """Return named minus computed in euro cents; None where no amounts are compared."""
        if isinstance(self.genoemd, int) and isinstance(self.berekend, int):
            return self.genoemd - self.berekend
        return None


TOTAAL = "Totaal"
"""The line of the totals in a finding."""


def controleer(tabel: str, mutaties: Sequence[Mutatie], genoemd: Bedragen | None) -> list[Bevinding]:
    """Return everything in a table of changes that does not add up.

    Per line the balance and the letter I or S against the explanation; then the totals that the document
    names against the computed ones, with the likely culprit.
    """
    gevonden = [b for m in mutaties for b in (*_saldo(tabel, m), *_soort(tabel, m))]
    return gevonden + (list(_totalen(tabel, mutaties, genoemd)) if genoemd else [])


def _saldo(tabel: str, m: Mutatie) -> Iterator[Bevinding]:
    berekend = m.lasten + m.baten
    if m.saldo is not None and m.saldo != berekend:
        delen = {"lasten": m.lasten, "baten": m.baten}
        wat, bij = vermoed(m.saldo, delen)
        yield Bevinding(tabel, m.naam, "saldo", m.saldo, berekend, wat, bij)


_EENMALIG = re.compile(r"\b(incidente(el|le)|eenmalige?)\b", re.IGNORECASE)


def _soort(tabel: str, m: Mutatie) -> Iterator[Bevinding]:
    """A line that is called structural while its own text calls it one-off."""
    if m.soort is Soort.STRUCTUREEL and _EENMALIG.search(m.toelichting):
        yield Bevinding(
            tabel, m.naam, "soort", m.soort.value, Soort.INCIDENTEEL.value, Vermoeden.SOORT, m.naam
        )


def _totalen(tabel: str, mutaties: Sequence[Mutatie], genoemd: Bedragen) -> Iterator[Bevinding]:
    berekend = tel_op(mutaties)
    per_kolom: dict[str, tuple[int, int, dict[str, int]]] = {
        "lasten": (genoemd.lasten, berekend.lasten, {m.naam: m.lasten for m in mutaties}),
        "baten": (genoemd.baten, berekend.baten, {m.naam: m.baten for m in mutaties}),
        "saldo": (genoemd.saldo, berekend.saldo, {m.naam: m.lasten + m.baten for m in mutaties}),
    }
    for onderwerp, (staat_er, klopt, regels) in per_kolom.items():
        if staat_er != klopt:
            wat, bij = vermoed(staat_er, regels)
            yield Bevinding(tabel, TOTAAL, onderwerp, staat_er, klopt, wat, bij)


def vermoed(
    genoemd: int, regels: Mapping[str, int], elders: Mapping[str, Collection[int]] | None = None
) -> tuple[Vermoeden, str]:
    """Return what is probably wrong with a named total of these lines, and at which line ("": the total).

    The first explanation that makes up the whole difference, from the most to the least telling. An
    explanation that fits more than one line points at none of them. `elders`: what other tables name for
    these lines; the one line that would be right with such an amount explains more than its digits do.
    """
    berekend = sum(regels.values())
    stap = 100 if all(bedrag % 100 == 0 for bedrag in (genoemd, *regels.values())) else 1
    verschil = genoemd - berekend
    andere = [naam for naam, bedrag in regels.items() if bedrag + verschil in (elders or {}).get(naam, ())]
    if len(andere) == 1:
        return Vermoeden.ELDERS, andere[0]
    klein = abs(verschil) <= stap * len(regels) // 2
    for wat, past in _VERKLARINGEN:
        if klein and wat in _OP_CIJFERS:
            return Vermoeden.AFRONDING, ""
        verdacht = [naam for naam, bedrag in regels.items() if bedrag and past(bedrag, verschil, stap)]
        if len(verdacht) == 1:
            return wat, verdacht[0]
        if verdacht:
            return wat, ""
        if wat in _OOK_IN_TOTAAL and past(berekend, verschil, stap):
            return wat, TOTAAL
    return Vermoeden.GEEN, ""


def _anders(lees: Callable[[str, str], bool]) -> Callable[[int, int, int], bool]:
    """Make a test of the digits: is the line as it should have been read to give the named total?"""

    def past(bedrag: int, verschil: int, stap: int) -> bool:
        ander = bedrag + verschil
        if bedrag * ander <= 0:
            return False
        return lees(str(abs(bedrag) // stap), str(abs(ander) // stap))

    return past


def _verwisseld(een: str, ander: str) -> bool:
    """Two neighbouring digits changed places."""
    plekken = [i for i, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b]
    buren = len(een) == len(ander) and len(plekken) == 2 and plekken[1] - plekken[0] == 1
    return buren and Counter(een) == Counter(ander)


def _een_langer(kort: str, lang: str) -> bool:
    """One digit was added somewhere: a note's number behind the amount, for one."""
    return len(lang) == len(kort) + 1 and any(lang[:i] + lang[i + 1 :] == kort for i in range(len(lang)))


def _een_ander(een: str, ander: str) -> bool:
    """One digit was misread or mistyped."""
    return len(een) == len(ander) and sum(a != b for a, b in zip(een, ander, strict=True)) == 1


_VERKLARINGEN: tuple[tuple[Vermoeden, Callable[[int, int, int], bool]], ...] = (
    (Vermoeden.WEGGELATEN, lambda bedrag, verschil, _stap: verschil == -bedrag),
    (Vermoeden.DUBBEL, lambda bedrag, verschil, _stap: verschil == bedrag),
    (Vermoeden.TEKEN, lambda bedrag, verschil, _stap: verschil == -2 * bedrag),
    (Vermoeden.VERWISSELD, _anders(_verwisseld)),
    (Vermoeden.CIJFER_TE_VEEL, _anders(_een_langer)),
    (Vermoeden.CIJFER_WEG, _anders(lambda een, ander: _een_langer(ander, een))),
    (Vermoeden.ANDER_CIJFER, _anders(_een_ander)),
)
_OP_CIJFERS = frozenset(
    {Vermoeden.VERWISSELD, Vermoeden.CIJFER_TE_VEEL, Vermoeden.CIJFER_WEG, Vermoeden.ANDER_CIJFER}
)
_OOK_IN_TOTAAL = _OP_CIJFERS | {Vermoeden.TEKEN}

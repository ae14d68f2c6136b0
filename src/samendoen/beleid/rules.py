"""Rules of the policy cycle on values alone: lights, sums, and what does not add up."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Aspect(StrEnum):
    """What a light is about: the three of Lopik's progress report."""

    KWALITEIT = "kwaliteit"
    TIJD = "tijd"
    GELD = "geld"


class Kleur(StrEnum):
    """A light. Onbekend is an answer too: what cannot be read is never guessed."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"
    ONBEKEND = "onbekend"


class Soort(StrEnum):
    """Whether a change of the budget comes back every year."""

    INCIDENTEEL = "I"
    STRUCTUREEL = "S"


class Deelsoort(StrEnum):
    """What a part of a plan is: the plan itself, or what is done of it in one year."""

    BELEIDSPLAN = "beleidsplan"
    JAARAGENDA = "jaaragenda"


# From what needs attention first to what needs none.
ZWAARTE = (Kleur.ROOD, Kleur.ORANJE, Kleur.GROEN, Kleur.ONBEKEND)
AANDACHT = frozenset({Kleur.ROOD, Kleur.ORANJE})


@dataclass(frozen=True, slots=True)
class Licht:
    """One light as it was set. `synthetisch`: made up for the demo, in no document."""

    aspect: Aspect
    kleur: Kleur
    peildatum: date
    synthetisch: bool


def zwaarste(kleuren: Iterable[Kleur]) -> Kleur:
    """Return the colour that asks most attention; without any it is unknown."""
    alle = set(kleuren)
    return next((kleur for kleur in ZWAARTE if kleur in alle), Kleur.ONBEKEND)


def vouw(lichten: Iterable[Licht], peildatum: date | None = None) -> dict[Aspect, Licht]:
    """Fold lights in order of setting to the one per aspect that holds on `peildatum` (None: the last).

    A light of a later day beats one of an earlier day; of two of one day the last that was set counts.
    """
    stand: dict[Aspect, Licht] = {}
    for nieuw in lichten:
        oud = stand.get(nieuw.aspect)
        te_laat = peildatum is not None and nieuw.peildatum > peildatum
        if not te_laat and (oud is None or oud.peildatum <= nieuw.peildatum):
            stand[nieuw.aspect] = nieuw
    return stand


# Of twenty synthetic lights sixteen are green: about half of the activities then has three green ones.
_VOORBEELD = (Kleur.GROEN,) * 16 + (Kleur.ORANJE,) * 3 + (Kleur.ROOD,)


def voorbeeldkleur(activiteit: str, aspect: Aspect) -> Kleur:
    """Return the made-up colour of an activity's light: always the same one for the same code."""
    return _VOORBEELD[hashlib.sha256(f"{activiteit}/{aspect}".encode()).digest()[0] % len(_VOORBEELD)]


@dataclass(frozen=True, slots=True)
class Bedragen:
    """Charges, income and balance in euro cents; charges are negative, as municipalities print them."""

    lasten: int
    baten: int
    saldo: int


@dataclass(frozen=True, slots=True)
class Mutatie:
    """A change of the budget in euro cents. `saldo` is what the document names, if it names one."""

    naam: str
    lasten: int
    baten: int
    saldo: int | None
    soort: Soort
    toelichting: str = ""


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


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something that does not add up: in which table and line, what is named, what it should be.

    `genoemd` and `berekend` are euro cents, or the letters I and S. `onderwerp` says what is compared
    (lasten, baten, saldo, soort); `bij` is the line that the suspicion points at.
    """

    tabel: str
    regel: str
    onderwerp: str
    genoemd: int | str
    berekend: int | str
    vermoeden: Vermoeden
    bij: str = ""

    @property
    def verschil(self) -> int | None:
        """Return named minus computed in euro cents; None where no amounts are compared."""
        if isinstance(self.genoemd, int) and isinstance(self.berekend, int):
            return self.genoemd - self.berekend
        return None


TOTAAL = "Totaal"
"""The line of the totals in a finding."""


def tel_op(mutaties: Iterable[Mutatie]) -> Bedragen:
    """Return the totals. They are always computed, never typed."""
    alle = list(mutaties)
    lasten, baten = sum(m.lasten for m in alle), sum(m.baten for m in alle)
    return Bedragen(lasten, baten, lasten + baten)


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


def vermoed(genoemd: int, regels: Mapping[str, int]) -> tuple[Vermoeden, str]:
    """Return what is probably wrong with a named total of these lines, and at which line ("": the total).

    The first explanation that makes up the whole difference, from the most to the least telling. An
    explanation that fits more than one line points at none of them.
    """
    berekend = sum(regels.values())
    stap = 100 if all(bedrag % 100 == 0 for bedrag in (genoemd, *regels.values())) else 1
    verschil = genoemd - berekend
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

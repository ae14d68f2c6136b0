"""The format of an evaluation by accents: tables of actions, results and advice, budgets, the aims.

In the text of such a document the cells of a table run together line by line. What a line is, follows from
what can follow what (action, result, advice, and again a result or an action), from how advice is worded and
from how long a line is: the column of results is the wide one. The colours are not in the text: "niet
leesbaar".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samendoen.beleid.rules.bedragen import GETAL, eurocent
from samendoen.beleid.rules.bron import Deel, Stuk, Stukken, Tabelrij, nieuwe_bladzij, tekst
from samendoen.beleid.rules.vertrekpunt import Vertrekpunt, lees_vertrekpunten
from samendoen.beleid.rules.voortgangsdocument import KLEURWOORDEN, NIET_LEESBAAR

_ACCENT = re.compile(r"^accent\s+(?P<nr>\d+)\s*[:.]\s*(?P<titel>.+)$", re.IGNORECASE)
_KOP = re.compile(r"^acties\b.*\bresultaten\b", re.IGNORECASE)
_REST_KOP = re.compile(r"^(advies|voor|vervolg|advies voor vervolg|voor vervolg)$", re.IGNORECASE)
_GELD = re.compile(r"^(?P<wat>beschikbaar|besteed)\b[^:]*?(?P<jaar>20\d\d)?\s*:", re.IGNORECASE)
_HOOFDSTUK = re.compile(r"^\d+\s+[A-Z][a-zé]+")
_ADVIES = re.compile(
    r"^(afgerond|(niet )?voortzetten|doorontwikkelen|(ambtelijk )?geborgd|mogelijk herhalen|meenemen|"
    r"onderbrengen|ondergebracht|stoppen|bestendigen)\b",
    re.IGNORECASE,
)
_ADVIES_ACHTERAAN = re.compile(
    r"^(.{12,}?\S)\s+((?:Afgerond|Voortzetten|Niet voortzetten|Doorontwikkelen)\b.{0,25})$"
)
_RESULTAAT = re.compile(r"^(we\b|er (is|zijn)\b|dit\b|niet uitgevoerd\b|niet gerealiseerd\.)", re.IGNORECASE)
_RESULTAAT_ERNA = re.compile(r"^([A-Z].{4,40}?)\s+((?:We hebben|Er is|Er zijn)\s.+)$")
_OPEN = re.compile(r"\b(en|in|naar|bij|van|plan|het|de|via|niet|mogelijk|wordt|met)$", re.IGNORECASE)
_WERKWOORD = re.compile(r"\b(is|zijn|wordt|worden|hebben|heeft)\b")
LANGSTE_CEL = 300
"""A line of a table is at most so long."""
BREED = 30
"""A line of a column of results is at least so long; one of the others seldom is."""


@dataclass(frozen=True, slots=True)
class GelezenResultaat:
    """What came of an action, and the advice for what comes next. `kleur`: as written, never guessed."""

    resultaat: Stukken
    advies: Stukken
    kleur: str = NIET_LEESBAAR
    licht: Stukken = ()


@dataclass(frozen=True, slots=True)
class GelezenActie:
    """An action with its results."""

    actie: Stukken
    resultaten: tuple[GelezenResultaat, ...]


@dataclass(frozen=True, slots=True)
class Besteding:
    """What was available or spent in a year, in cents; the pieces it was read from."""

    jaar: int | None
    bedrag: int | None
    stukken: Stukken


@dataclass(frozen=True, slots=True)
class GelezenAccent:
    """One accent: its actions and results, its budget, and its aims if the document tells them elsewhere."""

    nummer: int
    titel: Stukken
    inleiding: Stukken
    acties: tuple[GelezenActie, ...]
    beschikbaar: Besteding | None
    besteed: Besteding | None
    vertrekpunt: Vertrekpunt | None
    etiketten: Stukken

    @property
    def naam(self) -> str:
        """Return what the accent is called, without its number."""
        past = _ACCENT.match(tekst(self.titel))
        return past["titel"] if past else tekst(self.titel)


class _Soort(StrEnum):
    ACTIE = "actie"
    RESULTAAT = "resultaat"
    ADVIES = "advies"


@dataclass(slots=True)
class _Rij:
    resultaat: list[Stuk] = field(default_factory=list)
    advies: list[Stuk] = field(default_factory=list)
    licht: list[Stuk] = field(default_factory=list)


@dataclass(slots=True)
class _Actie:
    actie: list[Stuk] = field(default_factory=list)
    rijen: list[_Rij] = field(default_factory=list)

    def af(self) -> GelezenActie:
        rijen = [
            GelezenResultaat(tuple(r.resultaat), tuple(r.advies), _kleur(r.licht), tuple(r.licht))
            for r in self.rijen
        ]
        return GelezenActie(tuple(self.actie), tuple(rijen))


def _kleur(licht: Sequence[Stuk]) -> str:
    return KLEURWOORDEN.get(" ".join(stuk.tekst for stuk in licht).strip().casefold(), NIET_LEESBAAR)


def is_accenten(delen: Sequence[Deel]) -> bool:
    """Return whether a document has this format: an accent and a table of actions and results."""
    regels = [_platte(deel) for deel in delen]
    return any(_ACCENT.match(r) for r in regels) and any(_KOP.match(r) for r in regels)


def _platte(deel: Deel) -> str:
    return " ".join(deel.cellen).strip() if isinstance(deel, Tabelrij) else deel.tekst.strip()


def lees_accenten(delen: Sequence[Deel]) -> tuple[list[GelezenAccent], list[Deel]]:
    """Return the accents of a document, and everything that belongs to none."""
    punten, rest = lees_vertrekpunten(delen)
    accenten: list[GelezenAccent] = []
    over: list[Deel] = []
    i = 0
    while i < len(rest):
        past = _ACCENT.match(_platte(rest[i]))
        if not past:
            over.append(rest[i])
            i += 1
            continue
        einde = _einde(rest, i + 1)
        nummer = int(past["nr"])
        accenten.append(_lees_accent(nummer, rest[i:einde], punten.pop(nummer, None)))
        i = einde
    over += [stuk for punt in punten.values() for stuk in punt.stukken()]
    return accenten, over


def _einde(delen: Sequence[Deel], begin: int) -> int:
    """Return where an accent ends: at the next one, or at a chapter after its table."""
    in_tabel = False
    for i in range(begin, len(delen)):
        deel, platte = delen[i], _platte(delen[i])
        in_tabel = in_tabel or bool(_KOP.match(platte))
        hoofdstuk = isinstance(deel, Stuk) and bool(_HOOFDSTUK.match(platte))
        begint = isinstance(deel, Stuk) and (deel.kop or nieuwe_bladzij(deel))
        if _ACCENT.match(platte) or (in_tabel and hoofdstuk and begint):
            return i
    return len(delen)


def _lees_accent(nummer: int, delen: Sequence[Deel], punt: Vertrekpunt | None) -> GelezenAccent:
    lezer = _Accentlezer()
    for deel in delen[1:]:
        lezer.neem(deel)
    eerste = delen[0]
    titel = eerste.stukken() if isinstance(eerste, Tabelrij) else (eerste,)
    return GelezenAccent(
        nummer=nummer,
        titel=titel,
        inleiding=tuple(lezer.inleiding),
        acties=tuple(actie.af() for actie in lezer.tabel.klaar()),
        beschikbaar=lezer.geld.get("beschikbaar"),
        besteed=lezer.geld.get("besteed"),
        vertrekpunt=punt,
        etiketten=tuple(lezer.etiketten),
    )


class _Accentlezer:
    def __init__(self) -> None:
        self.inleiding: list[Stuk] = []
        self.etiketten: list[Stuk] = []
        self.geld: dict[str, Besteding] = {}
        self.tabel = _Tabel()
        self.kolommen: dict[str, int] = {}
        self.na_kop = False

    def neem(self, deel: Deel) -> None:
        platte = _platte(deel)
        if _KOP.match(platte):
            self.na_kop = True
            self.etiketten += deel.stukken() if isinstance(deel, Tabelrij) else [deel]
            self.kolommen = _kolommen(deel.cellen) if isinstance(deel, Tabelrij) else {}
        elif isinstance(deel, Tabelrij):
            self.tabel.neem_rij(deel, self.kolommen)
        elif (past := _GELD.match(platte)) and past["wat"].casefold() not in self.geld:
            self.geld[past["wat"].casefold()] = _besteding(past, deel)
        elif not self.na_kop:
            self.inleiding += [deel] if platte else []
        elif platte and self.tabel.leeg and _REST_KOP.match(platte):
            self.etiketten.append(deel)
        else:
            self.tabel.neem(deel)


def _kolommen(cellen: Sequence[str]) -> dict[str, int]:
    soorten = {"actie": "acti", "resultaat": "resulta", "advies": "advies", "licht": "kleur"}
    return {
        naam: i
        for naam, begin in soorten.items()
        for i, cel in enumerate(cellen)
        if cel.strip().casefold().startswith(begin)
    }


def _besteding(past: re.Match[str], stuk: Stuk) -> Besteding:
    erna = stuk.tekst.strip()[past.end() :][:LANGSTE_CEL]
    getallen = [eurocent(g.group()) for g in re.finditer(GETAL, erna)]
    jaar = int(past["jaar"]) if past["jaar"] else None
    return Besteding(jaar, getallen[-1] if getallen else None, (stuk,))


_TWEE_CELLEN = (
    (_ADVIES_ACHTERAAN, (_Soort.RESULTAAT, _Soort.ADVIES)),
    (_RESULTAAT_ERNA, (_Soort.ACTIE, _Soort.RESULTAAT)),
)


class _Tabel:
    """Sorts the lines of a table into actions, results and advice."""

    def __init__(self) -> None:
        self.acties: list[_Actie] = []
        self.staat = _Soort.ACTIE

    @property
    def leeg(self) -> bool:
        return not self.acties

    def klaar(self) -> list[_Actie]:
        """Return the actions; what looks like an action but is a sentence belongs to the advice above."""
        uit: list[_Actie] = []
        for actie in self.acties:
            woorden = " ".join(stuk.tekst for stuk in actie.actie)
            vorige = uit[-1].rijen[-1] if uit and uit[-1].rijen else None
            if vorige and vorige.advies and _WERKWOORD.search(woorden):
                vorige.advies += actie.actie
                uit[-1].rijen += actie.rijen
            else:
                uit.append(actie)
        return uit

    def neem_rij(self, rij: Tabelrij, kolommen: dict[str, int]) -> None:
        """Take a row of the file itself; without an action it belongs to the one above."""
        stukken = rij.stukken()

        def cel(naam: str, anders: int) -> list[Stuk]:
            i = kolommen.get(naam, anders if not kolommen else len(stukken))
            return [s for s in stukken[i : i + 1] if s.tekst.strip()]

        actie = cel("actie", 0)
        if actie or not self.acties:
            self.acties.append(_Actie(actie))
        gebruikt = set(kolommen.values()) or {0, 1, 2}
        over = [s for i, s in enumerate(stukken) if i not in gebruikt and s.tekst.strip()]
        nieuw = _Rij([*cel("resultaat", 1), *over], cel("advies", 2), cel("licht", len(stukken)))
        self.acties[-1].rijen.append(nieuw)

    def neem(self, stuk: Stuk) -> None:
        """Take a line; one that holds two cells is cut first."""
        if not stuk.tekst.strip():
            # A line with one blank is an empty cell: what comes next is another one.
            if stuk.tekst == " " and self.staat is _Soort.RESULTAAT:
                self.staat = _Soort.ADVIES
            return
        kaal = stuk.tekst.strip()
        for vorm, soorten in _TWEE_CELLEN if len(kaal) <= LANGSTE_CEL else ():
            if past := vorm.match(kaal):
                for soort, woorden in zip(soorten, past.groups(), strict=True):
                    self._leg(soort, Stuk(stuk.nr, woorden))
                return
        self._leg(self._soort(stuk, kaal), stuk)

    def _soort(self, stuk: Stuk, kaal: str) -> _Soort:
        groot = kaal[:1].isupper() or kaal[:1] in "”“\"'"
        begint = groot and (len(kaal) >= BREED or bool(_RESULTAAT.match(kaal)))
        if self.staat is _Soort.ACTIE:
            return _Soort.RESULTAAT if begint and self.acties else _Soort.ACTIE
        if _ADVIES.match(kaal):
            return _Soort.ADVIES
        if self.staat is _Soort.RESULTAAT:
            return _Soort.RESULTAAT
        if begint or (len(kaal) >= BREED and not groot):
            return _Soort.RESULTAAT
        laatste = self._laatste_advies()
        if nieuwe_bladzij(stuk) or (groot and not _OPEN.search(laatste)):
            return _Soort.ACTIE
        return _Soort.ADVIES

    def _laatste_advies(self) -> str:
        rijen = self.acties[-1].rijen if self.acties else []
        return rijen[-1].advies[-1].tekst.strip() if rijen and rijen[-1].advies else ""

    def _leg(self, soort: _Soort, stuk: Stuk) -> None:
        """Put a line where it belongs and remember what it was."""
        kaal = stuk.tekst.strip()
        vervolg = kaal[:1].islower()
        if not self.acties or (soort is _Soort.ACTIE and self.staat is not _Soort.ACTIE and not vervolg):
            self.acties.append(_Actie())
        actie = self.acties[-1]
        if soort is _Soort.ACTIE:
            actie.actie.append(stuk)
        else:
            nieuw = soort is _Soort.RESULTAAT and self.staat is not _Soort.RESULTAAT and not vervolg
            if nieuw or not actie.rijen:
                actie.rijen.append(_Rij())
            rij = actie.rijen[-1]
            (rij.resultaat if soort is _Soort.RESULTAAT else rij.advies).append(stuk)
            if soort is _Soort.RESULTAAT and rij.advies and kaal.endswith("."):
                # A result that went on after a page break, its advice already given: the row is complete.
                soort = _Soort.ADVIES
        self.staat = soort

"""The budget of a plan over the years: lines, cover, savings targets, what was spent, advice and the gap.

Amounts are euro cents; every total is computed. What a document names as a total stands apart and is
compared. A line that is part of another one (`deel_van`) is not counted twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samendoen.beleid.rules.controle import TOTAAL, Bevinding, Vermoeden, vermoed
from samendoen.beleid.rules.geld import Soort
from samendoen.beleid.rules.lichten import Kleur


class Zwaarte(StrEnum):
    """How much of a choice was made: Lansingerland's three levels."""

    LICHT = "licht"
    MIDDEL = "middel"
    ZWAAR = "zwaar"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A year of the budget, or years together; `titel` as the document calls it.

    `doorlopend`: "and further", the same amount in each year after it.
    """

    code: str
    titel: str
    jaar: int
    doorlopend: bool = False


@dataclass(frozen=True, slots=True)
class Budgetregel:
    """A line: what is available per column, structural or incidental, and what covers it.

    `doel` is the code of the goal it is for. A column that is left out is not decided yet.
    """

    code: str
    naam: str
    bedragen: dict[str, int]
    soort: Soort
    dekking: str = ""
    doel: str = ""
    deel_van: str = ""


@dataclass(frozen=True, slots=True)
class Taakstelling:
    """What must be saved from a column on; negative."""

    titel: str
    kolom: str
    bedrag: int


@dataclass(frozen=True, slots=True)
class Besteding:
    """What was available and spent in a year, up to a day if one is known."""

    regel: str
    jaar: int
    beschikbaar: int
    besteed: int
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Advies:
    """What is advised for a column, for one thing."""

    naam: str
    bedrag: int
    regel: str = ""


@dataclass(frozen=True, slots=True)
class Keuze:
    """How much light, middle and heavy would cost, and what was chosen."""

    naam: str
    bedragen: dict[Zwaarte, int]
    gekozen: Zwaarte | None


@dataclass(frozen=True, slots=True)
class Genoemd:
    """What a document names: totals per column, what is left, what is advised, the gap, the room."""

    totalen: dict[str, int]
    beschikbaar: int | None = None
    advies: int | None = None
    tekort: int | None = None
    ruimte: int | None = None


@dataclass(frozen=True, slots=True)
class Begroting:
    """A budget with everything that belongs to it. `advieskolom`: the column that the advice is about."""

    titel: str
    kolommen: tuple[Kolom, ...]
    regels: tuple[Budgetregel, ...]
    taakstellingen: tuple[Taakstelling, ...] = ()
    bestedingen: tuple[Besteding, ...] = ()
    advies: tuple[Advies, ...] = ()
    advieskolom: str = ""
    keuzen: tuple[Keuze, ...] = ()
    genoemd: Genoemd | None = None

    def geteld(self) -> tuple[Budgetregel, ...]:
        """Return the lines that count: those that are not part of another one."""
        return tuple(regel for regel in self.regels if not regel.deel_van)

    def totaal(self, kolom: str, soort: Soort | None = None) -> int:
        """Return what is available in a column, of one kind or of both."""
        return sum(r.bedragen.get(kolom, 0) for r in self.geteld() if soort in (None, r.soort))

    def kolom_van(self, jaar: int) -> Kolom | None:
        """Return the column that says what there is in a year; None when the budget does not know."""
        zelf = [k for k in self.kolommen if k.jaar == jaar]
        verder = [k for k in self.kolommen if k.doorlopend and k.jaar < jaar]
        return zelf[0] if zelf else (verder[-1] if verder else None)

    def beschikbaar(self, regel: str, jaar: int) -> int | None:
        """Return what a line has in a year; None when that is not known or not decided."""
        kolom = self.kolom_van(jaar)
        bedragen = next(r.bedragen for r in self.regels if r.code == regel)
        return bedragen.get(kolom.code) if kolom else None

    def taakstelling(self, kolom: str) -> int:
        """Return what must be saved in a column; nought or negative."""
        return sum(t.bedrag for t in self.taakstellingen if t.kolom == kolom)

    def over(self, kolom: str) -> int:
        """Return what is left of a column after what must be saved."""
        return self.totaal(kolom) + self.taakstelling(kolom)

    @property
    def geadviseerd(self) -> int:
        """Return what is advised, added up."""
        return sum(regel.bedrag for regel in self.advies)

    @property
    def tekort(self) -> int:
        """Return how much more is advised than is left; negative when less."""
        return self.geadviseerd - self.over(self.advieskolom) if self.advies else 0

    def besteed(self, jaar: int) -> tuple[int, int]:
        """Return what was available and spent in a year, over the lines of which that is known."""
        van = [b for b in self.bestedingen if b.jaar == jaar]
        return sum(b.beschikbaar for b in van), sum(b.besteed for b in van)

    @property
    def gekozen(self) -> int:
        """Return what the choices that were made cost together."""
        return sum(keuze.bedragen[keuze.gekozen] for keuze in self.keuzen if keuze.gekozen)


def prognose(besteed: int, tot: date) -> int:
    """Return what will have been spent at the end of the year if it goes on as until `tot`.

    By whole months that have passed, rounded to the cent; in the first month nothing can be said and the
    amount itself comes back. Spending that is not even over the year makes this a guess; the page says so.
    """
    maanden = tot.month if (tot.month, tot.day) == (12, 31) or _laatste_dag(tot) else tot.month - 1
    return besteed if maanden == 0 else (2 * besteed * 12 + maanden) // (2 * maanden)


def _laatste_dag(dag: date) -> bool:
    volgende = date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)
    return (volgende - dag).days == 1


@dataclass(frozen=True, slots=True)
class Lichtregel:
    """What a light for money means: data of a municipality. Shares of what is available, in percent."""

    groen_tot: int = 100
    oranje_tot: int = 110


def geldlicht(beschikbaar: int, verwacht: int, regel: Lichtregel) -> Kleur:
    """Return the colour that the expected spending has by this rule; unknown without a budget."""
    if beschikbaar <= 0:
        return Kleur.ONBEKEND
    if verwacht * 100 <= beschikbaar * regel.groen_tot:
        return Kleur.GROEN
    return Kleur.ORANJE if verwacht * 100 <= beschikbaar * regel.oranje_tot else Kleur.ROOD


def controleer_begroting(b: Begroting) -> list[Bevinding]:
    """Return what a budget names that differs from its lines, and lines that contradict each other."""
    gevonden = [*_delen(b), *_bestedingen(b)]
    return gevonden + (_genoemd(b, b.genoemd) if b.genoemd else [])


def _genoemd(b: Begroting, genoemd: Genoemd) -> list[Bevinding]:
    gevonden: list[Bevinding] = []
    for kolom in b.kolommen:
        regels = {r.naam: r.bedragen.get(kolom.code, 0) for r in b.geteld()}
        gevonden += _vergelijk(b.titel, TOTAAL, kolom.titel, genoemd.totalen.get(kolom.code), regels)
    elders = {a.naam: _bedragen(b, a.regel) for a in b.advies}
    advies = {a.naam: a.bedrag for a in b.advies}
    gevonden += _vergelijk(b.titel, TOTAAL, "advies", genoemd.advies, advies, elders)
    over = {"totaal": b.totaal(b.advieskolom), "taakstelling": b.taakstelling(b.advieskolom)}
    gevonden += _vergelijk(b.titel, "Beschikbaar", "", genoemd.beschikbaar, over)
    # The gap follows from the two totals that the document itself names.
    geteld = genoemd.advies if genoemd.advies is not None else b.geadviseerd
    left = genoemd.beschikbaar if genoemd.beschikbaar is not None else b.over(b.advieskolom)
    gevonden += _vergelijk(b.titel, "Tekort", "", genoemd.tekort, {"advies": geteld, "beschikbaar": -left})
    keuzen = {k.naam: k.bedragen[k.gekozen] for k in b.keuzen if k.gekozen}
    return gevonden + _vergelijk(b.titel, "Ruimte", "keuze", genoemd.ruimte, keuzen)


def _bedragen(b: Begroting, code: str) -> list[int]:
    return [bedrag for r in b.regels if code and r.code == code for bedrag in r.bedragen.values()]


def _vergelijk(
    tabel: str,
    regel: str,
    onderwerp: str,
    genoemd: int | None,
    regels: dict[str, int],
    elders: dict[str, list[int]] | None = None,
) -> list[Bevinding]:
    berekend = sum(regels.values())
    if genoemd is None or genoemd == berekend:
        return []
    wat, bij = vermoed(genoemd, regels, elders)
    moet = regels[bij] + genoemd - berekend if bij in regels else None
    return [Bevinding(tabel, regel, onderwerp, genoemd, berekend, wat, bij, moet)]


def _delen(b: Begroting) -> Iterable[Bevinding]:
    """A part of a line is never more than that line."""
    per = {r.code: r for r in b.regels}
    for deel in b.regels:
        if not deel.deel_van:
            continue
        heel = per[deel.deel_van]
        for kolom in b.kolommen:
            bedrag, ruimte = deel.bedragen.get(kolom.code, 0), heel.bedragen.get(kolom.code, 0)
            if bedrag > ruimte:
                yield Bevinding(
                    b.titel, deel.naam, kolom.titel, bedrag, ruimte, Vermoeden.ANDERE_TABEL, heel.naam
                )


def _bestedingen(b: Begroting) -> Iterable[Bevinding]:
    """What was available by the account of a year is what the budget says for that year."""
    jaren: dict[int, Sequence[Kolom]] = {}
    for kolom in b.kolommen:
        jaren[kolom.jaar] = [*jaren.get(kolom.jaar, ()), kolom]
    per = {r.code: r for r in b.regels}
    for besteding in b.bestedingen:
        for kolom in jaren.get(besteding.jaar, ()):
            begroot = per[besteding.regel].bedragen.get(kolom.code, 0)
            if begroot != besteding.beschikbaar:
                klein = abs(begroot - besteding.beschikbaar) < 1_000_00
                wat = Vermoeden.AFRONDING if klein else Vermoeden.ANDERE_TABEL
                naam = per[besteding.regel].naam
                yield Bevinding(
                    f"Besteed in {besteding.jaar}",
                    naam,
                    "beschikbaar",
                    besteding.beschikbaar,
                    begroot,
                    wat,
                    b.titel,
                )

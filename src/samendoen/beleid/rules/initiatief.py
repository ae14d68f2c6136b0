"""An initiative before it gets money, while it runs and after: conditions, room, moments, the decision.

Amounts are euro cents. A division over villages adds up exactly: what cannot be divided goes one cent at a
time to the largest remainders, and of equal ones to the first by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samendoen.beleid.events.initiatief import (
    EvaluatieGehouden,
    EvaluatieTeruggenomen,
    InitiatiefAfgewezen,
    InitiatiefBesloten,
    InitiatiefGewijzigd,
    InitiatiefHeropend,
    InitiatiefIngediend,
    InitiatiefToegekend,
    VoorwaardeGetoetst,
)


class Initiatiefstaat(StrEnum):
    """Where an initiative is."""

    TOETS = "toets"
    LOOPT = "loopt"
    AFGEWEZEN = "afgewezen"
    BESLOTEN = "besloten"


class Uitkomst(StrEnum):
    """What came of one condition."""

    VOLDOET = "voldoet"
    NIET = "niet"
    UITWERKEN = "uitwerken"


class Besluit(StrEnum):
    """What is decided once an initiative was evaluated."""

    STRUCTUREEL = "structureel"
    STOPPEN = "stoppen"
    AANBESTEDEN = "aanbesteden"


class Daad(StrEnum):
    """What is done to an initiative."""

    WIJZIG = "wijzig"
    TOETS = "toets"
    KEN_TOE = "ken_toe"
    WIJS_AF = "wijs_af"
    EVALUEER = "evalueer"
    BESLUIT = "besluit"
    HEROPEN = "heropen"


S = Initiatiefstaat
OVERGANGEN: dict[Daad, dict[Initiatiefstaat, Initiatiefstaat]] = {
    Daad.WIJZIG: {S.TOETS: S.TOETS},
    Daad.TOETS: {S.TOETS: S.TOETS},
    Daad.KEN_TOE: {S.TOETS: S.LOOPT},
    Daad.WIJS_AF: {S.TOETS: S.AFGEWEZEN},
    Daad.EVALUEER: {S.LOOPT: S.LOOPT},
    Daad.BESLUIT: {S.LOOPT: S.BESLOTEN},
    Daad.HEROPEN: {S.LOOPT: S.TOETS, S.AFGEWEZEN: S.TOETS, S.BESLOTEN: S.LOOPT},
}


def wordt(daad: Daad, staat: Initiatiefstaat) -> Initiatiefstaat | None:
    """Return the state after `daad`; None when it cannot be done now."""
    return OVERGANGEN[daad].get(staat)


def niet_voldaan(voorwaarden: Sequence[str], uitkomsten: Mapping[str, str]) -> tuple[str, ...]:
    """Return the conditions that are not met, in order: not looked at yet, to be worked out, or not met."""
    return tuple(code for code in voorwaarden if uitkomsten.get(code) != Uitkomst.VOLDOET)


class Mist(StrEnum):
    """What a start lacks: an initiative is bounded in time and money, and looked back on as was agreed."""

    TIJD = "tijd"
    GELD = "geld"
    DOEL = "doel"
    GRONDEN = "gronden"
    MOMENTEN = "momenten"
    MOMENT_ERBUITEN = "moment_erbuiten"


def mist_bij_start(
    van: date,
    tot: date,
    eurocent: int,
    beoogd: str,
    gronden: Sequence[str],
    momenten: Sequence[date],
) -> Mist | None:
    """Return the first thing that was not agreed before the start; None when all was.

    Moments lie after the first day; the last one may be up to half a year after the end.
    """
    if tot < van:
        return Mist.TIJD
    if eurocent <= 0:
        return Mist.GELD
    if not beoogd.strip():
        return Mist.DOEL
    if not gronden:
        return Mist.GRONDEN
    if not momenten:
        return Mist.MOMENTEN
    erbuiten = any(m <= van or (m - tot).days > 183 for m in momenten)
    return Mist.MOMENT_ERBUITEN if erbuiten else None


@dataclass(frozen=True, slots=True)
class Geldregel:
    """A line of the budget in one year: what is available (None: not decided yet), granted, and left."""

    code: str
    beschikbaar: int | None
    toegekend: int

    @property
    def over(self) -> int | None:
        """Return what can still be granted."""
        return None if self.beschikbaar is None else self.beschikbaar - self.toegekend


def geld_per_regel(
    beschikbaar: Mapping[str, int | None], deel_van: Mapping[str, str], toegekend: Mapping[str, int]
) -> dict[str, Geldregel]:
    """Return the lines of one year; what is granted from a part is granted from the whole it is a part of."""
    som = {code: toegekend.get(code, 0) for code in beschikbaar}
    for code, eurocent in toegekend.items():
        boven = deel_van.get(code)
        while boven:
            som[boven] = som.get(boven, 0) + eurocent
            boven = deel_van.get(boven)
    return {code: Geldregel(code, bedrag, som[code]) for code, bedrag in beschikbaar.items()}


def tekort(
    regels: Mapping[str, Geldregel], deel_van: Mapping[str, str], code: str, eurocent: int
) -> Geldregel | None:
    """Return the first line, from `code` up to the whole, in which there is no room for an amount."""
    hier: str | None = code
    while hier:
        over = regels[hier].over if hier in regels else None
        if over is None or over < eurocent:
            return regels.get(hier, Geldregel(hier, None, 0))
        hier = deel_van.get(hier)
    return None


class Weigering(StrEnum):
    """Why there can be no decision yet."""

    NIETS_GEEVALUEERD = "niets_geevalueerd"
    NOG_MOMENTEN = "nog_momenten"
    REDEN = "reden"
    ZAAK = "zaak"
    RAAD = "raad"
    TE_VEEL = "te_veel"


def weiger_besluit(
    besluit: Besluit, gehouden: int, open_: int, reden: str, zaak: str, raad: str, besteed: int, bedrag: int
) -> Weigering | None:
    """Return why this decision cannot be taken; None when it can.

    Stopping asks one evaluation; going on, in whatever way, all that were agreed. Structural money asks what
    it brings in terms of money, and that the council gave the budget (Heuvelrug 5.1.1).
    """
    if not gehouden:
        return Weigering.NIETS_GEEVALUEERD
    if besluit is not Besluit.STOPPEN and open_:
        return Weigering.NOG_MOMENTEN
    if not reden.strip():
        return Weigering.REDEN
    if besluit is Besluit.STRUCTUREEL and not zaak.strip():
        return Weigering.ZAAK
    if besluit is Besluit.STRUCTUREEL and not raad.strip():
        return Weigering.RAAD
    return Weigering.TE_VEEL if besteed > bedrag else None


def verdeel(eurocent: int, inwoners: Mapping[str, int]) -> dict[str, int]:
    """Divide an amount over villages by their inhabitants; adds up exactly. Raises ValueError without any."""
    samen = sum(inwoners.values())
    if eurocent < 0 or samen <= 0 or any(n < 0 for n in inwoners.values()):
        raise ValueError("niets te verdelen")
    delen = {dorp: eurocent * n // samen for dorp, n in inwoners.items()}
    rest = eurocent - sum(delen.values())
    grootste = sorted(inwoners, key=lambda dorp: (-(eurocent * inwoners[dorp] % samen), dorp))
    for dorp in grootste[:rest]:
        delen[dorp] += 1
    return delen


@dataclass(frozen=True, slots=True)
class Initiatiefstand:
    """What the events of an initiative say of it."""

    staat: Initiatiefstaat
    bedrag: int
    uitkomsten: tuple[tuple[str, str], ...] = ()
    gehouden: frozenset[int] = frozenset()
    besluit: str = ""


def vouw(gebeurtenissen: Iterable[object]) -> Initiatiefstand | None:
    """Return the initiative as its events in order made it; None without a first one."""
    stand: Initiatiefstand | None = None
    for g in gebeurtenissen:
        if isinstance(g, InitiatiefIngediend):
            stand = Initiatiefstand(S.TOETS, g.bedrag_eurocent)
        elif stand is not None:
            stand = _na(stand, g)
    return stand


def _na(stand: Initiatiefstand, g: object) -> Initiatiefstand:
    match g:
        case InitiatiefGewijzigd():
            return replace(stand, bedrag=g.bedrag_eurocent)
        case VoorwaardeGetoetst():
            over = dict(stand.uitkomsten) | {g.voorwaarde: g.uitkomst}
            return replace(stand, uitkomsten=tuple(sorted(over.items())))
        case InitiatiefToegekend():
            return replace(stand, staat=S.LOOPT)
        case InitiatiefAfgewezen():
            return replace(stand, staat=S.AFGEWEZEN)
        case EvaluatieGehouden():
            return replace(stand, gehouden=stand.gehouden | {g.moment})
        case EvaluatieTeruggenomen():
            return replace(stand, gehouden=stand.gehouden - {g.moment})
        case InitiatiefBesloten():
            return replace(stand, staat=S.BESLOTEN, besluit=g.besluit)
        case InitiatiefHeropend():
            return replace(stand, staat=OVERGANGEN[Daad.HEROPEN][stand.staat], besluit="")
    return stand

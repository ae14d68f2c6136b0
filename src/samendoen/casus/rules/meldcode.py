"""Rules of the meldcode: five steps in any order, what is missing, and the fold of a path.

Nothing is locked: a professional in a hurry reports first and writes down the rest afterwards. What is
missing is said, and a path ends when every step was taken, or left out with a reason.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Doelgroep(StrEnum):
    """Whose safety it is about: each has its own guidance."""

    KIND = "kind"
    VOLWASSENE = "volwassene"
    OUDERE = "oudere"


class Padstatus(StrEnum):
    """Where a path stands."""

    LOOPT = "loopt"
    GEPAUZEERD = "gepauzeerd"
    AFGEROND = "afgerond"
    INGETROKKEN = "ingetrokken"


class Stapsoort(StrEnum):
    """A step of the meldcode, or one towards Veilig Thuis and the youth-protection table."""

    SIGNALEN = "signalen"
    OVERLEG = "overleg"
    GESPREK = "gesprek"
    WEGEN = "wegen"
    BESLISSEN = "beslissen"
    VT_MELDING = "vt_melding"
    VT_TERUGKOPPELING = "vt_terugkoppeling"
    TAFEL_VERZOEK = "tafel_verzoek"
    TAFEL_UITKOMST = "tafel_uitkomst"
    RAAD_VERZOEK = "raad_verzoek"


STAPPEN = (
    Stapsoort.SIGNALEN,
    Stapsoort.OVERLEG,
    Stapsoort.GESPREK,
    Stapsoort.WEGEN,
    Stapsoort.BESLISSEN,
)
KETEN = tuple(soort for soort in Stapsoort if soort not in STAPPEN)


class Meldbesluit(StrEnum):
    """What a professional decides at the last step: two questions, both may be yes."""

    MELDEN = "melden"
    HULP = "hulp"
    MELDEN_EN_HULP = "melden_en_hulp"
    AFSLUITEN = "afsluiten"


# Outcome of the weighing (recht.meldcode.Besluit) -> the decisions that follow it.
PAST_BIJ: Mapping[str, frozenset[Meldbesluit]] = {
    "afsluiten": frozenset({Meldbesluit.AFSLUITEN}),
    "melden": frozenset({Meldbesluit.MELDEN, Meldbesluit.MELDEN_EN_HULP}),
    "hulp": frozenset({Meldbesluit.HULP}),
}
MELDT = frozenset({Meldbesluit.MELDEN, Meldbesluit.MELDEN_EN_HULP})


class GeenTweede(StrEnum):
    """Why no second professional stands beside the director while a path runs."""

    GEEN_COLLEGA = "geen_collega"
    TE_SPOED = "te_spoed"
    ANDER_KIJKT_MEE = "ander_kijkt_mee"
    ANDERS = "anders"


# status -> action -> status
PAD_OVERGANGEN: dict[Padstatus, dict[str, Padstatus]] = {
    Padstatus.LOOPT: {
        "pauzeer": Padstatus.GEPAUZEERD,
        "rond_af": Padstatus.AFGEROND,
        "trek_in": Padstatus.INGETROKKEN,
    },
    Padstatus.GEPAUZEERD: {
        "hervat": Padstatus.LOOPT,
        "rond_af": Padstatus.AFGEROND,
        "trek_in": Padstatus.INGETROKKEN,
    },
    Padstatus.AFGEROND: {"heropen": Padstatus.LOOPT},
    Padstatus.INGETROKKEN: {},
}
BEZIG = frozenset({Padstatus.LOOPT, Padstatus.GEPAUZEERD})


def ontbreekt_stap(gezet: Collection[str]) -> tuple[Stapsoort, ...]:
    """Return the steps that were not taken, nor left out with a reason."""
    return tuple(stap for stap in STAPPEN if stap not in gezet)


def wijkt_af(weging: str, besluit: str) -> bool:
    """Tell whether a decision is another than the weighing leads to."""
    return besluit not in PAST_BIJ[weging]


JA, NEE = "_ja", "_nee"


def als_codes(antwoorden: Mapping[str, bool]) -> tuple[str, ...]:
    """Return answers to the weighing questions as codes: key and ja or nee."""
    return tuple(f"{sleutel}{JA if ja else NEE}" for sleutel, ja in antwoorden.items())


def als_antwoorden(codes: Iterable[str]) -> dict[str, bool]:
    """Return the answers that these codes are."""
    return {code.removesuffix(JA).removesuffix(NEE): code.endswith(JA) for code in codes}


@dataclass(frozen=True, slots=True)
class Padstap:
    """What the events say of a step that stands."""

    stap: Stapsoort
    op: date
    overgeslagen: bool = False
    keuzes: tuple[str, ...] = ()
    antwoorden: tuple[str, ...] = ()
    besluit: str = ""


@dataclass(frozen=True, slots=True)
class Padstand:
    """What the events say of a path of the meldcode."""

    casus: int
    team: str
    kader: str
    doelgroep: Doelgroep
    personen: frozenset[int]
    begonnen_op: date
    status: Padstatus = Padstatus.LOOPT
    gepauzeerd_tot: date | None = None
    afgerond_op: date | None = None
    geen_tweede: str = ""
    stappen: Mapping[UUID, Padstap] = field(default_factory=dict)

    def laatste(self, soort: Stapsoort) -> Padstap | None:
        """Return the last that was written down of one kind."""
        return next((s for s in reversed(list(self.stappen.values())) if s.stap is soort), None)


def vouw_meldcode(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Padstand | None:
    """Fold (occurred on, event) in order of recording into a path; None without events.

    Revoked events are left out by the reader: a path that was begun by mistake is None.
    """
    stand: Padstand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "casus.meldcode_begonnen":
            stand = _begonnen(dag, g)
        elif stand is not None and g.soort in _STAP:
            stand = _STAP[g.soort](stand, dag, g)
    return stand


def _begonnen(dag: date, g: Any) -> Padstand:
    return Padstand(g.casus, g.team, g.kader, Doelgroep(g.doelgroep), frozenset(g.personen), dag)


def _gezet(stand: Padstand, dag: date, g: Any) -> Padstand:
    nieuw = Padstap(Stapsoort(g.stap), dag, g.overgeslagen, g.keuzes, g.antwoorden, g.besluit or "")
    return replace(stand, stappen={**stand.stappen, g.vastlegging: nieuw})


_STAP: dict[str, Callable[[Padstand, date, Any], Padstand]] = {
    "casus.meldcode_stap_gezet": _gezet,
    "casus.meldcode_gepauzeerd": lambda s, _dag, g: replace(
        s, status=Padstatus.GEPAUZEERD, gepauzeerd_tot=g.tot
    ),
    "casus.meldcode_hervat": lambda s, _dag, _g: replace(s, status=Padstatus.LOOPT, gepauzeerd_tot=None),
    "casus.meldcode_afgerond": lambda s, dag, _g: replace(
        s, status=Padstatus.AFGEROND, afgerond_op=dag, gepauzeerd_tot=None
    ),
    "casus.meldcode_heropend": lambda s, _dag, _g: replace(
        s, status=Padstatus.LOOPT, afgerond_op=None, gepauzeerd_tot=None
    ),
    "casus.tweede_niet_mogelijk": lambda s, _dag, g: replace(s, geen_tweede=g.reden or ""),
}

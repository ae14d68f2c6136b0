"""Pure rules of an objection: where it stands, what may be decided, what deciding late costs, its fold.

Awb chapters 6 and 7; the penalty is Awb art. 4:17, which art. 7:14 leaves in force for these decisions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samendoen.recht.api import Dwangsom, bereken_dwangsom, dwangsombedrag

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

EEN_DAG = timedelta(days=1)
TERMIJN, TERMIJN_COMMISSIE = "beslissing-op-bezwaar", "beslissing-op-bezwaar-commissie"


class Bezwaarstatus(StrEnum):
    """Where an objection stands: what was decided works from its announcement (Awb art. 3:40)."""

    ONTVANGEN = "ontvangen"
    BESLIST = "beslist"
    BEKENDGEMAAKT = "bekendgemaakt"
    INGETROKKEN = "ingetrokken"


class Bezwaaruitkomst(StrEnum):
    """What was decided (Awb art. 7:11). Two of them put another decision in the place of the first."""

    NIET_ONTVANKELIJK = "niet_ontvankelijk"
    ONGEGROND = "ongegrond"
    GEDEELTELIJK = "gedeeltelijk"
    GEGROND = "gegrond"


class Nietontvankelijk(StrEnum):
    """Why an objection is not dealt with on its merits."""

    TE_LAAT = "te_laat"  # Awb art. 6:7, 6:11
    VERZUIM = "verzuim"  # Awb art. 6:6
    GEEN_BELANG = "geen_belang"  # Awb art. 1:2, 7:1


class Namens(StrEnum):
    """Who objects."""

    INWONER = "inwoner"
    GEMACHTIGDE = "gemachtigde"  # Awb art. 2:1
    VERTEGENWOORDIGER = "vertegenwoordiger"  # custody, guardian, mentor, administrator


class Gebrek(StrEnum):
    """What a notice of objection lacks (Awb art. 6:5, 2:1 lid 2)."""

    NAAM_ADRES = "naam_adres"
    DATUM = "datum"
    BESLUIT = "besluit"
    GRONDEN = "gronden"
    HANDTEKENING = "handtekening"
    MACHTIGING = "machtiging"


class Horen(StrEnum):
    """How far hearing is (Awb art. 7:2, 7:3)."""

    NOG_NIET = "nog_niet"
    GEPLAND = "gepland"
    GEHOORD = "gehoord"
    AFGEZIEN = "afgezien"


class Afzien(StrEnum):
    """Why nobody is heard (Awb art. 7:3, a to e)."""

    KENNELIJK_NIET_ONTVANKELIJK = "kennelijk_niet_ontvankelijk"
    KENNELIJK_ONGEGROND = "kennelijk_ongegrond"
    WIL_NIET = "wil_niet"
    GEEN_ANTWOORD = "geen_antwoord"
    VOLLEDIG_TEGEMOET = "volledig_tegemoet"


class Intrekreden(StrEnum):
    """Why an objection goes no further without a decision."""

    INDIENER = "indiener"  # Awb art. 6:21
    VERGISSING = "vergissing"


# status -> action -> status
BEZWAAR_OVERGANGEN: dict[Bezwaarstatus, dict[str, Bezwaarstatus]] = {
    Bezwaarstatus.ONTVANGEN: {
        "behandel": Bezwaarstatus.ONTVANGEN,
        "beslis": Bezwaarstatus.BESLIST,
        "trek_in": Bezwaarstatus.INGETROKKEN,
    },
    Bezwaarstatus.BESLIST: {
        "maak_bekend": Bezwaarstatus.BEKENDGEMAAKT,
        "neem_terug": Bezwaarstatus.ONTVANGEN,
    },
    Bezwaarstatus.BEKENDGEMAAKT: {},
    Bezwaarstatus.INGETROKKEN: {"zet_terug": Bezwaarstatus.ONTVANGEN},
}
VERVANGT = frozenset({Bezwaaruitkomst.GEDEELTELIJK, Bezwaaruitkomst.GEGROND})
# Ground to hear nobody -> the only outcome that it fits; the others fit all.
_ALLEEN_BIJ: dict[Afzien, Bezwaaruitkomst] = {
    Afzien.KENNELIJK_NIET_ONTVANKELIJK: Bezwaaruitkomst.NIET_ONTVANKELIJK,
    Afzien.KENNELIJK_ONGEGROND: Bezwaaruitkomst.ONGEGROND,
    Afzien.VOLLEDIG_TEGEMOET: Bezwaaruitkomst.GEGROND,
}


@dataclass(frozen=True, slots=True)
class Bezwaarstand:
    """What the rule looks at when somebody decides.

    `verzuim`: what was lacking is still lacking, and the term to repair it has passed.
    """

    tijdig: bool
    verschoonbaar: bool
    verzuim: bool
    horen: Horen
    afzien: Afzien | None = None


def beletsel(stand: Bezwaarstand, uitkomst: Bezwaaruitkomst, reden: Nietontvankelijk | None) -> str:
    """Return the code of what stands in the way of this decision; "" when nothing does.

    Too late without an excuse leads to not admissible and to nothing else (Awb art. 6:11); nobody is refused
    for a defect that could not be repaired first (6:6); before a decision people are heard, unless a ground
    to leave that out fits what is decided (7:2, 7:3).
    """
    niet = uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK
    te_laat = not stand.tijdig and not stand.verschoonbaar
    mogelijk = (
        (te_laat and not niet, "te_laat"),
        (niet and reden is None, "geen_reden"),
        (reden is Nietontvankelijk.TE_LAAT and not te_laat, "niet_te_laat"),
        (reden is Nietontvankelijk.VERZUIM and not stand.verzuim, "geen_verzuim"),
        (stand.horen in (Horen.NOG_NIET, Horen.GEPLAND), "niet_gehoord"),
        (_past_niet(stand, uitkomst), "afzien_past_niet"),
    )
    return next((code for geldt, code in mogelijk if geldt), "")


def _past_niet(stand: Bezwaarstand, uitkomst: Bezwaaruitkomst) -> bool:
    if stand.horen is not Horen.AFGEZIEN or stand.afzien is None:
        return False
    return _ALLEEN_BIJ.get(stand.afzien, uitkomst) is not uitkomst


def mag_beslissen(door: int | None, betrokken: frozenset[int]) -> bool:
    """Tell whether this user may decide or hear: nobody judges the own decision, nor one that he or she
    prepared (Awb art. 7:5, 10:3 lid 3)."""
    return door is None or door not in betrokken


def dwangsom(uiterste: date, in_gebreke: date | None, vandaag: date, bekend: date | None) -> Dwangsom | None:
    """Return what deciding late costs so far; None without a notice of default, or when decided in time.

    The day of the announcement itself is no day in default any more.
    """
    if in_gebreke is None or (bekend is not None and bekend <= uiterste):
        return None
    return bereken_dwangsom(uiterste, in_gebreke, bekend - EEN_DAG if bekend else vandaag)


def per_dag(d: Dwangsom) -> Iterator[tuple[date, int, int]]:
    """Yield (day, eurocents for that day, eurocents so far) of every day in default, the first first."""
    for n in range(1, d.dagen + 1):
        yield (
            d.eerste_dag + timedelta(days=n - 1),
            dwangsombedrag(n) - dwangsombedrag(n - 1),
            dwangsombedrag(n),
        )


@dataclass(frozen=True, slots=True)
class Vouw:
    """An objection as its events tell it."""

    status: Bezwaarstatus
    behandelaar: int | None = None
    hersteltermijn: date | None = None
    hersteld_op: date | None = None
    horen: Horen = Horen.NOG_NIET
    uitkomst: str = ""
    ingebreke_op: date | None = None
    bekendgemaakt_op: date | None = None
    dwangsom_eurocent: int = 0


def vouw_bezwaar(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Vouw | None:
    """Return where an objection stands, from its events that were not revoked; None without any."""
    nu: Vouw | None = None
    for dag, g in gebeurtenissen:
        soort = g.soort.rpartition(".")[2]
        if soort == "bezwaar_ontvangen":
            nu = Vouw(Bezwaarstatus.ONTVANGEN)
        elif nu is not None and soort in _STAPPEN:
            nu = replace(nu, **_STAPPEN[soort](dag, g))
    return nu


def _beslist(dag: date, g: Any) -> Mapping[str, Any]:
    return {"status": Bezwaarstatus.BESLIST, "uitkomst": g.uitkomst}


def _bekend(dag: date, g: Any) -> Mapping[str, Any]:
    return {
        "status": Bezwaarstatus.BEKENDGEMAAKT,
        "bekendgemaakt_op": dag,
        "dwangsom_eurocent": g.dwangsom_eurocent,
    }


# A step that was taken back is revoked, so it is not among the events: nothing undoes it here.
_STAPPEN: dict[str, Any] = {
    "bezwaar_toegedeeld": lambda dag, g: {"behandelaar": g.gebruiker},
    "bezwaarherstel_gevraagd": lambda dag, g: {"hersteltermijn": g.uiterlijk, "hersteld_op": None},
    "bezwaar_hersteld": lambda dag, g: {"hersteld_op": dag},
    "bezwaarhoren_vastgelegd": lambda dag, g: {"horen": Horen(g.stand)},
    "bezwaar_in_gebreke_gesteld": lambda dag, g: {"ingebreke_op": dag},
    "bezwaar_beslist": _beslist,
    "bezwaar_bekendgemaakt": _bekend,
    "bezwaar_ingetrokken": lambda dag, g: {"status": Bezwaarstatus.INGETROKKEN},
    "bezwaar_teruggezet": lambda dag, g: {"behandelaar": None},
}

"""Pure rules of a complaint about how somebody was treated (Awb chapter 9)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

TERMIJN, TERMIJN_COMMISSIE = "klacht", "klacht-commissie"


class Klachtstatus(StrEnum):
    """Where a complaint stands."""

    OPEN = "open"
    AFGEHANDELD = "afgehandeld"


class Afloop(StrEnum):
    """How a complaint ended."""

    INFORMEEL = "informeel"  # settled to the complainant's satisfaction (Awb art. 9:5)
    OORDEEL = "oordeel"  # findings, a judgement and what follows from it (9:12)
    NIET_BEHANDELD = "niet_behandeld"  # 9:8
    INGETROKKEN = "ingetrokken"
    VERGISSING = "vergissing"  # recorded by mistake of ours


class Oordeel(StrEnum):
    """What is thought of the conduct (Awb art. 9:12)."""

    GEGROND = "gegrond"
    GEDEELTELIJK = "gedeeltelijk"
    ONGEGROND = "ongegrond"
    GEEN = "geen"


class Nietbehandeld(StrEnum):
    """Why there is no duty to deal with it (Awb art. 9:8)."""

    EERDER = "eerder"  # lid 1 onder a: dealt with before
    JAAR = "jaar"  # onder b: longer ago than a year
    BEZWAAR = "bezwaar"  # onder c: one could object
    BEROEP = "beroep"  # onder d: one can or could appeal
    RECHTER = "rechter"  # onder e and f: before a court, or a criminal matter
    BELANG = "belang"  # lid 2: too little at stake


class Nietgehoord(StrEnum):
    """Why the complainant is not heard (Awb art. 9:10 lid 2)."""

    KENNELIJK_ONGEGROND = "kennelijk_ongegrond"
    WIL_NIET = "wil_niet"
    GEEN_ANTWOORD = "geen_antwoord"


# status -> action -> status
KLACHT_OVERGANGEN: dict[Klachtstatus, dict[str, Klachtstatus]] = {
    Klachtstatus.OPEN: {"behandel": Klachtstatus.OPEN, "sluit": Klachtstatus.AFGEHANDELD},
    Klachtstatus.AFGEHANDELD: {"heropen": Klachtstatus.OPEN},
}


def beletsel(
    afloop: Afloop,
    oordeel: Oordeel | None,
    niet: Nietbehandeld | None,
    afgezien: Nietgehoord | None,
    gehoord: bool,
) -> str:
    """Return the code of what stands in the way of ending a complaint like this; "" when nothing does.

    A judgement asks that the complainant was heard, unless a ground to leave that out fits it (Awb art.
    9:10).
    """
    kennelijk = afgezien is Nietgehoord.KENNELIJK_ONGEGROND
    mogelijk = (
        (afloop is Afloop.OORDEEL and oordeel is None, "geen_oordeel"),
        (afloop is Afloop.NIET_BEHANDELD and niet is None, "geen_grond"),
        (afloop is Afloop.OORDEEL and not gehoord and afgezien is None, "niet_gehoord"),
        (afloop is Afloop.OORDEEL and kennelijk and oordeel is not Oordeel.ONGEGROND, "kennelijk_past_niet"),
    )
    return next((code for geldt, code in mogelijk if geldt), "")


@dataclass(frozen=True, slots=True)
class Vouw:
    """A complaint as its events tell it."""

    status: Klachtstatus
    behandelaar: int
    afloop: str = ""
    oordeel: str = ""
    afgehandeld_op: date | None = None


def vouw_klacht(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Vouw | None:
    """Return where a complaint stands, from its events that were not revoked; None without any."""
    nu: Vouw | None = None
    for dag, g in gebeurtenissen:
        gegevens = g.model_dump()
        match g.soort:
            case "besluiten.klacht_ontvangen":
                nu = Vouw(Klachtstatus.OPEN, gegevens["behandelaar"])
            case "besluiten.klacht_overgedragen" if nu:
                nu = replace(nu, behandelaar=gegevens["behandelaar"])
            case "besluiten.klacht_afgehandeld" if nu:
                nu = replace(
                    nu,
                    status=Klachtstatus.AFGEHANDELD,
                    afloop=gegevens["afloop"],
                    oordeel=gegevens["oordeel"] or "",
                    afgehandeld_op=dag,
                )
            case _:
                pass
    return nu

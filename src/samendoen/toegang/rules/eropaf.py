"""Rules of ErOpAf: going to somebody who did not ask, until it is decided how it ends.

Nobody leaves it in silence: every way out is a decision with its reason. Whatever was reported by somebody
else at Meldpunt Bezorgd stays with who works on it: it is never told to the one it is about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samendoen.toegang.rules.melding import Kanaal

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

EROPAF_RITME = "eropaf-contact"
"""Code of the task rule that asks for a next attempt."""
VERKENNEND = "wvggz-verkennend"
"""The clock of the exploratory investigation (Wvggz art. 5:2)."""
AFGESCHERMD = frozenset({Kanaal.MELDPUNT_BEZORGD})
"""Channels whose words are those of who worries: no letter to, and no print for, the one it is about."""


class Pogingwijze(StrEnum):
    """How contact was sought."""

    HUISBEZOEK = "huisbezoek"
    TELEFOON = "telefoon"
    BRIEF = "brief"
    BERICHT = "bericht"
    VIA_ANDER = "via_ander"


class Poginguitkomst(StrEnum):
    """What came of an attempt."""

    NIET_BEREIKT = "niet_bereikt"
    AFGEHOUDEN = "afgehouden"
    GESPROKEN = "gesproken"
    AFSPRAAK = "afspraak"
    WIL_HULP = "wil_hulp"


class Eropafkeuze(StrEnum):
    """What is decided on the way."""

    DOORGAAN = "doorgaan"
    LOSLATEN_NA_HULP = "loslaten_na_hulp"
    LOSLATEN = "loslaten"
    CASUS = "casus"
    VERKENNEND_ONDERZOEK = "verkennend_onderzoek"
    VERKENNING_VERTELD = "verkenning_verteld"
    OVERDRAGEN = "overdragen"


class Verkenninguitkomst(StrEnum):
    """What an exploratory investigation led to."""

    AANVRAGEN = "aanvragen"
    NIET_AANVRAGEN = "niet_aanvragen"


class Eropafstatus(StrEnum):
    """Where it stands."""

    LOOPT = "loopt"
    LOSGELATEN = "losgelaten"
    OVERGEDRAGEN = "overgedragen"
    CASUS = "casus"
    VERVALLEN = "vervallen"


# decision -> the status it ends with; the other decisions let it go on
EROPAF_EINDE: dict[Eropafkeuze, Eropafstatus] = {
    Eropafkeuze.LOSLATEN_NA_HULP: Eropafstatus.LOSGELATEN,
    Eropafkeuze.LOSLATEN: Eropafstatus.LOSGELATEN,
    Eropafkeuze.CASUS: Eropafstatus.CASUS,
    Eropafkeuze.OVERDRAGEN: Eropafstatus.OVERGEDRAGEN,
}


@dataclass(frozen=True, slots=True)
class EropafStand:
    """What the events of one path say about it. `verkenning_op` is the day the investigation was asked."""

    status: str
    begonnen_op: date
    volgende_op: date | None
    beeindigd_op: date | None = None
    laatste_poging_op: date | None = None
    verkenning_op: date | None = None
    verkenning_uitkomst: str = ""


def afgeschermd(kanaal: str) -> bool:
    """Tell whether what was reported is kept from the one it is about."""
    return kanaal in AFGESCHERMD


def verkenning_loopt(verkenning_op: date | None, uitkomst: str) -> bool:
    """Tell whether an exploratory investigation waits for its outcome to be told."""
    return verkenning_op is not None and not uitkomst


def vouw_eropaf(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> EropafStand | None:
    """Fold (occurred on, event) in order of recording; None without events. Revoked ones are left out."""
    stand: EropafStand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "toegang.eropaf_begonnen":
            stand = _begonnen(dag, g)
        elif stand is not None and g.soort in _STAP:
            stand = _STAP[g.soort](stand, dag, g)
    return stand


def _begonnen(dag: date, g: Any) -> EropafStand:
    return EropafStand(Eropafstatus.LOOPT.value, dag, g.volgende_op)


def _gezocht(stand: EropafStand, dag: date, g: Any) -> EropafStand:
    laatste = dag if stand.laatste_poging_op is None else max(dag, stand.laatste_poging_op)
    return replace(stand, laatste_poging_op=laatste, volgende_op=g.volgende_op)


def _besloten(stand: EropafStand, dag: date, g: Any) -> EropafStand:
    keuze = Eropafkeuze(g.besluit)
    if keuze in EROPAF_EINDE:
        return replace(stand, status=EROPAF_EINDE[keuze].value, beeindigd_op=dag, volgende_op=None)
    stand = replace(stand, volgende_op=g.volgende_op)
    if keuze is Eropafkeuze.VERKENNEND_ONDERZOEK:
        return replace(stand, verkenning_op=dag, verkenning_uitkomst="")
    return replace(stand, verkenning_uitkomst=g.uitkomst) if g.uitkomst else stand


def _vervallen(stand: EropafStand, dag: date, g: Any) -> EropafStand:
    return replace(stand, status=Eropafstatus.VERVALLEN.value, beeindigd_op=dag, volgende_op=None)


_STAP: dict[str, Callable[[EropafStand, date, Any], EropafStand]] = {
    "toegang.contact_gezocht": _gezocht,
    "toegang.eropaf_besloten": _besloten,
    "toegang.eropaf_vervallen": _vervallen,
}

"""Rules of a note: its statuses, who of the household may read it, the fold of its events."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from samendoen.casus.rules.plan import Spreker, sprekers_nodig

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Notitiestatus(StrEnum):
    """Where a note stands."""

    CONCEPT = "concept"
    KLAAR = "klaar"
    VERVANGEN = "vervangen"
    INGETROKKEN = "ingetrokken"
    WEGGEGOOID = "weggegooid"


class Notitiesoort(StrEnum):
    """A contact with somebody, or something else to keep."""

    CONTACT = "contact"
    DOSSIER = "dossier"


class Wijze(StrEnum):
    """How a contact went."""

    THUIS = "thuis"
    KANTOOR = "kantoor"
    TELEFOON = "telefoon"
    BEELDBELLEN = "beeldbellen"
    BERICHT = "bericht"
    OVERLEG = "overleg"
    ANDERS = "anders"


# status -> step -> status
NOTITIE_OVERGANGEN: dict[Notitiestatus, dict[str, Notitiestatus]] = {
    Notitiestatus.CONCEPT: {"rond_af": Notitiestatus.KLAAR, "gooi_weg": Notitiestatus.WEGGEGOOID},
    Notitiestatus.KLAAR: {"vervang": Notitiestatus.VERVANGEN, "trek_in": Notitiestatus.INGETROKKEN},
    Notitiestatus.VERVANGEN: {},
    Notitiestatus.INGETROKKEN: {"zet_terug": Notitiestatus.KLAAR},
    Notitiestatus.WEGGEGOOID: {},
}


@dataclass(frozen=True, slots=True)
class Huisgenoot:
    """Somebody of a casus: born when, living in its household or not, and who has custody."""

    persoon: int
    geboren: date
    woont_hier: bool
    gezag: tuple[int, ...] = ()


def standaard_lezers(over: Iterable[int], mensen: Mapping[int, Huisgenoot], op: date) -> frozenset[int]:
    """Return who of the household may read a note about these persons, unless somebody chooses otherwise.

    Everybody about whom it is may read what is about themself, and of who is under sixteen those with custody
    (Jeugdwet art. 7.3.4, 7.3.5, 7.3.8); of somebody who does not live here (an ex-partner) never by default.
    A note about several people is for those alone who may read about every one of them.
    """
    per = [_van(mensen[persoon], mensen, op) for persoon in over if persoon in mensen]
    return frozenset.intersection(*per) if per else frozenset()


def _van(mens: Huisgenoot, mensen: Mapping[int, Huisgenoot], op: date) -> frozenset[int]:
    lezers = {mens.persoon}
    if Spreker.OUDERS in sprekers_nodig(mens.geboren, op):
        lezers |= {houder for houder in mens.gezag if houder in mensen and mensen[houder].woont_hier}
    return frozenset(lezers)


@dataclass(frozen=True, slots=True)
class Notitiestand:
    """What the events say of one note."""

    casus: int
    nummer: int
    sjabloon: str
    over: frozenset[int]
    lezers: frozenset[int]
    verbetert: int | None = None
    status: Notitiestatus = Notitiestatus.CONCEPT
    op: date | None = None
    wijze: str = ""
    schonen: bool = False


def vouw_notitie(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> Notitiestand | None:
    """Fold (occurred on, event) in order of recording into a note; None without events."""
    stand: Notitiestand | None = None
    for op, gebeurtenis in gebeurtenissen:
        if gebeurtenis.soort == "casus.notitie_begonnen":
            g: Any = gebeurtenis
            stand = Notitiestand(
                g.casus, g.nummer, g.sjabloon, frozenset(g.over), frozenset(g.lezers), g.verbetert
            )
        elif stand is not None:
            stand = _STAPPEN[gebeurtenis.soort](stand, gebeurtenis, op)
    return stand


def _zet(stand: Notitiestand, stap: str) -> Notitiestand:
    return replace(stand, status=NOTITIE_OVERGANGEN[stand.status][stap])


def _wie(stand: Notitiestand, g: Any, op: date) -> Notitiestand:
    return replace(stand, over=frozenset(g.over), lezers=frozenset(g.lezers))


def _afgerond(stand: Notitiestand, g: Any, op: date) -> Notitiestand:
    wie = _wie(stand, g, op)
    return replace(_zet(wie, "rond_af"), op=op, wijze=g.wijze or "")


_STAPPEN: dict[str, Callable[[Notitiestand, Any, date], Notitiestand]] = {
    "casus.notitie_wie_gekozen": _wie,
    "casus.notitie_afgerond": _afgerond,
    "casus.notitie_vervangen": lambda stand, g, op: _zet(stand, "vervang"),
    "casus.notitie_ingetrokken": lambda stand, g, op: _zet(stand, "trek_in"),
    "casus.notitie_teruggezet": lambda stand, g, op: _zet(stand, "zet_terug"),
    "casus.notitie_losgemaakt": lambda stand, g, op: replace(_wie(stand, g, op), schonen=True),
    "casus.notitie_geschoond": lambda stand, g, op: replace(stand, schonen=False),
    "casus.notitie_weggegooid": lambda stand, g, op: replace(_zet(stand, "gooi_weg"), schonen=False),
}

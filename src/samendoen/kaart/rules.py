"""Pure rules of the social map: levels of support, target groups, what is found by which words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

MEESTE_WOORDEN = 8


class Ondersteuningsniveau(StrEnum):
    """How heavy support is, lightest first (design 04, "kaart")."""

    EIGEN_KRACHT = "eigen_kracht"
    NETWERK = "netwerk"
    ALGEMEEN = "algemeen"
    BASISHULP = "basishulp"
    MAATWERK = "maatwerk"


class Doelgroep(StrEnum):
    """For whom an offer is meant; none named is everybody."""

    KINDEREN = "kinderen"
    JONGEREN = "jongeren"
    OUDERS = "ouders"
    VOLWASSENEN = "volwassenen"
    OUDEREN = "ouderen"
    MANTELZORGERS = "mantelzorgers"
    NIEUWKOMERS = "nieuwkomers"


class Aanbodstatus(StrEnum):
    """Whether an offer can be given to a resident."""

    LOOPT = "loopt"
    GESTOPT = "gestopt"


# status -> action -> status
AANBOD_OVERGANGEN: dict[Aanbodstatus, dict[str, Aanbodstatus]] = {
    Aanbodstatus.LOOPT: {"stop": Aanbodstatus.GESTOPT},
    Aanbodstatus.GESTOPT: {"hervat": Aanbodstatus.LOOPT},
}


@dataclass(frozen=True, slots=True)
class AanbodStand:
    """What the events of one offer say about it."""

    organisatie: int
    niveau: str
    status: Aanbodstatus = Aanbodstatus.LOOPT
    gestopt_op: date | None = None


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> AanbodStand | None:
    """Fold (occurred on, event) in order of recording into the offer's state; None without events."""
    from samendoen.kaart import events

    stand: AanbodStand | None = None
    for dag, gebeurtenis in gebeurtenissen:
        match gebeurtenis:
            case events.AanbodGemaakt():
                stand = AanbodStand(gebeurtenis.organisatie, gebeurtenis.niveau)
            case events.AanbodGewijzigd() if stand:
                stand = replace(stand, niveau=gebeurtenis.niveau)
            case events.AanbodGestopt() if stand:
                stand = replace(stand, status=Aanbodstatus.GESTOPT, gestopt_op=dag)
            case events.AanbodHervat() if stand:
                stand = replace(stand, status=Aanbodstatus.LOOPT, gestopt_op=None)
            case _:
                pass
    return stand


def normaal(tekst: str) -> str:
    """Return a text as it is searched: lower case, no accents, words apart by one space."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    letters = (teken for teken in ontleed if not unicodedata.combining(teken))
    return " ".join("".join(teken if teken.isalnum() else " " for teken in letters).split())


def woorden(vraag: str) -> list[str]:
    """Return the words to look for: each must occur, somewhere; at most eight, the longest."""
    gevonden = sorted(set(normaal(vraag).split()), key=lambda w: (-len(w), w))
    return gevonden[:MEESTE_WOORDEN]

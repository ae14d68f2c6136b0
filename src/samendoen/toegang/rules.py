"""Pure rules of the front door: channels, statuses, which clock starts, the fold of a melding's events."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

OUDSTE = timedelta(days=366)
# Who took a question keeps seeing it this long, to answer a call back; then it is the team's alone.
NABELLEN = timedelta(days=14)


class Kanaal(StrEnum):
    """How a question came in (design 04, "toegang")."""

    TELEFOON = "telefoon"
    WEBSITE = "website"
    INLOOP = "inloop"
    SPREEKUUR = "spreekuur"
    SCHOOL = "school"
    HUISARTS = "huisarts"
    POLITIE = "politie"
    VEILIG_THUIS = "veilig_thuis"
    MELDPUNT_BEZORGD = "meldpunt_bezorgd"
    VROEGSIGNAAL = "vroegsignaal"
    AANBIEDER = "aanbieder"
    JEUGDBESCHERMING = "jeugdbescherming"


class Status(StrEnum):
    """Where a melding stands at the front door."""

    OPEN = "open"
    AFGEHANDELD = "afgehandeld"
    INGETROKKEN = "ingetrokken"


class Uitkomst(StrEnum):
    """How a melding ended."""

    INFORMATIE_EN_ADVIES = "informatie_en_advies"
    ONDERZOCHT = "onderzocht"
    DOORVERWEZEN = "doorverwezen"


class RedenIntrekken(StrEnum):
    """Why a melding was taken back. The first keeps the count: somebody did ask."""

    DOOR_INWONER = "door_inwoner"
    DUBBEL = "dubbel"
    VERKEERD_OPGENOMEN = "verkeerd_opgenomen"


# status -> action -> status
MELDING_OVERGANGEN: dict[Status, dict[str, Status]] = {
    Status.OPEN: {"handel_af": Status.AFGEHANDELD, "trek_in": Status.INGETROKKEN},
    Status.AFGEHANDELD: {"heropen": Status.OPEN},
    Status.INGETROKKEN: {},
}

# Legal frame -> the statutory clock that a melding starts. Jeugd has no melding in law: its clock starts
# at the application (Awb 4:13). Wmo 2015 art. 2.3.2 lid 1; Wgs art. 4 lid 1.
TERMIJN_BIJ_MELDING: dict[str, str] = {"wmo": "wmo-onderzoek", "schuldhulp": "wgs-gesprek"}


@dataclass(frozen=True, slots=True)
class MeldingStand:
    """What the events of one melding say about it."""

    wet: str
    kanaal: str
    team: str
    ontvangen_op: date
    status: Status
    uitkomst: str = ""
    afgehandeld_op: date | None = None


def kort(vraag: str, lengte: int = 80) -> str:
    """Return the first line of a question, cut after a whole word when it is longer than `lengte`."""
    eerste = vraag.strip().split("\n", 1)[0].rstrip()
    if len(eerste) <= lengte:
        return eerste
    kop = eerste[: lengte - 1]
    heel = kop.rpartition(" ")[0] if len(kop.rpartition(" ")[0]) > lengte // 2 else kop
    return heel.rstrip(" ,;:") + "…"


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> MeldingStand | None:
    """Fold (occurred on, event) in order of recording into the melding's state; None without events.

    Revoked events are left out by the reader before they come here.
    """
    from samendoen.toegang import events

    stand: MeldingStand | None = None
    for dag, gebeurtenis in gebeurtenissen:
        match gebeurtenis:
            case events.MeldingGeregistreerd():
                g = gebeurtenis
                stand = MeldingStand(g.kader, g.kanaal, g.team, dag, Status.OPEN)
            case events.MeldingAfgehandeld() if stand:
                stand = replace(
                    stand, status=Status.AFGEHANDELD, uitkomst=gebeurtenis.uitkomst, afgehandeld_op=dag
                )
            case events.MeldingIngetrokken() if stand:
                stand = replace(stand, status=Status.INGETROKKEN)
            case _:
                pass
    return stand

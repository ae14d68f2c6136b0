"""Rules of a melding: channels, statuses, which clock starts, triage, the fold of events."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort

OUDSTE = timedelta(days=366)
# Who took a question keeps seeing it this long, to answer a call back; then it is the team's alone.
NABELLEN = timedelta(days=14)


# Codes of the task rules of the front door.
TRIAGE, OPVOLGEN = "toegang-triage", "toegang-opvolgen"


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


class Melder(StrEnum):
    """Who brings the question."""

    ZELF = "zelf"
    ANDER = "ander"
    ANONIEM = "anoniem"


class Zorgvrager(IntEnum):
    """Who asks: finds the way, does not find it, or does not want to (Lopik, theme 2). 0: not known."""

    ONBEKEND = 0
    VINDT_DE_WEG = 1
    VINDT_DIE_NIET = 2
    WIL_NIET = 3


class Route(StrEnum):
    """What triage decides: where the question goes (design 04, "toegang")."""

    TEAM = "team"
    INFORMATIE_EN_ADVIES = "informatie_en_advies"
    WARME_OVERDRACHT = "warme_overdracht"
    SPOED = "spoed"
    EROPAF = "eropaf"


# Routes that bring the melding to a team.
NAAR_TEAM = frozenset({Route.TEAM, Route.SPOED, Route.EROPAF})


class Leeftijdsgroep(StrEnum):
    """Age as triage looks at it; empty when it is not known."""

    KIND = "kind"
    VOLWASSENE = "volwassene"
    OUDERE = "oudere"


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
    LOSGELATEN = "losgelaten"


# Routes on which the front desk handles it at once, and how it then ended. Reopened, it is triaged anew.
AF_BIJ_LOKET: dict[str, Uitkomst] = {
    Route.INFORMATIE_EN_ADVIES.value: Uitkomst.INFORMATIE_EN_ADVIES,
    Route.WARME_OVERDRACHT.value: Uitkomst.DOORVERWEZEN,
}


class RedenIntrekken(StrEnum):
    """Why a melding was taken back. The first keeps the count: somebody did ask."""

    DOOR_INWONER = "door_inwoner"
    DUBBEL = "dubbel"
    VERKEERD_OPGENOMEN = "verkeerd_opgenomen"


# status -> action -> status
MELDING_OVERGANGEN: dict[Status, dict[str, Status]] = {
    Status.OPEN: {
        "trieer": Status.OPEN,
        "trieer_en_sluit": Status.AFGEHANDELD,
        "koppel": Status.OPEN,
        "bevestig": Status.OPEN,
        "handel_af": Status.AFGEHANDELD,
        "trek_in": Status.INGETROKKEN,
    },
    Status.AFGEHANDELD: {
        "koppel": Status.AFGEHANDELD,
        "bevestig": Status.AFGEHANDELD,
        "volg_op": Status.AFGEHANDELD,
        "volg_op_mislukt": Status.OPEN,
        "heropen": Status.OPEN,
    },
    Status.INGETROKKEN: {},
}

# Legal frame -> the statutory clock that a melding starts. Jeugd has no melding in law: its clock starts
# at the application (Awb 4:13). Wmo 2015 art. 2.3.2 lid 1; Wgs art. 4 lid 1.
TERMIJN_BIJ_MELDING: dict[str, str] = {"wmo": "wmo-onderzoek", "schuldhulp": "wgs-gesprek"}


@dataclass(frozen=True, slots=True)
class Triagevraag:
    """What triage looks at: nothing that says who it is."""

    kader: str
    leefgebieden: tuple[str, ...] = ()
    kanaal: str = ""
    spoed: bool = False
    vrijwillig: bool = True
    zorgvrager: int = 0
    leeftijdsgroep: str = ""
    plaats: str = ""


@dataclass(frozen=True, slots=True)
class Triageregel:
    """One row of the decision table. A condition that is empty holds for everything.

    Of `leefgebieden` one must be among those of the question; `alleen` means that no others may be.
    The team is `team`, or with `gebiedsteam` the team of the village.
    """

    code: str
    uitkomst: str
    reden: str
    kaders: frozenset[str] = frozenset()
    leefgebieden: frozenset[str] = frozenset()
    alleen: bool = False
    kanalen: frozenset[str] = frozenset()
    spoed: bool | None = None
    vrijwillig: bool | None = None
    zorgvrager: frozenset[int] = frozenset()
    leeftijd: frozenset[str] = frozenset()
    plaatsen: frozenset[str] = frozenset()
    team: str = ""
    gebiedsteam: bool = False
    organisatie: str = ""


@dataclass(frozen=True, slots=True)
class Triagevoorstel:
    """What the table proposes and why. `team` is "" where a human must choose one: the village is not
    known, or the route needs none. `organisatie` names who takes over (warm referral)."""

    uitkomst: str
    team: str
    regel: str
    reden: str
    hash: str
    organisatie: str = ""


OUDER_VANAF = 67
MEERDERJARIG_VANAF = 18


def leeftijdsgroep(leeftijd: int | None) -> str:
    """Return the age group of somebody of this age; "" when it is not known."""
    if leeftijd is None:
        return ""
    if leeftijd < MEERDERJARIG_VANAF:
        return Leeftijdsgroep.KIND.value
    return (Leeftijdsgroep.OUDERE if leeftijd >= OUDER_VANAF else Leeftijdsgroep.VOLWASSENE).value


def past(regel: Triageregel, vraag: Triagevraag) -> bool:
    """Tell whether a row of the table holds for this question."""
    genoemd = set(vraag.leefgebieden)
    return (
        _onder(vraag.kader, regel.kaders)
        and (not regel.leefgebieden or bool(genoemd & regel.leefgebieden))
        and (not regel.alleen or genoemd <= regel.leefgebieden)
        and _onder(vraag.kanaal, regel.kanalen)
        and regel.spoed in (None, vraag.spoed)
        and regel.vrijwillig in (None, vraag.vrijwillig)
        and _onder(vraag.zorgvrager, regel.zorgvrager)
        and _onder(vraag.leeftijdsgroep, regel.leeftijd)
        and _onder(vraag.plaats, regel.plaatsen)
    )


def _onder(waarde: object, toegestaan: Collection[object]) -> bool:
    return not toegestaan or waarde in toegestaan


def stel_voor(
    regels: Sequence[Triageregel], vraag: Triagevraag, gebieden: Mapping[str, str], hash_: str
) -> Triagevoorstel:
    """Return the proposal of the first row that holds. `gebieden` is village -> team of its area.

    The last row of a table has no conditions, so there is always one.
    """
    regel = next(r for r in regels if past(r, vraag))
    team = gebieden.get(vraag.plaats, "") if regel.gebiedsteam else regel.team
    return Triagevoorstel(regel.uitkomst, team, regel.code, regel.reden, hash_, regel.organisatie)


def dringend(spoed: bool, route: str) -> bool:
    """Tell whether a question is urgent now: as the front desk heard it, until triage decided."""
    return route == Route.SPOED if route else spoed


def wijkt_af(voorstel: Triagevoorstel, uitkomst: str, team: str) -> bool:
    """Tell whether a human chose another route or team than was proposed (a reason is asked then)."""
    ander_team = uitkomst in NAAR_TEAM and bool(voorstel.team) and team != voorstel.team
    return uitkomst != voorstel.uitkomst or ander_team


@dataclass(slots=True)
class MeldingStand:
    """What the events of one melding say about it; the fold changes it, event after event."""

    wet: str
    kanaal: str
    team: str
    ontvangen_op: date
    status: Status
    uitkomst: str = ""
    afgehandeld_op: date | None = None
    mede_kaders: tuple[str, ...] = ()
    leefgebieden: tuple[str, ...] = ()
    spoed: bool = False
    melder: str = Melder.ZELF.value
    vrijwillig: bool = True
    zorgvrager: int = 0
    herkend: bool = False
    route: str = ""
    getrieerd_op: date | None = None
    triageregel: str = ""
    organisatie: int | None = None
    opvolgen_op: date | None = None
    bevestigd_op: date | None = None


# A state before triage: what a decision that is undone goes back to.
ONGETRIEERD: dict[str, Any] = {
    "route": "",
    "getrieerd_op": None,
    "triageregel": "",
    "organisatie": None,
    "opvolgen_op": None,
}


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
    stand: MeldingStand | None = None
    for dag, gebeurtenis in gebeurtenissen:
        begin, stap = _BEGIN.get((gebeurtenis.soort, gebeurtenis.versie)), _STAP.get(gebeurtenis.soort)
        if begin is not None:
            stand = begin(dag, gebeurtenis)
        elif stap is not None and stand is not None:
            stand = stap(stand, dag, gebeurtenis)
    return stand


def _begin_v1(dag: date, g: Any) -> MeldingStand:
    return MeldingStand(g.kader, g.kanaal, g.team, dag, Status.OPEN)


def _zet(stand: MeldingStand, **anders: Any) -> MeldingStand:
    # A snapshot folds hundreds of thousands: a copy at each event was a third of its time.
    for veld, waarde in anders.items():
        setattr(stand, veld, waarde)
    return stand


def _begin(dag: date, g: Any) -> MeldingStand:
    return MeldingStand(
        g.kader,
        g.kanaal,
        g.team,
        dag,
        Status.OPEN,
        mede_kaders=g.mede_kaders,
        leefgebieden=g.leefgebieden,
        spoed=g.spoed,
        melder=g.melder,
        vrijwillig=g.vrijwillig,
        zorgvrager=g.zorgvrager,
        herkend=g.herkend,
    )


def _getrieerd(stand: MeldingStand, dag: date, g: Any) -> MeldingStand:
    return _zet(
        stand,
        team=g.team,
        route=g.uitkomst,
        getrieerd_op=dag,
        triageregel=g.regel,
        organisatie=g.organisatie,
        opvolgen_op=g.opvolgen_op,
    )


def _opgevolgd(stand: MeldingStand, dag: date, g: Any) -> MeldingStand:
    return _zet(stand, opvolgen_op=None) if g.gelukt else _zet(stand, **ONGETRIEERD)


def _heropend(stand: MeldingStand, dag: date, g: Any) -> MeldingStand:
    return _zet(stand, **ONGETRIEERD) if stand.route in AF_BIJ_LOKET else stand


def _afgehandeld(stand: MeldingStand, dag: date, g: Any) -> MeldingStand:
    return _zet(stand, status=Status.AFGEHANDELD, uitkomst=g.uitkomst, afgehandeld_op=dag)


_BEGIN: dict[tuple[str, int], Callable[[date, Any], MeldingStand]] = {
    ("toegang.melding_geregistreerd", 1): _begin_v1,
    ("toegang.melding_geregistreerd", 2): _begin,
}
_STAP: dict[str, Callable[[MeldingStand, date, Any], MeldingStand]] = {
    "toegang.melding_getrieerd": _getrieerd,
    "toegang.overdracht_opgevolgd": _opgevolgd,
    "toegang.inwoner_gekoppeld": lambda stand, _dag, _g: _zet(stand, herkend=True),
    "toegang.ontvangst_bevestigd": lambda stand, dag, _g: _zet(stand, bevestigd_op=dag),
    "toegang.melding_afgehandeld": _afgehandeld,
    "toegang.melding_heropend": _heropend,
    "toegang.melding_ingetrokken": lambda stand, _dag, _g: _zet(stand, status=Status.INGETROKKEN),
}

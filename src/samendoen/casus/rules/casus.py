"""Rules of a casus: its statuses, who directs it, the fold of its events."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from samendoen.casus.rules.consultatie import Consultatiestand
from samendoen.casus.rules.overdracht import Overdrachtstatus
from samendoen.casus.rules.partnerregie import Partnerstand, begonnen, bekeken

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


class Status(StrEnum):
    """Where a casus stands."""

    OPEN = "open"
    GESLOTEN = "gesloten"


class RedenSluiten(StrEnum):
    """Why a casus was closed."""

    DOELEN_BEREIKT = "doelen_bereikt"
    ZELF_VERDER = "zelf_verder"
    OVERGEDRAGEN = "overgedragen"
    VERHUISD = "verhuisd"
    OVERLEDEN = "overleden"
    GEEN_CONTACT = "geen_contact"
    VERGISSING = "vergissing"


class Taakrol(StrEnum):
    """What a professional does in a casus: direct it (exactly one), or stand beside the director."""

    REGISSEUR = "regisseur"
    TWEEDE = "tweede"


# status -> action -> status
CASUS_OVERGANGEN: dict[Status, dict[str, Status]] = {
    Status.OPEN: {"sluit": Status.GESLOTEN},
    Status.GESLOTEN: {"heropen": Status.OPEN},
}


@dataclass(frozen=True, slots=True)
class Regieperiode:
    """Who did what in a casus, from-until (until = first day no longer)."""

    gebruiker: int
    rol: Taakrol
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class Overdrachtstand:
    """What the events say about one proposal to hand over."""

    van: int
    naar: int
    status: Overdrachtstatus = Overdrachtstatus.VOORGESTELD
    contact_op: date | None = None


@dataclass(slots=True)
class CasusStand:
    """What the events of one casus say about it; `regie` is the whole history, oldest first."""

    kader: str
    team: str
    huishouden: int
    geopend_op: date
    betrokkenen: frozenset[int]
    meldingen: frozenset[int]
    regie: tuple[Regieperiode, ...]
    status: Status = Status.OPEN
    gesloten_op: date | None = None
    reden: str = ""
    consultaties: Mapping[UUID, Consultatiestand] = field(default_factory=dict)
    overdrachten: Mapping[UUID, Overdrachtstand] = field(default_factory=dict)
    partnerregies: Mapping[UUID, Partnerstand] = field(default_factory=dict)
    intensiteit: str = ""

    def wie(self, rol: Taakrol) -> int | None:
        """Return who does this now."""
        return next((r.gebruiker for r in self.regie if r.rol is rol and r.tot is None), None)


def vouw(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> CasusStand | None:
    """Fold (occurred on, event) in order of recording into the state of a casus; None without events.

    Revoked events are left out by the reader before they come here: a casus that was opened by mistake
    has no opening any more, so it is None.
    """
    stand: CasusStand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "casus.casus_geopend":
            stand = _geopend(dag, g)
        elif stand is not None and g.soort in _CASUSSTAP:
            stand = _CASUSSTAP[g.soort](stand, dag, g)
    return stand


def _geopend(dag: date, g: Any) -> CasusStand:
    return CasusStand(
        kader=g.kader,
        team=g.team,
        huishouden=g.huishouden,
        geopend_op=dag,
        betrokkenen=frozenset(g.betrokkenen),
        meldingen=frozenset({g.melding}),
        regie=(Regieperiode(g.regisseur, Taakrol.REGISSEUR, dag),),
    )


def _beeindigd(stand: CasusStand, dag: date, rollen: Collection[Taakrol]) -> tuple[Regieperiode, ...]:
    return tuple(replace(r, tot=dag) if r.tot is None and r.rol in rollen else r for r in stand.regie)


def _overgedragen(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    eerder = _beeindigd(stand, dag, {Taakrol.REGISSEUR})
    return replace(stand, regie=(*eerder, Regieperiode(g.naar, Taakrol.REGISSEUR, dag)))


def _tweede(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    eerder = _beeindigd(stand, dag, {Taakrol.TWEEDE})
    nieuw = (Regieperiode(g.gebruiker, Taakrol.TWEEDE, dag),) if g.gebruiker is not None else ()
    return replace(stand, regie=(*eerder, *nieuw))


def _gesloten(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    stand.regie = _beeindigd(stand, dag, set(Taakrol))
    stand.status, stand.gesloten_op, stand.reden = Status.GESLOTEN, dag, g.reden
    return stand


def _voorgesteld(stand: CasusStand, _dag: date, g: Any) -> CasusStand:
    return replace(stand, overdrachten={**stand.overdrachten, g.overdracht: Overdrachtstand(g.van, g.naar)})


def _beantwoord(status: Overdrachtstatus) -> Callable[[CasusStand, date, Any], CasusStand]:
    def stap(stand: CasusStand, _dag: date, g: Any) -> CasusStand:
        contact = g.contact_op if status is Overdrachtstatus.AANVAARD else None
        nieuw = replace(stand.overdrachten[g.overdracht], status=status, contact_op=contact)
        return replace(stand, overdrachten={**stand.overdrachten, g.overdracht: nieuw})

    return stap


def _consultatie(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    nieuw = Consultatiestand(g.gebruiker, dag, g.tot)
    return replace(stand, consultaties={**stand.consultaties, g.consultatie: nieuw})


def _consultatie_voorbij(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    nieuw = replace(stand.consultaties[g.consultatie], beeindigd_op=dag)
    return replace(stand, consultaties={**stand.consultaties, g.consultatie: nieuw})


def _partner(stand: CasusStand, dag: date, g: Any) -> CasusStand:
    """Return the casus after a partner began to direct, was looked at, or gave it back."""
    eerder = stand.partnerregies.get(g.partnerregie)
    if eerder is None:
        nieuw = begonnen(dag, g)
    elif g.soort == "casus.partnerregie_bekeken":
        nieuw = bekeken(eerder, g)
    else:
        nieuw = replace(eerder, tot=dag)
    return replace(stand, partnerregies={**stand.partnerregies, g.partnerregie: nieuw})


_CASUSSTAP: dict[str, Callable[[CasusStand, date, Any], CasusStand]] = {
    "casus.melding_toegevoegd": lambda s, _dag, g: replace(s, meldingen=s.meldingen | {g.melding}),
    "casus.betrokkene_toegevoegd": lambda s, _dag, g: replace(s, betrokkenen=s.betrokkenen | {g.persoon}),
    "casus.intensiteit_gezet": lambda s, _dag, g: replace(s, intensiteit=g.intensiteit),
    "casus.regie_overgedragen": _overgedragen,
    "casus.tweede_gezet": _tweede,
    "casus.casus_gesloten": _gesloten,
    "casus.consultatie_begonnen": _consultatie,
    "casus.consultatie_beeindigd": _consultatie_voorbij,
    "casus.partnerregie_begonnen": _partner,
    "casus.partnerregie_bekeken": _partner,
    "casus.partnerregie_beeindigd": _partner,
    "casus.overdracht_voorgesteld": _voorgesteld,
    "casus.overdracht_aanvaard": _beantwoord(Overdrachtstatus.AANVAARD),
    "casus.overdracht_geweigerd": _beantwoord(Overdrachtstatus.GEWEIGERD),
    "casus.overdracht_ingetrokken": _beantwoord(Overdrachtstatus.INGETROKKEN),
}

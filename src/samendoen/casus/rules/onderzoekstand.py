"""The fold of an investigation: what its events say about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from samendoen.casus.rules.onderzoek import Onderzoekstatus

if TYPE_CHECKING:
    from samendoen.kernel.api import Gebeurtenissoort


@dataclass(frozen=True, slots=True)
class Gebiedstand:
    """What the events say of a life domain of somebody."""

    aanbod: tuple[int, ...] = ()
    cijfer: int | None = None
    cijfer_later: int | None = None


@dataclass(frozen=True, slots=True)
class Onderzochtestand:
    """What the events say of somebody in an investigation."""

    gebieden: dict[str, Gebiedstand] = field(default_factory=dict)
    clientondersteuning: str = ""
    eigen_plan: str = ""
    plan_ontvangen_op: date | None = None
    verteld: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OnderzoekStand:
    """What the events say of one investigation; persons by their number."""

    casus: int
    team: str
    begonnen_op: date
    kopie_van: int | None
    meldingen: frozenset[int]
    personen: dict[int, Onderzochtestand] = field(default_factory=dict)
    status: Onderzoekstatus = Onderzoekstatus.LOOPT
    verstuurd_op: date | None = None
    ontvangers: frozenset[int] = frozenset()


def vouw_onderzoek(gebeurtenissen: Iterable[tuple[date, "Gebeurtenissoort"]]) -> OnderzoekStand | None:
    """Fold (occurred on, event) in order of recording into an investigation; None without events."""
    stand: OnderzoekStand | None = None
    for dag, g in gebeurtenissen:
        if g.soort == "casus.onderzoek_begonnen":
            stand = _begonnen(dag, g)
        elif stand is not None and g.soort in _STAP:
            stand = _STAP[g.soort](stand, dag, g)
    return stand


def _begonnen(dag: date, g: Any) -> OnderzoekStand:
    return OnderzoekStand(g.casus, g.team, dag, g.kopie_van, frozenset(g.meldingen))


def _persoon(
    stand: OnderzoekStand, g: Any, wijzig: Callable[[Onderzochtestand], Onderzochtestand]
) -> OnderzoekStand:
    eerder = stand.personen.get(g.persoon, Onderzochtestand())
    return replace(stand, personen={**stand.personen, g.persoon: wijzig(eerder)})


def _gekozen(stand: OnderzoekStand, _dag: date, g: Any) -> OnderzoekStand:
    def kies(p: Onderzochtestand) -> Onderzochtestand:
        return replace(p, gebieden={code: p.gebieden.get(code, Gebiedstand()) for code in g.leefgebieden})

    return _persoon(stand, g, kies)


def _gebied(stand: OnderzoekStand, g: Any, **anders: Any) -> OnderzoekStand:
    def zet(p: Onderzochtestand) -> Onderzochtestand:
        return replace(p, gebieden={**p.gebieden, g.leefgebied: replace(p.gebieden[g.leefgebied], **anders)})

    return _persoon(stand, g, zet)


def _bijgewerkt(stand: OnderzoekStand, _dag: date, g: Any) -> OnderzoekStand:
    def zet(p: Onderzochtestand) -> Onderzochtestand:
        return replace(
            p,
            clientondersteuning=g.clientondersteuning or "",
            eigen_plan=g.eigen_plan or "",
            plan_ontvangen_op=g.plan_ontvangen_op,
            verteld=frozenset(g.verteld),
        )

    return _persoon(stand, g, zet)


def _verstuurd(stand: OnderzoekStand, dag: date, g: Any) -> OnderzoekStand:
    return replace(
        stand, status=Onderzoekstatus.AFGEROND, verstuurd_op=dag, ontvangers=frozenset(g.ontvangers)
    )


def _weggegooid(stand: OnderzoekStand, _dag: date, _g: Any) -> OnderzoekStand:
    return replace(stand, status=Onderzoekstatus.WEGGEGOOID, meldingen=frozenset())


_STAP: dict[str, Callable[[OnderzoekStand, date, Any], OnderzoekStand]] = {
    "casus.onderzoek_melding_meegenomen": lambda s, _dag, g: replace(s, meldingen=s.meldingen | {g.melding}),
    "casus.onderzoek_melding_losgelaten": lambda s, _dag, g: replace(s, meldingen=s.meldingen - {g.melding}),
    "casus.leefgebieden_gekozen": _gekozen,
    "casus.bevinding_geschreven": lambda s, _dag, g: _gebied(s, g, aanbod=g.aanbod, cijfer=g.cijfer),
    "casus.cijfer_later_gegeven": lambda s, _dag, g: _gebied(s, g, cijfer_later=g.cijfer),
    "casus.onderzochte_bijgewerkt": _bijgewerkt,
    "casus.verslag_verstuurd": _verstuurd,
    "casus.onderzoek_weggegooid": _weggegooid,
}

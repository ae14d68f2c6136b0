"""A casus and an action of its plan as other contexts may know them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from samendoen.casus import access
from samendoen.casus.access import Betrokkenewaarde, betrokkenen_van, binnen, leesbaar
from samendoen.casus.models import Actie, Casus, Casusmelding, Regie
from samendoen.casus.rules import MAATWERK, Planstatus, Status, Taakrol
from samendoen.kernel.api import SYSTEEM, Actor


@dataclass(frozen=True, slots=True)
class Casuskern:
    """A casus in one line. Of a closed one `regisseur` is who directed it last.

    `dossier_id` and `wet` are those of the person with whom it began.
    """

    id: int
    huishouden_id: int
    dossier_id: int
    wet: str
    team_id: int
    team: str
    status: str
    geopend_op: date
    regisseur_id: int
    regisseur: str


@dataclass(frozen=True, slots=True)
class Actiekern:
    """An action of a plan: for whom, on which life domain and level, and why nothing lighter suffices."""

    id: int
    casus_id: int
    persoon_id: int
    leefgebied: str
    niveau: str
    tekst: str
    niet_lichter: str


def casuskernen(door: Actor, ids: Iterable[int], *, schrijfbaar: bool = False) -> dict[int, Casuskern]:
    """Return the casussen among these that this actor may read; the system gets all. Two queries.

    With `schrijfbaar` those that may be written in, locked until the transaction ends. Who shows them
    logs it.
    """
    rijen = Casus.objects.filter(pk__in=set(ids)).order_by("pk")
    if schrijfbaar:
        rijen = rijen.select_for_update(of=("self",))
    return _kernen(access.schrijfbaar(rijen, door) if schrijfbaar else leesbaar(rijen, door))


def lopende_van_huishoudens(huishouden_ids: Iterable[int]) -> dict[int, Casuskern]:
    """Return household -> its open casus: that it runs, with whom and where (`routeerbaar`), to who has
    a question of that household before them."""
    rijen = Casus.objects.filter(huishouden__in=set(huishouden_ids), status=Status.OPEN)
    return {kern.huishouden_id: kern for kern in _kernen(rijen).values()}


def _kernen(rijen: QuerySet[Casus]) -> dict[int, Casuskern]:
    casussen = list(rijen.select_related("team"))
    namen = _regisseurs([c.pk for c in casussen])
    return {
        c.pk: Casuskern(
            id=c.pk,
            huishouden_id=c.huishouden_id,
            dossier_id=c.dossier_id,
            wet=c.wet,
            team_id=c.team_id,
            team=c.team.code,
            status=c.status,
            geopend_op=c.geopend_op,
            regisseur_id=namen[c.pk][0],
            regisseur=namen[c.pk][1],
        )
        for c in casussen
    }


def _regisseurs(casus_ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Return casus -> (user, name) of its last director."""
    rijen = Regie.objects.filter(casus__in=casus_ids, rol=Taakrol.REGISSEUR).order_by("pk")
    velden = rijen.values_list("casus_id", "gebruiker_id", "gebruiker__naam")
    return {casus: (gebruiker, naam) for casus, gebruiker, naam in velden} if casus_ids else {}


def laatste_regisseur(casus_id: int) -> str:
    """Return the name of who directs a casus, or did last; for who has authorised the casus itself."""
    return _regisseurs([casus_id])[casus_id][1]


def betrokkenen(casus_id: int) -> tuple[Betrokkenewaarde, ...]:
    """Return who is involved, in order of joining; for who has authorised the casus itself."""
    return tuple(betrokkenen_van(SYSTEEM, [casus_id])[casus_id].values())


def actiekernen(door: Actor, ids: Iterable[int]) -> dict[int, Actiekern]:
    """Return the actions among these whose person this actor may read."""
    return {kern.id: kern for kern in _acties(door, Q(pk__in=set(ids)))}


def actienummers(plan_ids: Iterable[int]) -> dict[tuple[int, UUID], int]:
    """Return the actions of these versions by (version, kenmerk); for who authorised the casus."""
    rijen = Actie.objects.filter(doel__plan__in=list(plan_ids)).order_by("pk")
    return {(plan, kenmerk): pk for pk, plan, kenmerk in rijen.values_list("pk", "doel__plan_id", "kenmerk")}


def maatwerkacties(door: Actor, casus_id: int) -> list[Actiekern]:
    """Return the individual provisions of the plan that holds, of the persons this actor may read."""
    geldt = Q(doel__plan__casus=casus_id, doel__plan__status=Planstatus.VASTGESTELD, niveau=MAATWERK)
    return _acties(door, geldt)


def _acties(door: Actor, welke: Q) -> list[Actiekern]:
    rijen = binnen(Actie.objects.filter(welke), door, pad="doel__dossier")
    velden = rijen.order_by("doel__volgorde", "volgorde", "pk").values_list(
        "pk", "doel__plan__casus_id", "inwoner_id", "doel__leefgebied", "niveau", "tekst", "niet_lichter"
    )
    return [Actiekern(*rij) for rij in velden]


def casussen_van_meldingen(melding_ids: Iterable[int]) -> dict[int, int]:
    """Return melding -> the casus that it belongs to."""
    rijen = Casusmelding.objects.filter(melding__in=list(melding_ids))
    return dict(rijen.values_list("melding_id", "casus_id"))


def open_casussen_per_team() -> dict[str, int]:
    """Return team code -> number of casussen that run now: for the summary of the demo."""
    per = Casus.objects.filter(status=Status.OPEN).values_list("team__code").annotate(n=Count("id"))
    return dict(per.order_by("team__code"))

"""A melding as other contexts know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.kernel.api import Actor, Niveau, zichtbaar
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import afgeschermd


@dataclass(frozen=True, slots=True)
class Meldingkern:
    """A melding in one value: about whom (`persoon_id`; known to us when `herkend`), under which law, with
    which team, and what is asked. `route` is "" as long as it was not triaged."""

    id: int
    dossier_id: int
    persoon_id: int
    wet: str
    team_id: int
    team: str
    herkend: bool
    status: str
    ontvangen_op: date
    vraag: str
    leefgebieden: tuple[str, ...]
    kanaal: str
    route: str
    afgeschermd: bool


def meldingkernen(door: Actor, ids: Iterable[int], *, schrijfbaar: bool = False) -> dict[int, Meldingkern]:
    """Return those of these meldingen that this actor may read; the system gets all. One query.

    With `schrijfbaar` those that it may write, locked until the transaction of the action ends.
    """
    rijen = Melding.objects.filter(pk__in=set(ids)).order_by("pk")
    if schrijfbaar:
        rijen = rijen.select_for_update(of=("self",))
    if door.id is not None:
        rijen = zichtbaar(rijen, door, niveau=Niveau.SCHRIJFBAAR if schrijfbaar else Niveau.LEESBAAR)
    return {m.pk: _kern(m) for m in rijen.select_related("team")}


def _kern(m: Melding) -> Meldingkern:
    return Meldingkern(
        id=m.pk,
        dossier_id=m.dossier_id,
        persoon_id=m.inwoner_id,
        wet=m.wet,
        team_id=m.team_id,
        team=m.team.code,
        herkend=m.herkend,
        status=m.status,
        ontvangen_op=m.ontvangen_op,
        vraag=m.vraag,
        leefgebieden=tuple(m.leefgebieden),
        kanaal=m.kanaal,
        route=m.route,
        afgeschermd=afgeschermd(m.kanaal),
    )

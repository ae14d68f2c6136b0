"""Let decisions that are replaced end, with what they granted and who gave it."""

from collections.abc import Mapping, Sequence
from datetime import date

from samendoen.besluiten.access import naar_besluit, naar_voorziening
from samendoen.besluiten.actions.besluit import vast
from samendoen.besluiten.events import BesluitHerroepen, ToewijzingBeeindigd, VoorzieningHerroepen
from samendoen.besluiten.models import Besluit, Toewijzing, Voorziening
from samendoen.besluiten.rules import TOEWIJZING_OVERGANGEN, Toewijzingstatus
from samendoen.besluiten.rules.wijziging import RedenWijziging
from samendoen.kernel.api import Gebeurtenissoort, Vastlegging, werk_bij


def dag_van(besluit: Besluit) -> date:
    """Return the day of announcement of a decision that has been announced."""
    assert besluit.bekendgemaakt_op is not None
    return besluit.bekendgemaakt_op


def vast_voorziening(v: Voorziening, gebeurtenis: Gebeurtenissoort, op: date) -> Vastlegging:
    """Return an event about a provision as it is recorded."""
    return Vastlegging(gebeurtenis, v.pk, op, dossier_id=v.dossier_id)


def herroep(herziend: Sequence[Besluit], nieuw: Mapping[int, Voorziening]) -> list[Vastlegging]:
    """Let what these announced decisions replace end; return the events. `nieuw`: decision -> what it grants.

    The old provision ends when the new one begins, or at once when nothing is granted any more.
    """
    opvolger = {b.herziet_id: b for b in herziend if b.herziet_id is not None}
    if not opvolger:
        return []
    oud = list(Besluit.objects.filter(pk__in=opvolger).order_by("pk"))
    for besluit in oud:
        besluit.status = naar_besluit(besluit, "herroep")
    werk_bij(oud, ["status"])
    gebeurtenissen = [
        vast(b, BesluitHerroepen(besluit=b.pk, nieuw=opvolger[b.pk].pk), dag_van(opvolger[b.pk])) for b in oud
    ]
    return gebeurtenissen + _voorzieningen(opvolger, nieuw)


def _voorzieningen(opvolger: Mapping[int, Besluit], nieuw: Mapping[int, Voorziening]) -> list[Vastlegging]:
    rijen = Voorziening.objects.select_for_update(of=("self",)).filter(besluit__in=opvolger)
    voorzieningen = {v.pk: v for v in rijen.order_by("pk")}
    per: dict[int, date] = {}
    for v in voorzieningen.values():
        volgend = opvolger[v.besluit_id]
        per[v.pk] = nieuw[volgend.pk].van if volgend.pk in nieuw else dag_van(volgend)
        v.status, v.herroepen_per = naar_voorziening(v, "herroep"), per[v.pk]
    werk_bij(voorzieningen.values(), ["status", "herroepen_per"])
    gebeurtenissen = [
        vast_voorziening(
            v,
            VoorzieningHerroepen(nieuw=opvolger[v.besluit_id].pk, per=per[v.pk]),
            dag_van(opvolger[v.besluit_id]),
        )
        for v in voorzieningen.values()
    ]
    geldt = Toewijzing.objects.select_for_update(of=("self",)).filter(
        voorziening__in=voorzieningen, status=Toewijzingstatus.GELDT.value
    )
    einden = [(t, per[t.voorziening_id]) for t in geldt.order_by("pk")]
    op = {v.pk: dag_van(opvolger[v.besluit_id]) for v in voorzieningen.values()}
    return gebeurtenissen + beeindig(einden, voorzieningen, op)


def beeindig(
    einden: Sequence[tuple[Toewijzing, date]],
    voorzieningen: Mapping[int, Voorziening],
    op: Mapping[int, date],
    code: RedenWijziging = RedenWijziging.VERKORT,
) -> list[Vastlegging]:
    """End (running assignment, first day no longer); return the events, which happened on `op` by provision.

    Not before it began, and not later than it would have ended by itself. `code` says why to who gave it;
    one that never began was removed.
    """
    gebeurtenissen = []
    for t, dag in einden:
        tot = max(dag, t.van)
        t.tot = tot if t.tot is None else min(tot, t.tot)
        t.status = TOEWIJZING_OVERGANGEN[Toewijzingstatus(t.status)]["beeindig"]
        t.reden = RedenWijziging.VERWIJDERD if t.tot <= t.van else code
        gebeurtenis = ToewijzingBeeindigd(toewijzing=t.pk, tot=t.tot, reden=t.reden)
        gebeurtenissen.append(
            vast_voorziening(voorzieningen[t.voorziening_id], gebeurtenis, op[t.voorziening_id])
        )
    werk_bij([t for t, _dag in einden], ["status", "tot", "reden"])
    return gebeurtenissen

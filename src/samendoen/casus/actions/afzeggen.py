"""Cancel a meeting of a case table, and plan it again."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.casus.actions.agendapunt import verhuis
from samendoen.casus.actions.overleg import eis_vrije_dag, fout
from samendoen.casus.actions.overlegrechten import haal_overleggen_op_slot, vergrendel_overleggen
from samendoen.casus.events import OverlegAfgezegd, OverlegWeerGepland
from samendoen.casus.models import Agendapunt, Deling, Overleg
from samendoen.casus.rules import Afzegreden, Puntstatus
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, werk_bij


@dataclass(frozen=True, slots=True)
class Afzegging:
    """Which meeting is not held and why (a code of Afzegreden). `naar` is the meeting that takes its open
    items; None: they wait, and stand by themselves with the next meeting of that table and team."""

    overleg: int
    reden: str
    naar: int | None = None


@actie("casus", Permissie.CASUS_WERKEN)
def zeg_overleg_af(door: Actor, afzegging: Afzegging) -> None:
    """Cancel a meeting; what was cancelled already stays as it is.

    Whoever keeps the meeting moves its items, also those of dossiers that they may not open: an item is a
    number to them, before and after. Raises NietGevonden for a meeting that is not one's own, or that does
    not exist; Domeinfout for an unknown reason, a meeting at which something was discussed or shared, or
    items that go to the same meeting or to one that is cancelled too.
    """
    nummer, naar = afzegging.overleg, afzegging.naar
    # Both in one order: two who cancel towards each other's meeting wait, and do not block.
    list(Overleg.objects.filter(pk__in=[nummer, naar or nummer]).order_by("pk").select_for_update())
    rij = haal_overleggen_op_slot(door, [nummer])[nummer]
    if rij.afgezegd_op is not None:
        return
    punten = _op_slot(rij)
    _controleer(afzegging, rij)
    if naar is not None:
        verhuis(door, punten, dict.fromkeys(punten, naar), vergrendel_overleggen([naar]))
    rij.afgezegd_op, rij.afgezegd_reden = klok.vandaag(), afzegging.reden
    werk_bij([rij], ["afgezegd_op", "afgezegd_reden"])
    gebeurtenis = OverlegAfgezegd(reden=afzegging.reden, naar=naar if punten else None)
    leg_vast(door, Vastlegging(gebeurtenis, nummer, klok.vandaag()))


def _op_slot(rij: Overleg) -> dict[int, Agendapunt]:
    """Return the items that nobody discussed, locked."""
    open_ = Agendapunt.objects.filter(overleg=rij, status=Puntstatus.OPEN, dossier__gewist_op=None)
    return {p.pk: p for p in open_.order_by("pk").select_for_update(of=("self",))}


def _controleer(afzegging: Afzegging, rij: Overleg) -> None:
    if afzegging.reden not in set(Afzegreden):
        raise fout("reden", _("Deze reden bestaat niet."), _("Kies een reden uit de lijst."))
    besproken = Agendapunt.objects.filter(overleg=rij, status=Puntstatus.BESPROKEN).exists()
    if besproken or Deling.objects.filter(punt__overleg=rij, ingetrokken_op=None).exists():
        raise Domeinfout(
            "overleg_geweest",
            _("Aan deze tafel is al iets besproken of gedeeld: dit overleg is er geweest."),
            _("Verplaats de punten die nog open staan, of neem de bespreking eerst terug."),
        )
    if afzegging.naar == rij.pk:
        raise fout("naar", _("Dit is het overleg dat u afzegt."), _("Kies een ander overleg."))


@actie("casus", Permissie.CASUS_WERKEN)
def plan_overleg_weer(door: Actor, overleg_id: int) -> None:
    """Take back that a meeting was cancelled. What waited on its agenda stands there still; items that
    went to another meeting stay there. One that is held changes nothing.

    Raises NietGevonden for a meeting that is not one's own; Domeinfout when that table of the team has
    another meeting on that day by now.
    """
    rij = haal_overleggen_op_slot(door, [overleg_id])[overleg_id]
    if rij.afgezegd_op is None:
        return
    eis_vrije_dag(rij, rij.op)
    rij.afgezegd_op, rij.afgezegd_reden = None, ""
    werk_bij([rij], ["afgezegd_op", "afgezegd_reden"])
    leg_vast(door, Vastlegging(OverlegWeerGepland(), overleg_id, klok.vandaag()))

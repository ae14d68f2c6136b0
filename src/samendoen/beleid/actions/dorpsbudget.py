"""Use cases on the villages' subsidy budget: divide it by inhabitants, spend of it, withdraw an expense."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from samendoen.beleid.actions.tekstkeur import keur_lengte, weiger_zwaar
from samendoen.beleid.events.initiatief import (
    DorpsbudgetVerdeeld,
    DorpsuitgaveGeboekt,
    DorpsuitgaveIngetrokken,
)
from samendoen.beleid.models import Dorpsbudget, Dorpsdeel, Dorpsuitgave
from samendoen.beleid.rules.initiatief import verdeel
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
)
from samendoen.schil.api import euro_centen


@dataclass(frozen=True, slots=True)
class NieuweDorpsuitgave:
    """What a village spends of its share."""

    kenmerk: UUID
    deel: int
    omschrijving: str
    eurocent: int
    op: date


@actie("beleid", Permissie.BELEID_BEHEREN)
def verdeel_dorpsbudget(door: Actor, jaar: int, eurocent: int, inwoners: Mapping[str, int]) -> int:
    """Divide the money of a year over the villages by their inhabitants; again in the place of before.

    Raises Domeinfout without money or inhabitants, and when a village has already spent more than its new
    share, or spent and would be left out.
    """
    dorpen = {dorp.strip(): n for dorp, n in inwoners.items() if dorp.strip()}
    if eurocent <= 0 or not dorpen or min(dorpen.values()) < 0 or not sum(dorpen.values()):
        raise Domeinfout(
            "dorpsbudget_leeg",
            _("Er is niets te verdelen."),
            _("Vul een bedrag in, en per dorp het aantal inwoners."),
            veld="bedrag",
        )
    op_beurt(f"beleid.dorpsbudget.{jaar}")
    delen = verdeel(eurocent, dorpen)
    budget = Dorpsbudget.objects.select_for_update().filter(jaar=jaar).first()
    budget = budget or Dorpsbudget(jaar=jaar)
    budget.eurocent, budget.verdeeld_op = eurocent, klok.vandaag()
    _eis_genoeg(budget, delen)
    budget.save()
    weg = Dorpsdeel.objects.filter(budget=budget).exclude(dorp__in=delen)
    weg.filter(uitgaven__isnull=True).delete()
    weg.update(inwoners=0, eurocent=0)  # has expenses, all of them withdrawn
    for dorp, deel in delen.items():
        Dorpsdeel.objects.update_or_create(
            budget=budget, dorp=dorp, defaults={"inwoners": dorpen[dorp], "eurocent": deel}
        )
    g = DorpsbudgetVerdeeld(jaar=jaar, eurocent=eurocent, inwoners=sum(dorpen.values()), dorpen=len(delen))
    leg_vast(door, Vastlegging(g, budget.pk, klok.vandaag()))
    return budget.pk


def _eis_genoeg(budget: Dorpsbudget, delen: Mapping[str, int]) -> None:
    if budget.pk is None:
        return
    for deel in Dorpsdeel.objects.filter(budget=budget).order_by("dorp"):
        besteed = besteed_van(deel.pk)
        if besteed > delen.get(deel.dorp, 0):
            raise Domeinfout(
                "dorp_al_besteed",
                _("%(dorp)s heeft al %(besteed)s besteed; dat is meer dan het nieuwe deel van %(deel)s.")
                % {
                    "dorp": deel.dorp,
                    "besteed": euro_centen(besteed),
                    "deel": euro_centen(delen.get(deel.dorp, 0)),
                },
                _("Verdeel meer geld, of trek eerst een uitgave in."),
            )


@actie("beleid", Permissie.BELEID_BEHEREN)
def boek_dorpsuitgaven(door: Actor, nieuwe: Sequence[NieuweDorpsuitgave]) -> list[int]:
    """Book expenses of villages and return their ids; a known `kenmerk` changes nothing.

    Raises Domeinfout when a village has not enough left (nothing is booked then), for no amount or words.
    """
    ids = []
    for n in nieuwe:
        deel = Dorpsdeel.objects.select_for_update().filter(pk=n.deel).first()
        if deel is None:
            raise dorp_onbekend()
        bekend = Dorpsuitgave.objects.filter(kenmerk=n.kenmerk).values_list("pk", flat=True).first()
        ids.append(bekend or _boek(door, deel, n))
    return ids


def _boek(door: Actor, deel: Dorpsdeel, n: NieuweDorpsuitgave) -> int:
    keur_lengte(n.omschrijving, "omschrijving", 200)
    weiger_zwaar(n.omschrijving, "omschrijving")
    over = deel.eurocent - besteed_van(deel.pk)
    if n.eurocent <= 0:
        raise Domeinfout("uitgave_bedrag", _("Dit is geen bedrag."), _("Vul een bedrag in."), veld="bedrag")
    if n.eurocent > over:
        raise Domeinfout(
            "dorp_te_weinig",
            _("%(dorp)s heeft nog %(over)s. Gevraagd is %(bedrag)s.")
            % {"dorp": deel.dorp, "over": euro_centen(over), "bedrag": euro_centen(n.eurocent)},
            _("Boek hoogstens wat er over is."),
            veld="bedrag",
        )
    rij = Dorpsuitgave.objects.create(
        kenmerk=n.kenmerk, deel=deel, omschrijving=n.omschrijving.strip(), eurocent=n.eurocent, op=n.op
    )
    g = DorpsuitgaveGeboekt(uitgave=rij.pk, eurocent=n.eurocent)
    leg_vast(door, Vastlegging(g, deel.budget_id, klok.vandaag()))
    return rij.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def trek_dorpsuitgave_in(door: Actor, uitgave_id: int) -> None:
    """Withdraw an expense that was a mistake; doing it again changes nothing."""
    rij = Dorpsuitgave.objects.select_for_update().select_related("deel").filter(pk=uitgave_id).first()
    if rij is None:
        raise dorp_onbekend()
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    g = DorpsuitgaveIngetrokken(uitgave=rij.pk)
    leg_vast(door, Vastlegging(g, rij.deel.budget_id, klok.vandaag()))


def besteed_van(deel_id: int) -> int:
    """Return what a village spent of its share, in cents."""
    som = Dorpsuitgave.objects.filter(deel=deel_id, ingetrokken_op=None).aggregate(som=Sum("eurocent"))
    return int(som["som"] or 0)


def dorp_onbekend() -> NietGevonden:
    """Return the error for a village, expense or year that is not there."""
    return NietGevonden(
        "dorp_onbekend", _("Dit dorp of deze uitgave is er niet."), _("Kies een dorp bij Koers, Dorpen.")
    )

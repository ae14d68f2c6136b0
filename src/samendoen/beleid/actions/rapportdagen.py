"""Use cases of the days on which a plan reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import plan_onbekend
from samendoen.beleid.events import RapportdagGepland, RapportdagVervallen
from samendoen.beleid.models import Plan, Rapportdag
from samendoen.beleid.rules.jaar import kwartaaleinden
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
    wie_mag,
)
from samendoen.schil.api import datum_zonder_dag

VOORAF, HERINNERING = 21, 7
LANGSTE_VOORAF = 120


@dataclass(frozen=True, slots=True)
class NieuweRapportdag:
    """A day on which a plan reports. Owners are asked `dagen_vooraf` days before, and reminded
    `dagen_herinnering` days before; what is late goes to the adviser."""

    kenmerk: UUID
    plan: str
    titel: str
    dag: date
    dagen_vooraf: int = VOORAF
    dagen_herinnering: int = HERINNERING
    adviseur: int | None = None


@actie("beleid", Permissie.BELEID_BEHEREN)
def plan_rapportdagen(door: Actor, nieuwe: Sequence[NieuweRapportdag]) -> list[int]:
    """Plan days of reporting and return the numbers of those that are new; sent again they are there once.

    Raises Domeinfout for a day that has passed or that the plan has already, numbers that cannot be, or an
    adviser who may not manage a plan; NietGevonden for a plan that was not read in.
    """
    ids = []
    for n in nieuwe:
        plan = Plan.objects.filter(code=n.plan).first()
        if plan is None:
            raise plan_onbekend(n.plan)
        op_beurt(f"beleid.rapportdagen.{plan.pk}")
        if Rapportdag.objects.filter(kenmerk=n.kenmerk).exists():
            continue
        _controleer(plan, n)
        rij = Rapportdag.objects.create(
            plan=plan,
            kenmerk=n.kenmerk,
            titel=n.titel.strip(),
            dag=n.dag,
            dagen_vooraf=n.dagen_vooraf,
            dagen_herinnering=n.dagen_herinnering,
            adviseur_id=n.adviseur,
        )
        gebeurtenis = RapportdagGepland(
            rapportdag=rij.pk,
            dag=rij.dag,
            dagen_vooraf=rij.dagen_vooraf,
            dagen_herinnering=rij.dagen_herinnering,
        )
        leg_vast(door, Vastlegging(gebeurtenis, plan.pk, klok.vandaag()))
        ids.append(rij.pk)
    return ids


@actie("beleid", Permissie.BELEID_BEHEREN)
def laat_rapportdag_vervallen(door: Actor, rapportdag_id: int) -> None:
    """Take a day of reporting away; its tasks lapse in the next night. Taken away already, nothing changes.

    Raises NietGevonden.
    """
    rij = Rapportdag.objects.select_for_update().filter(pk=rapportdag_id).first()
    if rij is None:
        raise NietGevonden(
            "rapportdag_onbekend",
            _("Deze rapportdag bestaat niet."),
            _("Kies een dag op de pagina Wat komt eraan."),
        )
    if rij.vervallen_op is not None:
        return
    rij.vervallen_op = klok.vandaag()
    rij.save(update_fields=["vervallen_op"])
    leg_vast(door, Vastlegging(RapportdagVervallen(rapportdag=rij.pk), rij.plan_id, klok.vandaag()))


def kwartalen(plan: str, jaar: int, adviseur: int | None) -> list[NieuweRapportdag]:
    """Return the ends of quarters of a year that are to come and not planned yet, to plan them."""
    bezet = set(Rapportdag.objects.filter(plan__code=plan, vervallen_op=None).values_list("dag", flat=True))
    return [
        NieuweRapportdag(
            uuid5(NAMESPACE_URL, f"rapportdag/{plan}/{dag}/{Rapportdag.objects.count()}"),
            plan,
            _("Voortgang %(n)se kwartaal %(jaar)s") % {"n": n, "jaar": jaar},
            dag,
            adviseur=adviseur,
        )
        for n, dag in enumerate(kwartaaleinden(jaar), 1)
        if dag >= klok.vandaag() and dag not in bezet
    ]


def _controleer(plan: Plan, n: NieuweRapportdag) -> None:
    bezet = Rapportdag.objects.filter(plan=plan, dag=n.dag, vervallen_op=None).exists()
    vooraf_kan = 1 <= n.dagen_vooraf <= LANGSTE_VOORAF
    fouten = (
        ("titel", not n.titel.strip() or len(n.titel) > 120, _("De naam ontbreekt of is te lang.")),
        ("dag", n.dag < klok.vandaag(), _("Deze dag is al voorbij.")),
        ("dag", bezet, _("Op deze dag rapporteert het plan al.")),
        ("dagen_vooraf", not vooraf_kan, _("Vraag het 1 tot 120 dagen vooraf.")),
        (
            "dagen_herinnering",
            not 0 <= n.dagen_herinnering <= n.dagen_vooraf,
            _("De herinnering komt na de eerste vraag."),
        ),
        ("adviseur", not _mag_beheren(n.adviseur), _("Deze collega beheert geen beleidsplannen.")),
    )
    for veld, mis, wat in fouten:
        if mis:
            zin = datum_zonder_dag(n.dag)
            raise Domeinfout(
                f"rapportdag_{veld}", wat, _("Verbeter de rapportdag van %(dag)s.") % {"dag": zin}, veld=veld
            )


def _mag_beheren(nummer: int | None) -> bool:
    return nummer is None or nummer in wie_mag(Permissie.BELEID_BEHEREN, [nummer], klok.vandaag())

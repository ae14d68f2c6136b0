"""Record what was shared with whom about an agenda item, and on which legal basis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import niet_gevonden
from samendoen.casus.actions.agendapunt import LANGSTE
from samendoen.casus.actions.overlegrechten import haal_deling_op_slot, haal_punten_op_slot
from samendoen.casus.definities import Tafel, tafels
from samendoen.casus.events import DelingIngetrokken, GegevensGedeeld
from samendoen.casus.models import Agendapunt, Deelnemer, Deling
from samendoen.casus.rules import TOESTEMMING
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)


@dataclass(frozen=True, slots=True)
class Delinginvoer:
    """What was shared about an item with a participant, on which basis (a code of the table), and for consent
    on which day it was given."""

    kenmerk: UUID
    punt: int
    deelnemer: int
    wat: str
    grond: str
    toestemming_op: date | None = None


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"deling_{veld}", wat, doe, veld=veld)


@actie("casus", Permissie.CASUS_WERKEN)
def deel_gegevens(door: Actor, invoer: Sequence[Delinginvoer]) -> list[int]:
    """Record what was shared; return the ids in order. A known `kenmerk` gives what exists. It opens nothing.

    Raises NietGevonden or Geweigerd without the right to write in the dossier, or for somebody who does not
    sit at that meeting; Domeinfout with the field for no words, an unknown basis, or consent without its day.
    """
    punten = haal_punten_op_slot(door, [d.punt for d in invoer])
    mensen = {r.pk: r for r in Deelnemer.objects.filter(pk__in=[d.deelnemer for d in invoer])}
    kent = tafels()
    for d in invoer:
        wie = mensen.get(d.deelnemer)
        if wie is None or wie.overleg_id != punten[d.punt].overleg_id:
            raise niet_gevonden()
        _controleer(d, kent.get(punten[d.punt].overleg.tafel))
    bekend = dict(Deling.objects.filter(kenmerk__in=[d.kenmerk for d in invoer]).values_list("kenmerk", "pk"))
    vers = {d.kenmerk: d for d in invoer if d.kenmerk not in bekend}
    rijen = schrijf(_rij(d, punten[d.punt]) for d in vers.values())
    leg_vast(door, *(_gedeeld(rij, punten, mensen) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[d.kenmerk] for d in invoer]


def _controleer(d: Delinginvoer, tafel: Tafel | None) -> None:
    met_toestemming = d.grond == TOESTEMMING
    fouten = (
        ("wat", not d.wat.strip(), _("Er staat niet wat er is gedeeld."), _("Schrijf het kort op.")),
        (
            "wat",
            len(d.wat) > LANGSTE or "\x00" in d.wat,
            _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
            _("Kort het in."),
        ),
        (
            "grond",
            tafel is None or d.grond not in tafel.gronden(),
            _("Op deze grond mag aan deze tafel niet worden gedeeld."),
            _("Kies een grond uit de lijst."),
        ),
        (
            "toestemming_op",
            met_toestemming != (d.toestemming_op is not None),
            _("Bij toestemming hoort de dag waarop die is gegeven, en alleen dan."),
            _("Vul de dag in, of kies een andere grond."),
        ),
        (
            "toestemming_op",
            d.toestemming_op is not None and d.toestemming_op > klok.vandaag(),
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise fout(veld, wat, doe)


def _rij(d: Delinginvoer, punt: Agendapunt) -> Deling:
    return Deling(
        kenmerk=d.kenmerk,
        punt=punt,
        deelnemer_id=d.deelnemer,
        inwoner_id=punt.inwoner_id,
        wet=punt.wet,
        dossier_id=punt.dossier_id,
        wat=d.wat.strip(),
        grond=d.grond,
        toestemming_op=d.toestemming_op,
        op=klok.vandaag(),
    )


def _gedeeld(rij: Deling, punten: Mapping[int, Agendapunt], mensen: Mapping[int, Deelnemer]) -> Vastlegging:
    wie = mensen[rij.deelnemer_id]
    gebeurtenis = GegevensGedeeld(
        deling=rij.kenmerk, deelnemer=wie.kenmerk, grond=rij.grond, buiten=wie.gebruiker_id is None
    )
    return Vastlegging(
        gebeurtenis,
        rij.punt_id,
        rij.op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"toelichting": rij.wat},
    )


@actie("casus", Permissie.CASUS_WERKEN)
def trek_deling_in(door: Actor, deling_id: int) -> None:
    """Say that sharing was recorded by mistake; it stays to be seen as withdrawn. The same again changes
    nothing. Raises NietGevonden or Geweigerd."""
    rij = haal_deling_op_slot(door, deling_id)
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.vandaag()
    werk_bij([rij], ["ingetrokken_op"])
    leg_vast(
        door,
        Vastlegging(
            DelingIngetrokken(deling=rij.kenmerk), rij.punt_id, klok.vandaag(), dossier_id=rij.dossier_id
        ),
    )

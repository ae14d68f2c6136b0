"""Write a remark at an indicator, and take it back."""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.cijfers.events import OPMERKING, OpmerkingGeplaatst, OpmerkingIngetrokken
from samendoen.cijfers.models import Reeksopmerking
from samendoen.cijfers.queries.soorten import keur_code
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
    van_onderwerp,
)

LANGSTE_OPMERKING = 500


@dataclass(frozen=True, slots=True)
class NieuweOpmerking:
    """A remark to be: at which indicator, about which day, or from `dag` up to and including `tot`."""

    kenmerk: UUID
    indicator: str
    dag: date
    tekst: str
    tot: date | None = None


@actie("cijfers", Permissie.BELEID_BEHEREN)
def plaats_opmerking(door: Actor, nieuw: NieuweOpmerking) -> int:
    """Write a remark and return its id. A known `kenmerk` gives the one that stands.

    Raises NietGevonden for an unknown indicator; Domeinfout without words, with too many, or for days that
    cannot be.
    """
    keur_code(nieuw.indicator)
    op_beurt(f"cijfers.opmerking.{nieuw.indicator}")
    bekend = Reeksopmerking.objects.filter(kenmerk=nieuw.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    tekst = nieuw.tekst.strip()
    _keur(nieuw, tekst)
    rij = Reeksopmerking.objects.create(
        kenmerk=nieuw.kenmerk,
        indicator=nieuw.indicator,
        dag=nieuw.dag,
        tot=nieuw.tot,
        tekst=tekst,
        geschreven_op=klok.nu(),
        auteur_id=door.id,
    )
    gebeurtenis = OpmerkingGeplaatst(
        indicator=rij.indicator,
        dag=rij.dag,
        tot=rij.tot,
        tekst=hashlib.sha256(tekst.encode()).hexdigest(),
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return rij.pk


@actie("cijfers", Permissie.BELEID_BEHEREN)
def trek_opmerking_in(door: Actor, opmerking_id: int) -> str:
    """Take a remark back and return the code of its indicator. Doing it again changes nothing.

    Raises NietGevonden.
    """
    rij = Reeksopmerking.objects.select_for_update().filter(pk=opmerking_id).first()
    if rij is None:
        raise NietGevonden(
            "opmerking_onbekend", _("Deze opmerking bestaat niet."), _("Kies een opmerking bij een cijfer.")
        )
    if rij.ingetrokken_op is None:
        rij.ingetrokken_op, rij.ingetrokken_door_id = klok.nu(), door.id
        rij.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
        geplaatst = van_onderwerp(OPMERKING, [rij.pk])[rij.pk][0]
        leg_vast(
            door,
            Vastlegging(OpmerkingIngetrokken(), rij.pk, klok.vandaag(), herroept_id=geplaatst.pk),
        )
    return rij.indicator


def _keur(nieuw: NieuweOpmerking, tekst: str) -> None:
    if not tekst or len(tekst) > LANGSTE_OPMERKING:
        raise Domeinfout(
            "opmerking_tekst",
            _("De opmerking is leeg of langer dan %(n)s tekens.") % {"n": LANGSTE_OPMERKING},
            _("Schrijf in één of twee zinnen wat een lezer van dit cijfer moet weten."),
            veld="tekst",
        )
    if nieuw.dag > klok.vandaag():
        raise Domeinfout(
            "opmerking_dag",
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
            veld="dag",
        )
    if nieuw.tot is not None and nieuw.tot < nieuw.dag:
        raise Domeinfout(
            "opmerking_tot",
            _("De laatste dag ligt voor de eerste."),
            _("Kies een latere dag, of laat hem leeg."),
            veld="tot",
        )

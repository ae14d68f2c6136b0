"""Use cases on a melding: handle, reopen, withdraw."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
    werk_bij,
)
from samendoen.toegang.access import haal_op_slot, naar, zet_ongetrieerd
from samendoen.toegang.actions.bekeken import van_lijst
from samendoen.toegang.actions.eropafhaken import eis_afgerond, heropen_losgelaten, laat_eropaf_vervallen
from samendoen.toegang.events import MeldingAfgehandeld, MeldingHeropend, MeldingIngetrokken
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import AF_BIJ_LOKET, OPVOLGEN, VERKENNEND, RedenIntrekken, Uitkomst
from samendoen.werk.api import (
    heropen_termijnen,
    laat_taken_vervallen,
    laat_vervallen,
    voltooi_termijnen,
)

SOORT = "toegang.melding"


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def handel_meldingen_af(door: Actor, afhandelingen: Sequence[tuple[int, str, date]]) -> None:
    """Close (melding, outcome, day); their clocks are met or missed on that day.

    Raises NietGevonden or Geweigerd without the right on one of them, Domeinfout when one is not open,
    ErOpAf still runs, the outcome is unknown, or the day lies before the receipt or after today. All or
    nothing.
    """
    meldingen = haal_op_slot(door, [pk for pk, _uitkomst, _op in afhandelingen])
    eis_afgerond(meldingen.keys())
    for pk, uitkomst, op in afhandelingen:
        melding = meldingen[pk]
        melding.status = naar(melding, "handel_af")
        _controleer_afhandeling(melding, uitkomst, op)
        melding.uitkomst, melding.afgehandeld_op = uitkomst, op
    werk_bij(meldingen.values(), ["status", "uitkomst", "afgehandeld_op"])
    leg_vast(
        door,
        *(
            Vastlegging(MeldingAfgehandeld(uitkomst=u), pk, op, dossier_id=meldingen[pk].dossier_id)
            for pk, u, op in afhandelingen
        ),
    )
    voltooi_termijnen(door, SOORT, [(pk, op) for pk, _uitkomst, op in afhandelingen])
    van_lijst(door, meldingen)


def handel_melding_af(door: Actor, melding_id: int, uitkomst: str, op: date) -> None:
    """Close one melding; see handel_meldingen_af."""
    handel_meldingen_af(door, [(melding_id, uitkomst, op)])


def _controleer_afhandeling(melding: Melding, uitkomst: str, op: date) -> None:
    if uitkomst not in set(Uitkomst):
        raise Domeinfout(
            "melding_uitkomst",
            _("Deze uitkomst bestaat niet."),
            _("Kies een uitkomst uit de lijst."),
            veld="uitkomst",
        )
    if not melding.ontvangen_op <= op <= klok.vandaag():
        raise Domeinfout(
            "melding_afgehandeld_op",
            _("De dag van afhandeling ligt vóór de ontvangst of in de toekomst."),
            _("Kies een dag tussen de ontvangst en vandaag."),
            veld="op",
        )


@actie("toegang", Permissie.MELDING_TRIEREN)
def heropen_melding(door: Actor, melding_id: int) -> None:
    """Undo the handling: the melding is open again and its clock runs on as if it never stopped.

    For who may triage: advice and a warm referral are handled by the front desk itself, which may take that
    back; the question is then to be triaged again. Raises NietGevonden, Geweigerd, or Domeinfout when it is
    not handled.
    """
    melding = haal_op_slot(door, [melding_id])[melding_id]
    melding.status = naar(melding, "heropen")
    melding.uitkomst, melding.afgehandeld_op = "", None
    velden = ["status", "uitkomst", "afgehandeld_op"]
    if melding.route in AF_BIJ_LOKET:
        velden += zet_ongetrieerd(melding)
    melding.save(update_fields=velden)
    afgehandeld = [
        g for g in van_onderwerp(SOORT, [melding_id])[melding_id] if g.soort == MeldingAfgehandeld.soort
    ][-1]
    leg_vast(
        door,
        Vastlegging(
            MeldingHeropend(),
            melding_id,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=afgehandeld.pk,
        ),
    )
    heropen_termijnen(door, SOORT, [melding_id], zonder=VERKENNEND)
    laat_taken_vervallen(door, OPVOLGEN, SOORT, [melding_id])
    heropen_losgelaten(door, melding)


@actie("toegang", Permissie.MELDING_INTREKKEN)
def trek_meldingen_in(door: Actor, intrekkingen: Sequence[tuple[int, str]]) -> None:
    """Take (melding, reason) back; their clocks lapse. Counts leave out what was taken down wrongly.

    `door_inwoner` keeps the count (somebody did ask); the other reasons revoke the registration. Raises
    NietGevonden or Geweigerd without the right on one of them, Domeinfout for an unknown reason or one that
    is not open. All or nothing.
    """
    meldingen = haal_op_slot(door, [pk for pk, _reden in intrekkingen])
    for pk, reden in intrekkingen:
        if reden not in set(RedenIntrekken):
            raise Domeinfout(
                "melding_reden",
                _("Deze reden bestaat niet."),
                _("Kies een reden uit de lijst."),
                veld="reden",
            )
        meldingen[pk].status = naar(meldingen[pk], "trek_in")
    werk_bij(meldingen.values(), ["status"])
    eerste = {pk: regels[0].pk for pk, regels in van_onderwerp(SOORT, meldingen).items()}
    leg_vast(
        door,
        *(
            Vastlegging(
                MeldingIngetrokken(reden=reden),
                pk,
                klok.vandaag(),
                dossier_id=meldingen[pk].dossier_id,
                herroept_id=None if reden == RedenIntrekken.DOOR_INWONER else eerste[pk],
            )
            for pk, reden in intrekkingen
        ),
    )
    laat_vervallen(door, SOORT, meldingen)
    van_lijst(door, meldingen)
    laat_eropaf_vervallen(door, meldingen)


def trek_melding_in(door: Actor, melding_id: int, reden: str) -> None:
    """Take one melding back; see trek_meldingen_in."""
    trek_meldingen_in(door, [(melding_id, reden)])

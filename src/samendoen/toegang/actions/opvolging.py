"""Somebody asks whether a warm referral worked."""

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
from samendoen.toegang.access import TRIAGEVELDEN, haal_op_slot, naar, zet_ongetrieerd
from samendoen.toegang.actions.registratie import SOORT
from samendoen.toegang.events import MeldingAfgehandeld, MeldingHeropend, OverdrachtOpgevolgd
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import OPVOLGEN
from samendoen.werk.api import heropen_termijnen, laat_taken_vervallen

VELDEN = [*TRIAGEVELDEN, "status", "uitkomst", "afgehandeld_op"]


@actie("toegang", Permissie.MELDING_TRIEREN)
def volg_overdrachten_op(door: Actor, opvolgingen: Sequence[tuple[int, bool, date]]) -> None:
    """Record of (melding, whether it worked, day) that somebody asked after a warm referral.

    If it did not work, the handling is revoked: the question is open and to be triaged again, and its clock
    runs on as if it never stopped. Raises NietGevonden or Geweigerd without the right on one of them;
    Domeinfout when there is nothing to ask after, or for a day before the referral or after today.
    """
    meldingen = haal_op_slot(door, [pk for pk, _gelukt, _op in opvolgingen])
    mislukt = [pk for pk, gelukt, _op in opvolgingen if not gelukt]
    for pk, gelukt, op in opvolgingen:
        _controleer(meldingen[pk], op)
        _pas_toe(meldingen[pk], gelukt)
    werk_bij(meldingen.values(), VELDEN)
    afgehandeld = _afhandelingen(mislukt)
    dossiers = {pk: melding.dossier_id for pk, melding in meldingen.items()}
    opgevolgd = [
        Vastlegging(OverdrachtOpgevolgd(gelukt=gelukt), pk, op, dossier_id=dossiers[pk])
        for pk, gelukt, op in opvolgingen
    ]
    heropend = [
        Vastlegging(MeldingHeropend(), pk, op, dossier_id=dossiers[pk], herroept_id=afgehandeld[pk])
        for pk, gelukt, op in opvolgingen
        if not gelukt
    ]
    leg_vast(door, *opgevolgd, *heropend)
    heropen_termijnen(door, SOORT, mislukt)
    laat_taken_vervallen(door, OPVOLGEN, SOORT, meldingen)


def volg_op(door: Actor, melding_id: int, gelukt: bool) -> None:
    """Say today of one warm referral whether it worked; see volg_overdrachten_op."""
    volg_overdrachten_op(door, [(melding_id, gelukt, klok.vandaag())])


def _controleer(melding: Melding, op: date) -> None:
    if melding.opvolgen_op is None:
        raise Domeinfout(
            "melding_niets_op_te_volgen",
            _("Bij deze melding is niets meer na te vragen."),
            _("Ververs de pagina: misschien was een collega u voor."),
        )
    if melding.getrieerd_op is None or not melding.getrieerd_op <= op <= klok.vandaag():
        raise Domeinfout(
            "melding_opgevolgd_op",
            _("De dag van navragen ligt vóór de overdracht of in de toekomst."),
            _("Kies een dag tussen de overdracht en vandaag."),
            veld="op",
        )


def _pas_toe(melding: Melding, gelukt: bool) -> None:
    melding.status = naar(melding, "volg_op" if gelukt else "volg_op_mislukt")
    melding.opvolgen_op = None
    if not gelukt:
        zet_ongetrieerd(melding)
        melding.uitkomst, melding.afgehandeld_op = "", None


def _afhandelingen(ids: Sequence[int]) -> dict[int, int]:
    """Return by melding the event that says it was handled."""
    regels = van_onderwerp(SOORT, ids) if ids else {}
    return {
        pk: next(g.pk for g in reversed(rij) if g.soort == MeldingAfgehandeld.soort)
        for pk, rij in regels.items()
    }

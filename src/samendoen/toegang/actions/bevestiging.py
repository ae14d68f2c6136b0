"""The receipt of a question is confirmed by letter."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, werk_bij
from samendoen.toegang.access import haal_op_slot, naar
from samendoen.toegang.definities import ontvangstbrief
from samendoen.toegang.events import OntvangstBevestigd
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import afgeschermd


@actie("toegang", Permissie.MELDING_REGISTREREN)
def bevestig_ontvangst(door: Actor, bevestigingen: Sequence[tuple[int, date]]) -> None:
    """Record of (melding, day) that the letter was sent that day (Wmo 2015 art. 2.3.2 lid 1).

    One that was confirmed already keeps its day. Raises NietGevonden or Geweigerd without the right on one
    of them; Domeinfout when it is withdrawn, was reported by who worries (Meldpunt Bezorgd), or for a day
    before the receipt or after today. All or nothing.
    """
    meldingen = haal_op_slot(door, [pk for pk, _op in bevestigingen])
    nieuw = {pk: op for pk, op in bevestigingen if meldingen[pk].bevestigd_op is None}
    for pk, op in nieuw.items():
        melding = meldingen[pk]
        melding.status = naar(melding, "bevestig")
        _weiger_afgeschermd(melding)
        _controleer(melding, op)
        melding.bevestigd_op = op
    werk_bij([meldingen[pk] for pk in nieuw], ["bevestigd_op"])
    teksten = {wet: ontvangstbrief(wet)[1] for wet in {meldingen[pk].wet for pk in nieuw}}
    leg_vast(
        door,
        *(
            Vastlegging(
                OntvangstBevestigd(teksten=teksten[meldingen[pk].wet]),
                pk,
                op,
                dossier_id=meldingen[pk].dossier_id,
            )
            for pk, op in nieuw.items()
        ),
    )


def _weiger_afgeschermd(melding: Melding) -> None:
    if afgeschermd(melding.kanaal):
        raise Domeinfout(
            "melding_afgeschermd",
            _("Deze zorg is door iemand anders gemeld. Degene over wie het gaat, krijgt geen brief."),
            _("Neem contact op via ErOpAf. Vraagt iemand zelf hulp? Neem dan een nieuwe melding op."),
        )


def _controleer(melding: Melding, op: date) -> None:
    if not melding.ontvangen_op <= op <= klok.vandaag():
        raise Domeinfout(
            "melding_bevestigd_op",
            _("De dag van versturen ligt vóór de ontvangst of in de toekomst."),
            _("Kies een dag tussen de ontvangst en vandaag."),
            veld="op",
        )

"""What a person does about a message: settle what it asked, or let it go once more."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_berichten
from samendoen.berichten.actions.klaarzetten import herzend_rijen
from samendoen.berichten.events import BERICHT, SignaalAfgehandeld
from samendoen.berichten.queries.taken import ALARM, BETALEN, BEVINDING
from samendoen.berichten.rules.toestand import OVERGANGEN, Status
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, werk_bij
from samendoen.werk.api import laat_taken_vervallen


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def handel_signalen_af(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Say that what these messages asked is settled: their tasks are off the desk. Again changes nothing.

    Raises NietGevonden or Geweigerd without the right on the dossier of one.
    """
    rijen = [rij for rij in haal_berichten(door, bericht_ids).values() if rij.afgehandeld_op is None]
    for rij in rijen:
        rij.afgehandeld_op = klok.vandaag()
    werk_bij(rijen, ["afgehandeld_op"])
    leg_vast(
        door,
        *(
            Vastlegging(SignaalAfgehandeld(), rij.pk, klok.vandaag(), dossier_id=rij.dossier_id)
            for rij in rijen
        ),
    )
    _taken_weg(door, [rij.pk for rij in rijen])


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def herzend_berichten(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Let messages of ours go once more, the very same; one that is about to go is passed over.

    Raises NietGevonden or Geweigerd without the right on the dossier of one; Domeinfout for one that was
    received, was answered, or whose bytes were erased.
    """
    rijen = [rij for rij in haal_berichten(door, bericht_ids).values() if rij.status != Status.KLAAR]
    for rij in rijen:
        if "herzend" not in OVERGANGEN[Status(rij.status)] or rij.ruw is None:
            raise Domeinfout(
                "herzenden",
                _("Dit bericht kan niet opnieuw worden verstuurd."),
                _("Alleen een verstuurd bericht zonder antwoord kan nog eens gaan; maak anders een nieuw."),
            )
    herzend_rijen(door, rijen)
    _taken_weg(door, [rij.pk for rij in rijen])


def _taken_weg(door: Actor, ids: Sequence[int]) -> None:
    for regel in (ALARM, BEVINDING, BETALEN):
        laat_taken_vervallen(door, regel, BERICHT, ids)

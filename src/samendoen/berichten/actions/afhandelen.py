"""What a person does about a message: settle it, take that back, let it go or be processed once more."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.berichten.access import haal_berichten
from samendoen.berichten.actions.klaarzetten import herzend_rijen
from samendoen.berichten.events import (
    BERICHT,
    BerichtOpnieuwGeprobeerd,
    SignaalAfgehandeld,
    SignaalHeropend,
)
from samendoen.berichten.models import Bericht
from samendoen.berichten.queries.taken import ALARM, BETALEN, BEVINDING
from samendoen.berichten.queries.vraagt import TERUGGENOMEN
from samendoen.berichten.rules.toestand import OVERGANGEN, Status
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.werk.api import laat_taken_vervallen


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def handel_signalen_af(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Say that what these messages asked is settled: their tasks are off the desk. Again changes nothing.

    Raises NietGevonden or Geweigerd without the right on the dossier of one.
    """
    handel_rijen_af(door, list(haal_berichten(door, bericht_ids).values()))


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def heropen_signalen(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Take back that these messages were settled: they ask again what they asked. Again changes nothing.

    Raises NietGevonden or Geweigerd without the right on one.
    """
    heropen_rijen(door, list(haal_berichten(door, bericht_ids).values()))


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def probeer_opnieuw(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Let the next run process these received messages, and not wait until their time comes.

    Raises NietGevonden or Geweigerd without the right on one; Domeinfout for one that was processed, or that
    did not come in.
    """
    rijen = list(haal_berichten(door, bericht_ids).values())
    if any(rij.status != Status.ONTVANGEN for rij in rijen):
        raise Domeinfout(
            "al_verwerkt",
            _("Dit bericht is al verwerkt."),
            _("Ververs de pagina om te zien wat ermee is gebeurd."),
        )
    for rij in rijen:
        rij.opnieuw_op = None
    werk_bij(rijen, ["opnieuw_op"])
    leg_vast(door, *(_vastlegging(BerichtOpnieuwGeprobeerd(), rij) for rij in rijen))


@actie("berichten", Permissie.VOORZIENING_TOEWIJZEN)
def herzend_berichten(door: Actor, bericht_ids: Sequence[int]) -> None:
    """Let messages of ours go once more, the very same; one that is about to go is passed over.

    Raises NietGevonden or Geweigerd without the right on the dossier of one; Domeinfout for one that was
    received, was answered, or whose bytes were erased.
    """
    rijen = [rij for rij in haal_berichten(door, bericht_ids).values() if rij.status != Status.KLAAR]
    for rij in rijen:
        if "herzend" not in OVERGANGEN[Status(rij.status)] or rij.ruw is None or rij.fout == TERUGGENOMEN:
            raise Domeinfout(
                "herzenden",
                _("Dit bericht kan niet opnieuw worden verstuurd."),
                _("Alleen een verstuurd bericht zonder antwoord kan nog eens gaan; maak anders een nieuw."),
            )
    herzend_rijen(door, rijen)
    _taken_weg(door, [rij.pk for rij in rijen])


def handel_rijen_af(door: Actor, alle: Sequence[Bericht]) -> None:
    """Settle these messages, for an action that locked them; one that is settled is passed over."""
    rijen = [rij for rij in alle if rij.afgehandeld_op is None]
    for rij in rijen:
        rij.afgehandeld_op = klok.vandaag()
    werk_bij(rijen, ["afgehandeld_op"])
    leg_vast(door, *(_vastlegging(SignaalAfgehandeld(), rij) for rij in rijen))
    _taken_weg(door, [rij.pk for rij in rijen])


def heropen_rijen(door: Actor, alle: Sequence[Bericht]) -> None:
    """Let these messages ask again, for an action that locked them; one that asks is passed over."""
    rijen = [rij for rij in alle if rij.afgehandeld_op is not None]
    for rij in rijen:
        rij.afgehandeld_op = None
    werk_bij(rijen, ["afgehandeld_op"])
    leg_vast(door, *(_vastlegging(SignaalHeropend(), rij) for rij in rijen))


def _vastlegging(gebeurtenis: Gebeurtenissoort, rij: Bericht) -> Vastlegging:
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag(), dossier_id=rij.dossier_id)


def _taken_weg(door: Actor, ids: Sequence[int]) -> None:
    for regel in (ALARM, BEVINDING, BETALEN):
        laat_taken_vervallen(door, regel, BERICHT, ids)

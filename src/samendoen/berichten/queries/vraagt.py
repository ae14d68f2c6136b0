"""Which messages ask something of the municipality: one definition, for the tasks and for the screens."""

from django.db.models import Exists, OuterRef, Q

from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.toestand import ALARM_NA, Richting, Status

GEEN_STROOM, GEEN_TEAM, SCHIJF_VOL = "geen-stroom", "geen-team", "schijf-vol"
GEWIST, TERUGGENOMEN = "gewist", "teruggenomen"
"""Why a message waits, or needs nothing any more: codes of `Bericht.fout`. What was taken back never goes."""


def is_beantwoord() -> Exists:
    """Tell whether a message of theirs was answered by us, as a condition."""
    return Exists(Bericht.objects.filter(antwoord_op=OuterRef("pk")))


def alarm() -> Q:
    """Return the messages with which something went wrong that a person must look at.

    On rows with `met_antwoord` (`is_beantwoord`). What was erased while it waited asks nothing any more.
    """
    mis = Q(status__in=[Status.AFWIJKEND.value, Status.GEWEIGERD.value, Status.MISLUKT.value])
    onbekend = Q(richting=Richting.IN.value, status=Status.AFGEKEURD.value, met_antwoord=False)
    hapert = Q(pogingen__gte=ALARM_NA) | Q(
        status__in=[Status.ONTVANGEN.value, Status.KLAAR.value], fout__in=[GEEN_TEAM, SCHIJF_VOL]
    )
    return Q(afgehandeld_op=None) & ~Q(fout=GEWIST) & (mis | onbekend | hapert)


def afgekeurd_door_hen() -> Q:
    """Return the messages of ours in whose answer the other party found something."""
    return Q(afgehandeld_op=None, status=Status.BEANTWOORD.value) & ~Q(bevindingen=[])


def wacht_op_ons() -> Q:
    """Return the messages that nothing handles yet."""
    return Q(afgehandeld_op=None, status=Status.ONTVANGEN.value, fout=GEEN_STROOM)


def zonder_antwoord() -> Q:
    """Return the messages of ours of which the answer is still to come."""
    return Q(afgehandeld_op=None, status=Status.AANGEBODEN.value, antwoord_op=None)


def te_betalen() -> Q:
    """Return the invoices of which more was granted than taken back, and that nobody settled."""
    return Q(afgehandeld_op=None, toegekend_eurocent__gt=0)

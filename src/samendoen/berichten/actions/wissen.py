"""Forget: the raw messages of who is erased, and those about nobody whom we know after a while."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from samendoen.berichten.models import Bericht, Berichtregel, Verzoek
from samendoen.berichten.rules.inhoudsopgave import zonder_clienten
from samendoen.berichten.rules.toestand import Status
from samendoen.berichten.transport.mappen import Mappen
from samendoen.berichten.xml.lezen import lees
from samendoen.berichten.xml.schrijven import schrijf as schrijf_xml
from samendoen.kernel.api import Actor, Permissie, actie, klok

ONBEKEND_NA = timedelta(days=90)
"""So long the bytes are kept of a message about nobody whom we know; what came of it is kept."""
ARCHIEF_NA = timedelta(days=30)
"""So long a file lies in archief/; the database has the message itself, encrypted."""


def wis(persoon_id: int, wet: str) -> int:
    """Erase this person from the messages under one law: the wisser of this context.

    The bytes of a message about this person alone go. Of one about more people, an invoice, the number of
    this person is blacked out and the rest stays: the amounts are the municipality's accounts, and the
    others are still helped. When the last of them is erased, the bytes go after all.
    """
    regels = Berichtregel.objects.filter(inwoner_id=persoon_id, wet=wet)
    over = Bericht.objects.filter(wet=wet, ruw__isnull=False)
    verzoeken = Verzoek.objects.filter(Q(inwoner=persoon_id) | Q(dossier__persoon=persoon_id), wet=wet)
    van = over.filter(
        Q(pk__in=regels.values("bericht")) | Q(pk__in=verzoeken.values("bericht")) | Q(inwoner=persoon_id)
    )
    gewist = 0
    for bericht in van.distinct():
        anderen = Berichtregel.objects.filter(bericht=bericht, inwoner__isnull=False)
        if bericht.inwoner_id is None and anderen.exclude(inwoner_id=persoon_id).exists():
            bericht.ruw = _zonder(bericht, set(regels.filter(bericht=bericht).values_list("pad", flat=True)))
            bericht.save(update_fields=["ruw"])
        else:
            _vergeet(Bericht.objects.filter(pk=bericht.pk))
        gewist += 1
    gewist += Verzoek.objects.filter(pk__in=list(verzoeken.values_list("pk", flat=True))).update(
        inwoner=None, dossier=None, melding=None, referentie="", gevraagd=[]
    )
    return gewist + regels.update(inwoner=None, dossier=None)


def _zonder(bericht: Bericht, paden: set[str]) -> bytes | None:
    waarde = lees(bytes(bericht.ruw or b"")).bericht
    return None if waarde is None else schrijf_xml(zonder_clienten(waarde, paden))


def _vergeet(rijen: QuerySet[Bericht]) -> int:
    """Let the bytes of these messages go, here and in the folders when this transaction is there for good."""
    leveringen = [kenmerk for kenmerk in rijen.values_list("levering", flat=True) if kenmerk]
    if leveringen:
        transaction.on_commit(lambda: Mappen(settings.SAMENDOEN_BERICHTEN).vergeet(leveringen))
    return rijen.update(ruw=None)


@actie("berichten", Permissie.SYSTEEM)
def vergeet_oude(door: Actor) -> int:
    """Let the bytes go of messages about nobody whom we know, when they are old; return how many."""
    bekend = Berichtregel.objects.filter(bericht=OuterRef("pk"), inwoner__isnull=False)
    oud = Bericht.objects.filter(
        ~Exists(bekend), inwoner=None, ruw__isnull=False, op__lt=klok.nu() - ONBEKEND_NA
    )
    klaar = oud.exclude(status__in=[Status.ONTVANGEN.value, Status.KLAAR.value])
    return _vergeet(Bericht.objects.filter(pk__in=list(klaar.values_list("pk", flat=True))))

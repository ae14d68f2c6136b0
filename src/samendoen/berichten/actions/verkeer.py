"""One run of the traffic: take in, process, send. Each step is a transaction, and may be repeated."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import structlog
from django.db import OperationalError
from django.db.models import Q

from samendoen.berichten.actions.ontvangst import ontvang
from samendoen.berichten.actions.toewijzen import stel_toewijzingen_op
from samendoen.berichten.actions.verwerking import stel_uit, verwerk
from samendoen.berichten.actions.verzending import te_versturen, verstuur
from samendoen.berichten.models import Bericht
from samendoen.berichten.queries.taken import CODES
from samendoen.berichten.rules.toestand import Richting, Status
from samendoen.berichten.transport import GEWONE_NAAM, Levering, Transport
from samendoen.berichten.transport.punten import Punt, bij
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.kernel.stekkers import taakregel as taakregels
from samendoen.werk.api import pas_taakregels_toe

log = structlog.get_logger("samendoen.berichten")
VERWERKING = "verwerking"


@dataclass(frozen=True, slots=True)
class Ronde:
    """What a run did, in numbers of messages."""

    ontvangen: int = 0
    verwerkt: int = 0
    verstuurd: int = 0
    mislukt: int = 0
    toegewezen: int = 0


def doe_ronde(transport: Transport, *, met_taken: bool = True) -> Ronde:
    """Take in what was delivered, process what waits, send what is ready; bring the tasks up to date.

    A message that cannot be processed, or a disk that is full, holds up no other message. Without `met_taken`
    the night brings the tasks up to date.
    """
    binnen, niet = _neem_in(transport)
    verwerkt, mis = _verwerk_wachtende()
    gemaakt = stel_toewijzingen_op(SYSTEEM)
    verstuurd, weg_mis = verstuur_wachtende(transport)
    ronde = Ronde(binnen, verwerkt, verstuurd, niet + mis + weg_mis, gemaakt)
    if met_taken and ronde != Ronde():
        werk_taken_bij()
    return ronde


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came of one file; `antwoord` is the name of the answer in uit/, "" without one."""

    soort: str
    status: str
    bevindingen: Sequence[Mapping[str, Any]]
    antwoord: str


def verwerk_bestand(transport: Transport, naam: str, inhoud: bytes) -> Uitslag:
    """Take in one file by hand, as a delivery of its own: process it and send what answers it.

    Raises what made processing impossible; the message is kept then, and tried again by the traffic.
    """
    gewoon = naam if GEWONE_NAAM.fullmatch(naam) else "bericht.xml"
    pk = ontvang(SYSTEEM, Levering(uuid4(), gewoon, inhoud))
    status = verwerk(SYSTEEM, pk)
    rij = Bericht.objects.defer("ruw").get(pk=pk)
    antwoord = Bericht.objects.defer("ruw").filter(
        antwoord_op=rij.eerste_id or pk, richting=Richting.UIT.value
    )
    eigen = antwoord.first() if status != Status.AFWIJKEND else None
    verstuur(SYSTEEM, eigen.pk if eigen else pk, transport)
    werk_taken_bij()
    return Uitslag(rij.soort, status, rij.bevindingen, eigen.naam if eigen else "")


def werk_taken_bij() -> None:
    """Bring the tasks about messages to what they should be now."""
    pas_taakregels_toe(SYSTEEM, None, [code for code in CODES if taakregels.geef(code)])


def _neem_in(transport: Transport) -> tuple[int, int]:
    gelukt = mislukt = 0
    for levering in transport.haal():
        try:
            ontvang(SYSTEEM, levering)
            bij(Punt.BEWAARD)
            transport.berg_op(levering)
            gelukt += 1
        except (OSError, OperationalError) as fout:  # no room: the file stays where it is
            log.error("bericht_niet_bewaard", fout=type(fout).__name__)
            mislukt += 1
    return gelukt, mislukt


def _verwerk_wachtende() -> tuple[int, int]:
    wacht = Bericht.objects.filter(status=Status.ONTVANGEN.value)
    wacht = wacht.filter(Q(opnieuw_op=None) | Q(opnieuw_op__lte=klok.nu())).order_by("pk")
    gelukt = mislukt = 0
    for pk in list(wacht.values_list("pk", flat=True)):
        if verwerk_veilig(pk):
            gelukt += 1
        else:
            mislukt += 1
    return gelukt, mislukt


def verwerk_veilig(bericht_id: int) -> bool:
    """Process one message; a failure is noted with it, and it is tried again later."""
    try:
        verwerk(SYSTEEM, bericht_id)
    except Exception as fout:
        # Whatever it is: the message stays, the others go on, and a person hears of it.
        log.error("bericht_niet_verwerkt", regel=bericht_id, fout=type(fout).__name__)
        with suppress(OperationalError):  # no room for the note either: it is tried again by the next run
            stel_uit(SYSTEEM, bericht_id, VERWERKING)
        return False
    bij(Punt.VERWERKT)
    return True


def verstuur_wachtende(transport: Transport) -> tuple[int, int]:
    """Send all that is ready now; return how many went and how many did not."""
    gelukt = mislukt = 0
    for pk in list(te_versturen(klok.nu()).values_list("pk", flat=True)):
        if verstuur(SYSTEEM, pk, transport):
            bij(Punt.VERSTUURD)
            gelukt += 1
        else:
            mislukt += 1
    return gelukt, mislukt

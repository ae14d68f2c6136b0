"""Jobs of the message traffic: every minute a run; at night what is old goes."""

import structlog
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.berichten")


@app.periodic(cron="* * * * *")
@app.task(name="berichten.ronde", lock="berichten", queueing_lock="berichten.ronde")
def ronde(timestamp: int | None = None) -> None:
    """Take in, process and send messages. What fails waits for a later run; nothing is lost by it."""
    from django.conf import settings

    from samendoen.berichten.actions.verkeer import doe_ronde
    from samendoen.berichten.queries.vormkeuze import vorm
    from samendoen.berichten.transport.mappen import Mappen

    if vorm():  # what was not meant must not be sent: everything stays where it is
        log.error("berichten_vorm_onbekend")
        return
    gedaan = doe_ronde(Mappen(settings.SAMENDOEN_BERICHTEN))
    if gedaan.ontvangen or gedaan.verstuurd or gedaan.mislukt:
        log.info("berichten", gemaakt=gedaan.ontvangen, aantal=gedaan.verstuurd, fout=gedaan.mislukt)


@app.periodic(cron="40 2 * * *")
@app.task(name="berichten.ruim_op", lock="berichten", queueing_lock="berichten.ruim_op")
def ruim_op(timestamp: int | None = None) -> None:
    """Delete files that lie in archief/ for a month, and the bytes of old messages about nobody we know."""
    from django.conf import settings

    from samendoen.berichten.actions.wissen import ARCHIEF_NA, vergeet_oude
    from samendoen.berichten.transport.mappen import Mappen
    from samendoen.kernel.api import SYSTEEM, klok

    weg = Mappen(settings.SAMENDOEN_BERICHTEN).ruim_op(klok.nu() - ARCHIEF_NA)
    log.info("berichten_opgeruimd", rijen=vergeet_oude(SYSTEEM), aantal=weg)

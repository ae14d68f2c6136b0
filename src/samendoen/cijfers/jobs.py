"""Jobs of the figures: the snapshot of yesterday, every night."""

import structlog
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.jobs")
# An older transaction that hangs is usually over within the hour.
HERKANSING = RetryStrategy(max_attempts=6, exponential_wait=5)


@app.periodic(cron="10 1 * * *")  # UTC: two or three o'clock at night here
@app.task(name="cijfers.momentopname", retry=HERKANSING, queueing_lock="cijfers.momentopname")
def momentopname(timestamp: int | None = None) -> None:
    """Freeze the facts of yesterday; doing it again finds what is there."""
    from samendoen.cijfers.actions.momentopname import maak_momentopname
    from samendoen.kernel.api import SYSTEEM

    gemaakt = maak_momentopname(SYSTEEM)
    log.info("momentopname", peildatum=gemaakt.peildatum.isoformat(), nieuw=gemaakt.nieuw)

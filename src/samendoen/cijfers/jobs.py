"""Jobs of the figures: the snapshot of yesterday, every night, and its publication when it is time."""

import structlog
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.jobs")
# An older transaction that hangs is usually over within the hour.
HERKANSING = RetryStrategy(max_attempts=6, exponential_wait=5)


@app.periodic(cron="10 1 * * *")  # UTC: two or three o'clock at night here
@app.task(name="cijfers.momentopname", retry=HERKANSING, queueing_lock="cijfers.momentopname")
def momentopname(timestamp: int | None = None) -> None:
    """Freeze the facts of yesterday and publish when it is time; doing it again finds what is there."""
    from samendoen.cijfers.actions.momentopname import maak_momentopname
    from samendoen.cijfers.actions.publicatie import publiceer
    from samendoen.kernel.api import SYSTEEM

    gemaakt = maak_momentopname(SYSTEEM)
    openbaar = publiceer(SYSTEEM, gemaakt.peildatum)
    log.info(
        "momentopname", peildatum=gemaakt.peildatum.isoformat(), nieuw=gemaakt.nieuw, gepubliceerd=openbaar
    )

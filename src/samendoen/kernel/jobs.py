"""Jobs of the kernel: revive what stalled, erase what is past its term."""

from datetime import datetime

import structlog
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.jobs")
HERKANSING = RetryStrategy(max_attempts=8, exponential_wait=4)
STIL_NA = 120  # seconds without a heartbeat of the worker


@app.periodic(cron="*/5 * * * *")
@app.task(name="kernel.wek_stilgevallen", pass_context=True, queueing_lock="kernel.wek_stilgevallen")
async def wek_stilgevallen(context: JobContext, timestamp: int) -> None:
    """Put jobs back in the queue whose worker died (kill -9, power cut)."""
    beheer = context.app.job_manager
    for job in await beheer.get_stalled_jobs(seconds_since_heartbeat=STIL_NA):
        await beheer.retry_job(job)
        log.warning("job_gewekt", job=job.id, taak=job.task_name)


@app.periodic(cron="20 2 * * *")
@app.task(name="kernel.wis_verlopen", retry=HERKANSING, queueing_lock="kernel.wis_verlopen")
def wis_verlopen(timestamp: int | None = None) -> None:
    """Erase what is past its retention term (Wmo 5.3.4, Jeugdwet 7.3.8)."""
    from samendoen.kernel import wissen

    log.info("bewaartermijnen", gewist=wissen.wis_verlopen(), op=datetime.now().astimezone().isoformat())

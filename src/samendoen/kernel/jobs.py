"""Jobs of the kernel: revive what stalled, forget jobs long done, erase what is past its term."""

from datetime import datetime

import structlog
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

log = structlog.get_logger("samendoen.jobs")
HOOGSTENS = 8  # tries of one job, whether it failed or its worker died
HERKANSING = RetryStrategy(max_attempts=HOOGSTENS, exponential_wait=4)
STIL_NA = 120  # seconds without a heartbeat of the worker
BEWAAR_UREN = 30 * 24  # how long a job that ended can be looked at


@app.periodic(cron="*/5 * * * *")
@app.task(name="kernel.wek_stilgevallen", pass_context=True, queueing_lock="kernel.wek_stilgevallen")
async def wek_stilgevallen(context: JobContext, timestamp: int | None = None) -> None:
    """Put jobs back in the queue whose worker died (kill -9, power cut).

    A job that outlived HOOGSTENS workers ends as failed: it may be what kills them. One whose successor
    waits already (same queueing lock) ends as aborted: the successor does its work.
    """
    beheer = context.app.job_manager
    for job in await beheer.get_stalled_jobs(seconds_since_heartbeat=STIL_NA):
        # After a suspend this worker's own heartbeat is old as well, but it lives.
        if job.id != context.job.id and job.worker_id != context.job.worker_id:
            log.warning("job_stilgevallen", job=job.id, taak=job.task_name, status=await _wek(beheer, job))


async def _wek(beheer: JobManager, job: Job) -> str:
    """Return what became of a job whose worker died."""
    if job.attempts >= HOOGSTENS:
        einde = Status.FAILED
    else:
        try:
            await beheer.retry_job(job)
        except UniqueViolation:
            einde = Status.ABORTED
        else:
            return Status.TODO.value
    await beheer.finish_job(job, einde, delete_job=False)
    return einde.value


@app.periodic(cron="50 2 * * *")
@app.task(name="kernel.vergeet_oude_jobs", pass_context=True, queueing_lock="kernel.vergeet_oude_jobs")
async def vergeet_oude_jobs(context: JobContext, timestamp: int | None = None) -> None:
    """Forget jobs that ended BEWAAR_UREN ago, however they ended: what they did is in the events."""
    await context.app.job_manager.delete_old_jobs(
        BEWAAR_UREN, include_failed=True, include_cancelled=True, include_aborted=True
    )


@app.periodic(cron="20 2 * * *")
@app.task(name="kernel.wis_verlopen", retry=HERKANSING, queueing_lock="kernel.wis_verlopen")
def wis_verlopen(timestamp: int | None = None) -> None:
    """Erase what is past its retention term (Wmo 5.3.4, Jeugdwet 7.3.8)."""
    from samendoen.kernel import wissen

    log.info("bewaartermijnen", gewist=wissen.wis_verlopen(), op=datetime.now().astimezone().isoformat())

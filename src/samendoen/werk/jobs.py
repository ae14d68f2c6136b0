"""Jobs of werk: every night what the law and the rules ask of the new day."""

import structlog
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.jobs")
HERKANSING = RetryStrategy(max_attempts=5, exponential_wait=4)


@app.periodic(cron="10 3 * * *")  # UTC: four or five o'clock at night here
@app.task(name="werk.nieuwe_dag", retry=HERKANSING, queueing_lock="werk.nieuwe_dag")
def nieuwe_dag(timestamp: int | None = None) -> None:
    """End suspensions whose set term lapsed, then bring the tasks of every rule up to date.

    A rule that fails does not hold up the others: the job goes on and fails at the end, so that it is
    tried again.
    """
    from samendoen.kernel import stekkers
    from samendoen.kernel.api import SYSTEEM
    from samendoen.werk.actions.schorsing import hervat_verstreken
    from samendoen.werk.actions.taakregel import pas_taakregels_toe, ruim_taken_op

    log.info("schorsingen_verstreken", hervat=hervat_verstreken(SYSTEEM))
    mislukt: list[Exception] = []
    for code, _regel in stekkers.taakregel:
        try:
            uitslag = pas_taakregels_toe(SYSTEEM, codes=[code])
        except Exception as fout:
            log.exception("taakregel_mislukt", regel=code)
            mislukt.append(fout)
        else:
            log.info("taakregel", regel=code, gemaakt=uitslag.gemaakt, vervallen=uitslag.vervallen)
    ruim_taken_op(SYSTEEM)
    if mislukt:
        raise ExceptionGroup("Task rules failed", mislukt)

"""Jobs of the case."""

import structlog
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.casus")


@app.periodic(cron="20 3 * * *")  # UTC: four or five o'clock at night here
@app.task(name="casus.ruim_bestanden_op", queueing_lock="casus.ruim_bestanden_op")
def ruim_bestanden_op(timestamp: int | None = None) -> None:
    """Delete the files that a crash left behind: those that no row refers to."""
    from samendoen.kernel import stekkers
    from samendoen.kernel.api import ruim_bestanden_op as ruim_op

    bekend = frozenset(naam for _context, noem in stekkers.bestanden for naam in noem())
    log.info("bestanden", opgeruimd=ruim_op(bekend))

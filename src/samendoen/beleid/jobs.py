"""Jobs of the policy side."""

import structlog
from procrastinate.contrib.django import app

log = structlog.get_logger("samendoen.beleid")


@app.periodic(cron="40 2 * * *")  # UTC: three or four o'clock at night here
@app.task(name="beleid.laat_verhalen_verlopen", queueing_lock="beleid.laat_verhalen_verlopen")
def laat_verhalen_verlopen(timestamp: int | None = None) -> None:
    """Erase the words and pictures of stories whose consent is over."""
    from samendoen.beleid.actions.verhaal_einde import laat_verhalen_verlopen as verloop
    from samendoen.kernel.api import SYSTEEM

    log.info("verhalen", verlopen=verloop(SYSTEEM))

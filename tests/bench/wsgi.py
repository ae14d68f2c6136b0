"""The application as the bench serves it: it ends when its server process is killed."""

import signal

from samendoen.site.cli.opzicht import sterf_met_ouder

sterf_met_ouder(signal.SIGTERM)

from samendoen.site.wsgi import application  # noqa: E402

__all__ = ["application"]

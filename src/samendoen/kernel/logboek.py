"""The technical log: structlog as JSON lines on stderr. Codes and ids only, never personal."""

import logging
import logging.config
import sys
from typing import TextIO

import structlog

from samendoen.kernel.spoor import spoor

# Keys that a log line may carry. What is not in here is dropped, so that a slip shows nothing.
TOEGESTAAN = frozenset(
    {
        "aantal", "actie", "code", "context", "duur_ms", "event", "fout", "gemaakt", "gewist", "hervat",
        "job", "level", "logger", "methode", "nieuw", "op", "peildatum", "poort", "regel", "rijen", "route",
        "status", "taak", "timestamp", "vervallen",
    }
)  # fmt: skip


def houd_schoon(logger: object, methode: str, regel: structlog.types.EventDict) -> structlog.types.EventDict:
    """Drop every key that is not on the list."""
    return {sleutel: waarde for sleutel, waarde in regel.items() if sleutel in TOEGESTAAN}


class Kaal(logging.Formatter):
    """Level, logger and where an error came from. Messages hold paths and values: they stay out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with the places of an error below it."""
        fout = record.exc_info[1] if record.exc_info else None
        regel = f"{record.levelname} {record.name}"
        return f"{regel}\n{spoor(fout)}".rstrip() if fout else regel


class NaarStderr(logging.StreamHandler[TextIO]):
    """Write to what stderr is at that moment, not to what it was when the log was set up."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """Return stderr."""
        return sys.stderr


def _naar_stderr(*_wie: object) -> structlog.PrintLogger:
    return structlog.PrintLogger(sys.stderr)


def stel_in() -> None:
    """Configure structlog and the standard library's loggers."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"kaal": {"()": Kaal}},
            "handlers": {"kaal": {"()": NaarStderr, "formatter": "kaal"}},
            # Whatever else logs (the worker of the jobs, libraries) speaks through the root.
            "root": {"handlers": ["kaal"], "level": "WARNING"},
            "loggers": {"django": {"handlers": ["kaal"], "level": "ERROR", "propagate": False}},
        }
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            houd_schoon,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=_naar_stderr,
        cache_logger_on_first_use=False,
    )

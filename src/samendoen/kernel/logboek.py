"""The technical log: structlog as JSON lines on stderr. Codes and ids only, never personal."""

import logging
import logging.config

import structlog

# Keys that a log line may carry. What is not in here is dropped, so that a slip shows nothing.
TOEGESTAAN = frozenset(
    {
        "aantal", "actie", "code", "context", "duur_ms", "event", "fout", "gewist", "job", "level", "logger",
        "methode", "op", "peildatum", "poort", "regel", "route", "rijen", "status", "taak", "timestamp",
    }
)  # fmt: skip


def houd_schoon(logger: object, methode: str, regel: structlog.types.EventDict) -> structlog.types.EventDict:
    """Drop every key that is not on the list."""
    return {sleutel: waarde for sleutel, waarde in regel.items() if sleutel in TOEGESTAAN}


def stel_in() -> None:
    """Configure structlog and the standard library's loggers."""
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"kaal": {"format": "%(levelname)s %(name)s"}},
            "handlers": {
                # Django's request log holds paths and tracebacks with values: only that it happened.
                "kaal": {"class": "logging.StreamHandler", "formatter": "kaal", "level": "ERROR"},
            },
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
        logger_factory=structlog.PrintLoggerFactory(file=__import__("sys").stderr),
        cache_logger_on_first_use=False,
    )

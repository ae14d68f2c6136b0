"""The write guard: under test nobody writes a context's table outside its own action."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper

from samendoen.kernel.acties import schrijvend

_SCHRIJFT = re.compile(
    r"\b(?:INSERT\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO|COPY)\s+"
    r"(?:\"?\w+\"?\.)?\"?(\w+)\"?",
    re.IGNORECASE,
)
# Named exceptions: the read log is written by reads.
UITGEZONDERD = frozenset({"kernel_inzagelogregel"})


class BuitenActie(AssertionError):
    """A write outside an action of the context that owns the table."""


@lru_cache(maxsize=1)
def eigenaars() -> dict[str, str]:
    """Return which of our contexts owns which table."""
    return {
        model._meta.db_table: model._meta.app_label
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("samendoen.")
    }


def controleer(sql: str, context: str | None) -> None:
    """Raise BuitenActie when `sql` writes a table that `context` does not own."""
    for tabel in _SCHRIJFT.findall(sql):
        eigenaar = eigenaars().get(tabel.lower())
        if eigenaar and tabel.lower() not in UITGEZONDERD and eigenaar != context:
            raise BuitenActie(
                f"{tabel} belongs to {eigenaar}; it was written "
                + (f"from an action of {context}" if context else "outside any action")
            )


def wacht(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Check one statement; the shape that Django's `execute_wrapper` asks."""
    controleer(sql, schrijvend())
    return execute(sql, params, many, context)


def zet_op(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Put the guard on a connection (once)."""
    if wacht not in connection.execute_wrappers:
        connection.execute_wrappers.append(wacht)

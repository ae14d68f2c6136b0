"""Changing many rows in one statement."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db.models import Model

M = TypeVar("M", bound=Model)
PARTIJ = 1000


def werk_bij(rijen: Iterable[M], velden: Sequence[str]) -> None:
    """Write these fields of rows that exist; one statement per thousand.

    As an upsert on the key: Django's bulk_update builds a CASE per row and field, which costs ten
    times as much. The rows are whole (no deferred fields) and locked, so that none of them is gone.
    """
    alle = list(rijen)
    if alle:
        type(alle[0])._default_manager.bulk_create(
            alle, batch_size=PARTIJ, update_conflicts=True, unique_fields=["pk"], update_fields=list(velden)
        )

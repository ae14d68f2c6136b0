"""`veld__in` with a list of ids or marks: one array as parameter instead of a parameter for each of them.

The same rows by the same index. Django prepares each value three times and writes out a placeholder for
it, psycopg looks for each of those, and PostgreSQL parses them: with the hundreds of ids that an action in
the plural asks for, that is most of what a query costs.
"""

from collections.abc import KeysView
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db.models import Field, ForeignKey, IntegerField, UUIDField
from django.db.models.fields.related_lookups import RelatedIn
from django.db.models.lookups import In

_LIJSTEN = (list, tuple, set, frozenset, KeysView)
_ARRAY: dict[type, tuple[str, "type[Field[Any, Any]]"]] = {
    int: ("bigint", IntegerField),
    UUID: ("uuid", UUIDField),
}
_GRENS = 2**63


class _AlsArray:
    """Puts values that are all whole numbers, or all UUIDs, in one array; everything else is Django's."""

    lhs: Any
    rhs: Any
    _array: str | None = None

    def get_prep_lookup(self) -> Any:
        """Leave values alone that are what the column holds."""
        soort = _soort(self.rhs)
        if soort:
            array, veld = _ARRAY[soort]
            kolom = self.lhs.output_field
            self._array = array if isinstance(getattr(kolom, "target_field", kolom), veld) else None
        return self.rhs if self._array else super().get_prep_lookup()  # type: ignore[misc]

    def process_rhs(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Return the array with its one parameter; a single value stays one, that is planned better."""
        if self._array is None:
            uitkomst: tuple[str, Any] = super().process_rhs(compiler, connection)  # type: ignore[misc]
            return uitkomst
        waarden = dict.fromkeys(self.rhs)
        waarden.pop(None, None)
        if not waarden:
            raise EmptyResultSet
        if len(waarden) == 1:
            return "(%s)", list(waarden)
        return f"ANY(%s::{self._array}[])", [f"{{{','.join(map(str, waarden))}}}"]

    def get_rhs_op(self, connection: Any, rhs: str) -> str:
        """Return the comparison that goes with it."""
        return f"= {rhs}" if rhs.startswith("ANY(") else f"IN {rhs}"


def _soort(waarden: Any) -> type | None:
    if not isinstance(waarden, _LIJSTEN):
        return None
    soorten = {type(waarde) for waarde in waarden} - {type(None)}
    soort = soorten.pop() if len(soorten) == 1 else None
    if soort is int:
        heel = [w for w in waarden if w is not None]
        return int if min(heel) >= -_GRENS and max(heel) < _GRENS else None
    return UUID if soort is UUID else None


class _In(_AlsArray, In):
    pass


class _RelatieIn(_AlsArray, RelatedIn):
    pass


def meld_aan() -> None:
    """Have every query of this installation compare with lists this way."""
    for veld in (IntegerField, UUIDField):
        veld.register_lookup(_In)
    ForeignKey.register_lookup(_RelatieIn)

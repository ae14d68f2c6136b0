"""Model fields and constraints of our own."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, Func, Q, Value

from samendoen.kernel import kluis
from samendoen.kernel.kluis import blinde_indexen, een_gegevenssleutel

__all__ = [
    "BlindeIndex", "VersleuteldTekst", "VersleuteldeBytes", "blinde_indexen", "een_gegevenssleutel",
    "nooit_tegelijk",
]  # fmt: skip


class VersleuteldTekst(models.BinaryField):  # type: ignore[type-arg]
    """Text that is encrypted in the database and plain in Python. Cannot be searched or sorted."""

    def _doel(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def from_db_value(self, waarde: Any, expression: object, connection: BaseDatabaseWrapper) -> str | None:
        """Decrypt what the database gave."""
        return None if waarde is None else kluis.ontsleutel(bytes(waarde), self._doel())

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Encrypt what goes to the database."""
        versleuteld = None if value is None else kluis.versleutel(str(value), self._doel())
        return super().get_db_prep_value(versleuteld, connection, prepared)

    def value_to_string(self, obj: models.Model) -> str:
        """Refuse: a dump would carry the plain text."""
        raise TypeError("An encrypted field is not serialised")

    def to_python(self, value: Any) -> Any:
        """Leave text as it is."""
        return value


class VersleuteldeBytes(models.BinaryField):  # type: ignore[type-arg]
    """Bytes (a message, a file) that are encrypted in the database and plain in Python."""

    def _doel(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"

    def from_db_value(self, waarde: Any, expression: object, connection: BaseDatabaseWrapper) -> bytes | None:
        """Decrypt what the database gave."""
        return None if waarde is None else kluis.ontsleutel_bytes(bytes(waarde), self._doel())

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """Encrypt what goes to the database."""
        versleuteld = None if value is None else kluis.versleutel_bytes(bytes(value), self._doel())
        return super().get_db_prep_value(versleuteld, connection, prepared)

    def value_to_string(self, obj: models.Model) -> str:
        """Refuse: a dump would carry the plain bytes."""
        raise TypeError("An encrypted field is not serialised")


class BlindeIndex(models.BinaryField):  # type: ignore[type-arg]
    """Keyed hash of the text of the field beside it; made by `kluis.blinde_index`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(*args, **kwargs)


def nooit_tegelijk(naam: str, *verwijzingen: str, waar: Q | None = None) -> ExclusionConstraint:
    """Return the constraint that the periods of the same `verwijzingen` never overlap.

    The embedded server has no btree_gist: a range of one number compares equal by overlapping.
    """
    zelfde = [
        (Func(F(v), F(v), Value("[]"), function="int8range"), RangeOperators.OVERLAPS) for v in verwijzingen
    ]
    periode = Func("van", "tot", function="daterange", output_field=DateRangeField())
    return ExclusionConstraint(
        name=naam, expressions=[*zelfde, (periode, RangeOperators.OVERLAPS)], condition=waar
    )

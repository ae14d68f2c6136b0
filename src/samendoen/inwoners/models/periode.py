"""From-until in the database: what may not overlap."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db.models import CheckConstraint, F, Func, Q, Value


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


def eindigt_na_begin(naam: str) -> CheckConstraint:
    """Return the constraint that a period does not end before it begins (the same day: never in force)."""
    return CheckConstraint(name=naam, condition=Q(tot__isnull=True) | Q(tot__gte=F("van")))

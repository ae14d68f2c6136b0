"""From-until in the database: a period does not end before it begins."""

from django.db.models import CheckConstraint, F, Q


def eindigt_na_begin(naam: str) -> CheckConstraint:
    """Return the constraint that a period does not end before it begins (the same day: never in force)."""
    return CheckConstraint(name=naam, condition=Q(tot__isnull=True) | Q(tot__gte=F("van")))

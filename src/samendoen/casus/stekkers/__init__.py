"""What casus plugs in: a file for each feature, called here."""

from samendoen.casus.stekkers import casus, plan
from samendoen.casus.stekkers.casus import aanduiding

__all__ = ["aanduiding", "meld_aan"]


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    casus.meld_aan()
    plan.meld_aan()

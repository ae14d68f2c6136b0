"""Pure folds: what the events of a figure of somebody else, and of a remark, say of whether it counts."""

from collections.abc import Iterable

from samendoen.cijfers.events import (
    MetingGeboekt,
    MetingVervallen,
    OpmerkingGeplaatst,
    OpmerkingIngetrokken,
)


def vouw_meting(gebeurtenissen: Iterable[object]) -> bool:
    """Return whether a figure counts: booked, and not fallen since."""
    return _geldt(gebeurtenissen, MetingGeboekt, MetingVervallen)


def vouw_opmerking(gebeurtenissen: Iterable[object]) -> bool:
    """Return whether a remark holds: written, and not taken back since."""
    return _geldt(gebeurtenissen, OpmerkingGeplaatst, OpmerkingIngetrokken)


def _geldt(gebeurtenissen: Iterable[object], begin: type, einde: type) -> bool:
    geldt = False
    for g in gebeurtenissen:
        geldt = isinstance(g, begin) or (geldt and not isinstance(g, einde))
    return geldt

"""Refuse the first thing in what was filled in that cannot be."""

from collections.abc import Iterable

from samendoen.kernel.api import Domeinfout

Fout = tuple[str, bool, str, str]
"""(field, whether it is wrong, what is wrong, what to do)."""


def weiger_eerste(soort: str, fouten: Iterable[Fout]) -> None:
    """Raise Domeinfout, its code `soort` and the field, for the first of these that is wrong."""
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"{soort}_{veld}", wat, doe, veld=veld)

"""Whether a figure moved, and which way: three cases more or less are no trend."""

from enum import StrEnum
from math import inf
from typing import Literal, Protocol


class Oordeel(StrEnum):
    """What the step from one period to the next says."""

    GELIJK = "gelijk"
    TOEVAL = "toeval"
    BETER = "beter"
    SLECHTER = "slechter"
    ANDERS = "anders"


class Getal(Protocol):
    """A figure: its value, and of a share its two sides."""

    @property
    def waarde(self) -> int | float | None: ...
    @property
    def teller(self) -> int | None: ...
    @property
    def noemer(self) -> int | None: ...


def oordeel(
    eerst: Getal, nu: Getal, richting: Literal["hoger", "lager", "geen"], ruisband: int | None
) -> Oordeel | None:
    """Return what the step says; None when one of both has no value.

    A difference of fewer than `ruisband` cases can be chance.
    """
    if eerst.waarde is None or nu.waarde is None:
        return None
    if eerst.waarde == nu.waarde:
        return Oordeel.GELIJK
    if ruisband is not None and _gevallen(eerst, nu) < ruisband:
        return Oordeel.TOEVAL
    if richting == "geen":
        return Oordeel.ANDERS
    return Oordeel.BETER if (nu.waarde > eerst.waarde) == (richting == "hoger") else Oordeel.SLECHTER


def _gevallen(eerst: Getal, nu: Getal) -> float:
    """Return by how many cases the figures differ: of a share, from what the share before would have given.

    What is measured (days, money) does not differ by cases.
    """
    assert eerst.waarde is not None
    assert nu.waarde is not None
    if nu.noemer is not None and nu.teller is not None:
        return abs(nu.teller - eerst.waarde * nu.noemer)
    return abs(nu.waarde - eerst.waarde) if isinstance(nu.waarde, int) else inf

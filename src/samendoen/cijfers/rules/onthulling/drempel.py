"""Which figures would say something about single people, and are therefore hidden."""

from enum import StrEnum

from samendoen.cijfers.rules.uitdrukking import Uitkomst


class Status(StrEnum):
    """How a cell is published."""

    OPEN = "open"
    PRIMAIR = "primair"
    """Hidden because the count itself is small."""
    SECUNDAIR = "secundair"
    """Hidden because a small count could be computed from it."""
    VERBORGEN = "verborgen"
    """Hidden, and the publication does not say which of the two it is."""


def klein(aantal: int, drempel: int) -> bool:
    """Return whether a count is 1 up to `drempel` - 1. Zero is no secret: it is about nobody."""
    return 0 < aantal < drempel


def te_klein(uitkomst: Uitkomst, drempel: int) -> bool:
    """Return whether this figure rests on 1 up to `drempel` - 1 people or cases.

    Of a share neither side may be that small: who is in it nor who is not. Zero is no secret.
    """
    aantallen = [uitkomst.teller]
    if uitkomst.noemer is not None:
        aantallen += [uitkomst.noemer, uitkomst.noemer - uitkomst.teller]
    return any(klein(aantal, drempel) for aantal in aantallen)


def toon_aandeel(erin: Status, erbuiten: Status) -> bool:
    """Return whether a share may be shown, given how the counts of who is in it and who is not are published.

    A share beside its total gives both counts away, so both must be open.
    """
    return erin is Status.OPEN and erbuiten is Status.OPEN


def toon_gemiddelde(aantal: Status) -> bool:
    """Return whether a mean may be shown, given how the number of people it is taken over is published.

    Then a sum is hidden wherever its count is, and no hidden sum follows from the shown ones and a total.
    One person with by far the largest amount is not covered: see docs/onthulling.md.
    """
    return aantal is Status.OPEN

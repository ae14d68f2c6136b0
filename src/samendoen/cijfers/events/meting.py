"""Event kinds of figures that others measured. Sources and notes are words: they stand in the rows only."""

from samendoen.kernel.api import Code, Gebeurtenissoort

METING = "cijfers.meting"


class MetingGeboekt(Gebeurtenissoort):
    """A figure of somebody else was taken in; `verbetert` is the row it corrects."""

    soort = "cijfers.meting_geboekt"
    onderwerp = METING
    indicator: Code
    periode: Code
    gebiedsoort: Code
    tienduizendste: int
    verbetert: int | None


class MetingVervallen(Gebeurtenissoort):
    """A figure no longer counts: revokes its booking. `door` is the row in its place, None: there is none."""

    soort = "cijfers.meting_vervallen"
    onderwerp = METING
    door: int | None

"""Event of the GGM export."""

from datetime import date

from samendoen.kernel.api import Gebeurtenissoort, Hash


class GgmUitgevoerd(Gebeurtenissoort):
    """Somebody took the pseudonymised rows of a snapshot out, as tables of the GGM (occurred on = that day).

    `hash` is SHA-256 over the files, so that what lies somewhere can be recognised as this export.
    """

    soort = "cijfers.ggm_uitgevoerd"
    onderwerp = "cijfers.momentopname"
    peildatum: date
    tabellen: int
    rijen: int
    hash: Hash

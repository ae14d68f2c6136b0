"""Event kinds of remarks on a series. What the remark says stands in the row only."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

OPMERKING = "cijfers.reeksopmerking"


class OpmerkingGeplaatst(Gebeurtenissoort):
    """Somebody wrote what must be known of an indicator from `dag` on (`tot` is the last day, None: open)."""

    soort = "cijfers.opmerking_geplaatst"
    onderwerp = OPMERKING
    indicator: Code
    dag: date
    tot: date | None
    tekst: Hash


class OpmerkingIngetrokken(Gebeurtenissoort):
    """A remark no longer holds: revokes it."""

    soort = "cijfers.opmerking_ingetrokken"
    onderwerp = OPMERKING

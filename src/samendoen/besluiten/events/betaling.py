"""Event kinds of paying invoices: amounts and days. Nothing says for whom."""

from datetime import date

from samendoen.kernel.api import Gebeurtenissoort

DECLARATIE = "besluiten.declaratie"


class DeclaratieBetaald(Gebeurtenissoort):
    """Part or all of what was granted of an invoice was paid (occurred on = paid on), in cents."""

    soort = "besluiten.declaratie_betaald"
    onderwerp = DECLARATIE
    betaling: int
    eurocent: int


class BetalingIngetrokken(Gebeurtenissoort):
    """A payment was written down wrongly: it was never made, or not so."""

    soort = "besluiten.betaling_ingetrokken"
    onderwerp = DECLARATIE
    betaling: int
    op: date
    eurocent: int

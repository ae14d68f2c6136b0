"""Event kinds of the figures."""

from datetime import date

from samendoen.kernel.api import Gebeurtenissoort, Hash


class MomentopnameGemaakt(Gebeurtenissoort):
    """The facts of a day were frozen (occurred on = the day it was done)."""

    soort = "cijfers.momentopname_gemaakt"
    onderwerp = "cijfers.momentopname"
    peildatum: date
    rijen: int
    gegevens_hash: Hash
    definities_hash: Hash


class CijfersGepubliceerd(Gebeurtenissoort):
    """The protected tables of a snapshot left the house (occurred on = the day it was done)."""

    soort = "cijfers.cijfers_gepubliceerd"
    onderwerp = "cijfers.publicatie"
    peildatum: date
    tabellen: int
    hash: Hash

"""Persons as anchors: made here, forgotten by `wissen`."""

import secrets

from samendoen.kernel.acties import schrijft
from samendoen.kernel.bulk import schrijf
from samendoen.kernel.models import Persoon


def nieuwe_personen(aantal: int) -> list[Persoon]:
    """Make `aantal` anchors, each with its own random pseudonym key."""
    with schrijft("kernel"):
        return schrijf(Persoon(pseudoniemsleutel=secrets.token_bytes(16)) for _ in range(aantal))

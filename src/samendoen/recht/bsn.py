"""Burgerservicenummer: the eleven test, and a mask for screens and logs.

Nine digits with weights 9 8 7 6 5 4 3 2 -1; the sum is divisible by 11 and larger than zero
(Wet algemene bepalingen burgerservicenummer). A number that passes can still belong to nobody.
"""

from __future__ import annotations

from operator import mul

from samendoen.recht.fouten import Rechtsfout

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_NULLEN = ord("0") * sum(GEWICHTEN)


def is_bsn(bsn: str) -> bool:
    """Tell whether `bsn` is nine digits that pass the eleven test."""
    if len(bsn) != 9 or not (bsn.isascii() and bsn.isdigit()):
        return False
    som: int = sum(map(mul, GEWICHTEN, bsn.encode())) - _NULLEN
    return som > 0 and som % 11 == 0


def eis_bsn(bsn: str) -> str:
    """Return the number without spaces and dots, or raise `Rechtsfout`. The message never repeats it."""
    kaal = bsn.replace(" ", "").replace(".", "")
    if not is_bsn(kaal):
        raise Rechtsfout(
            "bsn-ongeldig",
            "Dit is geen geldig burgerservicenummer.",
            "Controleer de negen cijfers op het identiteitsbewijs; begin met een 0 als er acht staan.",
        )
    return kaal


def masker_bsn(bsn: str) -> str:
    """Return the number with only its last three digits readable: "******333"."""
    return "*" * max(len(bsn) - 3, 0) + bsn[-3:] if len(bsn) == 9 else "*" * 9

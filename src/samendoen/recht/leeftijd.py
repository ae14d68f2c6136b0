"""Age on a day. A year of life is complete when its last day has passed: someone born on 29 February turns
a year older on 1 March in a year without that day, and someone born on 31 August is 16½ on 1 March."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from samendoen.recht.fouten import Rechtsfout

MEERDERJARIG = 18  # BW 1:233
ZESTIEN_EN_HALF = (16, 6)  # from here the plan for after the 18th birthday is due


def bereikt(geboren: date, jaren: int, maanden: int = 0) -> date:
    """Return the day on which someone reaches this age; a missing day becomes the first of the next month."""
    if jaren < 0 or maanden < 0:
        raise Rechtsfout("leeftijd-negatief", "Een leeftijd kan niet negatief zijn.", "Geef 0 of meer.")
    jaar, maand0 = divmod(geboren.year * 12 + geboren.month - 1 + 12 * jaren + maanden, 12)
    if not jaar < 9999:
        raise Rechtsfout(
            "datum-buiten-bereik", "Deze leeftijd ligt te ver weg.", "Controleer de geboortedatum."
        )
    if geboren.day <= monthrange(jaar, maand0 + 1)[1]:
        return date(jaar, maand0 + 1, geboren.day)
    return date(jaar + (maand0 + 1) // 12, (maand0 + 1) % 12 + 1, 1)


def leeftijd(geboren: date, op: date) -> int:
    """Return the age in whole years on a day; raises `Rechtsfout` if the day lies before the birth."""
    if op < geboren:
        raise Rechtsfout(
            "voor-geboorte",
            "De geboortedatum ligt na de peildatum.",
            "Controleer de geboortedatum of de peildatum.",
        )
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def is_minderjarig(geboren: date, op: date) -> bool:
    """Tell whether someone is under eighteen on a day (BW 1:233; marriage is not looked at)."""
    return leeftijd(geboren, op) < MEERDERJARIG


def perspectiefplan_vanaf(geboren: date) -> date:
    """Return the day someone turns 16½, from which the plan for after the 18th birthday is made."""
    return bereikt(geboren, *ZESTIEN_EN_HALF)

"""What Django's checks, and so `samendoen check`, say of the settings of the traffic."""

from typing import Any

from django.conf import settings
from django.core import checks

from samendoen.berichten.rules.envelop import Vormkeuze


def vorm(**_: Any) -> list[checks.CheckMessage]:
    """Refuse a form that there is not."""
    gekozen = settings.SAMENDOEN_BERICHTEN_VORM
    if gekozen in set(Vormkeuze):
        return []
    return [
        checks.Error(
            f"SAMENDOEN_BERICHTEN_VORM is '{gekozen}', en die vorm is er niet.",
            hint=f"Kies een van: {', '.join(Vormkeuze)}.",
            id="berichten.E001",
        )
    ]

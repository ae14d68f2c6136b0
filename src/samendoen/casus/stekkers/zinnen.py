"""Shape of the sentences on the timeline."""

from collections.abc import Mapping
from typing import Any

from samendoen.kernel import stekkers

Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]


def vast(tekst: Any) -> stekkers.Zin:
    """Return a sentence that is the same for every event of its kind."""

    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst)

    return zin

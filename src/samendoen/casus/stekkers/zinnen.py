"""Shape of the sentences on the timeline."""

from collections.abc import Mapping
from typing import Any

from samendoen.kernel.stekkers import vaste_zin as vast

__all__ = ["Gegevens", "Inhoud", "vast"]

Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]

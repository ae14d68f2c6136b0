"""Schemas of the definition files of the case."""

from samendoen.casus.definities.notities import Sjabloon, sjablonen

__all__ = ["Sjabloon", "sjablonen"]

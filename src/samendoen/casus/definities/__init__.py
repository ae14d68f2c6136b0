"""Schemas of the definition files of the case."""

from samendoen.casus.definities.notities import Sjabloon, sjablonen
from samendoen.casus.definities.partnerregie import Partner, partnerbestand, partners

__all__ = ["Partner", "Sjabloon", "partnerbestand", "partners", "sjablonen"]

"""Schemas of the definition files of the case."""

from samendoen.casus.definities.caseload import Caseload, caseloaddefinitie, caseloadhash, eigen_caseload
from samendoen.casus.definities.notities import Sjabloon, sjablonen
from samendoen.casus.definities.partnerregie import Partner, partnerbestand, partners

__all__ = [
    "Caseload",
    "Partner",
    "Sjabloon",
    "caseloaddefinitie",
    "caseloadhash",
    "eigen_caseload",
    "partnerbestand",
    "partners",
    "sjablonen",
]

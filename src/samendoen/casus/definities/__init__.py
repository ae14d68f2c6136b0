"""Schemas of the definition files of the case."""

from samendoen.casus.definities.caseload import Caseload, caseloaddefinitie, caseloadhash, eigen_caseload
from samendoen.casus.definities.meldcode import Meldcode, Weeghulp, meldcode, meldcodes
from samendoen.casus.definities.notities import Sjabloon, sjablonen
from samendoen.casus.definities.partnerregie import Partner, partnerbestand, partners

__all__ = [
    "Caseload",
    "Meldcode",
    "Partner",
    "Sjabloon",
    "Weeghulp",
    "caseloaddefinitie",
    "caseloadhash",
    "eigen_caseload",
    "meldcode",
    "meldcodes",
    "partnerbestand",
    "partners",
    "sjablonen",
]

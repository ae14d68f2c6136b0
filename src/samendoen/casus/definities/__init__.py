"""Schemas of the definition files of the case."""

from samendoen.casus.definities.caseload import Caseload, caseloaddefinitie, caseloadhash, eigen_caseload
from samendoen.casus.definities.escalatie import Route, escalatieroutes
from samendoen.casus.definities.gemis import gemisredenen, gemissoorten
from samendoen.casus.definities.meldcode import Meldcode, Weeghulp, meldcode, meldcodes
from samendoen.casus.definities.notities import Sjabloon, sjablonen
from samendoen.casus.definities.partnerregie import Partner, partnerbestand, partners
from samendoen.casus.definities.tafels import Tafel, tafels

__all__ = [
    "Caseload",
    "Meldcode",
    "Partner",
    "Route",
    "Sjabloon",
    "Tafel",
    "Weeghulp",
    "caseloaddefinitie",
    "caseloadhash",
    "eigen_caseload",
    "escalatieroutes",
    "gemisredenen",
    "gemissoorten",
    "meldcode",
    "meldcodes",
    "partnerbestand",
    "partners",
    "sjablonen",
    "tafels",
]

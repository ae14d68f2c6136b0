"""The kinds of report, each with what makes it."""

from collections.abc import Callable

from django.utils import translation

from samendoen.beleid.queries.rapport.dashboard import raadsdashboard
from samendoen.beleid.queries.rapport.delen import Opdracht
from samendoen.beleid.queries.rapport.evaluatie import evaluatie
from samendoen.beleid.queries.rapport.trend import trendrapportage
from samendoen.beleid.queries.rapport.voortgang import voortgang
from samendoen.beleid.rules.rapport import Rapportdocument

MAKERS: dict[str, Callable[[Opdracht], Rapportdocument]] = {
    "voortgang": voortgang,
    "trendrapportage": trendrapportage,
    "evaluatie": evaluatie,
    "raadsdashboard": raadsdashboard,
}


def maak_document(soort: str, opdracht: Opdracht) -> Rapportdocument:
    """Return a report as blocks, in Dutch. KeyError for a kind that does not exist; raises Domeinfout."""
    with translation.override("nl"):
        return MAKERS[soort](opdracht)

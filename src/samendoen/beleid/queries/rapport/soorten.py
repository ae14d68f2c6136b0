"""The kinds of report, each with what makes it."""

from collections.abc import Callable

from django.utils import translation

from samendoen.beleid.queries.rapport.delen import Opdracht
from samendoen.beleid.queries.rapport.voortgang import voortgang
from samendoen.beleid.rules.rapport import Rapportdocument

MAKERS: dict[str, Callable[[Opdracht], Rapportdocument]] = {"voortgang": voortgang}


def maak_document(soort: str, opdracht: Opdracht) -> Rapportdocument:
    """Return a report as blocks, in Dutch. KeyError for a kind that does not exist; raises Domeinfout."""
    with translation.override("nl"):
        return MAKERS[soort](opdracht)

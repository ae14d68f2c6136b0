"""The four forms of a report, each made from the same blocks; the same report gives the same bytes."""

import json
from collections.abc import Callable

from django.utils import translation

from samendoen.beleid.queries.rapport.bladzij import maak_html
from samendoen.beleid.queries.rapport.papier import maak_papier
from samendoen.beleid.queries.rapport.word import maak_docx
from samendoen.beleid.rules.rapport import Rapportdocument, als_json

MAKERS: dict[str, Callable[[Rapportdocument], bytes]] = {
    "html": maak_html,
    "pdf": maak_papier,
    "docx": maak_docx,
    "json": lambda document: json.dumps(als_json(document), ensure_ascii=False, indent=1).encode() + b"\n",
}


def maak_vorm(document: Rapportdocument, vorm: str) -> bytes:
    """Return a report in one form. KeyError for a form that does not exist."""
    with translation.override("nl"):
        return MAKERS[vorm](document)


def maak_vormen(document: Rapportdocument) -> dict[str, bytes]:
    """Return a report in every form."""
    return {vorm: maak_vorm(document, vorm) for vorm in MAKERS}

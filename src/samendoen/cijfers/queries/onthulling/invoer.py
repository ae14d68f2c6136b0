"""What reading tables needs: names for values, and one way to say what is wrong."""

import unicodedata
from typing import NoReturn

from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout


def label(waarde: object) -> str:
    """Return how a value of a dimension is called: keys of a hierarchy are always text."""
    if waarde is None:
        return _("onbekend")
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    return str(waarde)


def keur_tekst(document: object) -> None:
    """Refuse text that a terminal or a file cannot show as it is: control characters, half a character.

    Raises Domeinfout.
    """
    te_lezen: list[object] = [document]
    for deel in te_lezen:  # grows while it is walked
        if isinstance(deel, dict):
            te_lezen += [*deel, *deel.values()]
        elif isinstance(deel, list):
            te_lezen += deel
        elif isinstance(deel, str) and any(unicodedata.category(teken) in ("Cc", "Cs") for teken in deel):
            geen(
                _("Het bestand"),
                _("heeft een naam of waarde met tekens die niet te lezen zijn: %s") % ascii(deel[:40]),
                _("Haal regeleinden en andere stuurtekens uit de namen en waarden."),
            )


def geen(waar: str, wat: str, doe: str) -> NoReturn:
    """Refuse what was read: where, what is wrong, what to do. Raises Domeinfout."""
    raise Domeinfout("tabel_klopt_niet", f"{waar} {wat}.", doe)

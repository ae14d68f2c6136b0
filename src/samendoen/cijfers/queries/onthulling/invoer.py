"""What reading tables needs: names for values, and one way to say what is wrong."""

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


def geen(waar: str, wat: str, doe: str) -> NoReturn:
    """Refuse what was read: where, what is wrong, what to do. Raises Domeinfout."""
    raise Domeinfout("tabel_klopt_niet", f"{waar} {wat}.", doe)

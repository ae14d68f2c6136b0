"""What changes of a budget plug in: how their events read."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid.events import begroting as events
from samendoen.kernel import stekkers
from samendoen.schil.api import euro_centen


def meld_aan() -> None:
    """Fill the stekkers of changes of a budget."""
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _gewijzigd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Begroting gewijzigd: %(bedrag)s.") % {"bedrag": euro_centen(gegevens["eurocent"])}


def _ingetrokken(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Wijziging van de begroting teruggenomen: %(bedrag)s.") % {
        "bedrag": euro_centen(gegevens["eurocent"])
    }


def _grens(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return (
        _("Licht voor geld: groen tot en met %(groen_tot)s%%, oranje tot en met %(oranje_tot)s%%.") % gegevens
    )


ZINNEN: dict[str, stekkers.Zin] = {
    events.BegrotingGewijzigd.soort: _gewijzigd,
    events.BegrotingswijzigingIngetrokken.soort: _ingetrokken,
    events.GeldgrensGezet.soort: _grens,
}

"""What the short route plugs in: its panel, how its events read, its eraser."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.toegang import events
from samendoen.toegang.definities import eigen_routes
from samendoen.toegang.models import Routekeuze
from samendoen.toegang.queries import route


def meld_aan() -> None:
    """Fill the stekkers of the short route."""
    stekkers.paneel.meld_aan("melding:route", route.paneel)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the answers; which route it was stays."""
    rijen = Routekeuze.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(antwoorden={})
    return rijen.update(antwoorden={})


def _gekozen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    gekend = eigen_routes().get(gegevens["route"])
    return _("Korte route: %(naam)s.") % {"naam": gekend.naam if gekend else gegevens["route"]}


ZINNEN: dict[str, stekkers.Zin] = {
    events.RouteGekozen.soort: _gekozen,
    events.RouteLosgelaten.soort: stekkers.vaste_zin(
        gettext_lazy("Korte route losgelaten: er wordt breed gekeken.")
    ),
}
WISSER = stekkers.Wisser(("toegang.Routekeuze",), wis)

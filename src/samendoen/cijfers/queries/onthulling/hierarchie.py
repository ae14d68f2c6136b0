"""Read the hierarchy of a dimension: a tree, or one total over all values."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.cijfers.queries.onthulling.invoer import geen, label
from samendoen.cijfers.rules.onthulling.tabel import Dimensie

TOTAAL = "Totaal"


def lees_dimensie(waar: str, naam: str, ruw: object, waarden: Sequence[str]) -> Dimensie:
    """Return a dimension; `waarden` are the values that the cells have. Raises Domeinfout."""
    if ruw is None:
        bladeren = tuple(dict.fromkeys(waarde for waarde in waarden if waarde != TOTAAL))
        return Dimensie(naam, TOTAAL, {TOTAAL: bladeren})
    kinderen = _kinderen(waar, naam, ruw)
    genoemd = [kind for onder in kinderen.values() for kind in onder]
    dubbel = sorted({kind for kind in genoemd if genoemd.count(kind) > 1})
    if dubbel:
        geen(
            waar,
            _("heeft in de hiërarchie van %(dimensie)s '%(waarde)s' op twee plaatsen")
            % {"dimensie": naam, "waarde": dubbel[0]},
            _("Maak voor een tweede indeling een tweede tabel; gelijke cellen worden samen beschermd."),
        )
    wortels = [knoop for knoop in kinderen if knoop not in set(genoemd)]
    dimensie = Dimensie(naam, wortels[0], kinderen) if len(wortels) == 1 else None
    if dimensie is None or set(dimensie.knopen) != {*genoemd, *wortels}:
        geen(
            waar,
            _("heeft een hiërarchie van %s zonder één totaal waar alles onder valt") % naam,
            _('Begin met bijvoorbeeld "Totaal": ["A", "B"]; niets kan onder zichzelf vallen.'),
        )
    return dimensie


def _kinderen(waar: str, naam: str, ruw: object) -> dict[str, tuple[str, ...]]:
    goed = isinstance(ruw, dict) and ruw and all(isinstance(onder, list) and onder for onder in ruw.values())
    if not isinstance(ruw, dict) or not goed:
        geen(
            waar,
            _("heeft een hiërarchie van %s die niet te lezen is") % naam,
            _('Schrijf per totaal een lijst van wat eronder valt: {"Totaal": ["A", "B"]}.'),
        )
    return {label(knoop): tuple(label(kind) for kind in onder) for knoop, onder in ruw.items()}

"""Read the hierarchy of a dimension: a tree, or one total over all values."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from samendoen.cijfers.queries.onthulling.invoer import geen, label
from samendoen.cijfers.rules.onthulling.tabel import Dimensie

TOTAAL = "Totaal"
MEESTE_LAGEN = 20
"""Deeper no hierarchy goes that people read."""


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
    wortels = sorted(set(kinderen) - set(genoemd))
    if len(wortels) == 1 and _lagen(wortels[0], kinderen) > MEESTE_LAGEN:
        geen(
            waar,
            _("heeft een hiërarchie van %s met te veel lagen") % naam,
            _("Gebruik ten hoogste %s lagen.") % MEESTE_LAGEN,
        )
    dimensie = Dimensie(naam, wortels[0], kinderen) if len(wortels) == 1 else None
    if dimensie is None or set(dimensie.knopen) != {*genoemd, *wortels}:
        geen(
            waar,
            _("heeft een hiërarchie van %s zonder één totaal waar alles onder valt") % naam,
            _('Begin met bijvoorbeeld "Totaal": ["A", "B"]; niets kan onder zichzelf vallen.'),
        )
    return dimensie


def _lagen(wortel: str, kinderen: Mapping[str, Sequence[str]]) -> int:
    """Return how many layers lie below the total; every node is named once, so this ends."""
    laag, lagen = [wortel], 0
    while laag := [kind for knoop in laag for kind in kinderen.get(knoop, ())]:
        lagen += 1
    return lagen


def _kinderen(waar: str, naam: str, ruw: object) -> dict[str, tuple[str, ...]]:
    goed = isinstance(ruw, dict) and ruw and all(isinstance(onder, list) and onder for onder in ruw.values())
    if not isinstance(ruw, dict) or not goed:
        geen(
            waar,
            _("heeft een hiërarchie van %s die niet te lezen is") % naam,
            _('Schrijf per totaal een lijst van wat eronder valt: {"Totaal": ["A", "B"]}.'),
        )
    return {label(knoop): tuple(label(kind) for kind in onder) for knoop, onder in ruw.items()}

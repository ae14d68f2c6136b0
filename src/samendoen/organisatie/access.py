"""Fetch and authorise. Who manages the organisation sees every employee; the rest only what rules allow."""

from django.utils.translation import gettext as _

from samendoen.kernel.api import NietGevonden, klok
from samendoen.organisatie.models import Afwezigheid, Mandaat, Medewerker
from samendoen.organisatie.queries import TeamWaarde, teams_bij_code


def _niet_gevonden(wat: str) -> NietGevonden:
    return NietGevonden(
        "niet_gevonden",
        _("%(wat)s bestaat niet.") % {"wat": wat},
        _("Ga terug naar het overzicht van de organisatie."),
    )


def haal_medewerker(medewerker_id: int, *, op_slot: bool = False) -> Medewerker:
    """Return an employee with the account, locked for a change if asked; NietGevonden for another id."""
    rijen = Medewerker.objects.select_related("gebruiker").filter(pk=medewerker_id)
    rij = (rijen.select_for_update(of=("self",)) if op_slot else rijen).first()
    if rij is None:
        raise _niet_gevonden(_("Deze medewerker"))
    return rij


def haal_mandaat(mandaat_id: int) -> Mandaat:
    """Return a mandate, locked for a change."""
    rij = Mandaat.objects.select_for_update(of=("self",)).filter(pk=mandaat_id).first()
    if rij is None:
        raise _niet_gevonden(_("Dit mandaat"))
    return rij


def haal_afwezigheid(afwezigheid_id: int) -> Afwezigheid:
    """Return an absence with the employee, locked for a change."""
    rijen = Afwezigheid.objects.select_for_update(of=("self",)).select_related("medewerker", "vervanger")
    rij = rijen.filter(pk=afwezigheid_id).first()
    if rij is None:
        raise _niet_gevonden(_("Deze afwezigheid"))
    return rij


def haal_team(code: str) -> TeamWaarde:
    """Return a team that exists today."""
    team = teams_bij_code(klok.vandaag()).get(code)
    if team is None:
        raise _niet_gevonden(_("Dit team"))
    return team

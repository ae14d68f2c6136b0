"""Fetch what is on the map. Reading is for everybody with a login; who changes it holds KAART_BEHEREN."""

from django.utils.translation import gettext as _

from samendoen.kaart.models import Aanbod, Organisatie
from samendoen.kernel.api import NietGevonden


def haal_organisatie(organisatie_id: int, *, op_slot: bool = False) -> Organisatie:
    """Return an organisation, locked for a change if asked; NietGevonden for another id."""
    rijen = Organisatie.objects.filter(pk=organisatie_id)
    rij = (rijen.select_for_update(of=("self",)) if op_slot else rijen).first()
    if rij is None:
        raise NietGevonden(
            "niet_gevonden", _("Deze organisatie bestaat niet."), _("Ga terug naar de sociale kaart.")
        )
    return rij


def haal_aanbod(aanbod_id: int, *, op_slot: bool = False) -> Aanbod:
    """Return an offer with its organisation, locked for a change if asked; NietGevonden for another id."""
    rijen = Aanbod.objects.select_related("organisatie").filter(pk=aanbod_id)
    rij = (rijen.select_for_update(of=("self",)) if op_slot else rijen).first()
    if rij is None:
        raise NietGevonden(
            "niet_gevonden", _("Dit aanbod bestaat niet."), _("Ga terug naar de sociale kaart.")
        )
    return rij

"""What allauth expects of an account without a password."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout, Verzoek, poort


@poort(None)
def geen_wachtwoord(request: Verzoek) -> HttpResponse:
    """Say who gives one: nobody sets the first password of an account by themselves."""
    raise Domeinfout(
        "geen_wachtwoord",
        _("Dit account heeft nog geen wachtwoord."),
        _("Vraag functioneel beheer om een nieuw wachtwoord."),
    )

"""How allauth behaves here: no sign-up, no password by mail; functional management makes accounts."""

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel.acties import schrijft
from samendoen.kernel.models import Gebruiker


class Aanmelden(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed: accounts come from `organisatie`."""

    error_messages: ClassVar[dict[str, Promise]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy(
            "De gebruikersnaam of het wachtwoord klopt niet. Controleer beide, of vraag functioneel beheer "
            "om een nieuw wachtwoord."
        ),
        "too_many_login_attempts": gettext_lazy(
            "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten en probeer het dan opnieuw."
        ),
        "enter_current_password": gettext_lazy("Dit is niet uw huidige wachtwoord. Vul het opnieuw in."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def set_password(self, user: Gebruiker, password: str) -> None:
        """Change one's own password: the one write on an account that is no action of ours."""
        with schrijft("kernel"):
            super().set_password(user, password)

    def respond_user_inactive(self, request: HttpRequest, user: Gebruiker) -> HttpResponse:
        """Send who has a switched-off account back to the login, with the reason."""
        messages.error(request, _("Dit account staat uit. Vraag functioneel beheer om het aan te zetten."))
        return redirect("account_login")

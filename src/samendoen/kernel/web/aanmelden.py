"""How allauth behaves here: no sign-up, no password by mail; functional management makes accounts."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Aanmelden(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed: accounts come from `organisatie`."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

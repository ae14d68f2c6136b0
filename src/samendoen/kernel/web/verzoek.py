"""Verzoek: the typed request that every view takes, and how to read a number from its address."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebruiker


class Verzoek(HttpRequest):
    """A request behind the login: `user` is a Gebruiker and `actor` is who acts."""

    user: Gebruiker
    htmx: HtmxDetails
    actor: Actor


def geheel(tekst: str) -> int | None:
    """Return the whole number that an address says: 1 to 15 plain digits, so that it fits everywhere.

    Anything else is None: somebody typed in the address, or a link broke off.
    """
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) <= 15 else None

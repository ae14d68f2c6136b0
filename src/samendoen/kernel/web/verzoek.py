"""Verzoek: the typed request that every view takes."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebruiker


class Verzoek(HttpRequest):
    """A request behind the login: `user` is a Gebruiker and `actor` is who acts."""

    user: Gebruiker
    htmx: HtmxDetails
    actor: Actor

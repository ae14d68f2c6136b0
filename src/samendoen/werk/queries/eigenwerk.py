"""One's own clocks and tasks in numbers, beside those of the colleagues in the team."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Permissie, klok
from samendoen.kernel.stekkers import Eigencijfer
from samendoen.organisatie.api import collegas, naast_collegas
from samendoen.werk.models import Taak, Termijn
from samendoen.werk.rules import Taakstatus, Termijnstatus

BINNENKORT = timedelta(days=14)


def eigenwerk(door: Actor) -> list[Eigencijfer]:
    """Return which legal terms lie with one and are near or over, and which tasks are open."""
    if door.id is None or not door.mag(Permissie.CASUS_WERKEN):
        return []
    met = collegas(door, Permissie.CASUS_WERKEN)
    wie, vandaag = [door.id, *met], klok.vandaag()
    loopt = Termijn.objects.filter(status=Termijnstatus.LOOPT, geschorst_vanaf=None)
    over, gauw = _per(
        loopt,
        wie,
        over=Q(uiterste_datum__lt=vandaag),
        gauw=Q(uiterste_datum__gte=vandaag, uiterste_datum__lte=vandaag + BINNENKORT),
    )
    [taken] = _per(Taak.objects.filter(status=Taakstatus.OPEN), wie, open=Q())
    tellingen = (
        (_("Termijnen die voorbij zijn"), over),
        (_("Termijnen die binnen 14 dagen aflopen"), gauw),
        (_("Open taken"), taken),
    )
    return [naast_collegas(door, naam, per, met, reverse("vandaag")) for naam, per in tellingen]


def _per(rijen: Any, wie: list[int], **welke: Q) -> list[dict[int, float]]:
    """Return per condition how many rows each of these has. One query."""
    tellers = {naam: Count("pk", filter=voorwaarde or None) for naam, voorwaarde in welke.items()}
    gevonden = list(
        rijen.filter(gebruiker__in=wie).values_list("gebruiker_id").annotate(**tellers).order_by()
    )
    return [{rij[0]: rij[n] for rij in gevonden} for n in range(1, len(welke) + 1)]

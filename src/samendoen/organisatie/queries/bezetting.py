"""Who works in a team today, for how many hours, and who is away or soon will be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import F, Q

from samendoen.kernel.api import groepsleden, klok
from samendoen.organisatie.models import Afwezigheid, Capaciteit, Medewerker, loopt_op

SPOEDIG = timedelta(days=14)
"""An absence that begins within these days is told already."""


@dataclass(frozen=True, slots=True)
class Afwezigheidwaarde:
    """From the first day away up to the first day back (None: not known); `vervanger` is a name or ""."""

    van: date
    tot: date | None
    vervanger: str


@dataclass(frozen=True, slots=True)
class Bezettingwaarde:
    """A member of a team today; `id` is that of the account. `uren` per week, None when not known."""

    id: int
    naam: str
    functie: str
    uren: Decimal | None
    afwezig: Afwezigheidwaarde | None


def bezetting(groep_id: int) -> list[Bezettingwaarde]:
    """Return the members of a team (its group) today, by name, each with the absence that runs or is the
    next within a fortnight. Three queries."""
    leden = [wie for _groep, wie in groepsleden([groep_id], klok.vandaag())]
    rijen = Medewerker.objects.filter(gebruiker_id__in=leden, gebruiker__is_active=True)
    mensen = list(rijen.select_related("gebruiker").order_by("gebruiker__naam", "pk"))
    weg = _afwezig([m.pk for m in mensen])
    return [
        Bezettingwaarde(m.gebruiker_id, m.gebruiker.naam, m.functie, m.uren_per_week, weg.get(m.pk))
        for m in mensen
    ]


def _afwezig(medewerkers: Sequence[int]) -> dict[int, Afwezigheidwaarde]:
    vandaag = klok.vandaag()
    rijen = Afwezigheid.objects.filter(medewerker__in=medewerkers, van__lte=vandaag + SPOEDIG)
    rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gt=vandaag)).exclude(tot=F("van"))
    per: dict[int, Afwezigheidwaarde] = {}
    velden = ("medewerker_id", "van", "tot", "vervanger__gebruiker__naam")
    for wie, van, tot, vervanger in rijen.order_by("van", "pk").values_list(*velden):
        per.setdefault(wie, Afwezigheidwaarde(van, tot, vervanger or ""))
    return per


def teamfte(team_id: int) -> Decimal | None:
    """Return how much staff this team has for itself today, in full-time equivalents; None when not known.

    What several teams share is left out: how it is divided is not known.
    """
    rijen = Capaciteit.objects.filter(loopt_op(klok.vandaag()), fte__isnull=False, teams=team_id)
    eigen = [rij.fte for rij in rijen.prefetch_related("teams") if len(rij.teams.all()) == 1]
    return sum((fte for fte in eigen if fte is not None), Decimal(0)) if eigen else None

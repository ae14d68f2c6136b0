"""Facts of organisatie for `cijfers`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from samendoen.kernel.api import in_porties, klok
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.models import Capaciteit, loopt_op
from samendoen.organisatie.queries import teams_bij_code


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Yield the teams of the day of `peilmoment`, with their capacity of that day as it is known now."""
    return in_porties(_per_team(peilmoment))


def _per_team(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    dag = peilmoment.astimezone(klok.NEDERLAND).date()
    eigen: dict[int, Decimal] = {}
    aanname: set[int] = set()
    gedeeld: set[int] = set()
    for rij in Capaciteit.objects.filter(loopt_op(dag), fte__isnull=False).prefetch_related("teams"):
        teams = [team.pk for team in rij.teams.all()]
        if len(teams) > 1:
            # How it is divided over the teams is not known: no share is made up.
            gedeeld.update(teams)
            continue
        for team in teams:
            eigen[team] = eigen.get(team, Decimal(0)) + (rij.fte or 0)
            if rij.aanname:
                aanname.add(team)
    for code, waarde in teams_bij_code(dag).items():
        fte = int(eigen.get(waarde.id, Decimal(0)) * 100)
        yield code, waarde.soort, fte, waarde.id in aanname, waarde.id in gedeeld


TEAM = Feitsoort(
    naam="team",
    korrel="team",
    kolommen=(
        Kolom("code", "code", "geen", "Code van het team."),
        Kolom("soort", "code", "geen", "Soort loket of team."),
        Kolom("fte", "geheel", "geen", "Honderdsten fte die het team alleen heeft; 0: niet bekend."),
        Kolom("fte_aanname", "janee", "geen", "Een deel van deze fte is een aanname."),
        Kolom("deelt_fte", "janee", "geen", "Het team deelt fte met andere teams; die telt niet mee."),
    ),
    rijen=_rijen,
    alleen_nu=True,
)

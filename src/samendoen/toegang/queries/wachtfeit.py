"""Fact of the waiting list for `cijfers`: who waits now, without anybody in it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from samendoen.kernel.api import Wet, in_porties, klok
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.organisatie.api import getelde_teamnamen
from samendoen.toegang.definities import eigen_wachtlijst
from samendoen.toegang.models import Melding, Overbrugging
from samendoen.toegang.queries.wachtenden import wachtend

VELDEN = (
    "team__code",
    "wet",
    "route",
    "ontvangen_op",
    "wachtplek__prioriteit",
    "wachtplek__contact_op",
    "overbrugd",
)


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Yield who waits, with the days of `peilmoment`: only the present is known."""
    return in_porties(_wachtenden(peilmoment.astimezone(klok.NEDERLAND).date()))


def _wachtenden(dag: date) -> Iterator[tuple[Any, ...]]:
    definitie = eigen_wachtlijst()
    helpt = Overbrugging.objects.filter(
        Q(tot=None) | Q(tot__gt=dag), melding=OuterRef("pk"), ingetrokken=False, van__lte=dag
    )
    rijen = wachtend(Melding.objects.filter(ontvangen_op__lte=dag)).annotate(overbrugd=Exists(helpt))
    for team, kader, route, ontvangen_op, prioriteit, contact_op, overbrugd in (
        rijen.order_by("pk").values_list(*VELDEN).iterator()
    ):
        yield (
            team,
            kader,
            definitie.van(prioriteit or "", route).code,
            ontvangen_op,
            (dag - ontvangen_op).days,
            contact_op is not None,
            overbrugd,
        )


WACHTLIJST = Feitsoort(
    naam="wachtlijst",
    korrel="een melding die wacht tot een team haar oppakt",
    kolommen=(
        Kolom("team", "code", "geen", "team dat haar moet oppakken", benoem=getelde_teamnamen),
        Kolom(
            "kader",
            "code",
            "geen",
            "wettelijk kader",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom(
            "prioriteit",
            "code",
            "geen",
            "plaats in de volgorde",
            benoem=lambda: {p.code: p.naam for p in eigen_wachtlijst().prioriteit},
            geordend=True,
        ),
        Kolom("ontvangen_op", "datum", "geen", "dag van ontvangst"),
        Kolom("dagen", "geheel", "geen", "dagen sinds de ontvangst"),
        Kolom("gebeld", "janee", "geen", "of het team de inwoner sindsdien heeft gesproken of gebeld"),
        Kolom("overbrugging", "janee", "geen", "of er intussen iets helpt"),
    ),
    rijen=_rijen,
    alleen_nu=True,
)

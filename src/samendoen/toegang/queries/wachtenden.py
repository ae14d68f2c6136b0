"""Who waits, in which order: the rows that screens, actions and the task rule start from."""

from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from samendoen.kernel import stekkers
from samendoen.toegang.definities import Wachtlijstdefinitie
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import WACHTROUTES, Status


def wachtend(rijen: QuerySet[Melding]) -> QuerySet[Melding]:
    """Keep the questions that wait: open, brought to a team, and nobody works on them."""
    rijen = rijen.filter(status=Status.OPEN, route__in=[route.value for route in WACHTROUTES])
    for sleutel, opgepakt in stekkers.opgepakt:
        if sleutel.partition(":")[0] == "toegang.melding":
            rijen = rijen.filter(~Exists(opgepakt(OuterRef("pk"))))
    return rijen


def op_volgorde(rijen: QuerySet[Melding], definitie: Wachtlijstdefinitie) -> QuerySet[Melding, Any]:
    """Order by priority, then by how long ago the question came in; `rang` is the place of its priority."""
    return rijen.annotate(rang=_rang(definitie)).order_by("rang", "ontvangen_op", "pk")


def _rang(definitie: Wachtlijstdefinitie) -> Case:
    lijst = list(enumerate(definitie.prioriteit))
    gekozen = [When(wachtplek__prioriteit=p.code, then=Value(n)) for n, p in lijst]
    begin = [
        When(Q(route__in=[route.value for route in p.routes]), then=Value(n)) for n, p in lijst if p.routes
    ]
    standaard = next(n for n, p in lijst if p.standaard)
    return Case(*gekozen, *begin, default=Value(standaard), output_field=IntegerField())

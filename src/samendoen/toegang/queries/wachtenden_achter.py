"""From a figure about the waiting list to who waits now, as somebody may see them."""

from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Exists, F, Func, IntegerField, OuterRef, Q, Value, When

from samendoen.kernel.api import Actor, Permissie, klok
from samendoen.kernel.stekkers import Zaken
from samendoen.toegang.definities import eigen_wachtlijst
from samendoen.toegang.models import Melding, Overbrugging
from samendoen.toegang.queries.lijst import KOPPEN, meldingen_uit
from samendoen.toegang.queries.wachtenden import wachtend

if TYPE_CHECKING:
    from django.core.paginator import Page


def wachtenden_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    """Return the questions on the waiting list that a figure counts, and the page; logged."""
    vandaag = klok.vandaag()
    helpt = Overbrugging.objects.filter(
        Q(tot=None) | Q(tot__gt=vandaag), melding=OuterRef("pk"), ingetrokken=False, van__lte=vandaag
    )
    dagen = Func(
        Value(vandaag),
        F("ontvangen_op"),
        template="(%(expressions)s)",
        arg_joiner=" - ",
        output_field=IntegerField(),
    )
    rijen = wachtend(Melding.objects.all()).annotate(
        overbrugd=Exists(helpt),
        gebeld=Case(When(wachtplek__contact_op__isnull=False, then=Value(True)), default=Value(False)),
        wachtdagen=dagen,
        plaats=_plaats(),
    )
    return meldingen_uit(door, rijen.filter(voorwaarde), pagina)


def _plaats() -> Case:
    """Return the code of the priority of a question: as chosen, else by its route, else the usual one."""
    definitie = eigen_wachtlijst()
    lijst = definitie.prioriteit
    gekozen = [When(wachtplek__prioriteit=p.code, then=Value(p.code)) for p in lijst]
    begin = [
        When(Q(route__in=[route.value for route in p.routes]), then=Value(p.code)) for p in lijst if p.routes
    ]
    standaard = next(p.code for p in lijst if p.standaard)
    return Case(*gekozen, *begin, default=Value(standaard), output_field=CharField())


ZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": "team__code",
        "kader": "wet",
        "prioriteit": "plaats",
        "ontvangen_op": "ontvangen_op",
        "dagen": "wachtdagen",
        "gebeld": "gebeld",
        "overbrugging": "overbrugd",
    },
    KOPPEN,
    wachtenden_achter,
)

"""From a figure about legal terms to those clocks, as somebody may see them now."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, F, Func, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import Actor, Permissie, klok, log_inzage
from samendoen.kernel.stekkers import Zaken
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang, termijn_tekst
from samendoen.werk.access import binnen
from samendoen.werk.models import Termijn
from samendoen.werk.queries.klokken import aanduidingen, adres_termijn, naam_van
from samendoen.werk.rules import Termijnstatus

PER_PAGINA = 50
STATUSSEN = {
    Termijnstatus.LOOPT.value: gettext_lazy("loopt"),
    Termijnstatus.GEHAALD.value: gettext_lazy("gehaald"),
    Termijnstatus.GEMIST.value: gettext_lazy("gemist"),
    Termijnstatus.VERVALLEN.value: gettext_lazy("vervallen"),
}
DAGEN = Func(
    F("gehaald_op"),
    F("start"),
    template="(%(expressions)s)",
    arg_joiner=" - ",
    output_field=IntegerField(null=True),
)


def termijnen_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the clocks that a figure counts, the first to end first, and the page; logged."""
    verstreken = Q(status=Termijnstatus.LOOPT, uiterste_datum__lt=klok.vandaag(), geschorst_vanaf=None)
    op_tijd = Case(
        When(status=Termijnstatus.GEHAALD, then=Value(True)),
        When(Q(status=Termijnstatus.GEMIST) | verstreken, then=Value(False)),
        output_field=BooleanField(null=True),
    )
    echt = Termijn.objects.filter(dossier__isnull=False).annotate(op_tijd=op_tijd, duur=DAGEN)
    rijen = binnen(echt.filter(voorwaarde), door).order_by("uiterste_datum", "pk")
    velden = ("id", "soort", "start", "uiterste_datum", "status", "dossier_id", "groep__code")
    onderwerp = ("onderwerp_soort", "onderwerp_id")
    deel = Paginator(rijen.values(*velden, *onderwerp), PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "termijnen", {r["dossier_id"] for r in ruw})
    wie = aanduidingen(door, {(r["onderwerp_soort"], r["onderwerp_id"]) for r in ruw})
    teams, vandaag = teamnamen(), klok.vandaag()
    return [
        {
            "url": adres_termijn(r["id"]),
            "naam": naam_van(r["soort"]),
            "onder": wie.get((r["onderwerp_soort"], r["onderwerp_id"]), ""),
            "start": datum_lang(r["start"]),
            "uiterlijk": termijn_tekst(r["uiterste_datum"], vandaag)
            if r["status"] == Termijnstatus.LOOPT
            else datum_lang(r["uiterste_datum"]),
            "team": teams.get(r["groep__code"], r["groep__code"] or ""),
            "status": str(STATUSSEN[r["status"]]),
        }
        for r in ruw
    ], deel


ZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "soort": "soort",
        "startmaand": "start",
        "team": "groep__code",
        "status": "status",
        "gehaald": "op_tijd",
        "dagen": "duur",
    },
    (
        ("naam", gettext_lazy("Termijn")),
        ("start", gettext_lazy("Begon")),
        ("uiterlijk", gettext_lazy("Uiterlijk")),
        ("team", gettext_lazy("Team")),
        ("status", gettext_lazy("Status")),
    ),
    termijnen_achter,
)

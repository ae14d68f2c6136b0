"""From a figure about delivery to the help of providers behind it, as somebody may see it now."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import DateField, F, Func, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.models import Levering
from samendoen.besluiten.rules.levering import Leveringsoort
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Permissie, log_inzage, zichtbaar
from samendoen.kernel.stekkers import Zaken
from samendoen.schil.api import datum_lang

PER_PAGINA = 50
VOORZIENING = "toewijzing__voorziening__"
AANVRAAG = f"{VOORZIENING}besluit__aanvraag__"


def leveringen_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the periods of help that a figure counts, newest first, and the page; logged."""
    starts = Levering.objects.filter(soort=Leveringsoort.START, ingetrokken_op__isnull=True)
    echt = starts.annotate(stop_tot=_van_stop("tot"), stop_reden=_van_stop("reden"))
    echt = echt.annotate(laatste=_min("stop_tot", Value(1), DateField(null=True)), wachtte=_wachtte())
    rijen = zichtbaar(echt.filter(voorwaarde), door, pad=f"{VOORZIENING}dossier").order_by("-begin", "-pk")
    velden = ("dossier_id", "inwoner_id", "product__naam", "id")
    deel = Paginator(
        rijen.values("begin", "laatste", "toewijzing__aanbieder__naam", *(VOORZIENING + v for v in velden)),
        PER_PAGINA,
    ).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "voorzieningen", {r[f"{VOORZIENING}dossier_id"] for r in ruw})
    wie = namen(door, {r[f"{VOORZIENING}inwoner_id"] for r in ruw})
    return [
        {
            "url": reverse("voorziening", args=[r[f"{VOORZIENING}id"]]),
            "wie": wie.get(r[f"{VOORZIENING}inwoner_id"])
            or _("Voorziening %(nr)s") % {"nr": r[f"{VOORZIENING}id"]},
            "onder": r[f"{VOORZIENING}product__naam"],
            "aanbieder": r["toewijzing__aanbieder__naam"],
            "begin": datum_lang(r["begin"]),
            "einde": datum_lang(r["laatste"]) if r["laatste"] else "",
        }
        for r in ruw
    ], deel


def _van_stop(veld: str) -> Subquery:
    """Return a field of the last report of a stop of the same start."""
    stops = Levering.objects.filter(
        soort=Leveringsoort.STOP,
        ingetrokken_op__isnull=True,
        toewijzing=OuterRef("toewijzing"),
        begin=OuterRef("begin"),
    )
    return Subquery(stops.order_by("-gemeld_op", "-pk").values(veld)[:1])


def _min(een: str, ander: Any, uit: Any) -> Func:
    return Func(F(een), ander, template="(%(expressions)s)", arg_joiner=" - ", output_field=uit)


def _wachtte() -> Greatest:
    """Return how many days passed from asking the provider to the first day of help."""
    return Greatest(_min("begin", F("toewijzing__toegewezen_op"), IntegerField()), Value(0))


ZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": f"{AANVRAAG}team__code",
        "kader": f"{VOORZIENING}wet",
        "categorie": f"{VOORZIENING}product__categorie",
        "toegewezen_op": "toewijzing__toegewezen_op",
        "begin": "begin",
        "einde": "laatste",
        "reden": "stop_reden",
        "dagen_tot_begin": "wachtte",
    },
    (
        ("wie", gettext_lazy("Wie")),
        ("aanbieder", gettext_lazy("Aanbieder")),
        ("begin", gettext_lazy("Begon")),
        ("einde", gettext_lazy("Laatste dag")),
    ),
    leveringen_achter,
)

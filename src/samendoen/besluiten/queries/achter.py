"""From a figure about decisions to those decisions, as somebody may see them now."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import binnen
from samendoen.besluiten.models import UITKOMSTEN, Besluit
from samendoen.besluiten.rules import Besluitstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Permissie, log_inzage
from samendoen.kernel.stekkers import Zaken
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang

PER_PAGINA = 50
VELDEN = ("id", "dossier_id", "inwoner_id", "aanvraag__product__naam", "aanvraag__team__code", "uitkomst")
DAGEN = ("aanvraag__aangevraagd_op", "bekendgemaakt_op")


def besluiten_achter(
    door: Actor, voorwaarde: Q, pagina: int
) -> tuple[list[dict[str, Any]], Page[dict[str, Any]]]:
    """Return the decisions that a figure counts, newest first, as ready strings, and the page; logged."""
    echt = Besluit.objects.filter(voorwaarde).exclude(status=Besluitstatus.TERUGGENOMEN)
    rijen = binnen(echt, door).order_by("-besloten_op", "-pk").values(*VELDEN, *DAGEN)
    deel = Paginator(rijen, PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "besluiten", (r["dossier_id"] for r in ruw))
    wie, teams = namen(door, {r["inwoner_id"] for r in ruw}), teamnamen()
    uitkomsten = {uitkomst.value: str(naam) for uitkomst, naam in UITKOMSTEN.items()}
    stam = reverse("besluit", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{r['id']}/",
            "wie": wie.get(r["inwoner_id"], _("Besluit %(nr)s") % {"nr": r["id"]}),
            "onder": r["aanvraag__product__naam"],
            "gevraagd": datum_lang(r["aanvraag__aangevraagd_op"]),
            "bekend": datum_lang(r["bekendgemaakt_op"]) if r["bekendgemaakt_op"] else "",
            "uitkomst": uitkomsten[r["uitkomst"]],
            "team": teams.get(r["aanvraag__team__code"], r["aanvraag__team__code"]),
        }
        for r in ruw
    ], deel


ZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": "aanvraag__team__code",
        "kader": "wet",
        "categorie": "aanvraag__product__categorie",
        "uitkomst": "uitkomst",
        "aangevraagd_op": "aanvraag__aangevraagd_op",
        "besloten_op": "besloten_op",
        "bekendgemaakt_op": "bekendgemaakt_op",
        "op_tijd": "bekend_op_tijd",
    },
    (
        ("wie", gettext_lazy("Wie")),
        ("gevraagd", gettext_lazy("Aangevraagd")),
        ("bekend", gettext_lazy("Bekendgemaakt")),
        ("uitkomst", gettext_lazy("Uitkomst")),
        ("team", gettext_lazy("Team")),
    ),
    besluiten_achter,
)

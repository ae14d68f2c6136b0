"""From a figure about actions in plans to those actions, as somebody may see them now."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.access import binnen
from samendoen.casus.models import ACTIESTATUSSEN, Actie
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import Planstatus
from samendoen.kaart.api import niveaunamen
from samendoen.kernel.api import Actor, Permissie, log_inzage
from samendoen.kernel.stekkers import Zaken
from samendoen.organisatie.api import leefgebieden
from samendoen.schil.api import datum_lang

PER_PAGINA = 50
PLAN = "doel__plan__"
GOLD = (Planstatus.VASTGESTELD, Planstatus.VERVANGEN)
GELDT = Case(
    When(**{f"{PLAN}status": Planstatus.VASTGESTELD}, then=Value(True)),
    default=Value(False),
    output_field=BooleanField(),
)


def acties_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the actions that a figure counts, those of the newest plans first, and the page; logged."""
    echt = Actie.objects.filter(**{f"{PLAN}status__in": GOLD}).annotate(plan_geldt=GELDT).filter(voorwaarde)
    rijen = binnen(echt, door, pad="doel__dossier").order_by(f"-{PLAN}vastgesteld_op", "-pk")
    velden = (f"{PLAN}casus_id", "doel__dossier_id", "doel__leefgebied", f"{PLAN}vastgesteld_op")
    deel = Paginator(rijen.values("niveau", "status", *velden), PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    namen = namen_van_casussen(door, {r[f"{PLAN}casus_id"] for r in ruw})
    van_namen = (dossier for _naam, dossier in namen.values())
    log_inzage(door, "plannen", {*van_namen, *(r["doel__dossier_id"] for r in ruw)})
    niveaus, gebieden = niveaunamen(), leefgebieden()
    statussen = {status.value: str(naam) for status, naam in ACTIESTATUSSEN.items()}
    return [
        {
            "url": reverse("casus", args=[r[f"{PLAN}casus_id"]]),
            "huishouden": namen[r[f"{PLAN}casus_id"]][0]
            if r[f"{PLAN}casus_id"] in namen
            else _("Casus %(nr)s") % {"nr": r[f"{PLAN}casus_id"]},
            "gebied": gebieden.get(r["doel__leefgebied"], r["doel__leefgebied"]),
            "niveau": niveaus.get(r["niveau"], r["niveau"]),
            "vanaf": datum_lang(r[f"{PLAN}vastgesteld_op"]),
            "status": statussen[r["status"]],
        }
        for r in ruw
    ], deel


ZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": f"{PLAN}casus__team__code",
        "niveau": "niveau",
        "leefgebied": "doel__leefgebied",
        "status": "status",
        "vastgesteld_op": f"{PLAN}vastgesteld_op",
        "versie": f"{PLAN}versie",
        "geldt": "plan_geldt",
        "gemist_aanbod": "gemist",
        "waarom_niet": "gemis_reden",
    },
    (
        ("huishouden", gettext_lazy("Huishouden")),
        ("gebied", gettext_lazy("Leefgebied")),
        ("niveau", gettext_lazy("Wie helpt")),
        ("vanaf", gettext_lazy("Plan geldt vanaf")),
        ("status", gettext_lazy("Status")),
    ),
    acties_achter,
    frozenset({"gemist_aanbod", "waarom_niet"}),
)

"""From a figure about actions or goals of plans to those, as somebody may see them now."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.casus.access import binnen
from samendoen.casus.models import ACTIESTATUSSEN, BEREIKT, VERVOLG, Actie, Doeluitslag, Evaluatie
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


def _huishouden(casus: int, namen: Mapping[int, tuple[str, int]]) -> str:
    return namen[casus][0] if casus in namen else _("Casus %(nr)s") % {"nr": casus}


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
            "huishouden": _huishouden(r[f"{PLAN}casus_id"], namen),
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


def doelen_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the goals looked back on that a figure counts, newest first, and the page; logged."""
    later = Evaluatie.objects.filter(
        plan=OuterRef("evaluatie__plan"), ingetrokken_op__isnull=True, pk__gt=OuterRef("evaluatie")
    )
    echt = Doeluitslag.objects.filter(
        evaluatie__ingetrokken_op__isnull=True, **{f"{PLAN}status__in": GOLD}
    ).annotate(is_laatste=~Exists(later))
    rijen = binnen(echt.filter(voorwaarde), door).order_by("-evaluatie__op", "-pk")
    velden = (f"{PLAN}casus_id", "dossier_id", "doel__leefgebied", "evaluatie__op", "bereikt", "vervolg")
    deel = Paginator(rijen.values(*velden), PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    namen = namen_van_casussen(door, {r[f"{PLAN}casus_id"] for r in ruw})
    van_namen = (dossier for _naam, dossier in namen.values())
    log_inzage(door, "plannen", {*van_namen, *(r["dossier_id"] for r in ruw)})
    gebieden = leefgebieden()
    bereikt = {code.value: str(naam) for code, naam in BEREIKT.items()}
    vervolg = {code.value: str(naam) for code, naam in VERVOLG.items()}
    return [
        {
            "url": reverse("casus", args=[r[f"{PLAN}casus_id"]]),
            "huishouden": _huishouden(r[f"{PLAN}casus_id"], namen),
            "gebied": gebieden.get(r["doel__leefgebied"], r["doel__leefgebied"]),
            "op": datum_lang(r["evaluatie__op"]),
            "bereikt": bereikt[r["bereikt"]],
            "vervolg": vervolg[r["vervolg"]],
        }
        for r in ruw
    ], deel


DOELZAKEN = Zaken(
    Permissie.WERK_ZIEN,
    {
        "team": f"{PLAN}casus__team__code",
        "leefgebied": "doel__leefgebied",
        "bereikt": "bereikt",
        "vervolg": "vervolg",
        "op": "evaluatie__op",
        "laatste": "is_laatste",
    },
    (
        ("huishouden", gettext_lazy("Huishouden")),
        ("gebied", gettext_lazy("Leefgebied")),
        ("op", gettext_lazy("Teruggekeken op")),
        ("bereikt", gettext_lazy("Bereikt")),
        ("vervolg", gettext_lazy("Vervolg")),
    ),
    doelen_achter,
)

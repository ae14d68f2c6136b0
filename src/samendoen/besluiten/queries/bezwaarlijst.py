"""The list of objections: what was received, by when it must be decided, and who handles it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten.access import binnen
from samendoen.besluiten.events import BEZWAAR
from samendoen.besluiten.models import Bezwaar
from samendoen.besluiten.models.bezwaar import LOOPT
from samendoen.besluiten.queries.bezwaar import bezwaarstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, klok, log_inzage
from samendoen.schil.api import datum_lang, termijn_tekst
from samendoen.werk.api import laatste_dagen

PER_PAGINA = 50
WELKE = {
    "": gettext_lazy("Wat loopt"),
    "mijn": gettext_lazy("Wat ik behandel"),
    "vrij": gettext_lazy("Nog van niemand"),
    "klaar": gettext_lazy("Afgehandeld"),
}


def bezwaren(door: Actor, filters: Mapping[str, str], pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the rows of a page as ready strings, the first to be late first, and the page; logged."""
    rijen = binnen(Bezwaar.objects.all(), door)
    welke = filters.get("welke", "")
    rijen = rijen.exclude(status__in=LOOPT) if welke == "klaar" else rijen.filter(status__in=LOOPT)
    if welke == "mijn":
        rijen = rijen.filter(behandelaar=door.id)
    if welke == "vrij":
        rijen = rijen.filter(behandelaar__isnull=True)
    ruw = list(rijen.values_list("pk", "ontvangen_op"))
    dagen = laatste_dagen(BEZWAAR, [pk for pk, _op in ruw])
    volgorde = sorted(ruw, key=lambda r: (dagen.get(r[0], r[1]), r[0]), reverse=welke == "klaar")
    deel: Page[Any] = Paginator([pk for pk, _op in volgorde], PER_PAGINA).get_page(pagina)
    return _regels(door, list(deel.object_list), dagen), deel


def _regels(door: Actor, ids: list[int], dagen: Mapping[int, date]) -> list[dict[str, Any]]:
    velden = (
        "pk",
        "dossier_id",
        "inwoner_id",
        "status",
        "ontvangen_op",
        "tijdig",
        "behandelaar__naam",
        "besluit__aanvraag__product__naam",
    )
    per = {r["pk"]: r for r in Bezwaar.objects.filter(pk__in=ids).values(*velden)}
    log_inzage(door, "bezwaren", (r["dossier_id"] for r in per.values()))
    wie = namen(door, {r["inwoner_id"] for r in per.values()})
    stam, vandaag = reverse("bezwaar", args=[0]).removesuffix("0/"), klok.vandaag()
    te_laat = _("%(dag)s, na de termijn")
    return [
        {
            "url": f"{stam}{pk}/",
            "wie": wie.get(r["inwoner_id"], _("Bezwaar %(nr)s") % {"nr": pk}),
            "onder": r["besluit__aanvraag__product__naam"],
            "uiterlijk": termijn_tekst(dagen[pk], vandaag) if pk in dagen and r["status"] in LOOPT else "",
            "stand": bezwaarstatus(r["status"]),
            "behandelaar": r["behandelaar__naam"] or "",
            "ontvangen": datum_lang(r["ontvangen_op"])
            if r["tijdig"]
            else te_laat % {"dag": datum_lang(r["ontvangen_op"])},
        }
        for pk in ids
        for r in [per[pk]]
    ]

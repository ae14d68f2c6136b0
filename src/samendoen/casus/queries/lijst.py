"""The list of casussen: mine, of my team, or all that I may open."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.casus.access import leesbaar
from samendoen.casus.models import STATUSSEN, Casus, Plan, Regie
from samendoen.casus.queries.casus import STATUSVORM
from samendoen.casus.queries.mensen import namen_van_casussen
from samendoen.casus.rules import Planstatus, RedenSluiten, Status, Taakrol
from samendoen.kernel.api import Actor, klok, log_inzage
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang, status, termijn_tekst

PER_PAGINA = 50
SORTEERBAAR = {"geopend_op", "team__code", "status"}
WIE = ("mij", "team", "alle")


def casussen(
    door: Actor, filters: Mapping[str, str], orde: str, pagina: int
) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the rows of a page as ready strings, and the page; logged as one reading."""
    return _bladzijde(door, _gefilterd(leesbaar(Casus.objects.all(), door), door, filters), orde, pagina)


def casussen_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the casussen that a figure counts, as this actor may see them now, newest first; logged."""
    echt = Casus.objects.filter(voorwaarde).exclude(reden_sluiten=RedenSluiten.VERGISSING)
    return _bladzijde(door, leesbaar(echt, door), "-geopend_op", pagina)


def _bladzijde(
    door: Actor, rijen: QuerySet[Casus], orde: str, pagina: int
) -> tuple[list[dict[str, Any]], Page[Any]]:
    velden = rijen.order_by(orde, "-pk").values("id", "geopend_op", "status", "team__code")
    deel: Page[Any] = Paginator(velden, PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    ids = [r["id"] for r in ruw]
    namen, regie = namen_van_casussen(door, ids), _regisseurs(ids)
    log_inzage(door, "casussen", (dossier for _naam, dossier in namen.values()))
    terug = dict(
        Plan.objects.filter(casus__in=ids, status=Planstatus.VASTGESTELD).values_list("casus", "evaluatie_op")
    )
    teams, vandaag = teamnamen(), klok.vandaag()
    vormen = {s.value: status(STATUSVORM[s], str(naam)) for s, naam in STATUSSEN.items()}
    stam = reverse("casus", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{r['id']}/",
            "huishouden": namen[r["id"]][0] if r["id"] in namen else _("Casus %(nr)s") % {"nr": r["id"]},
            "onder": _("Casus %(nr)s") % {"nr": r["id"]},
            "regisseur": regie.get(r["id"], ""),
            "team__code": teams.get(r["team__code"], r["team__code"]),
            "geopend_op": datum_lang(r["geopend_op"]),
            "terug": _terug(terug.get(r["id"]), r["status"], vandaag),
            "status": vormen[r["status"]],
        }
        for r in ruw
    ], deel


def _gefilterd(rijen: QuerySet[Casus], door: Actor, filters: Mapping[str, str]) -> QuerySet[Casus]:
    if filters.get("wie") == "mij":
        rijen = rijen.filter(pk__in=Regie.objects.filter(gebruiker=door.id, tot=None).values("casus"))
    elif filters.get("wie") == "team":
        rijen = rijen.filter(team__groep__in=door.groepen)
    if filters.get("status") in set(Status):
        rijen = rijen.filter(status=filters["status"])
    if filters.get("team"):
        rijen = rijen.filter(team__code=filters["team"])
    return rijen


def _regisseurs(casus_ids: Sequence[int]) -> dict[int, str]:
    rijen = Regie.objects.filter(casus__in=casus_ids, rol=Taakrol.REGISSEUR).order_by("pk")
    return dict(rijen.values_list("casus_id", "gebruiker__naam")) if casus_ids else {}


def _terug(dag: Any, stand: str, vandaag: Any) -> str:
    if stand != Status.OPEN:
        return ""
    return termijn_tekst(dag, vandaag) if dag else _("Nog geen plan")

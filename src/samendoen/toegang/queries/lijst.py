"""The list of meldingen, and counts of them."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Wet, log_inzage, zichtbaar
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import datum_lang, status
from samendoen.toegang.models import KANALEN, STATUSSEN, Melding
from samendoen.toegang.rules import Status, dringend, kort

PER_PAGINA = 50
SORTEERBAAR = {"ontvangen_op", "wet", "kanaal", "status", "team__code"}
STATUSVORM = {Status.OPEN: "loopt", Status.AFGEHANDELD: "ok", Status.INGETROKKEN: "neutraal"}
TE_TRIEREN = "te_trieren"
"""Beside the statuses something to filter by: open, and nobody decided yet where it goes."""
NOG_TE_TRIEREN = Q(status=Status.OPEN, route="")
VELDEN = (
    "id", "dossier_id", "inwoner_id", "herkend", "ontvangen_op", "wet", "kanaal", "status", "route", "spoed",
    "team__code", "vraag",
)  # fmt: skip
KOPPEN = (
    ("vraag", gettext_lazy("Vraag")),
    ("ontvangen_op", gettext_lazy("Ontvangen")),
    ("team__code", gettext_lazy("Team")),
    ("wet", gettext_lazy("Kader")),
    ("status", gettext_lazy("Status")),
)
"""The columns of a list of meldingen behind a figure."""


def meldingen(
    door: Actor, filters: Mapping[str, str], orde: str, pagina: int
) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    """Return the rows of a page as ready strings, and the page; logged."""
    return _bladzijde(door, _gefilterd(zichtbaar(Melding.objects.all(), door), filters), orde, pagina)


def meldingen_achter(door: Actor, voorwaarde: Q, pagina: int) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    """Return the meldingen that a figure counts, as this actor may see them now, newest first; logged."""
    return meldingen_uit(door, Melding.objects.filter(voorwaarde), pagina)


def meldingen_uit(
    door: Actor, rijen: QuerySet[Melding], pagina: int
) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    """Return those of `rijen` that this actor may see, newest first, and the page; logged."""
    return _bladzijde(door, zichtbaar(rijen, door), "-ontvangen_op", pagina)


def _bladzijde(
    door: Actor, rijen: QuerySet[Melding], orde: str, pagina: int
) -> tuple[list[dict[str, Any]], "Page[Any]"]:
    deel: Page[Any] = Paginator(rijen.order_by(orde, "-id").values(*VELDEN), PER_PAGINA).get_page(pagina)
    ruw = list(deel.object_list)
    log_inzage(door, "meldingen", (r["dossier_id"] for r in ruw))
    wie = namen(door, {r["inwoner_id"] for r in ruw if r["herkend"]})
    teams = teamnamen()
    wetten = {wet.value: str(wet.label) for wet in Wet}
    kanalen = {kanaal.value: str(naam) for kanaal, naam in KANALEN.items()}
    stam = reverse("melding", args=[0]).removesuffix("0/")
    teksten = [
        {
            "url": f"{stam}{r['id']}/",
            "vraag": kort(r["vraag"]) or _("Melding %(nr)s") % {"nr": r["id"]},
            "onder": wie.get(r["inwoner_id"], ""),
            "ontvangen_op": datum_lang(r["ontvangen_op"]),
            "wet": wetten[r["wet"]],
            "kanaal": kanalen[r["kanaal"]],
            "team__code": teams.get(r["team__code"], r["team__code"]),
            "status": statuslabel(r["status"], r["route"], r["spoed"]),
        }
        for r in ruw
    ]
    return teksten, deel


def _gefilterd(rijen: QuerySet[Melding], filters: Mapping[str, str]) -> QuerySet[Melding]:
    gevraagd = filters.get("status", "")
    if gevraagd == TE_TRIEREN:
        rijen = rijen.filter(NOG_TE_TRIEREN)
    elif gevraagd in set(Status):
        rijen = rijen.filter(status=gevraagd)
    return rijen.filter(team__code=filters["team"]) if filters.get("team") else rijen


def statuslabel(stand: str, route: str, spoed: bool) -> SafeString:
    """Return where a melding stands as labels: urgent, still to be triaged, or its status."""
    if stand != Status.OPEN:
        return status(STATUSVORM[Status(stand)], str(STATUSSEN[Status(stand)]))
    label = status("loopt", str(STATUSSEN[Status.OPEN])) if route else status("info", _("Te triëren"))
    return mark_safe(f"{status('fout', _('Spoed'))} {label}") if dringend(spoed, route) else label


def aantallen_per_team_en_jaar() -> list[tuple[str, int, int]]:
    """Return (team code, year, number of meldingen): every one that was taken, also what was withdrawn.

    Counts of the running installation for the summary of the demo; a figure for others is `cijfers`.
    """
    per = (
        Melding.objects.values_list("team__code", "ontvangen_op__year")
        .annotate(aantal=Count("id"))
        .order_by("team__code", "ontvangen_op__year")
    )
    return list(per)

"""The list of messages: what asks attention first, then the newest. No names of people in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.berichten.access import leesbaar
from samendoen.berichten.models import STATUSSEN
from samendoen.berichten.queries import aandacht, vraagt
from samendoen.berichten.queries.woorden import soort_zin, stand_label, tegenpartij
from samendoen.berichten.rules.soorten import SOORTEN
from samendoen.kernel.api import Actor, klok
from samendoen.schil.api import dagen_over, datum_lang, status

PER_PAGINA = 50
AANDACHT = "aandacht"
ONS, HEN, RUST = 0, 1, 2
"""The order of the list: what we must do, what the provider must correct, the rest."""


def met_stand(rijen: QuerySet[Any]) -> QuerySet[Any]:
    """Return messages with what `stand_van` asks: whether we answered, whether a fault was found."""
    gevonden = Case(When(bevindingen=[], then=Value(False)), default=Value(True))
    met: QuerySet[Any] = rijen.annotate(
        met_antwoord=vraagt.is_beantwoord(),
        met_bevinding=gevonden,
        verzoek=aandacht.open_verzoek(),
    )
    return met


def berichten(
    door: Actor, filters: Mapping[str, str], namen: Mapping[str, str], pagina: int
) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return a page of the messages within sight as ready strings, and that page: two reads."""
    vandaag = klok.vandaag()
    rang = Case(
        When(aandacht.vraagt_ons(vandaag), then=Value(ONS)),
        When(aandacht.vraagt_hen(), then=Value(HEN)),
        default=Value(RUST),
        output_field=IntegerField(),
    )
    alle = _gefilterd(met_stand(leesbaar(door)).annotate(rang=rang), filters)
    # What waits longest for us stands on top; of the rest the newest.
    oudste = Case(When(rang=ONS, then="op"), default=None)
    orde = alle.order_by("rang", oudste.asc(nulls_last=True), "-op", "-pk")
    deel: Page[Any] = Paginator(orde.values(*aandacht.VELDEN, "rang"), PER_PAGINA).get_page(pagina)
    stam = reverse("bericht", args=[0]).removesuffix("0/")
    return [_rij(r, namen, stam, vandaag) for r in deel.object_list], deel


def _gefilterd(rijen: QuerySet[Any], filters: Mapping[str, str]) -> QuerySet[Any]:
    """Return the rows that fit the choices; a choice that does not exist is no choice."""
    stand = filters.get("stand", "")
    if stand == AANDACHT:
        rijen = rijen.filter(rang__lt=RUST)
    elif stand in STATUSSEN:
        rijen = rijen.filter(status=stand)
    if filters.get("soort") in SOORTEN:
        rijen = rijen.filter(soort=filters["soort"])
    if aanbieder := filters.get("aanbieder"):
        rijen = rijen.filter(Q(afzender=aanbieder) | Q(ontvanger=aanbieder))
    if van := dag_uit(filters.get("van", "")):
        rijen = rijen.filter(op__gte=klok.einde_van(van - aandacht.EEN_DAG))
    if tot := dag_uit(filters.get("tot", "")):
        rijen = rijen.filter(op__lt=klok.einde_van(tot))
    return rijen


def dag_uit(tekst: str) -> date | None:
    """Return the day that somebody filled in, None for what is none (or far outside any use)."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    return dag if 2000 <= dag.year <= 2999 else None


def _rij(r: Mapping[str, Any], namen: Mapping[str, str], stam: str, vandaag: date) -> dict[str, Any]:
    stand = aandacht.stand_van(r, vandaag)
    return {
        "url": f"{stam}{r['pk']}/",
        "bericht": soort_zin(r["soort"]),
        "onder": _("%(wie)s, %(dag)s (bericht %(nr)s)")
        % {"wie": tegenpartij(r, namen), "dag": datum_lang(aandacht.dag_van(r["op"])), "nr": r["pk"]},
        "stand": stand_label(r["status"], met_bevinding=r["met_bevinding"]),
        "wat": format_html("<strong>{}</strong>", stand.zin) if r["rang"] == ONS else stand.zin,
        "uiterlijk": uiterlijk(stand, vandaag),
    }


def uiterlijk(stand: aandacht.Stand, vandaag: date) -> SafeString | str:
    """Return the last day with the days left; what is too late has a shape and a word of its own."""
    if stand.uiterlijk is None:
        return ""
    over = dagen_over(stand.uiterlijk, vandaag)
    rest = status("fout", over) if stand.te_laat else format_html('<span class="sd-heel">({})</span>', over)
    return format_html('<span class="sd-heel">{}</span> {}', datum_lang(stand.uiterlijk), rest)

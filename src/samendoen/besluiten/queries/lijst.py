"""What waits: for a decision, a signature, an announcement, a provider. The first to be late first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events
from samendoen.besluiten.access import binnen
from samendoen.besluiten.models import Aanvraag, Besluit
from samendoen.besluiten.queries.beeld import te_wijzen_q
from samendoen.besluiten.queries.taken import TOEWIJZEN
from samendoen.besluiten.rules import Aanvraagstatus, Besluitstatus
from samendoen.inwoners.api import namen
from samendoen.kernel.api import Actor, Wet, klok, log_inzage
from samendoen.organisatie.api import teamnamen
from samendoen.schil.api import dagen_over, datum_lang, status
from samendoen.werk.api import laatste_dagen, taakregel

PER_PAGINA = 50
# step -> (what somebody must do, shape)
STAPPEN = {
    "besluiten": (gettext_lazy("Besluiten"), "loopt"),
    "meetekenen": (gettext_lazy("Meetekenen"), "waarschuwing"),
    "bekendmaken": (gettext_lazy("Bekendmaken"), "waarschuwing"),
    "toewijzen": (gettext_lazy("Toewijzen"), "info"),
}


@dataclass(frozen=True, slots=True)
class Wachtend:
    """One application that waits, before it is put in words."""

    id: int
    stap: str
    uiterlijk: date


def wachtend(door: Actor, filters: Mapping[str, str]) -> list[Wachtend]:
    """Return what waits within this actor's sight, the first to be late first: two reads."""
    rijen = binnen(_met_stap(), door)
    if filters.get("stap") in STAPPEN:
        rijen = rijen.filter(stap=filters["stap"])
    if filters.get("team"):
        rijen = rijen.filter(team__code=filters["team"])
    ruw = list(rijen.values_list("pk", "stap", "aangevraagd_op", "bekend_op"))
    dagen = laatste_dagen(events.AANVRAAG, [pk for pk, *_rest in ruw])
    toewijzen = taakregel(TOEWIJZEN).dagen("binnen_dagen")
    alle = []
    for pk, stap, aangevraagd_op, bekend_op in ruw:
        if stap == "toewijzen" and bekend_op:
            alle.append(Wachtend(pk, stap, bekend_op + toewijzen))
        else:
            alle.append(Wachtend(pk, stap, dagen.get(pk, aangevraagd_op)))
    return sorted(alle, key=lambda w: (w.uiterlijk, w.id))


def _met_stap() -> QuerySet[Any]:
    """Return the applications that wait for somebody, each with the step that comes next."""
    in_wording = Besluit.objects.filter(aanvraag=OuterRef("pk"), status=Besluitstatus.GENOMEN.value)
    geldt = Besluit.objects.filter(aanvraag=OuterRef("pk"), status=Besluitstatus.BEKENDGEMAAKT.value)
    wacht = Q(status__in=[Aanvraagstatus.INGEDIEND.value, Aanvraagstatus.BESLOTEN.value])
    toewijzen = Q(te_wijzen_q(klok.vandaag()), status=Aanvraagstatus.BEKENDGEMAAKT.value)
    ongetekend = Q(status=Aanvraagstatus.BESLOTEN.value, ongetekend=True)
    return (
        Aanvraag.objects.filter(wacht | toewijzen)
        .annotate(
            ongetekend=Subquery(
                in_wording.annotate(
                    leeg=Case(
                        When(tweede_nodig=True, tweede_door__isnull=True, then=Value(True)),
                        default=Value(False),
                    )
                ).values("leeg")[:1]
            ),
            bekend_op=Subquery(geldt.values("bekendgemaakt_op")[:1], output_field=DateField()),
        )
        .annotate(
            stap=Case(
                When(status=Aanvraagstatus.INGEDIEND.value, then=Value("besluiten")),
                When(ongetekend, then=Value("meetekenen")),
                When(status=Aanvraagstatus.BESLOTEN.value, then=Value("bekendmaken")),
                default=Value("toewijzen"),
                output_field=CharField(),
            )
        )
    )


def te_doen(door: Actor, filters: Mapping[str, str], pagina: int) -> tuple[list[dict[str, Any]], Page[Any]]:
    """Return the rows of a page as ready strings, and the page; logged."""
    deel: Page[Any] = Paginator(wachtend(door, filters), PER_PAGINA).get_page(pagina)
    wacht: list[Wachtend] = list(deel.object_list)
    rijen = Aanvraag.objects.filter(pk__in=[w.id for w in wacht]).annotate(
        geadviseerd=F("advies__gegeven_op")
    )
    per = {
        r["id"]: r
        for r in rijen.values(
            "id",
            "dossier_id",
            "inwoner_id",
            "product__naam",
            "wet",
            "team__code",
            "aangevraagd_op",
            "geadviseerd",
        )
    }
    log_inzage(door, "besluiten", (r["dossier_id"] for r in per.values()))
    wie = namen(door, {r["inwoner_id"] for r in per.values()})
    teams, wetten, vandaag = teamnamen(), {w.value: str(w.label) for w in Wet}, klok.vandaag()
    stam = reverse("aanvraag", args=[0]).removesuffix("0/")
    stappen = {code: status(vorm, str(woord)) for code, (woord, vorm) in STAPPEN.items()}
    advies = _("%(product)s (er ligt een advies)")
    return [
        {
            "url": f"{stam}{w.id}/",
            "wie": wie.get(r["inwoner_id"], _("Aanvraag %(nr)s") % {"nr": w.id}),
            "onder": advies % {"product": r["product__naam"]}
            if w.stap == "besluiten" and r["geadviseerd"]
            else r["product__naam"],
            "stap": stappen[w.stap],
            "uiterlijk": _uiterlijk(w.uiterlijk, vandaag),
            "gevraagd": datum_lang(r["aangevraagd_op"]),
            "wet": wetten[r["wet"]],
            "team": teams.get(r["team__code"], r["team__code"]),
        }
        for w in wacht
        for r in [per[w.id]]
    ], deel


def _uiterlijk(dag: date, vandaag: date) -> SafeString:
    """Return the last day with the days left; what is too late has a shape and a word of its own."""
    over = dagen_over(dag, vandaag)
    rest = status("fout", over) if dag < vandaag else format_html('<span class="sd-heel">({})</span>', over)
    return format_html('<span class="sd-heel">{}</span> {}', datum_lang(dag), rest)

"""What the pages of Koers show, as ready strings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from samendoen.beleid.access import zicht
from samendoen.beleid.models import Plan
from samendoen.beleid.queries.boom import (
    ActiviteitWaarde,
    DeelWaarde,
    DoelWaarde,
    Verwijzing,
    boom,
)
from samendoen.beleid.queries.lichten import lichtlijst, telling
from samendoen.beleid.rules import AANDACHT, Deelsoort
from samendoen.cijfers.api import nieuwste_cijfer
from samendoen.kernel.api import Actor, Domeinfout, NietGevonden, Permissie, klok
from samendoen.organisatie.api import gemeente


@dataclass(frozen=True, slots=True)
class Koers:
    """The page of a plan: one part of it as a tree."""

    plan: Plan
    delen: tuple[DeelWaarde, ...]
    deel: DeelWaarde
    themas: list[dict[str, Any]]
    telling: SafeString
    synthetisch: bool
    gediend: str


def plannen() -> list[Plan]:
    """Return the plans that were read in, by title."""
    return list(Plan.objects.order_by("titel", "code"))


def plan(code: str, alle: list[Plan]) -> Plan:
    """Return the plan with this code, the first without one. Raises NietGevonden."""
    for rij in alle:
        if code in ("", rij.code):
            return rij
    raise NietGevonden(
        "plan_onbekend",
        _("Het plan '%(code)s' is hier niet ingelezen.") % {"code": code[:60]},
        _("Kies een plan op de pagina Koers."),
    )


def elders(rij: Plan) -> str:
    """Return the municipality of a plan that is not ours, "" when it is."""
    onze = gemeente()
    return "" if onze is None or onze.naam == rij.gemeente else rij.gemeente


def koers(door: Actor, rij: Plan, deelcode: str, alleen: bool, alles_open: bool) -> Koers:
    """Return one part of a plan as a tree, the newest without a code.

    `alleen`: only what has an orange or red light, and of a policy plan the goals that such goals serve.
    """
    delen = boom(rij, klok.vandaag(), zicht(door))
    deel = next((d for d in delen if d.code == deelcode), delen[0])
    aandacht = {doel.id for d in delen for doel in d.doelen if doel.vraagt_aandacht}
    per_doel = {doel.id: doel for d in delen for doel in d.doelen}
    open_ = alles_open or alleen
    themas = []
    for thema in deel.themas:
        doelen = [d for d in thema.doelen if not alleen or _raakt(d, aandacht)]
        if doelen:
            regels = [_doelregel(door, doel, per_doel, alleen) | {"open": open_} for doel in doelen]
            themas.append({"code": thema.code, "titel": thema.titel, "doelen": regels})
    alle = [a for d in delen for a in d.activiteiten]
    getoond = list(deel.activiteiten)
    return Koers(
        plan=rij,
        delen=delen,
        deel=deel,
        themas=themas,
        telling=telling(getoond),
        synthetisch=any(a.synthetisch for a in alle),
        gediend=_gediend(deel),
    )


def _raakt(doel: DoelWaarde, aandacht: set[int]) -> bool:
    return doel.id in aandacht or any(w.id in aandacht for w in doel.gediend)


def _gediend(deel: DeelWaarde) -> str:
    """Say of a policy plan how many of its goals the agendas serve."""
    if deel.soort is not Deelsoort.BELEIDSPLAN:
        return ""
    alle = list(deel.doelen)
    return _("%(n)s van de %(alle)s doelen krijgen aandacht in een jaaragenda (onze lezing).") % {
        "n": sum(1 for doel in alle if doel.gediend),
        "alle": len(alle),
    }


def _doelregel(
    door: Actor, doel: DoelWaarde, per_doel: dict[int, DoelWaarde], alleen: bool
) -> dict[str, Any]:
    activiteiten = [a for a in doel.activiteiten if not alleen or a.kleur in AANDACHT]
    dienende = [a for w in doel.gediend for a in per_doel[w.id].activiteiten]
    return {
        "code": doel.code,
        "titel": doel.titel,
        "url": reverse("koers_doel", args=[doel.id]),
        "telling": telling(doel.activiteiten or dienende),
        "activiteiten": [activiteitregel(a) for a in activiteiten],
        "dient": verwijzingen(doel.dient),
        "gediend": verwijzingen(doel.gediend),
        "lezing": any(w.aanname for w in (*doel.dient, *doel.gediend)),
        "cijfer": cijfer(door, doel.indicator),
    }


def activiteitregel(a: ActiviteitWaarde) -> dict[str, Any]:
    """Return an activity as a list of them shows it."""
    return {
        "titel": a.titel,
        "url": reverse("koers_activiteit", args=[a.id]),
        "lichten": lichtlijst(a.lichten, a.aspecten),
        "resultaat": a.resultaat,
    }


def verwijzingen(rijen: Iterable[Verwijzing]) -> SafeString:
    """Return links to goals of another part, separated by commas."""
    return format_html_join(
        ", ",
        '<a href="{}">{} {}</a>',
        ((reverse("koers_doel", args=[w.id]), w.code, w.titel) for w in rijen),
    )


def cijfer(door: Actor, code: str) -> dict[str, str] | None:
    """Return the figure beside a goal, None when it has none or this actor may not see figures.

    The figure is of this installation's municipality, and says so.
    """
    if not code or not door.mag(Permissie.CIJFERS_ZIEN):
        return None
    try:
        gevonden = nieuwste_cijfer(door, code)
    except Domeinfout as fout:
        return {"naam": code, "waarde": "", "onder": fout.toelichting, "url": ""}
    if gevonden is None:
        return {"naam": code, "waarde": "", "onder": _("Dit cijfer wordt hier nog niet gemaakt."), "url": ""}
    onze = gemeente()
    onder = [gevonden.periode, onze.naam if onze else ""]
    if gevonden.peildatum:
        onder.append(_("stand van %(dag)s") % {"dag": gevonden.peildatum})
    return {
        "naam": gevonden.naam,
        "waarde": gevonden.waarde,
        "onder": ", ".join(deel for deel in onder if deel) if gevonden.waarde else _("Nog geen cijfer."),
        "url": reverse("indicator", args=[code]),
    }


def leeg_tekst(door: Actor) -> str:
    """Say what to do when no plan was read in."""
    if door.mag(Permissie.BELEID_BEHEREN):
        return _("Lees een plan in. Daarna staan hier de thema's, de doelen en wat er dit jaar gebeurt.")
    return _("Zodra de beleidsadviseur een plan inleest, staan hier de thema's en de doelen.")

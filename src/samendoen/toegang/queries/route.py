"""The short route of a melding: what is proposed, what was answered, and what other contexts make of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.urls import reverse

from samendoen.kernel.api import Actor, Niveau, Permissie, zichtbaar
from samendoen.toegang.definities import Korteroute, eigen_routes
from samendoen.toegang.models import Melding, Routekeuze
from samendoen.toegang.rules import Route, Status


@dataclass(frozen=True, slots=True)
class Routekern:
    """The short route of a melding: what may be applied for ("" for nothing here), where one looks, the
    answers: as (life domain, field of a finding) -> words, and in order; and the proof there is, by name and
    by code."""

    route: str
    naam: str
    product: str
    leefgebieden: tuple[str, ...]
    teksten: dict[tuple[str, str], str]
    antwoorden: tuple[str, ...]
    bewijs: tuple[str, ...]
    bewijscodes: tuple[str, ...]


def routekernen(melding_ids: Iterable[int]) -> dict[int, Routekern]:
    """Return by melding its short route; one query. For who has authorised the meldingen."""
    rijen = list(Routekeuze.objects.filter(melding__in=list(melding_ids)).exclude(route=""))
    routes = eigen_routes() if rijen else {}
    return {r.melding_id: _kern(r, routes[r.route]) for r in rijen if r.route in routes}


def _kern(rij: Routekeuze, route: Korteroute) -> Routekern:
    per: dict[tuple[str, str], str] = {}
    for vraag in route.vraag:
        tekst = rij.antwoorden.get(vraag.code, "")
        if tekst and vraag.leefgebied and vraag.veld:
            sleutel = (vraag.leefgebied, vraag.veld)
            per[sleutel] = f"{per[sleutel]}\n{tekst}" if sleutel in per else tekst
    return Routekern(
        route=route.code,
        naam=route.naam,
        product=route.product or "",
        leefgebieden=route.leefgebieden,
        teksten=per,
        antwoorden=tuple(rij.antwoorden[v.code] for v in route.vraag if rij.antwoorden.get(v.code)),
        bewijs=tuple(b.naam for b in route.bewijs if b.code in rij.bewijs),
        bewijscodes=tuple(b.code for b in route.bewijs if b.code in rij.bewijs),
    )


def bewijzen_van(route: str) -> dict[str, str]:
    """Return what proof belongs to a short route, code -> name; empty for a route that is no more."""
    gekend = eigen_routes().get(route)
    return {b.code: b.naam for b in gekend.bewijs} if gekend else {}


def voorgesteld(vraag: str) -> Korteroute | None:
    """Return the first route of which a word stands in the question; None when none does."""
    klein = vraag.casefold()
    return next((r for r in eigen_routes().values() if any(w.casefold() in klein for w in r.woorden)), None)


def keuze_van(melding_id: int) -> Routekeuze | None:
    """Return what was chosen and answered; for who has authorised the melding."""
    return Routekeuze.objects.filter(melding=melding_id).first()


def paneel(door: Actor, onderwerp_id: int) -> str:
    """Propose a short route on the page of a melding, or show what was answered; "" where neither is."""
    melding = Melding.objects.get(pk=onderwerp_id)
    schrijfbaar = zichtbaar(Melding.objects.filter(pk=onderwerp_id), door, niveau=Niveau.SCHRIJFBAAR)
    is_open = melding.status == Status.OPEN and melding.route != Route.EROPAF
    mag = is_open and door.mag(Permissie.MELDING_TRIEREN) and schrijfbaar.exists()
    rij = keuze_van(onderwerp_id)
    route = eigen_routes().get(rij.route) if rij and rij.route else None
    voorstel = voorgesteld(melding.vraag) if mag and route is None else None
    if route is None and voorstel is None:
        return ""
    antwoorden = [(v.tekst, rij.antwoorden.get(v.code, "")) for v in route.vraag] if rij and route else []
    bewijs = [(b.naam, b.code in rij.bewijs) for b in route.bewijs] if rij and route else []
    gegevens = {
        "route": route,
        "voorstel": voorstel,
        "antwoorden": antwoorden,
        "bewijs": bewijs,
        "url": reverse("melding_route", args=[onderwerp_id]) if mag else "",
        "los_url": reverse("melding_route_los", args=[onderwerp_id]) if mag and route else "",
    }
    return render_to_string("toegang/paneel_route.html", gegevens)

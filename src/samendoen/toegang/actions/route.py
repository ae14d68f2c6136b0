"""The short route of a melding: choose it and write down its answers, or let it go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    lees,
    leg_vast,
    van_onderwerp,
)
from samendoen.toegang.access import haal_op_slot
from samendoen.toegang.definities import Korteroute, eigen_routes, routehash
from samendoen.toegang.events import RouteGekozen, RouteLosgelaten
from samendoen.toegang.models import Melding, Routekeuze
from samendoen.toegang.rules import Status, vouw_route

SOORT = "toegang.melding"
LANGSTE = 2000


@dataclass(frozen=True, slots=True)
class Routeinvoer:
    """The whole of what was asked: the route, its answers by code, the codes of the proof there is."""

    melding: int
    route: str
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    bewijs: tuple[str, ...] = ()


@actie("toegang", Permissie.MELDING_TRIEREN)
def kies_routes(door: Actor, keuzes: Sequence[Routeinvoer]) -> None:
    """Choose short routes and write down what was answered; the very same again changes nothing.

    Raises NietGevonden or Geweigerd without the right on one of them; Domeinfout (with the field) for a
    melding that is not open, or a route, question or proof that does not exist. All or nothing.
    """
    meldingen = haal_op_slot(door, [k.melding for k in keuzes])
    routes, merk = eigen_routes(), routehash()
    for keuze in keuzes:
        _controleer(keuze, meldingen[keuze.melding], routes)
    staand = {r.melding_id: r for r in Routekeuze.objects.filter(melding__in=meldingen)}
    anders = []
    for keuze in keuzes:
        melding = meldingen[keuze.melding]
        rij = staand.get(melding.pk) or Routekeuze(
            melding=melding, inwoner_id=melding.inwoner_id, wet=melding.wet
        )
        antwoorden = {code: tekst.strip() for code, tekst in keuze.antwoorden.items() if tekst.strip()}
        if rij.pk and (rij.route, rij.antwoorden, rij.bewijs) == (
            keuze.route,
            antwoorden,
            list(keuze.bewijs),
        ):
            continue
        rij.antwoorden = antwoorden
        anders.append((rij, _gekozen(keuze, antwoorden, melding, merk)))
    leg_vast(door, *(vastlegging for _rij, vastlegging in anders))
    _vouw_rijen([rij for rij, _vastlegging in anders])


def _vouw_rijen(rijen: Sequence[Routekeuze]) -> None:
    """Bring rows in line with their events, and keep them."""
    per = van_onderwerp(SOORT, [rij.melding_id for rij in rijen])
    for rij in rijen:
        stand = vouw_route((g.voorgevallen_op, lees(g)) for g in per[rij.melding_id])
        assert stand is not None
        rij.route, rij.bewijs = stand.route, list(stand.bewijs)
        rij.save()


def _gekozen(keuze: Routeinvoer, antwoorden: Mapping[str, str], melding: Melding, merk: str) -> Vastlegging:
    gebeurtenis = RouteGekozen(
        route=keuze.route, definitie=merk, beantwoord=tuple(antwoorden), bewijs=keuze.bewijs
    )
    return Vastlegging(
        gebeurtenis,
        melding.pk,
        klok.vandaag(),
        dossier_id=melding.dossier_id,
        persoon_id=melding.inwoner_id,
        wet=melding.wet,
        inhoud={"woorden": "\n".join(antwoorden.values())},
    )


def _controleer(keuze: Routeinvoer, melding: Melding, routes: Mapping[str, Korteroute]) -> None:
    route = routes.get(keuze.route)
    vragen = {v.code for v in route.vraag} if route else set()
    bewijzen = {b.code for b in route.bewijs} if route else set()
    for veld, mis, wat, doe in (
        (
            "route",
            melding.status != Status.OPEN,
            _("Deze melding is niet open."),
            _("Ververs de pagina om te zien hoe de melding er nu voor staat."),
        ),
        ("route", route is None, _("Deze korte route bestaat niet."), _("Kies een route uit de lijst.")),
        (
            "route",
            not keuze.antwoorden.keys() <= vragen,
            _("Deze vraag hoort niet bij de korte route."),
            _("Ververs de pagina en beantwoord de vragen opnieuw."),
        ),
        (
            "bewijs",
            not set(keuze.bewijs) <= bewijzen,
            _("Dit bewijs hoort niet bij de korte route."),
            _("Kies uit de lijst."),
        ),
        (
            next((code for code, tekst in keuze.antwoorden.items() if len(tekst) > LANGSTE), ""),
            any(len(tekst) > LANGSTE for tekst in keuze.antwoorden.values()),
            _("Dit antwoord is te lang."),
            _("Maak de tekst korter."),
        ),
    ):
        if mis:
            raise Domeinfout(f"route_{veld}", wat, doe, veld=veld)


@actie("toegang", Permissie.MELDING_TRIEREN)
def laat_route_los(door: Actor, melding_id: int) -> None:
    """Walk the full path after all; the answers stay, and choosing the route again brings it back.

    Without a route it changes nothing. Raises NietGevonden or Geweigerd without the right on the melding.
    """
    melding = haal_op_slot(door, [melding_id])[melding_id]
    rij = Routekeuze.objects.filter(melding=melding).exclude(route="").first()
    if rij is None:
        return
    leg_vast(door, Vastlegging(RouteLosgelaten(), melding_id, klok.vandaag(), dossier_id=melding.dossier_id))
    _vouw_rijen([rij])

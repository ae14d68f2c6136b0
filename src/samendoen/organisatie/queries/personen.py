"""Reads of the screens about people: one employee, mandates, absence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.kernel import stekkers
from samendoen.kernel.api import (
    ROLNAMEN,
    Actor,
    NietGevonden,
    Permissie,
    Rol,
    groepsleden,
    klok,
    rollen_van,
    van_onderwerp,
)
from samendoen.organisatie.access import haal_medewerker
from samendoen.organisatie.events import MEDEWERKER
from samendoen.organisatie.models import BEVOEGDHEDEN, Afwezigheid, Mandaat, Medewerker, loopt_op
from samendoen.organisatie.queries.schermen import NIETS, getal, herkomst, kaders, periode, registratiezin
from samendoen.organisatie.queries.waarden import mandaatzin, mandaten_van, teamnamen, teams_bij_code
from samendoen.organisatie.rules import Bevoegdheid, Registratiestand, mag_besluiten, registratiestand
from samendoen.schil.api import datum_lang, euro

GEBEURTENISSEN = 30


@dataclass(frozen=True, slots=True)
class Medewerkerbeeld:
    """Everything that the page of one employee shows."""

    id: int
    gebruiker_id: int
    naam: str
    gebruikersnaam: str
    functie: str
    uren: str
    registratie: str
    registratiestand: Registratiestand
    rollen: list[str]
    teams: list[str]
    rolcodes: list[str]
    teamcodes: list[str]
    mandaten: list[dict[str, str]]
    afwezigheid: list[dict[str, str]]
    tijdlijn: list[dict[str, str]]


def medewerker(medewerker_id: int) -> Medewerkerbeeld:
    """Return one employee; NietGevonden for another id."""
    rij, vandaag = haal_medewerker(medewerker_id), klok.vandaag()
    bestaand = {team.groep_id: team for team in teams_bij_code(vandaag).values()}
    mijn = [bestaand[g] for g, wie in groepsleden(list(bestaand), vandaag) if wie == rij.gebruiker_id]
    rollen = sorted(rollen_van([rij.gebruiker_id], vandaag)[rij.gebruiker_id])
    return Medewerkerbeeld(
        id=rij.pk,
        gebruiker_id=rij.gebruiker_id,
        naam=rij.gebruiker.naam,
        gebruikersnaam=rij.gebruiker.gebruikersnaam,
        functie=rij.functie or NIETS,
        uren=_("%(uren)s uur per week") % {"uren": getal(rij.uren_per_week)} if rij.uren_per_week else NIETS,
        registratie=capfirst(registratiezin(rij, vandaag)),
        registratiestand=registratiestand(rij.registratie_tot, vandaag),
        rollen=[str(ROLNAMEN[rol]) for rol in rollen],
        teams=sorted(team.naam for team in mijn),
        rolcodes=[rol.value for rol in rollen],
        teamcodes=[team.code for team in mijn],
        mandaten=mandaten(_geldend(rij, rollen, [team.id for team in mijn])),
        afwezigheid=afwezigheid([rij.pk]),
        tijdlijn=_tijdlijn(rij.pk),
    )


def gegevens(medewerker_id: int) -> dict[str, Any]:
    """Return what the form about job and registration begins with."""
    rij = haal_medewerker(medewerker_id)
    velden = ("functie", "uren_per_week", "registratie", "registratienummer", "registratie_tot")
    return {veld: getattr(rij, veld) for veld in velden}


def _geldend(rij: Medewerker, rollen: Iterable[Rol], team_ids: list[int]) -> Q:
    via_rol = Q(rol__in=[rol.value for rol in rollen]) & (Q(teams__isnull=True) | Q(teams__in=team_ids))
    return (Q(medewerker_id=rij.pk) | via_rol) & loopt_op(klok.vandaag())


def _tijdlijn(medewerker_id: int) -> list[dict[str, str]]:
    rijen = van_onderwerp(MEDEWERKER, [medewerker_id]).get(medewerker_id, [])[-GEBEURTENISSEN:]
    wie = dict(
        Medewerker.objects.filter(gebruiker_id__in={rij.actor_id for rij in rijen}).values_list(
            "gebruiker_id", "gebruiker__naam"
        )
    )
    regels = []
    for rij in reversed(rijen):
        zin = stekkers.gebeurteniszin.geef(rij.soort)
        tekst = zin(rij.gegevens, {}) if zin else rij.soort
        naam = wie.get(rij.actor_id or 0, "Samendoen")
        regels.append({"datum": datum_lang(rij.voorgevallen_op), "wat": tekst, "wie": naam})
    return regels


def mandaten(welke: Q | None = None) -> list[dict[str, str]]:
    """Return mandates of today or later (or `welke`): who, what, up to which amount, from where."""
    namen, vandaag = teamnamen(), klok.vandaag()
    komend = (Q(tot__isnull=True) | Q(tot__gt=vandaag)) & ~Q(tot__isnull=False, tot=F("van"))
    rijen = Mandaat.objects.select_related("medewerker__gebruiker").prefetch_related("teams")
    stam = reverse("mandaat_intrekken", args=[0]).removesuffix("0/intrekken/")
    intrekken = _("Intrekken")
    return [
        {
            "id": str(rij.pk),
            "wie": _houder(rij),
            "actie": _doe(f"{stam}{rij.pk}/intrekken/", intrekken, _houder(rij)),
            "bevoegdheid": str(BEVOEGDHEDEN[Bevoegdheid(rij.bevoegdheid)]),
            "kaders": kaders(rij.kaders),
            "teams": ", ".join(namen[team.code] for team in rij.teams.all()) or _("alle teams"),
            "grens": _grens(rij),
            "periode": periode(rij.van, rij.tot),
            "herkomst": herkomst(rij),
        }
        for rij in rijen.filter(komend if welke is None else welke).distinct().order_by("pk")
    ]


def _houder(rij: Mandaat) -> str:
    return rij.medewerker.gebruiker.naam if rij.medewerker else str(ROLNAMEN[Rol(rij.rol)])


def _grens(rij: Mandaat) -> str:
    if rij.bevoegdheid == Bevoegdheid.ADVISEERT:
        return NIETS
    bedrag = rij.tot_bedrag_eurocent
    grens = _("zonder grens") if bedrag is None else _("tot en met %(bedrag)s") % {"bedrag": euro(bedrag)}
    return _("%(grens)s, met tweede handtekening") % {"grens": grens} if rij.tweede_handtekening else grens


def toets(gebruiker_id: int, kader: str, bedrag_eurocent: int) -> str:
    """Return in words what this user may decide today."""
    vandaag = klok.vandaag()
    return mandaatzin(mag_besluiten(mandaten_van(gebruiker_id, vandaag), kader, bedrag_eurocent, vandaag))


def mandaat(mandaat_id: int) -> dict[str, str]:
    """Return one mandate that has not ended; NietGevonden otherwise."""
    for rij in mandaten(Q(pk=mandaat_id)):
        return rij
    raise NietGevonden("niet_gevonden", _("Dit mandaat bestaat niet."), _("Ga terug naar de mandaten."))


def mijn_medewerker(door: Actor) -> Medewerker | None:
    """Return the employee behind a login, None for an account that is none."""
    return Medewerker.objects.select_related("gebruiker").filter(gebruiker_id=door.id or 0).first()


def te_melden(door: Actor) -> list[tuple[int, str]]:
    """Return whom this actor may report absent: oneself, the own teams' members, or everybody."""
    rijen = Medewerker.objects.order_by("gebruiker__naam", "pk")
    if not door.mag(Permissie.ORGANISATIE_BEHEREN):
        wie = {door.id or 0}
        if Rol.TEAMLEIDER in door.rollen:
            wie |= {lid for _groep, lid in groepsleden(list(door.groepen), klok.vandaag())}
        rijen = rijen.filter(gebruiker_id__in=wie)
    return list(rijen.values_list("pk", "gebruiker__naam"))


def vervangers(door: Actor) -> list[tuple[int, str]]:
    """Return whom this actor may choose as a substitute: colleagues of the own teams, or everybody."""
    rijen = Medewerker.objects.filter(gebruiker__is_active=True).order_by("gebruiker__naam", "pk")
    if not door.mag(Permissie.ORGANISATIE_BEHEREN) and Rol.TEAMLEIDER not in door.rollen:
        leden = {lid for _groep, lid in groepsleden(list(door.groepen), klok.vandaag())}
        rijen = rijen.filter(gebruiker_id__in=leden - {door.id})
    return list(rijen.values_list("pk", "gebruiker__naam"))


def afwezigheid(medewerker_ids: Iterable[int], *, voorbij: bool = True) -> list[dict[str, Any]]:
    """Return the absences of these employees, latest first; without what was taken back."""
    vandaag = klok.vandaag()
    rijen = Afwezigheid.objects.filter(medewerker_id__in=list(medewerker_ids)).exclude(tot=F("van"))
    rijen = rijen if voorbij else rijen.filter(Q(tot__isnull=True) | Q(tot__gt=vandaag))
    velden = rijen.order_by("-van", "-pk").values_list(
        "pk", "medewerker__gebruiker__naam", "van", "tot", "vervanger__gebruiker__naam"
    )
    stam = reverse("afwezig_terug", args=[0]).removesuffix("0/terug/")
    terug = _("Beëindigen")
    return [
        {
            "id": str(pk),
            "wie": wie,
            "van": datum_lang(van),
            "tot": datum_lang(tot) if tot else _("nog niet bekend"),
            "vervanger": vervanger or _("niemand"),
            "stand": _stand(van, tot, vandaag),
            "actie": _doe(f"{stam}{pk}/terug/", terug, wie) if tot is None or tot > vandaag else "",
        }
        for pk, wie, van, tot, vervanger in velden
    ]


def _doe(url: str, wat: str, wie: str) -> str:
    """Return a link that says to a screen reader about whom it is."""
    return format_html('<a href="{}" aria-label="{}: {}">{}</a>', url, wat, wie, wat)


def _stand(van: date, tot: date | None, dag: date) -> str:
    if tot is not None and tot <= dag:
        return _("voorbij")
    return _("loopt") if van <= dag else _("gaat nog in")

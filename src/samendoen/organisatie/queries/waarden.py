"""Values that other contexts read: teams with their names of a day, employees, mandates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext_lazy

from samendoen.kernel.api import SYSTEEM, Actor, groepsleden, klok, onthoud, rollen_van
from samendoen.kernel.definities import definitie_pad
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.organisatie.models import Gemeente, Kern, Mandaat, Medewerker, TeamNaam, loopt_op
from samendoen.organisatie.rules import Bevoegdheid, Mandaatoordeel, Mandaatwaarde, Reden
from samendoen.schil.api import euro

REDENEN = {
    Reden.BINNEN_MANDAAT: gettext_lazy("Besluit zelf: het bedrag blijft binnen de grens van %(grens)s."),
    Reden.ZONDER_GRENS: gettext_lazy("Besluit zelf: dit mandaat heeft geen grensbedrag."),
    Reden.TWEEDE_NODIG: gettext_lazy("Besluit samen met iemand die meetekent."),
    Reden.BOVEN_GRENS: gettext_lazy("Adviseert alleen: het bedrag gaat boven de grens van %(grens)s."),
    Reden.ADVISEERT: gettext_lazy("Adviseert alleen: dit mandaat geeft geen recht om te besluiten."),
    Reden.GEEN_MANDAAT: gettext_lazy("Adviseert alleen: voor dit wettelijk kader is er geen mandaat."),
}


@dataclass(frozen=True, slots=True)
class GemeenteWaarde:
    """The municipality of this database."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class TeamWaarde:
    """A team as it is called on a day. `groep_id` is the kernel's group of its members."""

    id: int
    code: str
    naam: str
    telnaam: str
    groep_id: int
    kaders: frozenset[str]
    soort: str


@dataclass(frozen=True, slots=True)
class MedewerkerWaarde:
    """An employee as colleagues know them; `id` is that of the account."""

    id: int
    naam: str
    functie: str


# Asked at every melding that is taken: written out, since composing it costs more than answering it.
_TEAMS = """
SELECT n.team_id, t.code, n.naam, t.telnaam, t.groep_id, t.kaders, t.soort
FROM organisatie_teamnaam n JOIN organisatie_team t ON t.id = n.team_id
WHERE (n.van IS NULL OR n.van <= %(dag)s) AND (n.tot IS NULL OR n.tot > %(dag)s)
  AND (t.van IS NULL OR t.van <= %(dag)s) AND (t.tot IS NULL OR t.tot > %(dag)s)
  AND (%(alle)s OR t.code = ANY(%(codes)s::text[]) OR t.groep_id = ANY(%(groepen)s::bigint[]))
ORDER BY n.team_id
"""


def gemeente() -> GemeenteWaarde | None:
    """Return the municipality, None before the import."""
    rij = Gemeente.objects.values_list("code", "naam").first()
    return GemeenteWaarde(*rij) if rij else None


def gemeentenaam() -> str:
    """Return the municipality's name, "" before the import. Kept for as long as this process lives:
    once read in, it never changes."""
    deze = vaste_gemeente()
    return deze.naam if deze else ""


def vaste_gemeente() -> GemeenteWaarde | None:
    """Return the municipality as this process remembers it, None before the import."""
    try:
        return _gemeente()
    except LookupError:
        return None


@cache
def _gemeente() -> GemeenteWaarde:
    gevonden = gemeente()
    if gevonden is None:
        raise LookupError("no municipality yet")  # not remembered: the next page asks again
    return gevonden


ALGEMEEN = "algemeen"
"""The file of a folder of definitions that holds for who has no file of its own."""


def eigen_bestand(map_: str) -> str:
    """Return the name of this municipality's file in a folder of definitions; else the general one."""
    naam = gemeentenaam().lower().replace(" ", "-")
    return naam if naam and definitie_pad(map_, f"{naam}.toml").exists() else ALGEMEEN


def vergeet_gemeentenaam() -> None:
    """Forget the municipality; only where the rows themselves are thrown away."""
    _gemeente.cache_clear()


def teams_bij_code(
    dag: date, codes: Iterable[str] | None = None, groepen: Iterable[int] = ()
) -> dict[str, TeamWaarde]:
    """Return the teams that exist on `dag` (or only those with these codes or of these groups), by code, with
    their name of that day: one query."""
    welke: dict[str, Any] = {
        "dag": dag,
        "alle": codes is None,
        "codes": sorted(set(codes or ())),
        "groepen": list(groepen),
    }
    with connection.cursor() as cursor:
        cursor.execute(_TEAMS, welke)
        rijen = cursor.fetchall()
    return {
        code: TeamWaarde(pk, code, naam, telnaam, groep, frozenset(kaders), soort)
        for pk, code, naam, telnaam, groep, kaders, soort in rijen
    }


def teams_voor_keuze(dag: date | None) -> list[tuple[str, str]]:
    """Return code and name of the teams of `dag`, or of all there ever were (None): for a choice."""
    if dag is not None:
        return [(team.code, team.naam) for team in teams_bij_code(dag).values()]
    return list(teamnamen().items())


def teamnamen(codes: Iterable[str] | None = None) -> dict[str, str]:
    """Return the name of every team (or of those with these codes) by code: today's, else its last, else its
    first one to come."""
    vandaag = klok.vandaag()
    namen: dict[str, str] = {}
    welke = TeamNaam.objects.all() if codes is None else TeamNaam.objects.filter(team__code__in=set(codes))
    rijen = welke.order_by("team_id", "van").values_list("team__code", "naam", "van")
    # NULL sorts last in PostgreSQL, but a name without a beginning is the first one.
    for code, naam, van in sorted(rijen, key=lambda rij: rij[2] or date.min):
        if code not in namen or (van or date.min) <= vandaag:
            namen[code] = naam
    volgorde = dict.fromkeys(code for code, _naam, _van in rijen)
    return {code: namen[code] for code in volgorde}


def teamnaam(code: str) -> str:
    """Return the name of one team as `teamnamen` does; its code when nobody knows it."""
    return teamnamen([code]).get(code, code)


def telnamen() -> dict[str, str]:
    """Return by code what published tables call a team; teams without such a label are left out."""
    rijen = TeamNaam.objects.exclude(team__telnaam="").order_by("team_id")
    return dict(rijen.values_list("team__code", "team__telnaam"))


def getelde_teamnamen() -> dict[str, str]:
    """Return by code how figures call a team: as published tables do, else by its own name.

    Asked once in a request: every table of a dashboard needs them.
    """
    return _getelde_teamnamen(SYSTEEM)


@onthoud
def _getelde_teamnamen(_door: Actor) -> dict[str, str]:
    return teamnamen() | {code: naam for code, naam in telnamen().items() if naam}


def medewerkers_van(groep_ids: Iterable[int]) -> list[MedewerkerWaarde]:
    """Return who is a member of one of these groups today, by name."""
    leden = {gebruiker_id for _groep, gebruiker_id in groepsleden(list(groep_ids), klok.vandaag())}
    rijen = Medewerker.objects.filter(gebruiker_id__in=leden, gebruiker__is_active=True)
    velden = rijen.order_by("gebruiker__naam", "pk").values_list("gebruiker_id", "gebruiker__naam", "functie")
    return [MedewerkerWaarde(*rij) for rij in velden]


def mandaten_van(gebruiker_id: int, dag: date) -> list[Mandaatwaarde]:
    """Return the mandates that run on `dag` for this user: personal, by role, and by role in a team."""
    rollen = rollen_van([gebruiker_id], dag)[gebruiker_id]
    teams = {t.groep_id: t.id for t in teams_bij_code(dag).values()}
    mijn = {teams[groep] for groep, wie in groepsleden(list(teams), dag) if wie == gebruiker_id}
    via_rol = Q(rol__in=[rol.value for rol in rollen]) & (Q(teams__isnull=True) | Q(teams__in=mijn))
    rijen = Mandaat.objects.filter(Q(medewerker__gebruiker_id=gebruiker_id) | via_rol, loopt_op(dag))
    return [als_waarde(rij) for rij in rijen.distinct().order_by("pk")]


def als_waarde(rij: Mandaat) -> Mandaatwaarde:
    """Return a mandate as the rule reads it."""
    return Mandaatwaarde(
        bevoegdheid=Bevoegdheid(rij.bevoegdheid),
        kaders=frozenset(rij.kaders),
        tot_bedrag_eurocent=rij.tot_bedrag_eurocent,
        tweede_handtekening=rij.tweede_handtekening,
        van=rij.van,
        tot=rij.tot,
    )


def mandaatzin(oordeel: Mandaatoordeel) -> str:
    """Return in words what somebody may do with a decision, and why."""
    grens = "" if oordeel.grens_eurocent is None else euro(oordeel.grens_eurocent)
    return str(REDENEN[oordeel.reden]) % {"grens": grens}


def leefgebieden() -> dict[str, str]:
    """Return the life domains of the municipality, code -> name in their order; {} before the import."""
    deze = vaste_gemeente()
    if deze is None:
        return {}
    return {gebied.code: gebied.naam for gebied in gemeentedefinitie(deze.code).leefgebied}


def leefgebiedvragen() -> dict[str, str]:
    """Return the opening question of each life domain, code -> plain Dutch; {} before the import."""
    deze = vaste_gemeente()
    if deze is None:
        return {}
    return {gebied.code: gebied.vraag for gebied in gemeentedefinitie(deze.code).leefgebied}


def kernen() -> dict[int, str]:
    """Return the towns and villages of the municipality by their number, in order of name."""
    return dict(Kern.objects.order_by("naam").values_list("pk", "naam"))


def contactteksten() -> dict[str, tuple[str, str]]:
    """Return by code (title, text) how residents reach somebody here; {} before the import."""
    deze = gemeente()
    if deze is None:
        return {}
    return {deel.code: (deel.titel, deel.tekst) for deel in gemeentedefinitie(deze.code).contact}

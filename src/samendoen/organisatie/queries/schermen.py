"""Reads of the screens: teams and their people, as ready strings. Only for who manages the organisation."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.kernel.api import ROLNAMEN, Wet, groepsleden, klok, rollen_van
from samendoen.organisatie.access import haal_team
from samendoen.organisatie.definities import TeamSoort
from samendoen.organisatie.models import (
    TEAMSOORTEN,
    Afwezigheid,
    Capaciteit,
    Medewerker,
    Team,
    TeamNaam,
    loopt_op,
)
from samendoen.organisatie.models.periode import Herkomst
from samendoen.organisatie.queries.waarden import TeamWaarde, teamnamen, teams_bij_code
from samendoen.organisatie.rules import Registratiestand, registratiestand
from samendoen.schil.api import aantal, datum_kort, datum_lang, status

NIETS = "–"
STANDVORM = {Registratiestand.VERLOPEN: "fout", Registratiestand.VERLOOPT: "waarschuwing"}


@dataclass(frozen=True, slots=True)
class Teambeeld:
    """Everything that the page of one team shows."""

    code: str
    naam: str
    omschrijving: str
    feiten: list[tuple[str, str]]
    namen: list[dict[str, str]]
    leden: list[dict[str, str]]
    capaciteit: list[dict[str, str]]


def getal(waarde: Decimal | None) -> str:
    """Return full-time equivalents or hours in the reader's notation: "2,78", "4"."""
    if waarde is None:
        return NIETS
    return str(number_format(f"{waarde:f}".rstrip("0").rstrip(".")))


def herkomst(rij: Herkomst) -> SafeString:
    """Return, in a word, whether something is published, assumed or entered here."""
    if rij.aanname:
        return status("waarschuwing", _("aanname"))
    return status("info", _("gepubliceerd")) if rij.bron else status("neutraal", _("eigen invoer"))


def kaders(codes: list[str]) -> str:
    """Return the names of legal frames, in the order of the law's own list."""
    return ", ".join(str(wet.label) for wet in Wet if wet.value in codes)


def periode(van: date | None, tot: date | None) -> str:
    """Return a period in words; `tot` is the first day no longer."""
    if van and tot:
        return _("%(van)s tot %(tot)s") % {"van": datum_kort(van), "tot": datum_kort(tot)}
    if van:
        return _("vanaf %(van)s") % {"van": datum_kort(van)}
    return _("tot %(tot)s") % {"tot": datum_kort(tot)} if tot else _("altijd")


def teams() -> list[dict[str, str]]:
    """Return today's teams: name, kind, number of members, own capacity."""
    vandaag = klok.vandaag()
    bestaand = teams_bij_code(vandaag)
    leden = Counter(groep for groep, _wie in groepsleden([t.groep_id for t in bestaand.values()], vandaag))
    eigen = _eigen_fte(vandaag)
    stam = reverse("team", args=["x"]).removesuffix("x/")
    return [
        {
            "url": f"{stam}{code}/",
            "naam": team.naam,
            "soort": str(TEAMSOORTEN[TeamSoort(team.soort)]),
            "leden": aantal(leden[team.groep_id]),
            "fte": eigen.get(team.id, NIETS),
        }
        for code, team in bestaand.items()
    ]


def _eigen_fte(dag: date) -> dict[int, str]:
    """Return per team what it has alone; the word "aanname" as soon as a part of it is one."""
    som: defaultdict[int, Decimal] = defaultdict(Decimal)
    aanname: set[int] = set()
    for rij in Capaciteit.objects.filter(loopt_op(dag), fte__isnull=False).prefetch_related("teams"):
        wie = [team.pk for team in rij.teams.all()]
        if len(wie) == 1:
            som[wie[0]] += rij.fte or 0
            aanname |= set(wie) if rij.aanname else set()
    return {
        team: _("%(fte)s fte (aanname)") % {"fte": getal(n)} if team in aanname else f"{getal(n)} fte"
        for team, n in som.items()
    }


def capaciteit(team_id: int | None = None) -> list[dict[str, str]]:
    """Return today's capacity, of all teams or of one: job, teams, size, where it comes from."""
    namen = teamnamen()
    rijen = Capaciteit.objects.filter(loopt_op(klok.vandaag())).order_by("functie", "pk")
    if team_id is not None:
        rijen = rijen.filter(teams=team_id)
    return [
        {
            "functie": rij.functie,
            "teams": ", ".join(namen[team.code] for team in rij.teams.all()),
            "fte": getal(rij.fte),
            "personen": aantal(rij.personen) if rij.personen else NIETS,
            "herkomst": herkomst(rij),
            "bron": rij.bron or rij.toelichting,
        }
        for rij in rijen.prefetch_related("teams")
    ]


def team(code: str) -> Teambeeld:
    """Return one team of today; NietGevonden for another code."""
    waarde = haal_team(code)
    rij = Team.objects.prefetch_related("kernen").get(pk=waarde.id)
    namen = list(TeamNaam.objects.filter(team_id=rij.pk))
    namen.sort(key=lambda naam: naam.van or date.min)
    return Teambeeld(
        code=code,
        naam=waarde.naam,
        omschrijving=rij.omschrijving,
        feiten=_teamfeiten(rij, waarde, namen),
        namen=[
            {
                "naam": naam.naam,
                "periode": capfirst(periode(naam.van, naam.tot)),
                "uitvoerder": naam.uitvoerder or _("de gemeente"),
                "herkomst": herkomst(naam),
                "toelichting": naam.bron or naam.toelichting,
            }
            for naam in namen
        ],
        leden=medewerkers([waarde.groep_id]),
        capaciteit=capaciteit(rij.pk),
    )


def _teamfeiten(rij: Team, waarde: TeamWaarde, namen: list[TeamNaam]) -> list[tuple[str, str]]:
    kernen = ", ".join(sorted(kern.naam for kern in rij.kernen.all()))
    feiten = [
        (_("Soort"), str(TEAMSOORTEN[TeamSoort(waarde.soort)])),
        (_("Wettelijke kaders"), kaders(list(waarde.kaders))),
        (_("Werkgebied"), kernen or _("De hele gemeente")),
        (_("Naam in tellingen"), waarde.telnaam),
        (_("Bron"), rij.bron or (_("Aanname") if rij.aanname else "")),
        (_("Toelichting"), rij.toelichting),
    ]
    return [(naam, tekst) for naam, tekst in feiten if tekst]


def medewerkers(groep_ids: list[int] | None = None) -> list[dict[str, str]]:
    """Return employees by name, all or the members of these groups: job, roles, teams, remarks."""
    vandaag = klok.vandaag()
    bestaand = {team.groep_id: team.naam for team in teams_bij_code(vandaag).values()}
    in_teams: defaultdict[int, list[str]] = defaultdict(list)
    for groep, wie in groepsleden(groep_ids or list(bestaand), vandaag):
        in_teams[wie].append(bestaand.get(groep, ""))
    rijen = Medewerker.objects.select_related("gebruiker").order_by("gebruiker__naam", "pk")
    if groep_ids is not None:
        rijen = rijen.filter(gebruiker_id__in=list(in_teams))
    lijst = list(rijen)
    rollen = rollen_van([rij.gebruiker_id for rij in lijst], vandaag)
    afwezig = afwezigen(vandaag)
    stam = reverse("medewerker", args=[0]).removesuffix("0/")
    return [
        {
            "url": f"{stam}{rij.pk}/",
            "naam": rij.gebruiker.naam,
            "functie": rij.functie or NIETS,
            "rollen": ", ".join(sorted(str(ROLNAMEN[rol]) for rol in rollen[rij.gebruiker_id])) or _("geen"),
            "teams": ", ".join(sorted(in_teams[rij.gebruiker_id])) or NIETS,
            "let_op": _let_op(rij, vandaag, afwezig),
        }
        for rij in lijst
    ]


def _let_op(rij: Medewerker, dag: date, afwezig: dict[int, date | None]) -> str:
    stand = registratiestand(rij.registratie_tot, dag)
    if stand in STANDVORM:
        return status(STANDVORM[stand], registratiezin(rij, dag))
    if rij.pk in afwezig:
        return status("pauze", _("afwezig"))
    return ""


def registratiezin(rij: Medewerker, dag: date) -> str:
    """Return how the professional registration stands: "SKJ verlopen op di 4 juni 2024"."""
    stand = registratiestand(rij.registratie_tot, dag)
    if stand is Registratiestand.GEEN or rij.registratie_tot is None:
        return _("geen registratie")
    zinnen = {
        Registratiestand.VERLOPEN: _("%(register)s verlopen op %(dag)s"),
        Registratiestand.VERLOOPT: _("%(register)s verloopt op %(dag)s"),
        Registratiestand.GELDIG: _("%(register)s geldig tot %(dag)s"),
    }
    return zinnen[stand] % {"register": rij.registratie.upper(), "dag": datum_lang(rij.registratie_tot)}


def afwezigen(dag: date) -> dict[int, date | None]:
    """Return by employee who is away on `dag` the first day back, if known."""
    return dict(Afwezigheid.objects.filter(loopt_op(dag)).values_list("medewerker_id", "tot"))


def aantal_verlopend() -> int:
    """Return how many employees have a registration that has expired or soon will."""
    vandaag = klok.vandaag()
    datums = Medewerker.objects.filter(registratie_tot__isnull=False).values_list(
        "registratie_tot", flat=True
    )
    return sum(registratiestand(tot, vandaag) in STANDVORM for tot in datums)

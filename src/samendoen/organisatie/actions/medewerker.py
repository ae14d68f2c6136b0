"""Use cases on an employee: account, roles, teams, registration."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Rol,
    Vastlegging,
    Wachtwoordhash,
    actie,
    beeindig_lidmaatschap,
    beeindig_rol,
    bezette_namen,
    groepsleden,
    klok,
    leg_vast,
    maak_gebruiker,
    maak_lid,
    op_beurt,
    rollen_van,
    zet_wachtwoord,
)
from samendoen.kernel.api import zet_rol as zet_rolrecht
from samendoen.organisatie.access import haal_medewerker
from samendoen.organisatie.events import (
    GegevensGewijzigd,
    InTeamGezet,
    MedewerkerGemaakt,
    RolAfgenomen,
    RolGezet,
    UitTeamGehaald,
    WachtwoordVernieuwd,
)
from samendoen.organisatie.models import REGISTRATIES, Medewerker
from samendoen.organisatie.queries import TeamWaarde, teams_bij_code

GEBRUIKERSNAAM = re.compile(r"[a-z0-9][a-z0-9._-]{1,79}")
# Without l, 1, o, 0: a password that is read out or copied from paper.
TEKENS = "abcdefghijkmnpqrstuvwxyz23456789"
# What a resident or a provider is cannot be given to an employee.
GEEN_MEDEWERKERROL = frozenset({Rol.INWONER})


@dataclass(frozen=True, slots=True)
class Registratiegegevens:
    """Job, hours and professional register. A register comes with number and end, or not at all."""

    functie: str = ""
    registratie: str = ""
    registratienummer: str = ""
    registratie_tot: date | None = None
    uren_per_week: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NieuweMedewerker:
    """An employee to be. `kenmerk` is made by the client and makes a repeat harmless.

    Without `wachtwoord` the account cannot log in by password until it is given one.
    """

    gebruikersnaam: str
    naam: str
    rollen: tuple[str, ...]
    teams: tuple[str, ...] = ()
    email: str = ""
    wachtwoord: str | Wachtwoordhash | None = None
    gegevens: Registratiegegevens = field(default_factory=Registratiegegevens)
    kenmerk: UUID = field(default_factory=uuid4)


@dataclass(frozen=True, slots=True)
class Account:
    """An employee's account; not `nieuw`: it was there already and nothing has changed."""

    gebruiker_id: int
    medewerker_id: int
    nieuw: bool


def nieuw_wachtwoord() -> str:
    """Return a random password of four groups of five characters (about 99 bits)."""
    return "-".join("".join(secrets.choice(TEKENS) for _n in range(5)) for _g in range(4))


def maak_medewerker(door: Actor, nieuw: NieuweMedewerker) -> int:
    """Make one employee; see maak_medewerkers. Return the id of the account."""
    return maak_medewerkers(door, [nieuw])[0]


def maak_medewerkers(door: Actor, nieuwe: Sequence[NieuweMedewerker]) -> list[int]:
    """Make employees; see maak_accounts. Return the ids of the accounts in the order asked."""
    return [account.gebruiker_id for account in maak_accounts(door, nieuwe)]


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def maak_accounts(door: Actor, nieuwe: Sequence[NieuweMedewerker]) -> list[Account]:
    """Make accounts with roles and teams from today; return them in the order asked.

    A known `kenmerk` gives the account that exists and changes nothing, its password neither. Raises
    Domeinfout (with the field) for a taken or impossible user name, an unknown role or team, half a
    registration.
    """
    op_beurt("organisatie.maak_accounts")
    gevraagd = Medewerker.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = {rij.kenmerk: Account(rij.gebruiker_id, rij.pk, False) for rij in gevraagd}
    te_maken = [nieuw for nieuw in nieuwe if nieuw.kenmerk not in bekend]
    teams = teams_bij_code(klok.vandaag())
    _controleer_namen(te_maken)
    for nieuw in te_maken:
        _controleer(nieuw, teams)
    rijen = Medewerker.objects.bulk_create(_rij(nieuw, teams) for nieuw in te_maken)
    vandaag = klok.vandaag()
    leg_vast(
        door,
        *(
            Vastlegging(MedewerkerGemaakt(rollen=nieuw.rollen, teams=nieuw.teams), rij.pk, vandaag)
            for rij, nieuw in zip(rijen, te_maken, strict=True)
        ),
    )
    alle = bekend | {rij.kenmerk: Account(rij.gebruiker_id, rij.pk, True) for rij in rijen}
    return [alle[nieuw.kenmerk] for nieuw in nieuwe]


def _rij(nieuw: NieuweMedewerker, teams: dict[str, TeamWaarde]) -> Medewerker:
    """Make the account with its roles and memberships, and return the row that goes with it."""
    vandaag = klok.vandaag()
    gebruiker_id = maak_gebruiker(nieuw.gebruikersnaam, nieuw.naam.strip(), nieuw.wachtwoord, nieuw.email)
    for rol in nieuw.rollen:
        zet_rolrecht(gebruiker_id, Rol(rol), vandaag)
    for code in nieuw.teams:
        maak_lid(teams[code].groep_id, gebruiker_id, vandaag)
    rij = Medewerker(kenmerk=nieuw.kenmerk, gebruiker_id=gebruiker_id)
    _neem_over(rij, nieuw.gegevens)
    return rij


def _neem_over(rij: Medewerker, gegevens: Registratiegegevens) -> None:
    rij.functie = gegevens.functie.strip()
    rij.registratie = gegevens.registratie
    rij.registratienummer = gegevens.registratienummer.strip()
    rij.registratie_tot = gegevens.registratie_tot
    rij.uren_per_week = gegevens.uren_per_week


def _controleer_namen(nieuwe: Sequence[NieuweMedewerker]) -> None:
    namen = [nieuw.gebruikersnaam for nieuw in nieuwe]
    bezet = bezette_namen(namen) | {naam for naam in namen if namen.count(naam) > 1}
    if bezet:
        raise Domeinfout(
            "gebruikersnaam_bezet",
            _("De gebruikersnaam %(naam)s is al in gebruik.") % {"naam": min(bezet)},
            _("Kies een andere gebruikersnaam."),
            veld="gebruikersnaam",
        )


def _controleer(nieuw: NieuweMedewerker, teams: dict[str, TeamWaarde]) -> None:
    if not GEBRUIKERSNAAM.fullmatch(nieuw.gebruikersnaam):
        raise Domeinfout(
            "gebruikersnaam_vorm",
            _("Deze gebruikersnaam kan niet."),
            _("Gebruik 2 tot 80 kleine letters, cijfers, punten of streepjes, zonder spatie."),
            veld="gebruikersnaam",
        )
    if not nieuw.naam.strip():
        raise Domeinfout("naam_leeg", _("De naam ontbreekt."), _("Vul de naam in."), veld="naam")
    if not nieuw.rollen:
        raise Domeinfout(
            "rol_ontbreekt",
            _("Kies minstens één rol."),
            _("Zonder rol kan iemand niets openen."),
            veld="rollen",
        )
    for rol in nieuw.rollen:
        als_rol(rol)
    for code in nieuw.teams:
        als_team(code, teams)
    controleer_gegevens(nieuw.gegevens)


def als_rol(rol: str) -> Rol:
    """Return the role of an employee with this code; Domeinfout for another."""
    if rol not in set(Rol) - GEEN_MEDEWERKERROL:
        raise Domeinfout(
            "rol_onbekend",
            _("Deze rol bestaat niet voor medewerkers."),
            _("Kies een rol uit de lijst."),
            veld="rollen",
        )
    return Rol(rol)


def als_team(code: str, teams: dict[str, TeamWaarde]) -> TeamWaarde:
    """Return the team of today with this code; Domeinfout for another."""
    if code not in teams:
        raise Domeinfout(
            "team_onbekend",
            _("Dit team bestaat vandaag niet."),
            _("Kies een team uit de lijst."),
            veld="teams",
        )
    return teams[code]


def controleer_gegevens(gegevens: Registratiegegevens) -> None:
    """Refuse half a registration and impossible hours, with the field."""
    register = (gegevens.registratie, gegevens.registratienummer.strip(), gegevens.registratie_tot)
    if any(register) and not all(register):
        raise Domeinfout(
            "registratie_half",
            _("De registratie is niet compleet."),
            _("Vul register, nummer en einddatum alle drie in, of laat ze alle drie leeg."),
            veld="registratie" if not gegevens.registratie else "registratienummer",
        )
    if gegevens.registratie and gegevens.registratie not in {r.value for r in REGISTRATIES}:
        raise Domeinfout(
            "registratie_onbekend", _("Dit register bestaat niet."), _("Kies SKJ of BIG."), veld="registratie"
        )
    uren = gegevens.uren_per_week
    if uren is not None and not 0 < uren <= 40:
        raise Domeinfout(
            "uren",
            _("Dit aantal uren kan niet."),
            _("Vul een getal tussen 0 en 40 in."),
            veld="uren_per_week",
        )


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def wijzig_gegevens(door: Actor, medewerker_id: int, gegevens: Registratiegegevens) -> None:
    """Change job, hours and registration; the same again records nothing."""
    rij = haal_medewerker(medewerker_id, op_slot=True)
    controleer_gegevens(gegevens)
    velden = Registratiegegevens.__slots__
    eerst = {veld: getattr(rij, veld) for veld in velden}
    _neem_over(rij, gegevens)
    anders = {veld for veld in velden if getattr(rij, veld) != eerst[veld]}
    if not anders:
        return
    rij.save(update_fields=sorted(anders))
    registratie = any(veld.startswith("registratie") for veld in anders)
    leg_vast(door, Vastlegging(GegevensGewijzigd(registratie=registratie), rij.pk, klok.vandaag()))


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def vernieuw_wachtwoord(door: Actor, medewerker_id: int) -> str:
    """Give the account another random password and return it: it is shown once and kept nowhere."""
    rij = haal_medewerker(medewerker_id, op_slot=True)
    wachtwoord = nieuw_wachtwoord()
    zet_wachtwoord(rij.gebruiker_id, wachtwoord)
    leg_vast(door, Vastlegging(WachtwoordVernieuwd(), rij.pk, klok.vandaag()))
    return wachtwoord


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def zet_rol(door: Actor, medewerker_id: int, rol: str) -> bool:
    """Give a role from today; return False when the employee had it already."""
    rij, welke, vandaag = haal_medewerker(medewerker_id, op_slot=True), als_rol(rol), klok.vandaag()
    if welke in rollen_van([rij.gebruiker_id], vandaag)[rij.gebruiker_id]:
        return False
    zet_rolrecht(rij.gebruiker_id, welke, vandaag)
    leg_vast(door, Vastlegging(RolGezet(rol=welke.value), rij.pk, vandaag))
    return True


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def neem_rol_af(door: Actor, medewerker_id: int, rol: str) -> bool:
    """Take a role away, as of now; return False when the employee does not have it.

    Raises Domeinfout when one would take functional management from oneself: nobody could undo it.
    """
    rij, welke, vandaag = haal_medewerker(medewerker_id, op_slot=True), als_rol(rol), klok.vandaag()
    if welke is Rol.BEHEER and door.id == rij.gebruiker_id:
        raise Domeinfout(
            "eigen_beheer",
            _("U kunt uzelf functioneel beheer niet afnemen."),
            _("Vraag een collega met deze rol."),
            veld="rollen",
        )
    if not beeindig_rol(rij.gebruiker_id, welke, vandaag):
        return False
    leg_vast(door, Vastlegging(RolAfgenomen(rol=welke.value), rij.pk, vandaag))
    return True


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def zet_in_team(door: Actor, medewerker_id: int, code: str) -> bool:
    """Make the employee a member of a team from today; return False when that was so already."""
    rij, vandaag = haal_medewerker(medewerker_id, op_slot=True), klok.vandaag()
    team = als_team(code, teams_bij_code(vandaag))
    if (team.groep_id, rij.gebruiker_id) in groepsleden([team.groep_id], vandaag):
        return False
    maak_lid(team.groep_id, rij.gebruiker_id, vandaag)
    leg_vast(door, Vastlegging(InTeamGezet(team=code), rij.pk, vandaag))
    return True


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def haal_uit_team(door: Actor, medewerker_id: int, code: str) -> bool:
    """End the membership of a team, as of now; return False when there is none."""
    rij, vandaag = haal_medewerker(medewerker_id, op_slot=True), klok.vandaag()
    team = als_team(code, teams_bij_code(vandaag))
    if not beeindig_lidmaatschap(team.groep_id, rij.gebruiker_id, vandaag):
        return False
    leg_vast(door, Vastlegging(UitTeamGehaald(team=code), rij.pk, vandaag))
    return True


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def zet_rollen_en_teams(door: Actor, medewerker_id: int, rollen: Sequence[str], teams: Sequence[str]) -> None:
    """Bring the roles and teams of an employee in line with what was chosen, in one go."""
    gebruiker_id = haal_medewerker(medewerker_id).gebruiker_id
    vandaag = klok.vandaag()
    heeft = {rol.value for rol in rollen_van([gebruiker_id], vandaag)[gebruiker_id]}
    groepen = {team.groep_id: code for code, team in teams_bij_code(vandaag).items()}
    leden = groepsleden(list(groepen), vandaag)
    lid = {groepen[groep] for groep, wie in leden if wie == gebruiker_id}
    for rol in sorted(set(rollen) - heeft):
        zet_rol(door, medewerker_id, rol)
    for rol in sorted(heeft - set(rollen)):
        neem_rol_af(door, medewerker_id, rol)
    for code in sorted(set(teams) - lid):
        zet_in_team(door, medewerker_id, code)
    for code in sorted(lid - set(teams)):
        haal_uit_team(door, medewerker_id, code)

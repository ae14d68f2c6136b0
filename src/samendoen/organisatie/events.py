"""Event kinds of organisatie. No names of employees: those stand in the rows only."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

TEAM = "organisatie.team"
MEDEWERKER = "organisatie.medewerker"
MANDAAT = "organisatie.mandaat"
AFWEZIGHEID = "organisatie.afwezigheid"


class GemeenteGeimporteerd(Gebeurtenissoort):
    """The starting data of the municipality were read in, from the definition with this hash."""

    soort = "organisatie.gemeente_geimporteerd"
    onderwerp = "organisatie.gemeente"
    gemeente: Code
    definitie: Hash
    teams: int
    kernen: int
    capaciteit: int
    mandaten: int


class TeamHernoemd(Gebeurtenissoort):
    """From the day on which it occurred a team has another name."""

    soort = "organisatie.team_hernoemd"
    onderwerp = TEAM
    team: Code


class MedewerkerGemaakt(Gebeurtenissoort):
    """Somebody got an account, with these roles and teams."""

    soort = "organisatie.medewerker_gemaakt"
    onderwerp = MEDEWERKER
    rollen: tuple[Code, ...]
    teams: tuple[Code, ...]


class WachtwoordVernieuwd(Gebeurtenissoort):
    """Functional management gave an account another password."""

    soort = "organisatie.wachtwoord_vernieuwd"
    onderwerp = MEDEWERKER


class GegevensGewijzigd(Gebeurtenissoort):
    """Job, hours or professional registration of an employee changed."""

    soort = "organisatie.gegevens_gewijzigd"
    onderwerp = MEDEWERKER
    registratie: bool


class RolGezet(Gebeurtenissoort):
    """An employee got a role."""

    soort = "organisatie.rol_gezet"
    onderwerp = MEDEWERKER
    rol: Code


class RolAfgenomen(Gebeurtenissoort):
    """An employee no longer has a role."""

    soort = "organisatie.rol_afgenomen"
    onderwerp = MEDEWERKER
    rol: Code


class InTeamGezet(Gebeurtenissoort):
    """An employee became a member of a team."""

    soort = "organisatie.in_team_gezet"
    onderwerp = MEDEWERKER
    team: Code


class UitTeamGehaald(Gebeurtenissoort):
    """An employee is no longer a member of a team."""

    soort = "organisatie.uit_team_gehaald"
    onderwerp = MEDEWERKER
    team: Code


class MandaatGegeven(Gebeurtenissoort):
    """A mandate was given to an employee or a role (exactly one). No amount means no limit, or advice."""

    soort = "organisatie.mandaat_gegeven"
    onderwerp = MANDAAT
    medewerker: int | None
    rol: Code | None
    bevoegdheid: Code
    kaders: tuple[Code, ...]
    teams: tuple[Code, ...]
    tot_bedrag_eurocent: int | None
    tweede_handtekening: bool
    van: date | None
    tot: date | None


class MandaatIngetrokken(Gebeurtenissoort):
    """A mandate ends; `tot` is the first day without it."""

    soort = "organisatie.mandaat_ingetrokken"
    onderwerp = MANDAAT
    tot: date


class AfwezigGemeld(Gebeurtenissoort):
    """An employee is away, never why. `groepen`: how many teams the substitute came into for it."""

    soort = "organisatie.afwezig_gemeld"
    onderwerp = AFWEZIGHEID
    medewerker: int
    van: date
    tot: date | None
    vervanger: int | None
    groepen: int


class AfwezigheidBeeindigd(Gebeurtenissoort):
    """An employee is back on `tot`; equal to the first day away: it was taken back."""

    soort = "organisatie.afwezigheid_beeindigd"
    onderwerp = AFWEZIGHEID
    medewerker: int
    tot: date

"""Makers of test data. Every one goes through the actions, as the product does."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.test import Client

from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    NieuwToegangstoken,
    Rol,
    actor_van,
    groepsleden,
    klok,
    maak_toegangstoken,
)
from samendoen.kernel.models import Gebruiker
from samendoen.organisatie.actions.medewerker import NieuweMedewerker, Registratiegegevens
from samendoen.organisatie.api import GemeenteWaarde, gemeente, importeer_gemeente, teams_bij_code
from samendoen.organisatie.api import maak_medewerker as maak_medewerker_actie
from samendoen.organisatie.models import Medewerker
from tests import gemeentekopie

WACHTWOORD = "een-lang-proefwachtwoord"
_nummers = count(1)


def maak_gemeente(code: str = "1961") -> GemeenteWaarde:
    """Import a municipality (Vijfheerenlanden); doing so twice changes nothing."""
    er_is = gemeente()
    if er_is and er_is.code == code:
        return er_is
    if er_is:
        importeer_gemeente(SYSTEEM, code)  # refuses: the database is another's
    gemeentekopie.lees_in(code)
    gemaakt = gemeente()
    assert gemaakt is not None
    return gemaakt


def maak_medewerker(
    rol: Rol | str | Sequence[Rol | str],
    teams: Iterable[str] = (),
    naam: str = "",
    *,
    gebruikersnaam: str = "",
    functie: str = "",
    registratie: tuple[str, str, date] | None = None,
) -> Gebruiker:
    """Make an employee with a role (or several) in teams, by code; the municipality comes along."""
    maak_gemeente()
    nummer = next(_nummers)
    rollen = [rol] if isinstance(rol, str) else list(rol)
    soort, registratienummer, tot = registratie or ("", "", None)
    nieuw = NieuweMedewerker(
        gebruikersnaam=gebruikersnaam or f"proef{nummer}",
        naam=naam or f"Proef {nummer}",
        rollen=tuple(str(r) for r in rollen),
        teams=tuple(teams),
        wachtwoord=WACHTWOORD,
        gegevens=Registratiegegevens(functie, soort, registratienummer, tot),
    )
    return Gebruiker.objects.get(pk=maak_medewerker_actie(SYSTEEM, nieuw))


def maak_systeemaccount(
    rol: Rol | str | Sequence[Rol | str] = Rol.CONSULENT, teams: Iterable[str] = (), naam: str = ""
) -> Gebruiker:
    """Make the account of another system: nobody logs in with it."""
    maak_gemeente()
    nummer = next(_nummers)
    rollen = [rol] if isinstance(rol, str) else list(rol)
    nieuw = NieuweMedewerker(
        gebruikersnaam=f"systeem{nummer}",
        naam=naam or f"Systeem {nummer}",
        rollen=tuple(str(r) for r in rollen),
        teams=tuple(teams),
    )
    return Gebruiker.objects.get(pk=maak_medewerker_actie(SYSTEEM, nieuw))


def nieuw_token(account: int, dagen: int = 30) -> NieuwToegangstoken:
    """Return a token to be made, valid for `dagen` days after today."""
    return NieuwToegangstoken(uuid4(), account, "Proefkoppeling", klok.vandaag() + timedelta(days=dagen))


@dataclass(frozen=True)
class Systeem:
    """Another system: its account, its token, and how it sends requests."""

    account: Gebruiker
    geheim: str

    def get(self, pad: str, **koppen: str) -> Any:
        """Send a GET."""
        return self._client().get(pad, headers=self._koppen(koppen))

    def post(self, pad: str, inhoud: Any, **koppen: str) -> Any:
        """Send JSON (a value, or bytes as they are)."""
        rauw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        return self._client().post(pad, rauw, content_type="application/json", headers=self._koppen(koppen))

    def _koppen(self, koppen: dict[str, str]) -> dict[str, str]:
        return {"authorization": f"Bearer {self.geheim}", **koppen}

    @staticmethod
    def _client() -> Client:
        # Strict about cross-site requests and without cookies, as another system is.
        return Client(enforce_csrf_checks=True, raise_request_exception=False)


def maak_systeem(rol: Rol | str | Sequence[Rol | str] = Rol.CONSULENT, teams: Iterable[str] = ()) -> Systeem:
    """Make another system with a valid token."""
    account = maak_systeemaccount(rol, teams)
    return Systeem(account, maak_toegangstoken(SYSTEEM, nieuw_token(account.pk)).geheim)


def actor(gebruiker: Gebruiker) -> Actor:
    """Return who acts, as a login would: with today's roles and groups."""
    return actor_van(gebruiker)


def aangemelde_client(gebruiker: Gebruiker) -> Client:
    """Return a browser in which this user is logged in."""
    client = Client()
    client.force_login(gebruiker)
    return client


def medewerker_id(gebruiker: Gebruiker) -> int:
    """Return the number of the employee behind an account, as the actions on employees take it."""
    return Medewerker.objects.get(gebruiker=gebruiker).pk


def teamcodes(gebruiker: Gebruiker, dag: date | None = None) -> set[str]:
    """Return the codes of the teams that somebody is a member of on a day (today)."""
    teams = {team.groep_id: code for code, team in teams_bij_code(dag or klok.vandaag()).items()}
    leden = groepsleden(list(teams), dag or klok.vandaag())
    return {teams[groep] for groep, wie in leden if wie == gebruiker.pk}

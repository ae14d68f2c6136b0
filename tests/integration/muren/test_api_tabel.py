"""Who may ask the API what: every URL x every role of the account, and every scope, written out.

A token stands for an account: the table is that of the screens, with one answer more: 401.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from samendoen.inwoners.api import NieuweInwoner, registreer_inwoners
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.organen import maak_gebruiker, zet_rol
from samendoen.kernel.rechten import Rol
from samendoen.kernel.toegangstokens import maak_toegangstoken
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.casusmaker import doel, maak_casus, schrijf
from tests.maak import Systeem, actor, maak_gemeente, maak_medewerker, maak_systeem, nieuw_token

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TEAM, BUREN = "gebiedsteam_leerdam", "gebiedsteam_vianen"
BSN = "123456782"
WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"


@dataclass(frozen=True)
class Ingang:
    """One operation: the roles that get in, what is sent (None: a GET), and whether it is about a dossier."""

    rollen: str
    inhoud: Callable[[], dict[str, Any]] | None = None
    op_dossier: bool = False
    goed: int = 200


INGANGEN = {
    "api_meldingen": Ingang(WERK),
    "api_melding": Ingang(WERK, op_dossier=True),
    "api_melding_nieuw": Ingang(
        "loket consulent teamleider",
        lambda: {
            "kenmerk": str(uuid4()),
            "vraag": "Een vraag",
            "kader": "wmo",
            "kanaal": "website",
            "ontvangen_op": "2024-06-03",
            "team": TEAM,
        },
        goed=201,
    ),
    "api_casus": Ingang(WERK, op_dossier=True),
    "api_meldingen_zoek": Ingang("loket consulent teamleider backoffice", lambda: {"bsn": BSN}),
}
OPENBAAR = {"openapi-json", "openapi-view"}
# The address below which all of it lies; it is no page.
STAM = {"api-root"}


def test_every_url_of_the_api_stands_in_the_table() -> None:
    alle = [p for p in get_resolver().url_patterns if isinstance(p, URLResolver)]
    [namen] = [{getattr(u, "name", "") for u in p.url_patterns} for p in alle if p.namespace == "api"]
    assert namen == {*INGANGEN, *OPENBAAR, *STAM}


@dataclass(frozen=True)
class Wereld:
    """One resident with a question, and the casus of the household."""

    melding: int
    casus: int


@pytest.fixture
def wereld() -> Wereld:
    maak_gemeente()
    inwoner = registreer_inwoners(
        SYSTEEM, [NieuweInwoner(uuid4(), achternaam="Jansen", geboortedatum=date(1950, 1, 2), bsn=BSN)]
    )[0]
    nieuw = NieuweMelding(uuid4(), "KANARIEVRAAG", "telefoon", "wmo", TEAM, VANDAAG, inwoner)
    melding = registreer_meldingen(SYSTEEM, [nieuw])[0]
    regisseur = actor(maak_medewerker(Rol.CONSULENT, [TEAM]))
    casus = maak_casus(regisseur, melding)
    schrijf(regisseur, casus, [doel(inwoner, tekst="KANARIEVRAAG")], date(2024, 9, 3))
    return Wereld(melding, casus)


def systemen(teams: list[str]) -> dict[Rol, Systeem]:
    """Give a system with a token for every role; a resident's account is no employee's."""
    return {rol: van_inwoner() if rol is Rol.INWONER else maak_systeem(rol, teams) for rol in Rol}


def van_inwoner() -> Systeem:
    nummer = maak_gebruiker(f"inwoner-{uuid4().hex[:8]}", "Proef Inwoner", None)
    zet_rol(nummer, Rol.INWONER, VANDAAG)
    token = maak_toegangstoken(SYSTEEM, nieuw_token(nummer))
    return Systeem(Gebruiker.objects.get(pk=nummer), token.geheim)


def vraag(systeem: Systeem, naam: str, wereld: Wereld) -> Any:
    ingang = INGANGEN[naam]
    nummer = wereld.casus if naam == "api_casus" else wereld.melding
    url = reverse(f"api:{naam}", args=[nummer] if ingang.op_dossier else [])
    return systeem.post(url, ingang.inhoud()) if ingang.inhoud else systeem.get(url)


@pytest.mark.parametrize(
    ("teams", "buiten"), [([TEAM], False), ([BUREN], True), ([], True)], ids=["team", "neighbours", "no team"]
)
def test_a_url_for_a_role_and_a_scope(wereld: Wereld, teams: list[str], buiten: bool) -> None:
    gebleken: dict[tuple[str, str], int] = {}
    verwacht: dict[tuple[str, str], int] = {}
    for rol, systeem in systemen(teams).items():
        for naam, ingang in INGANGEN.items():
            antwoord = vraag(systeem, naam, wereld)
            gebleken[naam, rol] = antwoord.status_code
            mag = rol.value in ingang.rollen.split()
            verwacht[naam, rol] = 403 if not mag else 404 if buiten and ingang.op_dossier else ingang.goed
            assert ("KANARIEVRAAG" in antwoord.content.decode()) <= (mag and not buiten), (naam, rol)
    assert gebleken == verwacht


@pytest.mark.parametrize("naam", INGANGEN)
def test_without_a_token_it_is_401(wereld: Wereld, naam: str) -> None:
    vreemde = Systeem(Gebruiker.objects.none().first(), "sd_niets")  # type: ignore[arg-type]
    assert vraag(vreemde, naam, wereld).status_code == 401


@pytest.mark.parametrize("naam", sorted(OPENBAAR))
def test_the_documentation_is_open(naam: str) -> None:
    assert Client().get(reverse(f"api:{naam}")).status_code == 200


@pytest.mark.parametrize("naam", ["api_meldingen", "api_melding", "api_meldingen_zoek", "api_casus"])
def test_every_answer_with_a_dossier_is_in_the_read_log(wereld: Wereld, naam: str) -> None:
    systeem = maak_systeem(Rol.CONSULENT, [TEAM])
    vraag(systeem, naam, wereld)
    regel = Inzagelogregel.objects.order_by("pk").last()
    assert regel is not None
    assert (regel.gebruiker_id, bool(regel.dossiers)) == (systeem.account.pk, True)

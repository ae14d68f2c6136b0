"""Who may open what: every URL x every role, and for what hangs on a dossier every scope, written out."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samendoen.inwoners.api import NieuweInwoner, registreer_inwoners
from samendoen.kernel import klok, kluis
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker, Groep, Inzagelogregel
from samendoen.kernel.organen import maak_gebruiker, zet_rol
from samendoen.kernel.rechten import Rol
from samendoen.kernel.toegangstokens import maak_toegangstoken
from samendoen.kernel.web import middleware
from samendoen.toegang.api import NieuweMelding, handel_melding_af, registreer_meldingen
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak, Termijn
from tests.integration.muren import adressen as bijlagen
from tests.maak import (
    WACHTWOORD,
    aangemelde_client,
    actor,
    maak_gemeente,
    maak_medewerker,
    maak_systeemaccount,
    nieuw_token,
)

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
TEAM, BUREN = "gebiedsteam_leerdam", "gebiedsteam_vianen"

WERK = "loket consulent teamleider kwaliteit backoffice leerplicht partner"
AFWEZIG = "loket consulent teamleider kwaliteit backoffice leerplicht beheer"
IEDEREEN = " ".join(Rol)
# URL name -> roles that get in. Others: 403; without login: to the login page.
VOOR_ROL = {
    "vandaag": f"{WERK} beleid",
    "taak_nieuw": "loket consulent teamleider kwaliteit backoffice",
    "meldingen": WERK,
    "melding_nieuw": "loket consulent teamleider",
    "cijfers": "teamleider beleid raad beheer",
    "indicator": "teamleider beleid raad beheer",
    "indicator_download": "teamleider beleid raad beheer",
    "indicator_zaken": "teamleider",
    "organisatie": "beheer",
    "team": "beheer",
    "team_naam": "beheer",
    "medewerkers": "beheer",
    "medewerker_nieuw": "beheer",
    "medewerker": "beheer",
    "medewerker_rollen": "beheer",
    "medewerker_gegevens": "beheer",
    "medewerker_wachtwoord": "beheer",
    "mandaten": "beheer",
    "mandaat_nieuw": "beheer",
    "mandaat_intrekken": "beheer",
    "toegangstokens": "beheer",
    "toegangstoken_nieuw": "beheer",
    "toegangstoken_intrekken": "beheer",
    "systeemaccount_nieuw": "beheer",
    "afwezig": AFWEZIG,
    "afwezig_terug": AFWEZIG,
    "account_change_password": IEDEREEN,
    "fg": "fg",
}
# Ask a figure while no snapshot has been made yet.
ZONDER_CIJFERS = {"indicator_download", "eigen_vraag_bestand"}
# URL name -> roles that get in with the team's grant on the dossier. Others: 403; out of scope: 404.
VOOR_DOSSIER = {
    "melding": WERK,
    "melding_afhandelen": "consulent teamleider",
    "melding_intrekken": "loket consulent teamleider",
    "melding_trieren": "loket consulent teamleider",
    "melding_koppelen": "loket consulent teamleider",
    "melding_brief": "loket consulent teamleider",
    "melding_brief_pdf": "loket consulent teamleider",
    "taak": WERK,
    "termijn_lopend": WERK,
}
# Idem, by POST alone.
POST_DOSSIER = {
    "melding_heropenen": "loket consulent teamleider",
    "melding_opvolgen": "loket consulent teamleider",
    "termijn_schorsen": "consulent teamleider",
    "termijn_hervatten": "consulent teamleider",
    "termijn_verdagen": "consulent teamleider",
}
# URL name -> roles that may POST; the actions behind them stand in the table of actions.
ALLEEN_POST = {
    "taak_gedaan": WERK,
    "taak_heropenen": WERK,
    "melding_herkennen": "loket consulent teamleider",
    "melding_voorstel": "loket consulent teamleider",
    "cijfers_momentopname": "beleid beheer",
}
# For everybody, also without a login.
OPENBAAR = {"voorpagina", "woordenlijst", "termijnen", "dwangsom", "gezond", "klaar", "account_login"}
# Of Django and allauth: POST for everybody, or (the gallery) closed unless DEBUG. A file of open data is for
# everybody, of what was published (test_opendata).
EIGEN_GEVAL = {"set_language", "account_logout", "account_set_password", "galerij", "opendata_bestand"}


# A context of its own file: what it adds to the tables, and the arguments of its URLs.
DELEN: dict[str, ModuleType] = {
    deel.name: importlib.import_module(f"{bijlagen.__name__}.{deel.name}")
    for deel in pkgutil.iter_modules(bijlagen.__path__)
}
for _deel in DELEN.values():
    VOOR_ROL |= _deel.VOOR_ROL
    VOOR_DOSSIER |= _deel.VOOR_DOSSIER
    POST_DOSSIER |= _deel.POST_DOSSIER
    ALLEEN_POST |= _deel.ALLEEN_POST
    OPENBAAR |= _deel.OPENBAAR


def alle_namen() -> set[str]:
    """Return the name of every URL that this installation answers; the API has its own table."""
    namen: set[str] = set()

    def loop(patronen: list[URLPattern | URLResolver]) -> None:
        for patroon in patronen:
            if isinstance(patroon, URLResolver):
                if patroon.namespace != "api":
                    loop(patroon.url_patterns)
            else:
                assert patroon.name, f"{patroon.pattern} has no name"
                namen.add(str(patroon.name))

    loop(get_resolver().url_patterns)
    return namen


def test_every_url_stands_in_the_table() -> None:
    in_tabel = {*VOOR_ROL, *VOOR_DOSSIER, *POST_DOSSIER, *ALLEEN_POST, *OPENBAAR, *EIGEN_GEVAL}
    assert alle_namen() == in_tabel


@pytest.fixture(scope="module")
def adressen(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, list[object]]]:
    """Give the arguments of every URL that takes any; each test undoes what it did to what they name."""
    with django_db_blocker.unblock(), klok.op(VANDAAG), transaction.atomic():
        kluis.vergeet_geheugen()
        yield maak_adressen()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def weigering_wordt_een_keer_getekend(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the page of a refusal in full when somebody first meets the sentence, then the sentence alone.

    Of the 3,800 answers 3,400 are such a page, of whose words only the sentence is not of the shell.
    """
    getekend: set[tuple[object, str]] = set()
    teken = render

    def een_keer(verzoek: HttpRequest, sjabloon: str, inhoud: dict[str, Any], status: int) -> HttpResponse:
        zin = f"{sjabloon}: {vars(inhoud['fout'])}" if "fout" in inhoud else ""
        if zin and (verzoek.user.pk, zin) in getekend:
            return HttpResponse(zin, status=status)
        getekend.add((verzoek.user.pk, zin))
        return teken(verzoek, sjabloon, inhoud, status=status)

    monkeypatch.setattr(middleware, "render", een_keer)


def maak_adressen() -> dict[str, list[object]]:
    """Make a melding and a clock of one team, an employee; return the arguments of the URLs."""
    from samendoen.organisatie.models import Mandaat, Medewerker

    maak_gemeente()
    baas = maak_medewerker(Rol.LOKET)
    [wie] = registreer_inwoners(SYSTEEM, [NieuweInwoner(uuid4(), "Proefpersoon", date(1964, 2, 1))])
    gewoon = NieuweMelding(uuid4(), "KANARIEVRAAG", "telefoon", "wmo", TEAM, VANDAAG, inwoner=wie)
    nieuw = [gewoon, replace(gewoon, kenmerk=uuid4())]
    melding, klaar = registreer_meldingen(SYSTEEM, nieuw)
    handel_melding_af(SYSTEEM, klaar, "onderzocht", VANDAAG)
    termijn = Termijn.objects.get(onderwerp_id=melding).pk
    medewerker = Medewerker.objects.get(gebruiker=baas).pk
    token = maak_toegangstoken(SYSTEEM, nieuw_token(maak_systeemaccount().pk)).id
    van_melding: list[object] = [melding]
    args: dict[str, list[object]] = {naam: van_melding for naam in VOOR_DOSSIER if naam.startswith("melding")}
    args |= {naam: [termijn] for naam in POST_DOSSIER if naam.startswith("termijn")}
    args["termijn_lopend"] = [termijn]
    with klok.op(VANDAAG + timedelta(days=7)):
        pas_taakregels_toe(SYSTEEM, codes=["toegang-triage"])
    args["taak"] = [Taak.objects.get().pk]
    args |= {naam: [medewerker] for naam in VOOR_ROL if naam.startswith("medewerker_")}
    for deel in DELEN.values():
        args |= deel.adressen(TEAM)
    return args | {
        "medewerker_nieuw": [],
        "medewerker": [medewerker],
        "team": [TEAM],
        "team_naam": [TEAM],
        "mandaat_intrekken": [Mandaat.objects.order_by("pk").values_list("pk", flat=True)[0]],
        "toegangstoken_intrekken": [token],
        "indicator": ["meldingen-per-team"],
        "indicator_download": ["meldingen-per-team", "json"],
        "indicator_zaken": ["meldingen-per-team"],
        "melding_heropenen": [klaar],
        "melding_opvolgen": [klaar],
        "taak_gedaan": [1],
        "taak_heropenen": [1],
    }


def klanten(teams: list[str]) -> dict[Rol, Client]:
    """Give a logged-in browser for every role; a resident is no employee and in no team."""
    return {
        rol: aangemelde_client(inwoner() if rol is Rol.INWONER else maak_medewerker(rol, teams))
        for rol in Rol
    }


def inwoner() -> Gebruiker:
    """Make the account of a resident."""
    nummer = maak_gebruiker(f"inwoner-{uuid4().hex[:8]}", "Proef Inwoner", WACHTWOORD)
    zet_rol(nummer, Rol.INWONER, VANDAAG)
    return Gebruiker.objects.get(pk=nummer)


def test_a_url_for_a_role(adressen: dict[str, list[object]]) -> None:
    gebleken: dict[tuple[str, str], int] = {}
    verwacht: dict[tuple[str, str], int] = {}
    per_rol = klanten([])
    eigen_afwezigheid = afwezigheden(per_rol)
    for naam, mogen in VOOR_ROL.items():
        for rol, klant in per_rol.items():
            args = eigen_afwezigheid.get(rol, [1]) if naam == "afwezig_terug" else adressen.get(naam, [])
            gebleken[naam, rol] = klant.get(reverse(naam, args=args)).status_code
            binnen = 400 if naam in ZONDER_CIJFERS else 200  # no snapshot has been made yet
            verwacht[naam, rol] = binnen if rol.value in mogen.split() else 403
    assert gebleken == verwacht


def afwezigheden(per_rol: dict[Rol, Client]) -> dict[Rol, list[object]]:
    """Have everybody who may report an absence do so, and give the number of each."""
    from samendoen.organisatie.actions.afwezigheid import Melding, meld_afwezig
    from samendoen.organisatie.models import Medewerker

    gemeld: dict[Rol, list[object]] = {}
    for rol in (Rol(naam) for naam in AFWEZIG.split()):
        gebruiker = Gebruiker.objects.get(pk=per_rol[rol].session["_auth_user_id"])
        medewerker = Medewerker.objects.get(gebruiker=gebruiker).pk
        gemeld[rol] = [meld_afwezig(actor(gebruiker), Melding(medewerker, VANDAAG))]
    return gemeld


# Who is in no team has less than the neighbours have: two roles show that it is no more.
@pytest.mark.parametrize(
    ("teams", "buiten", "rollen"),
    [([TEAM], False, Rol), ([BUREN], True, Rol), ([], True, [Rol.CONSULENT, Rol.BEHEER])],
    ids=["team", "neighbours", "no team"],
)
def test_a_url_on_a_dossier(
    adressen: dict[str, list[object]], teams: list[str], buiten: bool, rollen: Iterable[Rol]
) -> None:
    gebleken: dict[tuple[str, str], int] = {}
    verwacht: dict[tuple[str, str], int] = {}
    per_rol = klanten(teams)
    for rol, klant in ((rol, per_rol[rol]) for rol in rollen):
        for naam, mogen in VOOR_DOSSIER.items():
            antwoord = klant.get(reverse(naam, args=adressen[naam]))
            gebleken[naam, rol] = antwoord.status_code
            verwacht[naam, rol] = (404 if buiten else 200) if rol.value in mogen.split() else 403
            html = antwoord.content.decode(errors="replace")  # a download is no text
            assert ("KANARIEVRAAG" in html) <= (antwoord.status_code == 200)
        for naam, mogen in POST_DOSSIER.items():
            url = reverse(naam, args=adressen[naam])
            status = klant.post(url).status_code
            # Within scope an empty form is answered with what is wrong, or done: never refused.
            gebleken[naam, rol] = status if status in (403, 404) else 200
            verwacht[naam, rol] = (404 if buiten else 200) if rol.value in mogen.split() else 403
    assert gebleken == verwacht


def test_a_url_that_only_takes_a_post(adressen: dict[str, list[object]]) -> None:
    for rol, klant in klanten([TEAM]).items():
        for naam, mogen in ALLEEN_POST.items():
            url = reverse(naam, args=adressen.get(naam, []))
            mag = rol.value in mogen.split()
            assert (klant.post(url).status_code == 403) != mag, (naam, rol)
    for naam in [*ALLEEN_POST, *POST_DOSSIER]:
        assert klant.get(reverse(naam, args=adressen.get(naam, []))).status_code == 405, naam


def test_without_a_login_everything_leads_to_the_login_page(adressen: dict[str, list[object]]) -> None:
    klant = Client()
    for naam in [*VOOR_ROL, *VOOR_DOSSIER, *ALLEEN_POST, *POST_DOSSIER]:
        url = reverse(naam, args=adressen.get(naam, [1] if naam == "afwezig_terug" else []))
        for antwoord in (klant.get(url), klant.post(url)):
            assert antwoord.status_code == 302, naam
            assert antwoord["Location"].startswith("/aanmelden/?next="), naam


@pytest.mark.parametrize("naam", sorted(OPENBAAR))
def test_a_public_page_is_open(naam: str) -> None:
    assert Client().get(reverse(naam)).status_code == 200


def test_the_gallery_is_closed_outside_debug(settings: pytest.FixtureRequest) -> None:
    assert Client().get(reverse("galerij")).status_code == 404
    settings.DEBUG = True  # type: ignore[attr-defined]
    assert Client().get(reverse("galerij")).status_code == 200


@pytest.mark.parametrize(
    "naam", ["melding", "melding_brief", "melding_brief_pdf", "termijn_lopend", "vandaag", "meldingen"]
)
def test_every_page_that_shows_a_dossier_is_in_the_read_log(
    adressen: dict[str, list[object]], naam: str
) -> None:
    wie = maak_medewerker(Rol.CONSULENT, [TEAM])
    klant = aangemelde_client(wie)
    voor = Inzagelogregel.objects.count()
    klant.get(reverse(naam, args=adressen.get(naam, [])))
    [regel] = Inzagelogregel.objects.order_by("pk")[voor:]
    assert regel.gebruiker_id == wie.pk
    assert regel.dossiers
    assert Groep.objects.filter(code=TEAM).exists()

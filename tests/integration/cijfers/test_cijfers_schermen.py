"""The screens of the figures, per role."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.cijfers.models import Momentopname
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from tests.conftest import VANDAAG
from tests.integration.cijfers.conftest import Meld
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
GISTEREN = VANDAAG - timedelta(days=1)
BLAD = "/cijfers/meldingen-per-team/"
# A resident has no employee's account; test_tabellen refuses that role.
MEDEWERKERS = set(Rol) - {Rol.INWONER}


@pytest.fixture
def vastgezet(meld: Meld) -> None:
    """Freeze a few meldingen: 6 and 2 for Leerdam, 12 for the Wmo team."""
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 6)
    meld("gebiedsteam_leerdam", date(2024, 3, 1), 2)
    meld("voorzieningen", date(2024, 3, 1), 12)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)


def client(rol: Rol) -> Client:
    """Return a browser of somebody with this role."""
    return aangemelde_client(maak_medewerker(rol))


def tekst(antwoord: Any) -> str:
    """Return the page without the line breaks of its source."""
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.usefixtures("vastgezet")
def test_staff_sees_the_table_with_totals_and_how_to_read_it() -> None:
    pagina = tekst(client(Rol.BELEID).get(BLAD))
    for woord in (
        "Meldingen per team",
        "2024 (t/m mei)",
        "Leerdam",
        "Wmo consulenten",
        "Totaal",
        "zo 2 juni 2024",
        "Vanaf 1 januari 2024:",
        "casusregie",
        "redactie cijfers; Samendoen, redactie toegang",
        "Uitvoeringskader Sociaal Team Vijfheerenlanden, hoofdstuk 3, paragraaf 5",
    ):
        assert woord in pagina
    assert '<td class="utrecht-table__cell sd-getal">20</td>' in pagina
    assert '<td class="utrecht-table__cell sd-getal">2</td>' in pagina


@pytest.mark.usefixtures("vastgezet")
def test_the_council_sees_no_small_number_nor_what_gives_it_away() -> None:
    pagina = tekst(client(Rol.RAAD).get(BLAD))
    assert "1 t/m 4" in pagina
    assert '<td class="utrecht-table__cell sd-getal">2</td>' not in pagina
    assert '<td class="utrecht-table__cell sd-getal">verborgen</td>' in pagina
    assert "Dit zijn gepubliceerde cijfers" in pagina


def test_the_council_sees_what_was_published_and_not_what_was_frozen_since(meld: Meld) -> None:
    meld("gebiedsteam_leerdam", date(2024, 3, 1), 7)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    with klok.op(VANDAAG + timedelta(days=5)):
        meld("gebiedsteam_leerdam", date(2024, 6, 4), 20)
        assert not publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
        assert ">27<" in tekst(client(Rol.BELEID).get(BLAD))
        raad = client(Rol.RAAD)
        for pad in ("/cijfers/", BLAD):
            assert "zo 2 juni 2024" in tekst(raad.get(pad))
            assert ">27<" not in tekst(raad.get(pad))
        assert raad.get(f"{BLAD}?peildatum=2024-06-07").status_code == 400


@pytest.mark.usefixtures("vastgezet")
def test_the_list_shows_the_newest_figure_and_its_period() -> None:
    pagina = tekst(client(Rol.TEAMLEIDER).get("/cijfers/"))
    assert f'<a href="{BLAD}">Meldingen per team</a>' in pagina
    assert '<td class="utrecht-table__cell sd-getal">14</td>' in pagina
    assert "2024 (t/m mei)" in pagina
    assert "Maak momentopname" not in pagina


def test_the_council_sees_the_newest_figure_when_the_table_itself_gives_it(meld: Meld) -> None:
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 12)
    meld("gebiedsteam_leerdam", date(2024, 3, 1), 7)
    meld("voorzieningen", date(2024, 3, 1), 8)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    assert '<td class="utrecht-table__cell sd-getal">15</td>' in tekst(client(Rol.RAAD).get("/cijfers/"))


@pytest.mark.parametrize("pad", ["/cijfers/", BLAD])
def test_before_the_first_snapshot_the_page_says_what_will_come(pad: str) -> None:
    assert "Er zijn nog geen cijfers" in tekst(client(Rol.RAAD).get(pad))


def test_the_button_makes_the_snapshot_of_yesterday_once(meld: Meld) -> None:
    meld("voorzieningen", GISTEREN, 3)
    beleid = client(Rol.BELEID)
    assert "Maak momentopname" in tekst(beleid.get("/cijfers/"))
    eerst = tekst(beleid.post("/cijfers/momentopname/", follow=True))
    assert "De momentopname van zo 2 juni 2024 is gemaakt: 3 gegevens vastgezet." in eerst
    weer = tekst(beleid.post("/cijfers/momentopname/", follow=True))
    assert "De momentopname van zo 2 juni 2024 bestaat al" in weer
    assert Momentopname.objects.count() == 1
    gemaakt = Gebeurtenis.objects.get(soort="cijfers.momentopname_gemaakt")
    assert gemaakt.actor_soort == "gebruiker"


def test_what_goes_wrong_is_told_on_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from samendoen.cijfers.actions import bestanden

    def vol(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bestanden, "schrijf_feiten", vol)
    assert "kon niet worden weggeschreven" in tekst(
        client(Rol.BELEID).post("/cijfers/momentopname/", follow=True)
    )


@pytest.mark.usefixtures("vastgezet")
@pytest.mark.parametrize(("rol", "waarden"), [(Rol.BELEID, {"6", "2", "12"}), (Rol.RAAD, {"", "12"})])
def test_downloads_hold_what_the_screen_shows(rol: Rol, waarden: set[str]) -> None:
    browser = client(rol)
    als_csv = browser.get(f"{BLAD}download.csv")
    assert als_csv.headers["Content-Disposition"] == (
        'attachment; filename="meldingen-per-team-2024-06-02.csv"'
    )
    kop, *rijen = list(csv.reader(io.StringIO(als_csv.content.decode("utf-8-sig")), delimiter=";"))
    assert kop == ["team", "jaar", "waarde", "onderdrukt", "opmerking"]
    assert {rij[2] for rij in rijen} == waarden
    als_json = json.loads(browser.get(f"{BLAD}download.json").content)
    uit_json = {"" if rij["waarde"] is None else str(rij["waarde"]) for rij in als_json["rijen"]}
    assert (als_json["peildatum"], uit_json) == ("2024-06-02", waarden)


@pytest.mark.usefixtures("vastgezet")
@pytest.mark.parametrize(
    ("pad", "status", "zin"),
    [
        ("/cijfers/meldingen-per-taem/", 404, "meldingen-per-team"),
        (f"{BLAD}download.exe", 404, "Kies json of csv"),
        (f"{BLAD}?peildatum=morgen", 400, "geen datum"),
        (f"{BLAD}?peildatum=2024-01-01", 400, "geen momentopname gemaakt"),
        (f"{BLAD}download.csv?peildatum=2024-13-01", 400, "geen datum"),
    ],
)
def test_a_wrong_address_is_answered_in_words(pad: str, status: int, zin: str) -> None:
    antwoord = client(Rol.BELEID).get(pad)
    assert antwoord.status_code == status
    assert zin in antwoord.content.decode()


@pytest.mark.usefixtures("vastgezet")
@pytest.mark.parametrize("rol", sorted(MEDEWERKERS - {Rol.BELEID, Rol.RAAD, Rol.TEAMLEIDER, Rol.BEHEER}))
def test_other_roles_see_no_figures(rol: Rol) -> None:
    browser = client(rol)
    for pad in ("/cijfers/", BLAD, f"{BLAD}download.json", f"{BLAD}download.csv"):
        assert browser.get(pad).status_code == 403


@pytest.mark.parametrize("rol", sorted(MEDEWERKERS - {Rol.BELEID, Rol.BEHEER}))
def test_who_may_not_make_a_snapshot_is_refused(rol: Rol) -> None:
    assert client(rol).post("/cijfers/momentopname/").status_code == 403
    assert not Momentopname.objects.exists()


def test_a_visitor_is_asked_to_log_in() -> None:
    for pad in ("/cijfers/", BLAD):
        assert Client().get(pad).headers["Location"].startswith("/aanmelden/")


@pytest.mark.usefixtures("vastgezet")
def test_the_page_asks_the_database_little(django_assert_max_num_queries: Callable[[int], Any]) -> None:
    browser = client(Rol.BELEID)
    browser.get(BLAD)
    with django_assert_max_num_queries(16):
        browser.get(BLAD)

"""Residents, searching and the map in a real browser: by keyboard, without JavaScript, on every screen."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from samendoen.inwoners import api
from samendoen.kaart.api import importeer_kaart
from samendoen.kaart.models import Aanbod
from samendoen.kernel.access import Toekenning, ken_toe, open_dossiers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Grond, Niveau
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Keur, MaakPagina
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
Bekijk = Callable[..., Page]
ADRES: dict[str, Any] = {
    "straat": "Dorpsstraat",
    "huisnummer": "12",
    "postcode": "4141 AB",
    "plaats": "Leerdam",
}


@pytest.fixture
def gezin() -> dict[str, int]:
    """Give a parent and a child with two homes, and somebody else by the same name."""
    ouder, kind, vader, _naamgenoot = api.registreer_inwoners(
        SYSTEEM,
        [
            api.NieuweInwoner(
                uuid4(), "Vries", date(1985, 3, 12), "Fatima", "de", "vrouw", "123456782", **ADRES
            ),
            api.NieuweInwoner(uuid4(), "Bakker", date(2014, 5, 1), "Sam", **ADRES),
            api.NieuweInwoner(uuid4(), "Bakker", date(1983, 7, 9), "Tom", plaats="Vianen"),
            api.NieuweInwoner(uuid4(), "Vries", date(1985, 3, 12), "Karel", "de", plaats="Vianen"),
        ],
    )
    sinds = date(2012, 1, 1)
    api.vorm_huishoudens(
        SYSTEEM,
        [
            api.NieuwHuishouden(uuid4(), sinds, ((ouder, "ouder"), (kind, "kind"))),
            api.NieuwHuishouden(uuid4(), sinds, ((vader, "ouder"), (kind, "kind")), frozenset({kind})),
        ],
    )
    api.leg_gezag_vast(SYSTEEM, [api.NieuwGezag(kind, ouder, date(2014, 5, 1))])
    buur = api.NieuweRelatie(
        uuid4(), kind, "netwerk", sinds, naam="Mevrouw Pietersen", telefoon="06 12345678"
    )
    api.leg_relaties_vast(SYSTEEM, [buur])
    return {"ouder": ouder, "kind": kind}


@pytest.fixture
def bekijk(maak_pagina: MaakPagina, live_server: Any, gezin: dict[str, int]) -> Bekijk:
    """Give a maker of pages in which a professional of this family is logged in."""
    wie = maak_medewerker([Rol.CONSULENT, Rol.BEHEER], ["gebiedsteam_leerdam"])
    importeer_kaart(SYSTEEM, "1961")
    with schrijft("kernel"):
        dossiers = open_dossiers(["wmo", "jeugd"], "melding", [date(2024, 1, 1)] * 2, list(gezin.values()))
        ken_toe(
            Toekenning(d.pk, Niveau.SCHRIJFBAAR, Grond.TEAM, d.wet, gebruiker_id=wie.pk) for d in dossiers
        )
    sessie = aangemelde_client(wie).cookies["sessionid"].value

    def binnen(breedte: int = 1280, **anders: bool) -> Page:
        pagina = maak_pagina(breedte, **anders)
        pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        return pagina

    return binnen


def test_residents_search_and_map_are_accessible_and_fit_on_every_screen(
    bekijk: Bekijk, keur: Keur, gezin: dict[str, int]
) -> None:
    aanbod = Aanbod.objects.order_by("naam")[0].pk
    adressen = {
        "inwoner": f"/inwoners/{gezin['kind']}/",
        "inwoner-nieuw": "/inwoners/nieuw/",
        "inwoner-erbij": f"/inwoners/{gezin['ouder']}/huishouden/",
        "kaart": "/kaart/",
        "aanbod": f"/kaart/aanbod/{aanbod}/",
        "aanbod-wijzigen": f"/kaart/aanbod/{aanbod}/wijzigen/",
        "zoek": "/zoek/",
    }
    pagina = bekijk()
    for naam, url in adressen.items():
        pagina.goto(url)
        keur(pagina, naam if naam in {"inwoner", "kaart"} else "")
    pagina.locator("#zoek").fill("de Vries 12-03-1985")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status")).to_have_text("2 gevonden.")
    keur(pagina, "zoek")


def test_a_slash_and_arrows_lead_to_what_was_found_and_back(bekijk: Bekijk) -> None:
    pagina = bekijk()
    pagina.goto("/kaart/")
    pagina.keyboard.press("/")
    pagina.keyboard.type("de Vries 12-03-1985")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("status")).to_be_focused()
    assert pagina.url.endswith("/zoek/")
    pagina.keyboard.press("ArrowDown")
    expect(pagina.get_by_role("link", name="Fatima de Vries")).to_be_focused()
    pagina.keyboard.press("ArrowUp")
    expect(pagina.locator("#zoek")).to_be_focused()
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Fatima de Vries")
    pagina.go_back()
    expect(pagina.get_by_role("status")).to_have_text("2 gevonden.")
    pagina.keyboard.press("/")
    pagina.keyboard.type("geld")
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", name="Sociale kaart")).to_be_visible()


def test_somebody_new_is_searched_registered_and_added_without_javascript(
    bekijk: Bekijk, gezin: dict[str, int]
) -> None:
    pagina = bekijk(script=False)
    pagina.goto("/kaart/")
    pagina.get_by_label("Zoeken").fill("Jansen 09-07-1990")
    pagina.get_by_label("Zoeken").press("Enter")
    pagina.get_by_role("button", name="Inwoner inschrijven").press("Enter")
    expect(pagina.get_by_label("Achternaam")).to_have_value("Jansen")
    pagina.get_by_label("Burgerservicenummer").fill("123456783")
    pagina.get_by_role("button", name="Inschrijven").press("Enter")
    expect(pagina.get_by_role("alert")).to_contain_text("geen geldig burgerservicenummer")
    expect(pagina.locator("#id_geboortedatum")).to_have_value("1990-07-09")
    pagina.get_by_label("Burgerservicenummer").fill("")
    pagina.get_by_role("button", name="Inschrijven").press("Enter")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Ingeschreven")
    pagina.goto(f"/inwoners/{gezin['ouder']}/huishouden/")
    pagina.get_by_label("Achternaam").fill("Jansen")
    pagina.locator("#id_geboortedatum").fill("1990-07-09")
    pagina.get_by_role("button", name="Zoeken").press("Enter")
    expect(pagina.get_by_role("radio", name="Jansen, 09-07-1990")).to_be_checked()
    pagina.get_by_role("radio", name="Partner").check()
    pagina.get_by_role("button", name="Toevoegen").press("Enter")
    expect(pagina.get_by_role("status")).to_have_text("Het gezinslid is toegevoegd.")
    expect(pagina.get_by_role("row", name="Jansen Partner")).to_be_visible()

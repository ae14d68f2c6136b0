"""Addresses that nobody was given: typed over, broken off or made to break something. Never a 500."""

from urllib.parse import quote
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samendoen.kernel import klok
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
# Digits to some, no number to others; more than the database or Python takes; nothing at all.
VREEMD = ["²", "٣", "９", "-1", "0", "9" * 19, "9" * 25, "9" * 5000, "1e9", "", " ", "0x1", "None"]
VRAGEN = [
    (Rol.CONSULENT, "/meldingen/?pagina="),
    (Rol.CONSULENT, "/meldingen/?team="),
    (Rol.CONSULENT, "/vandaag/?deel=loopt&pagina="),
    (Rol.CONSULENT, "/vandaag/taken/nieuw/?dossier="),
    (Rol.BEHEER, "/organisatie/mandaten/nieuw/?medewerker="),
    (Rol.FG, "/inzage/?dossier="),
    (None, "/termijnen/?rij_erbij="),
    (None, "/termijnen/?soort=bezwaar&rij_erbij="),
]


def client_van(rol: Rol | None) -> tuple[Client, Gebruiker | None]:
    client = Client()
    if rol is None:
        return client, None
    gebruiker = maak_medewerker(rol, ["gebiedsteam_leerdam"])
    client.force_login(gebruiker, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client, gebruiker


@pytest.mark.parametrize(("rol", "begin"), VRAGEN)
@pytest.mark.parametrize("waarde", VREEMD, ids=lambda w: ascii(w)[:12])
def test_a_strange_value_in_the_address_is_passed_over(rol: Rol | None, begin: str, waarde: str) -> None:
    client, _gebruiker = client_van(rol)
    assert client.get(begin + quote(waarde)).status_code == 200


@pytest.mark.parametrize("waarde", VREEMD, ids=lambda w: ascii(w)[:12])
def test_a_strange_place_on_the_timeline_is_passed_over(waarde: str) -> None:
    client, gebruiker = client_van(Rol.CONSULENT)
    assert gebruiker is not None
    nieuw = NieuweMelding(uuid4(), "Een vraag", "telefoon", "wmo", "gebiedsteam_leerdam", klok.vandaag())
    [nummer] = registreer_meldingen(actor(gebruiker), [nieuw])
    assert client.get(reverse("melding", args=[nummer]) + "?voor=" + quote(waarde)).status_code == 200


@pytest.mark.parametrize(("rol", "begin"), VRAGEN)
def test_a_null_character_is_a_request_we_do_not_understand(rol: Rol | None, begin: str) -> None:
    client, _gebruiker = client_van(rol)
    antwoord = client.get(begin + "a%00b")
    assert antwoord.status_code == 400
    assert "Dit verzoek begrijpen we niet" in antwoord.content.decode()


@pytest.mark.parametrize("nummer", [str(2**63), "9" * 30])
def test_a_task_about_a_number_that_nothing_has_is_refused_in_the_form(nummer: str) -> None:
    client, _gebruiker = client_van(Rol.CONSULENT)
    begin = {"sleutel": uuid4(), "notitie": "x", "uiterlijk": klok.vandaag().isoformat(), "voor": "mij"}
    over = {"onderwerp_soort": "toegang.melding", "onderwerp_id": nummer}
    antwoord = client.post(reverse("taak_nieuw"), {**begin, **over})
    assert antwoord.status_code == 200
    assert "Begin opnieuw vanaf die pagina." in antwoord.content.decode()

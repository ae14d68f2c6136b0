"""A request of a provider in a real browser: from the page of its question to the answer."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from samendoen.berichten.models import Verzoek
from samendoen.berichten.post import Mappen, doe_ronde
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.rechten import Rol
from tests.berichtmaker import goud
from tests.besluitmaker import THUISHULP, maak_catalogus
from tests.browser.conftest import Keur, MaakPagina
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_consulent_answers_a_request_from_the_page_of_its_question(
    maak_pagina: MaakPagina, live_server: Any, keur: Keur, tmp_path: Path
) -> None:
    maak_catalogus()
    wie = maak_medewerker(Rol.CONSULENT, [TEAM])
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(ouder, {"bsn": "999990019"})])
    maak_casus(SYSTEEM, maak_melding(ouder), wie.pk)
    mappen = Mappen(tmp_path)
    (tmp_path / "in" / "verzoek.xml").write_bytes(goud("WMO315", Afzender=THUISHULP))
    doe_ronde(mappen)
    melding = Verzoek.objects.values_list("melding", flat=True)[0]
    pagina = maak_pagina(1280)
    sessie = aangemelde_client(wie).cookies["sessionid"].value
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    pagina.goto(f"{live_server.url}/meldingen/{melding}/")
    pagina.get_by_role("link", name="Verzoek om toewijzing van").first.click()
    keur(pagina)
    pagina.get_by_role("link", name="Neem in onderzoek").click()
    pagina.get_by_role("button", name="Neem in onderzoek").click()
    pagina.get_by_role("link", name="Wijs af").click()
    pagina.get_by_label("Waarom wijst u dit verzoek af?").select_option("4")
    pagina.get_by_role("button", name="Wijs af").click()
    expect(pagina.get_by_text("Past niet binnen het contract")).to_be_visible()
    expect(pagina.get_by_role("link", name="Wijs af")).to_have_count(0)

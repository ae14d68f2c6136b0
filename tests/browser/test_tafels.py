"""Case tables by keyboard: plan a meeting, put a casus on it, record what came of it, see it at the casus."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from samendoen.casus.models import Overleg
from samendoen.kernel import klok
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from tests.browser.conftest import Keur, MaakPagina
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_casus_goes_round_the_table(maak_pagina: MaakPagina, keur: Keur, live_server: Any) -> None:
    with klok.op(date(2024, 6, 3)):
        wie = maak_medewerker(Rol.CONSULENT, [TEAM], "Joke Jansen")
        moeder, _zoon = maak_gezin(("Fatima", date(1985, 3, 12)), ("Sami", date(2010, 1, 20)))
        casus = maak_casus(actor(wie), maak_melding(moeder))
        maak_melding(moeder, "Nog een vraag.")
    sessie = aangemelde_client(Gebruiker.objects.get(pk=wie.pk)).cookies["sessionid"].value
    pagina = maak_pagina()
    pagina.context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])

    pagina.goto("/overleg/")
    pagina.get_by_role("link", name="Plannen : Teamoverleg").press("Enter")
    pagina.get_by_label("Van welk team?").select_option(label="Gebiedsteam Leerdam")
    pagina.get_by_role("button", name="Plannen").press("Enter")
    expect(pagina.get_by_role("heading", name="Nieuwe meldingen (2)")).to_be_visible()
    nummer = Overleg.objects.get().pk

    pagina.goto(f"/casussen/{casus}/")
    pagina.get_by_role("link", name="Op de agenda zetten").press("Enter")
    pagina.get_by_label("Welk overleg?").select_option(index=1)
    pagina.get_by_label("Wat wilt u bespreken?").fill("Wie belt de school?")
    pagina.get_by_role("button", name="Op de agenda zetten").press("Enter")
    pagina.get_by_role("link", name="Teamoverleg").first.press("Enter")
    pagina.get_by_role("link", name="Bespreken").press("Enter")
    pagina.get_by_role("group", name="Uitkomst").get_by_role("radio").first.press("Space")
    pagina.get_by_label("Wat is besproken en afgesproken?").fill("Joke belt morgen.")
    pagina.get_by_role("button", name="Opslaan").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("De uitkomst is vastgelegd.")
    pagina.goto(f"/overleg/{nummer}/")
    klaar = pagina.get_by_text("1 punt besproken of verplaatst")
    expect(pagina.get_by_text("Joke belt morgen.")).to_be_visible()
    klaar.press("Enter")
    expect(pagina.get_by_text("Joke belt morgen.")).to_be_hidden()
    keur(pagina, "overleg", heel=True)
    pagina.goto(f"/casussen/{casus}/")
    expect(pagina.get_by_text("Joke belt morgen.").first).to_be_visible()

    # The next meeting is not held, and is planned again.
    with klok.op(date(2024, 6, 3)):
        pagina.goto("/overleg/nieuw/?tafel=teamoverleg")
        pagina.get_by_label("Op welke dag?").fill("2024-06-10")
        pagina.get_by_role("button", name="Plannen").press("Enter")
    pagina.get_by_role("link", name="Afzeggen").press("Enter")
    pagina.get_by_role("radio", name="Feestdag of vakantie").press("Space")
    pagina.get_by_role("button", name="Afzeggen").press("Enter")
    expect(pagina.locator("main")).to_contain_text("Dit overleg is afgezegd")
    keur(pagina)
    pagina.get_by_role("button", name="Toch weer plannen").press("Enter")
    expect(pagina.get_by_role("status")).to_contain_text("Het overleg gaat door.")

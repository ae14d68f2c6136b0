"""From a figure to what it counts: one click, live, under the own rights; others stop at the table."""

import re
from datetime import date
from html import unescape

import pytest

from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Inzagelogregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import handel_melding_af
from tests.conftest import VANDAAG
from tests.integration.cijfers.conftest import Meld
from tests.integration.cijfers.test_cijfers_schermen import client, tekst
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
BLAD = "/cijfers/meldingen-per-team/"
LEERDAM = "gebiedsteam_leerdam"


def test_a_team_leader_goes_from_a_figure_to_the_questions_of_the_own_team(meld: Meld) -> None:
    meld(LEERDAM, date(2023, 3, 1), 2, vraag="Oud")
    [eerste, *_rest] = meld(LEERDAM, date(2024, 3, 1), 3, vraag="Traplift gevraagd", kader="wmo")
    meld("voorzieningen", date(2024, 3, 1), 6, vraag="Van een ander")
    with klok.op(date(2024, 3, 15)):
        handel_melding_af(SYSTEEM, eerste, "onderzocht", date(2024, 3, 15))
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    leider = aangemelde_client(maak_medewerker(Rol.TEAMLEIDER, teams=[LEERDAM]))
    blad = tekst(leider.get(BLAD))
    [naar] = [unescape(u) for u in re.findall(r'href="([^"]*zaken/[^"]*)">3<', blad) if "team=" in u]
    assert naar == f"{BLAD}zaken/?team={LEERDAM}&jaar=2024"
    lijst = tekst(leider.get(naar))
    assert lijst.count("Traplift gevraagd") == 3
    assert "Oud" not in lijst
    assert "Het cijfer is van zo 2 juni 2024 en kan daarom anders zijn." in lijst
    assert Inzagelogregel.objects.filter(pagina="meldingen").exists()
    assert "Van een ander" not in tekst(leider.get(f"{BLAD}zaken/"))
    assert "Geen zaken gevonden" in tekst(leider.get(f"{BLAD}zaken/?team=voorzieningen"))
    duur = "/cijfers/dagen-tot-afhandeling/zaken/"
    assert tekst(leider.get(f"{duur}?jaar=2024")).count("Traplift gevraagd") == 1
    snel = "/cijfers/triage-binnen-een-week/zaken/?team=gebiedsteam_leerdam&jaar=2024"
    assert "Geen zaken gevonden" in tekst(leider.get(snel))
    assert "&amp;deel=rest" in tekst(leider.get(snel))
    assert tekst(leider.get(f"{snel}&deel=rest")).count("Traplift gevraagd") == 3
    assert leider.get(f"{BLAD}zaken/?jaar=gisteren").status_code == 400
    assert leider.get("/cijfers/dagen-tot-declaratie/zaken/").status_code == 403


@pytest.mark.parametrize("rol", [Rol.BELEID, Rol.RAAD])
def test_who_does_not_work_in_the_dossiers_stops_at_the_table(meld: Meld, rol: Rol) -> None:
    meld(LEERDAM, VANDAAG.replace(month=5), 12)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)
    browser = client(rol)
    assert "zaken/" not in tekst(browser.get(BLAD))
    assert browser.get(f"{BLAD}zaken/?team={LEERDAM}").status_code == 403

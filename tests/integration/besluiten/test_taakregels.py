"""What the night asks about provisions: before one ends, and at ages of who has one."""

from datetime import date

import pytest
from django.test import Client

from samendoen.besluiten.api import maak_bekend
from samendoen.casus.api import stel_plannen_vast
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.werk.jobs import nieuwe_dag
from samendoen.werk.models import Taak
from tests.besluitmaker import beslis, maak_catalogus, maak_geldend, vraag
from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.besluiten.conftest import Gezin
from tests.integration.besluiten.test_schermen import klant_van

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def klant(consulent: Actor) -> Client:
    return klant_van(consulent)


def test_eight_weeks_before_a_budget_ends_the_night_asks_how_to_go_on(
    gezin: Gezin, consulent: Actor, klant: Client
) -> None:
    nummer = beslis(consulent, vraag(consulent, gezin.casus, gezin.moeder), vorm="pgb", aanbieder="")
    maak_bekend(consulent, [(nummer, VANDAAG)])  # through 8 June 2025
    nachten: dict[date, int] = {}
    for dag in (date(2025, 4, 13), date(2025, 4, 14), date(2025, 4, 15), date(2025, 6, 9)):
        with klok.op(dag):
            nieuwe_dag(0)
        nachten[dag] = Taak.objects.filter(regel="voorziening-loopt-af", status="open").count()
    assert list(nachten.values()) == [0, 1, 1, 0]
    taak = Taak.objects.get(regel="voorziening-loopt-af")
    with klok.op(date(2025, 4, 14)):
        html = klant.get(f"/vandaag/taken/{taak.pk}/").content.decode()
    for woorden in ("zo 8 juni 2025", "8 weken voor het einde", "ma 14 april 2025"):
        assert woorden in html, woorden


def test_a_youngster_with_a_provision_and_no_plan_is_asked_about_too(consulent: Actor, buur: Actor) -> None:
    maak_catalogus()
    [jongere] = maak_gezin(("Mees", date(2008, 2, 17)))  # 16½ on 17 August 2024
    casus = maak_casus(consulent, maak_melding(jongere))
    maak_geldend(consulent, casus, jongere)
    for dag in (date(2024, 7, 31), date(2024, 8, 1)):
        with klok.op(dag):
            nieuwe_dag(0)
        gevraagd = Taak.objects.filter(regel="leeftijd-voorziening", status="open").count()
        assert gevraagd == (dag == date(2024, 8, 1))
    taak = Taak.objects.get(regel="leeftijd-voorziening")
    assert taak.groep is not None
    with klok.op(date(2024, 8, 1)):
        html = klant_van(consulent).get(f"/vandaag/taken/{taak.pk}/").content.decode()
        assert klant_van(buur).get(f"/vandaag/taken/{taak.pk}/").status_code == 404
    assert "za 17 augustus 2024" in html
    hulp = doel(jongere, actie("basishulp", "Wekelijks gesprek."))
    with klok.op(date(2024, 8, 2)):
        plan = schrijf(consulent, casus, [hulp], date(2025, 1, 1))
        stel_plannen_vast(consulent, [(plan, date(2024, 8, 2))])
        nieuwe_dag(0)
    stand = dict(Taak.objects.filter(sleutel__startswith="toekomstplan").values_list("regel", "status"))
    assert stand == {"leeftijd-voorziening": "vervallen", "leeftijd": "open"}

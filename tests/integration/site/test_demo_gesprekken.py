"""The demo's conversations: real messages, two sides, and one of each thing that the back office can meet."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.models import Bericht, Verzoek
from samendoen.besluiten.models import Declaratie, Levering
from samendoen.kernel.api import SYSTEEM, klok
from samendoen.kernel.rechten import Rol
from samendoen.site.demo.gesprekken import VANAF, Gesprekken
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.clientmaker import maak_clienten
from tests.democontrole import DEMO
from tests.maak import aangemelde_client, maak_gemeente, maak_medewerker


@pytest.mark.django_db
def test_a_spring_with_a_provider_leaves_something_of_everything(tmp_path: Path, settings: Any) -> None:
    settings.SAMENDOEN_BERICHTEN = tmp_path / "berichten"
    maak_gemeente()
    kantoor = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    with klok.op(VANAF):
        maak_clienten(3, date(2024, 4, 8), date(2025, 4, 7))
    gesprekken = Gesprekken(DEMO)
    gesprekken.leef(date(2024, 4, 30))
    assert set(Bericht.objects.values_list("soort", "status")) == {
        ("WMO301", "beantwoord"),
        ("WMO302", "verwerkt"),
        ("WMO305", "verwerkt"),
        ("WMO306", "aangeboden"),
    }
    gesprekken.leef(DEMO.vandaag)
    assert Counter(Bericht.objects.filter(richting="in").values_list("soort", "status")) == {
        ("WMO302", "verwerkt"): 4,  # three assignments, of which one was ended
        ("WMO305", "verwerkt"): 3,
        ("WMO307", "verwerkt"): 1,
        ("WMO317", "verwerkt"): 1,
        ("WMO323", "verwerkt"): 2,
    }
    assert Levering.objects.filter(tot__isnull=False).count() == 1
    assert [d.toegekend_eurocent > 0 for d in Declaratie.objects.all()] == [True, True]
    assert [d.betaald_eurocent for d in Declaratie.objects.order_by("pk")][1] == 0
    april = Declaratie.objects.order_by("pk")[0]
    assert april.betaald_eurocent == april.toegekend_eurocent
    assert Verzoek.objects.get().status == "ontvangen"
    gesprekken.geef_over()
    assert {pad.name for pad in tmp_path.iterdir()} == {"berichten"}
    assert (tmp_path / "berichten" / "aanbieder" / "99990001").is_dir()  # it goes on from here
    with klok.op(DEMO.vandaag):
        pas_taakregels_toe(SYSTEEM)
        regels = Taak.objects.filter(status="open", onderwerp_soort__startswith="berichten.")
        assert Counter(regels.values_list("regel", flat=True)) == {
            "declaratie-betalen": 1,
            "verzoek-beantwoorden": 1,
        }
        lijst = kantoor.get("/berichten/").content.decode()
    assert "Betaal wat is goedgekeurd" in lijst and "Beslis over dit verzoek" in lijst

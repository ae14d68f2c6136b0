"""Pulling the plug: SIGKILL at every named point of receive, process and answer; a restart shows nothing."""

import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from samendoen.berichten.transport.punten import Punt
from samendoen.besluiten.api import zet_berichtenverkeer
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.api import SYSTEEM, Rol
from tests.besluitmaker import THUISHULP, maak_catalogus, maak_geldend
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import maak_medewerker
from tests.stekkertrekker import BSN, PER_BERICHT

pytestmark = pytest.mark.volle_maat

WORTEL = Path(__file__).resolve().parents[3]
PUNTEN = 14


@pytest.mark.django_db(transaction=True)
def test_each_message_is_applied_once_and_each_answer_goes_once_wherever_the_process_dies(
    tmp_path: Path,
) -> None:
    voorzieningen = _voorzieningen()
    db = connection.settings_dict
    url = f"postgresql://{db['USER']}@/{db['NAME']}?host={db['HOST']}"
    omgeving = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.instellingen",
        "PYTHONPATH": f"{WORTEL / 'src'}:{WORTEL}",
    }
    opdracht = [sys.executable, "-m", "tests.stekkertrekker", str(tmp_path), *voorzieningen]
    klaar = subprocess.run(
        opdracht, cwd=WORTEL, env=omgeving, capture_output=True, text=True, check=False, timeout=120
    )
    assert klaar.returncode == 0, klaar.stderr
    *per_punt, laatste = [json.loads(regel) for regel in klaar.stdout.splitlines()]
    per_punt, per_bericht = per_punt[: -len(PER_BERICHT)], per_punt[-len(PER_BERICHT) :]
    gaaf, *gedood = per_punt[:-4]
    # Every place has a name, and a run passes all of them.
    assert laatste["gepasseerd"] == sorted(Punt)
    assert [rij["punt"] for rij in gedood] == list(Punt)
    assert len(gedood) == PUNTEN
    assert {rij["einde"] for rij in gedood} == {signal.SIGKILL}
    assert gaaf["binnen"] == [["", "geweigerd"], ["F0", "afgekeurd"], ["G0", "verwerkt"]]
    assert gaaf["bestanden"] == {"in": 0, "bezig": 0, "uit": 2, "archief": 2, "fout": 2}
    assert gaaf["antwoord_op"] == ["F0", "G0"]
    assert gaaf["uit"] == ["aangeboden", "aangeboden"]
    assert gaaf["namen"]
    # The start is there once, or once taken back: point by point.
    staand = [rij.pop("leveringen") for rij in (gaaf, *gedood)]
    assert staand == [[n // 2 + 1, (n + 1) % 2] for n in range(PUNTEN + 1)]
    for nummer, rij in enumerate(gedood, 1):
        zelfde = json.dumps({**gaaf, "punt": rij["punt"], "einde": rij["einde"]})
        assert rij == json.loads(zelfde.replace("G0", f"G{nummer}").replace("F0", f"F{nummer}"))
    for rij in per_punt[-4:]:
        assert (rij["einde"], rij["uit"], rij["namen"]) == (signal.SIGKILL, ["aangeboden"], True)
        assert rij["bestanden"] == {"in": 0, "bezig": 0, "uit": 1, "archief": 0, "fout": 0}
        assert rij["gebeurtenissen"]["berichten.bericht_klaargezet"] == 1

    _keur_per_bericht(per_bericht)


def _keur_per_bericht(per_punt: list[dict[str, Any]]) -> None:
    """An invoice, a wish and a referral: a process died in each at each point, each counts once."""
    soorten = (("323", "325"), ("317", "318"), ("315", "316"))
    for nummer, rij in enumerate(per_punt, 1):
        assert rij["punt"] == list(PER_BERICHT)[nummer - 1]
        assert rij["einden"] == [signal.SIGKILL] * 3
        assert rij["klaar"] == ([1, 2, 3] if rij["punt"] == "verwerkt" else [0, 1, 2])
        een, weer = rij["eerst"], rij["daarna"]
        goed = [
            *([f"WMO{vraag}", "verwerkt"] for vraag, _antwoord in soorten),
            *([f"WMO{antwoord}", "aangeboden"] for _vraag, antwoord in soorten),
        ]
        assert een["berichten"] == sorted(goed)
        assert een["namen"] == sorted(f"WMO{antwoord}" for _vraag, antwoord in soorten)
        assert een["verzoeken"] == [["WMO315", "ontvangen"], ["WMO317", "ontvangen"]]
        assert (een["meldingen"], een["alle_meldingen"], een["regels"]) == (1, nummer, nummer)
        assert een["declaraties"] == [21600] * nummer
        # The very same once more: the same answers, nothing else.
        dubbel = [[f"WMO{vraag}", "dubbel"] for vraag, _antwoord in soorten]
        assert weer == een | {"berichten": sorted(goed + dubbel)}


def _voorzieningen() -> list[str]:
    """Make five clients, each with help that is not assigned yet, at a provider that gets messages."""
    maak_catalogus()
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, date(2024, 6, 3))])
    regisseur = maak_medewerker(Rol.CONSULENT, [TEAM]).pk
    gemaakt = []
    for bsn in BSN:
        [persoon] = maak_gezin(("Anna", date(1950, 1, 1)))
        wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": bsn})])
        casus = maak_casus(SYSTEEM, maak_melding(persoon), regisseur)
        gemaakt.append(str(maak_geldend(SYSTEEM, casus, persoon)))
    return gemaakt

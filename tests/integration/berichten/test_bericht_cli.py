"""The command `bericht verwerk`, as contract 09 has it."""

import json
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.actions import verwerking
from samendoen.berichten.actions.verkeer import Ronde, doe_ronde
from samendoen.berichten.models import Bericht
from samendoen.berichten.transport.mappen import MAPPEN, Mappen
from samendoen.kernel.models import Gebeurtenis
from samendoen.site.cli import voer_uit
from tests.berichten.aanvallen import leg_in
from tests.berichtmaker import goud
from tests.maak import maak_gemeente


@pytest.mark.django_db(transaction=True)
def test_a_file_is_processed_answered_and_told_in_json(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_gemeente()
    settings.SAMENDOEN_BERICHTEN = tmp_path / "berichten"

    def verwerk(inhoud: bytes, *woorden: str) -> tuple[int, str, str]:
        (tmp_path / "a b.xml").write_bytes(inhoud)
        code = voer_uit(["bericht", "verwerk", str(tmp_path / "a b.xml"), *woorden])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    # Nothing was assigned: level 3 says so, class by class.
    start = goud("WMO305", BerichtIdentificatie={"Identificatie": "ST24-31", "Dagtekening": "2024-06-03"})
    start = start.replace(b"2024-06-1", b"2024-05-1")
    code, uit, _fout = verwerk(start, "--json")
    antwoord = json.loads(uit)
    assert (code, antwoord["soort"], antwoord["status"]) == (1, "WMO305", "afgekeurd")
    assert antwoord["bevindingen"][0].keys() == {"niveau", "regel", "pad", "melding"}
    assert antwoord["bevindingen"][0]["niveau"] == 3
    pad = Path(antwoord["antwoord"])
    assert (pad.parent, pad.exists()) == (tmp_path / "berichten" / "uit", True)
    # Again: the same answer.
    assert json.loads(verwerk(start, "--json")[1]) == {
        "soort": "WMO305",
        "bevindingen": [],
        "antwoord": str(pad),
        "status": "dubbel",
    }
    # Nothing found.
    monkeypatch.setattr(verwerking, "toets_verkeer", lambda *_: ())
    kop = {"Identificatie": "ST24-32", "Dagtekening": "2024-06-12"}
    code, uit, fout = verwerk(goud("WMO305", BerichtIdentificatie=kop))
    assert (code, uit) == (0, "")
    assert fout.startswith("WMO305: verwerkt.\nAntwoord: ")
    # Not to be read at all: no answer, and why is in fout/.
    code, uit, _fout = verwerk(b"<Bericht/>", "--json")
    assert json.loads(uit)["antwoord"] is None
    assert (code, json.loads(uit)["status"]) == (1, "geweigerd")
    assert len(list((tmp_path / "berichten" / "fout").iterdir())) == 2


@pytest.mark.django_db(transaction=True)
def test_a_file_that_means_harm_is_refused_and_changes_nothing(
    tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """By hand and through the folder, bare and in envelopes: what is left is that it came, and why not."""
    maak_gemeente()
    settings.SAMENDOEN_BERICHTEN = tmp_path / "berichten"
    post = Mappen(tmp_path / "berichten")
    paden = leg_in(tmp_path)
    for pad in paden:
        code = voer_uit(["bericht", "verwerk", str(pad), "--json"])
        uit = capsys.readouterr()
        antwoord = json.loads(uit.out)
        assert (code, antwoord["status"], antwoord["antwoord"]) == (1, "geweigerd", None), (pad, uit)
        assert antwoord["bevindingen"][0]["melding"][-1] == "."
        pad.rename(tmp_path / "berichten" / "in" / pad.name)
    settings.SAMENDOEN_BERICHTEN_VORM = "ggk0210"
    aantal = len(paden)
    assert doe_ronde(post) == Ronde(aantal, aantal, aantal)
    assert set(Bericht.objects.values_list("richting", "status")) == {("in", "geweigerd")}
    assert Bericht.objects.count() == 2 * aantal
    gebeurd = Gebeurtenis.objects.filter(soort__startswith="berichten.").values_list("soort", flat=True)
    assert set(gebeurd) == {"berichten.bericht_ontvangen", "berichten.bericht_verwerkt"}
    over = {map_: len(list((tmp_path / "berichten" / map_).iterdir())) for map_ in MAPPEN}
    assert over == {"in": 0, "bezig": 0, "uit": 0, "archief": 0, "fout": 4 * aantal}

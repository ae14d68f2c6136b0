"""What goes outside of a lake: what each municipality published itself, hidden cells and all."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samendoen.cijfers.api import maak_momentopname, openbaar_meer, publiceer, waarde_van
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.rechten import Rol
from samendoen.site.cli import voer_uit
from tests.integration.cijfers.conftest import Meld

pytestmark = pytest.mark.django_db
RAAD = replace(SYSTEEM, rollen=frozenset({Rol.RAAD}))


def test_a_lake_shows_what_each_published_and_hides_what_each_hid(
    feiten: Path,
    meld: Meld,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Any,
    capsys: pytest.CaptureFixture[str],
) -> None:
    meld("gebiedsteam_leerdam", date(2023, 3, 1), 12)
    meld("gebiedsteam_vianen", date(2023, 3, 1), 3)
    meld("voorzieningen", date(2024, 3, 1), 9)
    maak_momentopname(SYSTEEM)
    with django_capture_on_commit_callbacks(execute=True):
        publiceer(SYSTEEM, date(2024, 6, 2))
    pad = feiten / "publicatie" / "peildatum=2024-06-02" / "publicatie.json"
    eerst = pad.read_bytes()
    with django_capture_on_commit_callbacks(execute=True):  # once more changes nothing
        publiceer(SYSTEEM, date(2024, 6, 2))
    assert pad.read_bytes() == eerst

    meer = tmp_path / "meer"
    shutil.copytree(feiten, meer / "0001")
    shutil.copytree(feiten, meer / "0002")
    shutil.rmtree(meer / "0002" / "publicatie")
    tabel = openbaar_meer(RAAD, meer, "meldingen-per-team", ["team"])
    assert (dict(tabel.dagen), tabel.ontbreekt) == ({"0001": date(2024, 6, 2)}, ("0002",))
    waarden = {cel.sleutels[0]: waarde_van(cel) for _gemeente, cel in tabel.cellen}
    assert waarden["gebiedsteam_vianen"] is None
    assert [naam for naam, waarde in waarden.items() if waarde is None] != ["gebiedsteam_vianen"]
    assert openbaar_meer(RAAD, meer, "meldingen-per-team", peildatum=date(2024, 1, 1)).cellen == ()
    with pytest.raises(Domeinfout, match="niet gepubliceerd"):
        openbaar_meer(RAAD, meer, "dagen-tot-triage")

    opdracht = ["cijfers", "meer", "meldingen-per-team", "--per", "team", "--map", str(meer), "--publiek"]
    assert voer_uit([*opdracht, "--json"]) == 0
    gelezen = json.loads(capsys.readouterr().out)
    assert gelezen["peildatums"] == {"0001": "2024-06-02"}
    assert {"gemeente": "0001", "team": "gebiedsteam_vianen", "waarde": None, "onderdrukt": True} in gelezen[
        "rijen"
    ]
    assert voer_uit(opdracht) == 0
    assert "verborgen" in capsys.readouterr().out

    (meer / "0001" / "publicatie" / "peildatum=2024-06-02" / "publicatie.json").write_text("{")
    with pytest.raises(Domeinfout, match="0001"):
        openbaar_meer(RAAD, meer, "meldingen-per-team")

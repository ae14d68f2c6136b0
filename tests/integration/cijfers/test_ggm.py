"""The GGM export: a snapshot as tables of the standard, that load into an empty database."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pyarrow.parquet as pq
import pytest
from django.db import connection

from samendoen.cijfers.actions import ggm as module
from samendoen.cijfers.api import voer_ggm_uit
from samendoen.cijfers.models import Momentopname
from samendoen.cijfers.queries.momentopnamen import hash_van
from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.fouten import Domeinfout, Geweigerd
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from samendoen.site.cli import opstart, voer_uit
from tests import feitmaker
from tests.maak import aangemelde_client, maak_medewerker
from tests.unit.cijfers.geteld import FEITEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def bevroren(feiten: Path) -> Momentopname:
    """Give a snapshot of the rows that are counted by hand, as if it was made of events."""
    hashes, rijen = {}, {}
    for feit in FEITEN:
        regels = feitmaker.rijen_van(feit)
        pad = feiten / feit / f"peildatum={feitmaker.DAG.isoformat()}" / "deel-0.parquet"
        hashes[feit] = hash_van(feitmaker.schrijf_feit(pad, feit, regels))
        rijen[feit] = len(regels)
    with schrijft("cijfers"):
        return Momentopname.objects.create(
            peildatum=feitmaker.DAG,
            gemaakt_op=klok.nu(),
            rijen=rijen,
            hashes=hashes,
            gegevens_hash="a" * 64,
            definities_hash="b" * 64,
            versie="0",
        )


@pytest.fixture
def leeg() -> Iterator[psycopg.Connection[Any]]:
    """Give a connection of its own, that sees an empty schema."""
    params = connection.get_connection_params()
    params = {naam: waarde for naam, waarde in params.items() if naam not in ("cursor_factory", "context")}
    with psycopg.connect(**params, autocommit=True) as eigen:
        eigen.execute("CREATE SCHEMA magazijn")
        eigen.execute("SET search_path = magazijn")
        try:
            yield eigen
        finally:
            eigen.execute("ROLLBACK")
            eigen.execute("DROP SCHEMA magazijn CASCADE")


def test_it_loads_into_an_empty_database_row_by_row(
    bevroren: Momentopname, tmp_path: Path, leeg: psycopg.Connection[Any]
) -> None:
    uit = tmp_path / "uit"
    gemaakt = voer_ggm_uit(SYSTEEM, uit)
    for naam in ("1-tabellen.sql", "2-gegevens.sql"):
        leeg.execute((uit / naam).read_bytes())
    for tabel, rijen in gemaakt.verslag.tabellen.items():
        (in_pg,) = leeg.execute(f"SELECT count(*) FROM {tabel}").fetchone()  # type: ignore[misc]
        assert (tabel, in_pg) == (tabel, rijen)
        assert pq.read_table(uit / f"{tabel.lower()}.parquet").num_rows == rijen
    feiten = bevroren.rijen
    assert gemaakt.verslag.tabellen["BESCHIKKING"] == feiten["besluit"]
    assert gemaakt.verslag.tabellen["TOEWIJZING"] == feiten["levering"]
    onderzoeken = [rij for rij in feitmaker.rijen_van("termijn") if rij["soort"] == "wmo-onderzoek"]
    assert gemaakt.verslag.tabellen["AANVRAAGOFMELDING"] == feiten["melding"] + feiten["besluit"] + len(
        onderzoeken
    )

    # What belongs together finds each other: the first decision, its application, its client, its provision.
    eerste = feitmaker.rijen_van("besluit")[0]
    (rij,) = leeg.execute(
        "SELECT c.code, b.wet, b.datumafgifte, a.soort, a.datumaanmaak, w.redenafsluiting, v.naam, h.status, "
        "e.value "
        "FROM beschikking b JOIN client c USING (client_id) "
        "JOIN aanvraagofmelding a ON a.aanvraagofmelding_id = b.leidt_tot_aanvraagofmelding_id "
        "JOIN aom_aanvraagwmojeugd w USING (aanvraagofmelding_id) "
        "JOIN beschikte_voorziening h ON h.heeft_voorzieningen_beschikking_id = b.beschikking_id "
        "JOIN voorziening v ON v.voorziening_id = h.is_voorziening_voorziening_id "
        "JOIN wet_enum e ON e.wet_enum_id = h.wet_enum_id ORDER BY b.beschikking_id LIMIT 1"
    ).fetchall()
    assert rij == (
        eerste["inwoner"], "WMO", eerste["bekendgemaakt_op"], "aanvraag", eerste["aangevraagd_op"],
        eerste["uitkomst"], eerste["categorie"], "geldt", "WMO",
    )  # fmt: skip


def test_the_same_snapshot_gives_the_same_bytes_and_each_time_is_logged(
    bevroren: Momentopname, tmp_path: Path
) -> None:
    een, twee = (voer_ggm_uit(SYSTEEM, tmp_path / naam, feitmaker.DAG) for naam in ("een", "twee"))
    namen = sorted(pad.name for pad in (tmp_path / "een").iterdir())
    assert namen == sorted(pad.name for pad in (tmp_path / "twee").iterdir())
    for naam in namen:
        assert (tmp_path / "een" / naam).read_bytes() == (tmp_path / "twee" / naam).read_bytes(), naam
    assert een == twee
    regels = Gebeurtenis.objects.filter(soort="cijfers.ggm_uitgevoerd")
    assert [(r.onderwerp_id, r.gegevens["hash"]) for r in regels] == [(bevroren.pk, een.hash)] * 2
    assert [pad.name for pad in tmp_path.iterdir() if pad.name.startswith(".")] == []


def test_what_has_no_place_is_said_and_what_may_be_done_with_it(
    bevroren: Momentopname,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opstart, "met_bijgewerkte_databank", nullcontext)
    opdracht = ["cijfers", "ggm", "--uit", str(tmp_path / "uit")]
    assert voer_uit([*opdracht, "--json"]) == 0
    gezegd = json.loads(capsys.readouterr().out)
    assert voer_uit([*opdracht, "--peildatum", "2024-06-02"]) == 1
    assert "staat al iets" in capsys.readouterr().err
    tekst = (tmp_path / "uit" / "LEESMIJ.md").read_text()
    verslag = json.loads((tmp_path / "uit" / "verslag.json").read_text())
    assert verslag == gezegd
    assert "- melding: team, getrieerd_op, spoed" in tekst
    assert "wachtlijst" in tekst and "wachtlijst" in verslag["niet_afgebeeld"]
    elders = [rij for rij in feitmaker.rijen_van("melding") if rij["kader"] not in ("wmo", "jeugd")]
    assert f"- AOMMELDINGWMOJEUGD: {len(elders)} van melding niet." in tekst
    assert "niet naar de gemeenteraad" in tekst and "pseudoniem" in tekst
    # A law without a word there goes out as another law, and that is told.
    vreemd = [rij for rij in feitmaker.rijen_van("levering") if rij["kader"] == "schuldhulp"]
    gezegd = [regel for regel in verslag["onbekend"] if regel["kolom"] == "TOEWIJZING.WET_ENUM_ID"]
    assert [regel["rijen"] for regel in gezegd] == ([len(vreemd)] if vreemd else [])


def test_nobody_of_the_council_and_nothing_when_it_cannot_be_recorded(
    bevroren: Momentopname, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Geweigerd, match="gemeenteraad"):
        voer_ggm_uit(replace(SYSTEEM, rollen=frozenset({Rol.RAAD})), tmp_path / "raad")
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets").touch()
    with pytest.raises(Domeinfout, match="staat al iets"):
        voer_ggm_uit(SYSTEEM, tmp_path / "vol")

    def kan_niet(*_alles: object) -> None:
        raise RuntimeError("no event")

    monkeypatch.setattr(module, "leg_vast", kan_niet)
    with pytest.raises(RuntimeError, match="no event"):
        voer_ggm_uit(SYSTEEM, tmp_path / "niets")
    assert sorted(pad.name for pad in tmp_path.iterdir() if pad.name not in ("gegevens",)) == ["vol"]


def test_the_page_says_what_may_be_done_with_it_and_gives_the_files(bevroren: Momentopname) -> None:
    beheer = aangemelde_client(maak_medewerker(Rol.BEHEER, []))
    scherm = beheer.get("/cijfers/ggm/")
    assert b"persoonsgegevens" in scherm.content and b"2 juni 2024" in scherm.content
    assert b"/cijfers/ggm/" in beheer.get("/cijfers/?q=bestaat-niet").content
    antwoord = beheer.post("/cijfers/ggm/", {"peildatum": "2024-06-02"})
    assert antwoord["Content-Disposition"] == 'attachment; filename="ggm-2024-06-02.zip"'
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as pak:
        assert {"LEESMIJ.md", "1-tabellen.sql", "2-gegevens.sql", "client.parquet"} <= set(pak.namelist())
    assert Gebeurtenis.objects.filter(soort="cijfers.ggm_uitgevoerd").count() == 1
    beleid = aangemelde_client(maak_medewerker(Rol.BELEID, []))
    assert beleid.get("/cijfers/ggm/").status_code == 403
    assert b"/cijfers/ggm/" not in beleid.get("/cijfers/?q=bestaat-niet").content

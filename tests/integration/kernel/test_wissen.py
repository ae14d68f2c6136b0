"""Erasure: a canary is sought in every table, file and job afterwards; that it happened stays."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app as jobs

from samendoen.kernel import klok, stekkers, wissen
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.feitbron import pseudoniemen
from samendoen.kernel.fouten import Domeinfout, Geweigerd
from samendoen.kernel.models import Dossier, Gebeurtenis, Persoon, Wislijstregel
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from samendoen.toegang.models import Melding
from samendoen.werk.api import NieuweTaak, maak_taak
from tests.maak import actor, maak_medewerker

pytestmark = pytest.mark.django_db
KANARIE = "Kanarievogeltje-7413"
DAG = date(2024, 6, 3)


@pytest.fixture(autouse=True)
def mappen(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    settings.SAMENDOEN_SLEUTELS = tmp_path / "sleutels"  # type: ignore[attr-defined]
    settings.SAMENDOEN_HOME = tmp_path / "home"  # type: ignore[attr-defined]
    for naam in ("sleutels", "home"):
        (tmp_path / naam).mkdir(mode=0o700)
    return tmp_path


@pytest.fixture
def consulent() -> Actor:
    return actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_leerdam"]))


@pytest.fixture
def fg() -> Actor:
    return actor(maak_medewerker(Rol.FG))


def neem_op(door: Actor, vraag: str = KANARIE, kader: str = "wmo") -> Melding:
    nieuw = NieuweMelding(uuid4(), vraag, "telefoon", kader, "gebiedsteam_leerdam", klok.vandaag())
    return Melding.objects.get(pk=registreer_meldingen(door, [nieuw])[0])


def plekken(woord: str) -> set[str]:
    """Return every table of the database in which a word stands, as text or as bytes."""
    gevonden = set()
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{tabel}" t WHERE t::text LIKE %s OR t::text LIKE %s',
                [f"%{woord}%", f"%{woord.encode().hex()}%"],
            )
            if cursor.fetchone()[0]:
                gevonden.add(tabel)
    return gevonden


def bestanden(map_: Path, woord: str) -> Iterator[Path]:
    """Yield every file below a folder in which a word stands; Parquet is unpacked first."""
    import pyarrow.parquet as pq

    for pad in map_.rglob("*"):
        if pad.suffix == ".parquet":
            inhoud = str(pq.read_table(pad).to_pylist()).encode()
        elif pad.is_file():
            inhoud = pad.read_bytes()
        else:
            continue
        if woord.encode() in inhoud:
            yield pad


def test_a_canary_is_nowhere_after_erasure_and_the_fact_stays(
    consulent: Actor, fg: Actor, mappen: Path
) -> None:
    melding = neem_op(consulent)
    maak_taak(
        consulent,
        NieuweTaak(uuid4(), f"Bel {KANARIE}", DAG, dossier_id=melding.dossier_id),
    )
    jobs.configure_task("kernel.wis_verlopen").defer(timestamp=melding.pk)
    voor = plekken(KANARIE)
    assert voor >= {"toegang_melding", "kernel_gebeurtenisinhoud", "kernel_zoekregel", "werk_taak"}

    gewist = wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")

    assert gewist >= 4
    assert plekken(KANARIE) == set()
    assert list(bestanden(mappen, KANARIE)) == []
    soorten = set(Gebeurtenis.objects.filter(dossier=melding.dossier_id).values_list("soort", flat=True))
    assert {"toegang.melding_geregistreerd", "kernel.inhoud_gewist"} <= soorten
    assert Melding.objects.filter(pk=melding.pk, vraag="").exists()


def test_the_search_for_the_canary_finds_it_in_a_file(mappen: Path) -> None:
    """The test above must be able to fail."""
    (mappen / "home" / "concept.txt").write_text(f"over {KANARIE}")
    assert len(list(bestanden(mappen, KANARIE))) == 1


def test_the_pseudonym_is_gone_with_the_person(consulent: Actor, fg: Actor) -> None:
    melding = neem_op(consulent)
    assert pseudoniemen([melding.inwoner_id], "proef")[melding.inwoner_id]
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    assert pseudoniemen([melding.inwoner_id], "proef")[melding.inwoner_id] is None


def test_another_law_of_the_same_person_stays(consulent: Actor, fg: Actor) -> None:
    melding = neem_op(consulent, kader="jeugd")
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    assert Melding.objects.get(pk=melding.pk).vraag == KANARIE
    assert Persoon.objects.get(pk=melding.inwoner_id).pseudoniemsleutel


def test_somebody_else_stays(consulent: Actor, fg: Actor) -> None:
    weg, blijft = neem_op(consulent), neem_op(consulent, "Een ander")
    wissen.wis_persoon(fg, weg.inwoner_id, "wmo", "verzoek")
    assert Melding.objects.get(pk=blijft.pk).vraag == "Een ander"
    assert plekken("Een ander") >= {"toegang_melding", "kernel_gebeurtenisinhoud"}


def test_twice_is_harmless(consulent: Actor, fg: Actor) -> None:
    melding = neem_op(consulent)
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    assert wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek") == 0


@pytest.mark.parametrize(("persoon", "reden"), [(0, "verzoek"), (None, "zomaar")])
def test_what_cannot_be_erased_gets_a_sentence(
    consulent: Actor, fg: Actor, persoon: int | None, reden: str
) -> None:
    melding = neem_op(consulent)
    with pytest.raises(Domeinfout, match="niet bekend"):
        wissen.wis_persoon(fg, melding.inwoner_id if persoon is None else persoon, "wmo", reden)
    assert Melding.objects.get(pk=melding.pk).vraag == KANARIE


def test_only_the_privacy_officer_erases(consulent: Actor) -> None:
    melding = neem_op(consulent)
    with pytest.raises(Geweigerd):
        wissen.wis_persoon(consulent, melding.inwoner_id, "wmo", "verzoek")
    assert Melding.objects.get(pk=melding.pk).vraag == KANARIE


def test_one_wisser_that_fails_undoes_the_whole(
    consulent: Actor, fg: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    melding = neem_op(consulent)

    def stuk(persoon_id: int, wet: str) -> int:
        raise RuntimeError("schijf vol")

    stekkers.wisser._inhoud["werk"] = stekkers.Wisser((), stuk)
    try:
        with pytest.raises(RuntimeError, match="schijf vol"):
            wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    finally:
        from samendoen.werk.stekkers import WISSER

        stekkers.wisser._inhoud["werk"] = WISSER
    assert Melding.objects.get(pk=melding.pk).vraag == KANARIE
    assert Wislijstregel.objects.count() == 0


def test_after_a_restore_the_wislijst_erases_again(consulent: Actor, fg: Actor) -> None:
    melding = neem_op(consulent)
    terug = transaction.savepoint()
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    transaction.savepoint_rollback(terug)  # what a restore of yesterday's backup does
    assert Melding.objects.get(pk=melding.pk).vraag == KANARIE
    assert wissen.speel_wislijst_na() == 1
    assert plekken(KANARIE) == set()
    assert wissen.speel_wislijst_na() == 0


def test_the_wislijst_of_another_database_erases_nobody_here(consulent: Actor, fg: Actor) -> None:
    """A folder built anew beside old keys gives other people the same numbers."""
    melding = neem_op(consulent)
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    pad = wissen.wislijst_pad()
    ander = neem_op(consulent, "Een ander")
    pad.write_text(
        pad.read_text().replace(f'"persoon": {melding.inwoner_id}', f'"persoon": {ander.inwoner_id}')
    )
    assert wissen.speel_wislijst_na() == 0
    assert Melding.objects.get(pk=ander.pk).vraag == "Een ander"


def test_a_line_torn_by_a_crash_does_not_stop_the_others(consulent: Actor, fg: Actor) -> None:
    melding = neem_op(consulent)
    terug = transaction.savepoint()
    wissen.wis_persoon(fg, melding.inwoner_id, "wmo", "verzoek")
    transaction.savepoint_rollback(terug)
    pad = wissen.wislijst_pad()
    pad.write_text('{"persoon": 1, "ken\n' + pad.read_text())
    assert wissen.speel_wislijst_na() == 1


@pytest.mark.parametrize(
    ("kader", "jaren", "weg"),
    [("wmo", 14, False), ("wmo", 16, True), ("jeugd", 16, False), ("jeugd", 21, True)],
)
def test_what_is_past_its_retention_term_goes(consulent: Actor, kader: str, jaren: int, weg: bool) -> None:
    """Wmo 2015 art. 5.3.4: fifteen years from the last change; Jeugdwet art. 7.3.8: twenty."""
    melding = neem_op(consulent, kader=kader)
    with klok.op(date(2024 + jaren, 6, 3)):
        assert wissen.wis_verlopen() == weg
    assert Melding.objects.filter(pk=melding.pk, vraag="").exists() == weg


def test_a_law_without_a_term_in_our_list_waits_for_the_privacy_officer(consulent: Actor) -> None:
    neem_op(consulent, kader="participatie")
    with klok.op(date(2150, 1, 1)):
        assert wissen.wis_verlopen() == 0


def test_retention_counts_from_the_last_change(consulent: Actor) -> None:
    melding = neem_op(consulent)
    with klok.op(date(2034, 6, 3)):
        from samendoen.toegang.api import handel_melding_af

        handel_melding_af(SYSTEEM, melding.pk, "onderzocht", date(2034, 6, 3))
    assert Dossier.objects.get(pk=melding.dossier_id).laatst_gewijzigd_op == date(2034, 6, 3)
    with klok.op(date(2040, 6, 3)):
        assert wissen.wis_verlopen() == 0

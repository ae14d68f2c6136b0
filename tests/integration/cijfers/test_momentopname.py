"""Freezing the facts of a day: once, whole, the same bytes, and nothing that came too late."""

import re
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction

from samendoen.cijfers.actions import bestanden as schrijven
from samendoen.cijfers.actions import momentopname as module
from samendoen.cijfers.actions import wachten
from samendoen.cijfers.actions.feitkolommen import Persoonlijk
from samendoen.cijfers.api import maak_momentopname, momentopname
from samendoen.cijfers.jobs import momentopname as nachtwerk
from samendoen.cijfers.models import Momentopname
from samendoen.kernel import klok, stekkers
from samendoen.kernel.access import open_dossiers
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import NIEMAND, SYSTEEM
from samendoen.kernel.feitbron import gebeurtenissen_tot
from samendoen.kernel.fouten import Domeinfout, Geweigerd
from samendoen.kernel.models import Gebeurtenis, Persoon
from samendoen.toegang.actions.melding import trek_melding_in
from tests.conftest import VANDAAG
from tests.integration.cijfers.conftest import Bied, Meld, bestanden, lees

GISTEREN = VANDAAG - timedelta(days=1)


def personen(aantal: int) -> list[int]:
    """Make persons and return their ids."""
    with schrijft("kernel"):
        return [d.persoon_id for d in open_dossiers(["wmo"] * aantal, "proef", [VANDAAG] * aantal)]


def vergeet_rijen() -> None:
    """Remove the rows (not the files) of all snapshots."""
    with schrijft("cijfers"):
        Momentopname.objects.all().delete()


@pytest.mark.django_db
def test_it_freezes_what_was_known_that_day(feiten: Path, meld: Meld) -> None:
    meld("gebiedsteam_leerdam", date(2023, 12, 31), 2)
    meld("voorzieningen", date(2024, 6, 2), 3)
    meld("voorzieningen", VANDAAG)
    gemaakt = maak_momentopname(SYSTEEM)
    assert (gemaakt.peildatum, gemaakt.feiten, gemaakt.nieuw) == (GISTEREN, {"melding": 5}, True)
    rijen = lees(feiten, "melding", GISTEREN)
    teams = sorted((rij["team"], rij["ontvangen_op"]) for rij in rijen)
    assert (
        teams == [("gebiedsteam_leerdam", date(2023, 12, 31))] * 2 + [("voorzieningen", date(2024, 6, 2))] * 3
    )


@pytest.mark.django_db
def test_its_event_and_its_row_say_what_was_made(meld: Meld) -> None:
    meld("voorzieningen", GISTEREN, 3)
    gemaakt = maak_momentopname(SYSTEEM)
    rij = Momentopname.objects.get()
    [gebeurtenis] = Gebeurtenis.objects.filter(soort="cijfers.momentopname_gemaakt")
    assert gebeurtenis.onderwerp_id == rij.pk
    assert gebeurtenis.gegevens == {
        "peildatum": "2024-06-02",
        "rijen": 3,
        "gegevens_hash": gemaakt.gegevens_hash,
        "definities_hash": rij.definities_hash,
    }
    assert re.fullmatch(r"[0-9a-f]{64}", rij.definities_hash)


@pytest.mark.django_db
def test_a_second_time_returns_the_first_and_touches_nothing(feiten: Path, meld: Meld) -> None:
    meld("voorzieningen", GISTEREN)
    eerst = maak_momentopname(SYSTEEM)
    stempels = {pad: pad.stat().st_mtime_ns for pad in feiten.rglob("*")}
    meld("voorzieningen", GISTEREN, 4)
    nog_eens = maak_momentopname(SYSTEEM, GISTEREN)
    assert (nog_eens.feiten, nog_eens.gegevens_hash) == (eerst.feiten, eerst.gegevens_hash)
    assert not nog_eens.nieuw
    assert {pad: pad.stat().st_mtime_ns for pad in feiten.rglob("*")} == stempels
    assert Gebeurtenis.objects.filter(soort="cijfers.momentopname_gemaakt").count() == 1


@pytest.mark.django_db
def test_the_same_events_give_the_same_bytes(feiten: Path, meld: Meld) -> None:
    for team in ("gebiedsteam_leerdam", "voorzieningen", "gebiedsteam_vianen"):
        meld(team, date(2024, 5, 1), 7)
    eerst = maak_momentopname(SYSTEEM)
    bytes_eerst = bestanden(feiten)
    vergeet_rijen()
    with klok.op(date(2024, 6, 10)):
        weer = maak_momentopname(SYSTEEM, GISTEREN)
    assert weer.nieuw
    assert bestanden(feiten) == bytes_eerst
    assert weer.gegevens_hash == eerst.gegevens_hash


@pytest.mark.django_db
def test_the_order_in_which_rows_are_read_leaves_no_trace(feiten: Path, bied: Bied) -> None:
    een, twee = personen(2)
    rijen = [("wmo", date(2024, 1, 2), True, een), (None, None, None, None), ("leerdam", None, False, twee)]
    bied(rijen[:2], rijen[2:])
    maak_momentopname(SYSTEEM)
    heen = bestanden(feiten)
    vergeet_rijen()
    bied([rijen[2]], [], [rijen[1], rijen[0]])
    maak_momentopname(SYSTEEM)
    assert bestanden(feiten) == heen


@pytest.mark.django_db
def test_facts_of_one_reading_are_read_once_and_written_apart(
    feiten: Path, bied: Bied, monkeypatch: pytest.MonkeyPatch
) -> None:
    lezingen: list[datetime] = []

    def samen(peilmoment: datetime) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        lezingen.append(peilmoment)
        yield "proef", [("wmo", None, True, None)]
        yield "ander", [("leerdam", None, False, None), ("wmo", None, False, None)]
        yield "proef", [("leerdam", None, True, None)]
        yield "niet_gevraagd", [("wmo", None, True, None)]

    een = bied(samen=samen)
    alle = {"proef": een, "ander": replace(een, naam="ander"), "leeg": replace(een, naam="leeg")}
    monkeypatch.setattr(stekkers.feit, "_inhoud", alle)
    assert maak_momentopname(SYSTEEM).feiten == {"ander": 2, "leeg": 0, "proef": 2}
    assert len(lezingen) == 1
    assert [rij["team"] for rij in lees(feiten, "proef", GISTEREN)] == ["leerdam", "wmo"]


@pytest.mark.django_db
@pytest.mark.parametrize("dag", [VANDAAG, VANDAAG + timedelta(days=1)])
def test_a_day_that_is_not_over_cannot_be_frozen(feiten: Path, dag: date) -> None:
    with pytest.raises(Domeinfout) as fout:
        maak_momentopname(SYSTEEM, dag)
    assert fout.value.fout == "peildatum_niet_voorbij"
    assert not feiten.exists()


@pytest.mark.django_db
def test_a_correction_changes_only_later_snapshots(feiten: Path, meld: Meld) -> None:
    dubbel, _blijft = meld("voorzieningen", date(2024, 5, 10), 2)
    with klok.op(date(2024, 5, 25)):
        trek_melding_in(SYSTEEM, dubbel, "dubbel")
    na = maak_momentopname(SYSTEEM, date(2024, 5, 31))
    voor = maak_momentopname(SYSTEEM, date(2024, 5, 24))
    assert (voor.feiten, na.feiten) == ({"melding": 2}, {"melding": 1})
    assert [rij["status"] for rij in lees(feiten, "melding", date(2024, 5, 24))] == ["open", "open"]


@pytest.mark.django_db
def test_who_may_not_make_one_is_refused_and_nothing_happens(feiten: Path) -> None:
    with pytest.raises(Geweigerd):
        maak_momentopname(NIEMAND)
    assert not feiten.exists()
    assert not Momentopname.objects.exists()


@pytest.mark.django_db
def test_a_crash_between_file_and_row_is_repaired(
    feiten: Path, meld: Meld, monkeypatch: pytest.MonkeyPatch
) -> None:
    meld("voorzieningen", GISTEREN, 2)

    def stroom_weg(*args: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as even:
        even.setattr(module, "leg_vast", stroom_weg)
        with pytest.raises(KeyboardInterrupt):
            maak_momentopname(SYSTEEM)
    [achtergebleven] = list(feiten.rglob("*.parquet"))
    achtergebleven.write_bytes(b"half")
    with pytest.raises(Domeinfout, match="nog geen momentopname"):
        momentopname()
    assert maak_momentopname(SYSTEEM).nieuw
    assert len(lees(feiten, "melding", GISTEREN)) == 2


@pytest.mark.django_db
def test_broken_off_it_goes_on_with_what_was_not_finished_and_says_how_far_it_is(
    feiten: Path, bied: Bied, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt, stand = list[str](), list[tuple[int, int]]()
    breek = [True]

    def bron(naam: str) -> Callable[..., Any]:
        def rijen(_moment: datetime) -> Iterator[list[tuple[Any, ...]]]:
            gemaakt.append(naam)
            yield [("wmo", None, True, None)]
            if naam == "b" and breek:
                raise KeyboardInterrupt

        return rijen

    soort = bied([])
    alle = {naam: replace(soort, naam=naam, rijen=bron(naam), alleen_nu=naam == "c") for naam in "abc"}
    monkeypatch.setattr(stekkers.feit, "_inhoud", alle)
    with pytest.raises(KeyboardInterrupt):
        maak_momentopname(SYSTEEM)
    assert not list(feiten.glob("*/peildatum=*"))
    breek.clear()
    weer = maak_momentopname(SYSTEEM, None, lambda *hoever: stand.append(hoever))
    assert weer.feiten == {"a": 1, "b": 1, "c": 1}
    assert (gemaakt, stand) == (["a", "b", "b", "c"], [(1, 3), (2, 3), (3, 3)])
    assert not list(feiten.glob(".bezig*"))
    heel = bestanden(feiten)
    vergeet_rijen()
    maak_momentopname(SYSTEEM)
    assert bestanden(feiten) == heel


@pytest.mark.django_db
@pytest.mark.parametrize("stap", ["_sorteer", "zet_neer", "_naar_schijf"])
def test_a_full_disk_is_said_in_words_and_leaves_nothing_half(
    feiten: Path, meld: Meld, monkeypatch: pytest.MonkeyPatch, stap: str
) -> None:
    meld("voorzieningen", GISTEREN)

    def vol(*args: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as even:
        even.setattr(schrijven, stap, vol)
        with pytest.raises(Domeinfout) as fout:
            maak_momentopname(SYSTEEM)
    assert fout.value.fout == "momentopname_schrijven"
    assert not Momentopname.objects.exists()
    assert not list(feiten.rglob("*"))
    assert maak_momentopname(SYSTEEM).feiten == {"melding": 1}


@pytest.mark.django_db
def test_something_personal_in_a_fact_stops_the_snapshot(feiten: Path, bied: Bied) -> None:
    bied([("leerdam", None, None, None)], [("Wilhelmina Kanarie", None, None, None)])
    with pytest.raises(Persoonlijk):
        maak_momentopname(SYSTEEM)
    assert not list(feiten.rglob("*.parquet"))
    assert not Momentopname.objects.exists()


@pytest.mark.django_db
def test_no_name_number_or_question_gets_into_a_file(feiten: Path, alle_feiten: Meld) -> None:
    """The facts of every context, with a canary in the question."""
    vraag = "Wilhelmina Kanarie (BSN 123456782) vraagt een kanariepiet"
    [melding] = alle_feiten("voorzieningen", GISTEREN, vraag=vraag)
    gemaakt = maak_momentopname(SYSTEEM)
    assert set(gemaakt.feiten) == {naam for naam, _soort in stekkers.feit} >= {"melding", "termijn"}
    rijen = [rij for feit in gemaakt.feiten for rij in lees(feiten, feit, GISTEREN)]
    assert not re.search("kanarie|wilhelmina|123456782", repr([rijen, bestanden(feiten)]), re.IGNORECASE)
    gebeurtenis = Gebeurtenis.objects.get(onderwerp_soort="toegang.melding", onderwerp_id=melding)
    [rij] = lees(feiten, "melding", GISTEREN)
    assert re.fullmatch("[0-9a-f]{32}", rij["inwoner"])
    assert gebeurtenis.dossier is not None
    assert not {melding, gebeurtenis.dossier_id, gebeurtenis.dossier.persoon_id} & set(rij.values())


@pytest.mark.django_db
def test_a_resident_is_one_pseudonym_and_after_erasure_none(feiten: Path, bied: Bied) -> None:
    een, twee = personen(2)
    bied([("a", None, None, een), ("b", None, None, een), ("c", None, None, twee), ("d", None, None, None)])
    maak_momentopname(SYSTEEM, date(2024, 6, 1))
    a, b, c, d = (rij["wie"] for rij in lees(feiten, "proef", date(2024, 6, 1)))
    assert a == b
    assert len({a, c, None}) == 3
    assert d is None
    with schrijft("kernel"):
        Persoon.objects.filter(pk=een).update(pseudoniemsleutel=None)
    maak_momentopname(SYSTEEM, GISTEREN)
    assert [rij["wie"] for rij in lees(feiten, "proef", GISTEREN)] == [None, None, c, None]


@pytest.mark.django_db
def test_keys_are_read_per_batch_and_not_per_row(
    bied: Bied, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    mensen = personen(50)
    bied([("a", None, None, mens) for mens in mensen * 10])
    with django_assert_max_num_queries(14):
        maak_momentopname(SYSTEEM)


@pytest.mark.django_db
def test_rows_are_streamed(bied: Bied) -> None:
    """A batch is gone before the one after next is made."""

    class Portie(list[tuple[Any, ...]]):
        pass

    levend: list[weakref.ref[Portie]] = []

    def rijen(peilmoment: datetime) -> Iterator[Portie]:
        for _ in range(20):
            portie = Portie([("leerdam", None, None, None)] * 100)
            levend.append(weakref.ref(portie))
            yield portie
            del portie
            assert sum(wijzer() is not None for wijzer in levend) <= 2

    bied(rijen=rijen)
    assert maak_momentopname(SYSTEEM).feiten == {"proef": 2000}


@pytest.mark.django_db
def test_a_fact_of_the_present_is_only_in_the_snapshot_of_yesterday(bied: Bied) -> None:
    bied([("leerdam", None, None, None)], alleen_nu=True)
    assert maak_momentopname(SYSTEEM).feiten == {"proef": 1}
    assert maak_momentopname(SYSTEEM, date(2024, 6, 1)).feiten == {}


@pytest.mark.django_db
def test_a_changed_or_lost_file_is_noticed(feiten: Path, meld: Meld) -> None:
    meld("voorzieningen", GISTEREN)
    maak_momentopname(SYSTEEM)
    [pad] = list(feiten.rglob("*.parquet"))
    pad.write_bytes(pad.read_bytes() + b" ")
    for _keer in ("changed", "lost"):
        with pytest.raises(Domeinfout) as fout:
            maak_momentopname(SYSTEEM)
        assert fout.value.fout == "momentopname_beschadigd"
        pad.unlink(missing_ok=True)


@pytest.mark.django_db
def test_the_nightly_job_may_run_twice(meld: Meld) -> None:
    meld("voorzieningen", GISTEREN)
    nachtwerk()
    nachtwerk(timestamp=1)
    assert Momentopname.objects.get().peildatum == GISTEREN


@pytest.mark.django_db(transaction=True)
def test_all_facts_are_read_in_one_state_of_the_database(bied: Bied) -> None:
    gezien: list[str] = []

    def rijen(peilmoment: datetime) -> Iterator[list[tuple[Any, ...]]]:
        with connection.cursor() as cursor:
            cursor.execute("SHOW transaction_isolation")
            gezien.append(cursor.fetchone()[0])
        yield []

    bied(rijen=rijen)
    maak_momentopname(SYSTEEM)
    assert gezien == ["repeatable read"]


def in_een_andere_transactie(meld: Meld, bezig: threading.Event, verder: threading.Event) -> threading.Thread:
    """Start a worker that records a melding of yesterday and commits only when it is told to."""

    def werk() -> None:
        try:
            with transaction.atomic():
                meld("voorzieningen", GISTEREN)
                bezig.set()
                verder.wait(10)
        finally:
            connections.close_all()

    draad = threading.Thread(target=werk)
    draad.start()
    assert bezig.wait(20)
    return draad


@pytest.mark.django_db(transaction=True)
def test_it_waits_for_a_transaction_that_may_still_bring_an_event(feiten: Path, meld: Meld) -> None:
    meld("voorzieningen", GISTEREN)
    bezig, verder = threading.Event(), threading.Event()
    draad = in_een_andere_transactie(meld, bezig, verder)
    threading.Timer(0.7, verder.set).start()
    begin = time.monotonic()
    gemaakt = maak_momentopname(SYSTEEM)
    draad.join()
    assert time.monotonic() - begin >= 0.6
    assert gemaakt.feiten == {"melding": 2}


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_hangs_is_said_in_words(
    feiten: Path, meld: Meld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wachten, "GEDULD_S", 0.3)
    bezig, verder = threading.Event(), threading.Event()
    meld("voorzieningen", GISTEREN)
    draad = in_een_andere_transactie(meld, bezig, verder)
    try:
        with pytest.raises(Domeinfout) as fout:
            maak_momentopname(SYSTEEM)
        assert fout.value.fout == "momentopname_wacht"
        assert not feiten.exists()
    finally:
        verder.set()
        draad.join()
    assert maak_momentopname(SYSTEEM).feiten == {"melding": 2}


def test_a_reader_of_today_is_not_waited_for_one_of_yesterday_is(
    tweede_verbinding: Any, bied: Bied, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has written nothing, but its clock may have said yesterday."""
    monkeypatch.setattr(wachten, "GEDULD_S", 0.2)
    bied([])
    tweede_verbinding.execute("SELECT 1")
    even_na_middernacht = klok.einde_van(GISTEREN) + timedelta(seconds=10)
    with klok.op(even_na_middernacht), pytest.raises(Domeinfout) as fout:
        maak_momentopname(SYSTEEM)
    assert fout.value.fout == "momentopname_wacht"
    assert maak_momentopname(SYSTEEM).nieuw


def test_two_makers_at_once_one_is_told_so(tweede_verbinding: Any, feiten: Path, bied: Bied) -> None:
    bied([])
    tweede_verbinding.execute("SELECT pg_advisory_lock(%s, %s)", [wachten._SLOT, GISTEREN.toordinal()])
    with pytest.raises(Domeinfout) as fout:
        maak_momentopname(SYSTEEM)
    assert fout.value.fout == "momentopname_bezig"
    tweede_verbinding.execute("SELECT pg_advisory_unlock_all()")
    tweede_verbinding.rollback()
    assert maak_momentopname(SYSTEEM).nieuw


@pytest.mark.django_db
def test_a_fact_reads_events_in_order_of_subject_with_their_person(meld: Meld) -> None:
    eerste, tweede = meld("voorzieningen", date(2024, 5, 1), 2)
    with klok.op(date(2024, 5, 2)):
        trek_melding_in(SYSTEEM, eerste, "door_inwoner")
    eind = klok.einde_van(date(2024, 5, 2)) - timedelta(microseconds=1)
    regels = list(gebeurtenissen_tot("toegang.melding", eind))
    assert [(r.onderwerp_id, r.soort) for r in regels] == [
        (eerste, "toegang.melding_geregistreerd"),
        (eerste, "toegang.melding_ingetrokken"),
        (tweede, "toegang.melding_geregistreerd"),
    ]
    assert all(r.persoon_id and r.dossier_id for r in regels)
    alleen = gebeurtenissen_tot("toegang.melding", eind, ["toegang.melding_ingetrokken"])
    assert [r.gegevens for r in alleen] == [{"reden": "door_inwoner"}]
    dag_eerder = eind - timedelta(days=1)
    assert len(list(gebeurtenissen_tot("toegang.melding", dag_eerder))) == 2


@pytest.mark.django_db(transaction=True)
def test_events_for_facts_are_only_read_inside_a_transaction() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        next(gebeurtenissen_tot("toegang.melding", klok.nu()))


@pytest.mark.django_db
def test_a_folder_with_a_space_and_a_quote_is_fine(meld: Meld, tmp_path: Path, settings: Any) -> None:
    settings.SAMENDOEN_HOME = tmp_path / "de 'gegevens' van ons"
    meld("voorzieningen", GISTEREN)
    assert maak_momentopname(SYSTEEM).feiten == {"melding": 1}
    assert not maak_momentopname(SYSTEEM).nieuw


@pytest.mark.django_db
def test_a_day_long_ago_is_an_empty_snapshot(meld: Meld) -> None:
    meld("voorzieningen", GISTEREN)
    assert maak_momentopname(SYSTEEM, date(1, 1, 1)).feiten == {"melding": 0}

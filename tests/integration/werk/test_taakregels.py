"""The rule engine: the same tomorrow, harmless twice, safe with two workers."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from samendoen.kernel import klok, stekkers
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.stekkers import Register, Taakregel, Taakvoorstel
from samendoen.recht.api import Grond
from samendoen.werk import jobs
from samendoen.werk.actions import taakregel as acties
from samendoen.werk.api import (
    Uitslag,
    hervat_termijn,
    pas_taakregels_toe,
    rond_taak_af,
    schors_termijn,
    voltooi_termijnen,
)
from samendoen.werk.definities import taakregels
from samendoen.werk.models import Taak
from samendoen.werk.queries import taak
from tests.integration.werk.conftest import VANDAAG, Starter, in_actie

pytestmark = pytest.mark.django_db
NIETS = Uitslag()


class Proefregel:
    """A rule whose proposals a test sets."""

    def __init__(self, groep: int) -> None:
        self.basis = Taakvoorstel(
            sleutel="1",
            tekst="Kijk hoe het gaat",
            uitleg="Omdat de proef het vraagt",
            uiterlijk=VANDAAG + timedelta(days=7),
            dossier_id=None,
            groep_id=groep,
            gebruiker_id=None,
            onderwerp_soort="werk.termijn",
            onderwerp_id=1,
        )
        self.nu: list[Taakvoorstel] = []

    def vraag(self, *sleutels: str, **anders: object) -> None:
        self.nu = [replace(self.basis, sleutel=s, **anders) for s in sleutels]  # type: ignore[arg-type]

    def __call__(self, dag: date) -> Iterator[Taakvoorstel]:
        yield from self.nu


@pytest.fixture
def regel(groep: int, monkeypatch: pytest.MonkeyPatch) -> Proefregel:
    proef = Proefregel(groep)
    register: Register[Taakregel] = Register("taakregel")
    register.meld_aan("proef", Taakregel("proef", "Een proef", proef))
    monkeypatch.setattr(stekkers, "taakregel", register)
    return proef


def soorten_van(taak: Taak) -> list[str]:
    return [g.soort for g in van_onderwerp("werk.taak", [taak.pk])[taak.pk]]


def test_what_a_rule_asks_becomes_an_open_task_that_says_why(regel: Proefregel) -> None:
    regel.vraag("1")
    assert pas_taakregels_toe(SYSTEEM) == Uitslag(gemaakt=1)
    taak = Taak.objects.get()
    assert (taak.regel, taak.sleutel, taak.status) == ("proef", "1", "open")
    assert (taak.tekst, taak.uitleg) == ("Kijk hoe het gaat", "Omdat de proef het vraagt")
    assert soorten_van(taak) == ["werk.taak_gemaakt"]


def test_running_again_changes_nothing(regel: Proefregel) -> None:
    regel.vraag("1", "2")
    pas_taakregels_toe(SYSTEEM)
    voor = (list(Taak.objects.values()), Gebeurtenis.objects.count())
    for dag in (VANDAAG, VANDAAG + timedelta(days=1)):
        assert pas_taakregels_toe(SYSTEEM, dag) == NIETS
    assert (list(Taak.objects.values()), Gebeurtenis.objects.count()) == voor


def test_what_is_no_longer_asked_lapses_and_comes_back_when_asked_again(regel: Proefregel) -> None:
    regel.vraag("1", "2")
    pas_taakregels_toe(SYSTEEM)
    regel.vraag("2")
    assert pas_taakregels_toe(SYSTEEM) == Uitslag(vervallen=1)
    regel.vraag("1", "2")
    assert pas_taakregels_toe(SYSTEEM) == Uitslag(heropend=1)
    een = Taak.objects.get(sleutel="1")
    assert een.status == "open"
    assert soorten_van(een) == ["werk.taak_gemaakt", "werk.taak_vervallen", "werk.taak_heropend"]


def test_a_finished_task_stays_finished(regel: Proefregel, consulent: Actor) -> None:
    regel.vraag("1")
    pas_taakregels_toe(SYSTEEM)
    rond_taak_af(consulent, Taak.objects.get().pk)
    assert pas_taakregels_toe(SYSTEEM) == NIETS
    regel.vraag()
    assert pas_taakregels_toe(SYSTEEM) == NIETS
    assert Taak.objects.get().status == "gedaan"


def test_another_day_or_owner_moves_the_task_and_is_recorded(regel: Proefregel, consulent: Actor) -> None:
    regel.vraag("1")
    pas_taakregels_toe(SYSTEEM)
    regel.vraag("1", uiterlijk=VANDAAG + timedelta(days=9), groep_id=None, gebruiker_id=consulent.id)
    with klok.op(VANDAAG + timedelta(days=2)):
        assert pas_taakregels_toe(SYSTEEM) == Uitslag(verzet=1)
    taak = Taak.objects.get()
    assert (taak.gebruiker_id, taak.groep_id) == (consulent.id, None)
    assert taak.bij_sinds == VANDAAG + timedelta(days=2)
    assert soorten_van(taak)[-1] == "werk.taak_verzet"


def test_other_words_are_taken_over_without_an_event(regel: Proefregel) -> None:
    regel.vraag("1")
    pas_taakregels_toe(SYSTEEM)
    regel.vraag("1", tekst="Kijk nu echt hoe het gaat")
    assert pas_taakregels_toe(SYSTEEM) == NIETS
    assert Taak.objects.get().tekst == "Kijk nu echt hoe het gaat"
    assert soorten_van(Taak.objects.get()) == ["werk.taak_gemaakt"]


def test_nobody_but_the_system_runs_the_rules(regel: Proefregel, consulent: Actor) -> None:
    with pytest.raises(Geweigerd):
        pas_taakregels_toe(consulent)


def test_nothing_changes_when_recording_fails(regel: Proefregel, monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(*_args: object) -> None:
        raise OSError("kapot")

    regel.vraag("1")
    monkeypatch.setattr(acties, "leg_vast", kapot)
    with pytest.raises(OSError, match="kapot"):
        pas_taakregels_toe(SYSTEEM)
    assert not Taak.objects.exists()


def test_a_rule_that_is_gone_takes_its_open_tasks_along(
    regel: Proefregel, monkeypatch: pytest.MonkeyPatch
) -> None:
    regel.vraag("1")
    pas_taakregels_toe(SYSTEEM)
    leeg: Register[Taakregel] = Register("taakregel")
    monkeypatch.setattr(stekkers, "taakregel", leeg)
    jobs.nieuwe_dag(0)
    assert Taak.objects.get().status == "vervallen"


def test_a_rule_that_fails_does_not_hold_up_the_others(regel: Proefregel) -> None:
    def stuk(dag: date) -> Iterator[Taakvoorstel]:
        raise Domeinfout("stuk", "Deze regel is stuk.")
        yield

    regel.vraag("1")
    register = stekkers.taakregel
    register._inhoud = {"stuk": Taakregel("stuk", "Stuk", stuk), **register._inhoud}
    with pytest.raises(ExceptionGroup):
        jobs.nieuwe_dag(0)
    assert Taak.objects.get().regel == "proef"


def test_a_thousand_tasks_cost_as_many_queries_as_one(regel: Proefregel) -> None:
    from django.test.utils import CaptureQueriesContext

    aantallen = []
    for nr in (1, 900):
        regel.vraag(*(f"{nr}.{i}" for i in range(nr)))
        with CaptureQueriesContext(connection) as vragen:
            pas_taakregels_toe(SYSTEEM)
        aantallen.append(len(vragen))
    assert aantallen[1] <= aantallen[0] + 4  # the one of before lapses
    assert Taak.objects.filter(status="open").count() == 900


# --- the rule of werk itself


def test_a_clock_that_approaches_asks_for_attention_once(start: Starter) -> None:
    termijn = start("wmo-onderzoek")  # 42 days: last day 15 July, a quarter left from 5 July
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 4)) == NIETS
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 5)) == Uitslag(gemaakt=1)
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 6)) == NIETS
    taak = Taak.objects.get()
    assert (taak.regel, taak.onderwerp_id, taak.uiterlijk) == (
        "termijn-nadert",
        termijn.pk,
        date(2024, 7, 15),
    )
    assert "Wmo 2015 art. 2.3.2 lid 1" in taak.uitleg
    assert "ma 15 juli 2024" in taak.uitleg
    assert taak.groep_id == termijn.groep_id


def test_a_clock_asks_at_three_quarters_and_again_three_days_before_its_last_day(start: Starter) -> None:
    termijn = start("wmo-onderzoek")  # last day 15 July
    nacht: dict[date, list[str]] = {}
    for n in range(14):
        dag = date(2024, 7, 4) + timedelta(days=n)
        with klok.op(dag):
            jobs.nieuwe_dag(0)
        nacht[dag] = [t.tekst for t in Taak.objects.filter(status="open")]
    gewoon, te_laat = ["Rond af: onderzoek na een melding"], ["Te laat, rond af: onderzoek na een melding"]
    assert nacht[date(2024, 7, 4)] == []
    assert all(nacht[date(2024, 7, d)] == gewoon for d in range(5, 16))
    assert all(nacht[date(2024, 7, d)] == te_laat for d in range(16, 18))
    eerste, tweede = Taak.objects.order_by("pk")
    gemaakt = [van_onderwerp("werk.taak", [t.pk])[t.pk][0].voorgevallen_op for t in (eerste, tweede)]
    assert gemaakt == [date(2024, 7, 5), date(2024, 7, 12)]
    assert (eerste.status, tweede.uiterlijk) == ("vervallen", termijn.uiterste_datum)


def test_who_ticked_off_the_first_reminder_is_reminded_again(start: Starter, consulent: Actor) -> None:
    start("wmo-onderzoek")
    pas_taakregels_toe(SYSTEEM, date(2024, 7, 5))
    rond_taak_af(consulent, Taak.objects.get().pk)
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 11)) == NIETS
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 12)) == Uitslag(gemaakt=1)


def test_a_rule_that_the_municipality_switched_off_asks_nothing(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    start("wmo-onderzoek")
    pas_taakregels_toe(SYSTEEM, date(2024, 7, 10))
    uit = taakregels()["termijn-nadert"].model_copy(update={"geldt": False})
    monkeypatch.setattr(acties, "taakregels", lambda: {"termijn-nadert": uit})
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 11)) == Uitslag(vervallen=1)


def test_a_task_explains_itself_to_who_may_read_its_dossier(
    start: Starter, consulent: Actor, buur: Actor
) -> None:
    start("wmo-onderzoek")
    with klok.op(date(2024, 7, 12)):
        jobs.nieuwe_dag(0)
        beeld = taak(consulent, Taak.objects.get().pk)
        with pytest.raises(NietGevonden):
            taak(buur, Taak.objects.get().pk)
    assert beeld.regelnaam == "termijn nadert"
    assert beeld.bron.startswith("Geen document: een aanname")
    assert beeld.dagen == (
        ("De termijn begon", "ma 3 juni 2024"),
        ("75 procent van de tijd is om", "vr 5 juli 2024"),
        ("Nog 3 dagen", "vr 12 juli 2024"),
        ("Laatste dag", "ma 15 juli 2024"),
        ("Deze taak: uiterlijk", "ma 15 juli 2024"),
    )


def test_the_task_lapses_when_the_work_is_done(start: Starter) -> None:
    termijn = start("wmo-onderzoek")
    pas_taakregels_toe(SYSTEEM, date(2024, 7, 10))
    with in_actie():
        voltooi_termijnen(SYSTEEM, "toegang.melding", [(termijn.onderwerp_id, date(2024, 7, 11))])
    assert pas_taakregels_toe(SYSTEEM, date(2024, 7, 12)) == Uitslag(vervallen=1)


def test_a_clock_that_stood_still_asks_anew_for_its_new_last_day(start: Starter, consulent: Actor) -> None:
    termijn = start("awb-beslistermijn")  # last day 29 July
    nadert = date(2024, 7, 20)
    pas_taakregels_toe(SYSTEEM, nadert)
    with klok.op(nadert):
        schors_termijn(consulent, termijn.pk, nadert, Grond.AANVULLING, uuid4(), date(2024, 8, 20))
    assert pas_taakregels_toe(SYSTEEM, nadert) == Uitslag(vervallen=1)
    with klok.op(date(2024, 8, 10)):
        hervat_termijn(consulent, termijn.pk, date(2024, 8, 10))
        assert pas_taakregels_toe(SYSTEEM) == Uitslag(gemaakt=1)
    termijn.refresh_from_db()
    assert Taak.objects.get(status="open").uiterlijk == termijn.uiterste_datum


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_every_task_once(start: Starter) -> None:
    termijnen = [start("wmo-onderzoek").pk for _ in range(20)]
    gelijk, fouten = threading.Barrier(2, timeout=30), []

    def werker() -> None:
        try:
            with klok.op(date(2024, 7, 10)):
                gelijk.wait()
                for _ in range(3):
                    pas_taakregels_toe(SYSTEEM)
        except Exception as fout:
            fouten.append(fout)
        finally:
            connection.close()

    werkers = [threading.Thread(target=werker) for _ in range(2)]
    for w in werkers:
        w.start()
    for w in werkers:
        w.join(60)
    assert fouten == []
    assert sorted(t.onderwerp_id or 0 for t in Taak.objects.all()) == sorted(termijnen)
    assert Gebeurtenis.objects.filter(soort="werk.taak_gemaakt").count() == 20


def test_the_second_worker_waits_for_the_first(
    regel: Proefregel, transactional_db: None, tweede_verbinding: object
) -> None:
    """The lock itself: while one engine is busy, another connection cannot take it."""
    regel.vraag("1")
    gezien: list[bool] = []

    def tijdens(dag: date) -> Iterator[Taakvoorstel]:
        rij = tweede_verbinding.execute(  # type: ignore[attr-defined]
            "SELECT pg_try_advisory_xact_lock(%s)", [acties.SLOT]
        ).fetchone()
        gezien.append(rij[0])
        yield from regel.nu

    stekkers.taakregel._inhoud = {"proef": Taakregel("proef", "Een proef", tijdens)}
    pas_taakregels_toe(SYSTEEM)
    assert gezien == [False]

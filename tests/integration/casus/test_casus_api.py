"""The API of the casus: who is involved and the plan, as far as the account may read."""

from datetime import date, timedelta
from typing import Any

import pytest

from samendoen.casus.api import stel_plannen_vast
from samendoen.casus.models import Betrokkene
from samendoen.casus.web import api
from samendoen.kernel import klok
from samendoen.kernel.access import beeindig_op
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Grond, Inzagelogregel
from samendoen.kernel.rechten import Rol
from tests.casusmaker import TEAM, actie, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.maak import Systeem, maak_systeem

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)


@pytest.fixture
def systeem(casus: int) -> Systeem:
    return maak_systeem(Rol.CONSULENT, [TEAM])


def lees(systeem: Systeem, casus: int) -> api.Casus:
    antwoord = systeem.get(f"/api/v1/casussen/{casus}")
    assert antwoord.status_code == 200
    return api.Casus.model_validate(antwoord.json(), strict=False)


def test_it_gives_who_is_involved_by_number(systeem: Systeem, casus: int, gezin: Gezin) -> None:
    gelezen = lees(systeem, casus)
    assert (gelezen.nummer, gelezen.team, gelezen.regisseur) == (casus, TEAM, "Joke Jansen")
    assert {b.inwoner for b in gelezen.betrokkenen} == {gezin.moeder, gezin.zoon, gezin.dochter}
    assert gelezen.meldingen == [gezin.melding]
    assert gelezen.plan is None


def test_it_gives_the_plan_that_holds_and_else_the_one_being_written(
    systeem: Systeem, casus: int, gezin: Gezin, consulent: Actor
) -> None:
    eerste = schrijf(consulent, casus, [doel(gezin.moeder, actie("netwerk"))], LATER)
    concept = lees(systeem, casus).plan
    assert concept and (concept.versie, concept.status) == (1, "concept")
    stel_plannen_vast(consulent, [(eerste, VANDAAG)])
    schrijf(consulent, casus, [doel(gezin.zoon)], LATER)
    geldig = lees(systeem, casus).plan
    assert geldig and (geldig.versie, geldig.status) == (1, "vastgesteld")
    [enige] = geldig.doelen
    assert (enige.inwoner, [a.niveau for a in enige.acties]) == (gezin.moeder, ["netwerk"])


def test_of_a_person_whose_dossier_may_not_be_read_it_gives_nothing(
    systeem: Systeem, casus: int, gezin: Gezin, consulent: Actor
) -> None:
    schrijf(consulent, casus, [doel(gezin.moeder), doel(gezin.zoon, tekst="KANARIEDOEL")], LATER)
    dossier = Betrokkene.objects.get(casus=casus, inwoner=gezin.zoon).dossier_id
    with schrijft("casus"):
        beeindig_op([dossier], Grond.TEAM)
    with klok.op(VANDAAG + timedelta(days=1)):
        antwoord = systeem.get(f"/api/v1/casussen/{casus}")
    assert b"KANARIEDOEL" not in antwoord.content
    assert gezin.zoon not in {b["inwoner"] for b in antwoord.json()["betrokkenen"]}


def test_a_plan_of_which_no_goal_may_be_read_gives_its_version_alone(
    systeem: Systeem, casus: int, gezin: Gezin, consulent: Actor
) -> None:
    schrijf(consulent, casus, [doel(gezin.zoon)], LATER)
    dossier = Betrokkene.objects.get(casus=casus, inwoner=gezin.zoon).dossier_id
    with schrijft("casus"):
        beeindig_op([dossier], Grond.TEAM)
    with klok.op(VANDAAG + timedelta(days=1)):
        plan = lees(systeem, casus).plan
    assert plan and (plan.versie, plan.doelen) == (1, [])


def test_goals_and_actions_come_in_their_order_in_as_many_queries_as_without_any(
    systeem: Systeem, casus: int, gezin: Gezin, consulent: Actor, django_assert_num_queries: Any
) -> None:
    acties = [actie(tekst=f"Stap {n}.") for n in range(3)]
    schrijf(consulent, casus, [doel(gezin.moeder, *acties), doel(gezin.zoon), doel(gezin.dochter)], LATER)
    lees(systeem, casus)
    with django_assert_num_queries(7):  # who asks, casus, director, involved, meldingen, plan, the log
        plan = lees(systeem, casus).plan
    assert plan
    assert [d.inwoner for d in plan.doelen] == [gezin.moeder, gezin.zoon, gezin.dochter]
    assert [a.tekst for a in plan.doelen[0].acties] == ["Stap 0.", "Stap 1.", "Stap 2."]
    assert plan.doelen[1].acties == []


def test_the_reading_is_one_row_in_the_log(systeem: Systeem, casus: int) -> None:
    lees(systeem, casus)
    regel = Inzagelogregel.objects.order_by("pk").last()
    assert regel and (regel.pagina, len(regel.dossiers)) == ("api casus", 3)


def test_outside_the_team_it_does_not_exist(casus: int) -> None:
    buren = maak_systeem(Rol.CONSULENT, ["gebiedsteam_vianen"])
    antwoord = buren.get(f"/api/v1/casussen/{casus}")
    assert (antwoord.status_code, antwoord.json()["fout"]) == (404, "niet_gevonden")

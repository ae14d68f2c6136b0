"""The rule that asks to look back on a plan."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from samendoen.casus.api import draag_regie_over, schrijf_plannen, sluit_casussen, stel_plannen_vast
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.toegang.api import handel_melding_af
from samendoen.werk.api import Uitslag, pas_taakregels_toe, rond_taak_af
from samendoen.werk.jobs import nieuwe_dag
from samendoen.werk.models import Taak
from samendoen.werk.queries.vandaag import Vraag, vandaag
from tests.casusmaker import TEAM, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
DAG = VANDAAG + timedelta(days=30)


@pytest.fixture
def plan(gezin: Gezin, casus: int, consulent: Actor) -> int:
    nummer = schrijf(consulent, casus, [doel(gezin.moeder)], DAG)
    stel_plannen_vast(consulent, [(nummer, VANDAAG)])
    return nummer


def draai(dag: date) -> Uitslag:
    with klok.op(dag):
        return pas_taakregels_toe(SYSTEEM, codes=["evaluatie"])


def test_the_night_reminds_a_fortnight_before_and_tells_the_team_when_the_day_passed(
    plan: int, consulent: Actor
) -> None:
    nachten: dict[int, list[str]] = {}
    for n in (-15, -14, -1, 0, 1, 40):
        with klok.op(DAG + timedelta(days=n)):
            nieuwe_dag(0)
        nachten[n] = [t.regel for t in Taak.objects.filter(status="open", regel__startswith="evaluatie")]
    voor, na = ["evaluatie"], ["evaluatie-gemist"]
    assert nachten == {-15: [], -14: voor, -1: voor, 0: voor, 1: na, 40: na}
    eerst, gemist = Taak.objects.filter(regel__startswith="evaluatie").order_by("pk")
    assert (eerst.gebruiker_id, eerst.uiterlijk, gemist.uiterlijk) == (consulent.id, DAG, DAG)
    assert gemist.groep is not None
    assert gemist.groep.code == TEAM
    assert "versie 1 van het plan" in eerst.uitleg
    assert "nog geen evaluatie" in gemist.uitleg


def test_who_ticks_the_task_off_without_looking_back_is_not_forgotten(plan: int, consulent: Actor) -> None:
    draai(DAG)
    rond_taak_af(consulent, Taak.objects.get().pk)
    with klok.op(DAG + timedelta(days=1)):
        nieuwe_dag(0)
        [over] = Taak.objects.filter(status="open", regel="evaluatie-gemist")
        html = klant(consulent).get(reverse("taak", args=[over.pk])).content.decode()
    for woorden in ("Waarom staat dit hier?", "evaluatie gemist", "Plan vastgesteld", "Geen document"):
        assert woorden in html, woorden


def test_running_it_again_changes_nothing(plan: int) -> None:
    draai(DAG)
    assert draai(DAG) == Uitslag()


def test_it_stands_on_vandaag_by_the_name_of_the_household(plan: int, consulent: Actor) -> None:
    draai(DAG)
    with klok.op(DAG):
        [rij] = vandaag(consulent, Vraag())["taken"].rijen
    assert rij["onder"] == "Fatima Yilmaz en nog 2"


def test_a_next_version_that_holds_takes_it_away(
    gezin: Gezin, casus: int, plan: int, consulent: Actor
) -> None:
    draai(DAG)
    with klok.op(DAG):
        nieuw = schrijf(consulent, casus, [doel(gezin.moeder)], DAG + timedelta(days=90))
        stel_plannen_vast(consulent, [(nieuw, DAG)])
    assert draai(DAG).vervallen == 1


def test_it_goes_along_with_the_direction(casus: int, plan: int, consulent: Actor, collega: Actor) -> None:
    draai(DAG)
    assert collega.id is not None
    with klok.op(DAG):
        draag_regie_over(collega, [(casus, collega.id, DAG)])
    assert draai(DAG).verzet == 1
    assert Taak.objects.get().gebruiker_id == collega.id


def test_in_a_closed_casus_nobody_looks_back(gezin: Gezin, casus: int, plan: int, consulent: Actor) -> None:
    draai(DAG)
    with klok.op(DAG):
        handel_melding_af(consulent, gezin.melding, "onderzocht", DAG)
        sluit_casussen(consulent, [(casus, "zelf_verder", DAG)])
    assert draai(DAG).vervallen == 1


def test_a_concept_asks_nothing(gezin: Gezin, casus: int, consulent: Actor) -> None:
    schrijf(consulent, casus, [doel(gezin.moeder)], DAG)
    assert draai(DAG) == Uitslag()
    assert schrijf_plannen(SYSTEEM, []) == []

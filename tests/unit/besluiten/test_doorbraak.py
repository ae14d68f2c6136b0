"""Rules of the doorbraakbudget: what a household can still get, and what was spent."""

from datetime import date

import pytest

from samendoen.besluiten import events
from samendoen.besluiten.definities.doorbraak import doorbraakdefinitie
from samendoen.besluiten.rules.doorbraak import maanden_terug, ruimte, vouw_doorbraak
from samendoen.kernel.rechten import Rol

DAG = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        (DAG, 12, date(2023, 6, 3)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
    ],
)
def test_so_many_months_back(dag: date, maanden: int, verwacht: date) -> None:
    assert maanden_terug(dag, maanden) == verwacht


def test_the_ceiling_counts_what_was_granted_in_the_months_before() -> None:
    eerder = [(date(2023, 6, 3), 100000), (date(2023, 6, 4), 60000), (DAG, 30000), (date(2024, 6, 4), 99)]
    assert ruimte(250000, eerder, DAG, 12) == 160000
    assert ruimte(50000, eerder, DAG, 12) == 0


def test_a_budget_is_the_fold_of_its_events() -> None:
    toegekend = events.DoorbraakToegekend(casus=1, kader="wmo", team="leerdam", bedrag_eurocent=40000)
    uitgaven = [events.DoorbraakuitgaveGeboekt(uitgave=n, bedrag_eurocent=n * 100) for n in (1, 2)]
    stand = vouw_doorbraak([(DAG, toegekend), *((DAG, u) for u in uitgaven)])
    assert stand is not None
    assert (stand.toegekend, stand.toegekend_op, stand.besteed) == (40000, DAG, 300)
    assert vouw_doorbraak([]) is None


def test_a_role_that_is_not_named_grants_nothing() -> None:
    regels = doorbraakdefinitie("algemeen")
    assert regels.tot(frozenset({Rol.CONSULENT})) == 50000
    assert regels.tot(frozenset({Rol.CONSULENT, Rol.TEAMLEIDER})) == 250000
    assert regels.tot(frozenset({Rol.LOKET})) == 0

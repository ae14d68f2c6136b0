"""A budget of one's own: what the law asks first, and the most it may be."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from samendoen.besluiten.events.pgb import PgbVastgelegd, ZorgovereenkomstBeoordeeld
from samendoen.besluiten.rules import Frequentie, bedrag_eurocent
from samendoen.besluiten.rules.pgb import Pgbstand, Voorwaarde, hoogste_budget, ontbrekend, vouw_pgb

DAG = date(2024, 6, 3)


def test_the_conditions_that_are_not_met_are_named_in_the_order_of_the_law() -> None:
    assert ontbrekend([]) == tuple(Voorwaarde)
    assert ontbrekend(["legt_uit_waarom", "goede_hulp"]) == (Voorwaarde.KAN_HET_AAN,)
    assert ontbrekend([v.value for v in Voorwaarde]) == ()


@given(st.integers(1, 50_000), st.decimals("0.25", "168", places=2), st.sampled_from(Frequentie))
def test_the_most_is_what_the_help_costs_in_kind_in_a_year(
    prijs: int, omvang: Decimal, soort: Frequentie
) -> None:
    jaar = hoogste_budget(prijs, omvang, soort)
    assert jaar == bedrag_eurocent(prijs, omvang, soort, DAG, None)
    half = bedrag_eurocent(prijs, omvang, soort, DAG, date(2024, 11, 3))
    assert half <= jaar


def test_the_state_of_a_budget_is_the_fold_of_its_events() -> None:
    eerst = PgbVastgelegd(budget_eurocent=500_000, beheer="zelf", voorwaarden=("kan_het_aan",))
    akkoord = ZorgovereenkomstBeoordeeld(op=DAG)
    later = PgbVastgelegd(budget_eurocent=500_000, beheer="vertegenwoordiger", voorwaarden=())
    assert vouw_pgb([]) is None
    assert vouw_pgb([(DAG, akkoord)]) is None
    stand = Pgbstand(500_000, "zelf", ("kan_het_aan",), DAG)
    assert vouw_pgb([(DAG, eerst), (DAG, akkoord)]) == stand
    assert vouw_pgb([(DAG, eerst), (DAG, akkoord), (DAG, later)]) == Pgbstand(
        500_000, "vertegenwoordiger", (), DAG
    )
    terug = ZorgovereenkomstBeoordeeld(op=None)
    assert vouw_pgb([(DAG, eerst), (DAG, akkoord), (DAG, terug)]) == Pgbstand(
        500_000, "zelf", ("kan_het_aan",)
    )

"""Lights: by whose bounds of which day a figure is green, orange or red."""

from datetime import date
from decimal import Decimal

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.queries.lichten import eenheid_van, getoond
from samendoen.cijfers.queries.tabellen import Rij, Tabel
from samendoen.cijfers.rules.lichten import Grens, Kleur, dag_van, geldende, keur_grenzen


def grens(nummer: int, vanaf: date, *, hoger: bool = True, groen: int = 20, oranje: int = 10) -> Grens:
    """Return bounds that hold from a day on."""
    return Grens(nummer, vanaf, hoger, Decimal(groen), Decimal(oranje))


@pytest.mark.parametrize(
    ("hoger", "waarde", "kleur"),
    [
        (True, "20", Kleur.GROEN),
        (True, "19.99", Kleur.ORANJE),
        (True, "10", Kleur.ORANJE),
        (True, "9.99", Kleur.ROOD),
        (False, "10", Kleur.GROEN),
        (False, "10.01", Kleur.ORANJE),
        (False, "20", Kleur.ORANJE),
        (False, "20.01", Kleur.ROOD),
    ],
)
def test_a_bound_itself_is_still_good(hoger: bool, waarde: str, kleur: Kleur) -> None:
    groen, oranje = (20, 10) if hoger else (10, 20)
    g = grens(1, date(2024, 1, 1), hoger=hoger, groen=groen, oranje=oranje)
    assert g.kleur(Decimal(waarde)) is kleur
    assert keur_grenzen(hoger, Decimal(groen), Decimal(oranje))
    assert not keur_grenzen(hoger, Decimal(oranje), Decimal(groen))
    assert not keur_grenzen(hoger, Decimal(groen), Decimal(groen))


def test_bounds_colour_figures_from_their_day_on_and_what_was_set_last_holds() -> None:
    eerst, later = grens(1, date(2023, 1, 1)), grens(2, date(2024, 1, 1))
    weer, weg = grens(3, date(2023, 1, 1), groen=30), Grens(4, date(2024, 6, 1), True, None, None)
    alle = [later, weer, eerst, weg]
    assert geldende(alle, date(2022, 12, 31)) is None
    assert geldende(alle, date(2023, 1, 1)) is weer
    assert geldende(alle, date(2024, 5, 31)) is later
    assert geldende(alle, date(2024, 6, 1)) is weg
    assert weg.kleur(Decimal(1)) is None


def test_the_day_of_a_figure_is_the_last_of_its_period_or_of_the_snapshot() -> None:
    peildatum = date(2024, 6, 2)
    assert dag_van("2023", peildatum) == date(2023, 12, 31)
    assert dag_van("2024", peildatum) == peildatum
    assert dag_van("2024-K1", peildatum) == date(2024, 3, 31)
    assert dag_van("2024-02", peildatum) == date(2024, 2, 29)
    assert dag_van("", peildatum) == peildatum


@pytest.mark.parametrize(
    ("code", "rij", "gezien", "eenheid"),
    [
        ("besloten-binnen-termijn", Rij((2024,), 0.875, False, 7, 8), Decimal("87.5"), "%"),
        ("kosten-per-wet", Rij((2024,), 123_456, False, over=3), Decimal("1234.56"), "euro"),
        ("meldingen-per-team", Rij((2024,), 12, False), Decimal(12), "meldingen"),
        ("meldingen-per-team", Rij((2024,), None, True, klein=True), None, "meldingen"),
        ("dagen-tot-triage", Rij((2024,), None, False, over=0), None, "dagen"),
    ],
)
def test_a_bound_is_in_the_unit_that_people_read(
    code: str, rij: Rij, gezien: Decimal | None, eenheid: str
) -> None:
    indicator = definities.indicatoren()[code]
    tabel = Tabel(indicator, date(2024, 6, 2), ("jaar",), False, (rij,))
    assert getoond(rij, tabel) == gezien
    assert eenheid_van(indicator) == eenheid

"""A figure beside the one of a year before: counted by hand, in words."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from samendoen.cijfers.definities import indicatoren
from samendoen.cijfers.queries.dashboards.cijfer import cijferbeeld
from samendoen.cijfers.queries.dashboards.uitsnede import Uitsnede
from samendoen.cijfers.queries.tabellen import Rij, Tabel
from samendoen.cijfers.rules.ontwikkeling import Oordeel

PEILDATUM = date(2024, 6, 2)


class Nep(Uitsnede):
    """A day of which the tables are given."""

    def tabel(self, indicator: Any, per: Any) -> Tabel | None:
        return TABELLEN.get(indicator.code)


TABELLEN: dict[str, Tabel] = {}


def beeld(code: str, rijen: list[Rij], periode: str = "jaar") -> Any:
    """Return how these rows of an indicator are told."""
    indicator = indicatoren()[code]
    per = (periode,) if rijen and rijen[0].namen else ()
    TABELLEN[code] = Tabel(indicator, PEILDATUM, per, False, tuple(rijen), ({},) * len(per))
    return cijferbeeld(Nep(SimpleNamespace(peildatum=PEILDATUM)), indicator, periode)  # type: ignore[arg-type]


def aantal(jaar: str, n: int | None) -> Rij:
    return Rij((jaar,), n, n is None, klein=n is None)


def deel(jaar: str, teller: int, noemer: int) -> Rij:
    return Rij((jaar,), teller / noemer, False, teller, noemer)


@pytest.mark.parametrize(
    ("toen", "nu", "vergelijk"),
    [
        (400, 440, "10% meer dan in 2022 (400)"),
        (400, 380, "5% minder dan in 2022 (400)"),
        (3, 5, "2 meer dan in 2022 (3)"),
        (7, 7, "Evenveel als in 2022"),
    ],
)
def test_a_count_is_held_against_the_year_before(toen: int, nu: int, vergelijk: str) -> None:
    gezien = beeld("casussen-geopend", [aantal("2022", toen), aantal("2023", nu), aantal("2024", 1)])
    assert (gezien.waarde, gezien.eenheid, gezien.wanneer) == (str(nu), "casussen", "in 2023")
    assert gezien.vergelijk == vergelijk
    assert gezien.lopend == "1 in 2024, t/m 2 juni 2024"


def test_a_share_differs_by_points_and_a_few_cases_may_be_chance() -> None:
    veel = beeld("besloten-binnen-termijn", [deel("2022", 80, 100), deel("2023", 95, 100)])
    assert (veel.waarde, veel.van) == ("95%", "95 van 100")
    assert (veel.vergelijk, veel.oordeel) == ("15 procentpunt hoger dan in 2022 (80%)", Oordeel.BETER)
    weinig = beeld("besloten-binnen-termijn", [deel("2022", 80, 100), deel("2023", 82, 100)])
    assert weinig.oordeel is Oordeel.TOEVAL


def test_a_quarter_is_held_against_the_same_quarter() -> None:
    rijen = [aantal("2023-K1", 50), aantal("2023-K4", 90), aantal("2024-K1", 60), aantal("2024-K2", 9)]
    gezien = beeld("casussen-geopend", rijen, "kwartaal")
    assert gezien.wanneer == "in kwartaal 1 van 2024"
    assert gezien.vergelijk == "20% meer dan in kwartaal 1 van 2023 (50)"


def test_what_is_hidden_or_missing_is_said_and_not_guessed() -> None:
    verborgen = beeld("casussen-geopend", [aantal("2022", None), aantal("2023", 50)])
    assert (verborgen.oordeel, "verborgen om mensen" in verborgen.vergelijk) == (None, True)
    nieuw = beeld("casussen-geopend", [aantal("2023", 50)])
    assert nieuw.vergelijk == "Een jaar eerder is er geen cijfer."
    zelf = beeld("casussen-geopend", [aantal("2022", 9), aantal("2023", None)])
    assert (zelf.waarde, zelf.bekend) == ("1 t/m 4", False)
    lopend = beeld("casussen-geopend", [aantal("2024", 12)])
    assert (lopend.waarde, lopend.wanneer) == ("12", "in 2024, t/m 2 juni 2024")
    assert beeld("casussen-geopend", []).vergelijk == "Hier is nog niets van geteld."


def test_a_break_in_the_series_is_said_instead_of_a_judgement() -> None:
    rijen = [aantal("2023-K1", 50), aantal("2024-K1", 60)]
    gezien = beeld("meldingen-per-team", rijen, "kwartaal")
    assert (gezien.oordeel, gezien.vergelijk.endswith("maar de telling veranderde")) == (None, True)

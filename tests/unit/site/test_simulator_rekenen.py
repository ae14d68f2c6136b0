"""Days and volumes of the simulated provider: within what the standard allows, and always the same."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samendoen.berichten.rules import volume as norm
from samendoen.recht.api import is_gewone_dag, plus_werkdagen
from samendoen.site.simulator.rekenen import (
    Periode,
    bedrag,
    geleverd,
    hoogstens,
    kenmerk,
    maanden,
    productperiode,
    startdag,
    stopreden,
    uiterlijk_gemeld,
)
from samendoen.site.simulator.tarieven import Tarief, Tarieven
from samendoen.site.simulator.waarden import Levering, Stand, Toewijzing

WEKELIJKS = Toewijzing(
    *("WMO", 7, "999990019", "02", "02A01", date(2025, 7, 7), date(2025, 9, 7), ""),
    *(3, "04", "2", None, "2025-07-01T09:00:00"),
)


def zorg(t: Toewijzing) -> list[Levering]:
    return [Levering(t.standaard, t.nummer, t.ingang, t.einde, "", Stand.GEMELD)]


def per_maand(t: Toewijzing, zaad: int = 0) -> dict[str, int]:
    """Return what is delivered in every month when all of it is declared."""
    assert t.einde is not None
    al, uit = 0, {}
    for maand in maanden(t.ingang, t.einde):
        uit[maand] = geleverd(t, zorg(t), maand, al, zaad)
        al += uit[maand]
    return uit


# The examples of IV076 and IV077: an assignment for a result, ending on and before a Sunday.
@pytest.mark.parametrize(
    ("einde", "verwacht"), [(date(2025, 9, 7), [900, 1500, 300]), (date(2025, 9, 6), [900, 1800, 0])]
)
def test_a_result_per_week_counts_sundays(einde: date, verwacht: list[int]) -> None:
    t = replace(WEKELIJKS, einde=einde, volume=300, eenheid="83")
    assert list(per_maand(t).values()) == verwacht


@given(
    st.integers(0, 500), st.integers(0, 300), st.sampled_from(["2", "4", "6", "1"]), st.integers(1, 40),
    st.integers(0, 50), st.sampled_from(["04", "14", "16", "82", "83"]),
)  # fmt: skip
def test_care_stays_within_what_is_granted(
    dag: int, duur: int, frequentie: str, volume: int, zaad: int, eenheid: str
) -> None:
    ingang = date(2024, 1, 1) + timedelta(days=dag)
    t = replace(
        WEKELIJKS, ingang=ingang, einde=ingang + timedelta(days=duur), frequentie=frequentie, volume=volume,
        eenheid=eenheid,
    )  # fmt: skip
    uit = per_maand(t, zaad)
    assert uit == per_maand(t, zaad)
    ruimte = hoogstens(t)
    assert ruimte is not None and 0 <= sum(uit.values()) <= ruimte
    assert frequentie != "6" or sum(uit.values()) == volume
    geheel = norm.Periode(t.ingang, ingang + timedelta(days=duur))
    for maand, geleverd_ in uit.items():
        periode = productperiode(t, maand)
        assert periode is not None
        deel = norm.Periode(periode.van, periode.tot)
        if frequentie == "2" and eenheid in {"82", "83"}:
            assert geleverd_ <= norm.hoogstens_output(volume, deel, geheel)
        elif frequentie == "2":
            assert geleverd_ <= norm.hoogstens_inspanning(volume, deel)
        elif frequentie == "4":
            assert geleverd_ <= volume


def test_a_budget_may_be_declared_in_the_unit_of_the_contract() -> None:
    t = replace(WEKELIJKS, code="", volume=None, eenheid="", frequentie="", budget=10000)
    per_dagdeel = Tarieven({"02A01": (4800, False)}, eenheid={"02A01": "16"}).product_van(t)
    assert (per_dagdeel.eenheid, per_dagdeel.tarief) == ("16", Tarief(4800))
    assert (Tarieven().product_van(t).eenheid, Tarieven().product_van(t).tarief) == ("83", None)


def test_a_budget_is_spread_and_never_exceeded() -> None:
    t = replace(WEKELIJKS, code="", volume=None, eenheid="", frequentie="", budget=10000)
    assert list(per_maand(t).values()) == [3333, 3333, 3334]
    assert geleverd(t, [], "2025-08", 0, 0) == 0


@given(st.integers(0, 800), st.integers(0, 30))
def test_care_begins_within_days_and_is_reported_within_five_working_days(dag: int, zaad: int) -> None:
    t = replace(WEKELIJKS, ingang=date(2024, 1, 1) + timedelta(days=dag), einde=None)
    begin = startdag(t, zaad)
    assert t.ingang <= begin <= plus_werkdagen(t.ingang, 4)
    assert begin == t.ingang or is_gewone_dag(begin)
    assert uiterlijk_gemeld(begin) == plus_werkdagen(begin, 5)


def test_report_terms_skip_holidays_and_short_assignments_begin_at_once() -> None:
    assert uiterlijk_gemeld(date(2024, 4, 26)) == date(2024, 5, 3)  # King's Day is a Saturday
    # Christmas, the Friday after it (equated by decree) and New Year.
    assert uiterlijk_gemeld(date(2024, 12, 24)) == date(2025, 1, 6)
    kort = replace(WEKELIJKS, einde=WEKELIJKS.ingang)
    assert {startdag(kort, zaad) for zaad in range(20)} == {kort.ingang}


def test_the_reason_of_ending_follows_from_the_assignment() -> None:
    redenen = [stopreden(replace(WEKELIJKS, reden=reden)) for reden in ("", "02", "05", "07", "12")]
    assert redenen == ["19", "02", "36", "31", "37"]
    assert stopreden(replace(WEKELIJKS, standaard="JW", reden="07")) == "35"


def test_numbers_of_ours_are_the_same_every_time_and_differ_by_what_they_are_about() -> None:
    assert kenmerk(1, "WMO305", 7) == kenmerk(1, "WMO305", 7)
    assert len({kenmerk(zaad, "WMO305", nummer) for zaad in range(30) for nummer in range(30)}) == 900
    assert len(kenmerk(0, "x")) == 12 and kenmerk(0, "x").isalnum()


def test_hours_at_a_tariff_per_hour_may_be_declared_by_the_minute() -> None:
    product = Tarieven({"02A01": (4001, True)}).product_van(WEKELIJKS)
    assert (product.eenheid, product.maal, product.tarief) == ("01", 60, Tarief(4001, per_uur=True))
    assert (Tarief(4001, per_uur=True).in_bericht, bedrag(90, 4001, per_uur=True)) == (67, 6002)
    assert Tarieven().product_van(WEKELIJKS).tarief == Tarief(6000)
    assert Tarieven(aspecifiek={"02": "02A77"}).product_van(replace(WEKELIJKS, code="")).code == "02A77"
    assert Periode(date(2024, 1, 1), date(2024, 1, 1)).dagen == 1

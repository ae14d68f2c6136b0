"""Amounts, statuses and the catalogue, on values alone."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from samendoen.besluiten import rules
from samendoen.besluiten.definities import Catalogus, catalogus, catalogusnamen
from samendoen.besluiten.rules import bedrag_eurocent, keren, omvang_tekst, past_in_de_week
from samendoen.kernel.definities import Definitiefout


@pytest.mark.parametrize(
    ("frequentie", "van", "tot", "verwacht"),
    [
        ("per_week", date(2024, 6, 10), date(2024, 6, 17), 1),
        ("per_week", date(2024, 6, 10), date(2024, 6, 18), 2),
        ("per_week", date(2024, 6, 10), None, 52),
        ("per_vier_weken", date(2024, 6, 10), date(2024, 7, 8), 1),
        ("per_vier_weken", date(2024, 6, 10), date(2024, 7, 9), 2),
        ("per_vier_weken", date(2024, 6, 10), None, 13),
        # A leap year is twelve months, not thirteen.
        ("per_maand", date(2024, 1, 1), date(2025, 1, 1), 12),
        ("per_maand", date(2024, 1, 1), date(2024, 2, 2), 2),
        ("per_maand", date(2024, 6, 10), None, 12),
        ("totaal", date(2024, 6, 10), None, 1),
        ("totaal", date(2024, 6, 10), date(2030, 6, 10), 1),
    ],
)
def test_begun_weeks_and_months_count_whole(
    frequentie: str, van: date, tot: date | None, verwacht: int
) -> None:
    assert keren(frequentie, van, tot) == verwacht


def test_an_amount_is_price_times_volume_over_the_period() -> None:
    assert bedrag_eurocent(3600, Decimal("2.5"), "per_week", date(2024, 6, 10), date(2024, 6, 24)) == 18000
    assert bedrag_eurocent(333, Decimal("0.5"), "totaal", date(2024, 6, 10), None) == 167


@pytest.mark.parametrize(
    ("omvang", "eenheid", "frequentie", "past"),
    [
        ("168", "uur", "per_week", True),
        ("168.5", "uur", "per_week", False),
        ("8", "etmaal", "per_week", False),
        ("28", "etmaal", "per_vier_weken", True),
        ("400", "uur", "totaal", True),
        ("99", "rit", "per_week", True),
    ],
)
def test_no_more_fits_in_a_week_than_there_is(omvang: str, eenheid: str, frequentie: str, past: bool) -> None:
    assert past_in_de_week(Decimal(omvang), eenheid, frequentie) is past


@pytest.mark.parametrize(("getal", "tekst"), [("3", "3"), ("3.00", "3"), ("2.50", "2,5"), ("10", "10")])
def test_a_volume_is_written_with_a_comma(getal: str, tekst: str) -> None:
    assert omvang_tekst(Decimal(getal)) == tekst


@pytest.mark.parametrize(
    ("overgangen", "statussen"),
    [
        (rules.AANVRAAG_OVERGANGEN, rules.Aanvraagstatus),
        (rules.BESLUIT_OVERGANGEN, rules.Besluitstatus),
        (rules.VOORZIENING_OVERGANGEN, rules.Voorzieningstatus),
        (rules.TOEWIJZING_OVERGANGEN, rules.Toewijzingstatus),
    ],
    ids=["aanvraag", "besluit", "voorziening", "toewijzing"],
)
def test_every_status_has_its_row_and_leads_to_known_ones(
    overgangen: Mapping[StrEnum, Mapping[str, StrEnum]], statussen: type[StrEnum]
) -> None:
    assert set(overgangen) == set(statussen)
    assert {naar for stappen in overgangen.values() for naar in stappen.values()} <= set(statussen)


def test_a_decision_that_holds_is_not_taken_back() -> None:
    assert "neem_terug" not in rules.BESLUIT_OVERGANGEN[rules.Besluitstatus.BEKENDGEMAAKT]


@pytest.mark.parametrize("naam", catalogusnamen())
def test_every_catalogue_fits_its_schema_and_every_product_has_a_provider(naam: str) -> None:
    definitie, merk = catalogus({"vijfheerenlanden": "1961"}[naam])
    geleverd = {code for aanbieder in definitie.aanbieder for code in aanbieder.producten}
    assert geleverd == {product.code for product in definitie.product if not product.eigen_uitgifte}
    assert len(merk) == 64


def test_a_municipality_without_a_catalogue_is_named() -> None:
    with pytest.raises(Definitiefout, match="9999"):
        catalogus("9999")


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"categorie": "kelder"}, "categorie bestaat niet"),
        ({"prijs_eurocent": 0}, "greater than 0"),
        ({"aanname": False}, "noem een bron"),
    ],
)
def test_a_product_that_is_wrong_is_refused(anders: dict[str, object], zin: str) -> None:
    product = {
        "code": "hulp",
        "naam": "hulp",
        "categorie": "thuis",
        "omschrijving": "Hulp.",
        "eenheid": "uur",
        "frequentie": "per_week",
        "prijs_eurocent": 100,
        "aanname": True,
    }
    aanbieder = {"agb": "99990001", "naam": "A", "plaats": "B", "producten": ["hulp"], "aanname": True}
    with pytest.raises(ValueError, match=zin):
        Catalogus.model_validate(
            {
                "gemeente": "1961",
                "categorie": [{"code": "thuis", "naam": "Thuis", "kader": "wmo"}],
                "product": [{**product, **anders}],
                "aanbieder": [aanbieder],
            }
        )

"""The wall of the figures: nothing personal can be declared as a fact or written into one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samendoen.cijfers.actions.feitkolommen import (
    KLASSEN,
    TYPEN,
    Persoonlijk,
    keur_feitsoort,
    keur_waarden,
    kolommen_van,
)
from samendoen.kernel import stekkers
from samendoen.kernel.stekkers import Feitsoort, Kolom


def soort(*kolommen: Kolom) -> Feitsoort:
    def geen(peilmoment: Any) -> Iterator[list[tuple[Any, ...]]]:
        yield []

    return Feitsoort("proef", "een proef", kolommen, geen)


def kolom(naam: str = "team", type_: str = "code", privacy: str = "geen") -> Kolom:
    return Kolom(naam, type_, privacy, "uitleg")  # type: ignore[arg-type]


def test_the_types_and_classes_are_a_closed_list_without_anything_personal() -> None:
    assert {"code", "datum", "geheel", "janee", "pseudoniem"} == TYPEN
    assert {"geen", "pseudoniem", "band"} == KLASSEN


def test_every_fact_that_a_context_offers_keeps_the_wall() -> None:
    aangeboden = dict(stekkers.feit)
    assert "melding" in aangeboden
    for naam, aanbod in aangeboden.items():
        assert aanbod.naam == naam
        keur_feitsoort(aanbod)


@pytest.mark.parametrize(
    "verkeerd",
    [
        kolom(type_="tekst"),
        kolom(privacy="persoon"),
        kolom(privacy="bijzonder"),
        kolom(type_="pseudoniem", privacy="geen"),
        kolom(type_="code", privacy="pseudoniem"),
        kolom(naam="bsn"),
        kolom(naam="naam_inwoner"),
        kolom(naam="geboortedatum", type_="datum"),
        kolom(naam="Team"),
        kolom(naam='team"; DROP'),
    ],
    ids=lambda k: f"{k.naam}-{k.type}-{k.privacy}",
)
def test_a_personal_column_cannot_be_declared(verkeerd: Kolom) -> None:
    with pytest.raises(Persoonlijk):
        keur_feitsoort(soort(verkeerd))


def test_a_fact_without_columns_or_with_one_twice_is_refused() -> None:
    for verkeerd in (soort(), soort(kolom(), kolom())):
        with pytest.raises(Persoonlijk):
            keur_feitsoort(verkeerd)


@pytest.mark.parametrize(
    ("type_", "waarde"),
    [
        ("code", "Jansen"),
        ("code", "Wilt u mij helpen met de was?"),
        ("code", "jan jansen"),
        ("code", "123456782"),
        ("code", "bsn-123456782"),
        ("code", "a" * 81),
        ("code", ""),
        ("code", 5),
        ("datum", datetime(2024, 6, 3, 9, tzinfo=UTC)),
        ("datum", "2024-06-03"),
        ("geheel", 1.5),
        ("geheel", True),
        ("janee", 1),
        ("janee", "ja"),
        ("pseudoniem", "123456782"),
    ],
)
def test_a_value_of_another_type_is_refused(type_: str, waarde: Any) -> None:
    with pytest.raises(Persoonlijk):
        keur_waarden("proef", kolom(type_=type_), [None, waarde])


def test_the_refusal_does_not_repeat_what_was_personal() -> None:
    with pytest.raises(Persoonlijk) as fout:
        keur_waarden("proef", kolom(), ["Wilhelmina Kanarie"])
    assert "Kanarie" not in str(fout.value)


@pytest.mark.parametrize(
    ("type_", "waarden"),
    [
        ("code", ["leerdam", "wmo-onderzoek", "a.b_c", "4141", None]),
        ("datum", [date(2024, 6, 3), None]),
        ("geheel", [0, -3, 10_000_000_000, None]),
        ("janee", [True, False, None]),
        ("pseudoniem", [1, None]),
    ],
)
def test_values_of_the_type_pass(type_: str, waarden: list[Any]) -> None:
    keur_waarden("proef", kolom(type_=type_), waarden)


def test_rows_become_columns_and_a_row_of_another_width_is_refused() -> None:
    twee = soort(kolom("team"), kolom("aantal", "geheel"))
    assert kolommen_van(twee, [("a", 1), ("b", None)]) == [["a", "b"], [1, None]]
    with pytest.raises(Persoonlijk):
        kolommen_van(twee, [("a", 1), ("b",)])

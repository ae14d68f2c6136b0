"""Names as they are searched, house numbers, and the folds of events; without a database."""

from datetime import date

import pytest

from samendoen.inwoners.events import (
    GezagBeeindigd,
    GezagVastgelegd,
    GezinslidErbij,
    GezinslidVertrokken,
    HuishoudenGevormd,
    InwonerGeregistreerd,
    RelatieBeeindigd,
    RelatieVastgelegd,
)
from samendoen.inwoners.rules import (
    Gezagsperiode,
    Lidmaatschap,
    Relatieperiode,
    dubbel,
    kaal_huisnummer,
    tegelijk,
    volledige_naam,
    vouw,
    vouw_gezag,
    vouw_relaties,
    zoeknaam,
    zoeknamen,
)

EEN, TWEE, DRIE = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)


@pytest.mark.parametrize(
    ("naam", "gezocht"),
    [
        ("Jansen", "jansen"),
        ("de Vries", "vries"),
        ("van der Berg", "berg"),
        ("Van 't Hoff", "hoff"),
        ("d'Ancona", "ancona"),
        ("Jansen-de Vries", "jansendevries"),
        ("Müller", "muller"),
        ("Åström", "astrom"),
        ("Sørensen", "sorensen"),
        ("Weiß", "weiss"),
        ("De Den", "den"),
        ("  ", ""),
        ("--", ""),
        ("O’Brien", "obrien"),
    ],
)
def test_a_surname_is_searched_without_prefixes_accents_and_signs(naam: str, gezocht: str) -> None:
    assert zoeknaam(naam) == gezocht


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("Jansen", ("jansen",)),
        ("Piet Jansen", ("pietjansen", "jansen")),
        ("Piet de Vries", ("pietdevries", "vries")),
        ("Vries, de", ("vries",)),
        ("Jansen, Piet", ("jansen",)),
        (" ", ()),
    ],
)
def test_first_names_before_the_surname_do_no_harm(getypt: str, bedoeld: tuple[str, ...]) -> None:
    assert zoeknamen(getypt) == bedoeld


@pytest.mark.parametrize("nummer", ["12 A", "12a", "12-a", " 12/A "])
def test_a_house_number_has_one_form(nummer: str) -> None:
    assert kaal_huisnummer(nummer) == "12a"


def test_somebody_is_addressed_by_call_name_or_first_name() -> None:
    assert volledige_naam("Pieter Jan", "", "de", "Vries") == "Pieter de Vries"
    assert volledige_naam("Pieter Jan", "Piet", "", "Jansen") == "Piet Jansen"
    assert volledige_naam("", "", "", "Jansen") == "Jansen"


def test_who_is_named_twice_is_found() -> None:
    assert (dubbel([1, 2, 3]), dubbel([1, 2, 1])) == (None, 1)


def test_a_household_folds_into_who_lives_there_since_when() -> None:
    gevormd = HuishoudenGevormd(
        personen=(1, 2), rollen=("ouder", "kind"), sinds=(EEN, TWEE), hoofdverblijf=(True, False)
    )
    erbij = GezinslidErbij(persoon=3, rol="partner", hoofdverblijf=True)
    assert vouw([(EEN, gevormd), (TWEE, erbij), (DRIE, GezinslidVertrokken(persoon=1))]) == {
        Lidmaatschap(1, "ouder", EEN, DRIE),
        Lidmaatschap(2, "kind", TWEE, None, False),
        Lidmaatschap(3, "partner", TWEE),
    }


def test_who_left_and_came_back_has_two_periods() -> None:
    gevormd = HuishoudenGevormd(personen=(1,), rollen=("ouder",), sinds=(EEN,), hoofdverblijf=(True,))
    terug = GezinslidErbij(persoon=1, rol="ouder", hoofdverblijf=True)
    verhaal = [(EEN, gevormd), (TWEE, GezinslidVertrokken(persoon=1)), (DRIE, terug)]
    assert vouw(verhaal) == {Lidmaatschap(1, "ouder", EEN, TWEE), Lidmaatschap(1, "ouder", DRIE)}


def test_custody_folds_into_who_has_it_since_when() -> None:
    verhaal = [
        (EEN, InwonerGeregistreerd()),
        (EEN, GezagVastgelegd(gezaghebber=1)),
        (EEN, GezagVastgelegd(gezaghebber=2)),
        (TWEE, GezagBeeindigd(gezaghebber=1)),
        (DRIE, GezagVastgelegd(gezaghebber=1)),
    ]
    assert vouw_gezag(verhaal) == {
        Gezagsperiode(1, EEN, TWEE),
        Gezagsperiode(2, EEN),
        Gezagsperiode(1, DRIE),
    }


def test_relations_fold_into_who_matters_since_when() -> None:
    verhaal = [
        (EEN, RelatieVastgelegd(relatie=7, relatiesoort="mantelzorger")),
        (TWEE, RelatieVastgelegd(relatie=8, relatiesoort="netwerk")),
        (DRIE, RelatieBeeindigd(relatie=7)),
        (DRIE, InwonerGeregistreerd()),
    ]
    assert vouw_relaties(verhaal) == {
        Relatieperiode(7, "mantelzorger", EEN, DRIE),
        Relatieperiode(8, "netwerk", TWEE),
    }


def test_how_many_hold_together_counts_one_day_at_a_time() -> None:
    achter_elkaar = [(EEN, TWEE), (TWEE, DRIE), (DRIE, None)]
    assert tegelijk(achter_elkaar, EEN) == 1
    assert tegelijk([(EEN, None), (EEN, TWEE), (TWEE, None)], EEN) == 2
    assert tegelijk([(EEN, TWEE), (EEN, TWEE)], DRIE) == 0

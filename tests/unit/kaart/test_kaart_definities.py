"""The maps as data: every part says where it comes from, and what does not fit is refused."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.kaart.definities import Kaartdefinitie, kaartdefinitie, kaartnamen
from samendoen.kaart.rules import Ondersteuningsniveau
from samendoen.kernel.definities import Definitiefout, definitie_pad
from samendoen.organisatie.definities import gemeentedefinitie


def ruw(naam: str = "vijfheerenlanden") -> dict[str, Any]:
    return tomllib.loads(definitie_pad("kaart", f"{naam}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("naam", kaartnamen())
def test_a_map_is_found_by_name_and_by_cbs_code_and_fits_its_municipality(naam: str) -> None:
    definitie, merk = kaartdefinitie(naam)
    assert kaartdefinitie(definitie.gemeente) == (definitie, merk)
    gemeente = gemeentedefinitie(definitie.gemeente)
    kernen = {kern.naam for kern in gemeente.kern}
    gebieden = {gebied.code for gebied in gemeente.leefgebied}
    assert {plek.kern for plek in definitie.locatie} <= kernen
    assert {code for deel in definitie.aanbod for code in deel.leefgebieden} <= gebieden


@pytest.mark.parametrize("naam", kaartnamen())
def test_every_part_of_a_map_names_its_source_or_says_that_we_assumed_it(naam: str) -> None:
    definitie, _merk = kaartdefinitie(naam)
    for deel in (*definitie.organisatie, *definitie.locatie, *definitie.aanbod):
        assert deel.aanname != bool(deel.bron), deel


def test_the_map_of_the_demo_holds_help_of_every_weight() -> None:
    definitie, _merk = kaartdefinitie("1961")
    assert {deel.niveau for deel in definitie.aanbod} == set(Ondersteuningsniveau)


def test_a_municipality_without_a_map_is_named_with_those_that_have_one() -> None:
    with pytest.raises(Definitiefout, match="Er zijn er van: lopik, utrechtse-heuvelrug, vijfheerenlanden"):
        kaartdefinitie("9999")


def _onbekende_sleutel(d: dict[str, Any]) -> None:
    d["aanbod"][0]["telefoon"] = "06"


def _vreemde_organisatie(d: dict[str, Any]) -> None:
    d["aanbod"][0]["organisatie"] = "bestaat_niet"


def _dubbele_code(d: dict[str, Any]) -> None:
    d["organisatie"].append(dict(d["organisatie"][0]))


def _vreemde_plek(d: dict[str, Any]) -> None:
    d["aanbod"][0]["locaties"] = ["nergens"]


def _zonder_herkomst(d: dict[str, Any]) -> None:
    d["organisatie"][0].pop("bron", None)
    d["organisatie"][0].pop("aanname", None)


def _geen_leefgebied(d: dict[str, Any]) -> None:
    d["aanbod"][0]["leefgebieden"] = []


def _vreemd_document(d: dict[str, Any]) -> None:
    d["organisatie"][0]["bron"] = "onbekend: bladzijde 1"


@pytest.mark.parametrize(
    "breek",
    [
        _onbekende_sleutel,
        _vreemde_organisatie,
        _dubbele_code,
        _vreemde_plek,
        _zonder_herkomst,
        _geen_leefgebied,
        _vreemd_document,
    ],
)
def test_a_map_that_does_not_fit_is_refused(breek: Callable[[dict[str, Any]], None]) -> None:
    definitie = ruw()
    Kaartdefinitie.model_validate(definitie)
    breek(definitie)
    with pytest.raises(ValidationError):
        Kaartdefinitie.model_validate(definitie)

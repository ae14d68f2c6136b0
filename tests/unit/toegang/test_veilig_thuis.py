"""The order of reports from Veilig Thuis as data, and what its schema refuses."""

import tomllib
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.kernel.definities import definitie_pad
from samendoen.toegang.definities import Voorrangtabel, voorrangtabel
from samendoen.toegang.rules import Vtvraag, voorrang

TABELLEN = sorted(pad.stem for pad in definitie_pad("veilig_thuis").glob("*.toml"))


@pytest.mark.parametrize("naam", TABELLEN)
def test_every_row_can_hold_and_the_days_grow_with_the_place(naam: str) -> None:
    regels = [regel.als_waarde() for regel in voorrangtabel(naam).regel]
    vragen = [
        Vtvraag(spoed, kader, groep, eerder)
        for spoed in (True, False)
        for kader in ("jeugd", "wmo")
        for groep in ("", "kind", "volwassene", "oudere")
        for eerder in (True, False)
    ]
    assert {voorrang(regels, vraag)[1].code for vraag in vragen} == {regel.code for regel in regels}
    dagen = [regel.binnen_werkdagen for regel in regels]
    assert dagen == sorted(dagen)


def test_a_report_under_the_youth_law_about_somebody_unknown_is_about_a_child() -> None:
    assert Vtvraag(False, "jeugd", "", False).kind
    assert not Vtvraag(False, "jeugd", "volwassene", False).kind


@pytest.mark.parametrize(
    ("verander", "woord"),
    [
        (lambda d: d["regel"].pop(), "moet altijd gelden"),
        (lambda d: d["regel"].append(d["regel"][-1]), "regel"),
        (lambda d: d["regel"][0].update(binnen_werkdagen=-1), "binnen_werkdagen"),
        (lambda d: d["regel"][0].update(bron="x: y"), "bron"),
        (lambda d: d.update(python="import os"), "python"),
    ],
)
def test_the_schema_refuses_what_cannot_be(verander: Any, woord: str) -> None:
    gegevens = tomllib.loads(definitie_pad("veilig_thuis", "algemeen.toml").read_text())
    verander(gegevens)
    with pytest.raises(ValidationError, match=woord):
        Voorrangtabel.model_validate(gegevens)

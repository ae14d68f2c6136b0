"""The meldcode as data and as rules."""

import tomllib
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.casus.definities import Meldcode, meldcodes
from samendoen.casus.rules import (
    KETEN,
    PAD_OVERGANGEN,
    STAPPEN,
    Doelgroep,
    Padstatus,
    Stapsoort,
    als_antwoorden,
    als_codes,
    ontbreekt_stap,
    wijkt_af,
)
from samendoen.kernel.definities import definitie_pad
from samendoen.recht.api import WEEGVRAGEN, Besluit


def test_every_group_has_its_own_guidance_for_every_step() -> None:
    alle = meldcodes()
    assert set(alle) == set(Doelgroep)
    for groep, m in alle.items():
        assert m.doelgroep is groep
        assert [s.code for s in m.stap] == [s.value for s in STAPPEN]
        assert all(m.hulp(vraag.sleutel) for vraag in WEEGVRAGEN)
        assert m.bronnen
    gesprekken = {m.van_stap("gesprek").doel for m in alle.values()}
    assert len(gesprekken) == len(alle)


def bestand(groep: str = "kind") -> dict[str, Any]:
    return tomllib.loads(definitie_pad("meldcode", f"{groep}.toml").read_text())


@pytest.mark.parametrize(
    ("verander", "woord"),
    [
        (lambda d: d["stap"].reverse(), "de stappen zijn"),
        (lambda d: d["weegvraag"].pop(), "de weegvragen zijn"),
        (lambda d: d["stap"][0].update(bron="onbekend: iets"), "document"),
        (lambda d: d["stap"][1]["keuzes"].append(d["stap"][1]["keuzes"][0]), "keuze"),
        (lambda d: d.update(python="import os"), "python"),
    ],
)
def test_the_schema_refuses_what_cannot_be(verander: Any, woord: str) -> None:
    gegevens = bestand()
    verander(gegevens)
    with pytest.raises(ValidationError, match=woord):
        Meldcode.model_validate(gegevens)


def test_what_is_missing_is_every_step_that_was_not_taken() -> None:
    assert ontbreekt_stap(set()) == STAPPEN
    assert ontbreekt_stap({"signalen", "vt_melding", "wegen"}) == (
        Stapsoort.OVERLEG,
        Stapsoort.GESPREK,
        Stapsoort.BESLISSEN,
    )
    assert set(STAPPEN) | set(KETEN) == set(Stapsoort)


def test_a_decision_follows_the_weighing_or_differs() -> None:
    assert not wijkt_af(Besluit.MELDEN.value, "melden_en_hulp")
    assert wijkt_af(Besluit.MELDEN.value, "hulp")
    assert wijkt_af(Besluit.HULP.value, "afsluiten")
    assert not wijkt_af(Besluit.AFSLUITEN.value, "afsluiten")


def test_answers_become_codes_and_back() -> None:
    antwoorden = {"vermoeden": True, "hulp_mogelijk": False}
    assert als_codes(antwoorden) == ("vermoeden_ja", "hulp_mogelijk_nee")
    assert als_antwoorden(als_codes(antwoorden)) == antwoorden


def test_what_ended_goes_on_only_when_it_is_opened_again() -> None:
    assert set(PAD_OVERGANGEN[Padstatus.AFGEROND]) == {"heropen"}
    assert PAD_OVERGANGEN[Padstatus.INGETROKKEN] == {}

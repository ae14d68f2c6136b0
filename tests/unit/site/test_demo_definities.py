"""The demo's data: published figures exactly, assumed shares openly, questions that fit."""

import datetime
import tomllib
from collections.abc import Callable
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from samendoen.kernel.definities import Definitiefout, definitie_pad
from samendoen.organisatie.definities import Kader as OrganisatieKader
from samendoen.organisatie.definities import TeamSoort, gemeentedefinitie
from samendoen.site.demo.definities import (
    LEVENSFASEN,
    Kader,
    Kanaal,
    Levensfase,
    Meldingendemo,
    Teamgroep,
    Vragenbank,
    meldingendemo,
    vragenbank,
)
from samendoen.toegang.rules import Kanaal as ToegangKanaal

GEPUBLICEERD = {
    "Leerdam": ([547, 594, 641, 274], 500),
    "Meerkerk": ([282, 291, 299, 115], 313),
    "Vianen": ([661, 674, 802, 270], 556),
    "Wmo consulenten": ([2046, 2111, 2254, 709], 269),
}


def ruw() -> dict[str, Any]:
    return tomllib.loads(definitie_pad("demo", "vijfheerenlanden-meldingen.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("telnaam", "verwacht"), GEPUBLICEERD.items())
def test_counts_per_team_and_year_are_the_published_ones(
    telnaam: str, verwacht: tuple[list[int], int]
) -> None:
    demo = meldingendemo()
    aantallen, lopend = verwacht

    assert [demo.aantal(telnaam, jaar) for jaar in demo.jaren] == aantallen
    assert next(telling.lopend for telling in demo.telling if telling.telnaam == telnaam) == lopend


def test_totals_are_the_published_ones() -> None:
    demo = meldingendemo()

    assert demo.jaren == (2021, 2022, 2023, 2024)
    assert [sum(demo.aantal(naam, jaar) for naam in GEPUBLICEERD) for jaar in demo.jaren] == [
        3536,
        3670,
        3996,
        1368,
    ]
    assert sum(demo.totaal.meldingen.values()) == 12570
    assert sum(telling.lopend for telling in demo.telling) == demo.totaal.lopend == 1638


def test_the_misprint_is_recorded_and_explained() -> None:
    (fout,) = meldingendemo().drukfout
    assert (fout.telnaam, fout.gedrukt, fout.bedoeld) == ("Wmo consulenten", 2697, 269)
    assert fout.bron


def test_the_break_in_the_series_starts_in_2024() -> None:
    (breuk,) = meldingendemo().reeksbreuk
    assert breuk.vanaf == datetime.date(2024, 1, 1)
    assert breuk.telnamen == ("Wmo consulenten",)


def test_the_last_year_is_partial_and_today_is_the_monday_after() -> None:
    demo = meldingendemo()

    assert demo.vandaag == datetime.date(2024, 6, 3)
    assert demo.periode(2024) == (datetime.date(2024, 1, 1), datetime.date(2024, 5, 31))
    assert demo.periode(2023) == (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))


def test_every_label_is_a_team_of_the_municipality_of_the_right_kind() -> None:
    demo = meldingendemo()
    gemeente = gemeentedefinitie(demo.gemeente)
    soorten = {
        verdeling.telnaam: (team.soort.value, verdeling.teamgroep)
        for verdeling in demo.verdeling
        if (team := gemeente.team_met_telnaam(verdeling.telnaam))
    }

    assert set(soorten) == set(GEPUBLICEERD)
    assert all(soort == groep for soort, groep in soorten.values())


def test_a_team_only_gets_frames_it_serves() -> None:
    demo = meldingendemo()
    gemeente = gemeentedefinitie(demo.gemeente)
    for verdeling in demo.verdeling:
        team = gemeente.team_met_telnaam(verdeling.telnaam)
        assert team is not None
        assert set(verdeling.kader) <= {kader.value for kader in team.kaders}


def test_codes_are_those_of_organisatie_and_toegang() -> None:
    assert set(get_args(Kanaal)) == {kanaal.value for kanaal in ToegangKanaal}
    assert set(get_args(Kader)) == {kader.value for kader in OrganisatieKader}
    assert set(get_args(Teamgroep)) <= {soort.value for soort in TeamSoort}
    assert get_args(Levensfase) == LEVENSFASEN


def test_counts_have_a_source_and_shares_are_openly_ours() -> None:
    demo = meldingendemo()
    gepubliceerd = [*demo.telling, demo.totaal, *demo.drukfout, *demo.reeksbreuk]
    van_ons = [*demo.verdeling, *demo.kanaalverdeling, *demo.leeftijden, demo.ritme]

    assert {deel.document for deel in gepubliceerd} == {document.sleutel for document in demo.document}
    assert all(deel.aanname for deel in van_ons)


def verkeerde_telling(inhoud: dict[str, Any]) -> None:
    inhoud["telling"][0]["meldingen"]["2023"] = 640


def gedrukte_lopend(inhoud: dict[str, Any]) -> None:
    inhoud["telling"][3]["lopend"] = 2697


def scheve_kaders(inhoud: dict[str, Any]) -> None:
    inhoud["verdeling"][0]["kader"]["jeugd"] -= 1


def team_zonder_verdeling(inhoud: dict[str, Any]) -> None:
    inhoud["verdeling"].pop()


def kader_zonder_kanalen(inhoud: dict[str, Any]) -> None:
    inhoud["kanaalverdeling"].pop(0)


def jaar_te_kort(inhoud: dict[str, Any]) -> None:
    del inhoud["totaal"]["meldingen"]["2021"]


def vandaag_te_vroeg(inhoud: dict[str, Any]) -> None:
    inhoud["vandaag"] = datetime.date(2024, 5, 31)


@pytest.mark.parametrize(
    ("bederf", "zin"),
    [
        (verkeerde_telling, "totaal 2023: er staat 3996, de teams samen zijn 3995"),
        (gedrukte_lopend, "totaal lopend: er staat 1638, de teams samen zijn 4066"),
        (scheve_kaders, "kader: de delen tellen op tot 999, niet tot 1000"),
        (team_zonder_verdeling, "elke telnaam heeft precies één verdeling"),
        (kader_zonder_kanalen, "kanaalverdeling bestaat niet in dit bestand: gebiedsteam jeugd"),
        (jaar_te_kort, "dezelfde jaren als het totaal"),
        (vandaag_te_vroeg, "vandaag ligt na de laatste getelde dag"),
    ],
)
def test_figures_that_do_not_add_up_are_refused(bederf: Callable[[dict[str, Any]], None], zin: str) -> None:
    inhoud = ruw()
    Meldingendemo.model_validate(inhoud)
    bederf(inhoud)

    with pytest.raises(ValidationError, match=zin):
        Meldingendemo.model_validate(inhoud)


def test_a_municipality_without_figures_is_explained() -> None:
    with pytest.raises(Definitiefout, match=r"demo/lopik-meldingen\.toml is niet te lezen"):
        meldingendemo("lopik")


# --- the questions ---


def test_the_bank_is_rich_enough() -> None:
    bank = vragenbank()

    assert len(bank.vraag) >= 60
    assert {kader for vraag in bank.vraag for kader in vraag.kaders} == set(get_args(Kader))
    assert {kanaal for vraag in bank.vraag for kanaal in vraag.kanalen} == set(get_args(Kanaal))
    assert {vraag.levensfase for vraag in bank.vraag} == set(LEVENSFASEN)
    assert {vraag.zorgvrager for vraag in bank.vraag} == {1, 2, 3}


def test_every_life_domain_occurs_and_no_other() -> None:
    gebieden = {gebied.code for gebied in gemeentedefinitie("vijfheerenlanden").leefgebied}
    assert {gebied for vraag in vragenbank().vraag for gebied in vraag.leefgebieden} == gebieden


def test_every_channel_of_every_frame_has_a_question() -> None:
    bank = vragenbank()
    zonder = [
        (deel.teamgroep, deel.kader, kanaal)
        for deel in meldingendemo().kanaalverdeling
        for kanaal, promille in deel.kanaal.items()
        if promille and not any(vraag.past_bij(deel.teamgroep, deel.kader, kanaal) for vraag in bank.vraag)
    ]
    assert zonder == []


def test_filled_in_questions_have_no_open_places_and_fit_a_melding() -> None:
    bank = vragenbank()
    eerste = {plek: waarden[0] for plek, waarden in bank.invulling.items()}
    teksten = [vraag.ingevuld(eerste) for vraag in bank.vraag]

    assert not any("{" in tekst or "}" in tekst for tekst in teksten)
    assert all(tekst[0].isupper() and tekst[-1] in ".?" for tekst in teksten)
    assert len(set(teksten)) == len(teksten)


def test_filling_in_replaces_the_place() -> None:
    vraag = next(vraag for vraag in vragenbank().vraag if vraag.code == "huur_achter")

    assert vraag.invulplekken == {"maanden"}
    assert vraag.ingevuld({"maanden": "drie"}).startswith("Ik loop drie maanden achter met de huur")
    with pytest.raises(KeyError):
        vraag.ingevuld({})


def test_who_does_not_want_help_did_not_come_voluntarily() -> None:
    assert all(not vraag.vrijwillig for vraag in vragenbank().vraag if vraag.zorgvrager == 3)


def test_a_question_with_an_unknown_place_is_refused() -> None:
    vraag = vragenbank().vraag[0].model_copy(update={"tekst": "Mijn hond van {leeftijd_hond} blaft."})

    with pytest.raises(ValidationError, match="invulling bestaat niet in dit bestand: leeftijd_hond"):
        Vragenbank.model_validate({"invulling": {"maanden": ("twee",)}, "vraag": (vraag,)})

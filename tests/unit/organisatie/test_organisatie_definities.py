"""The four municipalities as data, and what their schema refuses."""

import datetime
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.kernel.definities import Definitiefout, definitie_hash, definitie_pad
from samendoen.kernel.models.dossier import Wet
from samendoen.organisatie.definities import (
    Bevoegdheid,
    Capaciteit,
    Gemeentedefinitie,
    Grens,
    Kader,
    Mandaat,
    Periode,
    Rol,
    gemeentedefinitie,
    gemeentedefinitie_hash,
    gemeentenamen,
)

CODES = {
    "lansingerland": "1621",
    "lopik": "0331",
    "utrechtse-heuvelrug": "1581",
    "vijfheerenlanden": "1961",
}
DEMODAG = datetime.date(2024, 6, 3)

TWAALF = [
    "Inkomen",
    "Participatie",
    "Opvoeden en opgroeien",
    "Veiligheid",
    "Psychische gezondheid",
    "Lichamelijke gezondheid",
    "Dagelijks functioneren",
    "Persoonlijke verzorging",
    "Wonen",
    "Woonomgeving",
    "Mobiliteit",
    "Huishouden",
]


def ruw(naam: str = "vijfheerenlanden") -> dict[str, Any]:
    tekst = definitie_pad("gemeenten", f"{naam}.toml").read_text(encoding="utf-8")
    return tomllib.loads(tekst, parse_float=Decimal)


@pytest.mark.parametrize(("naam", "code"), CODES.items())
def test_each_municipality_is_found_by_name_and_by_cbs_code(naam: str, code: str) -> None:
    assert gemeentedefinitie(naam).gemeente.code == code
    assert gemeentedefinitie(code) == gemeentedefinitie(naam)


def test_there_are_exactly_four() -> None:
    assert gemeentenamen() == tuple(CODES)


@pytest.mark.parametrize("vraag", ["utrecht", "9999", "", "../gemeenten/lopik"])
def test_an_unknown_municipality_names_the_known_ones(vraag: str) -> None:
    with pytest.raises(Definitiefout) as gevangen:
        gemeentedefinitie(vraag)
    assert "lansingerland, lopik, utrechtse-heuvelrug, vijfheerenlanden" in gevangen.value.toelichting


def test_the_hash_is_that_of_the_file() -> None:
    assert gemeentedefinitie_hash("0331") == definitie_hash(definitie_pad("gemeenten", "lopik.toml"))


def test_vijfheerenlanden_has_its_desks_and_teams_today() -> None:
    namen = {team.naam_op(DEMODAG) for team in gemeentedefinitie("vijfheerenlanden").teams_op(DEMODAG)}

    assert {
        "Sociaal Loket",
        "Loket Jeugd",
        "Gebiedsteam Leerdam",
        "Gebiedsteam Vianen",
        "Gebiedsteam Meerkerk",
        "Wmo-team",
        "ErOpAf-team",
    } <= namen


@pytest.mark.parametrize(
    ("gemeente", "code", "dag", "naam"),
    [
        ("vijfheerenlanden", "voorzieningen", DEMODAG, "Wmo-team"),
        ("vijfheerenlanden", "voorzieningen", datetime.date(2024, 12, 31), "Wmo-team"),
        ("vijfheerenlanden", "voorzieningen", datetime.date(2025, 1, 1), "Team Voorzieningen"),
        (
            "vijfheerenlanden",
            "meldpunt_bezorgd",
            datetime.date(2025, 12, 31),
            "Meld- en Adviespunt Bezorgd (MAB)",
        ),
        ("vijfheerenlanden", "meldpunt_bezorgd", datetime.date(2026, 1, 1), "Meldpunt Bezorgd"),
        ("vijfheerenlanden", "toeslagen", datetime.date(2020, 12, 31), None),
        ("lopik", "sociaal_team", datetime.date(2020, 6, 1), "Breed Sociaal Loket (BSL)"),
        ("lopik", "sociaal_team", DEMODAG, "Sociaal Team"),
        ("lopik", "meldpunt_bezorgd", datetime.date(2024, 12, 31), "Meld- en Adviespunt Bezorgd (MAB)"),
        ("lopik", "meldpunt_bezorgd", datetime.date(2025, 1, 1), "Meldpunt Bezorgd"),
    ],
)
def test_names_change_over_time(gemeente: str, code: str, dag: datetime.date, naam: str | None) -> None:
    team = next(team for team in gemeentedefinitie(gemeente).team if team.code == code)
    assert team.naam_op(dag) == naam


def test_the_labels_of_the_published_table_belong_to_four_teams() -> None:
    definitie = gemeentedefinitie("vijfheerenlanden")
    telnamen = {
        telnaam: team.code
        for telnaam in ("Leerdam", "Meerkerk", "Vianen", "Wmo consulenten")
        if (team := definitie.team_met_telnaam(telnaam))
    }

    assert telnamen == {
        "Leerdam": "gebiedsteam_leerdam",
        "Meerkerk": "gebiedsteam_meerkerk",
        "Vianen": "gebiedsteam_vianen",
        "Wmo consulenten": "voorzieningen",
    }
    assert definitie.team_met_telnaam("Houten") is None


def test_only_the_attendance_officers_have_a_published_size() -> None:
    gepubliceerd = [
        (naam, regel.functie, regel.fte, regel.personen)
        for naam in gemeentenamen()
        for regel in gemeentedefinitie(naam).capaciteit
        if regel.fte is not None and not regel.aanname
    ]
    assert gepubliceerd == [("vijfheerenlanden", "Leerplichtambtenaar", Decimal("2.78"), 3)]


def test_on_the_heuvelrug_the_village_team_advises_and_the_municipality_decides() -> None:
    mandaten = {mandaat.bevoegdheid: mandaat for mandaat in gemeentedefinitie("utrechtse-heuvelrug").mandaat}

    assert set(mandaten[Bevoegdheid.ADVISEERT].teams) == {
        "dorpsteam_west",
        "dorpsteam_driebergen",
        "dorpsteam_oost",
    }
    assert mandaten[Bevoegdheid.BESLUIT].teams == ("gemeente_besluiten",)
    assert not mandaten[Bevoegdheid.BESLUIT].aanname


@pytest.mark.parametrize("naam", sorted(set(CODES) - {"utrechtse-heuvelrug"}))
def test_twelve_life_domains(naam: str) -> None:
    assert [gebied.naam for gebied in gemeentedefinitie(naam).leefgebied] == TWAALF


def test_six_dimensions_on_the_heuvelrug_and_its_seven_villages() -> None:
    definitie = gemeentedefinitie("1581")
    assert [gebied.naam for gebied in definitie.leefgebied] == [
        "Lichaamsfuncties",
        "Dagelijks functioneren",
        "Kwaliteit van leven",
        "Sociaal-maatschappelijk participeren",
        "Zingeving",
        "Mentaal welbevinden",
    ]
    assert len(definitie.kern) == 7
    assert {kern for team in definitie.team if team.gebied for kern in team.gebied.kernen} == {
        kern.naam for kern in definitie.kern
    }


def test_every_village_of_vijfheerenlanden_has_exactly_one_area_team() -> None:
    definitie = gemeentedefinitie("1961")
    bediend = [kern for team in definitie.team if team.gebied for kern in team.gebied.kernen]
    assert sorted(bediend) == sorted(kern.naam for kern in definitie.kern)


@pytest.mark.parametrize("naam", CODES)
def test_every_frame_is_served_on_the_demo_day(naam: str) -> None:
    kaders = {kader for team in gemeentedefinitie(naam).teams_op(DEMODAG) for kader in team.kaders}
    assert kaders == set(Kader)


def test_frames_are_the_laws_that_files_hang_on() -> None:
    assert [kader.value for kader in Kader] == Wet.values


def dubbele_telnaam(inhoud: dict[str, Any]) -> None:
    inhoud["team"][2]["telnaam"] = inhoud["team"][3]["telnaam"]


def onbekende_kern(inhoud: dict[str, Any]) -> None:
    inhoud["team"][2]["gebied"]["kernen"] = ["Atlantis"]


def onbekend_team(inhoud: dict[str, Any]) -> None:
    inhoud["capaciteit"][0]["teams"] = ["nergens"]


def onbekend_document(inhoud: dict[str, Any]) -> None:
    inhoud["kern"][0]["bron"] = "roddelblad: pagina 1"


def gat_in_namen(inhoud: dict[str, Any]) -> None:
    voorzieningen = next(team for team in inhoud["team"] if team["code"] == "voorzieningen")
    voorzieningen["naam"][1]["van"] = datetime.date(2025, 2, 1)


def naam_korter_dan_team(inhoud: dict[str, Any]) -> None:
    inhoud["team"][0]["naam"][0]["tot"] = datetime.date(2025, 2, 1)


@pytest.mark.parametrize(
    ("bederf", "zin"),
    [
        (dubbele_telnaam, "telnaam staat er meer dan één keer in: Vianen"),
        (onbekende_kern, "kern bestaat niet in dit bestand: Atlantis"),
        (onbekend_team, "team bestaat niet in dit bestand: nergens"),
        (onbekend_document, "document bestaat niet in dit bestand: roddelblad"),
        (gat_in_namen, "de namen van voorzieningen sluiten niet op elkaar aan in de tijd"),
        (naam_korter_dan_team, "de namen van sociaal_loket beslaan niet de hele periode van het team"),
    ],
)
def test_a_definition_that_contradicts_itself_is_refused(
    bederf: Callable[[dict[str, Any]], None], zin: str
) -> None:
    inhoud = ruw()
    Gemeentedefinitie.model_validate(inhoud)
    bederf(inhoud)

    with pytest.raises(ValidationError, match=zin):
        Gemeentedefinitie.model_validate(inhoud)


def test_a_decision_needs_a_limit_and_advice_has_none() -> None:
    grens = Grens(tot_bedrag_eurocent=100, aanname=True)
    basis = {"code": "m", "rol": Rol.CONSULENT, "kaders": (Kader.WMO,), "aanname": True}

    assert Mandaat(**basis, bevoegdheid=Bevoegdheid.BESLUIT, grens=grens).grens == grens
    assert Mandaat(**basis, bevoegdheid=Bevoegdheid.ADVISEERT).grens is None
    with pytest.raises(ValidationError, match="wie besluit heeft een grens"):
        Mandaat(**basis, bevoegdheid=Bevoegdheid.BESLUIT)
    with pytest.raises(ValidationError, match="wie besluit heeft een grens"):
        Mandaat(**basis, bevoegdheid=Bevoegdheid.ADVISEERT, grens=grens)
    with pytest.raises(ValidationError, match="geen tweede handtekening"):
        Mandaat(**basis, bevoegdheid=Bevoegdheid.ADVISEERT, tweede_handtekening=True)


@pytest.mark.parametrize("keuze", [{}, {"tot_bedrag_eurocent": 100, "onbeperkt": True}])
def test_a_limit_is_an_amount_or_none_at_all(keuze: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="precies één van de twee"):
        Grens(**keuze, aanname=True)


def test_capacity_without_any_size_is_refused() -> None:
    with pytest.raises(ValidationError, match="noem voor Consulent het aantal fte"):
        Capaciteit(teams=("a",), functie="Consulent", aanname=True)


def test_a_period_runs_up_to_but_not_including_its_end() -> None:
    periode = Periode(van=datetime.date(2024, 1, 1), tot=datetime.date(2024, 2, 1))

    assert periode.geldt_op(datetime.date(2024, 1, 1))
    assert periode.geldt_op(datetime.date(2024, 1, 31))
    assert not periode.geldt_op(datetime.date(2024, 2, 1))
    assert not periode.geldt_op(datetime.date(2023, 12, 31))
    with pytest.raises(ValidationError, match="ligt niet voor tot"):
        Periode(van=datetime.date(2024, 1, 1), tot=datetime.date(2024, 1, 1))


def test_the_files_name_no_place_on_a_machine() -> None:
    for pad in definitie_pad().rglob("*.toml"):
        assert str(Path.home()) not in pad.read_text(encoding="utf-8")

"""Lopik's plan as data: complete, with its sources, in a closed schema."""

from collections import Counter
from pathlib import Path

import pytest

from samendoen.beleid.definities import Plandefinitie, lees_plan, plancodes, plandefinitie
from samendoen.beleid.queries.controle import bevindingen_van_definitie
from samendoen.beleid.rules import Vermoeden
from samendoen.kernel.api import Domeinfout
from samendoen.kernel.definities import definitie_pad

LOPIK = definitie_pad("beleid", "lopik.toml")


@pytest.fixture
def lopik() -> Plandefinitie:
    """Give the definition of Lopik."""
    return plandefinitie("lopik")[0]


def test_seven_themes_and_thirty_seven_goals(lopik: Plandefinitie) -> None:
    plan = lopik.onderdeel[0]
    assert (plan.code, [len(thema.doel) for thema in plan.thema]) == ("plan-2020", [4, 5, 4, 7, 6, 5, 6])


def test_the_agenda_of_2025_has_seven_goals_and_thirty_activities(lopik: Plandefinitie) -> None:
    agenda = lopik.onderdeel[1]
    per_doel = [len(doel.activiteit) for thema in agenda.thema for doel in thema.doel]
    assert (agenda.jaar, per_doel) == (2025, [2, 5, 5, 3, 3, 3, 9])


def test_every_activity_promises_a_result_and_has_an_account(lopik: Plandefinitie) -> None:
    alle = [a for _deel, doel in lopik.doelen() for a in doel.activiteit]
    assert all(a.resultaat and a.verantwoording for a in alle)


def test_every_entry_has_a_source_line_or_is_openly_ours(lopik: Plandefinitie) -> None:
    delen = list(lopik.delen_met_herkomst())
    assert len(delen) > 100
    assert [d for d in delen if not d.aanname and "regel " not in d.bron] == []


def test_which_goal_serves_which_is_marked_as_our_reading(lopik: Plandefinitie) -> None:
    dient = [d for _deel, doel in lopik.doelen() for d in doel.dient]
    assert dient
    assert all(d.aanname and d.toelichting for d in dient)


def test_lights_stand_in_no_definition(lopik: Plandefinitie) -> None:
    tekst = LOPIK.read_text()
    assert not any(f'= "{kleur}"' in tekst for kleur in ("groen", "oranje", "rood"))


def test_the_findings_in_lopik_are_the_letter_of_the_mbo_line_and_a_share(lopik: Plandefinitie) -> None:
    mbo, wmo, *los = bevindingen_van_definitie(lopik)
    assert (mbo.regel, mbo.genoemd, mbo.berekend) == ("MBO-bijdrage", "S", "I")
    assert (wmo.regel, wmo.genoemd, wmo.bij) == ("Huishoudens met een Wmo-voorziening", "12% / 81%", "8,1%")
    # The agenda of 2025 serves 17 of the 37 goals of 2020; its own seven goals all have activities.
    assert Counter((b.tabel, b.vermoeden) for b in los) == {
        ("Samenhang van Beleidsplan 2020", Vermoeden.ZONDER_ACTIVITEIT): 20
    }


def test_all_plans_that_come_along_can_be_read() -> None:
    assert [plandefinitie(code)[0].plan.code for code in plancodes()] == list(plancodes())


def test_an_unknown_plan_names_the_known_ones() -> None:
    with pytest.raises(Domeinfout, match="lopik"):
        plandefinitie("../gemeenten/lopik")


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ('soort = "jaaragenda"', 'soort = "maandagenda"', "onderdeel[2].soort"),
        ("lasten_eurocent = -233_486_00", "lasten_eurocent = -2334.86", "lasten_eurocent"),
        ('doel = "7.1"', 'doel = "9.9"', "9.9"),
        ('doel = "7.1"', 'doel = "6"', "hetzelfde onderdeel"),
        ('code = "top3"', 'code = "pga"', "pga"),
        ('activiteit = "mbo"', 'activiteit = "hbo"', "hbo"),
        ('titel = "Op tijd erbij"', 'titel = "Op tijd erbij"\nkleur = "groen"', "kleur"),
        ('bron = "voortgang: regel 18"', "", "bron"),
    ],
)
def test_a_wrong_definition_names_its_place(tmp_path: Path, oud: str, nieuw: str, zin: str) -> None:
    tekst = LOPIK.read_text()
    assert oud in tekst
    pad = tmp_path / "fout.toml"
    pad.write_text(tekst.replace(oud, nieuw, 1))
    with pytest.raises(Domeinfout) as fout:
        lees_plan(pad)
    assert zin in fout.value.toelichting

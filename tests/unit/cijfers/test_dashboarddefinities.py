"""Layouts of dashboards: what is on them exists, and a wrong file is refused with its key path."""

from pathlib import Path

import pytest

from samendoen.cijfers.definities.dashboards import dashboards, lees_dashboards
from samendoen.cijfers.queries.dashboards.koers import antwoord, antwoord_lichten
from samendoen.cijfers.rules.lichten import Kleur
from samendoen.kernel.definities import Definitiefout

BLAD = """
code = "proef"
naam = "Proef"
zin = "Een dashboard van de tests."
rollen = ["{rol}"]
volgorde = 1
bereik = "{bereik}"
[[deel]]
titel = "Deel"
blok = [{{ code = "een", {blok} }}]
"""
GOED = 'toon = "cijfer", indicator = "meldingen-per-team"'


def lees(map_: Path, blok: str, bereik: str = "openbaar", rol: str = "raad") -> str:
    """Return what is wrong with a layout, "" when nothing is."""
    (map_ / "proef.toml").write_text(BLAD.format(blok=blok, bereik=bereik, rol=rol))
    lees_dashboards.cache_clear()
    try:
        lees_dashboards(map_)
    except Definitiefout as fout:
        assert "proef.toml klopt niet" in fout.toelichting
        return fout.toelichting
    return ""


def test_every_role_of_the_four_has_a_dashboard_in_the_right_order() -> None:
    assert list(dashboards()) == ["raad", "sturing", "team", "mijn"]
    assert sum(1 for _ in dashboards()["raad"].blokken()) > 8


@pytest.mark.parametrize(
    ("blok", "bereik", "rol", "bezwaar"),
    [
        (GOED, "openbaar", "raad", ""),
        (GOED + ", kleur = 1", "openbaar", "raad", "deel[1].blok[1].kleur"),
        (GOED.replace("cijfer", "taart"), "openbaar", "raad", "deel[1].blok[1].toon"),
        (GOED.replace("team", "tram"), "openbaar", "raad", "deel[1].blok[1].indicator: meldingen-per-tram"),
        (GOED.replace("meldingen-per-team", "wachtenden"), "openbaar", "raad", "wordt niet gepubliceerd"),
        (GOED.replace("cijfer", "tabel") + ', per = ["kanaal"]', "openbaar", "raad", "alleen team, jaar"),
        (GOED + ", koers = true", "openbaar", "raad", "hoger of lager niet beter"),
        (GOED + ', periode = "kwartaal"', "openbaar", "raad", "periode: meldingen-per-team is hier niet"),
        (GOED + ', per = ["team"]', "openbaar", "raad", "per hoort niet bij een cijfer"),
        (
            GOED.replace("cijfer", "vergelijking") + ', per = ["jaar"]',
            "openbaar",
            "raad",
            "niet over de tijd",
        ),
        (
            GOED.replace("cijfer", "tabel").replace("meldingen-per-team", "eenzaamheid") + ', per = ["team"]',
            "openbaar",
            "raad",
            "anderen",
        ),
        (GOED.replace("meldingen-per-team", "klachten"), "team", "teamleider", "niet per team"),
        (GOED, "gemeente", "raad", "alleen wat gepubliceerd is"),
        (GOED, "gemeente", "loket", "mag geen cijfers zien: loket"),
        (GOED, "eigen", "consulent", "eigen werk heeft geen delen"),
    ],
)
def test_a_wrong_layout_is_refused_with_its_key_path(
    tmp_path: Path, blok: str, bereik: str, rol: str, bezwaar: str
) -> None:
    gevonden = lees(tmp_path, blok, bereik, rol)
    assert bezwaar in gevonden if bezwaar else gevonden == ""


@pytest.mark.parametrize(
    ("tel", "begin"),
    [
        ((0, 0, 0), "Dat is nog niet"),
        ((1, 0, 0), "Dat is nog niet"),
        ((1, 1, 0), "Ja."),
        ((0, 2, 0), "Het blijft gelijk"),
        ((1, 0, 1), "Niet overal"),
        ((1, 0, 2), "Nee."),
    ],
)
def test_the_answer_follows_from_the_figures(tel: tuple[int, int, int], begin: str) -> None:
    assert antwoord(*tel).startswith(begin)


@pytest.mark.parametrize(
    ("lichten", "begin"),
    [("gg", "Ja."), ("go", "Bijna."), ("gr", "Niet overal"), ("rrg", "Nee.")],
)
def test_the_answer_follows_from_the_lights(lichten: str, begin: str) -> None:
    kleuren = {"g": Kleur.GROEN, "o": Kleur.ORANJE, "r": Kleur.ROOD}
    assert antwoord_lichten([kleuren[licht] for licht in lichten]).startswith(begin)

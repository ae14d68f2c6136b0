"""What is served out of npm, and what the house style setting accepts."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from samendoen.schil import huisstijl, statisch


@pytest.fixture
def leeg(settings: Any, tmp_path: Path) -> Path:
    settings.NODE_MODULES = tmp_path
    return tmp_path


def test_everything_that_the_pages_need_is_installed() -> None:
    assert statisch.controleer() == []


def test_a_missing_node_modules_says_what_to_run(leeg: Path) -> None:
    (fout,) = statisch.controleer()
    assert fout.id == "schil.E001"
    assert str(leeg) in fout.msg and "make node_modules" in str(fout.hint)


def test_only_the_allow_list_is_served(leeg: Path) -> None:
    geheim = leeg / "axe-core" / "axe.min.js"
    geheim.parent.mkdir()
    geheim.write_text("x")
    mag = leeg / statisch.toegestaan()[0]
    mag.parent.mkdir(parents=True)
    mag.write_text("x")
    vinder = statisch.NpmFinder()
    assert vinder.find(f"npm/{statisch.toegestaan()[0]}") == str(mag)
    assert vinder.find("npm/axe-core/axe.min.js") == []
    assert vinder.find(f"npm/../{mag.name}") == []
    assert vinder.find("npm/@utrecht/../axe-core/axe.min.js") == []


def test_every_listed_file_lies_in_a_package_that_package_json_asks_for() -> None:
    vinder = statisch.NpmFinder()
    assert {pad for pad, _ in vinder.list(None)} == set(statisch.toegestaan())


def test_a_house_style_is_a_name_or_a_file_with_a_class() -> None:
    eigen = huisstijl.lees("@gemeente/tokens/dist/theme.css gemeente-theme")
    assert eigen.npm[-1] == "@gemeente/tokens/dist/theme.css"
    assert eigen.klasse.split()[-1] == "gemeente-theme"


@pytest.mark.parametrize("waarde", ["onbekend", "../geheim.css thema", "/etc/passwd.css thema", "a.js thema"])
def test_another_house_style_is_refused_with_the_choices(waarde: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="samendoen"):
        huisstijl.lees(waarde)


def test_our_own_style_sheets_use_tokens_only() -> None:
    map_ = Path(statisch.__file__).parent / "static" / "schil"
    for naam in ("samendoen.css", "onderdelen.css"):
        regels = (map_ / naam).read_text(encoding="utf-8").splitlines()
        kleuren = [r for r in regels if "#" in r.partition("{")[2].replace("url(", "")]
        assert kleuren == [], naam

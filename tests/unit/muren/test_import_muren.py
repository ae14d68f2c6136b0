"""The walls between contexts hold, and each of them breaks when somebody climbs over it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[3]


def lint(map_: Path) -> tuple[int, str]:
    """Run import-linter in a tree and return its exit code and its words."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    klaar = subprocess.run(
        [lint_imports, "--no-cache"],
        cwd=map_,
        env={"PYTHONPATH": f"{map_ / 'src'}:{map_}", "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    return klaar.returncode, klaar.stdout + klaar.stderr


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """Give a copy of the source tree that a test may spoil."""
    niet = shutil.ignore_patterns("__pycache__", "locale", "static", "*.toml")
    shutil.copytree(WORTEL / "src", tmp_path / "src", ignore=niet)
    (tmp_path / "gereedschap").mkdir()
    shutil.copy(WORTEL / "gereedschap" / "contracten.py", tmp_path / "gereedschap")
    shutil.copy(WORTEL / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_tree_keeps_every_contract() -> None:
    code, woorden = lint(WORTEL)
    assert code == 0, woorden


@pytest.mark.parametrize(
    ("bestand", "regel", "contract"),
    [
        ("kernel/klok.py", "import samendoen.werk.api", "only what stands lower"),
        ("organisatie/apps.py", "import samendoen.toegang.api", "only what stands lower"),
        ("toegang/feiten.py", "import samendoen.werk.models", "by its door"),
        ("werk/feiten.py", "from samendoen.kernel import models", "by its door"),
        ("toegang/rules/melding.py", "import django.db", "its rules are pure"),
        ("werk/utils.py", "x = 1", "the rooms of the plan"),
        ("recht/bsn.py", "import os", "no library and no machine"),
        ("recht/bsn.py", "import django", "no library and no machine"),
        ("toegang/feiten.py", "import duckdb", "imported lazily"),
        ("site/urls.py", "import samendoen.toegang.web.views", "by its door"),
    ],
)
def test_a_wall_breaks_when_it_is_violated(kopie: Path, bestand: str, regel: str, contract: str) -> None:
    pad = kopie / "src" / "samendoen" / bestand
    with pad.open("a") as open_bestand:
        open_bestand.write(f"\n{regel}\n")
    code, woorden = lint(kopie)
    assert code == 1
    [gebroken] = [r for r in woorden.splitlines() if r.endswith("BROKEN")]
    assert contract in gebroken


def test_site_may_take_in_the_urls_of_a_context(kopie: Path) -> None:
    with (kopie / "src" / "samendoen" / "site" / "urls.py").open("a") as bestand:
        bestand.write("\nimport samendoen.toegang.web.urls\n")
    code, woorden = lint(kopie)
    assert code == 0, woorden

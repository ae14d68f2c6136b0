"""A data folder per test, meldingen on a day of the past, and facts and indicators of our own."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow.parquet as pq
import pytest
from pytest_django import Settings

from samendoen.cijfers import definities
from samendoen.cijfers.definities import openbaar
from samendoen.kernel import klok, stekkers
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.stekkers import Feitsoort, Kolom
from samendoen.toegang.api import NieuweMelding, registreer_meldingen
from tests.maak import maak_gemeente

Meld = Callable[..., list[int]]
Bied = Callable[..., Feitsoort]

INDICATOR = """
code = "{code}"
naam = "Proef {code}"
zin = "Een indicator die alleen in de tests bestaat."
waarom = "Om te zien of er goed geteld wordt."
niveau = "output"
soort = "tellen"
openbaar = true
eenheid = "proeven"
feit = "proef"
uitsplitsingen = ["team", "jaar", "snel"]
richting = "geen"
auteur = "een"
controleur = "twee"
herzien_op = 2024-01-01
herzien_voor = 2025-01-01
herkomst = {{ aanname = true }}
maat = {maat}
periode = {{ kolom = "dag" }}
weergave = {{ rijen = "team", kolommen = "jaar" }}
"""


@pytest.fixture(autouse=True)
def feiten(tmp_path: Path, settings: Settings) -> Path:
    """Give the folder where this test's snapshots come to stand."""
    settings.SAMENDOEN_HOME = tmp_path / "gegevens"
    map_: Path = tmp_path / "gegevens" / "feiten" / settings.SAMENDOEN_GEMEENTE
    return map_


@pytest.fixture
def alle_feiten() -> Meld:
    """Give a function that takes down meldingen on a day, as if it were that day."""

    def binnen(
        team: str, dag: date, aantal: int = 1, vraag: str = "Een vraag", kader: str = "wmo"
    ) -> list[int]:
        maak_gemeente()
        with klok.op(dag):
            nieuwe = [NieuweMelding(uuid4(), vraag, "telefoon", kader, team, dag) for _ in range(aantal)]
            return registreer_meldingen(SYSTEEM, nieuwe)

    return binnen


@pytest.fixture
def meld(alle_feiten: Meld, monkeypatch: pytest.MonkeyPatch) -> Meld:
    """As `alle_feiten`, with the fact `melding` as the only one that a snapshot holds."""
    monkeypatch.setattr(stekkers.feit, "_inhoud", {"melding": stekkers.feit.geef("melding")})
    return alle_feiten


@pytest.fixture
def bied(monkeypatch: pytest.MonkeyPatch) -> Bied:
    """Give a function that offers one fact of our own instead of those of the contexts."""

    def binnen(
        *porties: Sequence[tuple[Any, ...]], rijen: Callable[..., Any] | None = None, **opties: Any
    ) -> Feitsoort:
        soort = Feitsoort(
            naam="proef",
            korrel="een proef",
            kolommen=(
                Kolom("team", "code", "geen", "team", benoem=lambda: {"leerdam": "Leerdam", "wmo": "Wmo"}),
                Kolom("dag", "datum", "geen", "dag"),
                Kolom("snel", "janee", "geen", "of het snel ging"),
                Kolom("wie", "pseudoniem", "pseudoniem", "om wie het gaat"),
            ),
            rijen=rijen or (lambda peilmoment: iter(porties)),
            **opties,
        )
        monkeypatch.setattr(stekkers.feit, "_inhoud", {"proef": soort})
        return soort

    return binnen


@pytest.fixture
def indicatoren(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Have three indicators of our own: a count, a distinct count and a share of the fact `proef`."""
    map_ = tmp_path / "indicatoren"
    map_.mkdir()
    maten = {
        "aantal": '{ soort = "aantal" }',
        "mensen": '{ soort = "uniek", kolom = "wie" }',
        "snelheid": '{ soort = "aandeel", teller = [{ kolom = "snel", is = true }] }',
    }
    for code, maat in maten.items():
        (map_ / f"{code}.toml").write_text(INDICATOR.format(code=code, maat=maat))
    monkeypatch.setattr(definities, "MAP", map_)
    koppelingen = tmp_path / "onthulling.toml"
    proef = '[[feit]]\nnaam = "proef"\naanname = true\ntoelichting = "Staat alleen."\n'
    koppelingen.write_text(openbaar.KOPPELINGEN.read_text() + proef)
    monkeypatch.setattr(openbaar, "KOPPELINGEN", koppelingen)
    definities._lees.cache_clear()
    yield map_
    definities._lees.cache_clear()


def lees(feiten: Path, feit: str, peildatum: date) -> list[dict[str, Any]]:
    """Return the rows in a snapshot's file."""
    pad = feiten / feit / f"peildatum={peildatum.isoformat()}" / "deel-0.parquet"
    rijen: list[dict[str, Any]] = pq.ParquetFile(pad).read().to_pylist()
    return rijen


def bestanden(feiten: Path) -> dict[str, bytes]:
    """Return every file under the facts with its bytes."""
    return {str(p.relative_to(feiten)): p.read_bytes() for p in sorted(feiten.rglob("*")) if p.is_file()}

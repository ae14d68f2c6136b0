"""The folders of the traffic, a municipality, and a flow of starts that counts what it applied."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.actions import verwerking
from samendoen.berichten.actions.ontvangen import Ontvangen
from samendoen.berichten.actions.stromen import STROMEN
from samendoen.berichten.transport.mappen import Mappen
from samendoen.kernel.api import Actor
from tests.maak import maak_gemeente


@pytest.fixture
def post(tmp_path: Path, settings: Any, db: None) -> Path:
    """Give the folder with in/, uit/, archief/ and fout/ of a municipality."""
    maak_gemeente()
    settings.SAMENDOEN_BERICHTEN = tmp_path / "berichten"
    Mappen(settings.SAMENDOEN_BERICHTEN)
    return tmp_path / "berichten"


@pytest.fixture
def toegepast(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Give the numbers of the starts that were applied; what was exchanged before is not looked at."""
    gedaan: list[int] = []

    def pas_toe(door: Actor, ontvangen: Ontvangen) -> None:
        gedaan.append(ontvangen.rij.pk)

    monkeypatch.setitem(STROMEN, "305", pas_toe)
    monkeypatch.setattr(verwerking, "toets_verkeer", lambda *_: ())
    yield gedaan

"""An event kind keeps its shape for ever: its golden file says what a stored event looks like.

A change of shape is a new version beside the old one. New file: SAMENDOEN_GOUD=1 make test-snel.
"""

import json
import os
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

import pytest

from samendoen.kernel.gebeurtenissen import SOORTEN, Code, Gebeurtenissoort, Hash

GOUD = Path(__file__).parent / "goud"
# Text may only be a code; everything else cannot hold a word about a person.
ONSCHULDIG = (int, bool, date, UUID, NoneType)


def schema(soort: type[Gebeurtenissoort]) -> dict[str, Any]:
    """Return what is kept: name, version, subject and the shape of the data."""
    return {
        "soort": soort.soort,
        "versie": soort.versie,
        "onderwerp": soort.onderwerp,
        "gegevens": {k: v for k, v in soort.model_json_schema().items() if k not in {"description", "title"}},
    }


def mag(annotatie: Any) -> bool:
    """Tell whether a field of this type can never hold personal text."""
    if annotatie in (Code, Hash):
        return True
    oorsprong = get_origin(annotatie)
    if oorsprong in (Union, UnionType, tuple, frozenset):
        return all(mag(deel) for deel in get_args(annotatie) if deel is not Ellipsis)
    if oorsprong is Annotated:
        return mag(get_args(annotatie)[0])
    if not isinstance(annotatie, type):
        return False
    return annotatie is not datetime and (issubclass(annotatie, Enum) or annotatie in ONSCHULDIG)


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda s: f"{s.soort}.v{s.versie}")
def test_an_event_kind_equals_its_golden_file(soort: type[Gebeurtenissoort]) -> None:
    pad = GOUD / f"{soort.soort}.v{soort.versie}.json"
    nu = json.dumps(schema(soort), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if os.environ.get("SAMENDOEN_GOUD") == "1" and not pad.exists():
        GOUD.mkdir(exist_ok=True)
        pad.write_text(nu)
    assert pad.read_text() == nu


def test_no_golden_file_without_its_event_kind() -> None:
    """Stored events are read for ever: a kind may not disappear."""
    namen = {f"{s.soort}.v{s.versie}.json" for s in SOORTEN.values()}
    assert {pad.name for pad in GOUD.glob("*.json")} - namen == set()


@pytest.mark.parametrize("soort", SOORTEN.values(), ids=lambda s: f"{s.soort}.v{s.versie}")
def test_an_event_kind_cannot_hold_personal_text(soort: type[Gebeurtenissoort]) -> None:
    velden = {naam: veld.rebuild_annotation() for naam, veld in soort.model_fields.items()}
    assert {naam for naam, annotatie in velden.items() if not mag(annotatie)} == set()


@pytest.mark.parametrize("annotatie", [str, str | None, dict[str, str], list[str], Any, tuple[str, ...]])
def test_free_text_in_an_event_breaks_the_wall(annotatie: Any) -> None:
    assert not mag(annotatie)


def test_every_event_kind_has_its_sentence_on_the_timeline() -> None:
    from samendoen.kernel import stekkers

    zinnen = {naam for naam, _zin in stekkers.gebeurteniszin}
    assert {s.soort for s in SOORTEN.values()} - zinnen == set()

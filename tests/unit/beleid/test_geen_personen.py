"""The policy side knows no person: not in its models, not in what it imports."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

import samendoen.beleid
from samendoen.kernel.privacy import Klasse

MODELLEN = list(apps.get_app_config("beleid").get_models())
PERSOONLIJK = {"inwoners", "toegang", "casus", "besluiten", "kaart"}
# Of the tasks only their rules: what a rule says, and that its task is off the desk.
VAN_WERK = {"laat_taken_vervallen", "taakregel"}


@pytest.mark.parametrize("model", MODELLEN, ids=lambda m: m.__name__)
def test_no_model_has_a_personal_field(model: type[models.Model]) -> None:
    privacy: dict[str, Klasse] = model.privacy  # type: ignore[attr-defined]
    # Of people only colleagues, who own, write, approve or change.
    mogen = {Klasse.GEEN, Klasse.SLEUTEL, Klasse.MEDEWERKER, Klasse.TOESTEMMING}
    assert set(privacy.values()) <= mogen


def test_only_stories_hold_what_was_told_with_consent() -> None:
    """Record 0025. That withdrawing empties each such field: tests/integration/beleid/test_verhalen.py."""
    met = {m.__name__ for m in MODELLEN if Klasse.TOESTEMMING in m.privacy.values()}  # type: ignore[attr-defined]
    assert met == {"Verhaal", "Verhaalbeeld", "Vlagbevestiging"}


@pytest.mark.parametrize("model", MODELLEN, ids=lambda m: m.__name__)
def test_no_model_points_outside_the_policy_side(model: type[models.Model]) -> None:
    doelen = {veld.related_model for veld in model._meta.get_fields() if veld.is_relation}
    anders = {d for d in doelen if isinstance(d, type) and d._meta.app_label != "beleid"}
    # A colleague who owns, writes or approves, by number; never a resident.
    assert anders <= {get_user_model()}


def test_nothing_of_beleid_imports_the_case_side() -> None:
    map_ = Path(samendoen.beleid.__file__).parent
    gevonden, van_werk = set(), set()
    for pad in map_.rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text())):
            namen = [a.name for a in knoop.names] if isinstance(knoop, ast.Import) else []
            if isinstance(knoop, ast.ImportFrom) and knoop.module:
                namen = [knoop.module]
                if knoop.module.startswith("samendoen.werk"):
                    van_werk |= {a.name for a in knoop.names}
            gevonden |= {n.split(".")[1] for n in namen if n.startswith("samendoen.")}
    assert "kernel" in gevonden
    assert gevonden & PERSOONLIJK == set()
    assert van_werk <= VAN_WERK


def test_lights_and_texts_are_read_where_it_is_decided_who_may_see_them() -> None:
    """What is not published is for who works on it: nowhere else are these rows read."""
    # The last one counts for the adviser what is there, and shows nothing of it.
    mogen = {"boom.py", "activiteit.py", "goedkeuren.py", "sinds.py", "werkronde.py"}
    map_ = Path(samendoen.beleid.__file__).parent
    paden = [*(map_ / "queries").rglob("*.py"), *(map_ / "web").rglob("*.py")]
    leest = {p.name for p in paden if re.search(r"\b(Stand|Verantwoording)\.objects", p.read_text())}
    assert leest <= mogen

"""Every field of every model says how personal it is; what is personal can be erased."""

from typing import Any, get_args

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db import models

from samendoen.kernel import stekkers
from samendoen.kernel.privacy import VAN_INWONER, Klasse

# The accounts of people at work here, and the anchor itself, are no content about a resident.
ONZE = [m for m in apps.get_models() if m.__module__.startswith("samendoen.")]


def bezwaren(model: type[models.Model]) -> list[str]:
    """Return what is wrong with how a model is classified."""
    gezegd: dict[str, Any] = dict(getattr(model, "privacy", {}))
    velden = {veld.name for veld in model._meta.get_fields() if veld.concrete}
    fout = [f"{naam} is not classified" for naam in sorted(velden - gezegd.keys())]
    fout += [f"{naam} is classified but does not exist" for naam in sorted(gezegd.keys() - velden)]
    fout += [f"{naam} has no class of ours" for naam, k in gezegd.items() if not isinstance(k, Klasse)]
    if VAN_INWONER & set(gezegd.values()):
        if not {"inwoner", "wet"} <= velden:
            fout.append("is personal, but does not say about whom and under which law")
        if model._meta.label not in {m for _naam, w in stekkers.wisser for m in w.modellen}:
            fout.append("is personal, but no wisser erases it")
    return fout


@pytest.mark.parametrize("model", ONZE, ids=lambda m: m._meta.label)
def test_a_model_is_classified_and_erasable(model: type[models.Model]) -> None:
    assert bezwaren(model) == []


def test_every_wisser_names_models_that_exist() -> None:
    namen = {m._meta.label for m in ONZE}
    assert [m for _naam, w in stekkers.wisser for m in w.modellen if m not in namen] == []


def maak(klasse: str, **velden: Any) -> type[models.Model]:
    """Make a model that the wall must judge, outside the registry of apps."""
    meta = type("Meta", (), {"app_label": "proef", "managed": False, "apps": Apps()})
    return type(klasse, (models.Model,), {"__module__": "samendoen.proef", "Meta": meta, **velden})


def test_a_field_without_a_class_breaks_the_wall() -> None:
    model = maak("Zonder", naam=models.TextField(), privacy={"id": Klasse.SLEUTEL})
    assert bezwaren(model) == ["naam is not classified"]


def test_a_personal_field_without_a_wisser_breaks_the_wall() -> None:
    model = maak(
        "Persoonlijk", naam=models.TextField(), privacy={"id": Klasse.SLEUTEL, "naam": Klasse.PERSOON}
    )
    assert bezwaren(model) == [
        "is personal, but does not say about whom and under which law",
        "is personal, but no wisser erases it",
    ]


def test_a_class_for_a_field_that_is_gone_breaks_the_wall() -> None:
    model = maak("Oud", privacy={"id": Klasse.SLEUTEL, "weg": Klasse.GEEN})
    assert bezwaren(model) == ["weg is classified but does not exist"]


def test_no_fact_has_a_personal_column() -> None:
    from samendoen.kernel.stekkers import Kolomtype, Privacyklasse

    assert set(get_args(Kolomtype)) == {"code", "datum", "geheel", "janee", "pseudoniem"}
    assert set(get_args(Privacyklasse)) == {"geen", "pseudoniem", "band"}
    for _naam, feit in stekkers.feit:
        for kolom in feit.kolommen:
            assert (kolom.type == "pseudoniem") == (kolom.privacy == "pseudoniem"), (feit.naam, kolom.naam)

"""One view, one template: whole page or one block."""

from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from samendoen.schil.api import toon

BASIS = "<html>{% block kop %}basis{% endblock %}<main>{% block inhoud %}{% endblock %}</main></html>"
BLAD = (
    "{% extends 'basis' %}{% block inhoud %}voor {% block lijst %}"
    "<ul>{{ naam }}</ul>{% endblock %} na{% endblock %}"
)


@pytest.fixture(autouse=True)
def sjablonen(settings: Any) -> None:
    laders = [("django.template.loaders.locmem.Loader", {"basis": BASIS, "blad": BLAD})]
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"loaders": laders}}
    ]


def vraag(**koppen: str) -> HttpRequest:
    request: HttpRequest = RequestFactory().get("/", headers=koppen)
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]
    return request


def test_a_browser_gets_the_whole_page() -> None:
    antwoord = toon(vraag(), "blad", {"naam": "<A>"}, deel="lijst")
    assert antwoord.content == b"<html>basis<main>voor <ul>&lt;A&gt;</ul> na</main></html>"
    assert antwoord["Vary"] == "HX-Request"


def test_htmx_gets_the_part() -> None:
    antwoord = toon(vraag(hx_request="true"), "blad", {"naam": "A"}, deel="lijst")
    assert antwoord.content == b"<ul>A</ul>"


def test_going_back_gets_the_whole_page() -> None:
    antwoord = toon(vraag(hx_request="true", hx_history_restore_request="true"), "blad", deel="lijst")
    assert antwoord.content.startswith(b"<html>")


def test_a_part_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(LookupError, match="weg"):
        toon(vraag(hx_request="true"), "blad", deel="weg")


def test_the_status_is_kept() -> None:
    assert toon(vraag(), "blad", status=422).status_code == 422

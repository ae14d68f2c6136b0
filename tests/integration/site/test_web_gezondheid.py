"""Health for operations, and pages for when things go wrong."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from django.utils.translation import override

from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden


def _geeft(fout: Exception) -> Callable[[HttpRequest], HttpResponse]:
    def view(request: HttpRequest) -> HttpResponse:
        raise fout

    return view


urlpatterns = [
    path("", include("samendoen.site.urls")),
    path("stuk/", _geeft(RuntimeError("geheim: wachtwoord"))),
    path("raar/", _geeft(SuspiciousOperation("geheim"))),
    path("dicht/", _geeft(PermissionDenied())),
    path("geweigerd/", _geeft(Geweigerd("x", "Deze melding is van een ander team.", "Vraag uw teamleider."))),
    path("weg/", _geeft(NietGevonden("x", "Deze melding bestaat niet.", "Zoek opnieuw."))),
    path("fout/", _geeft(Domeinfout("x", "Deze dag bestaat niet.", "Kies een andere dag."))),
]
handler400 = "samendoen.site.web.fouten.onjuist"
handler500 = "samendoen.site.web.fouten.storing"


@pytest.fixture
def kapot() -> Iterator[Client]:
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("pad", "status", "zin"),
    [
        ("/stuk/", 500, "Er ging bij ons iets mis"),
        ("/raar/", 400, "Dit verzoek begrijpen we niet"),
        ("/dicht/", 403, "Hier mag u niet bij"),
        ("/bestaatniet/", 404, "Deze pagina is er niet"),
        ("/geweigerd/", 403, "Vraag uw teamleider."),
        ("/weg/", 404, "Zoek opnieuw."),
        ("/fout/", 400, "Kies een andere dag."),
    ],
)
def test_an_error_is_in_the_look_and_says_what_to_do(
    db: None, kapot: Client, pad: str, status: int, zin: str
) -> None:
    antwoord = kapot.get(pad)
    html = antwoord.content.decode()
    assert antwoord.status_code == status and zin in html
    assert "schil/samendoen.css" in html and "geheim" not in html


def test_an_error_speaks_the_readers_language(db: None, kapot: Client) -> None:
    html = kapot.get("/stuk/", headers={"accept-language": "en"}).content.decode()
    assert "Something went wrong" in html and 'lang="en"' in html


def test_the_page_for_a_breakdown_asks_the_database_nothing(kapot: Client) -> None:
    # No `db` fixture: any query is an error.
    assert kapot.get("/stuk/").status_code == 500


def test_a_form_without_token_is_explained(db: None) -> None:
    antwoord = Client(enforce_csrf_checks=True).post("/taal/", {"language": "en"})
    assert antwoord.status_code == 403
    assert "Dit formulier is verlopen" in antwoord.content.decode()


# --- health


def test_liveness_needs_no_database() -> None:
    antwoord = Client().get("/gezond")
    assert (antwoord.status_code, antwoord.content) == (200, b"ok\n")
    assert antwoord["Content-Type"].startswith("text/plain") and "no-cache" in antwoord["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_the_database_answers_and_is_migrated() -> None:
    assert Client().get("/klaar").status_code == 200


@pytest.mark.django_db
def test_not_ready_while_a_migration_waits() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'kernel'")
    antwoord = Client().get("/klaar")
    assert antwoord.status_code == 503
    assert re.match(rb"\d+ migraties zijn nog niet uitgevoerd", antwoord.content)


@pytest.mark.django_db(transaction=True)
def test_not_ready_without_a_database_and_tells_nothing_about_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    def weg(*args: object, **kwargs: object) -> None:
        raise OperationalError("connection to server at geheim.example failed")

    with override("nl"):
        monkeypatch.setattr(connection, "cursor", weg)
        antwoord = Client().get("/klaar")
    assert antwoord.status_code == 503
    assert antwoord.content.decode() == "De databank is niet bereikbaar.\n"

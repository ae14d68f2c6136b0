"""What the import linter cannot see: references by string never go up the ladder."""

from pathlib import Path

import pytest

from gereedschap.verwijzingen import WORTEL, alle, ladder, opwaarts, url_namen

SRC = WORTEL / "src" / "samendoen"


def test_no_reference_goes_upward() -> None:
    assert opwaarts(SRC, url_namen()) == []


def test_it_sees_references_of_every_kind() -> None:
    """A check that finds nothing anywhere would also pass: it must find those that are there."""
    assert {v.soort for v in alle(SRC, url_namen())} >= {"foreign key", "url", "template", "extends"}


def test_the_ladder_begins_with_the_law_and_ends_with_the_site() -> None:
    assert (ladder()[0], ladder()[-1]) == ("recht", "site")


@pytest.mark.parametrize(
    ("bestand", "inhoud", "soort"),
    [
        ("werk/models.py", 'x = models.ForeignKey("toegang.Melding", on_delete=1)', "foreign key"),
        ("werk/models.py", 'x = models.OneToOneField(to="toegang.Melding")', "foreign key"),
        ("werk/web/views.py", 'x = reverse("melding")', "url"),
        ("werk/web/views.py", 'x = redirect("melding", 3)', "url"),
        ("werk/web/views.py", 'x = toon(request, "toegang/melding.html")', "template"),
        ("werk/jobs.py", 'app.configure_task("toegang.doe_iets")', "task"),
        ("werk/stekkers.py", 'Volger("werk.taak_gemaakt", "toegang.doe_iets")', "task"),
        ("werk/templates/werk/a.html", '{% extends "toegang/melding.html" %}', "extends"),
        ("werk/templates/werk/a.html", "{% include 'toegang/melding.html' %}", "include"),
        ("werk/templates/werk/a.html", '{% url "melding" 1 %}', "url"),
    ],
)
def test_an_upward_reference_is_found(tmp_path: Path, bestand: str, inhoud: str, soort: str) -> None:
    pad = tmp_path / bestand
    pad.parent.mkdir(parents=True)
    pad.write_text(inhoud)
    [gevonden] = opwaarts(tmp_path, {"melding": "toegang"})
    assert (gevonden.soort, gevonden.van, gevonden.naar) == (soort, "werk", "toegang")


@pytest.mark.parametrize(
    ("bestand", "inhoud"),
    [
        ("toegang/models.py", 'x = models.ForeignKey("organisatie.Team", on_delete=1)'),
        ("toegang/templates/toegang/a.html", '{% extends "schil/basis.html" %}'),
        ("site/web/views.py", 'x = redirect("melding", 3)'),
    ],
)
def test_a_downward_reference_is_fine(tmp_path: Path, bestand: str, inhoud: str) -> None:
    pad = tmp_path / bestand
    pad.parent.mkdir(parents=True)
    pad.write_text(inhoud)
    assert opwaarts(tmp_path, {"melding": "toegang"}) == []

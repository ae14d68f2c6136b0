"""Ages that ask something: the nightly job, day by day, from 16½ through 18½."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse

from samendoen.casus.api import rond_acties_af, stel_plannen_vast
from samendoen.casus.models import Actie, Betrokkene
from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Gebeurtenis
from samendoen.werk.api import rond_taak_af
from samendoen.werk.jobs import nieuwe_dag
from samendoen.werk.models import Taak
from tests.casusmaker import actie, doel, maak_casus, maak_gezin, maak_melding, schrijf
from tests.integration.casus.test_schermen import klant

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
GEBOREN = date(2008, 2, 17)  # 16½ on 17 August 2024, 17½ on 17 August 2025, 18 on 17 February 2026
REGELS = ["toekomstplan", "voorbereiding-18", "overgang-18"]


@pytest.fixture
def jongere(consulent: Actor) -> int:
    """A youngster with basic help from the team, and a parent with heavier help who is too old for it all."""
    ouder, kind = maak_gezin(("Fatima", date(1985, 3, 12)), ("Mees", GEBOREN))
    casus = maak_casus(consulent, maak_melding(ouder))
    zwaar = actie("maatwerk", "Begeleiding.", niet_lichter="Er is niemand anders.")
    doelen = [doel(kind, actie("basishulp", "Wekelijks gesprek.")), doel(ouder, zwaar)]
    stel_plannen_vast(consulent, [(schrijf(consulent, casus, doelen, date(2025, 3, 1)), VANDAAG)])
    return kind


def nachten(van: date, tot: date, stap: int = 1) -> Iterator[tuple[date, list[str]]]:
    """Run the nights and give which ages ask something after each."""
    dag = van
    while dag <= tot:
        with klok.op(dag):
            nieuwe_dag(0)
        yield dag, open_leeftijden()
        dag += timedelta(days=stap)


def open_leeftijden() -> list[str]:
    rijen = Taak.objects.filter(regel="leeftijd", status="open").order_by("sleutel")
    return [taak.sleutel.partition(".")[0] for taak in rijen]


def test_sixteen_and_a_half_asks_a_toekomstplan_from_the_month_on(jongere: int, consulent: Actor) -> None:
    gevonden = dict(nachten(date(2024, 7, 30), date(2024, 8, 3)))
    assert list(gevonden.values()) == [[], [], ["toekomstplan"], ["toekomstplan"], ["toekomstplan"]]
    taak = Taak.objects.get(regel="leeftijd")
    assert taak.gebruiker_id == consulent.id
    assert taak.dossier_id == Betrokkene.objects.get(inwoner=jongere).dossier_id
    assert taak.uiterlijk == date(2024, 8, 31) + timedelta(days=56)
    vast = Gebeurtenis.objects.filter(soort__startswith="werk.taak_").count()
    with klok.op(date(2024, 8, 3)):
        nieuwe_dag(0)
    assert Gebeurtenis.objects.filter(soort__startswith="werk.taak_").count() == vast


def test_the_page_says_rule_source_and_day_and_the_row_never_the_birthday(
    jongere: int, consulent: Actor, buur: Actor
) -> None:
    list(nachten(date(2024, 8, 1), date(2024, 8, 1)))
    taak = Taak.objects.get(regel="leeftijd")
    with klok.op(date(2024, 8, 1)):
        html = klant(consulent).get(reverse("taak", args=[taak.pk])).content.decode()
        assert klant(buur).get(reverse("taak", args=[taak.pk])).status_code == 404
        vandaag = klant(consulent).get(reverse("vandaag")).content.decode()
    for woorden in (
        "Uitvoeringskader Sociaal Team Vijfheerenlanden (2024): hoofdstuk 4",
        "za 17 augustus 2024",
    ):
        assert woorden in html, woorden
    assert reverse("taak", args=[taak.pk]) in vandaag
    bewaard = [str(rij) for rij in (*Taak.objects.values(), *Gebeurtenis.objects.values("gegevens"))]
    assert not [rij for rij in bewaard if "2024-08-17" in rij or "17 augustus" in rij or "8, 17" in rij]


def test_eighteen_comes_step_by_step_and_what_is_done_stays_done(jongere: int, consulent: Actor) -> None:
    list(nachten(date(2024, 8, 1), date(2024, 8, 1)))
    with klok.op(date(2024, 8, 5)):
        rond_taak_af(consulent, Taak.objects.get(regel="leeftijd").pk)
    gevonden = dict(nachten(date(2025, 7, 1), date(2026, 9, 1), stap=31))
    overgangen = [
        (dag, open_) for dag, open_ in gevonden.items() if open_ != gevonden.get(dag - timedelta(31))
    ]
    assert overgangen == [
        (date(2025, 7, 1), []),
        (date(2025, 8, 1), ["voorbereiding-18"]),
        (date(2026, 2, 3), ["overgang-18"]),
        (date(2026, 8, 8), []),
    ]


def test_without_help_that_goes_on_nobody_is_asked(jongere: int, consulent: Actor) -> None:
    acties = Actie.objects.filter(inwoner=jongere).values_list("pk", flat=True)
    rond_acties_af(consulent, [(pk, "gedaan", VANDAAG) for pk in acties])
    assert dict(nachten(date(2024, 8, 1), date(2024, 8, 1))) == {date(2024, 8, 1): []}

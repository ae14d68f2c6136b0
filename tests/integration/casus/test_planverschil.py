"""Two versions of a plan side by side: what came, went and changed, in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from samendoen.casus.api import rond_acties_af, stel_plannen_vast
from samendoen.casus.models import Actie, Betrokkene
from samendoen.casus.queries.planverschil import Soort, planverschil, woordverschil
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.acties import schrijft
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Grond, Niveau
from tests.casusmaker import actie, doel, schrijf
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)
LATER = VANDAAG + timedelta(days=90)


@pytest.fixture
def twee_versies(gezin: Gezin, casus: int, consulent: Actor) -> None:
    """A version that holds and a concept with a change of every kind."""
    blijft, weg = actie(tekst="Oma kookt.", wie="Oma"), actie("algemeen", "Koffie drinken.")
    klaar = actie("eigen_kracht", "Een brief schrijven.")
    moeder = doel(gezin.moeder, blijft, weg, klaar, tekst="Ik wil rust in huis.")
    vervalt = doel(gezin.dochter, tekst="KANARIEDOEL van Noor")
    gelijk = doel(gezin.zoon, actie("netwerk", "Samen voetballen."), tekst="Buiten zijn.")
    stel_plannen_vast(consulent, [(schrijf(consulent, casus, [moeder, vervalt, gelijk], LATER), VANDAAG)])
    rond_acties_af(consulent, [(Actie.objects.get(kenmerk=klaar.kenmerk).pk, "gedaan", VANDAAG)])
    nieuw = replace(
        moeder,
        tekst="Ik wil rust en <ruimte> in huis.",
        acties=(replace(blijft, wie="Tante"), actie("basishulp", "Wekelijks bellen.", van=VANDAAG)),
    )
    schrijf(consulent, casus, [nieuw, gelijk], LATER + timedelta(days=7))


@pytest.mark.usefixtures("twee_versies")
def test_every_difference_has_its_word(gezin: Gezin, casus: int, consulent: Actor) -> None:
    beeld = planverschil(consulent, casus, None, None)
    assert (beeld.oud, beeld.nieuw) == (1, 2)
    assert beeld.evaluatie is not None
    assert beeld.evaluatie.anders
    per = {deel.naam.split()[0]: deel.doelen for deel in beeld.delen}
    [rust] = per["Fatima"]
    assert rust.soort is Soort.ANDERS
    anders, erbij, *rest = rust.acties
    assert (anders.soort, erbij.soort) == (Soort.ANDERS, Soort.ERBIJ)
    assert {a.soort for a in rest} == {Soort.WEG, Soort.KLAAR}
    assert [r.naam for r in anders.regels if r.anders] == ["Wie doet dit?"]
    assert [d.soort for d in per["Noor"]] == [Soort.WEG]
    assert [d.soort for d in per["Sami"]] == [Soort.GELIJK]
    assert beeld.samenvatting.startswith("3 doelen: 1 niet meer in het plan, 1 anders, 1 gelijk.")
    omgekeerd = planverschil(consulent, casus, 2, 1)
    assert {d.soort for deel in omgekeerd.delen for d in deel.doelen if deel.naam.startswith("Noor")} == {
        Soort.ERBIJ
    }


@pytest.mark.usefixtures("twee_versies")
def test_the_page_shows_it_to_who_may_read_and_hides_the_rest(
    gezin: Gezin, casus: int, consulent: Actor, buur: Actor
) -> None:
    html = tekst(klant(consulent), "plan_vergelijken", casus)
    for woorden in ("<ins>en &lt;ruimte&gt;</ins>", "<del>Oma</del>", "KANARIEDOEL", "Links versie 1"):
        assert woorden in html, woorden
    assert "Versies vergelijken" in tekst(klant(consulent), "casus", casus)
    with schrijft("kernel"):
        dossier = Betrokkene.objects.get(inwoner=gezin.zoon).dossier_id
        ken_toe([Toekenning(dossier, Niveau.LEESBAAR, Grond.CONSULTATIE, "wmo", gebruiker_id=buur.id)])
    with klok.op(klok.nu() + timedelta(minutes=1)):
        van_buur = tekst(klant(buur), "plan_vergelijken", casus)
    assert "KANARIEDOEL" not in van_buur
    assert "Buiten zijn." in van_buur


def test_with_one_version_there_is_nothing_to_compare(gezin: Gezin, casus: int, consulent: Actor) -> None:
    assert "Er zijn nog geen twee versies" in tekst(klant(consulent), "plan_vergelijken", casus)
    schrijf(consulent, casus, [doel(gezin.moeder)], LATER)
    assert "Er zijn nog geen twee versies" in tekst(klant(consulent), "plan_vergelijken", casus)


def test_words_that_went_and_came_are_marked_and_nothing_gets_through() -> None:
    oud, nieuw = woordverschil("Oma haalt <b>ons</b> op", "Opa haalt ons op")
    assert oud == "<del>Oma</del> haalt <del>&lt;b&gt;ons&lt;/b&gt;</del> op"
    assert nieuw == "<ins>Opa</ins> haalt <ins>ons</ins> op"

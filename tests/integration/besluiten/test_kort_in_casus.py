"""A short route of a household with a casus: it lands there, and can be taken out again."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.besluiten.api import Korteaanvraag, trek_aanvraag_in, vraag_kort_aan
from samendoen.besluiten.models import Aanvraag
from samendoen.besluiten.rules import vouw as vouw_aanvraag
from samendoen.casus.actions import losmaken
from samendoen.casus.actions.onderzoek import kies_leefgebieden
from samendoen.casus.actions.onderzoekinvoer import Leefgebiedkeuze
from samendoen.casus.api import (
    Bevindinginvoer,
    NieuwOnderzoek,
    begin_onderzoeken,
    haal_melding_los,
    schrijf_bevindingen,
)
from samendoen.casus.models import Bevinding, Casus, Casusmelding, Onderzoek, Onderzoekmelding
from samendoen.casus.rules import vouw_onderzoek
from samendoen.kernel import klok
from samendoen.kernel.access import zichtbaar
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.toegang.api import Routeinvoer, kies_routes
from samendoen.toegang.models import Melding
from tests.besluitmaker import maak_catalogus
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.integration.besluiten.test_vouwen import gevouwen as gevouwen_aanvraag
from tests.integration.besluiten.test_vouwen import stand_van
from tests.integration.casus.test_onderzoek import rij as onderzoekrij
from tests.integration.casus.test_vouw import casusrij
from tests.integration.casus.test_vouw import gevouwen as gevouwen_casus
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
MA = date(2024, 6, 3)
BUREN = "gebiedsteam_vianen"
ANTWOORDEN = {"situatie": "Stofzuigen lukt niet meer.", "wens": "Een schoon huis."}


@pytest.fixture
def joke() -> Actor:
    """Give who directs, and works in two teams."""
    maak_catalogus()
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM, BUREN]))


@pytest.fixture
def gezin(joke: Actor) -> list[int]:
    """Make a household with a casus, in whose investigation something was written already."""
    personen = maak_gezin(("Anna", date(1942, 1, 1)), ("Bert", date(1980, 1, 1)))
    eerste = maak_melding(personen[0], "Het huis is te groot.")
    casus = maak_casus(joke, eerste)
    [nummer] = begin_onderzoeken(joke, [NieuwOnderzoek(kenmerk=uuid4(), casus=casus, op=MA)])
    kies_leefgebieden(joke, [Leefgebiedkeuze(nummer, personen[0], ("huishouden",))])
    schrijf_bevindingen(joke, [Bevindinginvoer(nummer, personen[0], "huishouden", situatie="Zij valt vaak.")])
    return personen


@pytest.fixture
def vraag(gezin: list[int]) -> int:
    """Take a question of the mother at the neighbouring team, with its short route answered."""
    melding = maak_melding(gezin[0], "Wie kan mij helpen met stofzuigen?", team=BUREN)
    kies_routes(SYSTEEM, [Routeinvoer(melding, "huishoudelijke_hulp", ANTWOORDEN, ("identiteit",))])
    return melding


def kort(melding: int) -> Korteaanvraag:
    return Korteaanvraag(uuid4(), melding, MA, "Stofzuigen lukt niet meer.")


def kloppen() -> None:
    """Check that the rows of the casus, its investigation and the applications are what their events say."""
    casus, onderzoek = Casus.objects.get(), Onderzoek.objects.get()
    assert gevouwen_casus(casus.pk) == casusrij(casus.pk)
    regels = van_onderwerp("casus.onderzoek", [onderzoek.pk])[onderzoek.pk]
    assert vouw_onderzoek((g.voorgevallen_op, lees(g)) for g in regels) == onderzoekrij(onderzoek.pk)
    for rij in Aanvraag.objects.select_related("product", "team"):
        assert vouw_aanvraag(gevouwen_aanvraag("besluiten.aanvraag", rij.pk)) == stand_van(rij)


def test_it_lands_in_the_casus_that_runs_and_in_its_investigation(joke: Actor, vraag: int) -> None:
    invoer = kort(vraag)
    [nummer] = vraag_kort_aan(joke, [invoer])
    assert vraag_kort_aan(joke, [invoer]) == [nummer]
    aanvraag = Aanvraag.objects.get()
    assert (aanvraag.casus_id, aanvraag.melding_id) == (Casus.objects.get().pk, vraag)
    assert (aanvraag.route, aanvraag.bewijs) == ("huishoudelijke_hulp", ["identiteit"])
    assert Onderzoekmelding.objects.filter(melding=vraag).exists()
    bevinding = Bevinding.objects.get()  # what stood there stays, what was empty is filled in
    assert (bevinding.situatie, bevinding.wens) == ("Zij valt vaak.", "Een schoon huis.")
    kloppen()


def test_who_may_not_work_in_that_casus_is_told_whom_to_ask(vraag: int) -> None:
    buur = maak_medewerker(Rol.CONSULENT, [BUREN])
    with pytest.raises(Domeinfout, match="loopt casus") as fout:
        vraag_kort_aan(actor(buur), [kort(vraag)])
    assert "Vraag de regisseur" in fout.value.doe
    assert not Aanvraag.objects.exists()
    html = aangemelde_client(buur).get(f"/meldingen/{vraag}/").content.decode()
    assert "U mag niet in die casus werken." in html and "Aanvragen: hulp" not in html


def test_a_question_that_joined_by_mistake_goes_back_to_its_team(
    joke: Actor, vraag: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    [nummer] = vraag_kort_aan(joke, [kort(vraag)])
    casus = Casus.objects.get().pk
    collega = actor(maak_medewerker(Rol.CONSULENT, [TEAM]))
    assert zichtbaar(Melding.objects.filter(pk=vraag), collega).exists()
    with pytest.raises(Domeinfout, match="hoort een aanvraag"):
        haal_melding_los(joke, casus, vraag)
    trek_aanvraag_in(joke, nummer, MA)

    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    with monkeypatch.context() as even:
        even.setattr(losmaken, "leg_vast", stuk)
        with pytest.raises(RuntimeError, match="vol"):
            haal_melding_los(joke, casus, vraag)
    assert Casusmelding.objects.count() == Onderzoekmelding.objects.count() == 2
    for _ in range(2):
        haal_melding_los(joke, casus, vraag)
    kloppen()
    eerste = Casusmelding.objects.get().melding_id
    with klok.op(date(2024, 6, 4)):
        assert not zichtbaar(Melding.objects.filter(pk=vraag), collega).exists()
        assert zichtbaar(Melding.objects.filter(pk=vraag), joke).exists()  # she works in that team too
    with pytest.raises(Domeinfout, match="is de casus geopend"):
        haal_melding_los(joke, casus, eerste)
    vraag_kort_aan(joke, [kort(vraag)])  # and it may come back
    kloppen()


def test_the_screens_say_where_it_lands_and_how_to_undo_it(joke: Actor, vraag: int) -> None:
    assert joke.id is not None
    klant = aangemelde_client(Gebruiker.objects.get(pk=joke.id))
    html = klant.get(f"/meldingen/{vraag}/aanvragen/").content.decode()
    assert "Voor dit huishouden loopt casus" in html and "komen in die casus" in html
    post = {"kenmerk": str(uuid4()), "motivering": "Stofzuigen", "aangevraagd_op": "2024-06-03"}
    assert klant.post(f"/meldingen/{vraag}/aanvragen/", post).status_code == 302
    aanvraag = Aanvraag.objects.get()
    html = klant.get(f"/meldingen/{vraag}/").content.decode()
    assert f"Aanvraag {aanvraag.pk}: hulp bij het huishouden" in html
    url = reverse("casus_losmaken", args=[vraag])
    assert url in html
    assert "Trek haar dan eerst in." in klant.post(url).content.decode()
    trek_aanvraag_in(joke, aanvraag.pk, MA)
    assert "Melding uit de casus halen" in klant.get(url).content.decode()
    html = klant.post(url, follow=True).content.decode()
    assert "De melding is uit de casus gehaald." in html
    assert Casusmelding.objects.count() == 1
    assert "Aanvragen: hulp bij het huishouden" in klant.get(f"/meldingen/{vraag}/").content.decode()

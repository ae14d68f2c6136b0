"""The short route: from a melding, along its few questions, to the application."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from samendoen.besluiten.actions import aanvraag as aanvraagacties
from samendoen.besluiten.api import Korteaanvraag, vraag_kort_aan
from samendoen.besluiten.definities import catalogus
from samendoen.besluiten.models import Aanvraag
from samendoen.casus.actions.onderzoek import kies_leefgebieden
from samendoen.casus.actions.onderzoekinvoer import Leefgebiedkeuze
from samendoen.casus.models import Bevinding, Casus, Onderzoek
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.definities import definitie_pad
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.organisatie.definities import gemeentedefinitie
from samendoen.toegang.actions import route as routeacties
from samendoen.toegang.api import Routeinvoer, kies_routes, laat_route_los, routekernen
from samendoen.toegang.definities import korteroutes
from samendoen.toegang.models import Routekeuze
from samendoen.toegang.rules import RouteStand, vouw_route
from tests.besluitmaker import HUISHOUDHULP, maak_catalogus
from tests.casusmaker import TEAM, maak_gezin, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
MA = date(2024, 6, 3)
ANTWOORDEN = {
    "situatie": "Stofzuigen lukt niet meer.",
    "wens": "Een schoon huis.",
    "omgeving": "Mijn dochter.",
}


@pytest.fixture
def consulent() -> Actor:
    maak_catalogus()
    return actor(maak_medewerker(Rol.CONSULENT, [TEAM]))


@pytest.fixture
def vraag(consulent: Actor) -> int:
    """Take the question of a widow of eighty-two."""
    [wie] = maak_gezin(("Anna", date(1942, 1, 1)))
    return maak_melding(wie, "Wie kan mij helpen met stofzuigen?")


def kies(door: Actor, melding: int, **anders: str) -> None:
    kies_routes(door, [Routeinvoer(melding, "huishoudelijke_hulp", ANTWOORDEN | anders, ("identiteit",))])


def kort(melding: int) -> Korteaanvraag:
    return Korteaanvraag(uuid4(), melding, MA, "Stofzuigen lukt niet meer.")


@pytest.mark.parametrize("naam", sorted(pad.stem for pad in definitie_pad("routes").glob("*.toml")))
def test_every_route_names_products_and_life_domains_that_exist(naam: str) -> None:
    routes = korteroutes(naam).route
    gebieden = {code for route in routes for code in route.leefgebieden}
    producten = {route.product for route in routes if route.product}
    if naam == "algemeen":
        assert not gebieden | producten
        return
    gemeente = gemeentedefinitie(naam)
    assert gebieden <= {gebied.code for gebied in gemeente.leefgebied}
    assert producten <= {product.code for product in catalogus(gemeente.gemeente.code)[0].product}


def test_a_question_goes_straight_to_its_application(consulent: Actor, vraag: int) -> None:
    kies(consulent, vraag)
    invoer = kort(vraag)
    [nummer] = vraag_kort_aan(consulent, [invoer])
    assert vraag_kort_aan(consulent, [invoer]) == [nummer]
    aanvraag = Aanvraag.objects.get()
    assert (aanvraag.product.code, aanvraag.motivering) == (HUISHOUDHULP, "Stofzuigen lukt niet meer.")
    bevinding = Bevinding.objects.get()  # one life domain, not twelve
    assert (bevinding.leefgebied, bevinding.situatie, bevinding.netwerk) == (
        "huishouden", "Stofzuigen lukt niet meer.", "Mijn dochter.",
    )  # fmt: skip
    assert Casus.objects.get().meldingen.get().melding_id == vraag


def test_the_worker_may_widen_and_with_a_reason_narrow(consulent: Actor, vraag: int) -> None:
    kies_routes(consulent, [Routeinvoer(vraag, "huishoudelijke_hulp")])
    vraag_kort_aan(consulent, [kort(vraag)])
    onderzoek = Onderzoek.objects.get()
    wie = onderzoek.personen.get().inwoner_id
    kies_leefgebieden(consulent, [Leefgebiedkeuze(onderzoek.pk, wie, ("huishouden", "wonen"))])
    with pytest.raises(Domeinfout, match="leefgebied van de korte route weg"):
        kies_leefgebieden(consulent, [Leefgebiedkeuze(onderzoek.pk, wie, ("wonen",))])
    kies_leefgebieden(consulent, [Leefgebiedkeuze(onderzoek.pk, wie, ("wonen",), "Zij verhuist.")])
    assert Bevinding.objects.get().leefgebied == "wonen"


def test_nothing_is_made_when_there_is_nothing_to_apply_for(consulent: Actor, vraag: int) -> None:
    with pytest.raises(Domeinfout, match="geen korte route naar een aanvraag"):
        vraag_kort_aan(consulent, [kort(vraag)])
    kies_routes(consulent, [Routeinvoer(vraag, "parkeerkaart", {"lopen": "Niet ver."})])
    with pytest.raises(Domeinfout, match="niet onder de Wmo of de Jeugdwet"):
        vraag_kort_aan(consulent, [kort(vraag)])
    assert not Casus.objects.exists()
    onbekend = maak_melding(None, "Wie stofzuigt er?")
    kies(SYSTEEM, onbekend)
    with pytest.raises(Domeinfout, match="niet bekend over wie"):
        vraag_kort_aan(consulent, [kort(onbekend)])


def test_answers_are_kept_changed_let_go_and_erased(consulent: Actor, vraag: int) -> None:
    kies(consulent, vraag)
    kies(consulent, vraag)
    kies(consulent, vraag, wens="Rust.")
    soorten = [g.soort for g in van_onderwerp("toegang.melding", [vraag])[vraag]]
    assert soorten.count("toegang.route_gekozen") == 2
    assert routekernen([vraag])[vraag].antwoorden[1] == "Rust."
    laat_route_los(consulent, vraag)
    laat_route_los(consulent, vraag)
    assert routekernen([vraag]) == {}
    kies(consulent, vraag)
    wis_persoon(SYSTEEM, Routekeuze.objects.get().inwoner_id, "wmo", "verzoek")
    assert Routekeuze.objects.get().antwoorden == {}


def test_the_row_of_a_route_equals_the_fold_of_its_events(consulent: Actor, vraag: int) -> None:
    def klopt() -> RouteStand:
        rij = Routekeuze.objects.get()
        regels = van_onderwerp("toegang.melding", [vraag])[vraag]
        stand = vouw_route((g.voorgevallen_op, lees(g)) for g in regels)
        assert stand == RouteStand(rij.route, frozenset(rij.antwoorden), tuple(rij.bewijs))
        return stand

    kies(consulent, vraag)
    assert klopt().bewijs == ("identiteit",)
    kies(consulent, vraag, zelf="Koken.", wens="")
    assert klopt().beantwoord == {"situatie", "omgeving", "zelf"}
    laat_route_los(consulent, vraag)
    assert klopt().route == ""
    kies_routes(consulent, [Routeinvoer(vraag, "parkeerkaart", {"lopen": "Niet ver."})])
    assert klopt().route == "parkeerkaart"


def test_nothing_changes_when_recording_fails(
    consulent: Actor, vraag: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    kies(consulent, vraag)
    with monkeypatch.context() as even:
        even.setattr(routeacties, "leg_vast", stuk)
        with pytest.raises(RuntimeError, match="vol"):
            kies(consulent, vraag, wens="Rust.")
        with pytest.raises(RuntimeError, match="vol"):
            laat_route_los(consulent, vraag)
    keuze = Routekeuze.objects.get()
    assert (keuze.route, keuze.antwoorden["wens"]) == ("huishoudelijke_hulp", "Een schoon huis.")
    # The application is written last: the casus and its investigation do not stay behind without it.
    monkeypatch.setattr(aanvraagacties, "leg_vast", stuk)
    with pytest.raises(RuntimeError, match="vol"):
        vraag_kort_aan(consulent, [kort(vraag)])
    assert not (Casus.objects.exists() or Onderzoek.objects.exists() or Aanvraag.objects.exists())


def test_what_does_not_belong_is_refused(consulent: Actor, vraag: int) -> None:
    buur = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    with pytest.raises(NietGevonden):
        kies(buur, vraag)
    for mis in (
        Routeinvoer(vraag, "naar_de_maan"),
        Routeinvoer(vraag, "huishoudelijke_hulp", {"lopen": "Nee"}),
        Routeinvoer(vraag, "huishoudelijke_hulp", {}, ("pasfoto",)),
        Routeinvoer(vraag, "huishoudelijke_hulp", {"wens": "x" * 2001}),
    ):
        with pytest.raises(Domeinfout):
            kies_routes(consulent, [mis])
    assert not Routekeuze.objects.exists()


def test_the_screens_lead_from_the_melding_to_the_application(vraag: int) -> None:
    klant = aangemelde_client(maak_medewerker(Rol.CONSULENT, [TEAM]))
    html = klant.get(f"/meldingen/{vraag}/").content.decode()
    assert "Dit lijkt een vraag om: hulp bij het huishouden." in html
    html = klant.get(f"/meldingen/{vraag}/korte-route/").content.decode()
    assert "Wat lukt niet meer in huis?" in html and "Geldig identiteitsbewijs bekeken" in html
    velden = {**ANTWOORDEN, "bewijs": ["identiteit"]}
    html = klant.post(f"/meldingen/{vraag}/korte-route/", velden, follow=True).content.decode()
    assert "Aanvragen: hulp bij het huishouden" in html and "Een schoon huis." in html
    html = klant.get(f"/meldingen/{vraag}/aanvragen/").content.decode()
    assert "Bewijs: Geldig identiteitsbewijs bekeken." in html and "Een schoon huis." in html
    post = {"kenmerk": str(uuid4()), "motivering": "Stofzuigen", "aangevraagd_op": "2024-06-03"}
    assert klant.post(f"/meldingen/{vraag}/aanvragen/", post).status_code == 302
    onderzoek = Onderzoek.objects.get()
    html = klant.get(reverse("onderzoek", args=[onderzoek.casus_id, onderzoek.nummer])).content.decode()
    assert "Stofzuigen lukt niet meer." in html and "Mobiliteit" not in html
    assert klant.post(f"/meldingen/{vraag}/korte-route/loslaten/").status_code == 302

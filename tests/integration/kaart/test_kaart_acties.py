"""The map: put on it, changed, stopped, resumed, read in; and refused where it must be."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from samendoen.kaart import api
from samendoen.kaart.actions import aanbod as aanbodacties
from samendoen.kaart.actions import lezen
from samendoen.kaart.actions import organisatie as organisatieacties
from samendoen.kaart.actions.aanbod import (
    Aanbodgegevens,
    NieuwAanbod,
    hervat_aanbod,
    maak_aanbod,
    stop_aanbod,
    wijzig_aanbod,
)
from samendoen.kaart.actions.lezen import importeer_kaart
from samendoen.kaart.actions.organisatie import (
    NieuweLocatie,
    NieuweOrganisatie,
    Organisatiegegevens,
    maak_locaties,
    maak_organisaties,
    wijzig_organisatie,
)
from samendoen.kaart.models import Aanbod, Kaartimport, Locatie, Organisatie
from samendoen.kaart.rules import AanbodStand, Aanbodstatus, vouw
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, Geweigerd, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.kernel.rechten import Rol
from samendoen.organisatie.api import kernen
from tests.integration.kaart.conftest import GEWOON, gegevens
from tests.maak import actor, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db


def soorten(onderwerp: str, nummer: int) -> list[str]:
    return [g.soort.partition(".")[2] for g in van_onderwerp(onderwerp, [nummer]).get(nummer, [])]


def stand(nummer: int) -> AanbodStand:
    rij = Aanbod.objects.get(pk=nummer)
    status = Aanbodstatus.GESTOPT if rij.gestopt_op else Aanbodstatus.LOOPT
    return AanbodStand(rij.organisatie_id, rij.niveau, status, rij.gestopt_op)


def gevouwen(nummer: int) -> AanbodStand | None:
    gebeurtenissen = van_onderwerp("kaart.aanbod", [nummer])[nummer]
    return vouw((g.voorgevallen_op, lees(g)) for g in gebeurtenissen)


def alles() -> list[Any]:
    """Return all that the map holds and all that was recorded about it."""
    modellen = (Organisatie, Locatie, Aanbod, Aanbod.locaties.through, Kaartimport)
    rijen: list[Any] = [list(model._default_manager.order_by("pk").values_list()) for model in modellen]
    return [*rijen, list(Gebeurtenis.objects.order_by("pk").values_list())]


@pytest.fixture
def kapot(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Give what makes recording fail in a module of actions."""

    def stuk(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("recording failed")

    return lambda module: monkeypatch.setattr(module, "leg_vast", stuk)


def test_an_offer_comes_on_the_map_and_is_found_by_its_words(
    beheer: Actor, organisatie: int, aanbod: int
) -> None:
    assert soorten("kaart.organisatie", organisatie) == ["organisatie_gemaakt"]
    assert soorten("kaart.aanbod", aanbod) == ["aanbod_gemaakt"]
    for vraag in ("koffie", "PRAATJE dinsdag", "Welzijn Samen", "participatie"):
        assert [w.id for w in api.zoek_aanbod(vraag)] == [aanbod]
    assert api.zoek_aanbod("scootmobiel") == []
    assert api.zoek_aanbod("  ") == []
    [waarde] = api.aanbod([aanbod]).values()
    assert (waarde.naam, waarde.organisatie, waarde.niveaunaam) == (
        "Koffieochtend",
        "Welzijn Samen",
        "Voor iedereen",
    )


def test_forms_sent_twice_make_one_of_each(beheer: Actor) -> None:
    org = NieuweOrganisatie(uuid4(), Organisatiegegevens("Welzijn"))
    eerst = maak_organisaties(beheer, [org])
    assert maak_organisaties(beheer, [org, org]) == eerst * 2
    plek = NieuweLocatie(uuid4(), eerst[0], next(iter(kernen())), "Wijkwinkel")
    assert maak_locaties(beheer, [plek]) == maak_locaties(beheer, [plek])
    nieuw = NieuwAanbod(uuid4(), eerst[0], GEWOON)
    assert maak_aanbod(beheer, [nieuw, nieuw]) == maak_aanbod(beheer, [nieuw]) * 2
    assert (Organisatie.objects.count(), Locatie.objects.count(), Aanbod.objects.count()) == (1, 1, 1)


def test_an_offer_changes_and_is_ours_from_then_on(beheer: Actor, aanbod: int) -> None:
    from samendoen.kernel.acties import schrijft

    with schrijft("kaart"):
        Aanbod.objects.filter(pk=aanbod).update(aanname=True)
    wijzig_aanbod(beheer, aanbod, gegevens(naam="Theeochtend", niveau="netwerk"))
    rij = Aanbod.objects.get(pk=aanbod)
    assert (rij.naam, rij.aanname) == ("Theeochtend", False)
    assert [w.id for w in api.zoek_aanbod("theeochtend")] == [aanbod]
    assert api.zoek_aanbod("koffieochtend") == []
    assert gevouwen(aanbod) == stand(aanbod)


def test_places_belong_to_the_organisation(beheer: Actor, organisatie: int, aanbod: int) -> None:
    kern = next(iter(kernen()))
    [plek] = maak_locaties(beheer, [NieuweLocatie(uuid4(), organisatie, kern, "Wijkwinkel")])
    wijzig_aanbod(beheer, aanbod, gegevens(locaties=(plek,)))
    assert list(Aanbod.objects.get(pk=aanbod).locaties.values_list("pk", flat=True)) == [plek]
    [ander] = maak_organisaties(beheer, [NieuweOrganisatie(uuid4(), Organisatiegegevens("Ander"))])
    with pytest.raises(Domeinfout, match="niet van deze organisatie"):
        maak_aanbod(beheer, [NieuwAanbod(uuid4(), ander, gegevens(locaties=(plek,)))])


def test_an_offer_stops_and_resumes_and_equals_the_fold_of_its_events(beheer: Actor, aanbod: int) -> None:
    stop_aanbod(beheer, aanbod)
    assert api.zoek_aanbod("koffie") == []
    assert aanbod not in dict(api.aanbod_voor_keuze())
    assert api.aanbod([aanbod])[aanbod].gestopt
    assert gevouwen(aanbod) == stand(aanbod)
    with pytest.raises(Domeinfout, match="al gestopt"):
        stop_aanbod(beheer, aanbod)
    hervat_aanbod(beheer, aanbod)
    assert dict(api.aanbod_voor_keuze(["participatie"])) == {aanbod: "Koffieochtend (Welzijn Samen)"}
    assert gevouwen(aanbod) == stand(aanbod)
    with pytest.raises(Domeinfout, match="loopt nog"):
        hervat_aanbod(beheer, aanbod)


def test_an_organisation_with_another_name_is_found_by_that_name(
    beheer: Actor, organisatie: int, aanbod: int
) -> None:
    wijzig_organisatie(beheer, organisatie, Organisatiegegevens("De Buurtkamer"))
    assert [w.id for w in api.zoek_aanbod("buurtkamer")] == [aanbod]
    assert api.zoek_aanbod("welzijn") == []
    assert api.organisaties([organisatie])[organisatie].naam == "De Buurtkamer"
    assert dict(api.organisaties_voor_keuze()) == {organisatie: "De Buurtkamer"}


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"naam": " "}, "naam"),
        ({"naam": "x" * 121}, "naam"),
        ({"naam": "Koffieochtend"}, "naam"),
        ({"tekst": ""}, "tekst"),
        ({"niveau": "zwaar"}, "niveau"),
        ({"leefgebieden": ()}, "leefgebieden"),
        ({"leefgebieden": ("magie",)}, "leefgebieden"),
        ({"doelgroepen": ("iedereen",)}, "doelgroepen"),
        ({"talen": ("xx",)}, "talen"),
        ({"wachttijd_weken": 261}, "wachttijd_weken"),
        ({"wachttijd_weken": -1}, "wachttijd_weken"),
        ({"locaties": (10**6,)}, "locaties"),
        ({"prijs": "x" * 121}, "prijs"),
    ],
)
def test_an_offer_that_cannot_be_is_refused_beside_its_field(
    beheer: Actor, organisatie: int, aanbod: int, anders: dict[str, Any], veld: str
) -> None:
    voor = alles()
    nieuw = NieuwAanbod(uuid4(), organisatie, gegevens(**{"naam": "Iets anders", **anders}))
    with pytest.raises(Domeinfout) as fout:
        maak_aanbod(beheer, [nieuw])
    assert fout.value.veld == veld
    assert fout.value.doe
    assert alles() == voor


def test_two_offers_of_one_name_in_one_go_are_refused(beheer: Actor, organisatie: int) -> None:
    with pytest.raises(Domeinfout, match="al aanbod met deze naam"):
        maak_aanbod(beheer, [NieuwAanbod(uuid4(), organisatie, GEWOON) for _keer in range(2)])


def test_an_organisation_that_is_there_or_has_no_name_is_refused(beheer: Actor, organisatie: int) -> None:
    for naam, zin in (("Welzijn Samen", "staat al op de kaart"), (" ", "De naam ontbreekt.")):
        with pytest.raises(Domeinfout, match=zin):
            maak_organisaties(beheer, [NieuweOrganisatie(uuid4(), Organisatiegegevens(naam))])


@pytest.mark.parametrize(("anders", "veld"), [({"naam": ""}, "naam"), ({"kern_id": 10**6}, "kern_id")])
def test_a_place_that_cannot_be_is_refused(
    beheer: Actor, organisatie: int, anders: dict[str, Any], veld: str
) -> None:
    gewoon = NieuweLocatie(uuid4(), organisatie, next(iter(kernen())), "Wijkwinkel")
    with pytest.raises(Domeinfout) as fout:
        maak_locaties(beheer, [replace(gewoon, **anders)])
    assert fout.value.veld == veld
    with pytest.raises(NietGevonden):
        maak_locaties(beheer, [replace(gewoon, organisatie_id=10**6)])


def test_what_is_not_on_the_map_is_not_found(beheer: Actor) -> None:
    doen: tuple[Callable[[], None], ...] = (
        lambda: stop_aanbod(beheer, 10**6),
        lambda: hervat_aanbod(beheer, 10**6),
        lambda: wijzig_aanbod(beheer, 10**6, GEWOON),
        lambda: wijzig_organisatie(beheer, 10**6, Organisatiegegevens("X")),
    )
    for doe in doen:
        with pytest.raises(NietGevonden):
            doe()


def test_who_does_not_keep_the_map_changes_nothing(aanbod: int) -> None:
    consulent = actor(maak_medewerker(Rol.CONSULENT))
    voor = alles()
    with pytest.raises(Geweigerd):
        stop_aanbod(consulent, aanbod)
    with pytest.raises(Geweigerd):
        importeer_kaart(consulent, "1961")
    assert alles() == voor


@pytest.mark.parametrize("wat", ["organisation", "place", "offer", "change", "stop", "import"])
def test_nothing_changes_when_recording_fails(
    beheer: Actor, organisatie: int, aanbod: int, kapot: Callable[[Any], None], wat: str
) -> None:
    kern, voor = next(iter(kernen())), alles()
    for module in (aanbodacties, organisatieacties, lezen):
        kapot(module)
    doen: dict[str, Callable[[], object]] = {
        "organisation": lambda: maak_organisaties(
            beheer, [NieuweOrganisatie(uuid4(), Organisatiegegevens("Nieuw"))]
        ),
        "place": lambda: maak_locaties(beheer, [NieuweLocatie(uuid4(), organisatie, kern, "Plek")]),
        "offer": lambda: maak_aanbod(beheer, [NieuwAanbod(uuid4(), organisatie, gegevens(naam="Nieuw"))]),
        "change": lambda: wijzig_aanbod(beheer, aanbod, gegevens(naam="Anders")),
        "stop": lambda: stop_aanbod(beheer, aanbod),
        "import": lambda: importeer_kaart(beheer, "1961"),
    }
    with pytest.raises(RuntimeError, match="recording failed"):
        doen[wat]()
    assert alles() == voor


@pytest.mark.parametrize("gemeente", ["1961", "0331"])
def test_reading_in_the_map_twice_changes_nothing(gemeente: str) -> None:
    maak_gemeente(gemeente)
    eerst = importeer_kaart(SYSTEEM, gemeente)
    assert eerst.nieuw
    assert (eerst.organisaties, eerst.aanbod) == (Organisatie.objects.count(), Aanbod.objects.count())
    voor = alles()
    weer = importeer_kaart(SYSTEEM, gemeente)
    assert (weer.nieuw, weer.organisaties, weer.aanbod) == (False, eerst.organisaties, eerst.aanbod)
    assert "al ingelezen" in weer.zin
    assert alles() == voor


def test_what_was_read_in_can_be_changed_and_stays_so(beheer: Actor) -> None:
    importeer_kaart(beheer, "1961")
    rij = Aanbod.objects.order_by("pk")[0]
    nieuw = Aanbodgegevens("Veranderd", rij.tekst, rij.niveau, tuple(rij.leefgebieden))
    wijzig_aanbod(beheer, rij.pk, nieuw)
    importeer_kaart(beheer, "1961")
    assert Aanbod.objects.get(pk=rij.pk).naam == "Veranderd"
    assert all(gevouwen(pk) == stand(pk) for pk in Aanbod.objects.values_list("pk", flat=True))


def test_the_map_of_another_municipality_is_refused(beheer: Actor) -> None:
    with pytest.raises(Domeinfout, match="hoort niet bij de gemeente"):
        importeer_kaart(beheer, "0331")
    assert not Kaartimport.objects.exists()


def test_without_a_municipality_there_is_no_map(db: None) -> None:
    with pytest.raises(Domeinfout, match="hoort niet bij de gemeente"):
        importeer_kaart(SYSTEEM, "1961")

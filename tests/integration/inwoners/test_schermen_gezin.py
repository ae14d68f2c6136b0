"""The forms about the people around a resident: household, custody, relations."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samendoen.inwoners.api import Lid, gezag_over, huishouden_van, leden_van
from samendoen.inwoners.models import Inwoner, Relatie
from tests.integration.inwoners.conftest import (
    ADRES,
    KIND_GEBOREN,
    Geef,
    SchrijfIn,
    Vorm,
    haal,
    stuur,
)

pytestmark = pytest.mark.django_db


def zoek(achternaam: str = "Partner", dag: str = "1980-03-12", **anders: str) -> dict[str, str]:
    return {"stap": "zoek", "achternaam": achternaam, "geboortedatum": dag, "bsn": "", **anders}


def kies(persoon: object, rol: str = "partner", **anders: str) -> dict[str, str]:
    gewoon = {"kenmerk": str(uuid4()), "persoon": str(persoon), "rol": rol, "van": "2024-01-01"}
    return {**zoek(), **gewoon, "stap": "kies", **anders}


def test_somebody_joins_the_household_after_a_search(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    ouder, partner = schrijf_in("Ouder"), schrijf_in("Partner", voornamen="Piet")
    huis = vorm((ouder, "ouder"))
    geef(ouder)
    assert "Piet Partner, 12-03-1980" in stuur(klant, "inwoner_lid_erbij", ouder, **zoek()).content.decode()
    assert stuur(klant, "inwoner_lid_erbij", ouder, **kies(partner)).status_code == 302
    assert Lid(partner, "partner") in leden_van(huis)


def test_who_is_not_known_is_registered_and_joins_at_once(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn
) -> None:
    ouder = schrijf_in("Ouder", **ADRES)
    geef(ouder)
    assert "Niemand gevonden" in stuur(klant, "inwoner_lid_erbij", ouder, **zoek()).content.decode()
    velden = kies("nieuw", "kind", voornamen="Sam", zelfde_adres="on", eigen_rol="ouder")
    for _keer in range(2):
        assert stuur(klant, "inwoner_lid_erbij", ouder, **velden).status_code == 302
    kind = Inwoner.objects.get(voornamen="Sam")
    assert (kind.achternaam, kind.straat, kind.huisnummer) == ("Partner", "Dorpsstraat", "12a")
    huis = huishouden_van(ouder)
    assert huis is not None
    assert set(leden_van(huis)) == {Lid(ouder, "ouder"), Lid(kind.pk, "kind")}


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        (zoek("", ""), "Vul de achternaam en de geboortedatum in"),
        (zoek(dag="2024-06-04"), "ligt in de toekomst"),
        (zoek("", "", bsn="123456783"), "geen geldig burgerservicenummer"),
        (kies("nieuw", rol=""), "Kies een rol."),
        (kies("nieuw", van="2024-06-04"), "Deze dag ligt in de toekomst."),
        (kies("nieuw", rol="ouder", elders="on"), "Alleen een kind kan op twee adressen wonen."),
        (kies("nieuw", achternaam="", geboortedatum="", bsn="123456782"), "Zoek eerst op achternaam"),
        (kies("77777"), "Maak een keuze"),
    ],
    ids=["empty", "tomorrow", "number", "no role", "since tomorrow", "two homes", "no name", "somebody else"],
)
def test_joining_with_a_mistake_says_what(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm, velden: dict[str, str], zin: str
) -> None:
    ouder = schrijf_in("Ouder")
    huis = vorm((ouder, "ouder"))
    geef(ouder)
    antwoord = stuur(klant, "inwoner_lid_erbij", ouder, **velden)
    assert antwoord.status_code == 200
    if velden["stap"] == "kies" and velden["persoon"] == "77777":
        zin = "77777"
    assert zin in antwoord.content.decode()
    assert leden_van(huis) == (Lid(ouder, "ouder"),)


def test_somebody_leaves_on_the_screen(klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm) -> None:
    ouder, partner = schrijf_in("Ouder"), schrijf_in("Partner", voornamen="Piet")
    huis = vorm((ouder, "ouder"), (partner, "partner"))
    geef(ouder)
    assert "Piet Partner" in haal(klant, "inwoner_lid_vertrekt", ouder, huis, partner)
    fout = stuur(klant, "inwoner_lid_vertrekt", ouder, huis, partner, tot="2019-01-01")
    assert "voor de eerste dag" in fout.content.decode()
    assert stuur(klant, "inwoner_lid_vertrekt", ouder, huis, partner, tot="2024-06-01").status_code == 302
    assert leden_van(huis) == (Lid(ouder, "ouder"),)


def test_custody_is_recorded_and_ended_on_the_screen(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    kind, ouder = schrijf_in("Kind", KIND_GEBOREN), schrijf_in("Ouder", voornamen="Anna")
    vader, zus = schrijf_in("Vader", voornamen="Tom"), schrijf_in("Zus", date(2012, 1, 1))
    vorm((kind, "kind"), (ouder, "ouder"), (zus, "kind"))
    geef(kind)
    pagina = haal(klant, "inwoner_gezag", kind)
    assert "Anna Ouder" in pagina
    assert "Zus" not in pagina
    velden = {**zoek("", ""), "stap": "kies", "gezaghebber": str(ouder), "van": "2014-05-01"}
    assert stuur(klant, "inwoner_gezag", kind, **velden).status_code == 302
    assert "Tom Vader" in stuur(klant, "inwoner_gezag", kind, **zoek("Vader")).content.decode()
    velden = {**zoek("Vader"), "stap": "kies", "gezaghebber": str(vader), "van": "2014-05-01"}
    assert stuur(klant, "inwoner_gezag", kind, **velden).status_code == 302
    assert gezag_over([kind]) == {kind: (ouder, vader)}
    assert "niet bekend" in stuur(klant, "inwoner_gezag", kind, **zoek("Onbekend")).content.decode()
    assert stuur(klant, "inwoner_gezag_einde", kind, vader, tot="2024-06-03").status_code == 302
    assert gezag_over([kind]) == {kind: (ouder,)}


def test_a_relation_is_recorded_and_ended_on_the_screen(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn
) -> None:
    persoon = schrijf_in("Jansen")
    geef(persoon)
    velden = {"kenmerk": str(uuid4()), "soort": "mantelzorger", "naam": "Tante Truus", "van": "2024-01-01"}
    fout = stuur(klant, "inwoner_relatie", persoon, **{**velden, "naam": ""})
    assert "niet duidelijk om wie het gaat" in fout.content.decode()
    for _keer in range(2):
        assert stuur(klant, "inwoner_relatie", persoon, **velden).status_code == 302
    assert "Tante Truus" in haal(klant, "inwoner", persoon)
    nummer = Relatie.objects.get().pk
    assert "Tante Truus" in haal(klant, "inwoner_relatie_einde", persoon, nummer)
    assert stuur(klant, "inwoner_relatie_einde", persoon, nummer, tot="2024-06-03").status_code == 302
    assert klant.get(reverse("inwoner_relatie_einde", args=[persoon, 10**9])).status_code == 404

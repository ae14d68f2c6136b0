"""The screens of a resident: what each may see, and what the forms do and refuse."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samendoen.inwoners.api import (
    NieuweRelatie,
    NieuwGezag,
    Toetreding,
    Vertrek,
    gezinsleden_erbij,
    gezinsleden_vertrekken,
    leg_gezag_vast,
    leg_relaties_vast,
)
from samendoen.inwoners.models import Inwoner
from samendoen.kernel import stekkers
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker, Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from tests.integration.inwoners.conftest import (
    ADRES,
    KIND_GEBOREN,
    SINDS,
    Geef,
    GeefDossier,
    SchrijfIn,
    Vorm,
    haal,
    stuur,
)
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db


def test_the_page_tells_who_somebody_is(klant: Client, geef: Geef, schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in(
        "Vries",
        tussenvoegsel="de",
        voornamen="Fatima Maria",
        bsn="123456782",
        telefoon="06 12345678",
        **ADRES,
    )
    geef(persoon)
    pagina = haal(klant, "inwoner", persoon)
    for deel in ("Fatima Maria de Vries", "12 maart 1980 (44 jaar)", "123456782", "06 12345678"):
        assert deel in pagina
    assert "Dorpsstraat 12a" in pagina
    assert "<title>Inwoner" in pagina.replace("\n", "").replace("  ", "")


def test_the_page_is_in_the_read_log_once(
    klant: Client, wie: Gebruiker, geef: Geef, schrijf_in: SchrijfIn
) -> None:
    persoon = schrijf_in()
    geef(persoon)
    haal(klant, "inwoner", persoon)
    regel = Inzagelogregel.objects.get()
    assert (regel.gebruiker_id, regel.pagina, regel.personen) == (wie.pk, "inwoner", [persoon])
    assert len(regel.dossiers) == 1


def test_who_reads_along_sees_no_whole_number_and_no_buttons(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn
) -> None:
    persoon = schrijf_in(bsn="123456782")
    geef(persoon, Grond.CONSULTATIE, Niveau.LEESBAAR)
    pagina = haal(klant, "inwoner", persoon)
    assert "******782" in pagina
    assert "123456782" not in pagina
    assert "Gegevens wijzigen" not in pagina
    assert klant.get(reverse("inwoner_wijzigen", args=[persoon])).status_code == 403


def test_the_household_with_its_history_and_a_second_home(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    ouder, kind = schrijf_in("Ouder", voornamen="Anna"), schrijf_in("Kind", KIND_GEBOREN, voornamen="Sam")
    vader, opa = schrijf_in("Vader", voornamen="Tom"), schrijf_in("Opa", voornamen="Opi")
    thuis = vorm((ouder, "ouder"), (kind, "kind"), (opa, "overig"))
    vorm((vader, "ouder"), (kind, "kind"), ook_hier=[kind])
    gezinsleden_vertrekken(SYSTEEM, [Vertrek(thuis, opa, date(2023, 5, 1))])
    geef(kind)
    pagina = haal(klant, "inwoner", kind)
    for deel in ("Wonen hier nu", "Anna Ouder", "Woonden hier eerder", "Opi Opa", "1 mei 2023"):
        assert deel in pagina
    assert "Wonen nu in het tweede huis" in pagina
    assert "Tom Vader" in pagina
    assert "woont hier en op een ander adres" in pagina


def test_an_earlier_household_stays_on_the_page(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    ouder, partner = schrijf_in("Ouder"), schrijf_in("Partner", voornamen="Piet")
    vorm((ouder, "ouder"), (partner, "partner"))
    nieuw = vorm((schrijf_in("Ander"), "ouder"))
    gezinsleden_erbij(SYSTEEM, [Toetreding(nieuw, ouder, "partner", date(2024, 1, 1), verhuist=True)])
    geef(ouder)
    assert "Van 1 januari 2020 tot 1 januari 2024 met Piet Partner." in haal(klant, "inwoner", ouder)


def test_custody_is_on_both_pages(klant: Client, geef: Geef, schrijf_in: SchrijfIn) -> None:
    ouder, kind = schrijf_in("Ouder", voornamen="Anna"), schrijf_in("Kind", KIND_GEBOREN, voornamen="Sam")
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, ouder, KIND_GEBOREN)])
    geef(ouder)
    geef(kind)
    assert "Anna Ouder" in haal(klant, "inwoner", kind)
    assert "Sam Kind" in haal(klant, "inwoner", ouder)
    assert "Gezag vastleggen" not in haal(klant, "inwoner", ouder)


def test_an_empty_page_says_what_comes_there(klant: Client, geef: Geef, schrijf_in: SchrijfIn) -> None:
    kind = schrijf_in("Kind", KIND_GEBOREN)
    geef(kind)
    pagina = haal(klant, "inwoner", kind)
    for zin in (
        "Er is nog niet vastgelegd met wie deze inwoner woont.",
        "Er is nog niet vastgelegd wie gezag heeft.",
        "Hier komen de mantelzorger",
        "Er is geen adres bekend.",
    ):
        assert zin in pagina


def test_a_role_that_does_not_recognise_people_reads_no_name_of_a_housemate_out_of_scope(
    schrijf_in: SchrijfIn, vorm: Vorm, geef_dossier: GeefDossier
) -> None:
    kind, ouder = schrijf_in("Kind", KIND_GEBOREN), schrijf_in("Kanarie")
    vorm((ouder, "ouder"), (kind, "kind"))
    leerplicht = maak_medewerker(Rol.LEERPLICHT)
    geef_dossier(kind, actor(leerplicht), Grond.TEAM, Niveau.LEESBAAR)
    pagina = haal(aangemelde_client(leerplicht), "inwoner", kind)
    assert "Kanarie" not in pagina
    assert "Iemand buiten uw werkgebied" in pagina


def test_another_context_fills_a_panel(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    persoon = schrijf_in()
    geef(persoon)
    monkeypatch.setattr(
        stekkers, "panelen", lambda pagina, door, pk: [f"PANEEL {pagina} {pk}"] if door.id else []
    )
    assert f"PANEEL inwoner {persoon}" in haal(klant, "inwoner", persoon)


def test_the_number_of_queries_does_not_grow_with_the_family(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stekkers, "panelen", lambda *_args: [])  # other contexts pin their own
    persoon, eerste = schrijf_in("Ouder"), schrijf_in("Eerste", KIND_GEBOREN)
    huis = vorm((persoon, "ouder"), (eerste, "kind"))
    geef(persoon)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gezien:
            haal(klant, "inwoner", persoon)
        return len(gezien)

    vragen()
    weinig = vragen()
    kinderen = [schrijf_in(f"Kind{n}", KIND_GEBOREN) for n in range(6)]
    gezinsleden_erbij(SYSTEEM, [Toetreding(huis, kind, "kind", SINDS) for kind in kinderen])
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, persoon, SINDS) for kind in kinderen])
    leg_relaties_vast(
        SYSTEEM, [NieuweRelatie(uuid4(), persoon, "netwerk", SINDS, naam=f"Buur {n}") for n in range(5)]
    )
    assert vragen() == weinig
    assert weinig == 14


def test_somebody_is_registered_and_who_did_it_hears_what_comes_next(klant: Client) -> None:
    velden = {
        "kenmerk": str(uuid4()),
        "achternaam": "Jansen",
        "voornamen": "Piet",
        "geboortedatum": "12-03-1980",
        "geslacht": "man",
        "bsn": "123456782",
        "postcode": "4141ab",
        "voorkeurstaal": "nl",
    }
    for _keer in range(2):
        antwoord = klant.post(reverse("inwoner_nieuw"), velden, follow=True)
        assert "De inwoner is nu bekend" in antwoord.content.decode()
        assert "Melding opnemen" in antwoord.content.decode()
    assert Inwoner.objects.get().bsn == "123456782"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"bsn": "123456783"}, "geen geldig burgerservicenummer"),
        ({"bsn": "999990019"}, "al bekend"),
        ({"geboortedatum": "2024-06-04"}, "ligt in de toekomst"),
        ({"geboortedatum": "31-02-1980"}, "bestaande datum"),
        ({"achternaam": ""}, "Vul de achternaam in"),
        ({"postcode": "zomaar"}, "postcode"),
        ({"email": "jansen"}, "geen e-mailadres"),
    ],
)
def test_a_form_with_a_mistake_says_it_and_loses_nothing(
    klant: Client, schrijf_in: SchrijfIn, anders: dict[str, str], zin: str
) -> None:
    schrijf_in("Bekend", date(1950, 1, 1), bsn="999990019")
    velden = {
        "kenmerk": str(uuid4()),
        "achternaam": "Jansen",
        "voornamen": "Piet Hein",
        "geboortedatum": "1980-03-12",
        "geslacht": "man",
        "straat": "Dorpsstraat",
        "voorkeurstaal": "nl",
    }
    antwoord = stuur(klant, "inwoner_nieuw", **{**velden, **anders})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert zin.casefold() in pagina.casefold()
    assert "Controleer wat u hebt ingevuld" in pagina
    assert 'value="Piet Hein"' in pagina
    assert 'value="Dorpsstraat"' in pagina
    assert Inwoner.objects.count() == 1


def test_somebody_who_looks_the_same_is_shown_before_a_double_is_made(
    klant: Client, schrijf_in: SchrijfIn
) -> None:
    schrijf_in("Jansen", voornamen="Piet", plaats="Leerdam")
    velden = {
        "kenmerk": str(uuid4()),
        "achternaam": "Jansen",
        "geboortedatum": "1980-03-12",
        "geslacht": "man",
        "voorkeurstaal": "nl",
    }
    pagina = stuur(klant, "inwoner_nieuw", **velden).content.decode()
    assert "Is dit iemand die al bekend is?" in pagina
    assert "Piet Jansen, 12-03-1980, Leerdam" in pagina
    assert Inwoner.objects.count() == 1
    assert stuur(klant, "inwoner_nieuw", **velden, toch="on").status_code == 302
    assert Inwoner.objects.count() == 2


def test_a_search_fills_the_form_in_advance(klant: Client) -> None:
    pagina = stuur(
        klant, "inwoner_nieuw", vooraf="1", achternaam="Jansen", geboortedatum="1980-03-12"
    ).content.decode()
    assert 'value="Jansen"' in pagina
    assert 'value="1980-03-12"' in pagina
    assert not Inwoner.objects.exists()


def test_data_are_changed(klant: Client, geef: Geef, schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in("Jansen", bsn="123456782", voorkeurstaal="so", **ADRES)
    geef(persoon)
    assert 'value="123456782"' in haal(klant, "inwoner_wijzigen", persoon)
    velden = {
        "kenmerk": str(uuid4()),
        "achternaam": "de Wit",
        "geboortedatum": "1980-03-12",
        "geslacht": "vrouw",
        "bsn": "123456782",
        "voorkeurstaal": "so",
        **ADRES,
    }
    assert stuur(klant, "inwoner_wijzigen", persoon, **velden).status_code == 302
    rij = Inwoner.objects.get(pk=persoon)
    assert (rij.achternaam, rij.geslacht, rij.voorkeurstaal, rij.bsn) == (
        "de Wit",
        "vrouw",
        "so",
        "123456782",
    )


def test_a_number_that_nobody_has_is_not_found(klant: Client, schrijf_in: SchrijfIn) -> None:
    for nummer in (schrijf_in("Buiten bereik"), 10**9, 10**30):
        for naam in ("inwoner", "inwoner_wijzigen", "inwoner_lid_erbij", "inwoner_gezag", "inwoner_relatie"):
            assert klant.get(reverse(naam, args=[nummer])).status_code == 404


def test_a_number_in_an_address_names_nobody_who_has_nothing_to_do_with_this_resident(
    klant: Client, geef: Geef, schrijf_in: SchrijfIn, vorm: Vorm
) -> None:
    kind, vreemd = schrijf_in("Kind", KIND_GEBOREN), schrijf_in("Kanarie")
    huis, elders = vorm((kind, "kind")), vorm((vreemd, "ouder"))
    geef(kind)
    for adres in (
        reverse("inwoner_lid_vertrekt", args=[kind, huis, vreemd]),
        reverse("inwoner_lid_vertrekt", args=[kind, elders, vreemd]),
        reverse("inwoner_gezag_einde", args=[kind, vreemd]),
    ):
        antwoord = klant.get(adres)
        assert antwoord.status_code == 404
        assert "Kanarie" not in antwoord.content.decode()

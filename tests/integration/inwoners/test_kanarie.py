"""A canary at a secret address: it sings for direction, second and leadership, and nowhere else."""

import logging
from collections.abc import Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from samendoen.inwoners.api import (
    NieuweRelatie,
    NieuwGezag,
    leg_gezag_vast,
    leg_relaties_vast,
    postadres,
)
from samendoen.kernel.actor import SYSTEEM
from samendoen.kernel.models import Gebruiker, Grond, Niveau
from samendoen.kernel.rechten import Rol
from tests.integration.inwoners.conftest import ADRES, KIND_GEBOREN, SINDS, GeefDossier, SchrijfIn, Vorm
from tests.integration.inwoners.test_bsn import tabellen_met
from tests.maak import aangemelde_client, actor, maak_medewerker

pytestmark = pytest.mark.django_db
KANARIE = {"straat": "Kanariepad", "huisnummer": "77", "postcode": "4199 KN", "plaats": "Kanariedorp"}
SPOREN = ("Kanariepad", "4199KN", "4199 KN", "Kanariedorp", "KANARIEDORP")
BSN = "123456782"
Gezin = dict[str, int]


@pytest.fixture
def gezin(schrijf_in: SchrijfIn, vorm: Vorm) -> Gezin:
    """Give a mother who hides, her child that lives there, and the father at whose home it also lives."""
    moeder = schrijf_in("Verborgen", voornamen="Mia", bsn=BSN, geheimhouding=True, **KANARIE)
    kind = schrijf_in("Kind", KIND_GEBOREN, voornamen="Sam", bsn="999990019", **KANARIE)
    vader = schrijf_in("Vader", date(1979, 1, 1), voornamen="Tom", **ADRES)
    thuis = vorm((moeder, "ouder"), (kind, "kind"))
    vorm((vader, "ouder"), (kind, "kind"), ook_hier=[kind])
    leg_gezag_vast(SYSTEEM, [NieuwGezag(kind, moeder, SINDS), NieuwGezag(kind, vader, SINDS)])
    leg_relaties_vast(SYSTEEM, [NieuweRelatie(uuid4(), kind, "mantelzorger", SINDS, ander=moeder)])
    return {"moeder": moeder, "kind": kind, "vader": vader, "thuis": thuis}


def paginas(klant: Client, gezin: Gezin) -> Iterator[tuple[str, str]]:
    """Open everything that a professional can reach about this family; yield where and what was answered."""
    for wie in ("moeder", "kind", "vader"):
        for naam in ("inwoner", "inwoner_wijzigen", "inwoner_lid_erbij", "inwoner_gezag", "inwoner_relatie"):
            antwoord = klant.get(reverse(naam, args=[gezin[wie]]))
            yield f"{naam} {wie}", antwoord.content.decode()
        vraag = {"stap": "zoek", "achternaam": "", "geboortedatum": "", "bsn": BSN}
        for naam in ("inwoner_lid_erbij", "inwoner_gezag"):
            antwoord = klant.post(reverse(naam, args=[gezin[wie]]), vraag)
            yield f"{naam} {wie} zoekt", antwoord.content.decode()
    for zoek in (
        "Verborgen 12-03-1980",
        BSN,
        "Kind 1-5-2014",
        "999990019",
        "Vader 1-1-1979",
        "sam",
        "wijziging",
    ):
        antwoord = klant.post("/zoek/", {"q": zoek}, follow=True)
        yield f"zoek {zoek}", antwoord.content.decode()
    nieuw = {
        "kenmerk": str(uuid4()),
        "geslacht": "vrouw",
        "voorkeurstaal": "nl",
        "geboortedatum": "1980-03-12",
    }
    dubbel = klant.post(reverse("inwoner_nieuw"), {**nieuw, "achternaam": "Verborgen", "bsn": BSN})
    yield "inschrijven", dubbel.content.decode()
    for naam in ("vandaag", "meldingen", "kaart", "inwoner_ingeschreven"):
        yield naam, klant.get(reverse(naam)).content.decode()


@pytest.mark.parametrize(
    "gronden",
    [
        (),
        (Grond.TEAM,),
        (Grond.AANNAME,),
        (Grond.CONSULTATIE, Grond.TOESTEMMING, Grond.NOOD),
    ],
    ids=["no grant", "team", "took the question", "reads along"],
)
def test_a_secret_address_is_in_nothing_that_others_read(
    gezin: Gezin,
    geef_dossier: GeefDossier,
    gronden: tuple[Grond, ...],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    wie = maak_medewerker([Rol.CONSULENT, Rol.LOKET], ["gebiedsteam_leerdam"])
    for grond in gronden:
        niveau = Niveau.SCHRIJFBAAR if grond in (Grond.TEAM, Grond.AANNAME) else Niveau.LEESBAAR
        for persoon in ("moeder", "kind", "vader"):
            geef_dossier(gezin[persoon], actor(wie), grond, niveau)
    with caplog.at_level(logging.DEBUG, logger="samendoen"):
        beelden = dict(paginas(aangemelde_client(wie), gezin))
    assert {waar for waar, tekst in beelden.items() for spoor in SPOREN if spoor in tekst} == set()
    uitvoer = capfd.readouterr()
    gelogd = "".join([uitvoer.out, uitvoer.err, *(r.getMessage() for r in caplog.records)])
    assert not [spoor for spoor in SPOREN if spoor in gelogd]
    # Nor in a job, an event, a search row or a session: it stands in one table.
    for spoor in SPOREN[:3]:
        assert tabellen_met(spoor) in ([], ["inwoners_inwoner"])
    assert tabellen_met("Kanariepad") == ["inwoners_inwoner"]


def test_the_page_says_that_the_address_is_secret_and_the_form_does_not_ask_it(
    gezin: Gezin, geef_dossier: GeefDossier
) -> None:
    wie = maak_medewerker(Rol.CONSULENT)
    for persoon in ("moeder", "kind"):
        geef_dossier(gezin[persoon], actor(wie))
        klant = aangemelde_client(wie)
        pagina = klant.get(reverse("inwoner", args=[gezin[persoon]])).content.decode()
        assert "Alleen de regisseur, de tweede professional en de leiding zien dit adres." in pagina
        form = klant.get(reverse("inwoner_wijzigen", args=[gezin[persoon]])).content.decode()
        assert "Het adres is geheim" in form
        assert 'name="straat"' not in form


def test_who_directs_for_the_child_at_the_other_home_does_not_learn_where_the_mother_hides(
    gezin: Gezin, geef_dossier: GeefDossier
) -> None:
    wie = maak_medewerker(Rol.CONSULENT)
    for persoon in ("vader", "kind"):
        geef_dossier(gezin[persoon], actor(wie), Grond.REGIE)
    beelden = dict(paginas(aangemelde_client(wie), gezin))
    assert {waar for waar, tekst in beelden.items() for spoor in SPOREN if spoor in tekst} == set()
    assert postadres(actor(wie), gezin["kind"]).regels == ()


@pytest.mark.parametrize("grond", [Grond.REGIE, Grond.TWEEDE, Grond.LEIDING])
def test_direction_second_and_leadership_read_it_with_a_warning(
    gezin: Gezin, geef_dossier: GeefDossier, grond: Grond
) -> None:
    wie = maak_medewerker(Rol.CONSULENT)
    klant = aangemelde_client(wie)
    for persoon in ("moeder", "kind"):
        geef_dossier(gezin[persoon], actor(wie), grond)
        pagina = klant.get(reverse("inwoner", args=[gezin[persoon]])).content.decode()
        assert "Kanariepad 77" in pagina
        assert "Geef dit adres aan niemand door" in pagina
        assert "Kanariepad" in klant.get(reverse("inwoner_wijzigen", args=[gezin[persoon]])).content.decode()


def test_who_works_for_the_father_does_not_learn_where_or_with_whom_the_child_lives(
    gezin: Gezin, geef_dossier: GeefDossier
) -> None:
    wie: Gebruiker = maak_medewerker(Rol.CONSULENT)
    geef_dossier(gezin["vader"], actor(wie), Grond.REGIE)
    klant = aangemelde_client(wie)
    pagina = klant.get(reverse("inwoner", args=[gezin["vader"]])).content.decode()
    assert "Sam Kind" not in pagina
    assert "Mia" not in pagina
    assert klant.get(reverse("inwoner", args=[gezin["kind"]])).status_code == 404
    geef_dossier(gezin["kind"], actor(wie), Grond.TEAM)
    pagina = klant.get(reverse("inwoner", args=[gezin["kind"]])).content.decode()
    assert "Mia" not in pagina
    assert not [spoor for spoor in SPOREN if spoor in pagina]

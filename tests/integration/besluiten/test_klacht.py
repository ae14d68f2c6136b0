"""A complaint from receipt to the last letter; who may read it, and who never."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samendoen.besluiten import events, feiten
from samendoen.besluiten.actions.klacht import registreer_klachten
from samendoen.besluiten.actions.klachteinde import draag_klacht_over
from samendoen.besluiten.models import Klacht, Zaakbrief
from samendoen.besluiten.rules.klacht import vouw_klacht
from samendoen.kernel import klok
from samendoen.kernel.access import Toekenning, ken_toe
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebruiker, Grond, Inzagelogregel, Niveau
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.werk.api import laatste_dagen
from samendoen.werk.models import Termijn
from tests.casusmaker import TEAM, maak_gezin, maak_melding
from tests.klachtmaker import maak_klacht, nieuwe_klacht, sluit
from tests.maak import aangemelde_client, actor, maak_gemeente, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


@pytest.fixture
def leider(db: None) -> Actor:
    maak_gemeente()
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Lena Leider"))


@pytest.fixture
def joke(leider: Actor) -> Actor:
    """Whom the complaint is about: also a team leader, so only the complaint itself keeps her out."""
    return actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Joke Jansen"))


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


def brieven(klacht: int) -> list[str]:
    rijen = Zaakbrief.objects.filter(onderwerp_soort=events.KLACHT, onderwerp_id=klacht)
    return list(rijen.order_by("pk").values_list("soort", flat=True))


def vouw_klopt(klacht: int) -> bool:
    rijen = van_onderwerp(events.KLACHT, [klacht])[klacht]
    v, rij = vouw_klacht((g.voorgevallen_op, lees(g)) for g in rijen), Klacht.objects.get(pk=klacht)
    return v is not None and (v.status, v.behandelaar, v.afloop, v.oordeel, v.afgehandeld_op) == (
        rij.status,
        rij.behandelaar_id,
        rij.afloop,
        rij.oordeel,
        rij.afgehandeld_op,
    )


def test_a_complaint_from_the_desk_to_the_judgement(leider: Actor, joke: Actor) -> None:
    balie = klant_van(actor(maak_medewerker(Rol.LOKET, [TEAM], "Loes Loket")))
    ingevuld = {
        "kenmerk": str(uuid4()),
        "klager": "Wim de Vries",
        "klageradres": "Markt 2\n4141 AA Leerdam",
        "beklaagde": joke.id,
        "gebeurd_op": "2024-05-20",
        "over": "Zij lachte mij uit.",
        "ontvangen_op": "2024-06-03",
        "wet": "wmo",
        "behandelaar": leider.id,
    }
    assert (
        "behandelt haar niet"
        in balie.post("/klachten/nieuw/", {**ingevuld, "behandelaar": joke.id}).content.decode()
    )
    antwoord = balie.post("/klachten/nieuw/", ingevuld)
    nummer = Klacht.objects.get().pk
    assert antwoord["Location"] == f"/klachten/{nummer}/"
    assert "Zij lachte mij uit." in balie.get(f"/klachten/{nummer}/").content.decode()
    assert laatste_dagen(events.KLACHT, [nummer]) == {nummer: date(2024, 7, 15)}
    assert Termijn.objects.get(onderwerp_soort=events.KLACHT).gebruiker_id == leider.id
    assert brieven(nummer) == ["ontvangst", "afschrift"]
    afschrift = str(Zaakbrief.objects.get(soort="afschrift").brief)
    assert "Joke Jansen" in afschrift
    assert "Markt 2" not in afschrift
    baas = klant_van(leider)
    assert "Wim de Vries" in baas.get("/klachten/").content.decode()
    oordeel = {"afloop": "oordeel", "oordeel": "gegrond", "bevindingen": "Zo ging het.", "op": "2024-06-03"}
    assert "nog niet gehoord" in baas.post(f"/klachten/{nummer}/afhandelen/", oordeel).content.decode()
    baas.post(f"/klachten/{nummer}/horen/", {"klager_op": "2024-06-03", "beklaagde_op": "2024-06-03"})
    baas.post(f"/klachten/{nummer}/afhandelen/", oordeel)
    html = baas.get(f"/klachten/{nummer}/").content.decode()
    assert "Afgehandeld" in html
    assert "Nationale ombudsman" in str(Zaakbrief.objects.get(soort="beslissing").brief)
    assert vouw_klopt(nummer)
    feit = next(iter(feiten.KLACHT.rijen(klok.nu())))[0]
    assert feit[:6] == ("wmo", VANDAAG, "oordeel", "gegrond", VANDAAG, True)
    baas.post(f"/klachten/{nummer}/heropenen/")
    assert Klacht.objects.get().status == "open"
    assert vouw_klopt(nummer)
    assert Inzagelogregel.objects.filter(pagina="klacht", gebruiker=leider.id).exists()


def test_whom_it_is_about_never_reads_it(leider: Actor, joke: Actor) -> None:
    nummer = maak_klacht(SYSTEEM, leider.id or 0, beklaagde=joke.id)
    dossier, brief = Klacht.objects.get().dossier_id, Zaakbrief.objects.first()
    # Even with a grant on the dossier, as emergency access gives.
    ken_toe([Toekenning(dossier, Niveau.SCHRIJFBAAR, Grond.NOOD, "geen", gebruiker_id=joke.id)])
    klant = klant_van(joke)
    assert klant.get(f"/klachten/{nummer}/").status_code == 404
    assert brief is not None
    assert klant.get(f"/procedurebrieven/{brief.pk}.pdf").status_code == 404
    assert "Wim de Vries" not in klant.get("/klachten/").content.decode()
    with pytest.raises(NietGevonden):
        sluit(joke, nummer)
    with pytest.raises(Domeinfout, match="kan deze klacht niet"):
        draag_klacht_over(leider, nummer, joke.id or 0)
    with pytest.raises(Domeinfout, match="over uzelf"):
        maak_klacht(joke, leider.id or 0, beklaagde=joke.id)


def test_a_complaint_changes_hands_and_closes_behind_who_had_it(leider: Actor) -> None:
    ander = actor(maak_medewerker(Rol.TEAMLEIDER, [TEAM], "Ties Tweede"))
    nummer = maak_klacht(SYSTEEM, leider.id or 0)
    antwoord = klant_van(leider).post(f"/klachten/{nummer}/overdragen/", {"behandelaar": ander.id})
    assert antwoord["Location"] == "/klachten/"
    with klok.op(date(2024, 6, 4)):
        assert klant_van(leider).get(f"/klachten/{nummer}/").status_code == 404
        sluit(ander, nummer, "niet_behandeld", nietbehandeld="jaar", op=date(2024, 6, 4))
    assert vouw_klopt(nummer)
    wis_persoon(SYSTEEM, Klacht.objects.get().inwoner_id, "geen", "verzoek")
    rij = Klacht.objects.get()
    assert (rij.klager, rij.over, rij.afloop) == ("", "", "niet_behandeld")
    assert not Zaakbrief.objects.filter(brief__isnull=False).exists()


def test_a_resident_whom_one_knows_is_filled_in(leider: Actor) -> None:
    [wie] = maak_gezin(("Fatima", date(1950, 1, 1)))
    vreemd = klant_van(actor(maak_medewerker(Rol.LOKET, [], "Vera Vreemd")))
    assert "Fatima" not in vreemd.get(f"/klachten/nieuw/?inwoner={wie}").content.decode()
    maak_melding(wie)
    klant = klant_van(leider)
    url = f"/klachten/nieuw/?inwoner={wie}"
    assert url in klant.get(f"/inwoners/{wie}/").content.decode()
    assert "Fatima Yilmaz" in klant.get(url).content.decode()
    nummer = maak_klacht(leider, leider.id or 0, persoon=wie)
    assert Klacht.objects.get(pk=nummer).inwoner_id == wie
    with pytest.raises(NietGevonden):
        maak_klacht(leider, leider.id or 0, persoon=maak_gezin(("Onbekend", date(1950, 1, 1)))[0])


def test_what_cannot_be_is_refused(leider: Actor) -> None:
    wie = leider.id or 0
    onmogelijk: list[tuple[dict[str, Any], str]] = [
        ({"klager": " "}, "zonder naam"),
        ({"klageradres": ""}, "Zonder adres"),
        ({"over": ""}, "niet wat er is gebeurd"),
        ({"gebeurd_op": date(2024, 6, 4)}, "ligt na de klacht"),
        ({"ontvangen_op": date(2024, 6, 4)}, "in de toekomst"),
        ({"behandelaar": 0}, "geen klachten behandelen"),
        ({"wet": "iets"}, "wet bestaat niet"),
    ]
    for anders, zin in onmogelijk:
        with pytest.raises(Domeinfout, match=zin):
            maak_klacht(SYSTEEM, wie, **anders)
    assert not Klacht.objects.exists()
    nieuw = nieuwe_klacht(wie)
    assert len(set(registreer_klachten(SYSTEEM, [nieuw]) + registreer_klachten(SYSTEEM, [nieuw]))) == 1
    nummer = Klacht.objects.get().pk
    with pytest.raises(Domeinfout, match="afloop bestaat niet"):
        sluit(leider, nummer, "verloren")
    with pytest.raises(Domeinfout, match="vóór de klacht"):
        sluit(leider, nummer, op=date(2024, 6, 2))
    sluit(leider, nummer, "vergissing")
    assert brieven(nummer) == ["ontvangst"]
    assert list(feiten.KLACHT.rijen(klok.nu())) in ([], [[]])

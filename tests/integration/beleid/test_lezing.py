"""A document on screen: read, looked over, corrected, taken over; refused when it is not whole."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from samendoen.beleid import api
from samendoen.beleid.api import Verbetering
from samendoen.beleid.models import (
    Activiteit,
    Begrotingsmutatie,
    Doelstelling,
    Lezing,
    Onderdeel,
    Plan,
    Stand,
    Verantwoording,
)
from samendoen.beleid.queries.geld import tabellen
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, Geweigerd, NietGevonden, Rol, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from tests.maak import aangemelde_client, maak_medewerker
from tests.unit.beleid.documenten import ACCENTEN, als_docx, voortgang

pytestmark = pytest.mark.django_db
GOED = Verbetering("We doen de deur open", "De deur is open.", "Zij ging open in mei.")


@pytest.fixture(scope="module")
def rapport() -> bytes:
    """Give Lopik's progress report in our words, as Word."""
    return als_docx(voortgang())


@pytest.fixture
def lezing(lopik: Plan, adviseur: Actor, rapport: bytes) -> int:
    """Give that report as it was read."""
    return api.lees_document_in(adviseur, "lopik", "voortgang.docx", rapport)


def woorden(inhoud: bytes) -> str:
    """Return a page without markup."""
    zonder = re.sub(r"<[^>]+>", " ", inhoud.decode())
    return re.sub(r"\s+", " ", zonder.replace("&#x27;", "'").replace("\xa0", " "))


def soorten(lezing_id: int) -> list[str]:
    """Return the events of a reading."""
    return [g.soort for g in van_onderwerp("beleid.lezing", [lezing_id]).get(lezing_id, [])]


def test_a_report_is_read_and_taken_over_whole(
    lezing: int, adviseur: Actor, lopik: Plan, rapport: bytes
) -> None:
    assert api.lees_document_in(adviseur, "lopik", "voortgang.docx", rapport) == lezing
    voor = Activiteit.objects.count()
    deel = api.neem_lezing_over(adviseur, lezing)
    nieuw = Activiteit.objects.filter(doelstelling__thema__onderdeel=deel)
    assert (nieuw.count(), Activiteit.objects.count()) == (30, voor + 30)
    assert Verantwoording.objects.filter(activiteit__in=nieuw).count() == 30
    assert Stand.objects.count() == 0
    assert Begrotingsmutatie.objects.filter(tabel__onderdeel=deel).count() == 7
    [tabel] = [t for t in tabellen(lopik) if t.onderdeel_id == deel]
    assert tabel.totaal == tabel.genoemd
    assert (tabel.totaal.saldo, [b.onderwerp for b in tabel.bevindingen]) == (-736_242_00, ["soort"])
    assert Onderdeel.objects.get(pk=deel).jaar == 2025
    assert nieuw.first().bron.startswith("voortgang.docx, regel ")  # type: ignore[union-attr]
    assert soorten(lezing) == ["beleid.document_gelezen", "beleid.lezing_overgenomen"]
    for doe in (api.neem_lezing_over, api.leg_lezing_weg):
        with pytest.raises(Domeinfout, match="al overgenomen"):
            doe(adviseur, lezing)


def test_what_is_corrected_or_left_out_enters_so(lezing: int, adviseur: Actor) -> None:
    api.verbeter_lezing(adviseur, lezing, 1, 1, 1, GOED)
    api.verbeter_lezing(adviseur, lezing, 2, 1, 2, Verbetering("", "", "", weglaten=True))
    with pytest.raises(Domeinfout, match="intussen verbeterd"):
        api.verbeter_lezing(adviseur, lezing, 2, 1, 1, GOED)
    deel = api.neem_lezing_over(adviseur, lezing)
    nieuw = Activiteit.objects.filter(doelstelling__thema__onderdeel=deel)
    assert nieuw.count() == 29
    assert nieuw.get(titel=GOED.titel).verantwoordingen.get().tekst == GOED.verantwoording
    assert soorten(lezing)[1:3] == ["beleid.lezing_verbeterd"] * 2


@pytest.mark.parametrize(
    ("doel", "nummer", "verbetering", "fout"),
    [
        (1, 1, Verbetering(" ", "Iets.", ""), "titel_leeg"),
        (1, 1, Verbetering("Iets", "", ""), "resultaat_leeg"),
        (1, 1, Verbetering("x" * 201, "Iets.", ""), "titel_te_lang"),
        (0, 1, GOED, "activiteit_onbekend"),
        (1, 99, GOED, "activiteit_onbekend"),
    ],
)
def test_a_correction_that_cannot_be(
    lezing: int, adviseur: Actor, doel: int, nummer: int, verbetering: Verbetering, fout: str
) -> None:
    with pytest.raises(Domeinfout) as gemeld:
        api.verbeter_lezing(adviseur, lezing, 1, doel, nummer, verbetering)
    assert gemeld.value.fout == fout
    assert Lezing.objects.get(pk=lezing).versie == 1


def test_nothing_enters_while_something_is_missing(lopik: Plan, adviseur: Actor) -> None:
    regels = ("Wat willen we bereiken?", "Meedoen.", "Wat gaan we ervoor doen in 2026?", "We doen mee")
    tekst = "\n\n".join((*regels, "Verantwoording", "Ja.")).encode()
    lezing = api.lees_document_in(adviseur, "lopik", "x.txt", tekst)
    voor = Onderdeel.objects.count()
    with pytest.raises(Domeinfout, match="'We doen mee' staat geen resultaat"):
        api.neem_lezing_over(adviseur, lezing)
    brief = api.lees_document_in(adviseur, "lopik", "brief.txt", b"Een brief.")
    with pytest.raises(Domeinfout, match="Alleen een voortgangsrapport of een evaluatie"):
        api.neem_lezing_over(adviseur, brief)
    assert Onderdeel.objects.count() == voor
    api.verbeter_lezing(adviseur, lezing, 1, 1, 1, Verbetering("", "", "", weglaten=True))
    with pytest.raises(Domeinfout, match="niets over"):
        api.neem_lezing_over(adviseur, lezing)


def test_accents_are_looked_over_and_taken_over_too(lopik: Plan, adviseur: Actor) -> None:
    """Counted in the document: 2 accents, 2 and 2 actions, 3 results and 2."""
    lezing = api.lees_document_in(adviseur, "lopik", "evaluatie.txt", ACCENTEN.encode())
    tafels = Verbetering(
        "Tafels dekken", "Een tafel in elk dorpshuis.", "Elke week een tafel voor dertig ouderen."
    )
    api.verbeter_lezing(adviseur, lezing, 1, 2, 1, tafels)
    deel = Onderdeel.objects.get(pk=api.neem_lezing_over(adviseur, lezing))
    assert (deel.titel, deel.jaar, deel.aspecten) == ("Evaluatie 2020", 2020, ["resultaat"])
    doelen = {d.code: d for d in Doelstelling.objects.filter(thema__onderdeel=deel)}
    assert sorted(doelen) == ["1", "2"]
    assert doelen["1"].titel.casefold() == "samen spelen in de buurt"
    pleinen = doelen["1"].activiteiten.get(code="1.1")
    assert pleinen.titel == "Pleinen maken en onderhouden met de buurt"
    assert pleinen.adviezen == ["Afgerond en geborgd", "Voortzetten"]
    assert "We hebben een speeldag gehouden" in pleinen.verantwoordingen.get().tekst
    assert doelen["2"].activiteiten.get(code="2.1").resultaat == "Een tafel in elk dorpshuis."
    # What was told of results is an account like any other: the council sees it once a colleague agreed.
    assert pleinen.verantwoordingen.get().gepubliceerd_op is None


def test_who_may_not_and_what_is_not_there(
    lezing: int, raadslid: Actor, adviseur: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Geweigerd):
        api.lees_document_in(raadslid, "lopik", "x.txt", b"Een brief.")
    with pytest.raises(Geweigerd):
        api.neem_lezing_over(raadslid, lezing)
    with pytest.raises(NietGevonden):
        api.lees_document_in(adviseur, "utopia", "x.txt", b"Een brief.")
    with pytest.raises(NietGevonden):
        api.leg_lezing_weg(adviseur, lezing + 99)
    voor = Gebeurtenis.objects.count()

    def stuk(*_a: object, **_k: object) -> None:
        raise RuntimeError("opslag weg")

    monkeypatch.setattr("samendoen.beleid.actions.lezing.leg_vast", stuk)
    for doe in (api.neem_lezing_over, api.leg_lezing_weg):
        with pytest.raises(RuntimeError):
            doe(adviseur, lezing)
    assert Lezing.objects.get(pk=lezing).staat == "open"
    assert Gebeurtenis.objects.count() == voor


def test_the_whole_way_on_screen(lopik: Plan, rapport: bytes) -> None:
    beleid: Client = aangemelde_client(maak_medewerker(Rol.BELEID))
    assert "Er is nog geen document gelezen" in woorden(beleid.get("/koers/documenten/").content)
    nieuw = "/koers/documenten/nieuw/"
    leeg = beleid.post(nieuw, {"plan": "lopik"})
    assert "Kies een bestand van hoogstens 10 MB." in woorden(leeg.content)
    fout = beleid.post(nieuw, {"plan": "lopik", "bestand": SimpleUploadedFile("x.xls", b"a")})
    assert "geen tekst, Word-document of PDF" in woorden(fout.content)
    bestand = SimpleUploadedFile("voortgang.docx", rapport)
    bladzij = beleid.post(nieuw, {"plan": "lopik", "bestand": bestand}, follow=True)
    beeld = woorden(bladzij.content)
    assert "7 doelen, 0 accenten, 30 activiteiten" in beeld
    assert "MBO-bijdrage staat als structureel (S)" in beeld
    assert "Elk woord van het document heeft een plek gekregen." in beeld
    lezing = Lezing.objects.get()
    url = reverse("koers_lezing_activiteit", args=[lezing.pk, 1, 1])
    assert lezing.inhoud["doelen"][0]["activiteiten"][0]["titel"] in beleid.get(url).content.decode()
    velden = {"versie": 1, "titel": GOED.titel, "resultaat": GOED.resultaat, "verantwoording": ""}
    assert GOED.titel in woorden(beleid.post(url, velden, follow=True).content)
    oud = beleid.post(url, velden)
    assert "intussen verbeterd" in woorden(oud.content)
    klaar = beleid.post(reverse("koers_lezing_overnemen", args=[lezing.pk]), follow=True)
    assert GOED.titel in woorden(klaar.content)
    assert "Overgenomen" in woorden(beleid.get("/koers/documenten/").content)


def test_put_away_the_plan_stays_and_the_file_may_be_read_again(
    lezing: int, adviseur: Actor, rapport: bytes
) -> None:
    voor = Onderdeel.objects.count()
    beleid = aangemelde_client(maak_medewerker(Rol.BELEID))
    klaar = beleid.post(reverse("koers_lezing_wegleggen", args=[lezing]), follow=True)
    assert "De lezing is weggelegd." in woorden(klaar.content)
    assert Onderdeel.objects.count() == voor
    assert api.lees_document_in(SYSTEEM, "lopik", "voortgang.docx", rapport) != lezing
    nogmaals = beleid.post(reverse("koers_lezing_wegleggen", args=[lezing]), follow=True)
    assert "al overgenomen of weggelegd" in woorden(nogmaals.content)

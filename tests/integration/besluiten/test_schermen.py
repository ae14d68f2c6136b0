"""Screens of decisions: what they show, what they refuse, and how many reads they take."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.api import geef_advies, maak_bekend, trek_aanvraag_in
from samendoen.besluiten.models import Aanvraag, Besluit, Toewijzing, Voorziening
from samendoen.besluiten.queries.lijst import wachtend
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.rechten import Rol
from samendoen.kernel.stekkers import panelen
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.besluitmaker import beslis, besluit, maak_geldend, vraag, wijs
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.integration.besluiten.conftest import Gezin
from tests.maak import aangemelde_client, maak_medewerker

pytestmark = pytest.mark.django_db
VANDAAG = date(2024, 6, 3)


def klant_van(wie: Actor) -> Client:
    assert wie.id is not None
    return aangemelde_client(Gebruiker.objects.get(pk=wie.id))


@pytest.fixture
def klant(consulent: Actor) -> Client:
    return klant_van(consulent)


def ingevuld(**anders: Any) -> dict[str, Any]:
    """Return the form Beslissen as a browser sends it."""
    gewoon = {
        "kenmerk": str(uuid4()),
        "uitkomst": "toegekend",
        "omvang": "2,5",
        "van": "2024-06-10",
        "tot": "2025-06-08",
        "vorm": "zin",
        "aanbieder": "99990001",
        "bevinding": "Bukken gaat niet.",
        "niet_lichter": "Er is niemand.",
        "motivering": "U kunt thuis blijven.",
        "doe": "besluit",
    }
    return {**gewoon, **anders}


def test_one_applies_with_the_words_of_the_form(gezin: Gezin, klant: Client) -> None:
    url = f"/casussen/{gezin.casus}/aanvragen/"
    assert "Hulp bij het huishouden" in klant.get(url).content.decode()
    antwoord = klant.post(
        url,
        {
            "kenmerk": str(uuid4()),
            "persoon": gezin.moeder,
            "product": "hulp_bij_het_huishouden",
            "motivering": "Stofzuigen lukt niet.",
            "aangevraagd_op": "2024-06-03",
        },
    )
    nummer = Aanvraag.objects.get().pk
    assert antwoord["Location"] == f"/aanvragen/{nummer}/"
    html = klant.get(f"/aanvragen/{nummer}/").content.decode()
    assert "Stofzuigen lukt niet." in html
    assert "Fatima Yilmaz (39 jaar)" in html


def test_applying_during_the_investigation_warns(consulent: Actor, gezin: Gezin, klant: Client) -> None:
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    casus = maak_casus(consulent, maak_melding(ouder))
    assert "Het onderzoek loopt nog" in klant.get(f"/casussen/{casus}/aanvragen/").content.decode()
    nummer = vraag(consulent, casus, ouder)
    assert "artikel 2.3.2 lid 9" in klant.get(f"/aanvragen/{nummer}/").content.decode()
    assert "Het onderzoek loopt nog" not in klant.get(f"/casussen/{gezin.casus}/aanvragen/").content.decode()


def test_six_weeks_after_the_question_one_may_apply(consulent: Actor, gezin: Gezin, klant: Client) -> None:
    [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
    casus = maak_casus(consulent, maak_melding(ouder, op=date(2024, 4, 1)))
    assert "Het onderzoek loopt nog" not in klant.get(f"/casussen/{casus}/aanvragen/").content.decode()


def test_the_screen_shows_the_letter_before_anything_is_decided(aanvraag: int, klant: Client) -> None:
    url = f"/aanvragen/{aanvraag}/beslissen/"
    assert "Kies een uitkomst" in klant.get(url).content.decode()
    html = klant.post(url, ingevuld(doe="bekijk")).content.decode()
    assert "U krijgt hulp bij het huishouden" in html
    assert "2,5 uur per week" in html
    assert "Besluit zelf: het bedrag blijft binnen de grens" in html
    assert "errorlist" not in html
    assert not Besluit.objects.exists()


def test_htmx_gets_the_letter_alone(aanvraag: int, klant: Client) -> None:
    url = f"/aanvragen/{aanvraag}/beslissen/"
    html = klant.post(url, ingevuld(doe="bekijk"), HTTP_HX_REQUEST="true").content.decode()
    assert "<html" not in html
    assert "U krijgt hulp bij het huishouden" in html
    half = klant.post(url, {"uitkomst": "toegekend", "omvang": "abc"}, HTTP_HX_REQUEST="true")
    assert half.status_code == 200


def test_a_larger_amount_turns_the_button_into_advice(aanvraag: int, klant: Client) -> None:
    url = f"/aanvragen/{aanvraag}/beslissen/"
    html = klant.post(url, ingevuld(doe="bekijk", omvang="12"), HTTP_HX_REQUEST="true").content.decode()
    assert "Adviseert alleen" in html
    assert 'value="besluit"' not in html
    assert klant.post(url, ingevuld(omvang="12")).status_code == 200
    assert not Besluit.objects.exists()
    assert klant.post(url, ingevuld(omvang="12", doe="advies")).status_code == 302
    assert "Er ligt een advies van Joke Jansen" in klant.get(f"/aanvragen/{aanvraag}/").content.decode()


def test_the_one_who_may_decide_finds_the_advice_filled_in(
    aanvraag: int, consulent: Actor, leider: Actor
) -> None:
    geef_advies(consulent, besluit(aanvraag, omvang=Decimal("12.5"), motivering="Advies van Joke."))
    html = klant_van(leider).get(f"/aanvragen/{aanvraag}/beslissen/").content.decode()
    assert 'value="12,5"' in html
    assert 'value="2025-06-08"' in html
    assert "Advies van Joke." in html


def test_a_decision_goes_from_the_form_to_the_provider(aanvraag: int, klant: Client) -> None:
    antwoord = klant.post(f"/aanvragen/{aanvraag}/beslissen/", ingevuld())
    assert antwoord["Location"] == f"/aanvragen/{aanvraag}/"
    rij = Besluit.objects.get()
    v = Voorziening.objects.get()
    assert (v.omvang, v.tot) == (Decimal("2.5"), date(2025, 6, 9))
    pagina = klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    assert "De brief zoals hij wordt" in pagina
    assert klant.post(f"/besluiten/{rij.pk}/bekendmaken/", {"op": "2024-06-03"}).status_code == 302
    assert "ma 15 juli 2024" in klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    toewijzen = f"/voorzieningen/{v.pk}/toewijzen/"
    assert 'value="99990001" selected' in klant.get(toewijzen).content.decode()
    klant.post(toewijzen, {"kenmerk": str(uuid4()), "aanbieder": "99990001", "op": "2024-06-03"})
    toewijzing = Toewijzing.objects.get()
    klant.post(f"/toewijzingen/{toewijzing.pk}/beeindigen/", {"tot": "2024-08-31", "reden": "contract"})
    toewijzing.refresh_from_db()
    assert toewijzing.tot == date(2024, 9, 1)


def test_a_refusal_passes_over_what_it_does_not_ask(aanvraag: int, klant: Client) -> None:
    anders = ingevuld(uitkomst="afgewezen", omvang="geen getal", van="morgen", niet_lichter="")
    assert klant.post(f"/aanvragen/{aanvraag}/beslissen/", anders).status_code == 302
    assert Besluit.objects.get().uitkomst == "afgewezen"


def test_what_is_wrong_stands_beside_its_field(aanvraag: int, klant: Client) -> None:
    html = klant.post(
        f"/aanvragen/{aanvraag}/beslissen/", ingevuld(omvang="0", motivering="")
    ).content.decode()
    assert "Schrijf op waarom u dit besluit." in html
    html = klant.post(f"/aanvragen/{aanvraag}/beslissen/", ingevuld(omvang="0")).content.decode()
    assert "De omvang is nul of minder." in html


def test_with_a_budget_the_provider_is_passed_over(aanvraag: int, klant: Client) -> None:
    assert klant.post(f"/aanvragen/{aanvraag}/beslissen/", ingevuld(vorm="pgb")).status_code == 302
    assert Voorziening.objects.get().aanbieder is None


def test_what_was_decided_needs_no_form(genomen: int, aanvraag: int, klant: Client) -> None:
    assert klant.get(f"/aanvragen/{aanvraag}/beslissen/").status_code == 302


def test_a_step_that_cannot_be_taken_says_why(genomen: int, aanvraag: int, klant: Client) -> None:
    antwoord = klant.post(f"/besluiten/{genomen}/meetekenen/", follow=True)
    assert "geen tweede handtekening" in antwoord.content.decode()
    klant.post(f"/besluiten/{genomen}/terugnemen/")
    html = klant.get(f"/aanvragen/{aanvraag}/beslissen/").content.decode()
    assert "Met deze hulp blijft het huis schoon." in html


def test_a_new_decision_starts_with_the_old_one_and_keeps_both(
    genomen: int, aanvraag: int, consulent: Actor, klant: Client
) -> None:
    maak_bekend(consulent, [(genomen, VANDAAG)])
    html = klant.get(f"/aanvragen/{aanvraag}/beslissen/").content.decode()
    assert "Nieuw besluit nemen" in html
    assert "Ons besluit over hulp bij het huishouden verandert" in html
    klant.post(f"/aanvragen/{aanvraag}/beslissen/", ingevuld(omvang="4"))
    html = klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    assert f"/besluiten/{genomen}/" in html
    assert "Bekendgemaakt" in klant.get(f"/besluiten/{genomen}/").content.decode()


def test_the_letter_downloads_as_pdf_once_it_was_announced(
    genomen: int, klant: Client, consulent: Actor
) -> None:
    assert klant.get(f"/besluiten/{genomen}/brief.pdf").status_code == 404
    maak_bekend(consulent, [(genomen, VANDAAG)])
    antwoord = klant.get(f"/besluiten/{genomen}/brief.pdf")
    assert (antwoord["Content-Type"], antwoord.content[:5]) == ("application/pdf", b"%PDF-")
    assert "attachment" in antwoord["Content-Disposition"]


def test_the_withdrawal_is_confirmed_by_letter(aanvraag: int, klant: Client) -> None:
    klant.post(f"/aanvragen/{aanvraag}/intrekken/", {"op": "2024-06-03"})
    html = klant.get(f"/aanvragen/{aanvraag}/").content.decode()
    assert "U hebt uw aanvraag ingetrokken" in html
    assert "Bezwaar maken kan" not in html


def test_the_list_puts_first_what_is_late_first(gezin: Gezin, consulent: Actor) -> None:
    with klok.op(date(2024, 6, 3)):
        later = vraag(SYSTEEM, gezin.casus, gezin.moeder, aangevraagd_op=date(2024, 6, 3))
        eerder = vraag(
            SYSTEEM, gezin.casus, gezin.moeder, product="rolstoel", aangevraagd_op=date(2024, 5, 20)
        )
    assert [w.id for w in wachtend(consulent, {})] == [eerder, later]


def test_the_list_says_what_must_be_done(
    gezin: Gezin, consulent: Actor, leider: Actor, backoffice: Actor, buur: Actor
) -> None:
    def nieuw() -> int:
        [ouder] = maak_gezin(("Anna", date(1950, 1, 1)))
        return vraag(consulent, maak_casus(consulent, maak_melding(ouder)), ouder)

    nieuw()
    beslis(consulent, nieuw())
    beslis(leider, nieuw(), omvang=Decimal(40))
    geldt = maak_geldend(consulent, gezin.casus, gezin.moeder)
    trek_aanvraag_in(consulent, nieuw(), VANDAAG)
    assert sorted(w.stap for w in wachtend(consulent, {})) == [
        "bekendmaken",
        "besluiten",
        "meetekenen",
        "toewijzen",
    ]
    assert [w.stap for w in wachtend(backoffice, {})] == ["toewijzen"]
    assert [w.stap for w in wachtend(consulent, {"stap": "bekendmaken"})] == ["bekendmaken"]
    assert wachtend(buur, {}) == []
    wijs(consulent, geldt)
    assert wachtend(backoffice, {}) == []


def test_the_list_takes_as_many_reads_whatever_its_length(
    gezin: Gezin, consulent: Actor, klant: Client
) -> None:
    vraag(consulent, gezin.casus, gezin.moeder)

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            html = klant.get("/besluiten/").content.decode()
        assert "Fatima Yilmaz" in html
        return len(vragen)

    tel()
    een = tel()
    for product in ("rolstoel", "woonvoorziening", "dagbesteding"):
        vraag(consulent, gezin.casus, gezin.moeder, product=product)
    assert tel() == een <= 16


def test_the_pages_take_a_bounded_number_of_reads(
    gezin: Gezin, consulent: Actor, klant: Client, aanvraag: int
) -> None:
    nummer = beslis(consulent, aanvraag)
    maak_bekend(consulent, [(nummer, VANDAAG)])
    wijs(consulent, Voorziening.objects.get().pk)
    for url, hoogstens in ((f"/aanvragen/{aanvraag}/", 40), (f"/aanvragen/{aanvraag}/beslissen/", 70)):
        klant.get(url)
        with CaptureQueriesContext(connection) as vragen:
            klant.get(url)
        assert len(vragen) <= hoogstens, url


def test_every_reading_is_logged_once(aanvraag: int, klant: Client, consulent: Actor) -> None:
    for url in (f"/aanvragen/{aanvraag}/", f"/aanvragen/{aanvraag}/beslissen/", "/besluiten/"):
        voor = Inzagelogregel.objects.count()
        klant.get(url)
        [regel] = Inzagelogregel.objects.order_by("pk")[voor:]
        assert regel.dossiers == [Aanvraag.objects.get().dossier_id]


def test_the_panel_on_the_casus_shows_what_was_asked_and_what_runs(
    gezin: Gezin, consulent: Actor, buur: Actor
) -> None:
    [leeg] = [p for p in panelen("casus", consulent, gezin.casus) if "Voorziening aanvragen" in p]
    assert "Er is nog niets aangevraagd" in leeg
    geldt = maak_geldend(consulent, gezin.casus, gezin.moeder)
    [p] = [p for p in panelen("casus", consulent, gezin.casus) if "Voorziening aanvragen" in p]
    assert "Nog niet toegewezen." in p
    wijs(consulent, geldt)
    [p] = [p for p in panelen("casus", consulent, gezin.casus) if "Voorziening aanvragen" in p]
    assert "3 uur per week, van 10 juni 2024 tot en met 8 juni 2025. Van Thuishulp Lingehand." in p
    assert not [p for p in panelen("casus", buur, gezin.casus) if "aanvragen" in p]


def test_rules_make_tasks_that_say_why(gezin: Gezin, consulent: Actor, aanvraag: int) -> None:
    def taken() -> set[str]:
        pas_taakregels_toe(SYSTEEM)
        return set(Taak.objects.filter(status="open").values_list("regel", flat=True)) - {"termijn-nadert"}

    nummer = beslis(consulent, aanvraag, tot=date(2024, 7, 15))
    assert taken() == {"besluit-bekendmaken"}
    maak_bekend(consulent, [(nummer, VANDAAG)])
    assert taken() == {"voorziening-toewijzen"}
    v = Voorziening.objects.get().pk
    wijs(consulent, v)
    assert taken() == {"toewijzing-loopt-af"}
    taak = Taak.objects.get(regel="toewijzing-loopt-af")
    assert "zo 14 juli 2024" in taak.uitleg
    assert taak.uiterlijk == date(2024, 7, 14)


def test_the_address_of_a_provision_shows_its_application(
    gezin: Gezin, consulent: Actor, klant: Client
) -> None:
    geldt = maak_geldend(consulent, gezin.casus, gezin.moeder)
    assert "Nog niemand geeft deze hulp." in klant.get(f"/voorzieningen/{geldt}/").content.decode()


def test_vandaag_names_an_application_by_who_and_what(aanvraag: int, klant: Client, consulent: Actor) -> None:
    assert "Fatima Yilmaz: hulp bij het huishouden" in klant.get("/vandaag/").content.decode()


def test_a_secret_address_is_on_no_page_of_who_may_not_know_it(
    consulent: Actor, collega: Actor, gezin: Gezin
) -> None:
    [geheim] = maak_gezin(("Saar", date(1990, 1, 1)), geheim=True, straat="KANARIESTRAAT")
    casus = maak_casus(consulent, maak_melding(geheim))
    nummer = vraag(consulent, casus, geheim)
    besluit_ = beslis(consulent, nummer)
    paden = [
        f"/aanvragen/{nummer}/",
        "/besluiten/",
        f"/casussen/{casus}/aanvragen/",
        f"/besluiten/{besluit_}/bekendmaken/",
    ]
    van_collega, van_regisseur = klant_van(collega), klant_van(consulent)
    for pad in paden:
        assert "KANARIE" not in van_collega.get(pad).content.decode(), pad
    assert "KANARIE" in van_regisseur.get(paden[0]).content.decode()


def test_a_stranger_to_the_case_gets_404_everywhere(genomen: int, aanvraag: int, gezin: Gezin) -> None:
    buiten = aangemelde_client(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    for pad in (
        f"/aanvragen/{aanvraag}/",
        f"/besluiten/{genomen}/",
        f"/besluiten/{genomen}/brief.pdf",
        f"/casussen/{gezin.casus}/aanvragen/",
    ):
        assert buiten.get(pad).status_code == 404, pad
    assert TEAM not in str(buiten.get("/besluiten/").context["tabel"].rijen)

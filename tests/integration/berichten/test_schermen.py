"""Screens of the messages: what needs attention, what one message asks, who sees it, what is logged."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samendoen.berichten.actions.afhandelen import (
    handel_signalen_af,
    heropen_signalen,
    herzend_berichten,
    probeer_opnieuw,
)
from samendoen.berichten.models import Bericht, Verzoek
from samendoen.besluiten.models import Toewijzing
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Domeinfout, NietGevonden, klok
from samendoen.kernel.models import Gebruiker, Inzagelogregel
from samendoen.kernel.rechten import Rol
from samendoen.kernel.stekkers import panelen
from samendoen.werk.models import Taak
from tests.berichtmaker import goud
from tests.besluitmaker import THUISHULP
from tests.casusmaker import TEAM
from tests.integration.berichten.test_stromen import BSN, Wereld, _identificatie, wereld
from tests.maak import aangemelde_client, actor, maak_medewerker

__all__ = ["wereld"]
DAGEN_LATER = date(2024, 6, 12)


def beantwoord_met_fout(w: Wereld) -> int:
    """Let the provider refuse the assignment; return the message of ours."""
    w.ronde()
    [bericht] = w.uit()
    antwoord = goud("WMO302", BerichtIdentificatie=_identificatie(bericht), Ontvanger=THUISHULP)
    w.lever(antwoord.replace(b">100001<", f">{w.toewijzing}<".encode()))
    w.ronde()
    return Bericht.objects.get(richting="uit").pk


def maak_verkeer(w: Wereld) -> None:
    """A week at the provider: started, started twice, a file that nobody can read, a number used twice."""
    w.ronde()
    w.uit()
    with klok.op(DAGEN_LATER):
        w.start("S1")
        w.ronde()
        w.start("S2")
        w.start("S1", Begindatum="2024-06-12")
        w.lever(b"geen xml")
        w.ronde()


def klant_van(wie: Gebruiker) -> Client:
    return aangemelde_client(wie)


def tekst(klant: Client, url: str) -> str:
    antwoord = klant.get(url)
    assert antwoord.status_code == 200, url
    return " ".join(antwoord.content.decode().split())


def gelezen() -> list[tuple[str, list[int]]]:
    """Return page and dossiers of everything that was logged."""
    return list(Inzagelogregel.objects.order_by("pk").values_list("pagina", "dossiers"))


def test_the_list_starts_with_what_we_must_do_and_names_nobody(wereld: Wereld) -> None:
    maak_verkeer(wereld)
    klant = klant_van(wereld.gebruiker)
    with klok.op(DAGEN_LATER):
        pagina = tekst(klant, "/berichten/")
        zinnen = [
            "Bel de aanbieder: er kwam geen antwoord.",
            "Niet te lezen, of niet voor ons.",
            "Bel de aanbieder: twee verschillende berichten",
            "Teruggestuurd: de aanbieder moet een nieuw bericht sturen.",
            "Niets te doen.",
        ]
        plekken = [pagina.index(zin) for zin in zinnen]
        assert plekken[0] == min(plekken)
        assert max(plekken[:3]) < plekken[3] < plekken[4]
        assert "do 6 juni 2024" in pagina  # three working days after it went
        assert "6 dagen te laat" in pagina
        assert "Anna" not in pagina
        assert BSN not in pagina
        assert gelezen() == []
        for vraag, aantal in (
            ("stand=aandacht", 4),
            ("stand=geweigerd", 1),
            ("soort=WMO305", 3),
            (f"aanbieder={THUISHULP}&soort=WMO301", 1),
            ("van=2024-06-12", 6),
            ("tot=2024-06-03", 1),
            ("tot=kapot&stand=kapot", 7),
        ):
            assert tekst(klant, f"/berichten/?{vraag}").count('class="sd-rijkop__onder"') == aantal, vraag
        assert "Geen berichten gevonden" in tekst(klant, "/berichten/?soort=JW325")


def test_the_list_takes_as_many_reads_for_many_messages_as_for_one(wereld: Wereld) -> None:
    klant = klant_van(wereld.gebruiker)
    assert "Hier verschijnen de berichten met aanbieders" in tekst(klant, "/berichten/")
    wereld.ronde()
    aantallen = []
    for _keer in range(2):
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            tekst(klant, "/berichten/")
        aantallen.append(len(vragen))
        maak_verkeer(wereld)
    assert aantallen == [7, 7]  # session, who asks, roles, municipality, providers, teams, count, rows


def test_a_message_says_what_was_found_what_to_do_and_what_was_said_before(wereld: Wereld) -> None:
    nummer = beantwoord_met_fout(wereld)
    klant = klant_van(wereld.gebruiker)
    pagina = tekst(klant, f"/berichten/{nummer}/")
    assert "Herstel wat de aanbieder afkeurde." in pagina
    assert "do 6 juni 2024" in pagina
    assert "Geef de toewijzing een nieuw nummer" in pagina  # what 9332 asks of us
    assert "/ToegewezenProduct" in pagina
    assert "afgekeurd: 9332, 9379" in pagina
    assert "Anna" in pagina
    assert f'href="/casussen/{wereld.casus}/"' in pagina
    antwoord = Bericht.objects.get(richting="in").pk
    gesprek = pagina.split("Het gesprek")[1]
    assert gesprek.index("(dit bericht)") < gesprek.index(f'href="/berichten/{antwoord}/"')
    bericht = Bericht.objects.get(pk=nummer)
    assert gelezen() == [("bericht", [bericht.dossier_id])]
    assert f'href="/berichten/{nummer}/"' in tekst(klant, "/vandaag/")
    # A consulent of the team sees it too; not the list.
    consulent = klant_van(maak_medewerker(Rol.CONSULENT, [TEAM]))
    assert f'href="/casussen/{wereld.casus}/"' in tekst(consulent, f"/berichten/{nummer}/")
    assert consulent.get("/berichten/").status_code == 403
    buiten = klant_van(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    for stap in ("", "bericht.xml", "opnieuw/", "afhandelen/"):
        assert buiten.get(f"/berichten/{nummer}/{stap}").status_code == 404
    # Settled: off the desk, still in the list.
    assert klant.post(f"/berichten/{nummer}/afhandelen/").status_code == 302
    assert "Afgehandeld." in tekst(klant, f"/berichten/{nummer}/")
    assert not Taak.objects.filter(status="open", onderwerp_id=nummer).exists()


def test_the_xml_is_for_who_may_read_all_of_it_and_is_logged(wereld: Wereld) -> None:
    maak_verkeer(wereld)
    bericht = Bericht.objects.get(soort="WMO301")
    klant = klant_van(wereld.gebruiker)
    antwoord = klant.get(f"/berichten/{bericht.pk}/bericht.xml")
    assert antwoord.content == bytes(bericht.ruw or b"")
    assert f"WMO301-{bericht.pk}.xml" in antwoord["Content-Disposition"]
    assert gelezen() == [("bericht_xml", [bericht.dossier_id])]
    # Of what nobody can read it is unknown about whom it is: no read without a trace.
    onleesbaar = Bericht.objects.get(status="geweigerd").pk
    assert "niet te downloaden" in tekst(klant, f"/berichten/{onleesbaar}/")
    assert klant.get(f"/berichten/{onleesbaar}/bericht.xml").status_code == 404


def test_what_is_about_no_dossier_is_for_the_back_office_of_its_law(wereld: Wereld) -> None:
    wereld.lever(goud("WMO305"))  # about somebody whom nobody knows
    wereld.ronde()
    nummer = Bericht.objects.get(soort="WMO305").pk
    assert tekst(klant_van(wereld.gebruiker), f"/berichten/{nummer}/")
    doe = (handel_signalen_af, heropen_signalen, herzend_berichten, probeer_opnieuw)
    for rol, team in ((Rol.BACKOFFICE, "rbl"), (Rol.CONSULENT, TEAM), (Rol.BACKOFFICE, "")):
        wie = maak_medewerker(rol, [team] if team else [])
        assert klant_van(wie).get(f"/berichten/{nummer}/").status_code == 404, (rol, team)
        for actie in doe:  # nor by the action itself, past the screen
            with pytest.raises(NietGevonden):
                actie(actor(wie), [nummer])
    handel_signalen_af(actor(wereld.gebruiker), [nummer])
    heropen_signalen(actor(wereld.gebruiker), [nummer])
    with pytest.raises(Domeinfout, match="al verwerkt"):
        probeer_opnieuw(actor(wereld.gebruiker), [nummer])


def test_a_message_without_an_answer_goes_again_after_asking_once(wereld: Wereld) -> None:
    wereld.ronde()
    nummer = Bericht.objects.get().pk
    klant = klant_van(wereld.gebruiker)
    url = f"/berichten/{nummer}/opnieuw/"
    with klok.op(DAGEN_LATER):
        assert f'href="{url}"' in tekst(klant, f"/berichten/{nummer}/")
        assert "Precies hetzelfde bericht gaat nog een keer." in tekst(klant, url)
        assert Bericht.objects.get().status == "aangeboden"
        klaar = klant.post(url, follow=True).content.decode()
        assert "gaat binnen enkele minuten opnieuw weg" in klaar
        assert "Gaat vanzelf weg." in klaar
        assert Bericht.objects.get().status == "klaar"
    wereld.ronde(timedelta(days=9))
    assert Bericht.objects.get().status == "aangeboden"
    # Answered meanwhile: it says so, and nothing goes.
    nummer = beantwoord_met_fout(wereld)
    assert "kan niet opnieuw worden verstuurd" in klant.post(f"/berichten/{nummer}/opnieuw/").content.decode()


def test_the_casus_says_whether_the_provider_knows(wereld: Wereld) -> None:
    consulent = actor(maak_medewerker(Rol.CONSULENT, [TEAM]))

    def paneel(door: Any = consulent) -> str:
        alle = panelen("casus", door, wereld.casus)
        return next((fragment for fragment in alle if "Berichten met aanbieders" in fragment), "")

    assert paneel() == ""
    wereld.ronde()
    assert "Nog niet beantwoord" in paneel()
    with klok.op(DAGEN_LATER):
        assert "er kwam geen antwoord. Uiterlijk do 6 juni 2024." in paneel()
    nummer = beantwoord_met_fout(wereld)
    assert "Aanbieder keurde het bericht af" in paneel()
    assert f'href="/berichten/{nummer}/"' in paneel()
    assert paneel(actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))) == ""
    assert paneel(SYSTEEM)


def test_assignments_that_end_within_eight_weeks_are_a_list(wereld: Wereld) -> None:
    klant = klant_van(wereld.gebruiker)
    assert "Binnen 8 weken loopt geen toewijzing af" in tekst(klant, "/toewijzingen/aflopend/")
    with klok.op(date(2024, 12, 20)):
        with CaptureQueriesContext(connection) as vragen:
            pagina = tekst(klant, "/toewijzingen/aflopend/")
        assert "Anna" in pagina
        assert "di 31 december 2024" in pagina
        assert "nog 11 dagen" in pagina
        assert "/voorzieningen/" in pagina
        assert len(vragen) == 8
        assert "Hier loopt niets af" in tekst(klant, "/toewijzingen/aflopend/?aanbieder=99990003")
    assert [wat for wat, _waar in gelezen()] == ["toewijzingen_aflopend"]
    buiten = klant_van(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    with klok.op(date(2024, 12, 20)):
        assert "Anna" not in tekst(buiten, "/toewijzingen/aflopend/")


def test_an_invoice_is_to_be_paid_and_a_request_to_be_decided_on(wereld: Wereld) -> None:
    dossier = Toewijzing.objects.get(pk=wereld.toewijzing).voorziening.dossier
    vast = {"richting": "in", "status": "verwerkt", "op": klok.nu(), "sha256": "0" * 64, "wet": "wmo"}
    with schrijft("berichten"):
        rijen = [
            Bericht.objects.create(
                **vast,
                soort=soort,
                afzender=THUISHULP,
                identificatie=soort,
                dagtekening=klok.vandaag(),
                dossier=dossier,
                toegekend_eurocent=bedrag,
            )
            for soort, bedrag in (("WMO323", 36000), ("WMO315", None))
        ]
        verzoek = Verzoek.objects.create(
            dossier=dossier,
            bericht=rijen[1],
            aanbieder=THUISHULP,
            dagtekening=klok.vandaag(),
            ontvangen_op=klok.vandaag(),
            status="ontvangen",
            wet="wmo",
        )
    klant = klant_van(wereld.gebruiker)
    lijst = tekst(klant, "/berichten/?stand=aandacht")
    assert "Betaal wat is goedgekeurd, en leg de betaling vast." in lijst
    assert "wo 3 juli 2024" in lijst  # thirty days
    assert "Beslis over dit verzoek van de aanbieder." in lijst
    assert "ma 10 juni 2024" in lijst  # five working days
    assert f'href="/berichten/{rijen[0].pk}/betalen/"' in tekst(klant, f"/berichten/{rijen[0].pk}/")
    pagina = tekst(klant, f"/berichten/{rijen[1].pk}/")
    assert "Afhandelen" not in pagina
    assert f'href="/verzoeken/{verzoek.pk}/"' in pagina
    klant.post(f"/berichten/{rijen[0].pk}/afhandelen/")
    assert "Betaal wat" not in tekst(klant, "/berichten/")

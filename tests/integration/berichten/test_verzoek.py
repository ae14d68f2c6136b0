"""Requests of providers: a referral becomes a question of the household, and each is answered once."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from samendoen.berichten.actions.afhandelen import herzend_berichten
from samendoen.berichten.actions.verkeer import Ronde, doe_ronde
from samendoen.berichten.actions.verzoekantwoord import Afwijzing, neem_in_onderzoek, wijs_verzoeken_af
from samendoen.berichten.actions.verzoekterug import neem_antwoorden_terug
from samendoen.berichten.models import Bericht, Berichtregel, Verzoek
from samendoen.berichten.rules.retour import keur_af
from samendoen.berichten.rules.verzoekstand import vouw_verzoek
from samendoen.berichten.transport.mappen import Mappen
from samendoen.berichten.xml.schrijven import schrijf
from samendoen.besluiten.models import Aanbieder
from samendoen.casus.api import casussen_van_meldingen
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, NietGevonden, klok, lees, van_onderwerp
from samendoen.kernel.models import Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.organisatie.models import Team
from samendoen.site.simulator.ronde import Aanbieder as Simulator
from samendoen.site.simulator.ronde import Opdracht
from samendoen.site.simulator.verzoeken import Verwijzing, Wensen
from samendoen.site.simulator.waarden import Client as Simulatieclient
from samendoen.toegang.api import koppel_inwoners, meldingkernen
from samendoen.toegang.models import Melding
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.berichtmaker import bewerkt, goud, waarde
from tests.besluitmaker import THUISHULP, maak_catalogus, maak_geldend, wijs
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker

BSN, BSN_ANDER = "999990019", "999990020"
VANDAAG, HALF = date(2024, 6, 3), date(2025, 1, 1)
GEEN_WENSEN = Wensen()
VERWIJZING = Wensen([
    Verwijzing(
        Simulatieclient("WMO", BSN, date(1950, 1, 1), "", "2", "Yilmaz", ""),
        "01", "01A01", date(2024, 6, 10), date(2024, 12, 31), (3, "04", "2"), None, "02", "01012345", "",
    )
])  # fmt: skip


@dataclass
class Wereld:
    """A client whose number is known, a provider with whom we exchange messages, and the folders."""

    post: Path
    persoon: int
    consulent: Actor
    gebruiker: Gebruiker

    def ronde(self) -> Ronde:
        """Do one run of ours."""
        return doe_ronde(Mappen(self.post))

    def verwijs(self, nummer: str = "VT1", bsn: str = BSN, **product: Any) -> Ronde:
        """Deliver a 315 for help in the household, and do a run."""
        regel = {
            "ReferentieAanbieder": f"ref-{nummer}",
            "Product": {"Categorie": "01", "Code": "01A01"},
            "ToewijzingIngangsdatum": "2024-06-10",
            "ToewijzingEinddatum": "2024-12-31",
            "Omvang": {"Volume": "3", "Eenheid": "04", "Frequentie": "2"},
            "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01012345"},
            **product,
        }
        kop = {"Identificatie": nummer, "Dagtekening": "2024-06-01"}
        anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop, "Client/Bsn": bsn}
        inhoud = bewerkt(
            goud("WMO315"), {**anders, "Client/AangevraagdeProducten": {"AangevraagdProduct": [regel]}}
        )
        (self.post / "in" / f"{uuid4()}.xml").write_bytes(inhoud)
        return self.ronde()

    def aanbieder(self, dag: date, wensen: Wensen = GEEN_WENSEN) -> None:
        """Let the simulated provider do a round, between two runs of ours."""
        with klok.op(dag):
            self.ronde()
            simulator = Simulator(Opdracht(THUISHULP, "1961", wensen=wensen), self.post)
            assert simulator.ronde(dag).alarmen == []
            simulator.sluit()
            self.ronde()


@pytest.fixture
def wereld(post: Path) -> Wereld:
    maak_catalogus()
    [persoon] = maak_gezin(("Anna", date(1950, 1, 1)))
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": BSN, "telefoon": "0600000001"})])
    with schrijft("besluiten"):
        Aanbieder.objects.filter(agb=THUISHULP).update(berichten_vanaf=VANDAAG)
    gebruiker = maak_medewerker(Rol.CONSULENT, [TEAM])
    return Wereld(post, persoon, actor(gebruiker), gebruiker)


def standen() -> list[tuple[str, str]]:
    return list(Bericht.objects.order_by("pk").values_list("soort", "status"))


def taken() -> list[tuple[str, date]]:
    pas_taakregels_toe(SYSTEEM, None, ["verzoek-beantwoorden"])
    rijen = Taak.objects.filter(status="open", regel="verzoek-beantwoorden")
    return list(rijen.values_list("tekst", "uiterlijk"))


def klopt_met_gebeurtenissen() -> bool:
    """Tell whether every request is the fold of its events."""
    rijen = {rij.pk: rij for rij in Verzoek.objects.all()}
    for pk, gebeurtenissen in van_onderwerp("berichten.verzoek", rijen).items():
        stand = vouw_verzoek((g.voorgevallen_op, lees(g)) for g in gebeurtenissen)
        rij = rijen.pop(pk)
        assert stand is not None
        assert (stand.bericht, stand.melding, stand.op) == (rij.bericht_id, rij.melding_id, rij.ontvangen_op)
        assert (stand.status, stand.antwoord, stand.reden) == (rij.status, rij.antwoord_id, rij.reden)
        assert stand.toewijzingen == tuple(rij.toewijzingen)
    return not rijen


def test_a_referral_joins_the_casus_that_runs(wereld: Wereld) -> None:
    casus = maak_casus(SYSTEEM, maak_melding(wereld.persoon), wereld.consulent.id)
    assert wereld.verwijs() == Ronde(1, 1, 1)
    verzoek = Verzoek.objects.get()
    melding = Melding.objects.get(pk=verzoek.melding_id or 0)
    assert (melding.herkend, melding.inwoner_id, melding.kanaal) == (True, wereld.persoon, "huisarts")
    assert melding.vraag.splitlines()[:2] == [
        "De huisarts verwees naar een aanbieder.",
        "De aanbieder vraagt product 01A01 vanaf 10 juni 2024.",
    ]
    assert "Liefst" not in melding.vraag
    assert melding.vraag.endswith("Aanvraag na gesprek met de huisarts.")
    assert casussen_van_meldingen([melding.pk]) == {melding.pk: casus}
    assert (verzoek.status, verzoek.dossier_id) == ("ontvangen", melding.dossier_id)
    regel = Berichtregel.objects.get(klasse="AangevraagdProduct")
    assert (regel.dossier_id, regel.bericht.dossier_id) == (melding.dossier_id, melding.dossier_id)
    assert standen() == [("WMO315", "verwerkt"), ("WMO316", "aangeboden")]
    assert taken() == [("Beantwoord het verzoek van een aanbieder", date(2024, 6, 10))]
    wereld.verwijs()  # the same once more: the same answer goes again, and nothing else happens
    assert standen()[2:] == [("WMO315", "dubbel")]
    assert (Verzoek.objects.count(), Melding.objects.count()) == (1, 2)
    assert klopt_met_gebeurtenissen()


def test_a_referral_of_an_unknown_number_waits_for_triage_and_to_be_recognised(wereld: Wereld) -> None:
    wereld.verwijs(bsn=BSN_ANDER)
    verzoek = Verzoek.objects.get()
    kern = meldingkernen(SYSTEEM, [verzoek.melding_id or 0])[verzoek.melding_id or 0]
    assert (kern.herkend, kern.route, kern.wet) == (False, "", "wmo")
    assert "Voorbeeld, geboren op 1 januari 1947" in kern.vraag
    assert BSN_ANDER not in kern.vraag
    # A second request waits for the answer to the first, also of somebody whom we do not know (TR374).
    wereld.verwijs("VT2", bsn=BSN_ANDER)
    assert (Verzoek.objects.count(), Melding.objects.count()) == (1, 1)
    assert Bericht.objects.get(identificatie="VT2").bevindingen[0]["regel"] == "TR374"
    wereld.verwijs("VT3", ReferentieAanbieder="ref-VT1")
    assert Bericht.objects.get(identificatie="VT3").bevindingen[0]["regel"] == "TR347"
    koppel_inwoners(SYSTEEM, [(kern.id, wereld.persoon)])
    wis_persoon(SYSTEEM, wereld.persoon, "wmo", "verzoek")
    verzoek.refresh_from_db()
    assert (verzoek.referentie, verzoek.gevraagd, verzoek.melding_id) == ("", [], None)
    assert Bericht.objects.get(identificatie="VT1").ruw is None


def test_a_referral_that_no_team_takes_waits_says_so_and_goes_on_when_one_does(wereld: Wereld) -> None:
    kantoor = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    kaders = dict(Team.objects.values_list("pk", "kaders"))
    with schrijft("organisatie"):
        Team.objects.update(kaders=["geen"])
    wereld.verwijs()
    bericht = Bericht.objects.get()
    assert (bericht.status, bericht.fout, bericht.pogingen) == ("ontvangen", "geen-team", 0)
    assert (Verzoek.objects.count(), Berichtregel.objects.count()) == (0, 0)
    taak = Taak.objects.get(status="open", regel="bericht-alarm")
    assert taak.tekst == "Laat een team aanwijzen: een verzoek van een aanbieder kan nergens heen"
    with schrijft("organisatie"):
        for pk, oud in kaders.items():
            Team.objects.filter(pk=pk).update(kaders=oud)
    pagina = kantoor.get(f"/berichten/{bericht.pk}/").content.decode()
    assert "Laat functioneel beheer een team aanwijzen voor deze wet" in pagina
    assert wereld.ronde() == Ronde()  # it waits an hour, unless somebody asks
    assert kantoor.post(f"/berichten/{bericht.pk}/verwerken/").status_code == 302
    assert wereld.ronde() == Ronde(0, 1, 1)
    assert standen() == [("WMO315", "verwerkt"), ("WMO316", "aangeboden")]
    assert Verzoek.objects.count() == 1
    assert not Taak.objects.filter(status="open", regel="bericht-alarm").exists()


def test_in_onderzoek_and_then_refused_each_goes_once_and_its_320_closes_it(wereld: Wereld) -> None:
    maak_casus(SYSTEEM, maak_melding(wereld.persoon), wereld.consulent.id)
    wereld.aanbieder(VANDAAG, VERWIJZING)
    verzoek = Verzoek.objects.get()
    neem_in_onderzoek(wereld.consulent, [verzoek.pk])
    neem_in_onderzoek(wereld.consulent, [verzoek.pk])
    assert taken() == [("Beslis over het verzoek van een aanbieder dat in onderzoek is", date(2024, 7, 29))]
    wereld.aanbieder(VANDAAG)
    with pytest.raises(Domeinfout, match="woonplaatsbeginsel"):
        wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "7", "0344")])
    with pytest.raises(Domeinfout, match="reden"):
        wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "10")])
    vreemd = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    with pytest.raises(NietGevonden):
        wijs_verzoeken_af(vreemd, [Afwijzing(verzoek.pk, "7")])
    for _keer in range(2):
        wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "7")])
    wereld.aanbieder(VANDAAG + timedelta(days=1))
    with pytest.raises(Domeinfout, match="al beantwoord: afgewezen"):
        neem_in_onderzoek(wereld.consulent, [verzoek.pk])
    assert standen() == [
        ("WMO315", "verwerkt"),
        ("WMO316", "aangeboden"),
        ("WMO319", "beantwoord"),
        ("WMO320", "verwerkt"),
        ("WMO319", "beantwoord"),
        ("WMO320", "verwerkt"),
    ]
    verzoek.refresh_from_db()
    assert (verzoek.status, verzoek.reden, taken()) == ("afgewezen", "7", [])
    assert klopt_met_gebeurtenissen()


def test_an_answer_goes_back_only_where_the_provider_does_not_have_it(wereld: Wereld) -> None:
    maak_casus(SYSTEEM, maak_melding(wereld.persoon), wereld.consulent.id)
    wereld.verwijs()
    verzoek = Verzoek.objects.get()
    client = aangemelde_client(wereld.gebruiker)
    url = f"/verzoeken/{verzoek.pk}/"

    def stand() -> tuple[str, str, bool]:
        verzoek.refresh_from_db()
        terug = f"{url}terugnemen/" in client.get(url).content.decode()
        return verzoek.status, verzoek.reden, terug

    neem_in_onderzoek(wereld.consulent, [verzoek.pk])
    assert stand() == ("in_onderzoek", "", True)  # it lies ready
    wereld.ronde()
    assert stand() == ("in_onderzoek", "", False)
    assert "kan niet meer terug" in client.get(url).content.decode()
    assert "kan niet terug" in client.post(f"{url}terugnemen/").content.decode()
    wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "7")])
    verzoek.refresh_from_db()
    weg = verzoek.antwoord_id or 0
    assert client.post(f"{url}terugnemen/").status_code == 302
    assert stand() == ("in_onderzoek", "", False)
    # What was taken back does not go, and cannot be sent after all.
    assert wereld.ronde() == Ronde()
    assert Bericht.objects.get(pk=weg).status == "mislukt"
    with pytest.raises(Domeinfout, match="kan niet opnieuw"):
        herzend_berichten(wereld.consulent, [weg])
    assert taken() == [("Beslis over het verzoek van een aanbieder dat in onderzoek is", date(2024, 7, 27))]
    # Refused as a whole by the provider: it counts as never sent (IV032), and another may follow.
    wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "2")])
    wereld.ronde()
    antwoord = Bericht.objects.get(soort="WMO319", status="aangeboden", pk__gt=weg)
    fout = keur_af(waarde(bytes(antwoord.ruw or b"")), "A1", VANDAAG)
    (wereld.post / "in" / "a.xml").write_bytes(schrijf(fout))
    wereld.ronde()
    assert stand() == ("afgewezen", "2", True)
    neem_antwoorden_terug(wereld.consulent, [verzoek.pk])
    wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "7")])
    wereld.ronde()
    assert stand() == ("afgewezen", "7", False)
    assert klopt_met_gebeurtenissen()


def test_what_is_assigned_after_a_request_carries_its_reference_and_so_does_an_extension(
    wereld: Wereld,
) -> None:
    casus = maak_casus(SYSTEEM, maak_melding(wereld.persoon), wereld.consulent.id)
    wereld.aanbieder(VANDAAG, VERWIJZING)
    verzoek = Verzoek.objects.get()
    eerste = wijs(SYSTEEM, maak_geldend(SYSTEEM, casus, wereld.persoon, tot=HALF))
    wereld.ronde()
    verzoek.refresh_from_db()
    assert (verzoek.status, verzoek.toewijzingen, taken()) == ("toegewezen", [eerste], [])
    [pad] = (wereld.post / "uit").glob("WMO301_*.xml")
    [product] = waarde(pad.read_bytes()).wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert product.tekst("ReferentieAanbieder") == verzoek.referentie != ""
    with pytest.raises(Domeinfout, match="al beantwoord: toegewezen"):
        wijs_verzoeken_af(wereld.consulent, [Afwijzing(verzoek.pk, "7")])
    # Near its end the provider asks to go on: the request hangs on the assignment, and a new one grants it.
    for na in (date(2024, 12, 16), date(2024, 12, 17)):
        wereld.aanbieder(na, Wensen(verleng=100))
    wijziging = Verzoek.objects.get(bericht__soort="WMO317")
    assert (wijziging.status, wijziging.melding_id) == ("ontvangen", None)
    assert wijziging.gevraagd[0]["toewijzing"] == eerste
    assert wijziging.dossier_id == Berichtregel.objects.filter(toewijzing=eerste)[0].dossier_id
    with klok.op(date(2024, 12, 18)):
        voorziening = maak_geldend(SYSTEEM, casus, wereld.persoon, van=HALF, tot=date(2025, 7, 1))
        tweede = wijs(SYSTEEM, voorziening)
    wereld.aanbieder(date(2024, 12, 18))
    wijziging.refresh_from_db()
    assert (wijziging.status, wijziging.toewijzingen) == ("toegewezen", [tweede])
    assert [s for s in standen() if s[0] == "WMO301"] == [("WMO301", "beantwoord")] * 2
    assert klopt_met_gebeurtenissen()


def test_the_page_of_a_question_leads_to_its_request_and_both_answers(wereld: Wereld) -> None:
    maak_casus(SYSTEEM, maak_melding(wereld.persoon), wereld.consulent.id)
    wereld.verwijs()
    verzoek = Verzoek.objects.get()
    client = aangemelde_client(wereld.gebruiker)
    url = f"/verzoeken/{verzoek.pk}/"
    assert f'href="{url}"' in client.get(f"/meldingen/{verzoek.melding_id}/").content.decode()
    pagina = client.get(url).content.decode()
    assert "Product 01A01, 3 uur per week, tot en met 31 december 2024" in pagina
    assert "Antwoord uiterlijk ma 10 juni 2024" in pagina
    assert client.post(f"{url}onderzoeken/").status_code == 302
    assert f"{url}onderzoeken/" not in client.get(url).content.decode()
    leeg = client.post(f"{url}afwijzen/", {"reden": ""})
    assert "Kies een reden." in leeg.content.decode()
    assert client.post(f"{url}afwijzen/", {"reden": "7"}).status_code == 302
    pagina = client.get(url).content.decode()
    assert "Niet passend bij de hulpvraag" in pagina
    assert f"{url}afwijzen/" not in pagina
    verzoek.refresh_from_db()
    assert (verzoek.status, Bericht.objects.filter(soort="WMO319").count()) == ("afgewezen", 2)

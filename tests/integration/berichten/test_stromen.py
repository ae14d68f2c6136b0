"""Conversations about assignments: a 301 and its 302, starts and their answers, and what is asked of whom."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.actions.afhandelen import handel_signalen_af, herzend_berichten
from samendoen.berichten.actions.ontvangst import ontvang
from samendoen.berichten.actions.stromen import STROMEN
from samendoen.berichten.actions.toewijzen import stel_toewijzingen_op
from samendoen.berichten.actions.verkeer import Ronde, doe_ronde
from samendoen.berichten.actions.verwerking import verwerk
from samendoen.berichten.actions.wissen import ARCHIEF_NA, ONBEKEND_NA, vergeet_oude, wis
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.queries.taken import BEVINDING
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.rules.retour import beoordeel, keur_af
from samendoen.berichten.transport.mappen import Mappen
from samendoen.berichten.xml.schrijven import schrijf
from samendoen.besluiten.api import beeindig_toewijzingen, zet_berichtenverkeer
from samendoen.besluiten.models import Levering, Toewijzing
from samendoen.inwoners.api import Gegevenswijziging, wijzig_inwoners
from samendoen.kernel.acties import schrijft
from samendoen.kernel.api import SYSTEEM, Actor, Domeinfout, NietGevonden, klok
from samendoen.kernel.models import Gebeurtenis, Gebruiker
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.site.simulator.ronde import Aanbieder, Opdracht
from samendoen.werk.api import pas_taakregels_toe
from samendoen.werk.models import Taak
from tests.berichtmaker import bewerkt, goud, waarde
from tests.besluitmaker import BEGELEIDING, THUISHULP, maak_catalogus, maak_geldend, wijs
from tests.casusmaker import TEAM, maak_casus, maak_gezin, maak_melding
from tests.maak import aangemelde_client, actor, maak_medewerker

_nummers = count(1)  # files come in order of name when they are as old
BSN, BSN_ANDER = "999990019", "999990020"
VANDAAG, HALF = date(2024, 6, 3), date(2025, 1, 1)


@dataclass
class Wereld:
    """A client with one assignment at a provider with whom we exchange messages, and the folders."""

    post: Path
    persoon: int
    casus: int
    toewijzing: int
    backoffice: Actor
    gebruiker: Gebruiker

    def ronde(self, na: timedelta = timedelta(0)) -> Ronde:
        """Do one run."""
        with klok.op(klok.nu() + na):
            return doe_ronde(Mappen(self.post))

    def ronde_in(self) -> None:
        """Take in and process, and send nothing yet."""
        for levering in Mappen(self.post).haal():
            verwerk(SYSTEEM, ontvang(SYSTEEM, levering))
            Mappen(self.post).berg_op(levering)

    def uit(self, soort: str = "WMO301") -> list[Waarde]:
        """Take what lies in uit/, as the provider does."""
        paden = sorted((self.post / "uit").glob(f"{soort}_*.xml"))
        gelezen = [waarde(pad.read_bytes()) for pad in paden]
        for pad in paden:
            pad.unlink()
        return gelezen

    def lever(self, inhoud: bytes) -> None:
        """Deliver."""
        (self.post / "in" / f"{next(_nummers):04}.xml").write_bytes(inhoud)

    def start(self, nummer: str, **product: Any) -> None:
        """Let the provider start, or take that back."""
        regel = {
            "ToewijzingNummer": self.toewijzing,
            "Product": {"Categorie": "01", "Code": "01A01"},
            "ToewijzingIngangsdatum": "2024-06-10",
            "Begindatum": "2024-06-11",
            "StatusAanlevering": "1",
            **product,
        }
        kop = {"Identificatie": nummer, "Dagtekening": "2024-06-12"}
        anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop, "Client/Bsn": BSN}
        self.lever(bewerkt(goud("WMO305"), {**anders, "Client/StartProducten": {"StartProduct": [regel]}}))


def zet_bsn(persoon: int, bsn: str) -> None:
    """Write down a number."""
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": bsn, "telefoon": "0600000001"})])


def taken() -> list[str]:
    return list(
        Taak.objects.filter(status="open", regel__startswith="bericht").values_list("tekst", flat=True)
    )


@pytest.fixture
def wereld(post: Path) -> Wereld:
    maak_catalogus()
    [persoon] = maak_gezin(("Anna", date(1950, 1, 1)))
    zet_bsn(persoon, BSN)
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, VANDAAG)])
    casus = maak_casus(SYSTEEM, maak_melding(persoon), maak_medewerker(Rol.CONSULENT, [TEAM]).pk)
    toewijzing = wijs(SYSTEEM, maak_geldend(SYSTEEM, casus, persoon, tot=HALF))
    gebruiker = maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"])
    return Wereld(post, persoon, casus, toewijzing, actor(gebruiker), gebruiker)


def test_an_assignment_goes_once_and_its_answer_closes_it(wereld: Wereld) -> None:
    assert wereld.ronde() == Ronde(verstuurd=1, toegewezen=1)
    [bericht] = wereld.uit()
    [product] = bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert (product.getal("ToewijzingNummer"), product.tekst("Product/Code")) == (wereld.toewijzing, "01A01")
    assert (product.getal("Omvang/Volume"), product.tekst("Omvang/Eenheid")) == (3, "04")
    assert (product.tekst("Ingangsdatum"), product.tekst("Einddatum")) == ("2024-06-10", "2024-12-31")
    assert not product.heeft("RedenWijziging")
    rij = Bericht.objects.get(richting="uit")
    assert (rij.inwoner_id, rij.status) == (wereld.persoon, "aangeboden")
    assert wereld.ronde() == Ronde()
    wereld.lever(schrijf(beoordeel(bericht, (), "R1", VANDAAG)))
    assert wereld.ronde() == Ronde(1, 1)
    rij.refresh_from_db(fields=["status", "bevindingen"])
    assert (rij.status, rij.bevindingen) == ("beantwoord", [])
    assert Bericht.objects.get(richting="in").antwoord_op == rij
    assert taken() == []


def test_a_finding_of_the_provider_is_a_task_until_it_is_settled(wereld: Wereld) -> None:
    wereld.ronde()
    [bericht] = wereld.uit()
    antwoord = goud("WMO302", BerichtIdentificatie=_identificatie(bericht), Ontvanger=THUISHULP)
    wereld.lever(antwoord.replace(b">100001<", f">{wereld.toewijzing}<".encode()))
    wereld.ronde()
    rij = Bericht.objects.get(richting="uit")
    regel = Berichtregel.objects.get(bericht=rij, klasse="ToegewezenProduct")
    assert (rij.status, regel.retourcodes) == ("beantwoord", ["9332", "9379"])
    assert taken() == ["Herstel wat de aanbieder afkeurde in een WMO301"]
    assert Taak.objects.get(regel=BEVINDING).dossier_id == rij.dossier_id
    handel_signalen_af(wereld.backoffice, [rij.pk])
    assert taken() == []
    pas_taakregels_toe(SYSTEEM)
    assert taken() == []
    handel_signalen_af(wereld.backoffice, [rij.pk])  # again: nothing
    with pytest.raises(Domeinfout, match="kan niet opnieuw"):
        herzend_berichten(wereld.backoffice, [rij.pk])
    buiten = actor(maak_medewerker(Rol.CONSULENT, ["gebiedsteam_vianen"]))
    with pytest.raises(NietGevonden):
        handel_signalen_af(buiten, [rij.pk])
    # What was refused is as good as not sent: the provider may not start on it.
    wereld.start("S1")
    wereld.ronde(timedelta(days=9))
    [retour] = wereld.uit("WMO306")
    [start] = retour.wortel.groepen("Client/StartProducten/StartProduct")
    assert start.alle("RetourCodes/RetourCode") == ["9019"]


def _identificatie(bericht: Waarde) -> dict[str, str]:
    plek = "BerichtIdentificatie/{}"
    return {veld: bericht.kop.tekst(plek.format(veld)) for veld in ("Identificatie", "Dagtekening")}


def test_what_changes_goes_again_with_all_that_still_holds(wereld: Wereld) -> None:
    wereld.ronde()
    wereld.uit()
    tweede = wijs(
        SYSTEEM, maak_geldend(SYSTEEM, wereld.casus, wereld.persoon, omvang=Decimal("2.5"), van=HALF)
    )
    assert wereld.ronde(timedelta(hours=1)) == Ronde(verstuurd=1, toegewezen=1)
    [bericht] = wereld.uit()
    producten = bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert [p.getal("ToewijzingNummer") for p in producten] == [wereld.toewijzing, tweede]
    assert [p.tekst("Omvang/Eenheid") for p in producten] == ["04", "01"]  # half an hour: in minutes
    assert [p.tekst("Toewijzingstijd") for p in producten] == ["09:00:00", "10:00:00"]
    beeindig_toewijzingen(SYSTEEM, [(wereld.toewijzing, date(2024, 6, 10))])
    wereld.ronde(timedelta(hours=2))
    [bericht] = wereld.uit()
    eerste = bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")[0]
    assert (eerste.tekst("Einddatum"), eerste.tekst("RedenWijziging")) == ("2024-06-10", "13")
    assert eerste.tekst("Toewijzingstijd") == "11:00:00"
    assert wereld.ronde() == Ronde()


def test_what_cannot_be_sent_is_a_task_that_says_what_is_missing(wereld: Wereld) -> None:
    [ander] = maak_gezin(("Bert", date(1951, 1, 1)))
    casus = maak_casus(SYSTEEM, maak_melding(ander), maak_medewerker(Rol.CONSULENT, [TEAM]).pk)
    zonder = wijs(SYSTEEM, maak_geldend(SYSTEEM, casus, ander))
    wereld.ronde()
    wereld.uit()
    zin = "Vul het BSN aan: een toewijzing kan niet naar de aanbieder"
    taak = Taak.objects.get(regel="toewijzing-zonder-bericht", status="open")
    assert (taak.tekst, taak.sleutel) == (zin, f"toewijzing.{zonder}")
    # The back office has it on Vandaag, with why, and a way to the provision.
    pagina = aangemelde_client(wereld.gebruiker).get("/vandaag/").content.decode()
    assert zin in pagina
    assert f"/voorzieningen/{taak.onderwerp_id}/" in pagina
    zet_bsn(ander, BSN_ANDER)
    assert wereld.ronde() == Ronde(verstuurd=1, toegewezen=1)
    taak.refresh_from_db()
    assert taak.status == "vervallen"


def test_a_provider_gets_messages_from_the_day_that_it_is_said_so(wereld: Wereld) -> None:
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, None)])
    assert wereld.ronde() == Ronde()
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, VANDAAG + timedelta(days=1))])
    assert wereld.ronde() == Ronde()  # what was assigned before, the provider knows already
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, VANDAAG), (BEGELEIDING, VANDAAG)])
    zet_berichtenverkeer(SYSTEEM, [(THUISHULP, VANDAAG)])  # the same again
    assert Gebeurtenis.objects.filter(soort="besluiten.berichtenverkeer_gezet").count() == 5
    assert wereld.ronde() == Ronde(verstuurd=1, toegewezen=1)
    with pytest.raises(Domeinfout, match="niet in de catalogus"):
        zet_berichtenverkeer(SYSTEEM, [("11111111", VANDAAG)])


def test_a_start_and_its_removal_are_judged_against_what_was_sent(wereld: Wereld) -> None:
    wereld.ronde()
    wereld.uit()
    with klok.op(date(2024, 6, 12)):
        wereld.start("S1")
        wereld.start("S2")  # the same start again, in a message of its own
        wereld.ronde()
        eerste, tweede = Bericht.objects.filter(richting="in").order_by("pk")
        assert (eerste.status, tweede.status) == ("verwerkt", "afgekeurd")
        assert tweede.bevindingen[0]["regel"] == "TR074"
        regel = Berichtregel.objects.get(bericht=eerste, klasse="StartProduct")
        assert (regel.toewijzing_id, regel.inwoner_id) == (wereld.toewijzing, wereld.persoon)
        assert [len(b.wortel.groepen("Client")) for b in wereld.uit("WMO306")] == [0, 1]
        assert _leveringen() == [("start", date(2024, 6, 11), True)]
        wereld.start("S3", StatusAanlevering="3")
        wereld.start("S4", Begindatum="2024-06-12")
        wereld.ronde()
        standen = Bericht.objects.filter(richting="in").order_by("pk").values_list("status", flat=True)
        assert list(standen) == ["verwerkt", "afgekeurd", "verwerkt", "verwerkt"]
        assert _leveringen() == [("start", date(2024, 6, 11), False), ("start", date(2024, 6, 12), True)]


def _leveringen() -> list[tuple[str, date, bool]]:
    """Return what stands with the assignments: kind, first day, and whether it still holds."""
    rijen = Levering.objects.order_by("pk").values_list("soort", "begin", "ingetrokken_op")
    return [(soort, begin, ingetrokken is None) for soort, begin, ingetrokken in rijen]


def test_an_assignment_that_was_refused_as_a_whole_may_not_be_started_on(wereld: Wereld) -> None:
    wereld.ronde()
    [bericht] = wereld.uit()
    wereld.lever(schrijf(keur_af(bericht, "R1", VANDAAG)))
    wereld.start("S1")
    wereld.ronde(timedelta(days=9))
    assert Bericht.objects.get(soort="WMO305").status == "afgekeurd"
    assert not Levering.objects.exists()
    assert taken() == ["Herstel wat de aanbieder afkeurde in een WMO301"]


def test_an_answer_that_stays_out_is_a_task_after_three_working_days(wereld: Wereld) -> None:
    wereld.ronde()
    for dag, verwacht in ((date(2024, 6, 6), 0), (date(2024, 6, 7), 1)):
        pas_taakregels_toe(SYSTEEM, dag)
        assert len(taken()) == verwacht
    rij = Bericht.objects.get(richting="uit")
    herzend_berichten(wereld.backoffice, [rij.pk])
    rij.refresh_from_db(fields=["status"])
    assert rij.status == "klaar"
    assert wereld.ronde() == Ronde(verstuurd=1)


def test_who_is_erased_is_in_no_message_any_more(wereld: Wereld) -> None:
    wereld.ronde()
    with klok.op(date(2024, 6, 12)):
        wereld.start("S1")
        wereld.ronde()
    assert len(list((wereld.post / "archief").iterdir())) == 1
    wis_persoon(SYSTEEM, wereld.persoon, "wmo", "verzoek")
    assert not Bericht.objects.filter(ruw__isnull=False).exists()
    assert not Berichtregel.objects.filter(inwoner__isnull=False).exists()
    assert Toewijzing.objects.filter(pk=wereld.toewijzing).exists()


def test_old_messages_about_nobody_we_know_lose_their_bytes(wereld: Wereld) -> None:
    wereld.ronde()
    wereld.lever(goud("WMO305").replace(BSN.encode(), BSN_ANDER.encode()))
    wereld.ronde()
    nu = klok.nu()
    with klok.op(nu + ONBEKEND_NA + timedelta(days=1)):
        assert vergeet_oude(SYSTEEM) == 2  # the start and our answer; the assignment of who is known stays
        assert vergeet_oude(SYSTEEM) == 0
    assert Mappen(wereld.post).ruim_op(nu - ARCHIEF_NA) == 0
    assert Bericht.objects.filter(ruw__isnull=False).count() == 1


def test_of_an_invoice_about_more_people_only_the_number_of_who_is_erased_goes(wereld: Wereld) -> None:
    [ander] = maak_gezin(("Bert", date(1951, 1, 1)))
    zet_bsn(ander, BSN_ANDER)
    bron = goud("WMO323")
    nummers = [c.tekst("Bsn") for c in waarde(bron).wortel.groepen("Declaratie/Clienten/Client")]
    for oud, nieuw in zip(nummers, (BSN, BSN_ANDER), strict=True):
        bron = bron.replace(f"Bsn>{oud}<".encode(), f"Bsn>{nieuw}<".encode())
    wereld.lever(bron)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(STROMEN, "323", lambda *_: None)
        wereld.ronde(timedelta(days=40))
    bericht = Bericht.objects.get(soort="WMO323")
    assert {r.inwoner_id for r in bericht.regels.all()} == {wereld.persoon, ander}
    wis_persoon(SYSTEEM, wereld.persoon, "wmo", "verzoek")
    over = waarde(bytes(Bericht.objects.get(pk=bericht.pk).ruw or b""))
    assert over.wortel.alle("Declaratie/Clienten/Client/Bsn") == ["000000000", BSN_ANDER]
    assert over.wortel.alle("Declaratie/TotaalIngediendBedrag/TotaalBedrag")
    with schrijft("berichten"):
        assert wis(ander, "wmo")
    assert Bericht.objects.get(pk=bericht.pk).ruw is None  # nobody is left


def test_a_whole_conversation_with_a_provider_that_knows_nothing_of_us(wereld: Wereld) -> None:
    """301, 302, 305, 306, with the simulator at the other side of the folders."""

    def dag(dag: date) -> None:
        with klok.op(dag):
            doe_ronde(Mappen(wereld.post))
            aanbieder = Aanbieder(Opdracht(THUISHULP, "1961"), wereld.post)
            assert aanbieder.ronde(dag).alarmen == []
            aanbieder.sluit()
            doe_ronde(Mappen(wereld.post))

    for nummer in range(16):
        dag(VANDAAG + timedelta(days=nummer))
    standen = Bericht.objects.order_by("pk").values_list("richting", "soort", "status")
    assert list(standen) == [
        ("uit", "WMO301", "beantwoord"),
        ("in", "WMO302", "verwerkt"),
        ("in", "WMO305", "verwerkt"),
        ("uit", "WMO306", "aangeboden"),
    ]
    start = Berichtregel.objects.get(klasse="StartProduct")
    assert (start.toewijzing_id, start.inwoner_id) == (wereld.toewijzing, wereld.persoon)
    assert Levering.objects.get().toewijzing_id == wereld.toewijzing
    assert taken() == []


def test_a_stop_before_its_start_is_refused_and_welcome_after_it(wereld: Wereld) -> None:
    wereld.ronde()
    wereld.uit()
    stop = {
        "ToewijzingNummer": wereld.toewijzing,
        "Product": {"Categorie": "01", "Code": "01A01"},
        "ToewijzingIngangsdatum": "2024-06-10",
        "Begindatum": "2024-06-11",
        "RedenBeeindiging": "02",
        "Einddatum": "2024-06-12",
        "StatusAanlevering": "1",
    }
    for nummer in ("P1", "P2"):
        kop = {"Identificatie": nummer, "Dagtekening": "2024-06-12"}
        anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop, "Client/Bsn": BSN}
        wereld.lever(bewerkt(goud("WMO307"), {**anders, "Client/StopProducten": {"StopProduct": [stop]}}))
        wereld.ronde(timedelta(days=9))
        if nummer == "P1":
            wereld.start("S1")
            wereld.ronde(timedelta(days=9))
    standen = Bericht.objects.filter(richting="in").order_by("pk")
    assert [rij.status for rij in standen] == ["afgekeurd", "verwerkt", "verwerkt"]
    gestopt = Levering.objects.get(soort="stop")
    assert (gestopt.toewijzing_id, gestopt.tot, gestopt.reden) == (
        wereld.toewijzing,
        date(2024, 6, 13),
        "02",
    )


def test_what_is_erased_before_it_could_go_or_be_handled_does_neither(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(STROMEN, "315")
    stel_toewijzingen_op(SYSTEEM)
    wereld.lever(goud("WMO315", Afzender=THUISHULP))
    wereld.ronde_in()
    assert Bericht.objects.get(soort="WMO315").inwoner_id == wereld.persoon
    wis_persoon(SYSTEEM, wereld.persoon, "wmo", "verzoek")
    assert wereld.ronde(timedelta(hours=2)).verstuurd == 0
    assert wereld.uit() == []
    gewist = Bericht.objects.get(soort="WMO315")
    assert (gewist.status, gewist.fout) == ("afgekeurd", "gewist")
    assert taken() == []

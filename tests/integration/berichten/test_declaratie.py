"""Invoices: judged line by line, booked as they were judged, answered with what is granted, and paid."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.berichten.actions.verkeer import doe_ronde
from samendoen.berichten.models import Bericht, Berichtregel
from samendoen.berichten.queries import taken
from samendoen.berichten.rules.bericht import Bericht as Waarde
from samendoen.berichten.transport.mappen import Mappen
from samendoen.besluiten.actions import declaratie as declaratie_acties
from samendoen.besluiten.models import Betaling, Declaratie, Declaratieregel, Levering
from samendoen.besluiten.rules.geld import vouw_betaald
from samendoen.kernel.api import SYSTEEM, klok, lees, van_onderwerp
from samendoen.kernel.rechten import Rol
from samendoen.kernel.wissen import wis_persoon
from samendoen.werk.models import Taak
from tests.bench.namen import bsn_nummers
from tests.berichtmaker import bewerkt, goud, waarde
from tests.besluitmaker import THUISHULP
from tests.clientmaker import maak_clienten
from tests.declaratiemaker import Regel, rekening
from tests.maak import aangemelde_client, maak_medewerker

JULI = date(2024, 7, 1)
EEN, TWEE, DRIE = islice(bsn_nummers(), 3)


@dataclass
class Wereld:
    """Three clients of one provider, who know of their assignments, and the folders."""

    post: Path
    een: int
    twee: int
    drie: int

    def dien_in(self, *berichten: bytes, dag: date = JULI) -> Iterator[Waarde]:
        """Deliver messages one by one; return the answer to each."""
        for inhoud in berichten:
            (self.post / "in" / f"{next(_namen)}.xml").write_bytes(inhoud)
            with klok.op(dag):
                doe_ronde(Mappen(self.post))
            for pad in (self.post / "uit").iterdir():
                yield waarde(pad.read_bytes())
                pad.unlink()

    def antwoord(self, inhoud: bytes, dag: date = JULI) -> Waarde:
        """Deliver one message and return its answer."""
        [antwoord] = self.dien_in(inhoud, dag=dag)
        return antwoord


_namen = count(1)


@pytest.fixture
def wereld(post: Path) -> Wereld:
    maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"])
    with klok.op(date(2024, 5, 27)):
        w = Wereld(post, *maak_clienten(3, date(2024, 6, 1), date(2025, 6, 1)))
        doe_ronde(Mappen(post))
    for pad in (post / "uit").iterdir():
        pad.unlink()
    return w


def uitslag(antwoord: Waarde) -> tuple[str, int, dict[str, str]]:
    """Return of a 325: its code, the amount granted, and the code of every line that it rejects."""
    deel = antwoord.wortel.groep("DeclaratieAntwoord")
    assert deel is not None and antwoord.soort.nummer == "325"
    bedrag = deel.getal("TotaalToegekendBedrag/TotaalBedrag") or 0
    regels = deel.groepen("Clienten/Client/Prestaties/Prestatie")
    return (
        deel.tekst("RetourCodes/RetourCode"),
        -bedrag if deel.tekst("TotaalToegekendBedrag/DebetCredit") == "C" else bedrag,
        {r.tekst("ProductReferentie/ReferentieNummer"): r.tekst("RetourCodes/RetourCode") for r in regels},
    )


def boek() -> list[tuple[str, int, int]]:
    """Return per invoice its number, what was asked and what was granted."""
    velden = ("nummer", "ingediend_eurocent", "toegekend_eurocent")
    return list(Declaratie.objects.order_by("pk").values_list(*velden))


def test_a_line_that_is_wrong_is_refused_alone_and_may_come_again(wereld: Wereld) -> None:
    goed, duur = Regel("R1", EEN, wereld.een), Regel("R2", TWEE, wereld.twee, tarief=4000)
    assert uitslag(wereld.antwoord(rekening("D1", goed, duur))) == ("0200", 36000, {"R2": "0611"})
    assert boek() == [("D1", 76000, 36000)]
    regel = Declaratieregel.objects.get(referentie="R2")
    assert (regel.toegekend_eurocent, regel.retourcodes, regel.productcode) == (0, ["0611"], "01A01")
    # Again under the number that was refused, then under its own: that one is granted in full.
    zelfde, ander = Regel("R2", TWEE, wereld.twee), Regel("R3", TWEE, wereld.twee)
    assert uitslag(wereld.antwoord(rekening("D2", zelfde))) == ("0200", 0, {"R2": "8021"})
    assert uitslag(wereld.antwoord(rekening("D3", ander))) == ("8001", 36000, {})
    # What was granted is not declared again, nor for who is no client of this assignment.
    weer, vreemd = Regel("R4", EEN, wereld.een, 11), Regel("R5", DRIE, wereld.twee)
    gekregen = uitslag(wereld.antwoord(rekening("D4", weer, vreemd)))
    assert gekregen == ("0200", 0, {"R4": "9389", "R5": "9338"})
    # The very same message once more has the same answer, and is booked once.
    assert uitslag(wereld.antwoord(rekening("D3", ander))) == ("8001", 36000, {})
    assert boek() == [("D1", 76000, 36000), ("D2", 36000, 0), ("D3", 36000, 36000), ("D4", 75600, 0)]


def test_a_correction_is_a_credit_and_a_new_line(wereld: Wereld) -> None:
    wereld.antwoord(rekening("D1", Regel("R1", EEN, wereld.een, 10), Regel("R2", TWEE, wereld.twee)))
    terug, nieuw = Regel("C1", EEN, wereld.een, 10, vorig="R1"), Regel("R3", EEN, wereld.een, 9)
    assert uitslag(wereld.antwoord(rekening("D2", terug, nieuw))) == ("8001", -3600, {})
    # Twice, of another amount, or of what was never granted: refused.
    fout = [
        Regel("C2", EEN, wereld.een, 10, vorig="R1"),
        Regel("C3", EEN, wereld.een, 8, vorig="R3"),
        Regel("C4", TWEE, wereld.twee, vorig="R9"),
    ]
    gekregen = uitslag(wereld.antwoord(rekening("D3", *fout)))
    assert gekregen == ("0200", 0, {"C2": "9390", "C3": "8017", "C4": "8017"})
    assert boek() == [("D1", 72000, 72000), ("D2", -3600, -3600), ("D3", -100800, 0)]
    # Only credits: money comes back, there is nothing to pay.
    alleen = Regel("C5", TWEE, wereld.twee, vorig="R2")
    assert uitslag(wereld.antwoord(rekening("D4", alleen))) == ("8001", -36000, {})
    assert Taak.objects.filter(regel=taken.BETALEN, status="open").count() == 1
    # What is a task is what the screen asks, and the other way round.
    client = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    with klok.op(JULI):
        lijst = client.get("/berichten/").content.decode()
    assert lijst.count("Betaal wat is goedgekeurd") == 1
    assert lijst.count("Niets te betalen: de aanbieder crediteert €\xa0360,00.") == 1


def test_an_invoice_that_is_refused_as_a_whole_counts_as_never_sent(wereld: Wereld) -> None:
    wereld.antwoord(rekening("D1", Regel("R1", EEN, wereld.een)))
    zelfde = rekening("D1", Regel("R2", TWEE, wereld.twee))
    antwoord = wereld.antwoord(bewerkt(zelfde, {"Header/BerichtIdentificatie/Identificatie": "B2"}))
    assert uitslag(antwoord) == ("9333", 0, {})
    assert uitslag(wereld.antwoord(rekening("D2", Regel("R2", TWEE, wereld.twee)))) == ("8001", 36000, {})
    vreemd = bewerkt(rekening("D3", Regel("R3", DRIE, wereld.drie)), {"Header/Afzender": "12345678"})
    assert uitslag(wereld.antwoord(vreemd)) == ("0200", 0, {"R3": "0233"})  # its client
    assert [nummer for nummer, *_ in boek()] == ["D1", "D2"]


def test_what_is_granted_is_to_be_paid_within_thirty_days(wereld: Wereld) -> None:
    goed, duur = Regel("R1", EEN, wereld.een), Regel("R2", TWEE, wereld.twee, tarief=4000)
    wereld.antwoord(rekening("D1", goed, duur))
    taak = Taak.objects.get(regel=taken.BETALEN, status="open")
    assert (taak.tekst, taak.uiterlijk) == ("Betaal een declaratie: €\xa0360,00", date(2024, 7, 31))
    assert [dag for _wat, dag in taken.herleid_betaling(taak.sleutel)] == [JULI]
    client = aangemelde_client(maak_medewerker(Rol.BACKOFFICE, ["backoffice_wmo"]))
    adres = f"/berichten/{taak.onderwerp_id}/"

    def betaal(bedrag: str, kenmerk: UUID | None = None, op: str = "2024-07-01") -> str:
        gegevens = {"kenmerk": kenmerk or uuid4(), "op": op, "bedrag": bedrag}
        return client.post(f"{adres}betalen/", gegevens, follow=True).content.decode()

    def open_taak() -> list[tuple[str, date]]:
        rijen = Taak.objects.filter(regel=taken.BETALEN, status="open")
        return [(tekst.replace("\xa0", " "), dag) for tekst, dag in rijen.values_list("tekst", "uiterlijk")]

    with klok.op(JULI):
        pagina = client.get(adres).content.decode()
        assert "Betaal wat is goedgekeurd" in pagina and f"{adres}afhandelen/" not in pagina
        for fout, zin in (("360,01", "er is nog"), ("0", "er is nog"), ("veel", "Vul een bedrag in")):
            assert zin in betaal(fout), fout
        assert "in de toekomst" in betaal("10", op="2024-07-02")
        # In part, sent twice: once. What is left is still to be paid by the same day.
        een = uuid4()
        for _keer in range(2):
            assert "De betaling is vastgelegd." in betaal("100", een)
        assert open_taak() == [("Betaal een declaratie: € 260,00", date(2024, 7, 31))]
        assert "100,00" in client.get("/geld/?periode=2024-06").content.decode()
        betaal("260,00")
        assert open_taak() == []
        pagina = client.get(adres).content.decode()
        assert "Afgehandeld." in pagina and f"{adres}heropenen/" not in pagina
        # A mistake: it asks again what it asked.
        [terug] = Betaling.objects.filter(kenmerk=een).values_list("pk", flat=True)
        assert client.post(f"{adres}betalingen/{terug}/intrekken/").status_code == 302
        assert open_taak() == [("Betaal een declaratie: € 100,00", date(2024, 7, 31))]
        assert "De betaling is vastgelegd." in betaal("100")
    declaratie = Declaratie.objects.get()
    gebeurd = van_onderwerp("besluiten.declaratie", [declaratie.pk])[declaratie.pk]
    assert declaratie.betaald_eurocent == vouw_betaald(map(lees, gebeurd)) == 36000
    # Of who is erased no number stays, in the invoice and in our answer; the amounts do.
    persoon = Berichtregel.objects.filter(klasse="Prestatie", toewijzing=wereld.twee).first()
    assert persoon is not None and persoon.inwoner_id is not None
    wis_persoon(SYSTEEM, persoon.inwoner_id, "wmo", "verzoek")
    over = [bytes(ruw or b"") for ruw in Bericht.objects.exclude(ruw=None).values_list("ruw", flat=True)]
    assert over and not [ruw for ruw in over if TWEE.encode() in ruw]
    assert boek() == [("D1", 76000, 36000)]


def test_of_an_invoice_that_cannot_be_processed_nothing_is_done_until_it_can(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: object) -> None:
        raise RuntimeError("vol")

    monkeypatch.setattr(declaratie_acties, "leg_vast", stuk)
    assert list(wereld.dien_in(rekening("D1", Regel("R1", EEN, wereld.een)))) == []
    assert (boek(), Berichtregel.objects.filter(klasse="Prestatie").count()) == ([], 0)
    monkeypatch.undo()
    with klok.op(date(2024, 7, 2)):
        doe_ronde(Mappen(wereld.post))
    assert boek() == [("D1", 36000, 36000)]


def test_the_work_of_an_invoice_does_not_grow_with_its_lines(wereld: Wereld) -> None:
    een, twee, drie = (EEN, wereld.een), (TWEE, wereld.twee), (DRIE, wereld.drie)
    wereld.antwoord(rekening("D1", Regel("R1", *een), Regel("R2", *twee)))
    rekeningen = [
        ("2024-07", [Regel("R3", *een, maand="2024-07"), Regel("R4", *twee, maand="2024-07")]),
        (
            "2024-08",
            [
                Regel("R5", *een, maand="2024-08"),
                Regel("R6", *twee, maand="2024-08"),
                Regel("R7", *drie, maand="2024-08"),
                Regel("R8", *drie, maand="2024-07"),
                Regel("R9", *drie, maand="2024-06"),
            ],
        ),
    ]
    vragen = []
    for maand, regels in rekeningen:
        with CaptureQueriesContext(connection) as gevangen:
            bericht = rekening(f"D{maand[-1]}", *regels, maand=maand, dag="2024-09-01")
            assert uitslag(wereld.antwoord(bericht, date(2024, 9, 2))) == ("8001", 36000 * len(regels), {})
        vragen.append(len(gevangen))
    assert vragen[0] == vragen[1]


def test_one_wrong_start_refuses_the_message_and_no_start_of_it_is_known(wereld: Wereld) -> None:
    def start(nummer: str, *toewijzingen: int) -> bytes:
        producten = [
            {
                "ToewijzingNummer": toewijzing,
                "Product": {"Categorie": "01", "Code": "01A01"},
                "ToewijzingIngangsdatum": "2024-06-01",
                "Begindatum": "2024-06-03",
                "StatusAanlevering": "1",
            }
            for toewijzing in toewijzingen
        ]
        kop = {"Identificatie": nummer, "Dagtekening": "2024-06-05"}
        anders = {"Header/Afzender": THUISHULP, "Header/BerichtIdentificatie": kop, "Client/Bsn": EEN}
        return bewerkt(goud("WMO305"), {**anders, "Client/StartProducten": {"StartProduct": producten}})

    dag = date(2024, 6, 5)
    antwoord = wereld.antwoord(start("S1", wereld.een, wereld.twee), dag)
    codes = antwoord.wortel.alle("Client/StartProducten/StartProduct/RetourCodes/RetourCode")
    assert codes == ["0200", "9019"]
    assert not Levering.objects.exists()
    # The good one again: were it known, this would be a second start of the same care.
    antwoord = wereld.antwoord(start("S2", wereld.een), dag)
    assert antwoord.wortel.groepen("Client") == []
    standen = Bericht.objects.filter(soort="WMO305").order_by("pk").values_list("status", flat=True)
    assert list(standen) == ["afgekeurd", "verwerkt"]

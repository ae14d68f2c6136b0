"""A provider and a municipality talk: all messages pass our checks, and the money is equal."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from samendoen.berichten.rules.kennis import Tarief
from samendoen.site import simulator
from samendoen.site.simulator.boek import Boek, Saldo
from samendoen.site.simulator.declaratie import Vraag
from samendoen.site.simulator.tarieven import Tarieven
from samendoen.site.simulator.verzoeken import Wensen, Wijziging, lees_wensen
from tests.gemeentekant import AGB, GEMEENTE, Gemeente, regels, soorten

VERZOEKEN = """
[[verwijzing]]
wet = "jw"
bsn = "999991036"
geboren = 2012-05-17
geslacht = "1"
achternaam = "Proef"
categorie = "45"
product = "45A04"
van = 2024-06-24
tot = 2024-12-31
volume = 2
eenheid = "04"
frequentie = "2"
verwijzer_agb = "01012345"
"""


@pytest.fixture
def gemeente(tmp_path: Path) -> Gemeente:
    """Give a municipality with an empty folder."""
    return Gemeente(tmp_path)


def saldo(gemeente: Gemeente) -> Saldo:
    boek = Boek(gemeente.map / "aanbieder" / AGB / "boek.sqlite")
    try:
        return boek.saldo()
    finally:
        boek.sluit()


def test_it_knows_nothing_of_our_own_messages() -> None:
    """The two sides hold each other against the standard, so one may not lean on the other."""
    paden = sorted(Path(str(simulator.__file__)).parent.glob("*.py"))
    knopen = [knoop for pad in paden for knoop in ast.walk(ast.parse(pad.read_text()))]
    namen = {k.module for k in knopen if isinstance(k, ast.ImportFrom)}
    namen |= {naam.name for k in knopen if isinstance(k, ast.Import) for naam in k.names}
    van_ons = {naam for naam in namen if naam and naam.startswith("samendoen")}
    eigen = {naam for naam in van_ons if naam.startswith("samendoen.site.simulator")}
    assert van_ons - eigen == {"samendoen.recht.api", "samendoen.site.fout"}
    assert len(paden) > 10 and eigen


@pytest.mark.parametrize("standaard", ["WMO", "JW"])
def test_from_assignment_to_the_end_of_care(tmp_path: Path, standaard: str) -> None:
    """301 gives 302 and 305, each month a 323, a wrong line is credited, the end gives a 307."""
    gemeente = Gemeente(tmp_path, standaard)
    gemeente.wijs_toe({"ToewijzingNummer": 7, "Einddatum": "2024-09-01"})
    assert gemeente.aanbieder("2024-06-04").verzonden == {f"{standaard}302": 1}
    assert soorten(gemeente.haal()) == ["302"]
    gemeente.aanbieder("2024-06-18")
    [start] = gemeente.haal()
    assert start.wortel.tekst("Client/StartProducten/StartProduct/StatusAanlevering") == "1"
    gemeente.keur_goed([start], "2024-06-19")

    gemeente.aanbieder("2024-07-02", vraag=Vraag("2024-06"))
    [juni] = gemeente.haal()
    gemeente.keur_goed([juni], "2024-07-05")
    gemeente.aanbieder("2024-08-02", vraag=Vraag("2024-07"))
    [juli] = gemeente.haal()
    gemeente.keur_goed([juli], "2024-08-05")
    assert gemeente.aanbieder("2024-08-06").alarmen == []
    [in_juni], [in_juli] = regels(juni), regels(juli)
    samen = int(in_juni["IngediendBedrag"]["Bedrag"]) + int(in_juli["IngediendBedrag"]["Bedrag"])
    assert saldo(gemeente) == Saldo(samen, samen, 0)

    # The assignment turns out to end on 14 July: the line of July is taken back and declared anew.
    korter = {"ToewijzingNummer": 7, "Einddatum": "2024-07-14", "RedenWijziging": "05"}
    gemeente.wijs_toe(korter, dag="2024-08-07")
    gemeente.aanbieder("2024-09-02", vraag=Vraag("2024-08"))
    antwoord, stop, correctie = gemeente.haal()
    assert soorten([antwoord, stop, correctie]) == ["302", "307", "323"]
    assert stop.wortel.tekst("Client/StopProducten/StopProduct/RedenBeeindiging") == "36"
    credit, debet = regels(correctie)
    assert (
        credit["ProductReferentie"]["VorigReferentieNummer"]
        == in_juli["ProductReferentie"]["ReferentieNummer"]
    )
    assert debet["ProductPeriode"] == {"Begindatum": "2024-07-01", "Einddatum": "2024-07-14"}
    gemeente.keur_goed([stop, correctie], "2024-09-03")
    assert gemeente.aanbieder("2024-09-04").alarmen == []
    over = int(in_juni["IngediendBedrag"]["Bedrag"]) + int(debet["IngediendBedrag"]["Bedrag"])
    assert saldo(gemeente) == Saldo(over, over, 0)
    assert gemeente.haal() == []


def test_what_is_rejected_is_booked_and_declared_again_only_on_request(gemeente: Gemeente) -> None:
    budget = {"ToewijzingNummer": 8, "Product": {"Categorie": "07"}, "Budget": 120000}
    gemeente.wijs_toe({"ToewijzingNummer": 7}, budget)
    gemeente.wijs_toe({"ToewijzingNummer": 9}, wie=2)
    gemeente.aanbieder("2024-06-20")
    gemeente.keur_goed(gemeente.haal(), "2024-06-20")
    per_uur = Tarief("01", "01A01", "04", 3901, date(2024, 1, 1))
    gemeente.kennis = replace(gemeente.kennis, tarieven=(*gemeente.kennis.tarieven, per_uur))
    gemeente.aanbieder("2024-07-02", vraag=Vraag("2024-06"), tarieven=Tarieven({"01A01": (3901, True)}))
    [declaratie] = gemeente.haal()
    minuten, euro, ander = regels(declaratie)
    assert (minuten["Eenheid"], minuten["ProductTarief"], euro["Eenheid"]) == ("01", "65", "83")
    assert int(minuten["IngediendBedrag"]["Bedrag"]) == int(minuten["GeleverdVolume"]) * 3901 // 60
    gemeente.keur_prestaties_af(declaratie, {ander["ProductReferentie"]["ReferentieNummer"]}, "2024-07-05")
    assert gemeente.aanbieder("2024-07-06", vraag=Vraag("2024-06")).alarmen == []
    assert gemeente.haal() == []
    af = int(ander["IngediendBedrag"]["Bedrag"])
    ingediend = int(declaratie.wortel.tekst("Declaratie/TotaalIngediendBedrag/TotaalBedrag"))
    assert saldo(gemeente) == Saldo(ingediend, ingediend - af, af)

    gemeente.aanbieder("2024-07-08", vraag=Vraag("2024-06", herstel=True))
    [nogmaals] = gemeente.haal()
    [regel] = regels(nogmaals)
    assert regel["ToewijzingNummer"] == "9" and saldo(gemeente).open > 0
    gemeente.keur_goed([nogmaals], "2024-07-09")
    # Of an assignment with more than one unit too many the last granted line goes back, one unit lower.
    gemeente.aanbieder("2024-08-02", vraag=Vraag("2024-07", corrigeer=(9,)))
    [juli] = gemeente.haal()
    credit, beter, *_ = [r for r in regels(juli) if r["ToewijzingNummer"] == "9"]
    assert int(beter["GeleverdVolume"]) == int(credit["GeleverdVolume"]) - 1


def test_an_assignment_that_was_taken_back_takes_back_the_start(gemeente: Gemeente) -> None:
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    gemeente.aanbieder("2024-06-20")
    gemeente.keur_goed(gemeente.haal(), "2024-06-20")
    weg = {"ToewijzingNummer": 7, "Einddatum": "2024-06-10", "RedenWijziging": "13"}
    gemeente.wijs_toe(weg, dag="2024-06-24")
    # An older assignment that comes later does not count (OP033x1).
    gemeente.wijs_toe({"ToewijzingNummer": 7}, dag="2024-06-20")
    gemeente.aanbieder("2024-06-25")
    antwoorden = gemeente.haal()
    assert soorten(antwoorden) == ["302", "302", "305"]
    [terug] = [b for b in antwoorden if b.soort.nummer == "305"]
    assert terug.wortel.tekst("Client/StartProducten/StartProduct/StatusAanlevering") == "3"
    gemeente.aanbieder("2024-07-02", vraag=Vraag("2024-06"))
    assert gemeente.haal() == []


def test_what_contradicts_the_past_is_refused_in_the_answer(gemeente: Gemeente) -> None:
    """A 301 with a reference that we never gave, and a second message under the same identity."""
    gemeente.wijs_toe(
        {"ToewijzingNummer": 7, "ReferentieAanbieder": "VREEMD"},
        {"ToewijzingNummer": 8, "Budget": 9, "Product": {"Categorie": "07"}},
    )
    gemeente.aanbieder("2024-06-20")
    [antwoord] = gemeente.haal()
    codes = [
        g.alle("RetourCodes/RetourCode")
        for g in antwoord.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    ]
    assert codes == [["9379"], ["0200"]]
    gemeente.nummer = 0
    gemeente.wijs_toe({"ToewijzingNummer": 7}, dag="2024-06-21")
    assert len(gemeente.aanbieder("2024-06-22").alarmen) == 1
    [antwoord] = gemeente.haal()
    assert antwoord.kop.alle("RetourCodes/RetourCode") == ["9056"]


def test_it_asks_and_hears_and_never_asks_twice(tmp_path: Path) -> None:
    """A referral by 315, a change by 317 that names all assignments, one request per client at a time."""
    gemeente = Gemeente(tmp_path / "map", "JW")
    (tmp_path / "vragen.toml").write_text(VERZOEKEN)
    andere = {
        "ToewijzingNummer": 8,
        "Product": {"Categorie": "54"},
        "Budget": 90000,
        "Einddatum": "2024-12-31",
    }
    gemeente.wijs_toe({"ToewijzingNummer": 7}, andere)
    wensen = lees_wensen(tmp_path / "vragen.toml", 0)
    wijzigingen = [Wijziging("JW", 7, volume=5), Wijziging("JW", 8, budget=95000)]
    keuzes = {"wensen": Wensen(wensen.verwijzingen, wijzigingen)}
    gemeente.aanbieder("2024-06-20", **keuzes)
    berichten = gemeente.haal()
    assert soorten(berichten) == ["302", "305", "305", "315", "317"]
    vot, vow = (next(b for b in berichten if b.soort.nummer == n) for n in ("315", "317"))
    verzoek = vow.wortel.groepen("Client/Verzoek")[0]
    assert verzoek.tekst("TeWijzigenProducten/TeWijzigenProduct/GewensteIngangsdatum") == "2024-07-01"
    assert verzoek.tekst("OngewijzigdeProducten/OngewijzigdProduct/ToewijzingNummer") == "8"
    gemeente.keur_goed([vot, vow], "2024-06-20")
    referentie = vot.wortel.tekst("Client/AangevraagdeProducten/AangevraagdProduct/ReferentieAanbieder")
    for uitkomst, rest in (("2", {}), ("1", {"RedenAfwijzingVerzoek": "3"})):
        gemeente.antwoord(referentie, uitkomst, "2024-06-21", **rest)
        assert gemeente.aanbieder("2024-06-21", **keuzes).alarmen == []
    # The change is granted by a 301; then the next one may be asked.
    gehonoreerd = verzoek.tekst("ReferentieAanbieder")
    gemeente.wijs_toe({"ToewijzingNummer": 7, "ReferentieAanbieder": gehonoreerd}, andere, dag="2024-06-24")
    gemeente.aanbieder("2024-06-25", **keuzes)
    assert soorten(gemeente.haal()) == ["302", "317", "320", "320"]
    assert gemeente.aanbieder("2024-06-26", **keuzes).verzonden == {}
    # An answer to what was never asked is refused.
    gemeente.antwoord("VREEMD", "2", "2024-06-27")
    gemeente.aanbieder("2024-06-27")
    [weigering] = gemeente.haal()
    assert weigering.wortel.tekst("Antwoord/RetourCodes/RetourCode") == "9355"


def test_near_the_end_a_share_asks_to_go_on(gemeente: Gemeente) -> None:
    gemeente.wijs_toe({"ToewijzingNummer": 7, "Einddatum": "2024-07-14"})
    assert gemeente.aanbieder("2024-06-18", wensen=Wensen(verleng=0)).verzonden["WMO317"] == 0
    gemeente.aanbieder("2024-06-19", wensen=Wensen(verleng=100))
    [verzoek] = [b for b in gemeente.haal() if b.soort.nummer == "317"]
    wijziging = verzoek.wortel.groepen("Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct")[0]
    assert wijziging.tekst("GewensteIngangsdatum") == "2024-06-10"
    assert wijziging.tekst("Einddatum") == "2025-01-12"


def test_a_file_that_the_municipality_cannot_read_is_heard_of_once(gemeente: Gemeente) -> None:
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    gemeente.aanbieder("2024-06-04")
    [pad] = (gemeente.map / "in").iterdir()
    (gemeente.map / "fout").mkdir()
    (gemeente.map / "fout" / f"0b7f~{pad.name}.json").write_text("{}")
    assert [len(gemeente.aanbieder("2024-06-05").alarmen) for _ in range(2)] == [1, 0]


def test_files_of_others_stay_and_what_cannot_be_read_is_set_apart(gemeente: Gemeente) -> None:
    uit = gemeente.map / "uit"
    gemeente.wijs_toe({"ToewijzingNummer": 7})
    [eigen] = uit.iterdir()
    (uit / "ander.xml").write_bytes(eigen.read_bytes().replace(AGB.encode(), b"52525252"))
    (uit / f"WMO301_{GEMEENTE}_{AGB}_X.xml").write_bytes(b"<Bericht>")
    (uit / ".half.xml").write_bytes(b"<")
    verslag = gemeente.aanbieder("2024-06-04")
    assert len(verslag.alarmen) == 1 and verslag.gelezen == {"WMO301": 1}
    assert sorted(pad.name for pad in uit.iterdir()) == [".half.xml", "ander.xml"]

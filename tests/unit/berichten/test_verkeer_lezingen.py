"""Where several lines, several messages or a contract come together: how we read the rules."""

from dataclasses import replace
from typing import Any

import pytest

from samendoen.berichten.rules.kennis import Kennis, Start, Stop, Toewijzing
from samendoen.berichten.rules.ruimte import ruimte_in_periode, ruimte_in_totaal
from samendoen.berichten.rules.verkeer import toets_verkeer
from tests.berichten.declaratie import nog_een
from tests.berichten.gevallen import P1, P2, TOTAAL
from tests.berichten.gevallen import START as START1
from tests.berichten.gevallen import STOP as STOP1
from tests.berichten.kennis import (
    BUDGET,
    EUROS,
    HULP,
    MENEER,
    MEVROUW,
    STOP,
    TAAKGERICHT,
    dag,
    euros,
    kennis,
    prestatie,
    tarief,
)
from tests.unit.berichten.test_verkeer import bericht

NOG_EEN = f"{P1[:-3]}[2]"


def regels(soort: str, wijzigingen: dict[str, Any], weet: Kennis) -> dict[str, list[str]]:
    """Return the rules that a message breaks, each with the paths below the body."""
    gevonden: dict[str, list[str]] = {}
    for bevinding in toets_verkeer(bericht(soort, wijzigingen), weet):
        gevonden.setdefault(bevinding.regel, []).append(bevinding.pad.removeprefix("/Bericht/"))
    return gevonden


@pytest.mark.parametrize(
    ("nummer", "anders"),
    [
        ("305", {"starts": (replace(TAAKGERICHT, bsn="999990044"),)}),
        ("307", {"starts": (Start("999990044", 100001, "45", "45A04", dag("2024-06-11")),)}),
        ("315", {}),
        ("317", {}),
    ],
)
def test_messages_of_the_youth_act_are_held_against_the_same_rules(
    nummer: str, anders: dict[str, Any]
) -> None:
    jong = replace(HULP, bsn="999990044", categorie="45", code="45A04")
    weet = kennis(
        f"JW{nummer}", **{"toewijzingen": (jong, replace(BUDGET, bsn="999990044", categorie="54"))} | anders
    )
    assert regels(f"JW{nummer}", {}, weet) == {}
    assert set(regels(f"JW{nummer}", {}, replace(weet, gemeente="1961"))) == {"TR378"}


# ---- what is judged


def test_below_a_refused_class_nothing_is_judged() -> None:
    weet = kennis("WMO305", starts=(), toewijzingen=())
    assert set(regels("WMO305", {}, weet)) == {"TR019", "TR063"}
    assert set(regels("WMO305", {}, replace(weet, identificaties=frozenset({"ST24-31"})))) == {"TR056"}
    zonder = kennis("WMO317", toewijzingen=(EUROS,))
    assert set(regels("WMO317", {}, zonder)) == {"TR304"}


# ---- starts and stops


def test_a_start_may_be_corrected_in_the_same_message() -> None:
    """Remove and bring in anew, in either order (IV008)."""
    oud = Start(MEVROUW, HULP.nummer, "01", "01A01", dag("2024-06-10"))
    weg = {"ToewijzingNummer": 100001, "Product": {"Categorie": "01", "Code": "01A01"}}
    tweede = {f"{START1[:-3]}[2]": {**weg, "Begindatum": "2024-06-10", "StatusAanlevering": "3"}}
    assert regels("WMO305", tweede, kennis("WMO305", starts=(oud,))) == {}
    assert set(regels("WMO305", {}, kennis("WMO305", starts=(oud, TAAKGERICHT)))) == {"TR326"}


def test_two_starts_on_one_assignment_do_not_fit_in_one_message() -> None:
    nieuw = {"ToewijzingNummer": 100001, "Begindatum": "2024-06-12", "StatusAanlevering": "1"}
    gebroken = regels("WMO305", {f"{START1[:-3]}[2]": nieuw}, kennis("WMO305"))
    assert gebroken == {"TR326": [f"{START1[:-3]}[2]"]}


def test_work_without_assignments_starts_without_a_number() -> None:
    zonder = {f"{START1}/ToewijzingNummer": None}
    assert set(regels("WMO305", zonder, kennis("WMO305"))) == {"TR019"}
    assert regels("WMO305", zonder, kennis("WMO305", taakgericht=True)) == {}


def test_a_second_stop_in_one_message_is_held_against_the_first() -> None:
    """A stop for a while may become one for good, and not the other way round."""

    def met(*redenen: str) -> set[str]:
        stop = {
            "ToewijzingNummer": 100001,
            "Product": {"Categorie": "01", "Code": "01A01"},
            "Begindatum": "2024-06-11",
            "Einddatum": "2024-08-31",
            "StatusAanlevering": "1",
        }
        eerste, tweede = redenen
        tekst = {f"{STOP1}/RedenBeeindiging": eerste, f"{STOP1[:-3]}[2]": stop | {"RedenBeeindiging": tweede}}
        return set(regels("WMO307", tekst, kennis("WMO307")))

    assert (met("20", "19"), met("19", "20"), met("20", "20")) == (set(), {"TR415"}, {"TR413"})


def test_a_stop_may_be_replaced_in_the_same_message() -> None:
    oud = replace(STOP, reden="19")
    weg = {
        "ToewijzingNummer": 100001,
        "Product": {"Categorie": "01", "Code": "01A01"},
        "Begindatum": "2024-06-11",
        "RedenBeeindiging": "19",
        "Einddatum": "2024-08-30",
        "StatusAanlevering": "3",
    }
    assert regels("WMO307", {f"{STOP1[:-3]}[2]": weg}, kennis("WMO307", stops=(oud,))) == {}
    assert set(regels("WMO307", {}, kennis("WMO307", stops=(oud,)))) == {"TR415"}


# ---- sums over an assignment


def twee_maanden(eerste: int, tweede: int) -> dict[str, Any]:
    """Return an invoice with so many hours in July and in June."""
    wijzigingen = nog_een("2024-06-10", "2024-06-30")
    [(pad, regel)] = wijzigingen.items()
    bedragen = {pad: regel | {"GeleverdVolume": tweede, "IngediendBedrag": _debet(tweede * 3900)}}
    return bedragen | {
        f"{P1}/GeleverdVolume": eerste,
        f"{P1}/IngediendBedrag": _debet(eerste * 3900),
        f"{TOTAAL}/TotaalBedrag": (eerste + tweede) * 3900,
    }


def _debet(bedrag: int) -> dict[str, Any]:
    return {"Bedrag": bedrag, "DebetCredit": "D"}


def totaal(volume: int, *eerder: Any) -> Kennis:
    """Return what is known when so many hours were granted in all, and this was declared before."""
    toewijzing = replace(HULP, volume=volume, frequentie="6", categorie="01")
    return kennis("WMO323", toewijzingen=(toewijzing, EUROS), prestaties=(euros("O-0077"), *eerder))


def test_lines_of_one_invoice_take_from_one_total() -> None:
    assert regels("WMO323", twee_maanden(6, 4), totaal(10)) == {}
    assert regels("WMO323", twee_maanden(6, 5), totaal(10)) == {"TR322": [f"{NOG_EEN}/GeleverdVolume"]}
    # The line that does not fit takes nothing from those after it.
    assert regels("WMO323", twee_maanden(11, 10), totaal(10)) == {"TR321": [f"{P1}/GeleverdVolume"]}


def test_only_what_was_granted_and_stands_counts_for_the_total() -> None:
    mei = {"van": dag("2024-05-01"), "tot": dag("2024-05-31"), "volume": 6}
    eerder = prestatie("O-1", **mei)
    assert set(regels("WMO323", twee_maanden(5, 0), totaal(10, eerder))) == {"TR322"}
    credit = prestatie("C-1", **mei, vorig="O-1")
    assert regels("WMO323", twee_maanden(5, 0), totaal(10, eerder, credit)) == {}
    assert regels("WMO323", twee_maanden(5, 0), totaal(10, replace(eerder, toegekend=False))) == {}
    # Sixty minutes are an hour.
    minuten = replace(eerder, eenheid="01", volume=301)
    assert set(regels("WMO323", twee_maanden(5, 0), totaal(10, minuten))) == {"TR322"}
    assert regels("WMO323", twee_maanden(5, 0), totaal(10, replace(minuten, volume=300))) == {}


def test_a_credit_makes_room_wherever_it_stands_in_the_invoice() -> None:
    """The golden invoice credits a month of the euros after which it declares that month anew."""
    vol = replace(EUROS, frequentie="6")
    weet = kennis("WMO323", toewijzingen=(HULP, vol))
    assert regels("WMO323", {}, weet) == {}
    assert set(
        regels(
            "WMO323", {}, replace(weet, prestaties=(*weet.prestaties, euros("O-1", van=dag("2024-07-01"))))
        )
    ) == {"TR322"}


def test_a_debit_is_refused_with_the_credit_that_should_make_room_for_it() -> None:
    weet = kennis("WMO323")
    anders = {
        f"{P2}/IngediendBedrag/Bedrag": 19_999,
        f"{P2}/GeleverdVolume": 19_999,
        f"{TOTAAL}/TotaalBedrag": 50_701,
    }
    assert set(regels("WMO323", anders, weet)) == {"TR323", "TR389"}


def test_a_credit_is_not_held_against_an_assignment_that_changed_since() -> None:
    anders = replace(EUROS, code="07A99", einde=dag("2024-06-15"), volume=1)
    alleen_credit = {
        "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]": None,
        TOTAAL: {"TotaalBedrag": 30_700, "DebetCredit": "D"},
    }
    assert regels("WMO323", alleen_credit, kennis("WMO323", toewijzingen=(HULP, anders))) == {}


# ---- tariffs and units


def minuten(aantal: int, bedrag: int, per_minuut: int) -> dict[str, Any]:
    """Return an invoice in minutes."""
    return {
        f"{P1}/GeleverdVolume": aantal,
        f"{P1}/Eenheid": "01",
        f"{P1}/ProductTarief": per_minuut,
        f"{P1}/IngediendBedrag/Bedrag": bedrag,
        f"{TOTAAL}/TotaalBedrag": bedrag,
    }


@pytest.mark.parametrize(
    ("aantal", "bedrag", "per_minuut", "gebroken"),
    [
        (100, 8_733, 87, set()),  # 100 x 52.40 / 60 = 87.33
        (100, 8_700, 87, {"TR346"}),  # the rounded tariff is for show (IV081)
        (100, 8_734, 87, {"TR346"}),
        (45, 3_930, 87, set()),
        (100, 8_800, 88, {"TR418"}),
    ],
)
def test_minutes_of_a_tariff_per_hour(aantal: int, bedrag: int, per_minuut: int, gebroken: set[str]) -> None:
    weet = kennis("WMO323", tarieven=(tarief(eurocent=5240),))
    assert set(regels("WMO323", minuten(aantal, bedrag, per_minuut), weet)) == gebroken


def test_a_tariff_may_be_agreed_per_minute() -> None:
    weet = kennis("WMO323", tarieven=(tarief(eenheid="01", eurocent=87),))
    assert regels("WMO323", minuten(100, 8_700, 87), weet) == {}
    assert set(regels("WMO323", minuten(100, 8_733, 87), weet)) == {"TR346"}


def test_without_a_tariff_in_the_contract_nothing_is_paid() -> None:
    assert set(regels("WMO323", {}, kennis("WMO323", tarieven=()))) == {"TR418"}


def test_an_assignment_without_a_unit_follows_the_contract() -> None:
    los = replace(HULP, code="", volume=None, eenheid="", frequentie="")
    assert regels("WMO323", {}, kennis("WMO323", toewijzingen=(los, EUROS))) == {}
    etmaal = kennis("WMO323", toewijzingen=(los, EUROS), tarieven=(tarief(eenheid="14"),))
    assert set(regels("WMO323", {}, etmaal)) == {"TR341", "TR418"}


# ---- room


WEEK = Toewijzing(1, MENEER, dag("2025-07-07"), dag("2025-09-06"), "07", "07A01", 3, "04", "2")


@pytest.mark.parametrize(
    ("anders", "standaard", "augustus", "samen"),
    [
        ({}, "wmo", 5 * 3 * 60, 9 * 3 * 60),  # effort: the weeks it touches
        ({"categorie": "01"}, "wmo", 6 * 3 * 60, 9 * 3 * 60),  # household help: six weeks a month
        ({"categorie": "01"}, "jw", 5 * 3 * 60, 9 * 3 * 60),
        ({"eenheid": "83", "volume": 300}, "wmo", 6 * 300, 9 * 300),  # a result: Sundays, and the last week
        ({"eenheid": "83", "volume": 300, "einde": None}, "wmo", 5 * 300, None),
        ({"frequentie": "1", "eenheid": "14", "volume": 1}, "wmo", 31, 62),
        ({"frequentie": "4", "eenheid": "16", "volume": 8}, "jw", 8, 3 * 8),  # every month whole (IV078)
        ({"frequentie": "6", "eenheid": "82", "volume": 2}, "jw", 2, 2),
        ({"frequentie": "6", "eenheid": "82", "volume": 2, "einde": None}, "jw", 2, 2),
        ({"frequentie": "4", "einde": None}, "wmo", 3 * 60, None),
        ({"volume": None, "eenheid": "", "frequentie": "", "budget": 5}, "wmo", None, None),
    ],
)
def test_the_room_of_a_month_and_of_all_of_an_assignment(
    anders: dict[str, Any], standaard: str, augustus: int | None, samen: int | None
) -> None:
    toewijzing = replace(WEEK, **anders)
    regel = prestatie("P", van=dag("2025-08-01"), tot=dag("2025-08-31"))
    assert ruimte_in_periode(toewijzing, regel, standaard) == augustus
    assert ruimte_in_totaal(toewijzing) == samen


def test_a_removed_start_that_is_stopped_needs_the_stop_removed_first() -> None:
    stop = Stop(TAAKGERICHT, "19", dag("2024-06-30"))
    assert set(regels("WMO305", {}, kennis("WMO305", stops=(stop,)))) == {"TR071"}

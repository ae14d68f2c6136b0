"""What is answered to a message, on every level."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from samendoen.berichten.api import (
    Bericht,
    Bevinding,
    Kennis,
    beoordeel,
    controleer,
    inhoud_van,
    keur_af,
    keur_goed,
    schrijf,
    toets_verkeer,
)
from samendoen.berichten.rules.kennis import Declaratie
from tests.berichten import goud, variant
from tests.berichten.gevallen import P1, TOTAAL
from tests.berichten.kennis import BUDGET, EUROS, HULP, JULI, euros, kennis, prestatie

DAG = date(2024, 6, 5)
MET_RETOUR = ["301", "305", "307", "315", "317", "319"]
CODES = [f"{standaard}{nummer}" for standaard in ("WMO", "JW") for nummer in MET_RETOUR]


def gelezen(code: str) -> Bericht:
    bericht = controleer(goud(code)).bericht
    assert bericht is not None
    return bericht


def codes(bericht: Bericht) -> list[str]:
    return [str(code) for code in bericht.kop.alle("RetourCodes/RetourCode")]


@pytest.mark.parametrize("code", [*CODES, "WMO323", "JW323"])
def test_an_answer_is_itself_a_right_message(code: str) -> None:
    for antwoord in (keur_af(gelezen(code), "R-1", DAG), keur_goed(gelezen(code), "R-2", DAG)):
        controle = controleer(schrijf(antwoord))
        assert controle.bevindingen == ()
        assert controle.soort == gelezen(code).soort.retour


@pytest.mark.parametrize("code", CODES)
def test_a_refusal_is_the_header_with_0001(code: str) -> None:
    antwoord = keur_af(gelezen(code), "R-000907", DAG)
    assert list(antwoord.wortel.delen) == ["Header"]
    assert codes(antwoord) == ["0001"]


@pytest.mark.parametrize("code", CODES)
def test_an_approval_is_the_header_without_codes(code: str) -> None:
    antwoord = keur_goed(gelezen(code), "R-000908", DAG)
    assert list(antwoord.wortel.delen) == ["Header"]
    assert codes(antwoord) == []


def test_the_header_is_copied_and_gets_an_identity_of_its_own() -> None:
    heen, terug = gelezen("WMO305"), keur_af(gelezen("WMO305"), "R-000909", DAG)
    oud, nieuw = dict(inhoud_van(heen.kop)), dict(inhoud_van(terug.kop))
    assert nieuw.pop("BerichtCode") == "419"
    assert nieuw.pop("IdentificatieRetour") == "R-000909"
    assert nieuw.pop("DagtekeningRetour") == "2024-06-05"
    assert nieuw.pop("XsdVersieRetour") == {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
    assert nieuw.pop("RetourCodes") == {"RetourCode": "0001"}
    assert oud.pop("BerichtCode") == "418"
    assert nieuw == oud


def test_an_invoice_is_answered_by_the_other_side() -> None:
    heen, terug = gelezen("WMO323"), keur_af(gelezen("WMO323"), "DA2408", DAG)
    assert (terug.kop.tekst("Afzender"), terug.kop.tekst("Ontvanger")) == ("1961", "41414141")
    assert inhoud_van(terug.kop)["DeclaratieIdentificatie"] == inhoud_van(heen.kop)["BerichtIdentificatie"]
    assert terug.kop.tekst("BerichtIdentificatie/Identificatie") == "DA2408"
    assert codes(terug) == ["0001"]
    assert not terug.wortel.heeft("DeclaratieAntwoord")


def test_an_invoice_without_faults_is_granted_in_full() -> None:
    terug = keur_goed(gelezen("JW323"), "DA2409", DAG)
    assert codes(terug) == ["0200"]
    antwoord = terug.wortel.groep("DeclaratieAntwoord")
    assert antwoord is not None
    assert antwoord.tekst("RetourCodes/RetourCode") == "8001"
    assert antwoord.tekst("DeclaratieNummer") == "D202407"
    assert antwoord.getal("TotaalIngediendBedrag/TotaalBedrag") == 50700
    assert antwoord.getal("TotaalToegekendBedrag/TotaalBedrag") == 50700
    assert not antwoord.heeft("Clienten")


@pytest.mark.parametrize("code", ["WMO302", "WMO320", "JW325"])
def test_nobody_answers_an_answer(code: str) -> None:
    with pytest.raises(ValueError, match=f"{code} has no answer"):
        keur_af(gelezen(code), "R-1", DAG)


# ---- class by class


def antwoord(code: str, weet: Kennis, wijzigingen: dict[str, Any] | None = None) -> Bericht:
    """Return the answer to a variant of a golden message; it is a right message itself."""
    heen = controleer(variant(code, wijzigingen or {})).bericht
    assert heen is not None
    controle = controleer(schrijf(beoordeel(heen, toets_verkeer(heen, weet), "R-910", weet.vandaag)))
    assert controle.bevindingen == ()
    assert controle.bericht is not None
    return controle.bericht


def per_klasse(bericht: Bericht) -> list[tuple[str, list[str]]]:
    """Return the retourcodes of every class in the order of the message."""
    return [
        (groep.naam, [str(code) for code in groep.alle("RetourCodes/RetourCode")])
        for groep in bericht.wortel.loop()
        if groep.heeft("RetourCodes")
    ]


def test_every_class_says_what_is_wrong_or_that_nothing_is() -> None:
    """The example of IV028: a removal of what was never sent."""
    assert per_klasse(antwoord("WMO305", kennis("WMO305", starts=()))) == [
        ("Header", ["0200"]),
        ("Client", ["0200"]),
        ("StartProduct", ["0200"]),
        ("StartProduct", ["9063"]),
    ]


def test_a_class_gets_the_codes_of_all_that_is_wrong() -> None:
    anders = replace(HULP, volume=1, frequentie="6", code="01A02")
    weet = kennis("WMO323", toewijzingen=(anders, EUROS), tarieven=())
    assert ("Prestatie", ["9340", "0611", "9321"]) in per_klasse(antwoord("WMO323", weet))


def test_below_a_refused_class_nothing_was_judged() -> None:
    codes_317 = per_klasse(antwoord("WMO317", kennis("WMO317", toewijzingen=(EUROS,))))
    assert codes_317[:3] == [("Header", ["0200"]), ("Client", ["8187"]), ("Verzoek", ["0233"])]
    assert {tuple(codes) for _naam, codes in codes_317[3:]} == {("0233",)}


def test_a_fault_in_the_header_is_answered_with_the_header_alone() -> None:
    for code in ("WMO305", "WMO323"):
        terug = antwoord(code, replace(kennis(code), gemeente="0344", identificaties=frozenset({"DC2407"})))
        assert list(terug.wortel.delen) == ["Header"]
        assert codes(terug)[-1] == "S300"


def test_a_message_in_which_nothing_is_wrong_is_approved() -> None:
    assert codes(antwoord("WMO315", kennis("WMO315"))) == []
    assert per_klasse(antwoord("WMO323", kennis("WMO323"))) == [
        ("Header", ["0200"]),
        ("DeclaratieAntwoord", ["8001"]),
    ]


def test_an_invoice_lists_what_is_refused_and_grants_the_rest() -> None:
    terug = antwoord("WMO323", kennis("WMO323", toewijzingen=(replace(HULP, code="01A02"), EUROS)))
    assert per_klasse(terug) == [
        ("Header", ["0200"]),
        ("DeclaratieAntwoord", ["0200"]),
        ("Client", ["0200"]),
        ("Prestatie", ["9340"]),
    ]
    assert bedragen(terug) == (50_700, "D", 0, "D")


def bedragen(terug: Bericht) -> tuple[int | None, str, int | None, str]:
    declaratie = terug.wortel.groep("DeclaratieAntwoord")
    assert declaratie is not None
    in_, toe = "TotaalIngediendBedrag", "TotaalToegekendBedrag"
    return (
        declaratie.getal(f"{in_}/TotaalBedrag"),
        declaratie.tekst(f"{in_}/DebetCredit"),
        declaratie.getal(f"{toe}/TotaalBedrag"),
        declaratie.tekst(f"{toe}/DebetCredit"),
    )


def test_what_is_granted_may_be_a_credit() -> None:
    """The household help is refused, and the debit of the euros; the credit of the euros stands."""
    weet = kennis("WMO323", toewijzingen=(replace(HULP, code="01A02"), replace(EUROS, code="07A84")))
    assert bedragen(antwoord("WMO323", weet)) == (50_700, "D", 20_000, "C")


def test_of_a_refused_client_every_line_comes_back_unjudged() -> None:
    terug = antwoord("WMO323", kennis("WMO323", toewijzingen=(HULP, BUDGET)))
    assert per_klasse(terug)[2:] == [("Client", ["8187"]), ("Prestatie", ["0233"]), ("Prestatie", ["0233"])]
    assert bedragen(terug) == (50_700, "D", 50_700, "D")


def test_a_fault_of_the_invoice_itself_grants_nothing() -> None:
    terug = antwoord("WMO323", kennis("WMO323", declaraties=(Declaratie("D202407", *JULI),)))
    assert per_klasse(terug) == [("Header", ["0200"]), ("DeclaratieAntwoord", ["9333"])]
    assert bedragen(terug) == (50_700, "D", 0, "D")


def test_our_answer_to_an_invoice_keeps_the_rules_on_answers() -> None:
    declaratie = Declaratie("D202407", *JULI, "DC2407", date(2024, 8, 5))
    ingediend = (prestatie("P-0001"), euros("P-0002", vorig="O-0077"), euros("P-0003"))
    weet = kennis("WMO325", declaraties=(declaratie,), prestaties=ingediend)
    for toewijzingen in ((HULP,), (replace(HULP, code="01A02"), EUROS)):
        terug = antwoord("WMO323", kennis("WMO323", toewijzingen=toewijzingen))
        assert toets_verkeer(terug, weet) == ()


def test_level_2_comes_first_and_level_1_is_not_answered() -> None:
    heen, fout = gelezen("WMO323"), Bevinding(3, "TR318", "/Bericht/Declaratie", "", "8214")
    terug = beoordeel(heen, [fout, Bevinding(2, "TR358", "/Bericht/Declaratie", "")], "R-1", DAG)
    assert (codes(terug), list(terug.wortel.delen)) == (["0001"], ["Header"])
    with pytest.raises(ValueError, match="level 1"):
        beoordeel(heen, [Bevinding(1, "XSD", "/Bericht", "")], "R-1", DAG)


def test_a_zero_total_of_a_refused_line_stays_debit() -> None:
    nul = {
        f"{P1}/GeleverdVolume": 0,
        f"{P1}/IngediendBedrag/Bedrag": 0,
        TOTAAL: {"TotaalBedrag": 0, "DebetCredit": "D"},
    }
    weet = kennis("WMO323", toewijzingen=(replace(HULP, code="01A02"), EUROS))
    assert bedragen(antwoord("WMO323", weet, nul)) == (0, "D", 0, "D")

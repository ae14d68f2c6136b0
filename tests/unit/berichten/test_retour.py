"""What is answered to a message after levels 1 and 2."""

from datetime import date

import pytest

from samendoen.berichten.api import Bericht, controleer, inhoud_van, keur_af, keur_goed, schrijf
from tests.berichten import goud

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

"""Where a request stands: every transition, what grants it, and the fold of its events."""

from datetime import date

import pytest

from samendoen.berichten.events import (
    VerzoekAfgewezen,
    VerzoekInOnderzoek,
    VerzoekOntvangen,
    VerzoekToegewezen,
)
from samendoen.berichten.models import AFWIJSREDENEN, VERZOEKSTATUSSEN
from samendoen.berichten.rules.antwoordbericht import Antwoordbericht
from samendoen.berichten.rules.inhoud import toets
from samendoen.berichten.rules.tabellen import CODES
from samendoen.berichten.rules.verzoekstand import (
    LOOPT,
    VERZOEK_OVERGANGEN,
    Gevraagd,
    Toegekend,
    Verzoekstatus,
    past,
    vouw_verzoek,
)
from samendoen.kernel.api import Gebeurtenissoort
from tests.berichtmaker import goud, waarde

DAG = date(2024, 6, 3)
NIEUW = Toegekend(7, "01", "01A01", "2024-12-31", nieuw=True)


def test_a_request_that_is_answered_for_good_goes_nowhere_any_more() -> None:
    assert VERZOEK_OVERGANGEN.keys() == VERZOEKSTATUSSEN.keys() == set(Verzoekstatus)
    assert {Verzoekstatus.ONTVANGEN, Verzoekstatus.IN_ONDERZOEK} == LOOPT
    assert "neem_in_onderzoek" not in VERZOEK_OVERGANGEN[Verzoekstatus.IN_ONDERZOEK]


def test_every_reason_of_the_standard_has_words() -> None:
    assert list(AFWIJSREDENEN) == CODES["WJ759"].split()


@pytest.mark.parametrize(
    ("gevraagd", "toegekend", "graad"),
    [
        (Gevraagd("01", "01A01"), NIEUW, 3),
        (Gevraagd("01", ""), NIEUW, 2),
        (Gevraagd("", ""), NIEUW, 1),
        (Gevraagd("01", "01A02"), NIEUW, 0),
        (Gevraagd("02", "01A01"), NIEUW, 0),
        (Gevraagd("01", "01A01", 7, "2024-12-31"), Toegekend(7, "01", "01A01", "2024-12-31", False), 3),
        (Gevraagd("01", "01A01", 7, "2025-06-30"), Toegekend(7, "01", "01A01", "2024-12-31", False), 0),
        (Gevraagd("01", "01A01", 8, "2024-12-31"), Toegekend(7, "01", "01A01", "2024-12-31", False), 0),
        (Gevraagd("01", "01A01", 8, "2025-06-30"), NIEUW, 3),
    ],
)
def test_the_closest_product_grants_a_request(gevraagd: Gevraagd, toegekend: Toegekend, graad: int) -> None:
    assert past(gevraagd, toegekend) == graad


def test_a_product_says_what_is_asked_and_an_assignment_of_what() -> None:
    [nieuw, budget] = waarde(goud("WMO315")).wortel.groepen("Client/AangevraagdeProducten/AangevraagdProduct")
    assert Gevraagd.uit(nieuw, {}) == Gevraagd("01", "01A01", None, "2025-06-08")
    assert Gevraagd.uit(budget, {}) == Gevraagd("02", "", None, "2024-12-31")
    pad = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct"
    [wijziging] = waarde(goud("WMO317")).wortel.groepen(pad)
    gevraagd = Gevraagd.uit(wijziging, {100001: ("01", "01A01")})
    assert gevraagd == Gevraagd("01", "01A01", 100001, "2025-06-08")


def test_the_fold_follows_a_request_to_its_end() -> None:
    ontvangen = VerzoekOntvangen(
        berichtsoort="wmo315", aanbieder="41414141", bericht=1, melding=2, toewijzingen=()
    )
    onderzoek, af = VerzoekInOnderzoek(antwoord=3), VerzoekAfgewezen(antwoord=4, reden="7")
    toe = VerzoekToegewezen(toewijzingen=(9,))
    gang: list[list[Gebeurtenissoort]] = [
        [ontvangen],
        [ontvangen, onderzoek],
        [ontvangen, onderzoek, af],
        [ontvangen, onderzoek, toe],
    ]
    standen = [vouw_verzoek((DAG, g) for g in (ontvangen, *deel)) for deel in gang]
    assert [(s.status, s.antwoord, s.reden, s.toewijzingen) for s in standen if s] == [
        ("ontvangen", None, "", ()),
        ("in_onderzoek", 3, "", ()),
        ("afgewezen", 4, "7", ()),
        ("toegewezen", 3, "", (9,)),
    ]
    assert vouw_verzoek([]) is None
    assert vouw_verzoek([(DAG, af)]) is None


def test_an_answer_equals_the_golden_one_and_passes_its_own_rules() -> None:
    eigen = Antwoordbericht("jw", "0331", "73737373", "VOT-2024-0008", "1", "8", "0344")
    assert eigen.maak("AN24-21", DAG).wortel == waarde(goud("JW319")).wortel
    assert toets(Antwoordbericht("wmo", "1961", "41414141", "V1", "2").maak("1", DAG)) == ()
    assert [b.regel for b in toets(Antwoordbericht("wmo", "1961", "41414141", "V1", "1").maak("1", DAG))] == [
        "CD085"
    ]

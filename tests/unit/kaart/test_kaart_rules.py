"""What is found by which words, and the fold of an offer's events; without a database."""

from datetime import date

import pytest

from samendoen.kaart.events import (
    AanbodGemaakt,
    AanbodGestopt,
    AanbodGewijzigd,
    AanbodHervat,
    OrganisatieGemaakt,
)
from samendoen.kaart.rules import AANBOD_OVERGANGEN, AanbodStand, Aanbodstatus, normaal, vouw, woorden

EEN, TWEE = date(2024, 1, 1), date(2024, 2, 1)


@pytest.mark.parametrize(
    ("tekst", "gezocht"),
    [
        ("Café De Brug", "cafe de brug"),
        ("Geld- en Regelzaken!", "geld en regelzaken"),
        ("  65+  ", "65"),
        ("", ""),
    ],
)
def test_a_text_is_searched_without_case_accents_and_signs(tekst: str, gezocht: str) -> None:
    assert normaal(tekst) == gezocht


def test_words_count_once_the_longest_first_and_at_most_eight() -> None:
    assert woorden("hulp bij hulp bij geld") == ["geld", "hulp", "bij"]
    assert woorden(" %_ ") == []
    assert len(woorden(" ".join(f"woord{n}" for n in range(20)))) == 8


def test_an_offer_folds_into_how_it_stands() -> None:
    gemaakt = AanbodGemaakt(organisatie=3, niveau="algemeen")
    assert vouw([]) is None
    assert vouw([(EEN, OrganisatieGemaakt())]) is None
    assert vouw([(EEN, gemaakt)]) == AanbodStand(3, "algemeen")
    gewijzigd = [(EEN, gemaakt), (TWEE, AanbodGewijzigd(niveau="netwerk"))]
    assert vouw(gewijzigd) == AanbodStand(3, "netwerk")
    gestopt = [*gewijzigd, (TWEE, AanbodGestopt())]
    assert vouw(gestopt) == AanbodStand(3, "netwerk", Aanbodstatus.GESTOPT, TWEE)
    assert vouw([*gestopt, (TWEE, AanbodHervat())]) == AanbodStand(3, "netwerk")


def test_an_offer_runs_or_has_stopped() -> None:
    assert AANBOD_OVERGANGEN == {
        Aanbodstatus.LOOPT: {"stop": Aanbodstatus.GESTOPT},
        Aanbodstatus.GESTOPT: {"hervat": Aanbodstatus.LOOPT},
    }

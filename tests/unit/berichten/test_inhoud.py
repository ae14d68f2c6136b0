"""Level 2: of every rule, at every place where it holds, a message that passes and one that is refused.

A rule that has no such pair does not count as implemented.
"""

import re
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.berichten.api import SOORTEN, maak
from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.inhoud import ALLE_REGELS as REGELS
from samendoen.berichten.rules.regels import Bij, Plek
from samendoen.berichten.rules.technisch import Gepland, botst, geen_stapeling_aangevraagd
from samendoen.berichten.xml.controleren import controleer
from tests.berichten import variant
from tests.berichten.alle_gevallen import GEVALLEN
from tests.berichten.gevallen import PER_MAAND, T1, T2, Geval


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_a_message_that_keeps_the_rule_is_accepted(geval: Geval) -> None:
    assert controleer(variant(geval.soort, geval.goed)).bevindingen == ()


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_a_message_that_breaks_the_rule_is_refused_there_and_told_what_to_do(geval: Geval) -> None:
    bevindingen = controleer(variant(geval.soort, geval.fout)).bevindingen
    assert Bevinding(2, geval.regel, geval.pad, REGELS[geval.regel].zin) in bevindingen
    assert {b.regel for b in bevindingen} <= {geval.regel} | geval.ook


def raakt(geval: Geval, plek: Plek) -> bool:
    """Tell whether a case is about this place of its rule."""
    pad = re.sub(r"\[[0-9]+\]", "", geval.pad) + "/"
    bericht = geval.soort.endswith(plek.nummer) and geval.soort.lower().startswith(plek.standaard)
    return bericht and f"/{plek.klasse}/" in pad and pad.endswith(f"{plek.element}/")


@pytest.mark.parametrize("code", sorted(REGELS))
def test_every_place_of_every_rule_has_its_pair(code: str) -> None:
    eigen = [geval for geval in GEVALLEN if geval.regel == code]
    assert [plek for plek in REGELS[code].plekken if not any(raakt(g, plek) for g in eigen)] == []


def regels(code: str, wijzigingen: dict[str, Any]) -> set[str]:
    """Return the rules that a variant of a golden message breaks."""
    return {bevinding.regel for bevinding in controleer(variant(code, wijzigingen)).bevindingen}


SPECIFIEK = {f"{T2}/Budget": None, f"{T2}/Omvang": PER_MAAND}


@pytest.mark.parametrize(
    ("code", "wijzigingen", "gebroken"),
    [
        ("WMO301", {f"{T2}/Product": {"Categorie": "01", "Code": "01A02"}} | SPECIFIEK, set()),
        ("WMO301", {f"{T2}/Product": {"Categorie": "01", "Code": "01A01"}} | SPECIFIEK, {"TR302"}),
        ("WMO301", {f"{T1}/Product/Categorie": "11", f"{T2}/Product/Categorie": "11"}, set()),
        ("WMO301", {f"{T2}/Product": None}, {"TR302"}),
        ("WMO301", {f"{T2}/Product": None, f"{T1}/Product/Categorie": "14"}, set()),
        ("JW301", {f"{T1}/Product/Categorie": "31", f"{T2}/Product/Categorie": "31"}, {"TR302"}),
        ("JW301", {f"{T2}/Product": None}, {"TR302"}),
    ],
)
def test_equal_products_do_not_overlap_but_for_aids_of_the_wmo(
    code: str, wijzigingen: dict[str, Any], gebroken: set[str]
) -> None:
    assert regels(code, wijzigingen) == gebroken


_DAGEN = st.integers(0, 12).map(lambda dag: date(2024, 6, 1) + timedelta(days=dag))
_PRODUCT = st.sampled_from([("", ""), ("01", ""), ("01", "A"), ("01", "B"), ("02", "A"), ("11", "A")])


@settings(max_examples=60, deadline=None)
@given(rij=st.lists(st.tuples(_PRODUCT, _DAGEN, st.one_of(st.none(), st.integers(0, 5))), max_size=6))
def test_products_are_found_to_overlap_exactly_when_two_of_them_do(rij: list[Any]) -> None:
    """The rule goes through them once, from day to day; here every pair is compared."""
    plannen = [
        Gepland(categorie, code, van, None if dagen is None else van + timedelta(days=dagen))
        for (categorie, code), van, dagen in rij
    ]
    inhoud: list[Any] = [
        {
            "ReferentieAanbieder": str(nummer),
            "Product": {"Categorie": plan.categorie, "Code": plan.code or None} if plan.categorie else None,
            "ToewijzingIngangsdatum": plan.van,
            "ToewijzingEinddatum": plan.tot,
        }
        for nummer, plan in enumerate(plannen)
    ]
    bericht = maak(SOORTEN["WMO315"], {"Client": {"AangevraagdeProducten": {"AangevraagdProduct": inhoud}}})
    [producten] = bericht.wortel.groepen("Client/AangevraagdeProducten")
    gevonden = list(geen_stapeling_aangevraagd(producten, Bij("", date(2024, 6, 1), "wmo")))
    assert bool(gevonden) == any(botst(een, ander, "wmo") for een, ander in combinations(plannen, 2))


def test_an_unknown_date_of_birth_is_not_too_long_ago() -> None:
    onbekend = {"Client/Geboortedatum": {"Datum": "1900-01-01", "DatumGebruik": "3"}}
    assert regels("WMO305", onbekend) == set()
    assert regels("WMO305", {"Client/Geboortedatum": {"Datum": "1900-01-01"}}) == {"TR002"}


def test_a_birth_on_the_29th_of_february_is_compared_with_a_year_that_has_none() -> None:
    dag = {"Header/BerichtIdentificatie/Dagtekening": "2020-02-29"}
    assert "TR002" not in regels("WMO305", dag | {"Client/Geboortedatum": {"Datum": "1900-02-28"}})
    assert "TR002" in regels("WMO305", dag | {"Client/Geboortedatum": {"Datum": "1900-02-27"}})


def test_some_rules_hold_for_the_youth_act_only() -> None:
    organisatie = {"Client/Naam/NaamGebruik": "6", "Client/Naam/Partnernaam": None}
    assert (regels("WMO301", organisatie), regels("JW301", organisatie)) == (set(), {"CS318"})
    woonplaats = {"Antwoord/RedenAfwijzingVerzoek": "8"}
    assert regels("WMO319", woonplaats) == set()


def test_an_answer_is_held_against_its_form_only() -> None:
    """The rules are about what was sent; an answer repeats it, faults and all (IV028)."""
    assert regels("WMO306", {"Client/Bsn": "999990018"}) == set()

"""Sums, what does not add up, and lights: on values alone."""

from datetime import date

import pytest

from samendoen.beleid.rules import (
    Aspect,
    Bedragen,
    Kleur,
    Licht,
    Mutatie,
    Soort,
    Vermoeden,
    controleer,
    tel_op,
    vermoed,
    voorbeeldkleur,
    vouw,
    zwaarste,
)

# Design 07, table 2, in euros: charges, income, named balance, I or S.
LOPIK = {
    "Wmo budgetten": (-233_486, 0, -233_486, "I"),
    "Jeugd budgetten": (-473_964, 0, -473_964, "I"),
    "MBO-bijdrage": (-18_319, 0, -18_319, "S"),
    "Lekdijk West": (-110_000, 110_000, 0, "I"),
    "Meldpunt Bezorgd": (-10_473, 0, -10_473, "S"),
    "Energiekosten": (-10_344, 10_344, 0, "S"),
    "Brede Spuk": (-169_143, 169_143, 0, "I"),
}
TOTAAL = Bedragen(-1_025_729_00, 289_487_00, -736_242_00)


def mutaties() -> list[Mutatie]:
    """Return Lopik's table."""
    return [
        Mutatie(naam, lasten * 100, baten * 100, None, Soort(soort))
        for naam, (lasten, baten, _saldo, soort) in LOPIK.items()
    ]


def test_the_totals_of_lopik_are_computed() -> None:
    assert tel_op(mutaties()) == TOTAAL


def test_no_lines_add_up_to_nothing() -> None:
    assert tel_op([]) == Bedragen(0, 0, 0)


def test_totals_that_are_named_right_give_no_finding() -> None:
    assert controleer("tabel", mutaties(), TOTAAL) == []


def test_a_structural_line_that_calls_itself_one_off_is_found() -> None:
    mbo = Mutatie("MBO", -100, 0, -100, Soort.STRUCTUREEL, "Incidentele bijdrage aan de buren.")
    [gevonden] = controleer("tabel", [mbo], None)
    assert (gevonden.onderwerp, gevonden.genoemd, gevonden.berekend) == ("soort", "S", "I")
    assert gevonden.verschil is None


@pytest.mark.parametrize("tekst", ["Elk jaar.", "Een coincidentele zaak.", ""])
def test_a_structural_line_without_that_word_is_fine(tekst: str) -> None:
    assert controleer("t", [Mutatie("x", -1, 0, None, Soort.STRUCTUREEL, tekst)], None) == []


def test_a_balance_that_is_named_wrong_is_found() -> None:
    [gevonden] = controleer("t", [Mutatie("x", -110_000, 10_000, 0, Soort.INCIDENTEEL)], None)
    assert (gevonden.regel, gevonden.onderwerp, gevonden.verschil) == ("x", "saldo", 100_000)


def test_a_wrong_named_total_gives_the_difference_and_the_culprit() -> None:
    zonder_mbo = Bedragen(TOTAAL.lasten + 18_319_00, TOTAAL.baten, TOTAAL.saldo + 18_319_00)
    gevonden = controleer("t", mutaties(), zonder_mbo)
    assert [(b.onderwerp, b.verschil, b.vermoeden, b.bij) for b in gevonden] == [
        ("lasten", 18_319_00, Vermoeden.WEGGELATEN, "MBO-bijdrage"),
        ("saldo", 18_319_00, Vermoeden.WEGGELATEN, "MBO-bijdrage"),
    ]


@pytest.mark.parametrize(
    ("genoemd", "regels", "wat", "bij"),
    [
        (30_00, {"a": 10_00, "b": 20_00, "c": 7_00}, Vermoeden.WEGGELATEN, "c"),
        (44_00, {"a": 10_00, "b": 20_00, "c": 7_00}, Vermoeden.DUBBEL, "c"),
        (23_00, {"a": 10_00, "b": 20_00, "c": 7_00}, Vermoeden.TEKEN, "c"),
        (73_00, {"a": 34_00, "b": 30_00}, Vermoeden.VERWISSELD, "a"),
        # Lansingerland: a printed 10 that must have been 110.
        (741_00, {"b": 10_00, "c": 631_00}, Vermoeden.CIJFER_TE_VEEL, "b"),
        # Vijfheerenlanden: 2697, of which the 7 is the mark of a footnote.
        (269_7_00, {"a": 269_00}, Vermoeden.CIJFER_TE_VEEL, "a"),
        (68_00, {"a": 34_00, "b": 30_00}, Vermoeden.ANDER_CIJFER, ""),
        # Two lines that could each have got one more digit: it points at none of them.
        (825_00, {"a": 84_00, "b": 10_00, "c": 631_00}, Vermoeden.CIJFER_TE_VEEL, ""),
        (3_01, {"a": 1_50, "b": 1_50}, Vermoeden.AFRONDING, ""),
        (1_000_000_00, {"a": 1_00, "b": 2_00}, Vermoeden.GEEN, ""),
    ],
)
def test_the_likely_culprit(genoemd: int, regels: dict[str, int], wat: Vermoeden, bij: str) -> None:
    assert vermoed(genoemd, regels) == (wat, bij)


def licht(kleur: Kleur, dag: int, aspect: Aspect = Aspect.TIJD) -> Licht:
    return Licht(aspect, kleur, date(2025, 1, dag), False)


def test_a_later_day_beats_an_earlier_one_whatever_the_order_of_setting() -> None:
    stand = vouw([licht(Kleur.ROOD, 9), licht(Kleur.GROEN, 3)])
    assert stand[Aspect.TIJD].kleur is Kleur.ROOD


def test_of_one_day_the_last_that_was_set_counts() -> None:
    stand = vouw([licht(Kleur.ROOD, 3), licht(Kleur.GROEN, 3)])
    assert stand[Aspect.TIJD].kleur is Kleur.GROEN


def test_the_stand_of_a_day_knows_nothing_of_later_ones() -> None:
    stand = vouw([licht(Kleur.GROEN, 3), licht(Kleur.ROOD, 9)], date(2025, 1, 8))
    assert stand[Aspect.TIJD].kleur is Kleur.GROEN
    assert vouw([licht(Kleur.ROOD, 9)], date(2025, 1, 8)) == {}


@pytest.mark.parametrize(
    ("kleuren", "verwacht"),
    [
        ([], Kleur.ONBEKEND),
        ([Kleur.GROEN, Kleur.ONBEKEND], Kleur.GROEN),
        ([Kleur.GROEN, Kleur.ROOD, Kleur.ORANJE], Kleur.ROOD),
    ],
)
def test_the_light_that_asks_most_attention(kleuren: list[Kleur], verwacht: Kleur) -> None:
    assert zwaarste(kleuren) is verwacht


def test_a_made_up_light_is_always_the_same() -> None:
    assert voorbeeldkleur("mbo", Aspect.TIJD) is voorbeeldkleur("mbo", Aspect.TIJD)
    assert {voorbeeldkleur(f"a{n}", Aspect.TIJD) for n in range(50)} == set(Kleur) - {Kleur.ONBEKEND}

"""The letter of a change says what changes, from when, why and how to object: to the right person."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from samendoen.besluiten.queries.brieftekst import Toegekend
from samendoen.besluiten.queries.wijzigingstekst import Wijzigingtekst, maak_wijzigingsbrief
from samendoen.besluiten.rules.wijziging import Reden, Verandering
from samendoen.schil.api import brief_als_json, brief_pdf, brief_uit_json
from tests.unit.besluiten.test_brieftekst import GEGEVENS as GEWOON
from tests.unit.besluiten.test_brieftekst import JEUGD, woorden

GEGEVENS = replace(GEWOON, bevinding="", niet_lichter="", motivering="U kunt het nog niet zelf.")
WAS = Toegekend(
    Decimal(3), "uur", "per_week", date(2024, 6, 10), date(2025, 6, 9), "zin", 0, "Thuishulp Lingehand"
)
LANGER = Wijzigingtekst(
    Verandering.VERLENGING, "nog_nodig", date(2025, 6, 9), date(2024, 6, 3), False, WAS,
    replace(WAS, tot=date(2025, 12, 8)),
)  # fmt: skip
MEER = Wijzigingtekst(
    Verandering.WIJZIGING, "meer_of_minder", date(2024, 10, 1), date(2024, 6, 3), False, WAS,
    replace(WAS, van=date(2024, 10, 1), omvang=Decimal(5)),
)  # fmt: skip
EINDE = Wijzigingtekst(
    Verandering.BEEINDIGING, "doel_bereikt", date(2024, 10, 1), date(2024, 6, 3), False, WAS
)
BEEINDIGD = replace(GEGEVENS, uitkomst="beeindigd")
PGB = replace(WAS, vorm="pgb", aanbieder="", bedrag_eurocent=120000)


@pytest.mark.parametrize(
    ("gegevens", "wat", "zinnen"),
    [
        (
            GEGEVENS,
            LANGER,
            (
                "Hulp bij het huishouden gaat door", "U houdt hulp bij het huishouden.",
                "tot en met 7 december 2025", "Op 3 juni 2024 kreeg u van ons een besluit",
                "U kunt het nog niet zelf.", "weten dat de hulp doorgaat",
                "bezwaar maken", "blijft gelden", "€\u00a020,60 per maand",
            ),
        ),
        (
            replace(GEGEVENS, uitkomst="gedeeltelijk"),
            replace(LANGER, gevraagd=True),
            ("Wij keuren uw aanvraag voor een deel goed Beste", "vroeg u ons om die hulp te verlengen"),
        ),
        (
            replace(GEGEVENS, uitkomst="afgewezen"),
            replace(LANGER, gevraagd=True, wordt=None, reden=""),
            ("Wij verlengen hulp bij het huishouden niet", "De laatste dag is 8 juni 2025."),
        ),
        (
            GEGEVENS,
            MEER,
            (
                "Hulp bij het huishouden verandert", "Tot en met 30 september 2024: 3 uur per week",
                "Vanaf 1 oktober 2024: 5 uur per week, van Thuishulp Lingehand",
                "Wij laten Thuishulp Lingehand weten wat er verandert.",
            ),
        ),
        (
            replace(GEGEVENS, uitkomst="afgewezen"),
            replace(MEER, gevraagd=True, wordt=None, reden=""),
            ("Wij veranderen hulp bij het huishouden niet", "te veranderen", "blijft zoals hij is"),
        ),
        (
            GEGEVENS,
            replace(MEER, reden="andere_aanbieder", wordt=replace(WAS, aanbieder="Zorg Zuid")),
            ("Zorg Zuid neemt contact met u op.", "Thuishulp Lingehand weten dat de hulp daar stopt."),
        ),
        (
            GEGEVENS,
            replace(MEER, reden="andere_vorm", wordt=PGB),
            ("persoonsgebonden budget (pgb)", "Ten hoogste €\u00a01.200,00", "zorgovereenkomst"),
        ),
        (
            BEEINDIGD,
            EINDE,
            (
                "Hulp bij het huishouden stopt", "De laatste dag is 30 september 2024.",
                "Het doel van de hulp is bereikt.", "weten dat de hulp stopt", "Voor deze hulp stopt die.",
            ),
        ),
        (BEEINDIGD, replace(EINDE, was=PGB), ("Zeg de zorgovereenkomst op",)),
        (BEEINDIGD, replace(EINDE, per=date(2024, 6, 10)), ("De hulp gaat niet door.",)),
        (
            BEEINDIGD,
            replace(EINDE, reden="verhuizing", naar="Utrecht"),
            ("U verhuist naar de gemeente Utrecht.", "haar eigen inwoners", "aan bij de gemeente Utrecht"),
        ),
        (
            replace(JEUGD, uitkomst="beeindigd"),
            replace(EINDE, reden="verhuizing", naar="Utrecht"),
            ("Sem Bakker verhuist", "woonplaatsbeginsel", "Beste ouder(s) of verzorger(s),"),
        ),
    ],
)  # fmt: skip
def test_a_letter_says_what_changes(gegevens: object, wat: Wijzigingtekst, zinnen: tuple[str, ...]) -> None:
    brief = maak_wijzigingsbrief(gegevens, wat)  # type: ignore[arg-type]
    tekst = woorden(brief)
    for zin in zinnen:
        assert zin in tekst, (zin, tekst)
    assert brief_uit_json(brief_als_json(brief)) == brief


def test_after_a_death_the_family_reads_it() -> None:
    brief = maak_wijzigingsbrief(BEEINDIGD, replace(EINDE, reden="overlijden"))
    assert brief.aan == ("De nabestaanden van Aisha de Boer",)
    assert brief.aanhef == "Beste nabestaanden van Aisha de Boer,"
    tekst = woorden(brief)
    assert "Wij wensen u veel sterkte." in tekst
    assert "later weer hulp" not in tekst
    assert brief_pdf(brief).startswith(b"%PDF")


@pytest.mark.parametrize("reden", Reden)
def test_every_reason_has_a_sentence(reden: Reden) -> None:
    assert woorden(maak_wijzigingsbrief(BEEINDIGD, replace(EINDE, reden=reden.value, naar="Utrecht")))

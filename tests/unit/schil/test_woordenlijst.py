"""The glossary: complete, sorted, resting on real articles, and its page up to date."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from samendoen.schil.woordenlijst import (
    Soort,
    Woord,
    Woordenlijst,
    als_markdown,
    main,
    sorteersleutel,
    woordenlijst,
)

WORTEL = Path(__file__).resolve().parents[3]

MODELLEN = [
    *("Taak", "Termijn", "Vandaag"),
    *("Inwoner", "Huishouden", "Gezinslid", "Relatie", "Gezag", "Toestemming"),
    *("Organisatie", "Locatie", "Aanbod", "Spreekuur"),
    *("Melding", "Triage", "Wachtlijst", "Signaal"),
    *(
        "Casus",
        "Onderzoek",
        "Plan",
        "Doel",
        "Actie",
        "Evaluatie",
        "Veiligheid",
        "ErOpAf",
        "Overdracht",
        "Overleg",
    ),
    *("Product", "Aanbieder", "Tarief", "Aanvraag", "Besluit", "Voorziening", "Toewijzing", "Levering"),
    *("Declaratie", "Bezwaar", "Klacht", "Doorbraakbudget"),
    *("Gebruiker", "Gebeurtenis", "GebeurtenisInhoud", "Dossier", "Inzagerecht", "Inzagelog", "Zoekregel"),
    *("Gemeente", "Team", "Medewerker", "Rol", "Mandaat", "Afwezigheid", "Capaciteit"),
    *("Feit", "Indicator", "Momentopname", "Onthulling"),
    *("Beleidsplan", "Thema", "Doelstelling", "Activiteit", "Verhaal", "Budget", "Mutatie", "Rapportage"),
    *("Initiatief", "Subsidie", "Vrijwilliger", "Ervaringsonderzoek"),
]

ARTIKELEN = {
    "Atw": {"", "1 lid 1", "3 lid 1", "3 lid 3"},
    "Awb": {"4:13", "4:15 lid 1", "4:17", "6:7", "6:8", "7:10", "9:11"},
    "Wmo 2015": {
        *("", "2.1.4a", "2.3.2 lid 1", "2.3.2 lid 2", "2.3.2 lid 3", "2.3.2 lid 4", "2.3.2 lid 8"),
        *("2.3.2 lid 9", "2.3.3", "2.3.5 lid 2", "2.3.6", "2.3.9", "2.5.1", "5.3.4", "5.3.5"),
    },
    "Jeugdwet": {"", "1.1", "2.6 lid 1 onder e", "4.1.2", "4.1.3 lid 5", "4.1.7", "7.3.4"},
    "Wgs": {"3 lid 1 onder b", "4 lid 1"},
    "Wvggz": {"5:2 lid 2"},
    "AVG": {"12 lid 3", "17"},
    "BABW": {"49"},
}
"""The articles this project checked; a word may rest on no other before it is checked too."""

GRONDSLAG_PER_SOORT = {
    Soort.STANDAARD: r"^(GGM 2\.5\.1: |iWmo en iJw 3\.2: |ggk0210 2\.1: |Open Referral HSDS 3: |Elfproef )",
    Soort.PRAKTIJK: r"^(Uitvoeringskader Vijfheerenlanden 2024|Beleidsplan Lopik 2020|Voortgang Lopik 2025"
    r"|Nota Utrechtse Heuvelrug 2020|Evaluatie Lansingerland 2020), ",
    Soort.EIGEN: r"^Eigen begrip van Samendoen$",
}


def woord(term: str, **velden: Any) -> dict[str, Any]:
    basis = {
        "term": term,
        "engels": "word",
        "soort": Soort.EIGEN,
        "grondslag": "Eigen begrip van Samendoen",
        "context": "kernel",
        "uitleg": "Een woord.",
        "uitleg_engels": "A word.",
    }
    return basis | velden


def test_there_are_enough_words() -> None:
    assert len(woordenlijst()) >= 90


@pytest.mark.parametrize("model", MODELLEN)
def test_every_model_noun_is_in_it(model: str) -> None:
    assert model in {woord.term for woord in woordenlijst()}


def test_words_are_sorted_and_occur_once() -> None:
    sleutels = [sorteersleutel(woord.term) for woord in woordenlijst()]
    assert sleutels == sorted(set(sleutels))


def test_every_reference_leads_to_a_word() -> None:
    termen = {woord.term for woord in woordenlijst()}
    assert [ander for woord in woordenlijst() for ander in woord.zie_ook if ander not in termen] == []


@pytest.mark.parametrize("bekeken", woordenlijst(), ids=lambda woord: woord.anker)
def test_every_word_rests_on_something_real(bekeken: Woord) -> None:
    if bekeken.soort is not Soort.WET:
        assert re.search(GRONDSLAG_PER_SOORT[bekeken.soort], bekeken.grondslag)
        return
    wet, _, artikel = bekeken.grondslag.partition(" art. ")
    assert artikel in ARTIKELEN[wet]


@pytest.mark.parametrize("bekeken", woordenlijst(), ids=lambda woord: woord.anker)
def test_every_explanation_is_plain_dutch(bekeken: Woord) -> None:
    zinnen = [zin for zin in re.split(r"(?<=[.?])\s+", bekeken.uitleg) if zin]

    assert bekeken.uitleg.endswith(".")
    assert max(len(zin.split()) for zin in zinnen) <= 28
    assert not re.search(r"\b(indien|teneinde|middels|betreffende|alsmede|dienen te)\b", bekeken.uitleg)


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ([woord("Beta"), woord("Alfa")], "niet op volgorde: Alfa hoort vóór Beta"),
        ([woord("Alfa"), woord("alfa")], "woord staat er meer dan één keer in: alfa"),
        ([woord("Alfa", zie_ook=("Beta",))], "zie_ook bestaat niet in dit bestand: Beta"),
        ([woord("Alfa", zie_ook=("Alfa",))], "Alfa verwijst naar zichzelf"),
        ([woord("Alfa", context="utils")], "context"),
    ],
)
def test_a_list_that_is_wrong_is_refused(woorden: list[dict[str, Any]], zin: str) -> None:
    with pytest.raises(ValidationError, match=zin):
        Woordenlijst.model_validate({"woord": woorden})


def test_accents_and_capitals_do_not_change_the_order() -> None:
    assert sorteersleutel("Cliëntondersteuning") == "clientondersteuning"


def test_the_page_in_docs_is_up_to_date() -> None:
    pagina = (WORTEL / "docs" / "woordenlijst.md").read_text(encoding="utf-8")
    assert pagina == als_markdown(woordenlijst()), (
        "Run: python -m samendoen.schil.woordenlijst docs/woordenlijst.md"
    )


def test_the_page_has_a_row_and_a_section_per_word() -> None:
    pagina = als_markdown(woordenlijst())
    for bekeken in woordenlijst():
        assert f"| [{bekeken.term}](#{bekeken.anker}) | {bekeken.engels} |" in pagina
        assert f'<a id="{bekeken.anker}"></a>\n## {bekeken.term}\n\n{bekeken.uitleg}\n' in pagina


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    uit = tmp_path / "woordenlijst.md"

    assert main([str(uit)]) == 0
    assert uit.read_text(encoding="utf-8") == als_markdown(woordenlijst())


def test_the_command_explains_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("Gebruik:")

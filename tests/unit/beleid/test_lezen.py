"""Reading documents: everything is found, in whatever file and order, and nothing is dropped."""

import random
import zipfile
from collections import Counter
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samendoen.beleid.definities import plandefinitie
from samendoen.beleid.queries.document import lees_inhoud
from samendoen.beleid.queries.leesuitvoer import als_document, samenvatting, telling
from samendoen.beleid.rules.bron import Deel, Stuk, Tabelrij, tekens, tekst
from samendoen.beleid.rules.document import Gelezen, controleer_document, lees
from samendoen.cijfers.api import vergelijk_delen
from samendoen.kernel.api import Domeinfout
from tests.unit.beleid.documenten import (
    ACCENTEN,
    UITLEG,
    Vak,
    als_docx,
    als_pdf,
    als_tekst,
    gelezen_pdf,
    voortgang,
)

LOPIK = [
    tuple(" ".join(woorden.split()) for woorden in (a.titel, a.resultaat, a.verantwoording, f"{d.titel}."))
    for d in (d for thema in plandefinitie("lopik")[0].onderdeel[1].thema for d in thema.doel)
    for a in d.activiteit
]


def uit_tekst(inhoud: str | bytes) -> tuple[Deel, ...]:
    """Return the pieces of a text."""
    return lees_inhoud("document.txt", inhoud.encode() if isinstance(inhoud, str) else inhoud)


def in_vorm(vorm: str) -> tuple[Deel, ...]:
    """Return the report as text, as Word or as PDF, in pieces."""
    if vorm == "pdf":
        return gelezen_pdf()
    if vorm == "docx":
        return lees_inhoud("voortgang.docx", als_docx(voortgang()))
    return uit_tekst(als_tekst(voortgang()))


def gevonden(gelezen: Gelezen) -> Counter[tuple[str, str, str, str]]:
    """Return every activity that was read, with its result, its account and its goal."""
    assert gelezen.voortgang
    return Counter(
        (tekst(a.titel), tekst(a.resultaat), tekst(a.verantwoording), tekst(d.titel))
        for d in gelezen.voortgang.doelen
        for a in d.activiteiten
    )


def compleet(delen: tuple[Deel, ...], gelezen: Gelezen) -> bool:
    """Return whether every character of a document has a place or is listed, and none twice."""
    return tekens(delen) == tekens((gelezen.geplaatst, gelezen.niet_geplaatst))


@pytest.mark.parametrize("vorm", ["tekst", "docx", "pdf"])
def test_every_goal_activity_result_and_account_is_found(vorm: str) -> None:
    """Counted by hand in Lopik's document of 2025 (programme 3): 7 goals; 2 + 5 + 5 + 3 + 3 + 3 + 9 = 30
    activities; 30 results, 30 accounts, 3 x 30 = 90 lights, all pictures; 7 changes of the budget and a total
    of -1.025.729 / 289.487 / -736.242. The same document, in our own words, is read here."""
    delen = in_vorm(vorm)
    gelezen = lees(delen)
    assert telling(gelezen) == {
        "doelen": 7,
        "accenten": 0,
        "activiteiten": 30,
        "resultaten": 30,
        "lichten": 90,
        "verantwoordingen": 30,
        "mutaties": 7,
        "niet_geplaatst": 0,
    }
    assert gelezen.voortgang
    assert gelezen.voortgang.jaar == 2025
    assert [len(d.activiteiten) for d in gelezen.voortgang.doelen] == [2, 5, 5, 3, 3, 3, 9]
    assert compleet(delen, gelezen)
    if vorm != "pdf":  # A PDF breaks words and changes quotes.
        assert gevonden(gelezen) == Counter(LOPIK)


@pytest.mark.parametrize("vorm", ["tekst", "docx", "pdf"])
def test_the_mutation_table_is_equal_to_the_cent(vorm: str) -> None:
    tabel = plandefinitie("lopik")[0].onderdeel[1].mutatietabel
    assert tabel
    delen = in_vorm(vorm)
    document = als_document(lees(delen))
    velden = ("naam", "lasten_eurocent", "baten_eurocent", "saldo_eurocent", "soort")
    assert [tuple(m[v] for v in velden) for m in document["mutaties"]] == [
        (m.naam, m.lasten_eurocent, m.baten_eurocent, m.saldo_eurocent, m.soort.value) for m in tabel.mutatie
    ]
    [totaal] = document["totalen"]
    assert totaal["genoemd"] == totaal["berekend"]
    assert totaal["berekend"] == {
        "lasten_eurocent": -1_025_729_00,
        "baten_eurocent": 289_487_00,
        "saldo_eurocent": -736_242_00,
    }


@pytest.mark.parametrize("zaad", range(6))
def test_a_reordered_word_document_reads_the_same(zaad: int) -> None:
    vakken = voortgang(random.Random(zaad))
    delen = lees_inhoud("voortgang.docx", als_docx(vakken))
    gelezen = lees(delen)
    assert gevonden(gelezen) == Counter(LOPIK)
    assert telling(gelezen)["lichten"] == 90
    document = als_document(gelezen)
    assert document["totalen"][0]["genoemd"] == document["totalen"][0]["berekend"]
    assert {m["soort"] for m in document["mutaties"]} == {"I", "S"}
    assert compleet(delen, gelezen)
    assert document["niet_geplaatst"] == []


def test_a_light_that_is_a_picture_is_never_guessed() -> None:
    document = als_document(lees(lees_inhoud("x.docx", als_docx(voortgang()))))
    lichten = {k for d in document["doelen"] for a in d["activiteiten"] for k in a["lichten"].values()}
    assert lichten == {"niet leesbaar"}


def test_a_light_that_is_written_is_read() -> None:
    document = als_document(lees(lees_inhoud("x.docx", als_docx(voortgang(licht="Oranje")))))
    lichten = {k for d in document["doelen"] for a in d["activiteiten"] for k in a["lichten"].values()}
    assert lichten == {"oranje"}


def test_lights_in_a_table_stand_under_their_own_label() -> None:
    vakken = [
        Vak("etiket", "Wat willen we bereiken?"),
        Vak("tekst", "Iedereen doet mee."),
        Vak("etiket", "Wat gaan we ervoor doen in 2026?"),
        Vak("kop", "We openen de deur"),
        Vak("tabel", rijen=(("Kwaliteit", "Tijd", "Geld"), ("groen", "", "rood"))),
        Vak("tekst", "Resultaat: De deur is open."),
    ]
    document = als_document(lees(lees_inhoud("x.docx", als_docx(vakken))))
    [activiteit] = document["doelen"][0]["activiteiten"]
    assert activiteit["lichten"] == {"kwaliteit": "groen", "tijd": "niet leesbaar", "geld": "rood"}
    assert (document["jaar"], activiteit["resultaat"]) == (2026, "De deur is open.")


def test_words_outside_the_running_text_are_listed_too() -> None:
    delen = lees_inhoud("x.docx", als_docx([Vak("tekst", "Een brief."), Vak("plaatje")], voet="Onderaan"))
    gelezen = lees(delen)
    assert gelezen.soort == "onbekend"
    assert [deel["tekst"] for deel in als_document(gelezen)["niet_geplaatst"]] == ["Een brief.", "Onderaan"]


def test_what_has_no_place_is_listed_with_its_line() -> None:
    document = als_document(lees(uit_tekst("Zomaar een zin.\n\nEn nog een.\n")))
    assert document["niet_geplaatst"] == [
        {"regel": 1, "tekst": "Zomaar een zin."},
        {"regel": 3, "tekst": "En nog een."},
    ]


WOORDEN = st.sampled_from(
    [
        "Wat willen we bereiken?",
        "Wat gaan we ervoor doen in 2025?",
        "Resultaat:",
        "Resultaat: Het is beter.",
        "Kwaliteit (indicator)",
        "Tijd (indicator)",
        "Geld: groen",
        "Verantwoording",
        "We doen iets.",
        "Een verhaal over een jaar. Met twee zinnen.",
        "Financiële mutaties",
        "Lasten Baten Saldo I/S Toelichting",
        "-1.000 500 -500 S Omdat het kan",
        "Totaal 10 20 30",
        "€ 5.000 - (€ 3.000)",
        "ACCENT 1: SAMEN",
        "Acties Resultaten Advies voor vervolg",
        "Afgerond en geborgd",
        "Voortzetten",
        "We hebben het samen gedaan met de buurt. Voortzetten",
        "Beschikbaar budget 2020: € 100",
        "1.1 Het vertrekpunt",
        "Wanneer zijn we tevreden?",
        "We tellen:",
        "- Een punt",
        " 2 Hoofdstuk",
        "Pagina 3 van 9",
        "12",
        " ",
        "",
    ]
)
DELEN = st.lists(
    st.one_of(
        WOORDEN,
        st.text(alphabet="ab €1.,-(?:\f", max_size=12),
        st.tuples(st.booleans(), WOORDEN),
        st.lists(WOORDEN, min_size=1, max_size=5),
    ),
    max_size=25,
)


@settings(max_examples=80, deadline=None)
@given(DELEN)
@example(["Lasten Baten Saldo I/S Toelichting", "-1.000 500 -500 S Omdat", ["Een cel"], "Totaal 10 20 30"])
def test_every_word_is_placed_or_listed(ruw: list[str | tuple[bool, str] | list[str]]) -> None:
    delen: list[Deel] = []
    for nr, deel in enumerate(ruw, 1):
        if isinstance(deel, list):
            delen.append(Tabelrij(nr, tuple(deel)))
        elif isinstance(deel, tuple):
            delen.append(Stuk(nr, deel[1], kop=deel[0]))
        else:
            delen.append(Stuk(nr, deel))
    gelezen = lees(delen)
    assert compleet(tuple(delen), gelezen)
    als_document(gelezen)
    assert samenvatting(gelezen)


def test_accents_with_their_actions_results_and_advice() -> None:
    document = als_document(lees(uit_tekst(ACCENTEN)))
    assert (document["soort"], document["telling"]["accenten"]) == ("evaluatie", 2)
    een, twee = document["accenten"]
    assert [(a["actie"], len(a["resultaten"])) for a in een["acties"]] == [
        ("Pleinen maken en onderhouden met de buurt", 2),
        ("Spullen uitlenen", 1),
    ]
    assert [r["advies"] for a in een["acties"] for r in a["resultaten"]] == [
        "Afgerond en geborgd",
        "Voortzetten",
        "Voortzetten",
    ]
    assert twee["acties"][1]["actie"] == "Niet gerealiseerd kookles met jongeren"
    assert twee["acties"][0]["resultaten"][0]["advies"] == "Doorontwikkelen in 2021"
    assert {r["licht"] for a in twee["acties"] for r in a["resultaten"]} == {"niet leesbaar"}
    assert (een["beschikbaar"], een["besteed"]) == (
        {"jaar": 2020, "eurocent": 42_000_00},
        {"jaar": 2020, "eurocent": 40_000_00},
    )


def test_the_aims_of_an_accent_and_what_is_counted_and_told() -> None:
    een, twee = als_document(lees(uit_tekst(ACCENTEN)))["accenten"]
    assert (een["zwaarte"], een["inzet_eurocent"]) == ("zwaar", 40_000_00)
    assert een["tevreden_als"] == ["Elk kind heeft een plein dichtbij.", "Ouders kennen elkaar."]
    assert (een["tellen"], een["vertellen"]) == (
        ["Het aantal kinderen op een plein."],
        ["Het verhaal van een buurt."],
    )
    assert (twee["doelgroep"], twee["tellen"]) == ("Ouderen", [])


def test_of_an_evaluation_every_word_is_placed_or_listed() -> None:
    delen = uit_tekst(ACCENTEN)
    gelezen = lees(delen)
    assert compleet(delen, gelezen)
    los = [deel["tekst"] for deel in als_document(gelezen)["niet_geplaatst"]]
    assert "Hier staat nog een verhaal dat nergens hoort." in los
    [tabel] = als_document(gelezen)["tabellen"]
    assert (tabel["titel"], tabel["kolommen"]) == (
        "Tabel 1 budgetten per accent",
        ["2019", "2020", "2021 ev"],
    )
    assert tabel["rijen"][1]["waarden"] == [20_000_00, 19_000_00, 0]


def test_accents_in_tables_of_word() -> None:
    rijen = (
        ("Acties", "Resultaten", "Advies voor vervolg"),
        ("Pleinen maken", "We hebben twee pleinen gemaakt.", "Afgerond"),
        ("", "We hielden een speeldag.", "Voortzetten"),
        ("Spullen lenen", "Er is een kast.", ""),
    )
    vakken = [Vak("kop", "ACCENT 3: BUITEN"), Vak("tekst", "Over buiten."), Vak("tabel", rijen=rijen)]
    delen = lees_inhoud("x.docx", als_docx(vakken))
    gelezen = lees(delen)
    [accent] = als_document(gelezen)["accenten"]
    assert [(a["actie"], len(a["resultaten"])) for a in accent["acties"]] == [
        ("Pleinen maken", 2),
        ("Spullen lenen", 1),
    ]
    assert compleet(delen, gelezen)


def _zip(**leden: bytes) -> bytes:
    zak = BytesIO()
    with zipfile.ZipFile(zak, "w") as bestand:
        for naam, inhoud in leden.items():
            bestand.writestr(naam.replace("__", "/").replace("_xml", ".xml"), inhoud)
    return zak.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud", "fout"),
    [
        ("x.xls", b"a", "onbekend_formaat"),
        ("x.docx", b"geen zip", "document_onleesbaar"),
        ("x.docx", _zip(iets_xml=b"<a/>"), "document_onleesbaar"),
        ("x.docx", _zip(word__document_xml=b"<a>"), "document_onleesbaar"),
        ("x.docx", als_docx([Vak("plaatje")]), "document_zonder_tekst"),
        ("x.pdf", b"%PDF-1.7 stuk", "document_onleesbaar"),
        ("x.pdf", als_pdf([Vak("plaatje")]).replace(b"Pagina", b""), ""),
        ("x.txt", b"\0\1", "document_onleesbaar"),
        ("x.txt", b" \n ", "document_zonder_tekst"),
        ("x.txt", b"a" * 30_000_001, "document_te_groot"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(naam: str, inhoud: bytes, fout: str) -> None:
    if not fout:
        assert lees_inhoud(naam, inhoud)
        return
    with pytest.raises(Domeinfout) as gemeld:
        lees_inhoud(naam, inhoud)
    assert (gemeld.value.fout, bool(gemeld.value.doe)) == (fout, True)


def test_entities_in_a_word_file_are_not_followed() -> None:
    xml = (
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>voor&x;na</w:t></w:r></w:p></w:body></w:document>"
    )
    delen = lees_inhoud("x.docx", _zip(word__document_xml=xml))
    assert next(d.tekst for d in delen if isinstance(d, Stuk)) in ("voorna", "voor")


def test_an_old_text_file_is_read_in_its_own_letters() -> None:
    assert tekst([d for d in uit_tekst("Financiële".encode("cp1252")) if isinstance(d, Stuk)]) == "Financiële"


def test_explanation_is_not_the_account() -> None:
    gelezen = lees(uit_tekst(als_tekst(voortgang())))
    assert gelezen.voortgang
    alle = [a for d in gelezen.voortgang.doelen for a in d.activiteiten]
    assert {tekst(a.toelichting) for a in alle} == {UITLEG}


@pytest.mark.parametrize(
    "regel",
    ["1 " * 3_000 + "x", "a" + " " * 5_000 + "x", "€ 1.000 " * 3_000 + "x", "1" * 20_000, "1.111" * 4_000],
    ids=["numbers", "blanks", "amounts", "digits", "dots"],
)
def test_a_line_that_is_made_to_be_slow_is_not(regel: str) -> None:
    """Patterns that try everything would take minutes here."""
    begin = ["Lasten Baten Saldo", regel, "Wat willen we bereiken?", regel, f"Resultaat: {regel}"]
    delen = tuple(
        Stuk(nr, tekst_) for nr, tekst_ in enumerate([*begin, "ACCENT 1: X", "Acties Resultaten"], 1)
    )
    assert compleet(delen, lees(delen))
    assert len(controleer_document(delen, vergelijk_delen)) < 2

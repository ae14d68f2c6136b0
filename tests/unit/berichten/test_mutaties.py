"""Valid messages, spoiled at random: never a traceback, and the verdict of the official schemas."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from samendoen.berichten.api import Berichtsoort, beoordeel, schrijf, toets_verkeer
from samendoen.berichten.rules.waarden import enkele_typen
from samendoen.berichten.xml.controleren import controleer
from samendoen.berichten.xml.lezen import lees, zoek_uit
from samendoen.berichten.xml.schema import bezwaar
from samendoen.berichten.xml.vlot import lees_vlot
from tests.berichten import alle_soorten, goud
from tests.berichten.kennis import kennis
from tests.schemas import Tel

WAARDEN = [
    *(
        "",
        " ",
        "\n",
        "a\nb",
        "é",
        "ỳ",
        "Ỵ",
        "😀",
        "\u00a0",
        "\u2003",
        "\u0085",
        "A.B",
        "nl",
        "x" * 37,
        "x" * 201,
    ),
    *(
        "0",
        "-0",
        "+5",
        "-1",
        "007",
        " 3 ",
        "3.0",
        "1e3",
        "９",
        "99999999",
        "100000000",
        "0" * 5000,
        "9" * 5000,
    ),
    *("2024-02-30", "2023-02-29", "2024-06-03Z", "2024-06-03-14", "2024-06-03+02:00", "12024-01-01"),
    *("02024-01-01", "-2024-01-01", "-0004-02-29", "-0005-02-29", "0000-01-01", " 2024-06-03 ", "2024-6-3"),
    *("24:00:00", "24:00:01", "23:59:60", "23:59:59.999", "09:00:00Z", "09:00", "1.0.0", "01.0.0", "1.0.0 "),
]
NAMEN = ["Onzin", "Header", "Client", "Bsn", "RetourCodes", "Omvang", "Volume", "Datum"]
RUIMTEN = ["urn:x", *(soort.ruimte for soort in alle_soorten()), *{s.basisruimte for s in alle_soorten()}]
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
ATTRIBUTEN = ["a", "{http://www.w3.org/XML/1998/namespace}lang", f"{XSI}nil", f"{XSI}schemaLocation"]
KAPOT = [b"&x;", b"&#0;", b"&#13;", b"<!--", b"]]>", b"<a/>", b"\xff", b"\x00", b" ", b""]

Element = etree._Element


def _waarde(element: Element, _ouder: Element, nummer: int) -> None:
    blad = next(e for e in element.iter() if not len(e))
    blad.text = WAARDEN[nummer % len(WAARDEN)]


def _weg(element: Element, ouder: Element, _nummer: int) -> None:
    ouder.remove(element)


def _dubbel(element: Element, ouder: Element, nummer: int) -> None:
    ouder.insert(nummer % (len(ouder) + 1), deepcopy(element))


def _schuif(element: Element, ouder: Element, nummer: int) -> None:
    ouder.insert(nummer % len(ouder), element)


def _hernoem(element: Element, _ouder: Element, nummer: int) -> None:
    element.tag = f"{{{etree.QName(element).namespace}}}{NAMEN[nummer % len(NAMEN)]}"


def _verhuis(element: Element, _ouder: Element, nummer: int) -> None:
    element.tag = f"{{{RUIMTEN[nummer % len(RUIMTEN)]}}}{etree.QName(element).localname}"


def _versier(element: Element, _ouder: Element, nummer: int) -> None:
    element.set(ATTRIBUTEN[nummer % len(ATTRIBUTEN)], "false")


def _klad(element: Element, _ouder: Element, nummer: int) -> None:
    element.tail = ["los", " \n", "\u00a0"][nummer % 3]


Mutatie = Callable[[Element, Element, int], None]
MUTATIES: list[Mutatie] = [_waarde, _waarde, _weg, _dubbel, _schuif, _hernoem, _verhuis, _versier, _klad]
GROOT = st.integers(0, 10_000)
SOORT = st.sampled_from([soort.code for soort in alle_soorten()])


@st.composite
def bedorven(draw: st.DrawFn) -> bytes:
    """Give a golden message in which one to three elements were changed."""
    wortel = etree.fromstring(goud(draw(SOORT)))
    for muteer, waar, nummer in draw(
        st.lists(st.tuples(st.sampled_from(MUTATIES), GROOT, GROOT), min_size=1, max_size=3)
    ):
        elementen = list(wortel.iter())[1:]
        if not elementen:  # all of it was taken out
            break
        element = elementen[waar % len(elementen)]
        ouder = element.getparent()
        assert ouder is not None
        muteer(element, ouder, nummer)
    return etree.tostring(wortel, encoding="UTF-8", xml_declaration=True)


@st.composite
def beschadigd(draw: st.DrawFn) -> bytes:
    """Give a golden message with bytes put in, left out or cut off."""
    inhoud = goud(draw(SOORT))
    begin, lengte = draw(GROOT) % len(inhoud), draw(st.sampled_from([0, 1, 40, len(inhoud)]))
    return inhoud[:begin] + draw(st.sampled_from(KAPOT)) + inhoud[begin + lengte :]


@settings(max_examples=300, deadline=None)
@given(inhoud=st.one_of(bedorven(), beschadigd(), st.binary(max_size=200)))
def test_a_spoiled_message_is_judged_without_a_traceback(inhoud: bytes) -> None:
    controle = controleer(inhoud)
    assert controle.bericht is not None or controle.bevindingen
    bevindingen = controle.bevindingen
    if controle.bericht is not None and not bevindingen:
        bevindingen = toets_verkeer(controle.bericht, kennis(controle.bericht.soort.code))
    assert all(b.niveau in {1, 2, 3, 4} and b.regel and b.pad[0] == "/" and b.melding for b in bevindingen)
    if controle.bericht is not None and controle.bericht.soort.retour is not None:
        terug = beoordeel(controle.bericht, bevindingen, "R-1", date(2024, 9, 15))
        assert {b.niveau for b in controleer(schrijf(terug)).bevindingen} <= {2}


@settings(max_examples=300, deadline=None)
@given(inhoud=st.one_of(bedorven(), beschadigd()))
def test_the_quick_reading_passes_no_fault_and_reads_the_same(inhoud: bytes) -> None:
    gelezen = lees(inhoud)
    if gelezen.soort is None or gelezen.boom is None:
        return
    vlot = lees_vlot(inhoud, gelezen.boom.getroot(), gelezen.soort)
    groep, fouten = zoek_uit(gelezen.boom, gelezen.soort)
    assert vlot is None or (vlot, ()) == (groep, fouten)


@pytest.mark.parametrize("soort", alle_soorten(), ids=lambda soort: soort.code)
def test_a_golden_message_is_read_the_quick_way(soort: Berichtsoort) -> None:
    boom = lees(goud(soort.code)).boom
    assert boom is not None
    vlot = lees_vlot(goud(soort.code), boom.getroot(), soort)
    assert (vlot, ()) == zoek_uit(boom, soort)


@settings(max_examples=100, deadline=None)
@given(teksten=st.lists(st.one_of(st.sampled_from(WAARDEN), st.text(max_size=12), st.dates().map(str))))
def test_what_a_type_passes_at_once_meets_all_its_demands(teksten: list[str]) -> None:
    for soort in enkele_typen("wmo").values():
        assert not [tekst for tekst in teksten if soort.klopt(tekst) and soort.fout(tekst)]


@pytest.mark.schemas_niet_in_repo
@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(inhoud=st.one_of(bedorven(), beschadigd()))
def test_the_official_schemas_come_to_the_same_verdict(inhoud: bytes, schemas: Path, tel: Tel) -> None:
    gelezen = lees(inhoud)
    if gelezen.soort is None or gelezen.boom is None:
        return
    oordeel = bezwaar(schemas, gelezen.soort, gelezen.boom)
    assert bool(gelezen.bevindingen) == bool(oordeel), (gelezen.bevindingen, oordeel)
    tel(gelezen.soort)

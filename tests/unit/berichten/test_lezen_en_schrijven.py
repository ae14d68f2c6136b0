"""A message as a value: what is read is what is written, in the form of the standard."""

from collections import Counter
from datetime import date, time

import pytest
from lxml import etree

from samendoen.berichten.api import (
    SOORTEN,
    Bericht,
    Berichtsoort,
    Inhoud,
    controleer,
    inhoud_van,
    maak,
    schrijf,
)
from tests.berichten import alle_soorten, goud, inhoud, variant
from tests.berichten.gevallen import WIJZIG

SOORTEN_TWEE = pytest.mark.parametrize("soort", alle_soorten(), ids=lambda soort: soort.code)


def gelezen(inhoud: bytes) -> Bericht:
    bericht = controleer(inhoud).bericht
    assert bericht is not None
    return bericht


@SOORTEN_TWEE
def test_a_golden_message_is_right_and_comes_back_byte_for_byte(soort: Berichtsoort) -> None:
    controle = controleer(goud(soort.code))
    assert controle.bevindingen == ()
    assert controle.soort == soort
    assert schrijf(gelezen(goud(soort.code))) == goud(soort.code)


@SOORTEN_TWEE
def test_a_message_is_made_again_from_its_content_in_any_order(soort: Berichtsoort) -> None:
    def achterstevoren(iets: object) -> object:
        if isinstance(iets, dict):
            return {naam: achterstevoren(iets[naam]) for naam in reversed(iets)}
        return [achterstevoren(een) for een in iets] if isinstance(iets, list) else iets

    omgekeerd = achterstevoren(inhoud(soort.code))
    assert isinstance(omgekeerd, dict)
    assert schrijf(maak(soort, omgekeerd)) == goud(soort.code)


def test_a_file_is_utf8_without_mark_and_its_lines_end_in_crlf() -> None:
    tekst = schrijf(gelezen(goud("WMO301")))
    assert tekst.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n<Bericht ')
    assert tekst.count(b"\n") == tekst.count(b"\r\n")
    assert "Renée".encode() in tekst


def test_what_is_in_the_message_and_what_in_the_base_schema_differs_by_namespace() -> None:
    wortel = etree.fromstring(goud("JW319"))
    ruimten = {etree.QName(e).localname: etree.QName(e).namespace for e in wortel.iter()}
    assert ruimten["Gemeente"] == ruimten["Bericht"] == "http://www.istandaarden.nl/ijw/3_2/jw319/schema"
    assert ruimten["Dagtekening"] == "http://www.istandaarden.nl/ijw/3_2/basisschema/schema"


def test_other_prefixes_and_white_space_are_the_same_message() -> None:
    anders = etree.fromstring(goud("WMO301"))
    etree.cleanup_namespaces(anders)
    plat = etree.tostring(anders, encoding="UTF-8").replace(b"iwmo:", b"b:").replace(b":iwmo=", b":b=")
    assert gelezen(plat).wortel == gelezen(goud("WMO301")).wortel


def test_text_keeps_its_lines_and_its_signs() -> None:
    tekst = "Regel 1\nRegel <2> & 'meer' \"é\" 😀"
    bericht = gelezen(variant("WMO301", {"Client/Commentaar": tekst}))
    assert bericht.wortel.tekst("Client/Commentaar") == tekst


def test_values_are_asked_by_path_and_type() -> None:
    bericht = gelezen(goud("WMO301"))
    product, tweede = bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert product.pad == "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]"
    assert product.getal("Omvang/Volume") == 3
    assert product.datum("Ingangsdatum") == date(2024, 6, 10)
    assert product.tekst("Product/Code") == "01A01"
    assert not tweede.heeft("Omvang")
    assert (tweede.getal("Omvang/Volume"), tweede.tekst("Omvang/Eenheid")) == (None, "")
    assert (tweede.datum("Omvang"), tweede.groep("Omvang")) == (None, None)
    assert bericht.kop.tekst("Afzender") == "1961"


@pytest.mark.parametrize(
    ("geschreven", "gelezen_als"),
    [("-0044-03-15", date.min), ("12024-01-01", date.max), (" 2024-06-03 ", date(2024, 6, 3))],
)
def test_a_day_that_python_does_not_know_is_the_nearest_one(geschreven: str, gelezen_als: date) -> None:
    bericht = gelezen(variant("WMO305", {"Header/BerichtIdentificatie/Dagtekening": geschreven}))
    assert bericht.kop.datum("BerichtIdentificatie/Dagtekening") == gelezen_als
    assert geschreven.encode() in schrijf(bericht)


@pytest.mark.parametrize(("geschreven", "getal"), [("+" + "0" * 5000 + "7", 7), ("-0", 0), (" 12 ", 12)])
def test_a_number_may_be_written_in_many_ways(geschreven: str, getal: int) -> None:
    bericht = gelezen(variant("WMO317", {f"{WIJZIG}/Omvang/Volume": geschreven}))
    assert bericht.wortel.getal(WIJZIG.replace("[1]", "") + "/Omvang/Volume") == getal


def test_a_message_is_made_from_values_of_python() -> None:
    product: Inhoud = {
        "Toewijzingsdatum": date(2024, 6, 3),
        "Toewijzingstijd": time(9, 5),
        "ToewijzingNummer": 7,
    }
    bericht = maak(SOORTEN["WMO301"], {"Client": {"ToegewezenProducten": {"ToegewezenProduct": [product]}}})
    [groep] = bericht.wortel.groepen("Client/ToegewezenProducten/ToegewezenProduct")
    assert list(groep.delen.items()) == [
        ("ToewijzingNummer", "7"),
        ("Toewijzingsdatum", "2024-06-03"),
        ("Toewijzingstijd", "09:05:00"),
    ]


def test_an_element_that_the_kind_does_not_know_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="/Bericht/Client: GezagsdragerBekend"):
        maak(SOORTEN["WMO315"], inhoud("JW315"))


def test_a_character_that_xml_cannot_hold_is_not_written() -> None:
    with pytest.raises(ValueError, match="XML"):
        variant("WMO301", {"Client/Commentaar": "a\x00b"})


def test_content_is_the_reverse_of_making() -> None:
    bericht = gelezen(goud("WMO323"))
    assert maak(bericht.soort, inhoud_van(bericht.wortel)) == bericht


def test_there_are_fourteen_kinds_in_each_standard() -> None:
    assert Counter(soort.standaard for soort in SOORTEN.values()) == {"wmo": 14, "jw": 14}
    assert len({soort.berichtcode for soort in SOORTEN.values()}) == 28


@pytest.mark.parametrize(
    ("code", "retour"),
    [("WMO301", "WMO302"), ("JW317", "JW318"), ("WMO323", "WMO325"), ("WMO325", None), ("JW302", None)],
)
def test_a_kind_knows_what_answers_it(code: str, retour: str | None) -> None:
    antwoord = SOORTEN[code].retour
    assert (antwoord.code if antwoord else None) == retour

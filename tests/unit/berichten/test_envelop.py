"""The envelope ggk0210: what is written can be read and keeps to its schema; what is wrong is said."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samendoen.berichten.rules.envelop import GROOTST, Envelop, Envelopsoort, Fout, Systeem, Versie
from samendoen.berichten.xml.envelop import is_envelop, lees_envelop, schrijf_envelop, tijdstip
from tests.berichten import goud

EIGEN, ANDER = UUID("0e09a81f-64a0-4793-b946-d6538fb3f37e"), UUID("9c1d4a5e-0d0f-4f57-8a3b-1f0a6f0d2b11")
HEEN = Envelop(
    soort=Envelopsoort.HEEN,
    zender=Systeem("1961", "Samendoen", "Vijfheerenlanden"),
    ontvanger=Systeem("41414141"),
    referentie=EIGEN,
    tijdstip=tijdstip(datetime(2024, 6, 3, 7, 5, 9, 42_000, tzinfo=UTC)),
    functie="WMO301",
    applicatie=Versie("0000", "0001"),
    functieversie=Versie("0003", "0002"),
    bericht=goud("WMO301"),
)
TERUG = replace(HEEN, soort=Envelopsoort.TERUG, cross=ANDER, functie="WMO306", bericht=goud("WMO306"))
FOUT = replace(
    HEEN,
    soort=Envelopsoort.FOUT,
    cross=ANDER,
    functie="",
    applicatie=None,
    functieversie=None,
    bericht=b"",
    fout=Fout("StUF055", "client", "Zet Bsn & naam <op> hun plek.", "WMO305-00000001"),
)
ALLE = pytest.mark.parametrize("envelop", [HEEN, TERUG, FOUT], ids=["Di01", "Du01", "Fo01"])


def fouten(inhoud: bytes) -> list[str]:
    """Return where the findings on an envelope are, below its root."""
    return [b.pad.partition("/")[2].partition("/")[2] for b in lees_envelop(inhoud).bevindingen]


@ALLE
def test_an_envelope_is_read_as_it_was_written_and_written_the_same_again(envelop: Envelop) -> None:
    inhoud = schrijf_envelop(envelop)
    assert is_envelop(inhoud)
    assert not is_envelop(goud("WMO301"))
    gelezen = lees_envelop(inhoud)
    assert (gelezen.envelop, gelezen.bevindingen) == (envelop, ())
    assert schrijf_envelop(envelop) == inhoud


def test_the_moment_is_dutch_time_down_to_milliseconds() -> None:
    assert HEEN.tijdstip == "20240603090509042"


@pytest.mark.schemas_niet_in_repo
@ALLE
def test_the_official_schema_accepts_it(envelop: Envelop, keur_envelop: Callable[[bytes], str]) -> None:
    assert keur_envelop(schrijf_envelop(envelop)) == ""


VERKEERD = [
    (HEEN, b"<StUF:functie>WMO301</StUF:functie>", b"", ["stuurgegevens/functie"]),
    (HEEN, b"-4793-", b"-1793-", ["stuurgegevens/referentienummer"]),
    (HEEN, b"<StUF:berichtcode>Di01", b"<StUF:berichtcode>Du01", ["stuurgegevens/berichtcode"]),
    (HEEN, b"20240603090509042", b"2024-06-03", ["stuurgegevens/tijdstipBericht"]),
    (HEEN, b"<StUF:organisatie>1961</StUF:organisatie>", b"", ["stuurgegevens/zender/organisatie"]),
    (HEEN, b"<functieVersie>0003", b"<functieVersie>3", ["parameters/functieVersie"]),
    (HEEN, b"<parameters>", b"<parameters soort='x'>", ["parameters"]),
    (HEEN, b"<parameters>", b"<parameters>los", ["parameters"]),
    (HEEN, b"<functieVersie>0003", b"<functieVersie xmlns:a='b' a:c='d'>0003", ["parameters/functieVersie"]),
    (TERUG, str(ANDER).encode(), b"", ["stuurgegevens/crossRefnummer"]),
    (FOUT, b"<plek>client", b"<plek>onderweg", ["body/plek"]),
    (FOUT, b"<code>StUF055", b"<code>StUF0555", ["body/code"]),
    (FOUT, b"</details>", b"</details><extra/>", ["body/extra"]),
]


@pytest.mark.parametrize(("envelop", "was", "wordt", "waar"), VERKEERD)
def test_what_is_wrong_is_said_where_it_is(
    envelop: Envelop, was: bytes, wordt: bytes, waar: list[str]
) -> None:
    inhoud = schrijf_envelop(envelop).replace(was, wordt, 1)
    assert fouten(inhoud) == waar
    assert all(b.niveau == 1 and b.melding for b in lees_envelop(inhoud).bevindingen)


@pytest.mark.schemas_niet_in_repo
def test_the_official_schema_refuses_the_same(keur_envelop: Callable[[bytes], str]) -> None:
    for envelop, was, wordt, _waar in VERKEERD:
        assert keur_envelop(schrijf_envelop(envelop).replace(was, wordt, 1)), wordt


def test_the_original_may_come_along_with_a_fault() -> None:
    inhoud = schrijf_envelop(FOUT).replace(
        b"</details>", b"</details><detailsXML><x a='b'>y</x></detailsXML>"
    )
    assert lees_envelop(inhoud).envelop == FOUT


@pytest.mark.parametrize("inhoud", [b"***", b"QUJ=", b"QUI", b"", "é".encode()])
def test_an_envelope_with_a_good_address_but_no_base64_says_both(inhoud: bytes) -> None:
    heel = schrijf_envelop(HEEN)
    gelezen = lees_envelop(heel.replace(b64encode(HEEN.bericht), inhoud))
    assert [b.pad[-10:] for b in gelezen.bevindingen] == ["xmlBestand"]
    assert gelezen.envelop == replace(HEEN, bericht=b"")


def test_base64_in_lines_is_read_and_another_kind_of_file_is_not() -> None:
    heel, inhoud = schrijf_envelop(HEEN), b64encode(HEEN.bericht)
    regels = b"\r\n\t".join(inhoud[i : i + 76] for i in range(0, len(inhoud), 76))
    assert lees_envelop(heel.replace(inhoud, regels)).envelop == HEEN
    tekst = heel.replace(b"<xmlBestand>", b'<tekstBestand bestandsnaam="a.csv">')
    gelezen = lees_envelop(tekst.replace(b"</xmlBestand>", b"</tekstBestand>"))
    assert "xmlBestand" in gelezen.bevindingen[0].pad
    assert gelezen.envelop is not None


def test_a_message_of_many_megabytes_fits_and_a_larger_one_is_refused() -> None:
    groot = replace(HEEN, bericht=b"x" * 15_000_000)
    assert lees_envelop(schrijf_envelop(groot)).envelop == groot
    with pytest.raises(ValueError, match=r"25 MB|fit"):
        schrijf_envelop(replace(HEEN, bericht=b"x" * 19_700_000))
    assert "25 MB" in lees_envelop(b"x" * (GROOTST + 1)).bevindingen[0].melding


@pytest.mark.parametrize(
    "anders",
    [
        {"zender": Systeem("1961", "x")},
        {"functie": "x" * 31},
        {"tijdstip": "nu"},
        {"soort": Envelopsoort.TERUG},
        {"referentie": UUID("12345678-1234-1234-1234-123456789012")},
        {"functie": "a\x00"},
    ],
)
def test_what_does_not_fit_is_not_written(anders: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"fit|hold"):
        schrijf_envelop(replace(HEEN, **anders))  # type: ignore[arg-type]


KOP = b'<?xml version="1.0" encoding="UTF-8"?>'


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE a [<!ENTITY x "1961">]>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        b"<!doctype a>",
    ],
)
def test_a_document_type_is_refused_unread(doctype: bytes) -> None:
    inhoud = schrijf_envelop(HEEN).replace(KOP, KOP + doctype).replace(b">1961<", b">&x;<")
    gelezen = lees_envelop(inhoud)
    assert (gelezen.envelop, "DOCTYPE" in gelezen.bevindingen[0].melding) == (None, True)


@pytest.mark.parametrize("codering", ["utf-16", "utf-7", "iso-8859-1", "windows-1252", "utf-32"])
def test_another_encoding_is_refused_and_hides_no_document_type(codering: str) -> None:
    tekst = schrijf_envelop(HEEN).decode().replace("UTF-8", codering)
    tekst = tekst.replace("?>", '?><!DOCTYPE a [<!ENTITY x "1961">]>', 1)
    inhoud = tekst.replace("<", "+ADw-").encode() if codering == "utf-7" else tekst.encode(codering)
    gelezen = lees_envelop(inhoud)
    assert gelezen.envelop is None
    assert gelezen.bevindingen


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"\x00",
        b"<a>" + b"<b/>" * 20_000 + b"</a>",
        b"<a>" * 100_000,
        b"<a>" * 2_000 + b"</a>" * 2_000,
        goud("WMO301"),
        b"PK\x03\x04",
    ],
)
def test_what_is_no_envelope_is_refused_with_a_sentence(inhoud: bytes) -> None:
    gelezen = lees_envelop(inhoud)
    assert (gelezen.envelop, len(gelezen.bevindingen)) == (None, 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    envelop=st.sampled_from([HEEN, TERUG, FOUT]),
    waar=st.integers(0, 2_000),
    weg=st.integers(0, 60),
    wordt=st.one_of(st.binary(max_size=8), st.sampled_from([b"&x;", b"<!--", b"<a/>", b"</a>", b"\xff"])),
)
def test_a_spoiled_envelope_is_judged_without_a_traceback(
    envelop: Envelop, waar: int, weg: int, wordt: bytes
) -> None:
    inhoud = schrijf_envelop(envelop)
    waar %= len(inhoud)
    gelezen = lees_envelop(inhoud[:waar] + wordt + inhoud[waar + weg :])
    assert gelezen.bevindingen or gelezen.envelop is not None
    assert all(b.niveau == 1 and b.regel and b.pad[0] == "/" and b.melding for b in gelezen.bevindingen)

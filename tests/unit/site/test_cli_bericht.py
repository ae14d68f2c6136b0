"""The command `bericht controleer`: what it prints, where, and with which exit code."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samendoen.berichten.xml.envelop import schrijf_envelop
from samendoen.berichten.xml.pakket import pak_in
from samendoen.site.cli import voer_uit
from tests.berichten import GOUD, goud
from tests.berichten.aanvallen import AANVALLEN, leg_in
from tests.unit.berichten.test_envelop import FOUT, HEEN


@pytest.fixture(autouse=True)
def zonder_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no setting of this machine take part."""
    monkeypatch.delenv("SAMENDOEN_XSD_MAP", raising=False)


@pytest.fixture
def roep(capsys: pytest.CaptureFixture[str]) -> Any:
    """Give a function that runs the command and returns exit code, stdout and stderr."""

    def _roep(*argumenten: str | Path) -> tuple[int, str, str]:
        code = voer_uit(["bericht", "controleer", *map(str, argumenten)])
        uit = capsys.readouterr()
        return code, uit.out, uit.err

    return _roep


@pytest.fixture
def fout_bsn(tmp_path: Path) -> Path:
    """Give a message with one finding."""
    bestand = tmp_path / "bericht.xml"
    bestand.write_bytes(goud("WMO305").replace(b"999990019", b"999990018"))
    return bestand


def test_a_right_message_gives_no_findings_and_code_0(roep: Any) -> None:
    code, uit, err = roep(GOUD / "wmo301.xml", "--json")
    assert (code, json.loads(uit), err) == (0, {"soort": "WMO301", "bevindingen": []}, "")


def test_a_finding_has_the_public_form_and_code_1(roep: Any, fout_bsn: Path) -> None:
    code, uit, err = roep(fout_bsn, "--json")
    assert (code, err) == (1, "")
    assert json.loads(uit) == {
        "soort": "WMO305",
        "bevindingen": [
            {
                "niveau": 2,
                "regel": "CS002",
                "pad": "/Bericht/Client/Bsn",
                "melding": "Controleer het BSN: het voldoet niet aan de elfproef.",
            }
        ],
    }


def test_without_json_every_finding_is_a_line_and_the_count_goes_to_stderr(roep: Any, fout_bsn: Path) -> None:
    code, uit, err = roep(fout_bsn)
    assert code == 1
    assert uit == (
        "/Bericht/Client/Bsn: Controleer het BSN: het voldoet niet aan de elfproef. [niveau 2, CS002]\n"
    )
    assert err == "WMO305: bevindingen: 1.\n"


def test_a_right_message_says_so(roep: Any) -> None:
    assert roep(GOUD / "jw323.xml") == (0, "", "JW323: geen bevindingen op niveau 1 en 2.\n")


def test_what_is_no_message_is_a_finding_too(roep: Any, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("geen xml")
    code, uit, _err = roep(tmp_path / "a.xml", "--json")
    antwoord = json.loads(uit)
    assert (code, antwoord["soort"], antwoord["bevindingen"][0]["regel"]) == (1, None, "XML")


def test_a_file_that_means_harm_is_a_finding_like_any_other(roep: Any, tmp_path: Path) -> None:
    regels = {}
    for pad in leg_in(tmp_path):
        code, uit, err = roep(pad, "--json")
        [bevinding] = json.loads(uit)["bevindingen"]
        assert (code, err, bevinding["niveau"], bevinding["melding"][-1]) == (1, "", 1, "."), pad
        regels[pad.stem] = bevinding["regel"]
    assert regels == dict.fromkeys(AANVALLEN, "XML") | {
        "codering": "OP192", "bom": "ZIP", "rauw": "ZIP", "envelop": "GGK", "diepe-envelop": "GGK",
        "reus": "OP179",
    }  # fmt: skip


def test_a_message_in_an_envelope_or_in_a_package_is_judged_as_it_is(roep: Any, tmp_path: Path) -> None:
    goed, pad = goud("WMO305"), tmp_path / "a.xml"
    for inhoud in (pak_in("a.xml", goed), schrijf_envelop(replace(HEEN, bericht=goed))):
        pad.write_bytes(inhoud)
        assert roep(pad) == (0, "", "WMO305: geen bevindingen op niveau 1 en 2.\n")
    pad.write_bytes(schrijf_envelop(FOUT))
    code, uit, _err = roep(pad, "--json")
    assert (code, json.loads(uit)["bevindingen"][0]["regel"]) == (1, "Fo01")


@pytest.mark.parametrize(
    "argumenten",
    [(), ("bestaat-niet.xml",), (str(GOUD),), (str(GOUD / "wmo301.xml"), "--xsd-map", "bestaat-niet")],
)
def test_wrong_usage_is_told_in_dutch_with_code_2(roep: Any, argumenten: tuple[str, ...]) -> None:
    code, uit, _err = roep(*argumenten, "--json")
    fout = json.loads(uit)
    assert (code, fout["fout"]) == (2, "gebruik")
    assert not {"exist", "directory", "file"} & set(fout["toelichting"].split())


def test_a_folder_without_the_schema_is_an_error(roep: Any, tmp_path: Path) -> None:
    code, uit, _err = roep(GOUD / "wmo301.xml", "--xsd-map", tmp_path, "--json")
    fout = json.loads(uit)
    assert (code, fout["fout"]) == (1, "schema_ontbreekt")
    assert "WMO301" in fout["toelichting"]


def test_the_setting_names_the_folder_too(roep: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMENDOEN_XSD_MAP", str(tmp_path))
    assert roep(GOUD / "wmo301.xml")[0] == 1


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="http://www.istandaarden.nl/iwmo/3_2/wmo319/schema" elementFormDefault="qualified">
    <xs:element name="Bericht"><xs:complexType>{inhoud}</xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("inhoud", "bericht", "zin"),
    [
        ("", b"<VerzoekAntwoord>1", "Het officiële schema keurt dit bericht af"),
        (
            '<xs:sequence><xs:any processContents="skip" maxOccurs="unbounded"/></xs:sequence>',
            b"<VerzoekAntwoord>7",
            "keurt dit bericht goed en Samendoen niet",
        ),
    ],
)
def test_a_schema_that_thinks_otherwise_is_a_finding(
    roep: Any, tmp_path: Path, inhoud: str, bericht: bytes, zin: str
) -> None:
    (tmp_path / "wmo319.xsd").write_text(SCHEMA.format(inhoud=inhoud))
    (tmp_path / "a.xml").write_bytes(goud("WMO319").replace(b"<VerzoekAntwoord>1", bericht))
    code, uit, _err = roep(tmp_path / "a.xml", "--xsd-map", tmp_path, "--json")
    assert code == 1
    assert zin in json.loads(uit)["bevindingen"][-1]["melding"]


def test_a_schema_that_cannot_be_used_is_an_error(roep: Any, tmp_path: Path) -> None:
    (tmp_path / "wmo319.xsd").write_text("<onzin/>")
    code, uit, _err = roep(GOUD / "wmo319.xml", "--xsd-map", tmp_path, "--json")
    assert (code, json.loads(uit)["fout"]) == (1, "schema_ontbreekt")

"""Definition files: read strictly, and wrong ones explained in a sentence."""

import datetime
import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from samendoen.kernel.definities import (
    Definitie,
    Definitiefout,
    MetDocumenten,
    MetHerkomst,
    bestandsnaam,
    definitie_hash,
    definitie_pad,
    lees_definitie,
    sleutelpad,
)


class Regel(Definitie):
    naam: str
    aantal: int = 0
    fte: Decimal | None = None
    van: datetime.date | None = None


class Bestand(Definitie):
    regel: tuple[Regel, ...]


class Herkomstbestand(Definitie):
    deel: MetHerkomst


class Laag(Definitie):
    delen: tuple[MetHerkomst, ...]


class Brongids(MetDocumenten):
    laag: dict[str, Laag]


def schrijf(map_: Path, tekst: str, naam: str = "proef.toml") -> Path:
    pad = map_ / naam
    pad.write_text(tekst, encoding="utf-8")
    return pad


def test_a_good_file_becomes_a_frozen_instance(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, '[[regel]]\nnaam = "a"\naantal = 3\nfte = 2.78\nvan = 2024-06-03\n')

    bestand = lees_definitie(pad, Bestand)

    assert bestand.regel == (Regel(naam="a", aantal=3, fte=Decimal("2.78"), van=datetime.date(2024, 6, 3)),)
    with pytest.raises(ValueError, match="frozen"):
        setattr(bestand.regel[0], "naam", "b")  # noqa: B010


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        (
            '[[regel]]\nnaam = "a"\n[[regel]]\nnaam = "b"\nkleur = "rood"\n',
            "regel[2].kleur: deze sleutel is onbekend.",
        ),
        ('extra = 1\n[[regel]]\nnaam = "a"\n', "extra: deze sleutel is onbekend."),
        ("[[regel]]\naantal = 1\n", "regel[1].naam: deze sleutel ontbreekt."),
        (
            '[[regel]]\nnaam = "a"\naantal = "3"\n',
            "regel[1].aantal: hier hoort een geheel getal te staan (er staat: 3).",
        ),
        (
            '[[regel]]\nnaam = "a"\naantal = true\n',
            "regel[1].aantal: hier hoort een geheel getal te staan (er staat: True).",
        ),
        (
            '[[regel]]\nnaam = "a"\nfte = nan\n',
            "regel[1].fte: hier hoort een gewoon getal te staan (er staat: NaN).",
        ),
        ("[[regel]]\nnaam = 3\n", "regel[1].naam: hier hoort tekst te staan (er staat: 3)."),
        (
            '[[regel]]\nnaam = "a"\nvan = "morgen"\n',
            "regel[1].van: hier hoort een datum te staan, zoals 2024-06-03 (er staat: morgen).",
        ),
        ('regel = "a"\n', "regel: hier hoort een lijst te staan (er staat: a)."),
        ("regel = [1]\n", "regel[1]: hier hoort een groep sleutels te staan (er staat: 1)."),
    ],
)
def test_a_wrong_file_names_file_key_path_and_reason(tmp_path: Path, tekst: str, zin: str) -> None:
    pad = schrijf(tmp_path, tekst)

    with pytest.raises(Definitiefout) as gevangen:
        lees_definitie(pad, Bestand)

    assert gevangen.value.fout == "definitie_onjuist"
    assert gevangen.value.toelichting == f"Het definitiebestand proef.toml klopt niet. {zin}"
    assert gevangen.value.doe == "Verbeter de genoemde sleutels; lijsten tellen vanaf 1."
    assert str(tmp_path) not in str(gevangen.value)


def test_many_findings_are_counted_after_the_first_five(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, "[[regel]]\naantal = 1\n" * 7)

    with pytest.raises(Definitiefout) as gevangen:
        lees_definitie(pad, Bestand)

    assert "regel[5].naam" in gevangen.value.toelichting
    assert "regel[6].naam" not in gevangen.value.toelichting
    assert gevangen.value.toelichting.endswith("En nog 2 andere.")


def test_invalid_toml_is_explained(tmp_path: Path) -> None:
    with pytest.raises(Definitiefout, match="geen geldige TOML"):
        lees_definitie(schrijf(tmp_path, 'naam = "open\n'), Bestand)


def test_a_file_that_is_not_utf8_is_explained(tmp_path: Path) -> None:
    pad = tmp_path / "latin.toml"
    pad.write_bytes('naam = "café"\n'.encode("latin-1"))

    with pytest.raises(Definitiefout, match="geen UTF-8-tekst"):
        lees_definitie(pad, Bestand)


@pytest.mark.parametrize("naam", ["bestaat-niet.toml", "."])
def test_a_missing_file_or_a_folder_is_explained(tmp_path: Path, naam: str) -> None:
    with pytest.raises(Definitiefout, match="niet te lezen"):
        lees_definitie(tmp_path / naam, Bestand)


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        ('bron = "kader: hoofdstuk 1"', True),
        ("aanname = true", True),
        ('aanname = true\ntoelichting = "van ons"', True),
        ('toelichting = "zomaar"', False),
        ('bron = "kader: hoofdstuk 1"\naanname = true', False),
    ],
)
def test_a_part_has_a_source_or_is_openly_an_assumption(tmp_path: Path, tekst: str, goed: bool) -> None:
    pad = schrijf(tmp_path, f"[deel]\n{tekst}\n")
    if goed:
        assert lees_definitie(pad, Herkomstbestand).deel is not None
        return
    with pytest.raises(Definitiefout, match="deel: noem een bron, of zet aanname = true"):
        lees_definitie(pad, Herkomstbestand)


def test_the_document_is_what_stands_before_the_colon() -> None:
    assert MetHerkomst(bron="kader: hoofdstuk 3: paragraaf 1").document == "kader"
    assert MetHerkomst(aanname=True).document == ""


def test_the_hash_is_that_of_the_bytes_and_changes_with_one_letter(tmp_path: Path) -> None:
    een = schrijf(tmp_path, 'naam = "a"\n', "een.toml")
    twee = schrijf(tmp_path, 'naam = "b"\n', "twee.toml")

    assert definitie_hash(een) == hashlib.sha256(b'naam = "a"\n').hexdigest()
    assert definitie_hash(een) != definitie_hash(twee)


def test_packaged_files_are_named_from_the_definitions_folder() -> None:
    assert bestandsnaam(definitie_pad("gemeenten", "lopik.toml")) == "gemeenten/lopik.toml"


def test_key_paths_count_from_one() -> None:
    assert sleutelpad(("team", 1, "naam", 0, "van")) == "team[2].naam[1].van"
    assert sleutelpad(()) == "hele bestand"


def test_a_source_that_the_file_does_not_list_is_refused_however_deep_it_stands(tmp_path: Path) -> None:
    document = '[[document]]\nsleutel = "kader"\ntitel = "Kader"\ngemeente = "Lopik"\njaar = 2020\n'
    goed = '[laag.een]\ndelen = [{ bron = "kader: hoofdstuk 1" }, { aanname = true }]\n'

    bestand = lees_definitie(schrijf(tmp_path, document + goed), Brongids)
    assert [deel.document for deel in bestand.delen_met_herkomst()] == ["kader", ""]
    with pytest.raises(Definitiefout, match="document bestaat niet in dit bestand: kader"):
        lees_definitie(schrijf(tmp_path, goed), Brongids)

"""Definitions as data: TOML files with a closed schema, read once and strictly.

A definition file is data a municipality can read and change: no code, no SQL, no HTML. The schema is a
frozen pydantic model that knows every key; an unknown key or a wrong value is a `Definitiefout` that names
the file and the key path in a Dutch sentence. Numbers with a decimal point arrive as `Decimal`, never as a
binary fraction. The hash of a file identifies the rules that decided something.
"""

import datetime
import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails

from samendoen.kernel.fouten import Domeinfout

DEFINITIES = Path(__file__).resolve().parents[1] / "definities"
"""The folder with the packaged definition files."""

# What the texts of most definitions look like; a schema that asks something else says so itself.
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Naam = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Zin = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Cbscode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]

MAX_FOUTEN = 5
"""More findings than this in one file are counted, not listed: the first ones explain the rest."""


class Definitiefout(Domeinfout):
    """A definition file cannot be used; `toelichting` names the file, and the key path if there is one.

    `fout` is `definitie_onleesbaar`, `definitie_geen_toml`, `definitie_onjuist` or `definitie_onbekend`.
    """


class Definitie(BaseModel):
    """Base of every definition schema: closed (no unknown keys) and unchangeable once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MetHerkomst(Definitie):
    """A piece of a definition that says where it comes from: a source, or openly an assumption.

    Exactly one of the two. `bron` reads "document-key: place in the document"; `toelichting` is free text.
    """

    bron: str = ""
    aanname: bool = False
    toelichting: str = ""

    @model_validator(mode="after")
    def _bron_of_aanname(self) -> Self:
        if bool(self.bron) == self.aanname:
            raise ValueError("noem een bron, of zet aanname = true (precies één van de twee)")
        return self

    @property
    def document(self) -> str:
        """The key of the source document, empty for an assumption."""
        return self.bron.partition(":")[0].strip()


class Brondocument(Definitie):
    """A published document that a definition rests on; `sleutel` is what `bron` starts with."""

    sleutel: str
    titel: str
    gemeente: str
    jaar: int


class MetDocumenten(Definitie):
    """A file of definitions. Every source that a part of it names, however deep, is a document it lists."""

    document: tuple[Brondocument, ...] = ()

    @model_validator(mode="after")
    def _documenten_bestaan(self) -> Self:
        genoemd = {deel.document for deel in self.delen_met_herkomst() if deel.bron}
        bekende_waarden("document", genoemd, {document.sleutel for document in self.document})
        return self

    def delen_met_herkomst(self) -> Iterator[MetHerkomst]:
        """Yield every part that names its source or is an assumption, nested parts included."""
        return _delen_met_herkomst(self)


def _delen_met_herkomst(waarde: object) -> Iterator[MetHerkomst]:
    """Yield the pieces of a definition that say where they come from, itself among them."""
    if isinstance(waarde, MetHerkomst):
        yield waarde
    if isinstance(waarde, Definitie):
        for _naam, deel in waarde:
            yield from _delen_met_herkomst(deel)
    elif isinstance(waarde, tuple | list):
        for deel in waarde:
            yield from _delen_met_herkomst(deel)
    elif isinstance(waarde, Mapping):
        yield from _delen_met_herkomst(list(waarde.values()))


Schema = TypeVar("Schema", bound=BaseModel)


def definitie_pad(*delen: str) -> Path:
    """Path of a packaged definition file, e.g. `definitie_pad("gemeenten", "lopik.toml")`."""
    return DEFINITIES.joinpath(*delen)


def lees_definitie(pad: Path, schema: type[Schema]) -> Schema:
    """Read one TOML file into `schema`.

    Raises `Definitiefout` when the file is missing or unreadable, is not TOML, or does not fit the schema.
    Values are checked strictly: the text "3" is not the number 3.
    """
    gegevens = _lees_toml(pad)
    try:
        tekst = json.dumps(gegevens, default=_json_waarde)
        return schema.model_validate_json(tekst, strict=True)
    except ValidationError as fout:
        raise _schemafout(pad, fout.errors(include_url=False, include_context=False)) from fout


def definitie_hash(pad: Path) -> str:
    """SHA-256 (hexadecimal) of the file's bytes, as stored with the events this file decided."""
    return hashlib.sha256(_lees_bytes(pad)).hexdigest()


def unieke_waarden(wat: str, waarden: list[str]) -> None:
    """For use in validators: refuse a list in which a value occurs twice, naming that value."""
    dubbel = sorted({waarde for waarde in waarden if waarden.count(waarde) > 1})
    if dubbel:
        raise ValueError(f"{wat} staat er meer dan één keer in: {', '.join(dubbel)}")


def bekende_waarden(wat: str, waarden: set[str], bekend: set[str]) -> None:
    """For use in validators: refuse values that are not among the known ones, naming them."""
    onbekend = sorted(waarden - bekend)
    if onbekend:
        raise ValueError(f"{wat} bestaat niet in dit bestand: {', '.join(onbekend)}")


def bestandsnaam(pad: Path) -> str:
    """How messages name a file: its place below the definitions folder, otherwise just its name."""
    return pad.relative_to(DEFINITIES).as_posix() if pad.is_relative_to(DEFINITIES) else pad.name


def _lees_bytes(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise Definitiefout(
            fout="definitie_onleesbaar",
            toelichting=f"Het definitiebestand {bestandsnaam(pad)} is niet te lezen: "
            "het bestaat niet, is een map, of mag niet gelezen worden.",
            doe="Controleer de naam en de leesrechten van het bestand.",
        ) from fout


def _lees_toml(pad: Path) -> dict[str, Any]:
    inhoud = _lees_bytes(pad)
    try:
        return tomllib.loads(inhoud.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError as fout:
        raise Definitiefout(
            fout="definitie_onleesbaar",
            toelichting=f"Het definitiebestand {bestandsnaam(pad)} is geen UTF-8-tekst: "
            f"byte {fout.start} kan niet als tekst gelezen worden.",
            doe="Sla het bestand op als UTF-8.",
        ) from fout
    except tomllib.TOMLDecodeError as fout:
        raise Definitiefout(
            fout="definitie_geen_toml",
            toelichting=f"Het definitiebestand {bestandsnaam(pad)} is geen geldige TOML. "
            f"De lezer meldt: {fout}.",
            doe="Verbeter de genoemde regel; let op aanhalingstekens en haakjes.",
        ) from fout


def _json_waarde(waarde: object) -> str:
    if isinstance(waarde, Decimal):
        return str(waarde)
    if isinstance(waarde, datetime.date | datetime.time):
        return waarde.isoformat()
    raise TypeError(f"TOML kent dit soort waarde niet: {type(waarde).__name__}")


ZINNEN = {
    "missing": "deze sleutel ontbreekt",
    "extra_forbidden": "deze sleutel is onbekend",
    "string_type": "hier hoort tekst te staan",
    "string_too_short": "deze tekst is te kort",
    "string_too_long": "deze tekst is te lang",
    "string_pattern_mismatch": "deze tekst heeft niet de vorm die hier hoort",
    "int_type": "hier hoort een geheel getal te staan",
    "int_parsing": "hier hoort een geheel getal te staan",
    "bool_type": "hier hoort true of false te staan",
    "decimal_type": "hier hoort een getal te staan",
    "decimal_parsing": "hier hoort een getal te staan",
    "decimal_max_places": "dit getal heeft te veel cijfers achter de komma",
    "finite_number": "hier hoort een gewoon getal te staan",
    "date_type": "hier hoort een datum te staan, zoals 2024-06-03",
    "date_parsing": "hier hoort een datum te staan, zoals 2024-06-03",
    "date_from_datetime_parsing": "hier hoort een datum te staan, zoals 2024-06-03",
    "date_from_datetime_inexact": "hier hoort een datum zonder tijd te staan",
    "enum": "deze waarde mag hier niet",
    "literal_error": "deze waarde mag hier niet",
    "tuple_type": "hier hoort een lijst te staan",
    "too_short": "deze lijst is te kort",
    "too_long": "deze lijst is te lang",
    "model_type": "hier hoort een groep sleutels te staan",
    "dict_type": "hier hoort een groep sleutels te staan",
    "greater_than": "dit getal is te klein",
    "greater_than_equal": "dit getal is te klein",
    "less_than": "dit getal is te groot",
    "less_than_equal": "dit getal is te groot",
}
"""Kind of finding (as pydantic names it) -> what a person reads. Own validators bring their own sentence."""


def _zin(bevinding: ErrorDetails) -> str:
    """One finding in words: key path, what is wrong, and which value stood there if that is short."""
    if bevinding["type"] == "value_error":
        wat = bevinding["msg"].removeprefix("Value error, ")
        return f"{sleutelpad(bevinding['loc'])}: {wat}."
    wat = ZINNEN.get(bevinding["type"], "deze waarde mag hier niet")
    waarde = bevinding["input"]
    toont = bevinding["type"] not in ("missing", "extra_forbidden") and isinstance(waarde, str | int)
    gevonden = f" (er staat: {str(waarde)[:60]})" if toont else ""
    return f"{sleutelpad(bevinding['loc'])}: {wat}{gevonden}."


def sleutelpad(plaats: tuple[int | str, ...]) -> str:
    """Key path as people write it, lists counted from 1: `team[2].naam[1].van`."""
    pad = ""
    for deel in plaats:
        pad += f"[{deel + 1}]" if isinstance(deel, int) else f".{deel}"
    return pad.lstrip(".") or "hele bestand"


def _schemafout(pad: Path, bevindingen: list[ErrorDetails]) -> Definitiefout:
    zinnen = [_zin(bevinding) for bevinding in bevindingen[:MAX_FOUTEN]]
    rest = len(bevindingen) - len(zinnen)
    if rest:
        zinnen.append(f"En nog {rest} andere.")
    return Definitiefout(
        fout="definitie_onjuist",
        toelichting=" ".join([f"Het definitiebestand {bestandsnaam(pad)} klopt niet.", *zinnen]),
        doe="Verbeter de genoemde sleutels; lijsten tellen vanaf 1.",
    )

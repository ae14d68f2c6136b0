"""The page about the API, made from its OpenAPI document: what goes in, what comes out, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samendoen.schil.api import Kolom, Tabel

Schema = Mapping[str, Any]
VERWIJST = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Bewerking:
    """One operation, as ready strings; `antwoorden` are pairs of status and the name of what comes back."""

    anker: str
    methode: str
    pad: str
    titel: str
    uitleg: str
    invoer: Tabel | None
    antwoorden: list[tuple[str, str]]


def bewerkingen(openapi: Schema) -> list[Bewerking]:
    """Return every operation in the order of the document."""
    schemas: Schema = openapi["components"]["schemas"]
    return [
        _bewerking(methode.upper(), pad, bewerking, schemas)
        for pad, methoden in openapi["paths"].items()
        for methode, bewerking in methoden.items()
    ]


def gegevens(openapi: Schema) -> list[tuple[str, Tabel]]:
    """Return name and fields of everything that can come back, each once."""
    schemas: Schema = openapi["components"]["schemas"]
    namen = [naam for bewerking in bewerkingen(openapi) for _status, naam in bewerking.antwoorden]
    stukken = [_stuk(veld) for naam in namen for veld in schemas[naam]["properties"].values()]
    return [
        (naam, _tabel(_("Velden van %(naam)s") % {"naam": naam}, _velden(schemas[naam], schemas)))
        for naam in dict.fromkeys([*namen, *stukken])
        if "properties" in schemas.get(naam, {})
    ]


def _bewerking(methode: str, pad: str, bewerking: Schema, schemas: Schema) -> Bewerking:
    velden = [*_in_adres(bewerking, schemas), *_in_inhoud(bewerking, schemas)]
    titel = {"titel": bewerking["summary"]}
    return Bewerking(
        anker=bewerking["operationId"],
        methode=methode,
        pad=pad,
        titel=bewerking["summary"],
        uitleg=bewerking.get("description", ""),
        invoer=_tabel(_("Invoer bij: %(titel)s") % titel, velden, _("Moet")) if velden else None,
        antwoorden=[
            (str(status), _naam(_json(antwoord)))
            for status, antwoord in bewerking["responses"].items()
            if str(status).startswith("2")
        ],
    )


def _tabel(titel: str, rijen: list[dict[str, str]], moet: str = "") -> Tabel:
    kolommen = [Kolom("naam", _("Veld"), heel=True), Kolom("soort", _("Soort"))]
    kolommen += [Kolom("moet", moet)] if moet else []
    return Tabel(titel, [*kolommen, Kolom("uitleg", _("Uitleg"))], rijen)


def _in_adres(bewerking: Schema, schemas: Schema) -> Iterator[dict[str, str]]:
    for parameter in bewerking.get("parameters", []):
        schema = {**parameter["schema"], "description": parameter.get("description", "")}
        rij = _rij(parameter["name"], schema, schemas, bool(parameter["required"]))
        yield {**rij, "soort": _("%(soort)s, in het adres") % {"soort": rij["soort"]}}


def _in_inhoud(bewerking: Schema, schemas: Schema) -> list[dict[str, str]]:
    inhoud = bewerking.get("requestBody")
    return _velden(_json(inhoud), schemas) if inhoud else []


def _json(deel: Schema) -> Schema:
    schema: Schema = deel["content"]["application/json"]["schema"]
    return schema


def _velden(schema: Schema, schemas: Schema) -> list[dict[str, str]]:
    heel = _volg(schema, schemas)
    verplicht = heel.get("required", ())
    return [_rij(naam, veld, schemas, naam in verplicht) for naam, veld in heel["properties"].items()]


def _naam(schema: Schema) -> str:
    """Return the name of what a schema refers to, "" when it is no reference."""
    return str(schema.get("$ref", "")).removeprefix(VERWIJST)


def _stuk(veld: Schema) -> str:
    """Return the name of the things in a list."""
    return _naam(veld.get("items", {})) if veld.get("type") == "array" else ""


def _rij(naam: str, veld: Schema, schemas: Schema, moet: bool) -> dict[str, str]:
    return {
        "naam": naam,
        "soort": _soort(veld, schemas),
        "moet": _("ja") if moet else _("nee"),
        "uitleg": veld.get("description", ""),
    }


def _volg(schema: Schema, schemas: Schema) -> Schema:
    """Return what a reference points at, and of a choice with nothing the something."""
    if "$ref" in schema:
        gevolgd: Schema = schemas[schema["$ref"].removeprefix(VERWIJST)]
        return gevolgd
    for keuze in [*schema.get("anyOf", ()), *schema.get("allOf", ())]:
        if keuze.get("type") != "null":
            return _volg(keuze, schemas)
    return schema


def _soort(veld: Schema, schemas: Schema) -> str:
    schema = _volg(veld, schemas)
    if "enum" in schema:
        return _("een van: %(keuzes)s") % {"keuzes": ", ".join(str(keuze) for keuze in schema["enum"])}
    if schema.get("type") == "array":
        soort = _soort(schema["items"], schemas) or _stuk(schema)
        return _("lijst van: %(soort)s") % {"soort": soort}
    if schema.get("maxLength"):
        return _("tekst, hoogstens %(n)s tekens") % {"n": schema["maxLength"]}
    return {
        "date": _("datum"),
        "uuid": "UUID",
        "string": _("tekst"),
        "integer": _("geheel getal"),
        "boolean": _("true of false"),
    }.get(str(schema.get("format") or schema.get("type")), "")

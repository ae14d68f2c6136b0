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
    """One operation, as ready strings and tables."""

    anker: str
    methode: str
    pad: str
    titel: str
    uitleg: str
    invoer: Tabel | None
    antwoord: Tabel | None


def bewerkingen(openapi: Schema) -> list[Bewerking]:
    """Return every operation in the order of the document."""
    schemas: Schema = openapi["components"]["schemas"]
    return [
        _bewerking(methode.upper(), pad, bewerking, schemas)
        for pad, methoden in openapi["paths"].items()
        for methode, bewerking in methoden.items()
    ]


def _bewerking(methode: str, pad: str, bewerking: Schema, schemas: Schema) -> Bewerking:
    velden = [*_in_adres(bewerking, schemas), *_in_inhoud(bewerking, schemas)]
    uit = next((_velden(_json(a), schemas) for s, a in bewerking["responses"].items() if str(s) < "300"), [])
    return Bewerking(
        anker=bewerking["operationId"],
        methode=methode,
        pad=pad,
        titel=bewerking["summary"],
        uitleg=bewerking.get("description", ""),
        invoer=_tabel(_("Invoer"), velden, _("Moet")) if velden else None,
        antwoord=_tabel(_("Antwoord"), uit) if uit else None,
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


def _velden(schema: Schema, schemas: Schema, voor: str = "") -> list[dict[str, str]]:
    """Return a row per field; the fields of a thing in a list come below it, as "meldingen[].vraag"."""
    heel = _volg(schema, schemas)
    rijen: list[dict[str, str]] = []
    for naam, veld in heel.get("properties", {}).items():
        rijen.append(_rij(voor + naam, veld, schemas, naam in heel.get("required", ())))
        stuk = _volg(veld.get("items", {}), schemas)
        if "properties" in stuk:
            rijen += _velden(stuk, schemas, f"{voor}{naam}[].")
    return rijen


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
        return _("lijst van: %(soort)s") % {"soort": _soort(schema["items"], schemas)}
    if schema.get("maxLength"):
        return _("tekst, hoogstens %(n)s tekens") % {"n": schema["maxLength"]}
    return {
        "date": _("datum"),
        "uuid": "UUID",
        "string": _("tekst"),
        "integer": _("geheel getal"),
        "boolean": _("true of false"),
        "object": _("object"),
    }.get(str(schema.get("format") or schema.get("type")), "")

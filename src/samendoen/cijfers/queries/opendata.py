"""Open data: what was published, for everybody, and its description as DCAT-AP in JSON-LD.

The properties are those that DCAT-AP 3 and DCAT-AP-NL 3 ask of a catalogue, a dataset and a distribution.
Every address is made of the address of the request: no host stands in the code.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.overzicht import NIET_ERIN
from samendoen.cijfers.queries.tabellen import Stand, Tabel, openbare_stand, tabel_uit
from samendoen.cijfers.queries.verantwoording import LICENTIES
from samendoen.kernel.api import Domeinfout, klok
from samendoen.organisatie.api import gemeente

VORMEN = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority"
Adres = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Gegevensset:
    """One published indicator: since when it is published, and the newest publication that holds it."""

    indicator: Indicator
    sinds: date
    bijgewerkt: date


@dataclass(frozen=True, slots=True)
class Aanbod:
    """All that is published: the day of the newest publication (None: nothing yet) and what it holds."""

    peildatum: date | None
    sets: tuple[Gegevensset, ...]
    dagen: tuple[date, ...]


def aanbod() -> Aanbod:
    """Return what is published now, and of which days there are publications.

    One query; the tables themselves are read once, for everybody may ask this as often as they like.
    """
    velden = ("peildatum", "hash", "gemaakt_op")
    merk = tuple(Publicatie.objects.order_by("peildatum").values_list(*velden))
    return _aanbod(merk) if merk else Aanbod(None, (), ())


@lru_cache(maxsize=2)
def _aanbod(merk: tuple[tuple[Any, ...], ...]) -> Aanbod:
    """Return it for these publications: none of them ever changes."""
    dagen = [dag for dag, *_rest in merk]
    publicaties = list(Publicatie.objects.filter(peildatum__in=dagen).order_by("peildatum"))
    laatste = publicaties[-1]
    bijgewerkt = laatste.gemaakt_op.astimezone(klok.NEDERLAND).date()
    sets = tuple(
        Gegevensset(indicator, _sinds(indicator.code, publicaties), bijgewerkt)
        for indicator in sorted(definities.indicatoren().values(), key=lambda i: i.naam.casefold())
        if indicator.openbaar and _erin(indicator.code, laatste)
    )
    return Aanbod(laatste.peildatum, sets, tuple(p.peildatum for p in reversed(publicaties)))


def _erin(code: str, publicatie: Publicatie) -> bool:
    inhoud = publicatie.tabellen.get(code)
    return inhoud is not None and not inhoud.get("tekort")


def _sinds(code: str, publicaties: list[Publicatie]) -> date:
    eerste = next(p for p in publicaties if _erin(code, p))
    return eerste.gemaakt_op.astimezone(klok.NEDERLAND).date()


def openbare_tabel(code: str, peildatum: date | None) -> Tabel | None:
    """Return the published table of an indicator, None when that publication does not hold it."""
    indicator = definities.indicatoren().get(code)
    if indicator is None or not indicator.openbaar:
        return None
    try:
        van: Stand = openbare_stand(peildatum)
        return tabel_uit(van, indicator, indicator.weergave.per)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN | {"niets_gepubliceerd", "niet_gepubliceerd"}:
            raise
        return None


def catalogus(van: Aanbod, pagina: str, bestand: Adres) -> dict[str, Any]:
    """Return the description of all that is published. `pagina` is the address of the page of open data,
    `bestand(code, vorm)` that of a file."""
    naam = _gemeentenaam()
    uit: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": pagina,
        "@type": "dcat:Catalog",
        "dct:title": _nl(f"Open data sociaal domein van {naam}"),
        "dct:description": _nl(
            f"De cijfers over het sociaal domein die de gemeente {naam} publiceert. Niemand is te herkennen."
        ),
        "dct:publisher": _uitgever(naam),
        "dcat:contactPoint": _contact(naam, pagina),
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:license": {"@id": _licentie()},
        "foaf:homepage": {"@id": pagina},
        "dcat:themeTaxonomy": {"@id": f"{EU}/data-theme"},
        "dcat:dataset": [_set(s, van, pagina, bestand, naam) for s in van.sets],
    }
    if van.sets:
        uit["dct:issued"] = _dag(min(s.sinds for s in van.sets))
        uit["dct:modified"] = _dag(max(s.bijgewerkt for s in van.sets))
    return uit


def _set(s: Gegevensset, van: Aanbod, pagina: str, bestand: Adres, naam: str) -> dict[str, Any]:
    i, eigen = s.indicator, f"{pagina}#{s.indicator.code}"
    return {
        "@id": eigen,
        "@type": "dcat:Dataset",
        "dct:identifier": eigen,
        "dct:title": _nl(f"{i.naam}, gemeente {naam}"),
        "dct:description": _nl(f"{i.zin} {i.waarom}"),
        "dct:publisher": _uitgever(naam),
        "dct:creator": _uitgever(naam),
        "dcat:contactPoint": _contact(naam, pagina),
        "dcat:theme": {"@id": f"{EU}/data-theme/SOCI"},
        "dcat:keyword": [_nl(woord) for woord in ("sociaal domein", "gemeente", i.eenheid)],
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:license": {"@id": _licentie()},
        "dct:issued": _dag(s.sinds),
        "dct:modified": _dag(s.bijgewerkt),
        "dct:accrualPeriodicity": {"@id": f"{EU}/frequency/MONTHLY"},
        "dct:spatial": {"@id": _tooi(), "@type": "dct:Location"},
        "dcat:landingPage": {"@id": eigen},
        "dcat:distribution": [_vorm(s, vorm, van, eigen, bestand) for vorm in VORMEN],
    }


def _vorm(s: Gegevensset, vorm: str, van: Aanbod, eigen: str, bestand: Adres) -> dict[str, Any]:
    soort, media = VORMEN[vorm]
    adres = bestand(s.indicator.code, vorm)
    return {
        "@id": adres,
        "@type": "dcat:Distribution",
        "dct:title": _nl(f"{s.indicator.naam} ({soort})"),
        "dct:description": _nl(f"De stand van {van.peildatum}, met definitie en licentie."),
        "dcat:accessURL": {"@id": eigen},
        "dcat:downloadURL": {"@id": adres},
        "dct:format": {"@id": f"{EU}/file-type/{soort}"},
        "dcat:mediaType": {"@id": f"http://www.iana.org/assignments/media-types/{media}"},
        "dct:license": {"@id": _licentie()},
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:issued": _dag(s.sinds),
        "dct:modified": _dag(s.bijgewerkt),
    }


def _gemeentenaam() -> str:
    eigen = gemeente()
    return eigen.naam if eigen else settings.SAMENDOEN_GEMEENTE


def _uitgever(naam: str) -> dict[str, Any]:
    return {"@id": _tooi(), "@type": "foaf:Organization", "foaf:name": _nl(f"Gemeente {naam}")}


def _tooi() -> str:
    """Return the name of this municipality in the list of government organisations (TOOI)."""
    return f"https://identifier.overheid.nl/tooi/id/gemeente/gm{settings.SAMENDOEN_GEMEENTE}"


def _contact(naam: str, pagina: str) -> dict[str, Any]:
    return {
        "@type": "vcard:Organization",
        "vcard:fn": f"Gemeente {naam}, sociaal domein",
        "vcard:hasURL": {"@id": pagina},
    }


def _licentie() -> str:
    return LICENTIES[definities.licentie()][2]


def _nl(tekst: str) -> dict[str, str]:
    return {"@value": tekst, "@language": "nl"}


def _dag(dag: date) -> dict[str, str]:
    return {"@value": dag.isoformat(), "@type": "xsd:date"}

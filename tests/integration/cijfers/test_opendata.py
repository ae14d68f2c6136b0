"""Open data: for everybody, only what was published, and described as DCAT-AP asks."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samendoen.cijfers.api import maak_momentopname, publiceer
from samendoen.kernel.actor import SYSTEEM
from tests.integration.cijfers.conftest import Meld

pytestmark = pytest.mark.django_db
# What DCAT-AP 3 and DCAT-AP-NL 3 ask: mandatory, or recommended where a portal needs it.
CATALOGUS = "dct:title dct:description dct:publisher dcat:contactPoint dcat:dataset dct:license dct:language"
DATASET = (
    "dct:title dct:description dct:identifier dct:publisher dct:creator dcat:contactPoint dcat:theme "
    "dct:accessRights dcat:distribution dct:issued dct:modified dct:license dcat:keyword"
)
DISTRIBUTIE = "dct:title dcat:accessURL dcat:downloadURL dct:license dct:format dcat:mediaType dct:modified"


def test_everybody_takes_along_what_was_published_and_nothing_else(meld: Meld) -> None:
    bezoeker = Client()
    assert "Er is nog niets gepubliceerd" in bezoeker.get("/open-data/").content.decode()
    assert bezoeker.get("/open-data/meldingen-per-team.csv").status_code == 404
    leeg = json.loads(bezoeker.get("/open-data/catalogus.jsonld").content)
    assert (leeg["dcat:dataset"], "dct:issued" in leeg) == ([], False)

    meld("gebiedsteam_leerdam", date(2023, 3, 1), 30)
    meld("gebiedsteam_leerdam", date(2024, 3, 1), 2)
    meld("voorzieningen", date(2024, 3, 1), 12)
    publiceer(SYSTEEM, maak_momentopname(SYSTEEM).peildatum)

    pagina = bezoeker.get("/open-data/").content.decode()
    assert "Meldingen per team" in pagina
    assert "Open meldingen" not in pagina
    als_csv = bezoeker.get("/open-data/meldingen-per-team.csv")
    assert als_csv.headers["Cache-Control"] == "public, max-age=3600"
    rijen = list(csv.DictReader(io.StringIO(als_csv.content.decode("utf-8-sig")), delimiter=";"))
    assert {rij["waarde"] for rij in rijen} == {"30", ""}
    assert {rij["licentie"] for rij in rijen} == {"https://creativecommons.org/publicdomain/zero/1.0/"}
    als_json = json.loads(bezoeker.get("/open-data/meldingen-per-team.json?peildatum=2024-06-02").content)
    assert (als_json["peildatum"], als_json["licentie"]["code"]) == ("2024-06-02", "CC0-1.0")
    for pad in (
        "meldingen-open.csv",
        "meldingen-per-team.exe",
        "meldingen-per-team.csv?peildatum=2024-06-01",
    ):
        assert bezoeker.get(f"/open-data/{pad}").status_code == 404, pad
    assert bezoeker.post("/open-data/").status_code == 405
    keur_beschrijving(json.loads(bezoeker.get("/open-data/catalogus.jsonld", HTTP_HOST="testserver").content))


def keur_beschrijving(beschrijving: dict[str, Any]) -> None:
    """Hold a catalogue against what the profile asks of each part of it."""
    assert beschrijving["@type"] == "dcat:Catalog"
    assert all(beschrijving.get(naam) for naam in CATALOGUS.split())
    voorvoegsels = set(beschrijving["@context"])
    assert beschrijving["@id"] == "http://testserver/open-data/"
    assert [s["dct:title"]["@value"].split(",")[0] for s in beschrijving["dcat:dataset"]] == [
        "Meldingen per team",
        "Meldingen per wet",
    ]
    for s in beschrijving["dcat:dataset"]:
        assert s["@type"] == "dcat:Dataset"
        assert all(s.get(naam) for naam in DATASET.split()), s
        assert s["dcat:theme"]["@id"].endswith("/data-theme/SOCI")
        assert s["dct:issued"] == {"@value": s["dct:issued"]["@value"], "@type": "xsd:date"}
        assert s["dcat:contactPoint"]["vcard:fn"]
        assert s["dct:publisher"]["@id"] == "https://identifier.overheid.nl/tooi/id/gemeente/gm1961"
        assert {naam.partition(":")[0] for naam in s if not naam.startswith("@")} <= voorvoegsels
        for vorm in s["dcat:distribution"]:
            assert vorm["@type"] == "dcat:Distribution"
            assert all(vorm.get(naam) for naam in DISTRIBUTIE.split()), vorm
            adres = vorm["dcat:downloadURL"]["@id"]
            assert Client().get(adres.removeprefix("http://testserver")).status_code == 200

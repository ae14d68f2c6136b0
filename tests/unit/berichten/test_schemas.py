"""The tables against the schemas of the standard: one structure, and one verdict on every message."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from samendoen.berichten.api import Berichtsoort, beoordeel, schrijf, toets_verkeer
from samendoen.berichten.rules.soorten import Klasse
from samendoen.berichten.xml.controleren import controleer
from samendoen.berichten.xml.lezen import lees
from samendoen.berichten.xml.schema import bezwaar, vind_schema
from tests.berichten import alle_soorten, goud, variant
from tests.berichten.alle_gevallen import GEVALLEN
from tests.schemas import Tel
from tests.unit.berichten.test_verkeer import KRUISGEVALLEN

pytestmark = pytest.mark.schemas_niet_in_repo

XS = "{http://www.w3.org/2001/XMLSchema}"


@pytest.mark.parametrize("soort", alle_soorten(), ids=lambda soort: soort.code)
def test_the_schema_accepts_the_golden_message(soort: Berichtsoort, schemas: Path, tel: Tel) -> None:
    boom = lees(goud(soort.code)).boom
    assert boom is not None
    assert bezwaar(schemas, soort, boom) == ""
    tel(soort)


@pytest.mark.parametrize("soort", alle_soorten(), ids=lambda soort: soort.code)
def test_the_tables_have_the_structure_of_the_schema(soort: Berichtsoort, schemas: Path) -> None:
    pad = vind_schema(schemas, soort)
    assert pad is not None
    typen = {
        element.get("name"): element
        for bestand in (pad.parent / "basisschema.xsd", pad)
        for element in etree.parse(str(bestand)).getroot().iter(f"{XS}complexType")
    }

    def vorm(type_: str) -> list[object]:
        """Return (name, must, may repeat, parts or name of the simple type) of every element."""
        rij = typen[type_].find(f"{XS}sequence")
        assert rij is not None
        return [
            (
                e.get("name"),
                e.get("minOccurs") != "0",
                e.get("maxOccurs") == "unbounded",
                vorm(naam) if (naam := _type(e)) in typen else naam.removeprefix("LDT_"),
            )
            for e in rij
        ]

    assert vorm("Root") == _vorm(soort.wortel)


def test_both_verdicts_agree_on_every_message_of_the_rules(schemas: Path, tel: Tel) -> None:
    for geval in GEVALLEN:
        for wijzigingen in (geval.goed, geval.fout):
            controle = controleer(variant(geval.soort, wijzigingen), schemas)
            assert [b for b in controle.bevindingen if b.niveau == 1] == []
            assert controle.soort is not None
            tel(controle.soort)


def test_the_schema_accepts_every_answer_class_by_class(schemas: Path, tel: Tel) -> None:
    for geval in KRUISGEVALLEN:
        heen = controleer(variant(geval.geval.soort, geval.geval.fout)).bericht
        assert heen is not None
        if heen.soort.retour is not None:
            terug = beoordeel(heen, toets_verkeer(heen, geval.fout), "R-1", date(2024, 9, 15))
            assert controleer(schrijf(terug), schemas).bevindingen == ()
            tel(terug.soort)


def _type(element: "etree._Element") -> str:
    eigen = element.find(f"{XS}simpleType/{XS}restriction")
    return str(element.get("type") if eigen is None else eigen.get("base")).partition(":")[2]


def _vorm(klasse: Klasse) -> list[object]:
    return [
        (
            deel.naam,
            deel.verplicht,
            deel.herhaalt,
            _vorm(deel.soort)
            if isinstance(deel.soort, Klasse)
            else {"DeclaratieNummer": "IdentificatieDeclaratie"}.get(deel.soort.naam, deel.soort.naam),
        )
        for deel in klasse.delen
    ]

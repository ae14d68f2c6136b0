"""The official schemas in a run of the tests: where they are, and how many messages they judged.

They are no part of the repository: SAMENDOEN_XSD_MAP names their folder. Without it the tests that need them
are skipped, and the last lines of the run say so.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from samendoen.berichten.api import Berichtsoort
from samendoen.berichten.xml.schema import is_gereconstrueerd, vind_schema
from tests.berichten import schemamap
from tests.geen_skips import TOEGESTAAN

EIGENSCHAP = "gekeurd tegen schema"
Tel = Callable[[Berichtsoort], None]


@pytest.fixture
def schemas() -> Path:
    """Give the folder with the schemas, or skip the test."""
    map_ = schemamap()
    if map_ is None:
        pytest.skip("SAMENDOEN_XSD_MAP is not set")
    return map_


@pytest.fixture
def tel(schemas: Path, record_property: Callable[[str, object], None]) -> Tel:
    """Give the function that counts a message as judged by the schema of its kind."""

    def tel_een(soort: Berichtsoort) -> None:
        pad = vind_schema(schemas, soort)
        assert pad is not None
        record_property(EIGENSCHAP, "reconstructed" if is_gereconstrueerd(pad) else "official")

    return tel_een


@pytest.fixture
def keur_envelop(schemas: Path, record_property: Callable[[str, object], None]) -> Callable[[bytes], str]:
    """Give the function that holds an envelope against the schema of ggk0210, counts it, and says why not."""
    pad = next(schemas.rglob("ggk0210_msg_ggkberichten.xsd"), None)
    if pad is None:
        pytest.skip("no schema of ggk0210 in SAMENDOEN_XSD_MAP")
    schema = etree.XMLSchema(etree.parse(str(pad), etree.XMLParser(no_network=True)))

    def keur(inhoud: bytes) -> str:
        record_property(EIGENSCHAP, "official")
        schema.validate(etree.fromstring(inhoud, etree.XMLParser(huge_tree=True, resolve_entities=False)))
        return str(schema.error_log)

    return keur


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many messages were judged by official schemas, by reconstructed ones, and by none."""
    verslagen = [
        v for rij in terminalreporter.stats.values() for v in rij if isinstance(v, pytest.TestReport)
    ]
    geteld = Counter(w for v in verslagen for e, w in v.user_properties if e == EIGENSCHAP)
    overgeslagen = sum(v.skipped and TOEGESTAAN in v.keywords for v in verslagen)
    if geteld or overgeslagen:
        terminalreporter.line(
            f"messages held against schemas: {geteld['official']} official, "
            f"{geteld['reconstructed']} reconstructed; tests skipped without schemas: {overgeslagen}"
        )

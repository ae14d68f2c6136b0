"""The English catalogue is complete, and the check would notice if it were not."""

from pathlib import Path

import pytest
from babel.messages import Catalog

from gereedschap import catalogus


def test_every_text_of_the_interface_has_its_english() -> None:
    assert catalogus.controleer() == []


@pytest.fixture
def eigen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree of its own, with one template and one module."""
    bron = tmp_path / "src" / "samendoen"
    bron.mkdir(parents=True)
    (bron / "a.py").write_text('x = _("Naam van %(wie)s")\ny = ngettext("%(n)s dag", "%(n)s dagen", n)\n')
    (bron / "b.html").write_text(
        "  {% translate 'Opslaan' %}\n    {% blocktranslate trimmed %}\n  Een\n  zin {% endblocktranslate %}"
    )
    monkeypatch.setattr(catalogus, "WORTEL", tmp_path)
    monkeypatch.setattr(catalogus, "BRON", bron)
    monkeypatch.setattr(catalogus, "PO", tmp_path / "en" / "django.po")
    monkeypatch.setattr(catalogus, "_uit_het_recht", lambda: iter(()))
    return bron


def schrijf(**vertaald: str) -> None:
    vol = Catalog(locale="en")
    alles = {"Naam van %(wie)s": "Name of %(wie)s", "Opslaan": "Save", "Een zin": "A sentence"} | vertaald
    for bron, doel in alles.items():
        vol.add(bron, doel)
    vol.add(("%(n)s dag", "%(n)s dagen"), ("%(n)s day", "%(n)s days"))
    catalogus.PO.parent.mkdir(exist_ok=True)
    catalogus.PO.write_bytes(catalogus._po_bytes(vol))


def test_messages_come_from_modules_and_templates(eigen: Path) -> None:
    assert [b for b, _ in catalogus._alle()] == [
        "Naam van %(wie)s",
        ("%(n)s dag", "%(n)s dagen"),
        "Opslaan",
        "Een zin",
    ]


def test_a_complete_catalogue_is_fine(eigen: Path) -> None:
    schrijf()
    assert catalogus.controleer() == []


def test_a_missing_translation_is_found(eigen: Path) -> None:
    schrijf(Opslaan="")
    assert any("Opslaan" in regel for regel in catalogus.controleer())


def test_a_text_that_nobody_uses_is_found(eigen: Path) -> None:
    schrijf(Weg="Gone")
    assert any("Weg" in regel for regel in catalogus.controleer())


def test_another_placeholder_is_found(eigen: Path) -> None:
    schrijf(**{"Naam van %(wie)s": "Name of %(who)s"})
    assert any("plaatshouders" in regel for regel in catalogus.controleer())


def test_an_untrimmed_block_is_refused(eigen: Path) -> None:
    (eigen / "c.html").write_text("{% blocktranslate %} los {% endblocktranslate %}")
    with pytest.raises(catalogus.Fout, match=r"c\.html:1"):
        catalogus.controleer()


def test_updating_keeps_what_was_translated(eigen: Path) -> None:
    schrijf(Weg="Gone")
    assert catalogus.bijwerken() == []
    assert catalogus.controleer() == []


def test_compiling_makes_a_catalogue_that_gettext_reads(eigen: Path) -> None:
    import gettext

    schrijf()
    catalogus.compileer()
    with catalogus.PO.with_suffix(".mo").open("rb") as mo:
        assert gettext.GNUTranslations(mo).gettext("Opslaan") == "Save"

"""Indicators as data: what the schema refuses, and that ours can be computed."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from samendoen.cijfers import definities
from samendoen.cijfers.queries.vragen import vraag
from samendoen.cijfers.rules.uitdrukking import Aantal, Kolomgroep, Periodegroep
from samendoen.kernel.definities import Definitiefout

Lees = Callable[..., definities.Indicator]
GOED = Path(definities.MAP / "meldingen-per-team.toml").read_text()


@pytest.fixture
def lees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Give a function that reads a changed copy of the packaged indicator."""

    def binnen(oud: str, nieuw: str, naam: str = "meldingen-per-team") -> definities.Indicator:
        assert oud in GOED
        (tmp_path / f"{naam}.toml").write_text(GOED.replace(oud, nieuw, 1))
        monkeypatch.setattr(definities, "MAP", tmp_path)
        definities._lees.cache_clear()
        return next(iter(definities.indicatoren().values()))

    yield binnen
    definities._lees.cache_clear()


def test_every_packaged_indicator_can_be_asked_in_all_its_breakdowns() -> None:
    assert definities.indicatoren()
    for indicator in definities.indicatoren().values():
        for naam in indicator.uitsplitsingen:
            vraag(indicator, [naam])


def test_meldingen_per_team_counts_meldingen() -> None:
    gevraagd = vraag(definities.indicatoren()["meldingen-per-team"], ["team", "jaar"])
    assert (gevraagd.feit, gevraagd.filters, gevraagd.maat) == ("melding", (), Aantal())
    assert gevraagd.groepen == (Kolomgroep("team"), Periodegroep("jaar", "ontvangen_op"))


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ('eenheid = "meldingen"', 'eenheid = "meldingen"\nsql = "SELECT 1"', "sql: deze sleutel is onbekend"),
        (
            'controleur = "Samendoen, redactie toegang"',
            'controleur = "samendoen, redactie  Cijfers"',
            "iemand anders",
        ),
        ('soort = "tellen"', 'soort = "gok"', "soort: deze waarde mag hier niet"),
        ('soort = "aantal"', 'soort = "mediaan"', "maat"),
        ('soort = "aantal"', 'soort = "aandeel"\nteller = []', "maat.aandeel.teller: deze lijst is te kort"),
        ('niveau = "throughput"', 'niveau = "resultaat"', "niveau: deze waarde mag hier niet"),
        ("herzien_voor = 2025-06-01", "herzien_voor = 2024-06-03", "herzien_voor ligt na herzien_op"),
        ('rijen = "team"', 'rijen = "wijk"', "uitsplitsing bestaat niet in dit bestand: wijk"),
        ('kolommen = "jaar"', 'kolommen = "team"', "weergave staat er meer dan één keer in: team"),
        ('periode = "2024"', 'periode = "mei 2024"', "schrijf een periode als 2024"),
        (
            '"uitvoeringskader: hoofdstuk 3, paragraaf 5, voetnoot 7"',
            '"jaarverslag: 1"',
            "document bestaat niet",
        ),
        ("[weergave]", '[[filter]]\nkolom = "kader"\n[weergave]', "precies één van de vier"),
        ("[weergave]", '[[filter]]\nkolom = "kader"\nis = "a"\nin = ["b"]\n[weergave]', "precies één van de"),
    ],
)
def test_the_schema_refuses_what_is_not_right(lees, oud: str, nieuw: str, zin: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Definitiefout) as fout:
        lees(oud, nieuw)
    assert zin in fout.value.toelichting


def test_a_file_has_the_name_of_its_indicator(lees) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Definitiefout, match="het bestand heet iets-anders"):
        lees("[maat]", "[maat]", "iets-anders")


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        (
            'true\neenheid = "meldingen"\nfeit = "melding"',
            'false\neenheid = "m"\nfeit = "weer"',
            "bestaat niet",
        ),
        ('kolom = "ontvangen_op"', 'kolom = "binnen_op"', "geen kolom binnen_op"),
        ('kolom = "ontvangen_op"', 'kolom = "kanaal"', "periode.kolom: kanaal is geen datum"),
        ('soort = "aantal"', 'soort = "uniek"\nkolom = "wie"', "heeft geen kolom wie"),
        ("[weergave]", '[[filter]]\nkolom = "kader"\nis = 3\n[weergave]', "filter[1]: 3 is geen waarde"),
        ("[weergave]", '[[filter]]\nkolom = "kader"\nvan = "a"\n[weergave]', "heeft geen volgorde"),
        ("[weergave]", '[[filter]]\nkolom = "ontvangen_op"\nvan = "mei"\n[weergave]', "mei is geen datum"),
        ("[weergave]", '[[filter]]\nkolom = "inwoner"\nis = "x"\n[weergave]', "kan niet worden gefilterd"),
        (
            '["team", "jaar", "kwartaal", "maand", "kanaal", "kader"]',
            '["team", "jaar", "inwoner"]',
            "op inwoner (pseudoniem) kan niet worden uitgesplitst",
        ),
    ],
)
def test_words_that_do_not_fit_the_fact_are_named(lees, oud: str, nieuw: str, zin: str) -> None:  # type: ignore[no-untyped-def]
    indicator = lees(oud, nieuw)
    with pytest.raises(Definitiefout) as fout:
        vraag(indicator, indicator.uitsplitsingen)
    assert zin in fout.value.toelichting


@pytest.mark.parametrize(
    ("maat", "extra", "zin"),
    [
        ('{ soort = "som", kolom = "dagen" }', "", "een som of percentiel gaat niet naar buiten"),
        ('{ soort = "percentiel", percentiel = 90, kolom = "a" }', "", "een som of percentiel gaat niet"),
        ('{ soort = "percentiel", percentiel = 100, kolom = "a" }', "", "dit getal is te groot"),
        ('{ soort = "mediaan", kolom = "a", deler = 0 }', "", "dit getal is te klein"),
        (
            '{ soort = "aantal" }',
            '[[filter]]\nkolom = "kader"\nis = "wmo"\n',
            "telt andere regels van het feit",
        ),
        (
            '{ soort = "aandeel", teller = [{ kolom = "team", is = "x" }] }',
            "",
            "meldingen-per-team is ook openbaar en gebruikt ook team",
        ),
        ('{ soort = "aantal" }', '[[filter]]\nkolom = "kader"\nis = "a"\nsinds = "b"\n', "bereik van dagen"),
        ('{ soort = "aantal" }', "FEIT", "staat niet in onthulling.toml"),
        ('{ soort = "uniek", kolom = "inwoner" }', "PER", "wat niet optelt vraagt dezelfde uitsplitsing"),
    ],
)
def test_what_would_give_another_away_is_not_made_public(
    lees: Lees, tmp_path: Path, maat: str, extra: str, zin: str
) -> None:
    """Disclosure control links the tables of one set of rows; others may not go out beside them."""
    tweede = GOED.replace('code = "meldingen-per-team"', 'code = "tweede"')
    if extra == "FEIT":
        tweede, extra = tweede.replace('feit = "melding"', 'feit = "termijn"'), ""
    if extra == "PER":
        tweede, extra = tweede.replace('rijen = "team"', 'rijen = "kanaal"'), ""
    tweede = tweede.replace('[maat]\nsoort = "aantal"', f"{extra}[maat]\n{maat[2:-2].replace(', ', chr(10))}")
    if "aandeel" in maat:
        tweede = tweede.replace('teller = [{ kolom = "team"\nis', 'teller = [{ kolom = "team", is')
    (tmp_path / "tweede.toml").write_text(tweede)
    with pytest.raises(Definitiefout) as fout:
        lees("[maat]", "[maat]")
    assert "tweede" in f"{fout.value.fout} {fout.value.toelichting}"
    assert zin in fout.value.toelichting


def test_what_is_measured_elsewhere_counts_apart_and_says_what_cannot_be_right() -> None:
    elders = definities.externe_indicatoren()
    assert not set(elders) & set(definities.indicatoren())
    metingen = elders["huishoudens-met-wmo"].meting
    assert [(m.gebied, m.waarde, bool(m.twijfel)) for m in metingen] == [
        ("Lopik", 12, False),
        ("Nederland", 81, True),
    ]
    assert elders["jeugdhulp-voortijdig-gestopt"].meting[1].waarde == Decimal("19.8")


@pytest.mark.parametrize(
    ("maat", "zin"),
    [
        ('soort = "mediaan"\nkolom = "kanaal"', "maat.kolom: kanaal is geen geheel getal"),
        ('soort = "gemiddelde"\nkolom = "ontvangen_op"', "noem sinds om dagen te tellen"),
        ('soort = "mediaan"\nkolom = "getrieerd_op"\nsinds = "kanaal"', "maat.sinds: kanaal is geen datum"),
    ],
)
def test_only_numbers_and_days_are_measured(lees: Lees, maat: str, zin: str) -> None:
    indicator = lees('soort = "aantal"', maat)
    with pytest.raises(Definitiefout) as fout:
        vraag(indicator, [])
    assert zin in fout.value.toelichting


def test_the_threshold_is_never_below_five(tmp_path: Path) -> None:
    laag = tmp_path / "laag.toml"
    laag.write_text("drempel = 4\naanname = true\n")
    with pytest.raises(Definitiefout, match="te klein"):
        definities.lees_drempel(laag)
    assert definities.drempel() == 5


def test_the_hash_follows_every_file_that_decides_a_figure(lees, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    eerst = definities.definities_hash()
    lees('naam = "Meldingen per team"', 'naam = "Meldingen naar team"')
    gewijzigd = definities.definities_hash()
    assert len(gewijzigd) == 64
    assert gewijzigd != eerst

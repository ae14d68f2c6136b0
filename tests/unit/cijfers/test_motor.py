"""The engine against a slow and obvious one in plain Python, on random small facts."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.cijfers.definities import Indicator
from samendoen.cijfers.queries.motor import NietToegestaan, bereken, keur
from samendoen.cijfers.queries.vragen import vraag as vraag_van
from samendoen.cijfers.rules.uitdrukking import (
    Aandeel,
    Aantal,
    EenVan,
    Groep,
    Kolomgroep,
    Maat,
    Meting,
    Periodegroep,
    Uitkomst,
    Uniek,
    Vraag,
)
from samendoen.kernel import stekkers
from samendoen.kernel.api import Domeinfout
from samendoen.kernel.stekkers import Feitsoort, Kolom
from tests.unit.cijfers.naslag import reken

Rij = dict[str, Any]
SCHEMA = pa.schema(
    [
        ("team", pa.string()),
        ("dag", pa.date32()),
        ("klaar", pa.date32()),
        ("aantal", pa.int64()),
        ("snel", pa.bool_()),
        ("wie", pa.string()),
    ]
)
_nummers = count()
KOLOMMEN = ["team", "dag", "klaar", "aantal", "snel", "wie"]
GROEPEN = ["team", "snel", "aantal", "jaar", "kwartaal", "maand"]
KAAL = {
    "code": "proef", "naam": "Proef", "zin": "Alleen in de tests.", "waarom": "Om te vergelijken.",
    "niveau": "output", "soort": "tellen", "herkomst": {"aanname": True}, "eenheid": "proeven",
    "feit": "proef", "richting": "geen", "auteur": "een", "controleur": "twee", "herzien_op": "2024-01-01",
    "herzien_voor": "2025-01-01",
}  # fmt: skip


def als_antwoord(u: Uitkomst) -> tuple[Any, ...]:
    """Return an answer in the shape of the slow engine."""
    if u.gemeten:
        return u.waarde, u.teller
    return (u.teller,) if u.noemer is None else (u.teller, u.noemer)


def schrijf(map_: Path, rijen: list[Rij]) -> Path:
    pad = map_ / f"{next(_nummers)}.parquet"
    pq.write_table(pa.Table.from_pylist(rijen, SCHEMA), pad)
    return pad


TEAMS = st.sampled_from(["leerdam", "meerkerk", "vianen"])
DAGEN = st.dates(date(2021, 11, 1), date(2022, 4, 30))
rijen_ = st.lists(
    st.fixed_dictionaries(
        {
            "team": st.none() | TEAMS,
            "dag": st.none() | DAGEN,
            "klaar": st.none() | DAGEN,
            "aantal": st.none() | st.integers(-2, 3),
            "snel": st.none() | st.booleans(),
            "wie": st.none() | st.sampled_from("abc"),
        }
    ),
    max_size=25,
)
dagtekst = DAGEN.map(date.isoformat)
bereik = st.sampled_from([{"van": -1}, {"tot": 2}, {"van": -1, "tot": 2}])
filters_ = st.one_of(
    st.lists(TEAMS, min_size=1, max_size=3).map(lambda teams: {"kolom": "team", "in": teams}),
    st.booleans().map(lambda ja: {"kolom": "snel", "is": ja}),
    st.builds(lambda kolom, leeg: {"kolom": kolom, "leeg": leeg}, st.sampled_from(KOLOMMEN), st.booleans()),
    dagtekst.map(lambda dag: {"kolom": "dag", "van": dag}),
    bereik.map(lambda grenzen: {"kolom": "aantal", **grenzen}),
    st.integers(-40, 40).map(lambda n: {"kolom": "klaar", "sinds": "dag", "tot": n}),
)
groepen_ = st.lists(
    st.sampled_from(["team", "snel", "aantal", "jaar", "kwartaal", "maand"]), max_size=3, unique=True
)
gemeten_ = st.builds(
    lambda maat, wat: {**maat, **wat},
    st.sampled_from(
        [
            {"soort": "som"},
            {"soort": "gemiddelde"},
            {"soort": "mediaan"},
            {"soort": "percentiel", "percentiel": 90},
            {"soort": "percentiel", "percentiel": 1},
        ]
    ),
    st.sampled_from(
        [{"kolom": "aantal"}, {"kolom": "aantal", "deler": 100}, {"kolom": "klaar", "sinds": "dag"}]
    ),
)
maten_ = st.one_of(
    st.just({"soort": "aantal"}),
    st.sampled_from(["wie", "team", "dag", "aantal"]).map(lambda kolom: {"soort": "uniek", "kolom": kolom}),
    st.lists(filters_, min_size=1, max_size=2).map(lambda teller: {"soort": "aandeel", "teller": teller}),
    st.just({"soort": "verdeling", "kolom": "team", "uitgelicht": "leerdam"}),
    gemeten_,
    gemeten_,
)


@pytest.fixture(scope="module")
def proef() -> Iterator[None]:
    """Offer the fact of these tests."""
    soorten = {"team": "code", "dag": "datum", "klaar": "datum", "aantal": "geheel", "snel": "janee"}
    kolommen = [Kolom(naam, soort, "geen", naam) for naam, soort in soorten.items()]  # type: ignore[arg-type]
    kolommen.append(Kolom("wie", "pseudoniem", "pseudoniem", "wie"))
    eigen = Feitsoort("proef", "een proef", tuple(kolommen), rijen=lambda _moment: iter(()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stekkers.feit, "_inhoud", {"proef": eigen})
        yield


def gelezen(filters: list[Any], maat: dict[str, Any]) -> tuple[dict[str, Any], Indicator]:
    """Return a definition as it stands in a file, and as the product reads it."""
    deel = {"filter": filters, "maat": maat, "periode": {"kolom": "dag"}}
    weergave = {"rijen": "team"}
    ruw = {**KAAL, **deel, "weergave": weergave, "uitsplitsingen": GROEPEN}
    return ruw, Indicator.model_validate_json(json.dumps(ruw), strict=True)


@settings(max_examples=120, deadline=None)
@given(rijen=rijen_, filters=st.lists(filters_, max_size=2), maat=maten_, per=groepen_)
def test_the_engine_gives_what_the_slow_one_gives(
    proef: None,
    tmp_path_factory: pytest.TempPathFactory,
    rijen: list[Rij],
    filters: list[Any],
    maat: dict[str, Any],
    per: list[str],
) -> None:
    ruw, indicator = gelezen(filters, maat)
    pad = schrijf(tmp_path_factory.getbasetemp(), rijen)
    uitkomsten = bereken(pad, "", vraag_van(indicator, per))
    gekregen = {u.sleutels: als_antwoord(u) for u in uitkomsten}
    assert len(gekregen) == len(uitkomsten)
    verwacht = reken(ruw, rijen, per)
    assert gekregen.keys() == verwacht.keys()
    for sleutel, antwoord in verwacht.items():
        assert gekregen[sleutel] == pytest.approx(antwoord)


def test_a_fixture_counted_by_hand(tmp_path: Path) -> None:
    """Nulls, the same row twice, a year without anything."""
    rijen: list[Rij] = [
        {"team": "leerdam", "dag": date(2021, 12, 31), "aantal": 1, "snel": True, "wie": "a"},
        {"team": "leerdam", "dag": date(2021, 12, 31), "aantal": 1, "snel": True, "wie": "a"},
        {"team": "leerdam", "dag": date(2023, 1, 1), "aantal": None, "snel": None, "wie": "b"},
        {"team": None, "dag": date(2023, 1, 1), "aantal": 2, "snel": False, "wie": None},
        {"team": "vianen", "dag": None, "aantal": 2, "snel": False, "wie": "a"},
    ]
    pad = schrijf(tmp_path, rijen)
    team, jaar = Kolomgroep("team"), Periodegroep("jaar", "dag")

    def vraag(maat: Maat, *groepen: Groep) -> set[Uitkomst]:
        return set(bereken(pad, "hand", Vraag("proef", (), groepen, maat)))

    assert vraag(Aantal()) == {Uitkomst((), 5)}
    assert vraag(Aantal(), team, jaar) == {
        Uitkomst(("leerdam", 2021), 2),
        Uitkomst(("leerdam", 2023), 1),
        Uitkomst((None, 2023), 1),
        Uitkomst(("vianen", None), 1),
    }
    assert vraag(Uniek("wie"), team) == {
        Uitkomst(("leerdam",), 2),
        Uitkomst((None,), 0),
        Uitkomst(("vianen",), 1),
    }
    assert vraag(Aandeel((EenVan("snel", (True,)),)), team) == {
        Uitkomst(("leerdam",), 2, 3),
        Uitkomst((None,), 0, 1),
        Uitkomst(("vianen",), 0, 1),
    }
    assert vraag(Meting("som", "aantal"), team) == {
        Uitkomst(("leerdam",), 2, 3, 2, gemeten=True),
        Uitkomst((None,), 1, 1, 2, gemeten=True),
        Uitkomst(("vianen",), 1, 1, 2, gemeten=True),
    }
    assert vraag(Meting("percentiel", "aantal")) == {Uitkomst((), 4, 5, 1.5, gemeten=True)}


def test_an_empty_fact_counts_zero_and_has_no_groups(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, [])
    assert bereken(pad, "leeg", Vraag("proef", (), (), Aantal())) == (Uitkomst((), 0),)
    assert bereken(pad, "leeg", Vraag("proef", (), (Kolomgroep("team"),), Aantal())) == ()


def test_a_column_that_the_snapshot_does_not_have_is_said_in_words(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, [])
    with pytest.raises(Domeinfout) as fout:
        bereken(pad, "oud", Vraag("proef", (), (Kolomgroep("wijk"),), Aantal()))
    assert "wijk" in fout.value.toelichting


def test_an_operation_outside_the_list_is_refused(tmp_path: Path) -> None:
    import ibis

    tabel = ibis.memtable({"team": ["a"]})
    with pytest.raises(NietToegestaan, match="Lowercase"):
        keur(tabel.mutate(team=tabel.team.lower()))


def test_the_figures_stack_is_imported_only_when_asked() -> None:
    """A page without figures does not pay four seconds of imports."""
    opdracht = (
        "import django, sys; django.setup(); import samendoen.cijfers.api, samendoen.cijfers.web.views; "
        "print(sorted({'ibis', 'duckdb', 'pyarrow', 'pandas', 'numpy', 'sqlglot'} & set(sys.modules)))"
    )
    klaar = subprocess.run([sys.executable, "-c", opdracht], capture_output=True, text=True, check=True)
    assert klaar.stdout.strip() == "[]"

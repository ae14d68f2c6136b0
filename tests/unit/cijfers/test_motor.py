"""The engine against a slow and obvious one in plain Python, on random small facts."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samendoen.cijfers.queries.motor import NietToegestaan, bereken, keur
from samendoen.cijfers.rules.uitdrukking import (
    Aandeel,
    Aantal,
    Bereik,
    EenVan,
    Filter,
    Groep,
    Kolomgroep,
    Maat,
    Periodegroep,
    Uitkomst,
    Uniek,
    Verdeling,
    Vraag,
)
from samendoen.kernel.api import Domeinfout

Rij = dict[str, Any]
SCHEMA = pa.schema(
    [
        ("team", pa.string()),
        ("dag", pa.date32()),
        ("aantal", pa.int64()),
        ("snel", pa.bool_()),
        ("wie", pa.string()),
    ]
)
_nummers = count()


def passeert(rij: Rij, filter_: Filter) -> bool:
    """Plain: a null passes no filter."""
    waarde = rij[filter_.kolom]
    if waarde is None:
        return False
    if isinstance(filter_, EenVan):
        return any(waarde == w for w in filter_.waarden)
    return (filter_.van is None or waarde >= filter_.van) and (filter_.tot is None or waarde < filter_.tot)


def sleutel(rij: Rij, groep: Groep) -> Any:
    """Plain: the text of a period is made from the date itself."""
    if isinstance(groep, Kolomgroep):
        return rij[groep.naam]
    dag = rij[groep.kolom]
    if dag is None:
        return None
    kwartalen = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2, 7: 3, 8: 3, 9: 3, 10: 4, 11: 4, 12: 4}
    per_deel: dict[str, Callable[[], Any]] = {
        "jaar": lambda: dag.year,
        "kwartaal": lambda: f"{dag.year}-K{kwartalen[dag.month]}",
        "maand": lambda: dag.isoformat()[:7],
    }
    return per_deel[groep.naam]()


def langzaam(rijen: list[Rij], vraag: Vraag) -> dict[tuple[Any, ...], tuple[int, int | None]]:
    """Answer a question by going over the rows one at a time."""
    groepen: dict[tuple[Any, ...], list[Rij]] = {} if vraag.groepen else {(): []}
    for rij in rijen:
        if all(passeert(rij, f) for f in vraag.filters):
            groepen.setdefault(tuple(sleutel(rij, g) for g in vraag.groepen), []).append(rij)
    gemeten = {naam: meet(groep, vraag.maat) for naam, groep in groepen.items()}
    return verdeeld(gemeten, vraag) if isinstance(vraag.maat, Verdeling) else gemeten


def verdeeld(gemeten: dict[tuple[Any, ...], tuple[int, int | None]], vraag: Vraag) -> Any:
    """Plain: beside each count the sum of those that differ in the divided column alone."""
    assert isinstance(vraag.maat, Verdeling)
    rest = [i for i, g in enumerate(vraag.groepen) if g.naam != vraag.maat.kolom]

    def heel(naam: tuple[Any, ...]) -> int:
        return sum(n for ander, (n, _) in gemeten.items() if all(ander[i] == naam[i] for i in rest))

    return {naam: (n, heel(naam)) for naam, (n, _) in gemeten.items()}


def meet(rijen: list[Rij], maat: Maat) -> tuple[int, int | None]:
    """Plain: count, count the different ones, or count those that pass beside all."""
    if isinstance(maat, Uniek):
        return len({rij[maat.kolom] for rij in rijen if rij[maat.kolom] is not None}), None
    if isinstance(maat, Aandeel):
        return sum(all(passeert(rij, f) for f in maat.teller) for rij in rijen), len(rijen)
    return len(rijen), None


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
            "aantal": st.none() | st.integers(-2, 3),
            "snel": st.none() | st.booleans(),
            "wie": st.none() | st.sampled_from("abc"),
        }
    ),
    max_size=25,
)
filters_ = st.one_of(
    st.builds(EenVan, st.just("team"), st.lists(TEAMS, min_size=1, max_size=3).map(tuple)),
    st.builds(EenVan, st.just("snel"), st.booleans().map(lambda b: (b,))),
    st.builds(EenVan, st.just("aantal"), st.lists(st.integers(-2, 3), min_size=1, max_size=2).map(tuple)),
    st.builds(Bereik, st.just("dag"), DAGEN, st.none() | DAGEN),
    st.builds(Bereik, st.just("aantal"), st.none(), st.integers(-2, 3)),
)
groepen_ = st.lists(
    st.sampled_from(
        [
            Kolomgroep("team"),
            Kolomgroep("snel"),
            Kolomgroep("aantal"),
            Periodegroep("jaar", "dag"),
            Periodegroep("kwartaal", "dag"),
            Periodegroep("maand", "dag"),
        ]
    ),
    max_size=3,
    unique=True,
).map(tuple)
maten_ = st.one_of(
    st.just(Aantal()),
    st.sampled_from(["wie", "team", "dag", "aantal"]).map(Uniek),
    st.lists(filters_, min_size=1, max_size=2).map(tuple).map(Aandeel),
    st.just(Verdeling("team")),
)
vragen_ = st.builds(Vraag, st.just("proef"), st.lists(filters_, max_size=2).map(tuple), groepen_, maten_)


@settings(max_examples=80, deadline=None)
@given(rijen=rijen_, vraag=vragen_)
def test_the_engine_gives_what_the_slow_one_gives(
    tmp_path_factory: pytest.TempPathFactory, rijen: list[Rij], vraag: Vraag
) -> None:
    pad = schrijf(tmp_path_factory.getbasetemp(), rijen)
    uitkomsten = bereken(pad, "", vraag)
    gekregen = {u.sleutels: (u.teller, u.noemer) for u in uitkomsten}
    assert len(gekregen) == len(uitkomsten)
    assert gekregen == langzaam(rijen, vraag)


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

"""All indicators of one large fact, beside hand-written SQL in DuckDB on the same file."""

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench.cijfervloer import MELDING, VUL
from tests.bench.omgeving import zeg
from tests.bench.rijen import Maat, Onderdeel

KERNEN = 2


def indicatoren(maten: Iterable[int]) -> Onderdeel:
    """Ask every indicator of meldingen of ever more rows; each answer must equal that of the query."""
    uit = Onderdeel(
        f"Alle {len(MELDING)} indicatoren over meldingen, eigen uitsplitsing",
        "met de hand geschreven SQL in DuckDB, zelfde bestand en kernen",
        "<= 1.3x",
        "meldingen",
        1.3,
    )
    for n in maten:
        zeg(f"  {n} meldingen")
        with tempfile.TemporaryDirectory(prefix="samendoen-feiten-") as map_:
            uit.maten.append(_meet(Path(map_) / "melding.parquet", n))
    return uit


def _meet(pad: Path, n: int) -> Maat:
    import duckdb

    from samendoen.cijfers import definities
    from samendoen.cijfers.queries.motor import bereken
    from samendoen.cijfers.queries.vragen import vraag
    from samendoen.cijfers.rules.uitdrukking import Aantal, Vraag

    aantallen = {i.code for i in definities.indicatoren().values() if i.feit == "melding"}
    if zonder := aantallen - MELDING.keys():
        zeg(f"  zonder query ernaast, dus niet gemeten: {', '.join(sorted(zonder))}")
    met_de_hand = duckdb.connect(config={"threads": KERNEN})
    met_de_hand.execute(VUL.format(n=n, pad=pad))
    met_de_hand.read_parquet(str(pad)).create_view("feit")
    # Both find the file in memory, and what they are made of imported.
    met_de_hand.execute("SELECT max(COLUMNS(*)) FROM feit").fetchall()
    bereken(pad, "", Vraag("melding", (), (), Aantal()))
    ons, vloer = 0.0, 0.0
    for nummer, (code, query) in enumerate(MELDING.items()):
        indicator = definities.indicatoren()[code]
        gevraagd = vraag(indicator, indicator.weergave.per)
        bereken.cache_clear()
        for wie in (0, 1) if nummer % 2 else (1, 0):
            van = time.perf_counter()
            if wie:
                uitkomsten = bereken(pad, "", gevraagd)
                ons += time.perf_counter() - van
            else:
                rijen = met_de_hand.execute(query).fetchall()
                vloer += time.perf_counter() - van
        _gelijk(code, [_als_rij(u) for u in uitkomsten], rijen)
    return Maat(n, 1000 * ons, 1000 * ons, vloer_p50=1000 * vloer, noot=f"{len(MELDING)} indicatoren")


def _als_rij(uitkomst: Any) -> tuple[Any, ...]:
    delen = (uitkomst.teller, uitkomst.noemer, uitkomst.meting) if uitkomst.gemeten else ()
    geteld = (uitkomst.teller,) if uitkomst.noemer is None else (uitkomst.teller, uitkomst.noemer)
    sleutels = (
        int(s.replace("-K", "0")) if isinstance(s, str) and "-K" in s else s for s in uitkomst.sleutels
    )
    return (*sleutels, *(delen or geteld))


def _gelijk(code: str, onze: list[tuple[Any, ...]], hun: list[tuple[Any, ...]]) -> None:
    if sorted(map(repr, onze)) != sorted(map(repr, hun)):
        raise RuntimeError(f"The engine and the query by hand differ: {code}")

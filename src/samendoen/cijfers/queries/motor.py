"""The engine: a frozen question becomes an Ibis expression, DuckDB answers it from the snapshot's file.

Only operations on the list below get through: they mean the same on every engine that Ibis knows.
The figures stack (ibis, duckdb) is imported when a question is asked, never before.
"""

from dataclasses import replace
from functools import lru_cache, reduce
from operator import and_
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.rules.uitdrukking import (
    Aandeel,
    Aantal,
    EenVan,
    Filter,
    Groep,
    Kolomgroep,
    Maat,
    Periodegroep,
    Sleutel,
    Uitkomst,
    Uniek,
    Verdeling,
    Vraag,
    periode_van,
    verdeel,
    zonder,
)
from samendoen.kernel.api import Domeinfout

TOEGESTAAN = frozenset(
    {
        "Add",
        "Aggregate",
        "And",
        "CountDistinct",
        "CountStar",
        "DatabaseTable",
        "ExtractMonth",
        "ExtractQuarter",
        "ExtractYear",
        "Field",
        "Filter",
        "GreaterEqual",
        "InValues",
        "Less",
        "Literal",
        "Multiply",
        "Project",
    }
)
_TELLER, _NOEMER = "__teller", "__noemer"


class NietToegestaan(AssertionError):
    """An expression with an operation outside the list."""


@lru_cache(maxsize=512)
def bereken(pad: Path, hash_: str, vraag: Vraag) -> tuple[Uitkomst, ...]:
    """Answer `vraag` from the file at `pad`, whose content has this hash (a file never changes).

    Raises Domeinfout when the snapshot is older than a column that is asked.
    """
    if isinstance(vraag.maat, Verdeling):
        kolom = vraag.maat.kolom
        delen = bereken(pad, hash_, replace(vraag, maat=Aantal()))
        return tuple(verdeel(vraag, kolom, delen, bereken(pad, hash_, zonder(vraag, kolom))))
    import ibis

    verbinding = ibis.duckdb.connect(
        autoinstall_known_extensions=False, autoload_known_extensions=False, threads=2
    )
    try:
        tabel = verbinding.read_parquet(pad, hive_partitioning=False)
        _kent(tabel, vraag)
        uitdrukking = bouw(tabel, vraag)
        keur(uitdrukking)
        rijen = verbinding.to_pyarrow(uitdrukking).to_pylist()
    finally:
        verbinding.disconnect()
    return tuple(_uitkomst(rij, vraag) for rij in rijen)


def bouw(tabel: Any, vraag: Vraag) -> Any:
    """Return the Ibis expression of a question on an Ibis table."""
    for filter_ in vraag.filters:
        tabel = tabel.filter(_voorwaarde(tabel, filter_))
    groepen = {groep.naam: _groep(tabel, groep) for groep in vraag.groepen}
    maten = _maten(tabel, vraag.maat)
    return tabel.aggregate(maten, by=groepen) if groepen else tabel.aggregate(maten)


def keur(uitdrukking: Any) -> None:
    """Refuse an expression with an operation outside the list. Raises NietToegestaan."""
    soorten = {type(knoop).__name__ for knoop in uitdrukking.op().find(lambda _knoop: True)}
    if vreemd := soorten - TOEGESTAAN:
        raise NietToegestaan(f"Not on the list of operations: {', '.join(sorted(vreemd))}")


def _voorwaarde(tabel: Any, filter_: Filter) -> Any:
    kolom = tabel[filter_.kolom]
    if isinstance(filter_, EenVan):
        return kolom.isin(filter_.waarden)
    grenzen = []
    if filter_.van is not None:
        grenzen.append(kolom >= filter_.van)
    if filter_.tot is not None:
        grenzen.append(kolom < filter_.tot)
    return reduce(and_, grenzen)


def _groep(tabel: Any, groep: Groep) -> Any:
    if isinstance(groep, Kolomgroep):
        return tabel[groep.naam]
    dag = tabel[groep.kolom]
    if groep.naam == "jaar":
        return dag.year()
    return dag.year() * 100 + (dag.quarter() if groep.naam == "kwartaal" else dag.month())


def _maten(tabel: Any, maat: Maat) -> dict[str, Any]:
    if isinstance(maat, Uniek):
        return {_TELLER: tabel[maat.kolom].nunique()}
    if isinstance(maat, Aandeel):
        erin = reduce(and_, (_voorwaarde(tabel, filter_) for filter_ in maat.teller))
        return {_TELLER: tabel.count(where=erin), _NOEMER: tabel.count()}
    return {_TELLER: tabel.count()}


def _uitkomst(rij: dict[str, Any], vraag: Vraag) -> Uitkomst:
    sleutels = tuple(_sleutel(rij[groep.naam], groep) for groep in vraag.groepen)
    return Uitkomst(sleutels, rij[_TELLER], rij.get(_NOEMER))


def _sleutel(waarde: Any, groep: Groep) -> Sleutel:
    if isinstance(groep, Periodegroep):
        return periode_van(waarde, groep.naam)
    sleutel: Sleutel = waarde
    return sleutel


def _kent(tabel: Any, vraag: Vraag) -> None:
    gevraagd = {groep.naam if isinstance(groep, Kolomgroep) else groep.kolom for groep in vraag.groepen}
    gevraagd |= {filter_.kolom for filter_ in vraag.filters}
    if isinstance(vraag.maat, Uniek):
        gevraagd.add(vraag.maat.kolom)
    elif isinstance(vraag.maat, Aandeel):
        gevraagd |= {filter_.kolom for filter_ in vraag.maat.teller}
    if ontbreekt := sorted(gevraagd - set(tabel.columns)):
        raise Domeinfout(
            "kolom_niet_vastgezet",
            _("Deze momentopname is gemaakt voordat %(kolommen)s werd vastgelegd.")
            % {"kolommen": ", ".join(ontbreekt)},
            _("Kies een latere peildatum, of een andere uitsplitsing."),
        )

"""The engine: a frozen question becomes an Ibis expression, DuckDB answers it from the snapshot's file.

Only operations on the list below get through: they mean the same on every engine that Ibis knows.
The figures stack (ibis, duckdb) is imported when a question is asked, never before.
"""

from dataclasses import replace
from functools import lru_cache, reduce
from operator import and_
from pathlib import Path
from threading import local
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.rules.uitdrukking import (
    Aandeel,
    Aantal,
    EenVan,
    Filter,
    Groep,
    Kolomgroep,
    Leeg,
    Maat,
    Meting,
    Periodegroep,
    Sleutel,
    Uitkomst,
    Uniek,
    Verdeling,
    Vraag,
    kolommen_van,
    periode_van,
    verdeel,
)
from samendoen.kernel.api import Domeinfout

TOEGESTAAN = frozenset(
    {
        "Add",
        "Aggregate",
        "And",
        "Count",
        "CountDistinct",
        "CountStar",
        "DatabaseTable",
        "DateDelta",
        "ExtractMonth",
        "ExtractQuarter",
        "ExtractYear",
        "Field",
        "Filter",
        "GreaterEqual",
        "InValues",
        "IsNull",
        "Less",
        "Literal",
        "Mean",
        "Multiply",
        "NotNull",
        "Project",
        "Quantile",
        "Sum",
    }
)
_TELLER, _NOEMER, _METING = "__teller", "__noemer", "__meting"

_DRAAD = local()


class NietToegestaan(AssertionError):
    """An expression with an operation outside the list."""


@lru_cache(maxsize=2048)
def bereken(pad: Path, hash_: str, vraag: Vraag) -> tuple[Uitkomst, ...]:
    """Answer `vraag` from the file at `pad`, whose content has this hash (a file never changes).

    Raises Domeinfout when the snapshot is older than a column that is asked.
    """
    if isinstance(vraag.maat, Verdeling):
        delen = bereken(pad, hash_, replace(vraag, maat=Aantal()))
        return tuple(verdeel(vraag, vraag.maat.kolom, delen))
    verbinding = verbinding_van_deze_draad()
    tabel = verbinding.read_parquet(pad, hive_partitioning=False)
    try:
        return antwoord(verbinding, tabel, vraag)
    finally:
        verbinding.drop_view(tabel.get_name())


def antwoord(verbinding: Any, tabel: Any, vraag: Vraag) -> tuple[Uitkomst, ...]:
    """Answer `vraag` from an Ibis table on this connection. Raises as `bereken`."""
    if isinstance(vraag.maat, Verdeling):
        return tuple(
            verdeel(vraag, vraag.maat.kolom, antwoord(verbinding, tabel, replace(vraag, maat=Aantal())))
        )
    _kent(tabel, vraag)
    uitdrukking = bouw(tabel, vraag)
    keur(uitdrukking)
    return tuple(_uitkomst(rij, vraag) for rij in _haal(verbinding, uitdrukking))


def _haal(verbinding: Any, uitdrukking: Any) -> list[dict[str, Any]]:
    """Return the rows of the answer; of Spark without pandas, in which a gap makes floats of numbers."""
    if verbinding.name == "pyspark":
        return [rij.asDict() for rij in verbinding.raw_sql(verbinding.compile(uitdrukking)).collect()]
    rijen: list[dict[str, Any]] = verbinding.to_pyarrow(uitdrukking).to_pylist()
    return rijen


def verbinding_van_deze_draad() -> Any:
    """Return DuckDB's connection of this thread: making one takes longer than most questions."""
    if not hasattr(_DRAAD, "verbinding"):
        import ibis

        _DRAAD.verbinding = ibis.duckdb.connect(
            autoinstall_known_extensions=False, autoload_known_extensions=False, threads=2
        )
    return _DRAAD.verbinding


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
    if isinstance(filter_, Leeg):
        return kolom.isnull() if filter_.leeg else kolom.notnull()
    if isinstance(filter_, EenVan):
        return kolom.isin(filter_.waarden)
    kolom = _waarde(tabel, filter_.kolom, filter_.sinds)
    grenzen = []
    if filter_.van is not None:
        grenzen.append(kolom >= filter_.van)
    if filter_.tot is not None:
        grenzen.append(kolom < filter_.tot)
    return reduce(and_, grenzen)


def _waarde(tabel: Any, kolom: str, sinds: str | None) -> Any:
    """Return a column, or the days from another date column to it."""
    return tabel[kolom].delta(tabel[sinds], unit="day") if sinds else tabel[kolom]


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
    if isinstance(maat, Meting):
        waarde = _waarde(tabel, maat.kolom, maat.sinds)
        return {_TELLER: waarde.count(), _NOEMER: tabel.count(), _METING: _meting(waarde, maat)}
    return {_TELLER: tabel.count()}


def _meting(waarde: Any, maat: Meting) -> Any:
    if maat.soort == "percentiel":
        return waarde.quantile(maat.percentiel / 100)
    return waarde.sum() if maat.soort == "som" else waarde.mean()


def _uitkomst(rij: dict[str, Any], vraag: Vraag) -> Uitkomst:
    sleutels = tuple(_sleutel(rij[groep.naam], groep) for groep in vraag.groepen)
    if isinstance(vraag.maat, Meting):
        meting, deler = rij[_METING], vraag.maat.deler
        gedeeld = meting if meting is None or deler == 1 else meting / deler
        return Uitkomst(sleutels, rij[_TELLER], rij[_NOEMER], gedeeld, gemeten=True)
    # Where a condition is unknown for every row of a group, Spark counts nothing instead of zero.
    return Uitkomst(sleutels, rij[_TELLER] or 0, rij.get(_NOEMER))


def _sleutel(waarde: Any, groep: Groep) -> Sleutel:
    if isinstance(groep, Periodegroep):
        return periode_van(waarde, groep.naam)
    sleutel: Sleutel = waarde
    return sleutel


def _kent(tabel: Any, vraag: Vraag) -> None:
    if ontbreekt := ontbrekende_kolommen(tabel, vraag):
        raise Domeinfout(
            "kolom_niet_vastgezet",
            _("Deze momentopname is gemaakt voordat %(kolommen)s werd vastgelegd.")
            % {"kolommen": ", ".join(ontbreekt)},
            _("Kies een latere peildatum, of een andere uitsplitsing."),
        )


def ontbrekende_kolommen(tabel: Any, vraag: Vraag) -> list[str]:
    """Return the columns that a question reads and that this Ibis table does not have."""
    gevraagd = {groep.naam if isinstance(groep, Kolomgroep) else groep.kolom for groep in vraag.groepen}
    maat = vraag.maat
    teller = maat.teller if isinstance(maat, Aandeel) else ()
    gevraagd |= {naam for filter_ in (*vraag.filters, *teller) for naam in kolommen_van(filter_)}
    if isinstance(maat, Uniek | Meting):
        gevraagd.add(maat.kolom)
    if isinstance(maat, Meting) and maat.sinds:
        gevraagd.add(maat.sinds)
    return sorted(gevraagd - set(tabel.columns))

"""A snapshot as tables of the Gemeentelijk Gegevensmodel: what the mapping says, asked of DuckDB.

Every row of a mapped fact gets a number that no other row of the export has, in the order of the file, so the
same snapshot gives the same numbers. Tables that come out of the same row refer to each other by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.cijfers.definities import ggm
from samendoen.cijfers.queries.momentopnamen import Peiling, bestand
from samendoen.kernel.api import Domeinfout

_TEKST = ("VARCHAR", "TEXT")
PER_KEER = 500
"""So many rows stand in one INSERT."""


@dataclass(frozen=True, slots=True)
class Verslag:
    """What went where: rows per table, and everything that did not go.

    `zonder_feit`: facts that this snapshot does not have. `niet_afgebeeld`: facts that the mapping does not
    know. `niet_gekozen`: rows that a table did not take, and why. `onbekend`: codes without a word in the
    standard, how often, and what they became.
    """

    tabellen: Mapping[str, int]
    zonder_feit: Sequence[str]
    niet_afgebeeld: Sequence[str]
    niet_gekozen: Sequence[tuple[str, str, int, str]] = field(default=())
    onbekend: Sequence[tuple[str, str, str, int, str]] = field(default=())


class Uitvoer:
    """The tables of one snapshot, in a DuckDB of their own; close it afterwards."""

    def __init__(self, peiling: Peiling) -> None:
        import duckdb

        self.peiling = peiling
        self._motor = duckdb.connect(config={"threads": "1", "memory_limit": "512MB"})
        self._vul = [v for v in ggm.afbeelding().vulling if v.feit in peiling.feiten]
        begin = 0
        for feit in ggm.afbeelding().feiten:
            if feit in peiling.feiten:
                self._lees(feit, begin)
                begin += peiling.feiten[feit]
        self._maak_lijsten()
        for tabel in ggm.tabellen().tabel:
            self._motor.execute(f"CREATE VIEW {tabel.naam} AS {self._vraag(tabel)}")
            self._past(tabel)

    def close(self) -> None:
        """Let go of the memory."""
        self._motor.close()

    def verslag(self) -> Verslag:
        """Return what went where, and what did not."""
        feiten = set(ggm.afbeelding().feiten)
        return Verslag(
            {t.naam: self._een(f"SELECT count(*) FROM {t.naam}") for t in ggm.tabellen().tabel},
            sorted(feiten - self.peiling.feiten.keys()),
            sorted(self.peiling.feiten.keys() - feiten),
            [
                (v.tabel, v.feit, niet, v.waarom or "")
                for v in self._vul
                if (niet := self._een(f"SELECT count(*) FROM f_{v.feit} WHERE ({_keuze(v)}) IS NOT TRUE"))
            ],
            [
                regel
                for v in self._vul
                for naam, bron in v.kolommen.items()
                for regel in self._vreemd(v, naam, bron)
            ],
        )

    def schrijf_parquet(self, tabel: ggm.Tabel, doel: Path) -> None:
        """Write a table to a Parquet file; the same rows give the same bytes."""
        pad = _tekst(str(doel))
        self._motor.execute(f"COPY (FROM {tabel.naam}) TO {pad} (FORMAT parquet, COMPRESSION zstd)")

    def inserts(self, tabel: ggm.Tabel) -> Iterator[str]:
        """Yield the INSERT statements of a table."""
        gevuld = self._gevuld(tabel)
        kop = f"INSERT INTO {tabel.naam} ({', '.join(gevuld)}) VALUES\n"
        rijen = self._motor.cursor().execute(f"SELECT {', '.join(gevuld)} FROM {tabel.naam}")
        while portie := rijen.fetchmany(PER_KEER):
            yield kop + ",\n".join(f"({', '.join(map(_letterlijk, rij))})" for rij in portie) + ";\n"

    def _lees(self, feit: str, begin: int) -> None:
        pad = _tekst(str(bestand(self.peiling, feit)))
        self._motor.execute(
            f"CREATE VIEW f_{feit} AS "
            f"SELECT file_row_number + {begin + 1} AS rij, * EXCLUDE (file_row_number) "
            f"FROM read_parquet({pad}, file_row_number = true, hive_partitioning = false)"
        )
        aanwezig = {naam for naam, *_ in self._motor.execute(f"DESCRIBE f_{feit}").fetchall()}
        gevraagd = {naam for v in self._vul if v.feit == feit for naam in v.gebruikt()}
        if ontbreekt := sorted(gevraagd - aanwezig):
            raise Domeinfout(
                "kolom_niet_vastgezet",
                _("Deze momentopname is gemaakt voordat %(kolommen)s werd vastgelegd.")
                % {"kolommen": f"{feit}: {', '.join(ontbreekt)}"},
                _("Kies een latere peildatum."),
                veld="peildatum",
            )

    def _maak_lijsten(self) -> None:
        """Number the values that the tables refer to, each list from 1 in the order of the alphabet."""
        for lijst in ggm.afbeelding().lijst:
            delen = [
                f"SELECT DISTINCT {van} AS waarde FROM f_{v.feit} WHERE {_keuze(v)} AND {van} IS NOT NULL"
                for v, van, naam in ggm.afbeelding().verwijzingen_naar_lijsten()
                if naam == lijst.tabel and v in self._vul
            ]
            samen = " UNION ".join(delen) or "SELECT NULL::VARCHAR AS waarde WHERE false"
            self._motor.execute(
                f"CREATE TABLE lijst_{lijst.tabel} AS "
                f"SELECT waarde, row_number() OVER (ORDER BY waarde) AS nummer FROM ({samen})"
            )

    def _vraag(self, tabel: ggm.Tabel) -> str:
        """Return the query of a table: every column of the standard, in the order of its key."""
        naam, sleutel = tabel.naam, next(iter(tabel.typen))
        delen = [self._uit_lijst(tabel, lijst) for lijst in ggm.afbeelding().lijst if lijst.tabel == naam]
        delen += [_uit_feit(tabel, v) for v in self._vul if v.tabel == naam]
        leeg = ", ".join(f"NULL::{type_} AS {kolom}" for kolom, type_ in tabel.typen.items())
        return f"FROM ({' UNION ALL '.join(delen) or f'SELECT {leeg} WHERE false'}) ORDER BY {sleutel}"

    def _uit_lijst(self, tabel: ggm.Tabel, lijst: ggm.Lijst) -> str:
        sleutel, eerste = list(tabel.typen)[:2]
        bron, waarde = f"lijst_{lijst.tabel}", lijst.kolom or eerste
        if lijst.vast:
            rijen = ", ".join(f"({nummer}, {_tekst(woord)})" for nummer, woord in lijst.vast)
            bron = f"(VALUES {rijen}) AS vast(nummer, waarde)"
        wat = {sleutel: "nummer", waarde: "waarde"}
        kolommen = (f"{wat.get(naam, 'NULL')}::{type_} AS {naam}" for naam, type_ in tabel.typen.items())
        return f"SELECT {', '.join(kolommen)} FROM {bron}"

    def _gevuld(self, tabel: ggm.Tabel) -> list[str]:
        """Return the columns that the mapping fills, in the order of the standard."""
        genoemd = {naam for v in ggm.afbeelding().vulling if v.tabel == tabel.naam for naam in v.kolommen}
        if any(lijst.tabel == tabel.naam for lijst in ggm.afbeelding().lijst):
            kolom = next(lijst.kolom for lijst in ggm.afbeelding().lijst if lijst.tabel == tabel.naam)
            genoemd |= {next(iter(tabel.typen)), kolom or list(tabel.typen)[1]}
        return [naam for naam in tabel.typen if naam in genoemd]

    def _past(self, tabel: ggm.Tabel) -> None:
        """Refuse a text that is longer than the standard allows: cutting it would change what it says."""
        for naam in self._gevuld(tabel):
            type_ = tabel.typen[naam]
            if not type_.startswith("VARCHAR"):
                continue
            ruimte = int(type_[8:-1])
            if self._een(f"SELECT coalesce(max(length({naam})), 0) FROM {tabel.naam}") > ruimte:
                raise Domeinfout(
                    "ggm_te_lang",
                    _("In %(kolom)s passen %(n)s tekens, en een van onze codes is langer.")
                    % {"kolom": f"{tabel.naam}.{naam}", "n": ruimte},
                    _("Zet in de afbeelding (ggm/afbeelding.toml) een kortere waarde voor die code."),
                )

    def _vreemd(self, v: ggm.Vulling, naam: str, bron: ggm.Bron) -> list[tuple[str, str, str, int, str]]:
        if not bron.waarden:
            return []
        bekend = ", ".join(_tekst(code) for code in bron.waarden)
        code = _als_code(bron.van or "")
        gevonden = self._motor.execute(
            f"SELECT {code} AS code, count(*) FROM f_{v.feit} WHERE {_keuze(v)} AND {bron.van} IS NOT NULL "
            f"AND {code} NOT IN ({bekend}) GROUP BY 1 ORDER BY 1"
        ).fetchall()
        werd = "" if bron.anders is None else str(bron.anders)
        return [(f"{v.tabel}.{naam}", v.feit, code, aantal, werd) for code, aantal in gevonden]

    def _een(self, vraag: str) -> int:
        rij = self._motor.execute(vraag).fetchone()
        assert rij is not None
        return int(rij[0])


def ddl() -> str:
    """Return CREATE TABLE of every table, with all columns of the standard, and what refers to what."""
    verwijst: dict[str, dict[str, str]] = {}
    for vulling in ggm.afbeelding().vulling:
        for naam, bron in vulling.kolommen.items():
            if doel := bron.in_ or bron.naar:
                verwijst.setdefault(vulling.tabel, {})[naam] = doel
    sleutels = {tabel.naam: next(iter(tabel.typen)) for tabel in ggm.tabellen().tabel}
    uit = []
    for tabel in ggm.tabellen().tabel:
        regels = [f"    {naam} {type_}" for naam, type_ in tabel.typen.items()]
        regels[0] += " PRIMARY KEY"
        for naam, doel in sorted(verwijst.get(tabel.naam, {}).items()):
            regels.append(f"    FOREIGN KEY ({naam}) REFERENCES {doel} ({sleutels[doel]})")
        uit.append(f"CREATE TABLE {tabel.naam} (\n" + ",\n".join(regels) + "\n);\n")
    return "\n".join(uit)


def _uit_feit(tabel: ggm.Tabel, v: ggm.Vulling) -> str:
    kolommen, lijsten = [], []
    for naam, type_ in tabel.typen.items():
        bron = v.kolommen.get(naam)
        kolommen.append(f"({_waarde(naam, bron) if bron else 'NULL'})::{type_} AS {naam}")
        if bron and bron.in_:
            lijsten.append(f"LEFT JOIN lijst_{bron.in_} AS l_{naam} ON l_{naam}.waarde = feit.{bron.van}")
    # The choice is made before the lists come in: those have columns of their own.
    return (
        f"SELECT {', '.join(kolommen)} FROM (SELECT * FROM f_{v.feit} WHERE {_keuze(v)}) AS feit "
        + " ".join(lijsten)
    )


def _waarde(naam: str, bron: ggm.Bron) -> str:
    if bron.rij:
        return "feit.rij"
    if bron.in_:
        return f"l_{naam}.nummer"
    if bron.van is None:
        return _letterlijk(bron.vast)
    if not bron.waarden:
        return f"feit.{bron.van}"
    code = _als_code(f"feit.{bron.van}")
    gevallen = " ".join(
        f"WHEN {code} = {_tekst(van)} THEN {_letterlijk(naar)}" for van, naar in bron.waarden.items()
    )
    anders = "" if bron.anders is None else f" WHEN {code} IS NOT NULL THEN {_letterlijk(bron.anders)}"
    return f"CASE {gevallen}{anders} END"


def _als_code(kolom: str) -> str:
    """Return a column as a mapping writes its values: yes and no in Dutch."""
    tekst = f"CAST({kolom} AS VARCHAR)"
    return f"CASE {tekst} WHEN 'true' THEN 'ja' WHEN 'false' THEN 'nee' ELSE {tekst} END"


def _keuze(v: ggm.Vulling) -> str:
    if v.alleen is None:
        return "true"
    if v.alleen.gevuld:
        return f"{v.alleen.kolom} IS NOT NULL"
    return f"{v.alleen.kolom} IN ({', '.join(map(_tekst, v.alleen.in_))})"


def _letterlijk(waarde: Any) -> str:
    if waarde is None:
        return "NULL"
    if isinstance(waarde, bool):
        return "TRUE" if waarde else "FALSE"
    if isinstance(waarde, date):
        return f"'{waarde.isoformat()}'"
    return str(waarde) if isinstance(waarde, int) else _tekst(str(waarde))


def _tekst(waarde: str) -> str:
    return "'" + waarde.replace("'", "''") + "'"

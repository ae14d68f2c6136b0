"""The ledger of a provider: one SQLite file in its own folder, in cents.

What belongs together is written in one transaction, so that a ledger is never halfway.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from samendoen.site.simulator.waarden import (
    Client,
    Declaratie,
    Levering,
    Prestatie,
    Stand,
    Toewijzing,
    Verstuurd,
    Verzoek,
)

_Rij = TypeVar("_Rij", Client, Declaratie, Levering, Prestatie, Toewijzing, Verstuurd, Verzoek)
TABELLEN: dict[type, tuple[str, str]] = {
    Client: ("client", "standaard, bsn"),
    Toewijzing: ("toewijzing", "standaard, nummer"),
    Levering: ("levering", "standaard, nummer, begin"),
    Verzoek: ("verzoek", "standaard, referentie"),
    Prestatie: ("prestatie", "standaard, declaratie, referentie"),
    Declaratie: ("declaratie", "standaard, identificatie"),
    Verstuurd: ("verstuurd", "naam"),
}
"""Per value its table and its key."""
DAGEN = {"geboren", "ingang", "einde", "begin", "eind", "van", "tot"}
STANDEN = {"stand"}
INDEXEN = (
    "CREATE INDEX IF NOT EXISTS prestatie_nummer ON prestatie (standaard, nummer)",
    "CREATE INDEX IF NOT EXISTS verstuurd_plek ON verstuurd (plek)",
    "CREATE INDEX IF NOT EXISTS verstuurd_identificatie ON verstuurd (soort, identificatie)",
    "CREATE INDEX IF NOT EXISTS toewijzing_bsn ON toewijzing (standaard, bsn)",
)
EIGEN_TABELLEN = (
    "CREATE TABLE IF NOT EXISTS gezien (soort, identificatie, sha, PRIMARY KEY (soort, identificatie, sha))",
    "CREATE TABLE IF NOT EXISTS gedaan (sleutel PRIMARY KEY)",
)


@dataclass(frozen=True, slots=True)
class Saldo:
    """Amounts in eurocents. Submitted is granted, rejected and open together; a credit counts below zero."""

    ingediend: int
    toegekend: int
    afgewezen: int

    @property
    def open(self) -> int:
        """Return what has no answer yet."""
        return self.ingediend - self.toegekend - self.afgewezen


class Boek:
    """The ledger. Values go in with `zet`, come out with `alle` and `een`; changes need `samen`."""

    def __init__(self, pad: Path) -> None:
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._db = sqlite3.connect(pad, isolation_level=None)
        pad.chmod(0o600)
        # An interrupted program loses nothing with this; a power cut may lose the last round, never half one.
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        with self.samen():
            for klasse, (tabel, sleutel) in TABELLEN.items():
                kolommen = ", ".join(veld.name for veld in fields(klasse))
                self._db.execute(f"CREATE TABLE IF NOT EXISTS {tabel} ({kolommen}, PRIMARY KEY ({sleutel}))")
            for opdracht in (*EIGEN_TABELLEN, *INDEXEN):
                self._db.execute(opdracht)

    def sluit(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def samen(self) -> Iterator[None]:
        """Write what happens inside together, or not at all."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def zet(self, *rijen: _Rij) -> None:
        """Write values; one with the same key takes the place of the old one."""
        for rij in rijen:
            waarden = [w.isoformat() if isinstance(w, date) else w for w in astuple(rij)]
            self._db.execute(_ZET[type(rij)], waarden)

    def alle(self, klasse: type[_Rij], **waar: object) -> list[_Rij]:
        """Return the values of a kind with these fields, in the order in which they were written first."""
        eis = " AND ".join(f"{veld} = ?" for veld in waar) or "1"
        rijen = self._db.execute(
            f"SELECT * FROM {TABELLEN[klasse][0]} WHERE {eis} ORDER BY rowid", tuple(waar.values())
        )
        namen = [veld.name for veld in fields(klasse)]
        return [klasse(*map(_waarde, namen, rij)) for rij in rijen]

    def een(self, klasse: type[_Rij], **waar: object) -> _Rij | None:
        """Return the newest value of a kind with these fields, or None."""
        return next(reversed(self.alle(klasse, **waar)), None)

    def verplaats(self, van: str, naar: str) -> None:
        """Give all messages that are in one place another."""
        self._db.execute("UPDATE verstuurd SET plek = ? WHERE plek = ?", (naar, van))

    def gezien(self, soort: str, identificatie: str) -> set[str]:
        """Return the fingerprints of the messages that came with an identity."""
        rijen = self._db.execute(
            "SELECT sha FROM gezien WHERE soort = ? AND identificatie = ?", (soort, identificatie)
        )
        return {str(sha) for (sha,) in rijen}

    def onthoud(self, soort: str, identificatie: str, sha: str) -> None:
        """Remember that a message came."""
        self._db.execute("INSERT OR IGNORE INTO gezien VALUES (?, ?, ?)", (soort, identificatie, sha))

    def is_gedaan(self, *sleutel: object) -> bool:
        """Tell whether something was done before."""
        tekst = "|".join(map(str, sleutel))
        return self._db.execute("SELECT 1 FROM gedaan WHERE sleutel = ?", (tekst,)).fetchone() is not None

    def eerste_keer(self, *sleutel: object) -> bool:
        """Tell whether something is done for the first time, and remember it."""
        tekst = "|".join(map(str, sleutel))
        return self._db.execute("INSERT OR IGNORE INTO gedaan VALUES (?)", (tekst,)).rowcount > 0

    def saldo(self, standaard: str = "", nummer: int | None = None) -> Saldo:
        """Return the amounts of one assignment, or of all."""
        rijen = self.saldi().items()
        gekozen = [s for sleutel, s in rijen if nummer is None or sleutel == (standaard, nummer)]
        return tel_op(gekozen)

    def saldi(self) -> dict[tuple[str, int], Saldo]:
        """Return the amounts per assignment: (standard, number)."""
        vraag = (
            "SELECT standaard, nummer, sum(bedrag), sum(CASE stand WHEN ? THEN bedrag ELSE 0 END), "
            "sum(CASE stand WHEN ? THEN bedrag ELSE 0 END) FROM prestatie GROUP BY 1, 2 ORDER BY 1, 2"
        )
        rijen = self._db.execute(vraag, (Stand.TOEGEKEND, Stand.AFGEWEZEN))
        return {(standaard, nummer): Saldo(*bedragen) for standaard, nummer, *bedragen in rijen}


def _zet_opdracht(klasse: type) -> str:
    """Return the statement that writes a value; a row that is there keeps its place in the order."""
    tabel, sleutel = TABELLEN[klasse]
    namen = [veld.name for veld in fields(klasse)]
    nieuw = ", ".join(f"{naam} = excluded.{naam}" for naam in namen)
    plekken = ", ".join("?" * len(namen))
    return f"INSERT INTO {tabel} VALUES ({plekken}) ON CONFLICT ({sleutel}) DO UPDATE SET {nieuw}"


_ZET = {klasse: _zet_opdracht(klasse) for klasse in TABELLEN}


def tel_op(saldi: Iterable[Saldo]) -> Saldo:
    """Return the sum of amounts."""
    rij = list(saldi)
    return Saldo(sum(s.ingediend for s in rij), sum(s.toegekend for s in rij), sum(s.afgewezen for s in rij))


def _waarde(naam: str, waarde: Any) -> Any:
    if naam in DAGEN and waarde is not None:
        return date.fromisoformat(waarde)
    return Stand(waarde) if naam in STANDEN else waarde

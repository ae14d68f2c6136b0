"""What facts are folded from: the events as known at a moment, streamed, and pseudonyms.

A fact (`stekkers.feit`) reads nothing but this: then a snapshot asked for a day in the past gives what
was known on that day, whatever has been corrected since.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from hashlib import blake2b
from itertools import chain, count, groupby, islice, repeat
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from pydantic_core import from_json

from samendoen.kernel.gebeurtenissen import Gebeurtenissoort, lezers

R = TypeVar("R")

PORTIE = 5_000
"""Rows that are read and handed over at a time: memory stays bounded by this."""

_nummers = count(1)

_MET_PERSOON = ("d.persoon_id", "LEFT JOIN kernel_dossier d ON d.id = g.dossier_id")
_ZONDER_PERSOON = ("NULL", "")
_GEBEURTENISSEN = """
SELECT g.onderwerp_id, g.soort, g.versie, g.voorgevallen_op, g.gegevens, {persoon}, g.dossier_id
FROM kernel_gebeurtenis g
{dossier}
WHERE g.onderwerp_soort = %(onderwerp)s
  AND g.vastgelegd_op <= %(peilmoment)s
  AND (%(soorten)s::text[] IS NULL OR g.soort = ANY(%(soorten)s))
  AND (%(met)s::text IS NULL OR g.onderwerp_id IN (
    SELECT m.onderwerp_id FROM kernel_gebeurtenis m
    WHERE m.onderwerp_soort = %(onderwerp)s AND m.soort = %(met)s AND m.vastgelegd_op <= %(peilmoment)s
  ))
  AND g.id NOT IN (
    SELECT h.herroept_id FROM kernel_gebeurtenis h
    WHERE h.herroept_id IS NOT NULL AND h.vastgelegd_op <= %(peilmoment)s
  )
ORDER BY g.onderwerp_id, g.id
"""

_SLEUTELS = "SELECT id, pseudoniemsleutel FROM kernel_persoon WHERE id = ANY(%s)"


class Gebeurtenisregel(NamedTuple):
    """One event as a fact reads it: no actor, no personal content."""

    onderwerp_id: int
    soort: str
    versie: int
    voorgevallen_op: date
    json: str
    persoon_id: int | None
    dossier_id: int | None

    @property
    def gegevens(self) -> dict[str, Any]:
        """The data of the event, untyped."""
        gelezen: dict[str, Any] = from_json(self.json)
        return gelezen


def gebeurtenissen_tot(
    onderwerp_soort: str,
    peilmoment: datetime,
    soorten: Iterable[str] | None = None,
    met: str | None = None,
    *,
    personen: bool = True,
) -> Iterator[Gebeurtenisregel]:
    """Yield the events on subjects of this kind that were recorded up to and including `peilmoment`.

    Ordered by subject and then by recording. An event that was revoked by then is left out;
    the event that revokes is not. `soorten` keeps only these kinds, and `met` only the subjects of which
    this kind was ever recorded: name them, what a fact does not need costs as much as what it does. So does
    of whom the dossier is: without `personen` nobody is. Read
    through a cursor in the database, so inside a transaction only; memory stays bounded.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Events for facts are read inside the transaction of a snapshot")
    vraag = {
        "onderwerp": onderwerp_soort,
        "peilmoment": peilmoment,
        "soorten": None if soorten is None else sorted(soorten),
        "met": met,
    }
    persoon, dossier = _MET_PERSOON if personen else _ZONDER_PERSOON
    return chain.from_iterable(_porties(_GEBEURTENISSEN.format(persoon=persoon, dossier=dossier), vraag))


def _porties(zin: str, vraag: Mapping[str, object]) -> Iterator[Iterator[Gebeurtenisregel]]:
    # A cursor of its own name: several facts may be read at the same time.
    with connection.connection.cursor(name=f"feitbron_{next(_nummers)}") as cursor:
        cursor.execute(zin, vraag)
        while portie := cursor.fetchmany(PORTIE):
            # As `Gebeurtenisregel._make`, without a step of Python per row.
            yield map(tuple.__new__, repeat(Gebeurtenisregel), portie)


def per_onderwerp(regels: Iterable[Gebeurtenisregel]) -> Iterator[tuple[int, list[Gebeurtenisregel]]]:
    """Group what `gebeurtenissen_tot` yields: each subject's id with its events in order."""
    for onderwerp_id, groep in groupby(regels, key=itemgetter(0)):
        yield onderwerp_id, list(groep)


def verwoord_regels(regels: Iterable[Gebeurtenisregel]) -> Iterable[tuple[date, Gebeurtenissoort]]:
    """Give (occurred on, typed event), as the folds in the rules of a context read them."""
    return [
        (dag, lezers[soort, versie](json))
        for _onderwerp, soort, versie, dag, json, _persoon, _dossier in regels
    ]


def in_porties(rijen: Iterable[R], grootte: int = PORTIE) -> Iterator[Sequence[R]]:
    """Yield the rows in batches, as a fact hands them over."""
    bron = iter(rijen)
    while portie := list(islice(bron, grootte)):
        yield portie


def in_porties_per(rijen: Iterable[tuple[str, Sequence[R]]]) -> Iterator[tuple[str, Sequence[R]]]:
    """As `in_porties`, for some rows at a time of several facts, each time with the name of the fact."""
    per: dict[str, list[R]] = {}
    for naam, erbij in rijen:
        portie = per.get(naam)
        if portie is None:
            portie = per[naam] = []
        portie += erbij
        if len(portie) >= PORTIE:
            yield naam, per.pop(naam)
    yield from per.items()


def pseudoniemen(persoon_ids: Iterable[int], doel: str) -> dict[int, str | None]:
    """Return each person's pseudonym for `doel`: 32 hexadecimal digits, None for whom was erased.

    Keyed by the person's own random key, which never leaves the kernel. When erasure has destroyed that
    key, nobody can tell any more whose a pseudonym was. One query, whatever the number of persons.
    """
    zout = doel.encode()
    # One array instead of thousands of parameters: four times as fast.
    with connection.cursor() as cursor:
        cursor.execute(_SLEUTELS, [list(set(persoon_ids))])
        rijen = cursor.fetchall()
    return {
        pk: blake2b(zout, key=bytes(sleutel), digest_size=16).hexdigest() if sleutel else None
        for pk, sleutel in rijen
    }

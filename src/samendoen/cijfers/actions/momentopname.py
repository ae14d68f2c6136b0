"""Freezing the facts of a day."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.metadata import version

from django.db import connection
from django.utils.translation import gettext as _

from samendoen.cijfers import definities
from samendoen.cijfers.actions import bestanden, wachten
from samendoen.cijfers.events import MomentopnameGemaakt
from samendoen.cijfers.models import Momentopname
from samendoen.cijfers.queries.momentopnamen import controleer, peiling_van
from samendoen.kernel import stekkers
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    minder_opruimen,
)
from samendoen.kernel.stekkers import Feitsoort
from samendoen.schil.api import datum_zonder_dag

Voortgang = Callable[[int, int], None]
"""Told how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """A snapshot: its day, rows per fact, the hash of its data, and whether it was made just now."""

    peildatum: date
    feiten: dict[str, int]
    gegevens_hash: str
    nieuw: bool


@actie("cijfers", Permissie.MOMENTOPNAME_MAKEN)
def maak_momentopname(
    door: Actor, peildatum: date | None = None, voortgang: Voortgang = lambda _klaar, _van: None
) -> Gemaakt:
    """Freeze all facts as known at the end of `peildatum` (yesterday when left out).

    `voortgang` is told how many facts are finished, of how many. Broken off, the next call goes on.

    Made once: a second call returns what is there, after comparing its files with their hashes. Raises
    Domeinfout: a day that is not over, another that is making it, an older transaction that hangs, a
    full disk, files that were changed. Nothing is visible until all of it is.
    """
    dag = peildatum or klok.vandaag() - timedelta(days=1)
    _is_voorbij(dag)
    peilmoment = klok.einde_van(dag) - timedelta(microseconds=1)
    with wachten.beurt(dag, peilmoment):
        _een_beeld()
        bestaande = Momentopname.objects.filter(peildatum=dag).first()
        if bestaande is None:
            return _gemaakt(_maak(door, dag, peilmoment, voortgang), nieuw=True)
        controleer(peiling_van(bestaande))
        return _gemaakt(bestaande, nieuw=False)


def _is_voorbij(dag: date) -> None:
    if dag >= klok.vandaag():
        raise Domeinfout(
            "peildatum_niet_voorbij",
            _("%(dag)s is nog niet voorbij: van die dag kan nog geen momentopname worden gemaakt.")
            % {"dag": datum_zonder_dag(dag)},
            _("Kies een peildatum voor vandaag (%(dag)s).") % {"dag": datum_zonder_dag(klok.vandaag())},
            veld="peildatum",
        )


def _een_beeld() -> None:
    """Have all facts read one and the same state of the database.

    Inside another transaction its isolation counts. The figures are the same: after waiting, no event of
    before the peilmoment can be added any more.
    """
    with connection.cursor() as cursor:
        if not connection.savepoint_ids:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for instelling, waarde in _LEZEN.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [instelling, waarde])


# All rows are read: plan for all and not for the first ones, sort in memory, and have no others help, who
# each repeat what is common. It costs less processor in all, and others work on.
_LEZEN = {"cursor_tuple_fraction": "1.0", "work_mem": "128MB", "max_parallel_workers_per_gather": "0"}


def _maak(door: Actor, dag: date, peilmoment: datetime, voortgang: Voortgang) -> Momentopname:
    alle = list(_feitsoorten(dag))
    with bestanden.werkmap(dag) as map_, bestanden.samen(map_) as samen, minder_opruimen():
        geschreven: dict[str, tuple[int, str]] = {}
        for soorten in _per_lezing(alle):
            geschreven |= bestanden.schrijf_feiten(soorten, peilmoment, map_, samen)
            voortgang(len(geschreven), len(alle))
        bestanden.zet_neer(map_, geschreven, dag)
    return _leg_vast(door, dag, geschreven)


def _feitsoorten(dag: date) -> Iterator[Feitsoort]:
    """Yield the facts that can be told of this day, by name."""
    gisteren = klok.vandaag() - timedelta(days=1)
    for _naam, soort in sorted(stekkers.feit):
        if not soort.alleen_nu or dag == gisteren:
            yield soort


def _per_lezing(soorten: Iterable[Feitsoort]) -> Collection[list[Feitsoort]]:
    """Return the facts by what they are read with: one reading gives all of them."""
    per: dict[Callable[..., object], list[Feitsoort]] = {}
    for soort in soorten:
        per.setdefault(soort.samen or soort.rijen, []).append(soort)
    return per.values()


def _leg_vast(door: Actor, dag: date, geschreven: dict[str, tuple[int, str]]) -> Momentopname:
    hashes = {feit: hash_ for feit, (_rijen, hash_) in geschreven.items()}
    rij = Momentopname.objects.create(
        peildatum=dag,
        gemaakt_op=klok.nu(),
        rijen={feit: aantal for feit, (aantal, _hash) in geschreven.items()},
        hashes=hashes,
        gegevens_hash=_hash(hashes),
        definities_hash=definities.definities_hash(),
        versie=version("samendoen"),
    )
    gebeurtenis = MomentopnameGemaakt(
        peildatum=dag,
        rijen=sum(rij.rijen.values()),
        gegevens_hash=rij.gegevens_hash,
        definities_hash=rij.definities_hash,
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return rij


def _hash(hashes: dict[str, str]) -> str:
    regels = "".join(f"{feit}:{hash_}\n" for feit, hash_ in sorted(hashes.items()))
    return hashlib.sha256(regels.encode()).hexdigest()


def _gemaakt(rij: Momentopname, *, nieuw: bool) -> Gemaakt:
    return Gemaakt(rij.peildatum, dict(sorted(rij.rijen.items())), rij.gegevens_hash, nieuw)


__all__ = ["Gemaakt", "maak_momentopname"]

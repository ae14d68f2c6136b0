"""`@actie`: the only way to write. Opens the transaction, asks the permission, names the context."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import connection, transaction
from django.utils.translation import gettext as _

from samendoen.kernel import geheugen
from samendoen.kernel.actor import Actor
from samendoen.kernel.fouten import Geweigerd
from samendoen.kernel.rechten import Permissie

P = ParamSpec("P")
R = TypeVar("R")

# The contexts whose tables may be written now: innermost last.
_schrijvend: ContextVar[tuple[str, ...]] = ContextVar("schrijvend", default=())
# Of this outermost action: dossier -> the savepoints within which its retention date was moved.
_geraakt: ContextVar[dict[int, tuple[object, ...]] | None] = ContextVar("geraakt", default=None)


@dataclass(frozen=True, slots=True)
class Actie:
    """What is known of an action; the access tables in the tests go over these."""

    naam: str
    context: str
    permissie: Permissie | None
    functie: Callable[..., Any]


ACTIES: dict[str, Actie] = {}


def schrijvend() -> str | None:
    """Return the context whose tables may be written at this moment."""
    stapel = _schrijvend.get()
    return stapel[-1] if stapel else None


@contextmanager
def schrijft(context: str) -> Iterator[None]:
    """Name the context that writes. Only for the kernel itself; everybody else uses `@actie`."""
    merk = _schrijvend.set((*_schrijvend.get(), context))
    try:
        yield
    finally:
        _schrijvend.reset(merk)


def nog_niet_geraakt(dossiers: Iterable[int]) -> set[int]:
    """Return the dossiers whose retention date this outermost action did not move yet; now it does.

    What was done within a savepoint counts there alone: it may have been undone.
    """
    geraakt = _geraakt.get()
    if geraakt is None:
        return set(dossiers)
    hier = tuple(transaction.get_connection().savepoint_ids)
    nieuw = {d for d in dossiers if d not in geraakt or hier[: len(geraakt[d])] != geraakt[d]}
    geraakt.update(dict.fromkeys(nieuw, hier))
    return nieuw


def op_beurt(wat: str) -> None:
    """Wait until nobody else is doing `wat`, and keep the turn until this transaction ends.

    For the rare action that first looks whether something is there and then makes it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [wat])


def _vraag(door: Actor, permissie: Permissie | None, naam: str) -> None:
    if permissie is None:
        if not _schrijvend.get():
            raise RuntimeError(f"{naam} is a part of other actions and asks no permission itself")
    elif not door.mag(permissie):
        raise Geweigerd(
            "geen_recht",
            _("Uw rol geeft hier geen recht op."),
            _("Vraag functioneel beheer om de rol die hierbij hoort."),
        )


@contextmanager
def _een_geheel(begin: bool) -> Iterator[None]:
    """Remember within the outermost action what was done; whatever failed undoes it and ends it all."""
    if not begin:
        yield
        return
    merk = _geraakt.set({})
    try:
        with geheugen.uit():
            yield
    finally:
        _geraakt.reset(merk)


def actie(
    context: str, permissie: Permissie | None
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """Make a function a use case of `context` that asks `permissie`.

    Without a permission it is a part of other actions: the outer one has authorised, and calling it
    by itself is a programming error. Its first argument is the actor. It runs in one transaction:
    an error, also in an action that it calls, undoes everything. Refuses with Geweigerd before
    anything is read or written.
    """

    def versier(functie: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        naam = f"{context}.{functie.__name__}"

        @wraps(functie)
        def uitvoeren(door: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            _vraag(door, permissie, naam)
            # Only the outermost action gets a savepoint: an inner error must undo the whole.
            buitenste = not _schrijvend.get()
            with transaction.atomic(savepoint=buitenste), schrijft(context), _een_geheel(buitenste):
                uitkomst = functie(door, *args, **kwargs)
                if transaction.get_connection().needs_rollback:
                    raise RuntimeError(f"{naam} went on after an action that it called had failed")
                return uitkomst

        if naam in ACTIES:
            raise RuntimeError(f"Two actions are called {naam}")
        ACTIES[naam] = Actie(naam, context, permissie, uitvoeren)
        return uitvoeren

    return versier

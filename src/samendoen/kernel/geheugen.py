"""What was read before in this request: asked once, however many parts of a page ask it.

Opened by the middleware, so absent in jobs, on the command line and wherever no request runs: there every
question goes to the database, as it does within an action. An action empties it before and after it writes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from samendoen.kernel.actor import Actor

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")

# None: nothing may be remembered now.
_gelezen: ContextVar[dict[Any, Any] | None] = ContextVar("gelezen", default=None)
_MIST: Final = object()


@contextmanager
def van_dit_verzoek() -> Iterator[None]:
    """Remember what is read within the block, and forget it after. For the middleware."""
    merk = _gelezen.set({})
    try:
        yield
    finally:
        _gelezen.reset(merk)


@contextmanager
def uit() -> Iterator[None]:
    """Remember nothing within the block, and forget what was read before: for who writes."""
    geheugen = _gelezen.get()
    merk = _gelezen.set(None)
    try:
        yield
    finally:
        _gelezen.reset(merk)
        if geheugen is not None:
            geheugen.clear()


def aan() -> bool:
    """Tell whether something may be remembered now."""
    return _gelezen.get() is not None


def onthoud(
    functie: Callable[Concatenate[Actor, P], R],
) -> Callable[Concatenate[Actor, P], R]:
    """Ask this reading function once for the same actor and arguments (which are hashable).

    What it returns is shared by all who ask: nobody changes it. Never for what locks.
    """

    @wraps(functie)
    def lees(door: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
        geheugen = _gelezen.get()
        if geheugen is None:
            return functie(door, *args, **kwargs)
        sleutel = (functie, door, args, tuple(kwargs.items()))
        waarde = geheugen.get(sleutel, _MIST)
        if waarde is _MIST:
            waarde = geheugen[sleutel] = functie(door, *args, **kwargs)
        return waarde  # type: ignore[no-any-return]

    return lees


def onthoud_elk(
    functie: Callable[[Actor, Iterable[int]], dict[int, V]],
) -> Callable[[Actor, Iterable[int]], dict[int, V]]:
    """Ask this reading function for each id only once for the same actor, also when there was no answer.

    For a function that answers for each id apart, whichever others are asked with it.
    """

    @wraps(functie)
    def lees(door: Actor, ids: Iterable[int], /) -> dict[int, V]:
        geheugen = _gelezen.get()
        if geheugen is None:
            return functie(door, ids)
        bekend: dict[int, Any] = geheugen.setdefault((functie, door), {})
        gevraagd = list(dict.fromkeys(ids))
        nieuw = [pk for pk in gevraagd if pk not in bekend]
        if nieuw:
            gevonden = functie(door, nieuw)
            bekend.update((pk, gevonden.get(pk, _MIST)) for pk in nieuw)
        return {pk: bekend[pk] for pk in gevraagd if bekend[pk] is not _MIST}

    return lees

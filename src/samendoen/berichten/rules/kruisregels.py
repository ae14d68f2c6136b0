"""Levels 3 and 4: rules that hold a message against what was exchanged before, and against other sources.

As on level 2 a rule is a small pure function on one class, registered with its code, its sentence and where
it holds; here also with the retourcode that answers it. `@kruisregel` says whether one class is in order.
`@vervolg` is for what depends on which lines were refused: it gives the lines that are not.
"""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, TypeVar

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.kennis import Kennis, Prestatie, Toewijzing
from samendoen.berichten.rules.regels import Plek, plekken_van
from samendoen.berichten.rules.register import Register


@dataclass(slots=True)
class Zicht:
    """What a rule may know besides the class: the BSN of its client ("" above it) and all that is known.

    `op` is, at a line of an invoice, that line and the assignment of its client that it names.
    """

    register: Register
    bsn: str = ""
    op: tuple[Prestatie, Toewijzing | None] | None = None

    @property
    def kennis(self) -> Kennis:
        """Return what was exchanged before."""
        return self.register.kennis

    def toewijzing(self, nummer: int | None) -> Toewijzing | None:
        """Return the assignment with this number, if it is of this client."""
        return self.register.toewijzing(nummer, self.bsn)


Toets = Callable[[Groep, Zicht], bool]


@dataclass(frozen=True, slots=True)
class Debettoets:
    """A rule on the debits of an invoice. Not `altijd`: only on those whose client has the assignment."""

    toets: Callable[[Prestatie, Any, Zicht], bool]
    altijd: bool


Zoek = Callable[[Groep, Zicht, AbstractSet[str]], Iterable[str]]
"""From a group, and the paths of the classes refused so far: the paths of what is refused too."""


@dataclass(frozen=True, slots=True)
class Kruisregel:
    """A rule: code, level, retourcode, what to do when a message fails it, where it holds, how to try."""

    code: str
    niveau: int
    retourcode: str
    zin: str
    plekken: tuple[Plek, ...]
    toets: Toets | Debettoets | None = None
    zoek: Zoek | None = None


KRUISREGELS: dict[str, Kruisregel] = {}
"""Filled by the modules that hold the rules; whoever asks for all of them goes to `verkeer`."""


T = TypeVar("T", Toets, Debettoets)


def kruisregel(code: str, retourcode: str, zin: str, *plekken: str, niveau: int = 3) -> Callable[[T], T]:
    """Register a function that says whether one group, or one debit, is in order."""

    def meld_aan(toets: T) -> T:
        _registreer(Kruisregel(code, niveau, retourcode, zin, plekken_van(plekken), toets=toets))
        return toets

    return meld_aan


def vervolg(code: str, retourcode: str, zin: str, plek: str) -> Callable[[Zoek], Zoek]:
    """Register a function that gives the paths of the lines in a group that are not in order.

    It is tried after all `@kruisregel`, and after the ones registered before it.
    """

    def meld_aan(zoek: Zoek) -> Zoek:
        _registreer(Kruisregel(code, 3, retourcode, zin, plekken_van((plek,)), zoek=zoek))
        return zoek

    return meld_aan


def _registreer(regel: Kruisregel) -> None:
    assert regel.code not in KRUISREGELS, regel.code
    KRUISREGELS[regel.code] = regel

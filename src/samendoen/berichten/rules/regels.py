"""Level 2, the content: rules that one message can be held against, each under its own code.

A rule is a small pure function on one class of a message. It says with `True` that the class is in order
(`@regel`), or gives the groups that are not (`@samenhang`, where groups depend on each other). The sentence
of the decorator says what a sender must do, and so what the function promises. Where it holds is data:
"301,315 Client Bsn" is the element Bsn of every Client in a 301 or a 315; "jw319 ..." is that profile only.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samendoen.berichten.rules.bericht import Groep


@dataclass(frozen=True, slots=True)
class Bij:
    """What a rule may know besides the class: the element it is about, and facts of the whole message."""

    element: str
    dagtekening: date
    standaard: str


Toets = Callable[[Groep, Bij], bool]
Zoek = Callable[[Groep, Bij], Iterable[Groep]]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a rule holds: an element of a class in a message, in one profile or ("") in both."""

    standaard: str
    nummer: str
    klasse: str
    element: str


@dataclass(frozen=True, slots=True)
class Regel:
    """A rule: its code, what to do when a message fails it, where it holds and how it is tried."""

    code: str
    zin: str
    plekken: tuple[Plek, ...]
    toets: Toets | None = None
    zoek: Zoek | None = None

    def fouten(self, groep: Groep, bij: Bij) -> list[str]:
        """Return the paths of what is at fault in one group of the class."""
        if self.toets is not None:
            fout = [] if self.toets(groep, bij) else [groep]
        else:
            fout = list(self.zoek(groep, bij)) if self.zoek is not None else []
        return [f"{een.pad}/{bij.element}".rstrip("/") for een in fout]


REGELS: dict[str, Regel] = {}
"""Filled by the modules that hold the rules; whoever asks for all of them goes to `inhoud`."""


def regel(code: str, zin: str, *plekken: str) -> Callable[[Toets], Toets]:
    """Register a function that says whether one group is in order."""

    def meld_aan(toets: Toets) -> Toets:
        _registreer(Regel(code, zin, plekken_van(plekken), toets=toets))
        return toets

    return meld_aan


def samenhang(code: str, zin: str, *plekken: str) -> Callable[[Zoek], Zoek]:
    """Register a function that gives the groups, in the group that holds them, that are not in order."""

    def meld_aan(zoek: Zoek) -> Zoek:
        _registreer(Regel(code, zin, plekken_van(plekken), zoek=zoek))
        return zoek

    return meld_aan


def _registreer(regel: Regel) -> None:
    assert regel.code not in REGELS, regel.code
    REGELS[regel.code] = regel


def plekken_van(teksten: Iterable[str]) -> tuple[Plek, ...]:
    """Return the places that texts such as "301,315 Client Bsn" name."""
    return tuple(plek for tekst in teksten for plek in _plekken(tekst))


def _plekken(tekst: str) -> Iterator[Plek]:
    berichten, klasse, *rest = tekst.split()
    for bericht in berichten.split(","):
        nummer = bericht.lstrip("jwmo")
        yield Plek(bericht.removesuffix(nummer), nummer, klasse, "".join(rest))

"""What the readers of answers share: an answer, the world it comes from, and what a cell says."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import html

from tests.integration.buiten.aanvaller import DEEL, DICHT, KLEIN, OPEN, OVER, Inhoud


@dataclass(frozen=True)
class Antwoord:
    """An answer to one request."""

    adres: str
    code: str
    dag: date
    inhoud: bytes

    @property
    def tekst(self) -> str:
        """The answer as text."""
        return self.inhoud.decode("utf-8-sig")


@dataclass(frozen=True)
class Wereld:
    """What there is to ask for."""

    definities: Mapping[str, Mapping[str, Any]]
    dagen: tuple[date, ...]
    feiten: frozenset[str]
    args: Mapping[str, list[list[Any]]]
    """The arguments of URLs that take any, but for indicators."""
    blokken: Mapping[str, str]
    """The indicator of each block of the council's dashboard."""

    @property
    def openbaar(self) -> list[str]:
        """The codes of the indicators that are published."""
        return sorted(code for code, d in self.definities.items() if d.get("openbaar"))

    @property
    def bladen(self) -> list[Mapping[str, Any]]:
        """The sheets from which own questions are answered."""
        return [d for d in self.definities.values() if d["soort"] == "blad"]


@dataclass(frozen=True)
class Lezer:
    """A way in: the arguments and questions of a URL, and what an answer tells."""

    vragen: Callable[[Wereld], Iterator[tuple[list[object], str, str, date]]]
    """Arguments, query, indicator ("" where it is about more) and day of each request."""
    lees: Callable[[Wereld, Antwoord], Iterator[Any]]


def getal(tekst: str) -> int:
    """Return a number as people write it: 1.234."""
    return int(tekst.replace(".", ""))


def cel(tekst: str) -> Inhoud | None:
    """Return what a cell of a screen says; None when it says nothing."""
    tekst = " ".join(tekst.split())
    if tekst == "–":
        return None
    if tekst == "verborgen":
        return (DICHT,)
    if re.fullmatch(r"1 t/m \d+", tekst):
        return (KLEIN,)
    if deel := re.fullmatch(r"\d+% \(([\d.]+) van ([\d.]+)\)", tekst):
        return DEEL, getal(deel[1]), getal(deel[2])
    if over := re.fullmatch(r"-?[\d.,]+ \(over ([\d.]+)\)", tekst):
        return OVER, getal(over[1])
    assert re.fullmatch(r"[\d.]+", tekst), f"nobody knows how to read {tekst!r}"
    return OPEN, getal(tekst)


def kop(tekst: str) -> str:
    """Return a heading without how far a period goes: 2023 (t/m mei)."""
    return re.sub(r" \(t/m .*\)$", "", " ".join(tekst.split()))


def pagina_van(tekst: str) -> Any:
    """Return a page, or a picture, as a tree."""
    return html.fromstring(tekst)

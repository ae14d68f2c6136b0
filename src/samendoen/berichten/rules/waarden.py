"""Simple types: which text an element may hold, as demands that each carry the code of their rule.

The demands are those of the official schemas, facet by facet: spaces, line ends and digits mean here what
they mean there, and not what Python's `str` methods take for them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from samendoen.berichten.rules import tabellen as t

WIT = " \t\n\r"

# Rules that say how long a text, and how large a number may be.
_LENGTEREGELS = {
    1: "RS008", 4: "RS011", 5: "RS012", 6: "RS013", 8: "RS014", 10: "RS016", 12: "RS017", 15: "RS018",
    20: "RS019", 24: "RS020", 25: "RS021", 35: "RS023", 36: "RS024", 64: "RS025", 80: "RS026", 200: "RS028",
}  # fmt: skip
_GROOTTEREGELS = {2: "RS002", 5: "RS004", 8: "RS005", 9: "RS006", 12: "RS040"}
_CIJFERREGELS = {4: "RS035", 8: "RS036", 9: "RS037"}
_TOONBAAR = 12
"""A list of at most so many codes is spelled out in the sentence."""


@dataclass(frozen=True, slots=True)
class Eis:
    """One demand on a text: the code of its rule, what to do when it fails, and the test."""

    regel: str
    zin: str
    klopt: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Enkel:
    """A simple type: the demands on its text, in the order in which they are tried."""

    naam: str
    eisen: tuple[Eis, ...]
    klopt: Callable[[str], object]
    """Says yes at once to nearly all texts that meet them; a no must still be tried."""

    def fout(self, tekst: str) -> Eis | None:
        """Return the first demand that a text fails, or None."""
        for eis in self.eisen:
            if not eis.klopt(tekst):
                return eis
        return None


def vast(naam: str, waarde: str, regel: str) -> Enkel:
    """Return a type with one value, written in one way only."""
    return Enkel(naam, (Eis(regel, f"Vul {waarde} in.", waarde.__eq__),), waarde.__eq__)


def vast_getal(naam: str, waarde: str, regel: str) -> Enkel:
    """Return a number with one value; spaces around it do not count."""
    eis = Eis(regel, f"Vul {waarde} in.", lambda tekst: tekst.strip(WIT) == waarde)
    return Enkel(naam, (eis,), waarde.__eq__)


@cache
def enkele_typen(standaard: str) -> dict[str, Enkel]:
    """Return the simple types of a profile ("wmo" or "jw") by name."""
    eisen: dict[str, tuple[Eis, ...]] = {}
    eisen |= {naam: (*_GEVULD, _lengte(n)) for naam, n in t.TEKSTEN.items()}
    eisen |= {naam: (_NIET_LEEG, _lengte(n)) for naam, n in t.KORTE_TEKSTEN.items()}
    eisen |= {naam: (_cijfers(n),) for naam, n in t.CIJFERREEKSEN.items()}
    eisen |= {naam: (_GEHEEL, _NIET_NEGATIEF, _grootte(n)) for naam, n in t.GETALLEN.items()}
    eisen |= _EIGEN
    gewoon = {naam: re.compile(patroon, re.ASCII).fullmatch for naam, patroon in _gewoon().items()}
    typen = {naam: Enkel(naam, eis, gewoon[naam]) for naam, eis in eisen.items()}
    for naam, lijst in t.LIJSTEN.items():
        eis = _code(_lijst(lijst, standaard))
        typen[naam] = Enkel(naam, (eis,), eis.klopt)
    return typen


def _gewoon() -> dict[str, str]:
    """Return a pattern per type that an ordinary text of it has: less than what its demands let through."""
    patronen = {naam: rf"[^{WIT}][^\n\r]{{0,{n - 1}}}" for naam, n in t.TEKSTEN.items()}
    patronen |= {naam: rf"[^\n]{{1,{n}}}" for naam, n in t.KORTE_TEKSTEN.items()}
    patronen |= {naam: rf"[0-9]{{{n}}}" for naam, n in t.CIJFERREEKSEN.items()}
    patronen |= {naam: rf"[0-9]{{1,{n}}}" for naam, n in t.GETALLEN.items()}
    return patronen | {
        "Commentaar": rf"[^{WIT}][^\n]*",
        "Datum": r"(?!0000)[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|"
        r"(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)",
        "DeclaratieNummer": "[a-zA-Z0-9]{1,12}",
        "Telefoonnummer": "[0-9]{1,15}",
        "Tijd": "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]",
        "Versie": r"[1-9]\.[0-9]\.[0-9]",
        "Voorletters": "[a-zA-Z]{1,6}",
    }


def _lijst(lijst: str, standaard: str) -> str:
    return t.LIJSTNAMEN[standaard] + lijst if lijst.isdigit() else lijst


def _patroon(regel: str, zin: str, patroon: str) -> Eis:
    past = re.compile(patroon, re.ASCII).fullmatch
    return Eis(regel, zin, lambda tekst: past(tekst) is not None)


def _lengte(hoogstens: int) -> Eis:
    tekens = "teken" if hoogstens == 1 else "tekens"
    return Eis(
        _LENGTEREGELS[hoogstens],
        f"Kort de tekst in tot ten hoogste {hoogstens} {tekens}.",
        lambda tekst: len(tekst) <= hoogstens,
    )


def _cijfers(aantal: int) -> Eis:
    zin = f"Vul precies {aantal} cijfers in, zonder spaties."
    return _patroon(_CIJFERREGELS[aantal], zin, f"[0-9]{{{aantal}}}")


def _grootte(cijfers: int) -> Eis:
    return Eis(
        _GROOTTEREGELS[cijfers],
        f"Vul een getal in van ten hoogste {cijfers} cijfers.",
        lambda tekst: len(_zonder_nullen(tekst)) <= cijfers,
    )


def _code(lijst: str) -> Eis:
    codes = frozenset(t.CODES[lijst].split())
    keuze = f": {', '.join(sorted(codes))}" if len(codes) <= _TOONBAAR else ""
    return Eis(lijst, f"Kies een code uit de lijst {lijst}{keuze}.", codes.__contains__)


def _zonder_nullen(tekst: str) -> str:
    return tekst.strip(WIT).lstrip("+-").lstrip("0")


_DATUM = re.compile(r"(-?)([0-9]{4}|[1-9][0-9]{4,17})-([0-9]{2})-([0-9]{2})")


def _bestaat(tekst: str) -> bool:
    """Tell whether a text is a day of the calendar; years before 1 and after 9999 exist in a schema too."""
    if len(tekst) == len("jjjj-mm-dd") and tekst[4] == tekst[7] == "-":
        return _in_kalender(tekst)
    delen = _DATUM.fullmatch(tekst.strip(WIT))
    if delen is None or int(delen[2]) == 0:
        return False
    # The calendar repeats every 400 years; before year 1 the schemas count as if it had always been there.
    jaar = (-int(delen[2]) if delen[1] else int(delen[2])) % 400 + 2000
    return _in_kalender(f"{jaar}-{delen[3]}-{delen[4]}")


def _in_kalender(tekst: str) -> bool:
    try:
        date.fromisoformat(tekst)
    except ValueError:
        return False
    return True


_NIET_LEEG = Eis("RS007", "Vul iets in, of laat het element weg als dat mag.", bool)
_GEVULD = (
    Eis("RS033", "Vul iets in, of laat het element weg als dat mag.", lambda tekst: bool(tekst.strip(WIT))),
    Eis("RS033", "Zet de tekst op één regel.", lambda tekst: "\n" not in tekst and "\r" not in tekst),
)
_GEHEEL = _patroon("RS001", "Vul een geheel getal in.", f"[{WIT}]*[+-]?[0-9]+[{WIT}]*")
_NIET_NEGATIEF = Eis(
    "RS001",
    "Vul 0 of meer in.",
    lambda tekst: not tekst.strip(WIT).startswith("-") or not _zonder_nullen(tekst),
)
_TIJD = rf"[{WIT}]*(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)[{WIT}]*"

_EIGEN: dict[str, tuple[Eis, ...]] = {
    "Commentaar": (
        Eis("RS031", "Vul het commentaar in, of laat het weg.", lambda tekst: bool(tekst.strip(WIT))),
    ),
    "Datum": (
        _patroon("RS032", "Vul een datum zonder tijdzone in, als jjjj-mm-dd.", r"[^:Z]*"),
        Eis("RS032", "Vul een bestaande datum in, als jjjj-mm-dd.", _bestaat),
    ),
    "DeclaratieNummer": (_patroon("CS319", "Vul alleen letters en cijfers in.", "[a-zA-Z0-9]+"), _lengte(12)),
    "Telefoonnummer": (_NIET_LEEG, _patroon("RS046", "Vul alleen cijfers in.", "[0-9]*"), _lengte(15)),
    "Tijd": (_patroon("RS034", "Vul een tijd zonder tijdzone in, als uu:mm:ss.", _TIJD),),
    "Versie": (
        _patroon(
            "RS048",
            "Vul een versie in van drie getallen met punten, zoals 1.0.0.",
            r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)",
        ),
    ),
    "Voorletters": (
        _patroon("RS045", "Vul de letters aaneen in, zonder punten.", "[a-zA-ZÀ-ỳ]+"),
        _lengte(6),
    ),
}

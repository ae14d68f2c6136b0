"""Writing a message: the order and namespaces of the standard, UTF-8 without BOM, CRLF (OP192)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from samendoen.berichten.rules.bericht import Bericht, Groep
from samendoen.berichten.rules.soorten import SOORTEN, Klasse
from samendoen.berichten.rules.tabellen import STANDAARDEN

DECLARATIE = '<?xml version="1.0" encoding="UTF-8"?>'
GEEN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML cannot hold."""
_REGELEINDE = {"\r": "&#13;"}


def schrijf(bericht: Bericht) -> bytes:
    """Return the file of a message; one that `schrijf` made comes back byte for byte after reading.

    Raises ValueError for a character that XML cannot hold.
    """
    regels = [DECLARATIE]
    _schrijf_groep(bericht.wortel, _vorm(bericht.soort.code), regels)
    regels.append("")
    return "\n".join(regels).replace("\n", "\r\n").encode()


@dataclass(frozen=True, slots=True)
class _Vorm:
    """How an element is written: its name, what stands before and after it, what may be in it in order."""

    naam: str
    open: str
    dicht: str
    delen: "tuple[_Vorm, ...]" = ()


@cache
def _vorm(code: str) -> _Vorm:
    soort, voor = SOORTEN[code], STANDAARDEN[SOORTEN[code].standaard]
    naam = soort.wortel.naam
    voorvoegsels = {soort.ruimte: "", soort.basisruimte: f"{voor}:"}
    ruimten = f'xmlns="{soort.ruimte}" xmlns:{voor}="{soort.basisruimte}"'
    return _Vorm(naam, f"<{naam} {ruimten}>", f"</{naam}>", _delen(soort.wortel, voorvoegsels, "  "))


def _delen(klasse: Klasse, voorvoegsels: Mapping[str, str], inspring: str) -> tuple[_Vorm, ...]:
    vormen = []
    for deel in klasse.delen:
        naam = voorvoegsels[klasse.ruimte] + deel.naam
        if isinstance(deel.soort, Klasse):
            lager = _delen(deel.soort, voorvoegsels, inspring + "  ")
            vormen.append(_Vorm(deel.naam, f"{inspring}<{naam}>", f"{inspring}</{naam}>", lager))
        else:
            vormen.append(_Vorm(deel.naam, f"{inspring}<{naam}>", f"</{naam}>"))
    return tuple(vormen)


def _schrijf_groep(groep: Groep, vorm: _Vorm, regels: list[str]) -> None:
    """Add the lines of a group."""
    regels.append(vorm.open)
    delen = groep.delen
    for deel in vorm.delen:
        waarde = delen.get(deel.naam)
        if waarde is None:
            continue
        for een in waarde if isinstance(waarde, tuple) else (waarde,):
            if isinstance(een, str):
                tekst = een if een.isalnum() or _GEWOON(een) else _veilig(een)
                regels.append(f"{deel.open}{tekst}{deel.dicht}")
            else:
                _schrijf_groep(een, deel, regels)
    regels.append(vorm.dicht)


_GEWOON = re.compile("[-0-9A-Za-z .,:/]*").fullmatch
"""A text that may be written as it is, as most texts are."""


def _veilig(tekst: str) -> str:
    if GEEN_XML.search(tekst):
        raise ValueError("a character that XML cannot hold")
    return escape(tekst, _REGELEINDE)

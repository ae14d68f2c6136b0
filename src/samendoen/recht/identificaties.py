"""Other identifiers: AGB code, postcode and CBS municipality code. Codes are strings: 0321 keeps its zero."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from samendoen.recht.fouten import Rechtsfout

_AGB = re.compile(r"[0-9]{8}")
_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})")
_CBS = re.compile(r"[0-9]{4}")
_NOOIT_UITGEGEVEN = frozenset({"SA", "SD", "SS"})

GEMEENTEN: Mapping[str, str] = MappingProxyType(
    {
        "0321": "Houten",
        "0331": "Lopik",
        "0353": "IJsselstein",
        "0356": "Nieuwegein",
        "1581": "Utrechtse Heuvelrug",
        "1621": "Lansingerland",
        "1961": "Vijfheerenlanden",
    }
)


def is_agb(code: str) -> bool:
    """Tell whether `code` has the form of an AGB code: eight digits."""
    return _AGB.fullmatch(code) is not None


def is_postcode(postcode: str) -> bool:
    """Tell whether `postcode` has the form "1234 AB" (the space may miss); SA, SD and SS never occur."""
    gevonden = _POSTCODE.fullmatch(postcode)
    return gevonden is not None and gevonden[2] not in _NOOIT_UITGEGEVEN


def normaliseer_postcode(postcode: str) -> str:
    """Return a postcode as "1234 AB" however it was typed, or raise `Rechtsfout`."""
    kaal = "".join(postcode.split()).upper()
    if not is_postcode(kaal):
        raise Rechtsfout(
            "postcode-ongeldig",
            "Dit is geen Nederlandse postcode.",
            "Geef vier cijfers en twee letters, bijvoorbeeld 4141 AA.",
        )
    return f"{kaal[:4]} {kaal[4:]}"


def is_cbs_code(code: str) -> bool:
    """Tell whether `code` has the form of a CBS municipality code: four digits."""
    return _CBS.fullmatch(code) is not None


def gemeentenaam(code: str) -> str:
    """Return the name of a municipality we know by its CBS code, or raise `Rechtsfout`."""
    try:
        return GEMEENTEN[code]
    except KeyError:
        raise Rechtsfout(
            "gemeente-onbekend",
            f"De gemeentecode '{code}' staat niet in onze lijst.",
            f"Gebruik een van deze codes, met vier cijfers: {', '.join(GEMEENTEN)}.",
        ) from None

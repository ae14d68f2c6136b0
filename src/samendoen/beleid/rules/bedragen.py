"""Amounts and numbers as Dutch documents print them, in cents. A binary fraction is nowhere in between."""

import re

_CIJFERS = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_MIN = "[-\u2013\u2014\u2212]"
GETAL = rf"\(?(?:{_MIN}?\s?€\s*(?:€\s*)*{_MIN}?\s?|{_MIN}?){_CIJFERS}(?:,\d{{2}}|,-)?\)?(?![\d.,%]*\d)(?!%)"
"""An amount or number in a cell: € 1.178.000, -233.486, (€ 10.000), 5000, € 18.318,52, € 17.000,-."""
STREEP = rf"{_MIN}(?=\s|$)"
"""A dash alone in a cell: nothing."""
_ACHTERAAN = re.compile(rf"^(?P<naam>.*?)(?P<getallen>(?:(?:^|\s+)(?:{GETAL}|{STREEP}))+)\s*$")
_EEN = re.compile(rf"{GETAL}|{STREEP}")
_EURO = re.compile(rf"(?:{_MIN}\s?)?€\s*(?:€\s*)*{_MIN}?\s?{_CIJFERS}(?:,\d{{2}})?")


def eurocent(tekst: str) -> int:
    """Return what is printed in hundredths; a dash or nothing is nought, brackets say nothing.

    Raises ValueError for what is no amount.
    """
    kaal = tekst.strip().strip("()").strip()
    if not kaal or re.fullmatch(STREEP, kaal):
        return 0
    if not re.fullmatch(GETAL, kaal):
        raise ValueError(f"geen bedrag: {tekst[:40]}")
    heel, _, cent = kaal.removesuffix(",-").partition(",")
    waarde = int(re.sub(r"\D", "", heel)) * 100 + int(cent or 0)
    return -waarde if re.match(rf"{_MIN}|€\s*{_MIN}", kaal) else waarde


def is_bedrag(tekst: str) -> bool:
    """Return whether a cell holds one amount, or a dash."""
    kaal = tekst.strip()
    return bool(re.fullmatch(rf"{GETAL}|{STREEP}", kaal))


def getallen_achteraan(regel: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without the numbers it ends with, and those numbers as printed."""
    past = _ACHTERAAN.match(regel.rstrip())
    if not past:
        return regel.strip(), ()
    naam, getallen = past["naam"].strip(), [d.group().strip() for d in _EEN.finditer(past["getallen"])]
    while len(getallen) > 1 and "€" not in getallen[0] and _EURO.search(past["getallen"]):
        # "Beschikbaar in 2022 € 708.000": where euros are printed, a bare year belongs to the name.
        if not re.fullmatch(r"(?:19|20)\d\d", getallen[0]):
            break
        naam = f"{naam} {getallen.pop(0)}".strip()
    return naam, tuple(getallen)


def bedragen_in(tekst: str) -> list[int]:
    """Return the amounts with a euro sign in a running text, in cents."""
    return [eurocent(deel.group()) for deel in _EURO.finditer(tekst)]

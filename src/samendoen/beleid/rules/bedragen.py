"""Amounts and numbers as Dutch documents print them, in cents. A binary fraction is nowhere in between."""

import re

_CIJFERS = r"(?:\d{1,3}(?:\.\d{3})+|\d+)"
_MIN = "[-\u2013\u2014\u2212]"
GETAL = rf"\(?(?:{_MIN}?\s?€\s*(?:€\s*)*{_MIN}?\s?|{_MIN}?){_CIJFERS}(?:,\d{{2}}|,-)?\)?(?![\d.,%]*\d)(?!%)"
"""An amount or number in a cell: € 1.178.000, -233.486, (€ 10.000), 5000, € 18.318,52, € 17.000,-."""
STREEP = rf"{_MIN}(?=\s|$)"
"""A dash alone in a cell: nothing."""
_EEN = re.compile(rf"{GETAL}|{STREEP}")
_EURO = re.compile(rf"(?:{_MIN}\s?)?€\s*(?:€\s*)*{_MIN}?\s?{_CIJFERS}(?:,\d{{2}})?")
_LOSSE_EURO = frozenset({"€", "-€", "(€", "(-€", "\u2212€", "\u2013€"})
LANGSTE_REGEL = 1_000
"""A line of a table is at most so many characters."""
LANGSTE_BEDRAG = 40
"""And an amount in it so many."""


def eurocent(tekst: str) -> int:
    """Return what is printed in hundredths; a dash or nothing is nought, brackets say nothing.

    Raises ValueError for what is no amount.
    """
    kaal = tekst.strip().strip("()").strip()
    if not kaal or re.fullmatch(STREEP, kaal):
        return 0
    if not is_bedrag(kaal):
        raise ValueError(f"geen bedrag: {tekst[:40]}")
    heel, _, cent = kaal.removesuffix(",-").partition(",")
    waarde = int(re.sub(r"\D", "", heel)) * 100 + int(cent or 0)
    return -waarde if re.match(rf"{_MIN}|€\s*{_MIN}", kaal) else waarde


def is_bedrag(tekst: str) -> bool:
    """Return whether a cell holds one amount, or a dash."""
    kaal = tekst.strip()
    return len(kaal) <= LANGSTE_BEDRAG and bool(_EEN.fullmatch(kaal))


def getallen_achteraan(regel: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without the numbers it ends with, and those numbers as printed.

    A line longer than any line of a table has none.
    """
    if len(regel) > LANGSTE_REGEL:
        return regel.strip(), ()
    woorden = regel.split()
    getallen: list[str] = []
    while woorden and is_bedrag(woorden[-1]):
        getal = [woorden.pop()]
        if any(teken.isdigit() for teken in getal[0]):
            # A euro sign, and the minus before it, may stand apart.
            while woorden and woorden[-1] in _LOSSE_EURO and is_bedrag(" ".join((woorden[-1], *getal))):
                getal.insert(0, woorden.pop())
            los_min = len(getal) > 1 and woorden and re.fullmatch(rf"\(?{_MIN}", woorden[-1])
            if los_min and is_bedrag(" ".join((woorden[-1], *getal))):
                getal.insert(0, woorden.pop())
        getallen.append(" ".join(getal))
    getallen.reverse()
    while len(getallen) > 1 and any("€" in getal for getal in getallen):
        # "Beschikbaar in 2022 € 708.000": where euros are printed, a bare year belongs to the name.
        if not re.fullmatch(r"(?:19|20)\d\d", getallen[0]):
            break
        woorden.append(getallen.pop(0))
    return " ".join(woorden), tuple(getallen)


def bedragen_in(tekst: str) -> list[int]:
    """Return the amounts with a euro sign in a running text, in cents."""
    return [eurocent(deel.group()) for deel in _EURO.finditer(tekst)]

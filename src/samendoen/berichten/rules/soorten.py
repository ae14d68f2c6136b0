"""The kinds of message, built once from the tables: classes with their elements, namespaces, codes."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from samendoen.berichten.rules import tabellen as t
from samendoen.berichten.rules.waarden import Enkel, enkele_typen, vast, vast_getal

WORTEL = "Bericht"


@dataclass(frozen=True, slots=True)
class Deel:
    """An element of a class: its name, its type, and how often it may stand there."""

    naam: str
    soort: "Enkel | Klasse"
    verplicht: bool
    herhaalt: bool


@dataclass(frozen=True, slots=True)
class Klasse:
    """A class or composite type: its elements in order, all of them in the namespace `ruimte`."""

    naam: str
    ruimte: str
    delen: tuple[Deel, ...]
    plaatsen: Mapping[str, tuple[int, "Deel"]] = field(compare=False)
    """Its elements, each with its place in the order, by qualified name: "{namespace}Name"."""
    namen: frozenset[str] = field(compare=False)
    """The names of its elements."""
    verplicht: frozenset[str] = field(compare=False)
    """The names of those that may not be left out."""


@dataclass(frozen=True, slots=True)
class Berichtsoort:
    """One kind of message. `code` is its name, such as WMO301; `berichtcode` its number in the header."""

    code: str
    standaard: str
    nummer: str
    berichtcode: str
    van_gemeente: bool
    ruimte: str
    basisruimte: str
    wortel: Klasse

    @property
    def retour(self) -> "Berichtsoort | None":
        """Return the kind that answers this one, if any does."""
        nummer = t.RETOUR.get(self.nummer)
        return SOORTEN[self.standaard.upper() + nummer] if nummer else None


_Typen = Callable[[str], Enkel | Klasse]


def _maak(standaard: str, nummer: str) -> Berichtsoort:
    stam = f"http://www.istandaarden.nl/{t.STANDAARDEN[standaard]}/3_2"
    ruimte, basisruimte = f"{stam}/{standaard}{nummer}/schema", f"{stam}/basisschema/schema"
    van, regels = _regels(nummer)
    aan = t.AANBIEDER if van == t.GEMEENTE else t.GEMEENTE
    berichtcode = t.BERICHTCODES[standaard][nummer]
    enkele = enkele_typen(standaard) | {
        "BerichtCode": vast("BerichtCode", berichtcode, "RS047"),
        "BerichtVersie": vast_getal("BerichtVersie", t.VERSIE, "CS025"),
        "BerichtSubversie": vast_getal("BerichtSubversie", t.SUBVERSIE, "CS015"),
    }

    def basistype(naam: str) -> Enkel | Klasse:
        regel = t.SAMENGESTELD.get(naam)
        return enkele[naam] if regel is None else _klasse(naam, basisruimte, regel, basistype)

    def type_van(naam: str) -> Enkel | Klasse:
        if naam not in regels:
            return basistype(naam)
        regel = _voor(standaard, regels[naam]).format(van=van, aan=aan)
        return _klasse(naam, ruimte, regel, type_van)

    wortel = type_van(WORTEL)
    assert isinstance(wortel, Klasse)
    code = standaard.upper() + nummer
    return Berichtsoort(code, standaard, nummer, berichtcode, van == t.GEMEENTE, ruimte, basisruimte, wortel)


def _regels(nummer: str) -> tuple[str, dict[str, str]]:
    """Return who sends a message and the lines of its classes; those of an answer are made."""
    if nummer in t.BERICHTEN:
        van, klassen = t.BERICHTEN[nummer]
        return van, klassen | {"Header": t.KOP}
    vraag = next(vraag for vraag, antwoord in t.RETOUR.items() if antwoord == nummer)
    van, klassen = t.BERICHTEN[vraag]
    if nummer == "325":  # no copy with verdicts but a message of its own: another sender, another root
        van, kop, wortel = t.GEMEENTE, t.KOP_DECLARATIEANTWOORD, t.DECLARATIEANTWOORD
    else:
        kop, wortel = t.KOP_RETOUR, {WORTEL: f"{klassen[WORTEL]}?"}
    beoordeeld = {
        naam: regel if naam == WORTEL or regel.endswith("+") else f"{regel} RetourCodes"
        for naam, regel in (klassen | wortel).items()
    }
    return van, beoordeeld | {"Header": f"{t.KOP} {kop}", "RetourCodes": "RetourCode+"}


def _voor(standaard: str, regel: str) -> str:
    """Leave out what stands in another profile only."""
    delen = (deel.rpartition(":") for deel in regel.split())
    return " ".join(deel for profiel, _, deel in delen if profiel in {"", standaard})


def _klasse(naam: str, ruimte: str, regel: str, type_van: _Typen) -> Klasse:
    delen = tuple(_deel(deel, type_van) for deel in regel.split())
    return Klasse(
        naam,
        ruimte,
        delen,
        {f"{{{ruimte}}}{deel.naam}": (plek, deel) for plek, deel in enumerate(delen)},
        frozenset(deel.naam for deel in delen),
        frozenset(deel.naam for deel in delen if deel.verplicht),
    )


def _deel(tekst: str, type_van: _Typen) -> Deel:
    links, _, soort = tekst.partition("=")
    naam = links.rstrip("?+")
    return Deel(naam, type_van(soort or naam), not links.endswith("?"), links.endswith("+"))


SOORTEN: Mapping[str, Berichtsoort] = MappingProxyType(
    {
        soort.code: soort
        for standaard, codes in t.BERICHTCODES.items()
        for soort in (_maak(standaard, nummer) for nummer in codes)
    }
)
"""All 28 kinds by name: WMO301 to WMO325, JW301 to JW325."""


def wegen(klasse: Klasse, namen: Container[str], naam: str = WORTEL) -> dict[str, tuple[str, ...]]:
    """Return the ways down to the groups with one of these names: per name of a group, those in it, in order.

    Where no way goes on, nothing stands.
    """
    gevonden: dict[str, tuple[str, ...]] = {}
    for deel in klasse.delen:
        if isinstance(deel.soort, Klasse):
            lager = wegen(deel.soort, namen, deel.naam)
            if lager or deel.naam in namen:
                gevonden |= lager
                gevonden[naam] = (*gevonden.get(naam, ()), deel.naam)
    return gevonden

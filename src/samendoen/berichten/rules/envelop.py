"""The StUF envelope ggk0210 2.1 (patch 04) as a value, and its form as data.

Di01 carries a message that asks, Du01 its answer (crossRefnummer: the reference of what it answers) and Fo01
says that one could not be delivered or read.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

GROOTST = 25 * 1024 * 1024
"""Largest envelope in bytes, with the message in it."""
STUF = "http://www.egem.nl/StUF/StUF0301"
GGK = "http://www.stufstandaarden.nl/koppelvlak/ggk0210"
KNOOPPUNT = "GGk"
"""The application that receives, whoever the organisation is."""
NIET_VOLGENS_SCHEMA = "StUF055"
"""The one fault that a municipality tells: what is in the envelope does not keep to its schema."""


class Vormkeuze(StrEnum):
    """How messages travel: as they are, or each in an envelope (SAMENDOEN_BERICHTEN_VORM)."""

    KAAL = "kaal"
    GGK0210 = "ggk0210"


class Envelopsoort(StrEnum):
    """The kinds of envelope."""

    HEEN = "Di01"
    TERUG = "Du01"
    FOUT = "Fo01"


@dataclass(frozen=True, slots=True)
class Systeem:
    """Who sends or receives: CBS code, AGB code or the name of a party of the chain; and with what."""

    organisatie: str
    applicatie: str = KNOOPPUNT
    administratie: str = ""


@dataclass(frozen=True, slots=True)
class Versie:
    """A version and subversion, each four digits."""

    versie: str
    subversie: str


@dataclass(frozen=True, slots=True)
class Fout:
    """What went wrong: a code of the chain, where ("client": at the sender, or "server"), and a sentence."""

    code: str
    plek: str
    omschrijving: str
    details: str = ""


@dataclass(frozen=True, slots=True)
class Envelop:
    """An envelope. `referentie` is its own UUID v4; `cross` that of what it answers (Du01, Fo01).

    `tijdstip` is 8 to 17 digits, from the year down to the milliseconds, in Dutch time. `functie` is the
    kind of message. Di01 and Du01 carry `bericht`; Fo01 has `fout` and no versions.
    """

    soort: Envelopsoort
    zender: Systeem
    ontvanger: Systeem
    referentie: UUID
    tijdstip: str
    cross: UUID | None = None
    functie: str = ""
    applicatie: Versie | None = None
    functieversie: Versie | None = None
    bericht: bytes = b""
    fout: Fout | None = None


Vorm = tuple[str, bool, "re.Pattern[str] | tuple[Vorm, ...]"]
"""An element: its name, whether it must be there, the pattern of its text or the elements in it."""
_UUID4 = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_TIJDSTIP, _VERSIENR = re.compile("[0-9]{8,17}"), re.compile("[0-9]{4}")


def _tekst(hoogstens: int, minstens: int = 0) -> re.Pattern[str]:
    return re.compile(f"(?s:.{{{minstens},{hoogstens}}})")


def _systeem(organisatie: bool) -> tuple[Vorm, ...]:
    return (
        ("organisatie", organisatie, _tekst(200)),
        ("applicatie", True, _tekst(50, 3)),
        ("administratie", False, _tekst(50)),
        ("gebruiker", False, _tekst(100)),
    )


def _stuurgegevens(soort: Envelopsoort) -> Vorm:
    fout = soort == Envelopsoort.FOUT
    systeem = _systeem(not fout)
    delen: list[Vorm] = [
        ("berichtcode", True, re.compile(soort)),
        ("zender", True, systeem),
        ("ontvanger", True, systeem),
        ("referentienummer", True, _UUID4),
        ("tijdstipBericht", True, _TIJDSTIP),
    ]
    if soort != Envelopsoort.HEEN:
        delen.append(("crossRefnummer", True, _UUID4))
    if not fout:
        delen.append(("functie", True, _tekst(30)))
    return "stuurgegevens", True, tuple(delen)


_PARAMETERS: Vorm = (
    "parameters",
    True,
    (
        ("applicatieVersie", True, _VERSIENR),
        ("applicatieSubversie", True, _VERSIENR),
        ("functieVersie", True, _VERSIENR),
        ("functieSubversie", True, _VERSIENR),
        ("bericht", True, (("xmlBestand", True, _tekst(GROOTST)),)),
    ),
)
_FOUTBODY: Vorm = (
    "body",
    True,
    (
        ("code", True, _tekst(7)),
        ("plek", True, re.compile("client|server")),
        ("omschrijving", True, _tekst(200)),
        ("details", False, _tekst(1000)),
    ),
)
VAN_STUF = frozenset({"stuurgegevens", "zender", "ontvanger", "body"})
"""What lies in these elements is of StUF itself, the rest of ggk0210."""
WORTELS = {
    f"{{{GGK}}}envelopHeenbericht-ggk_Di01": Envelopsoort.HEEN,
    f"{{{GGK}}}envelopRetourbericht-ggk_Du01": Envelopsoort.TERUG,
    f"{{{STUF}}}Fo01Bericht": Envelopsoort.FOUT,
}
WORTEL_VAN = {soort: wortel for wortel, soort in WORTELS.items()}


def delen_van(soort: Envelopsoort) -> tuple[Vorm, ...]:
    """Return the elements of a kind of envelope, in order."""
    return (_stuurgegevens(soort), _FOUTBODY if soort == Envelopsoort.FOUT else _PARAMETERS)

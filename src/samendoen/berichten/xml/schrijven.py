"""Writing a message: the order and namespaces of the standard, UTF-8 without BOM, CRLF (OP192)."""

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from samendoen.berichten.rules.bericht import Bericht, Groep
from samendoen.berichten.rules.soorten import Klasse
from samendoen.berichten.rules.tabellen import STANDAARDEN

DECLARATIE = '<?xml version="1.0" encoding="UTF-8"?>'
GEEN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML cannot hold."""
_REGELEINDE = {"\r": "&#13;"}


def schrijf(bericht: Bericht) -> bytes:
    """Return the file of a message; one that `schrijf` made comes back byte for byte after reading.

    Raises ValueError for a character that XML cannot hold.
    """
    soort, voor = bericht.soort, STANDAARDEN[bericht.soort.standaard]
    naam = soort.wortel.naam
    voorvoegsels = {soort.ruimte: "", soort.basisruimte: f"{voor}:"}
    regels = [
        DECLARATIE,
        f'<{naam} xmlns="{soort.ruimte}" xmlns:{voor}="{soort.basisruimte}">',
        *_regels(bericht.wortel, soort.wortel, voorvoegsels, "  "),
        f"</{naam}>",
    ]
    tekst = "\n".join(regels) + "\n"
    if GEEN_XML.search(tekst):
        raise ValueError("a character that XML cannot hold")
    return tekst.replace("\n", "\r\n").encode()


def _regels(groep: Groep, klasse: Klasse, voorvoegsels: Mapping[str, str], inspring: str) -> Iterator[str]:
    """Give the lines of what is in a group."""
    voor = voorvoegsels[klasse.ruimte]
    for deel in klasse.delen:
        naam = voor + deel.naam
        for waarde in groep.delen.get(deel.naam, ()):
            if isinstance(waarde, str):
                yield f"{inspring}<{naam}>{escape(waarde, _REGELEINDE)}</{naam}>"
            elif isinstance(deel.soort, Klasse):
                yield f"{inspring}<{naam}>"
                yield from _regels(waarde, deel.soort, voorvoegsels, inspring + "  ")
                yield f"{inspring}</{naam}>"

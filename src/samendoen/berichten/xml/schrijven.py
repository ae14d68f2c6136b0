"""Writing a message: the order and namespaces of the standard, UTF-8 without BOM, CRLF (OP192)."""

from typing import Any

from lxml import etree

from samendoen.berichten.rules.bericht import Bericht, Groep
from samendoen.berichten.rules.soorten import Klasse
from samendoen.berichten.rules.tabellen import STANDAARDEN

DECLARATIE = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def schrijf(bericht: Bericht) -> bytes:
    """Return the file of a message; one that `schrijf` made comes back byte for byte after reading.

    Raises ValueError for a character that XML cannot hold.
    """
    soort = bericht.soort
    # The stubs do not know that None stands for the default namespace.
    ruimten: Any = {None: soort.ruimte, STANDAARDEN[soort.standaard]: soort.basisruimte}
    wortel = etree.Element(f"{{{soort.ruimte}}}{soort.wortel.naam}", nsmap=ruimten)
    _vul(wortel, bericht.wortel, soort.wortel)
    etree.indent(wortel, "  ")
    return (DECLARATIE + etree.tostring(wortel, encoding="UTF-8") + b"\n").replace(b"\n", b"\r\n")


def _vul(element: "etree._Element", groep: Groep, klasse: Klasse) -> None:
    for deel in klasse.delen:
        for waarde in groep.delen.get(deel.naam, ()):
            kind = etree.SubElement(element, f"{{{klasse.ruimte}}}{deel.naam}")
            if isinstance(waarde, str):
                kind.text = waarde
            elif isinstance(deel.soort, Klasse):
                _vul(kind, waarde, deel.soort)

"""Reading a message: from bytes to a value, and on the way level 1, the form, from the tables alone.

Nothing a sender can put in a file makes this raise, reach for the network, or need more than the file is
large: what cannot be read safely is a finding like any other.
"""

from codecs import BOM_UTF8
from collections.abc import KeysView
from dataclasses import dataclass

from lxml import etree

from samendoen.berichten.rules.bericht import Bericht, Bevinding, Groep, padnaam
from samendoen.berichten.rules.soorten import SOORTEN, Berichtsoort, Deel, Klasse
from samendoen.berichten.rules.waarden import WIT, Enkel
from samendoen.berichten.xml.vlot import lees_vlot

HOOGSTENS = 25 * 1024 * 1024
"""Largest file in bytes (OP179)."""

_ONTLEDER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
    remove_comments=True, remove_pis=True, remove_blank_text=True,
)  # fmt: skip
_PER_WORTEL = {f"{{{soort.ruimte}}}{soort.wortel.naam}": soort for soort in SOORTEN.values()}
# Where a schema lies is a hint to software and no content.
_HINTS = {
    f"{{http://www.w3.org/2001/XMLSchema-instance}}{naam}"
    for naam in ("schemaLocation", "noNamespaceSchemaLocation")
}


@dataclass(slots=True)
class Gelezen:
    """What came of reading: the kind, the message (None when level 1 fails) and the findings.

    `boom` is the tree that was read, for whoever validates it elsewhere; None when the file cannot be read.
    """

    soort: Berichtsoort | None
    bericht: Bericht | None
    bevindingen: tuple[Bevinding, ...]
    boom: "etree._ElementTree | None"


def lees(inhoud: bytes) -> Gelezen:
    """Read a message and check its form: structure, order, how often, types, patterns, code lists."""
    try:
        boom = _ontleed(inhoud)
    except _Onleesbaar as fout:
        return Gelezen(None, None, (fout.bevinding,), None)
    wortel = boom.getroot()
    soort = _PER_WORTEL.get(wortel.tag)
    if soort is None:
        return Gelezen(
            None, None, (Bevinding(1, "XSD", f"/{etree.QName(wortel).localname}", _ONBEKEND),), boom
        )
    bevindingen = _bestand(inhoud, boom)
    groep = lees_vlot(inhoud, wortel, soort)
    if groep is None:
        groep, fouten = zoek_uit(boom, soort)
        bevindingen += fouten
    return Gelezen(soort, None if bevindingen else Bericht(soort, groep), bevindingen, boom)


_ONBEKEND = (
    "Dit is geen bericht van iWmo of iJw 3.2: begin met het element Bericht in de namespace van het bericht."
)


class _Onleesbaar(Exception):
    """A file that is no XML that may be read; the finding says why."""

    def __init__(self, regel: str, melding: str) -> None:
        super().__init__(regel)
        self.bevinding = Bevinding(1, regel, "/", melding)


def _ontleed(inhoud: bytes) -> "etree._ElementTree":
    """Return the tree. Raises _Onleesbaar."""
    if len(inhoud) > HOOGSTENS:
        raise _Onleesbaar("OP179", "Het bestand is groter dan 25 MB: verdeel de inhoud over meer berichten.")
    try:
        boom = etree.ElementTree(etree.fromstring(inhoud, _ONTLEDER))
    except (etree.XMLSyntaxError, LookupError, ValueError) as fout:
        waar = f" (regel {fout.lineno})" if isinstance(fout, etree.XMLSyntaxError) and fout.lineno else ""
        zin = f"Dit is geen leesbare XML{waar}: controleer of het bestand heel is."
        raise _Onleesbaar("XML", zin) from fout
    if boom.docinfo.internalDTD is not None:
        raise _Onleesbaar("XML", "Haal de DOCTYPE uit het bestand: een bericht heeft er geen.")
    return boom


def _bestand(inhoud: bytes, boom: "etree._ElementTree") -> tuple[Bevinding, ...]:
    """Judge the file around the message (OP192). How its lines end is not held against a sender."""
    fouten: tuple[Bevinding, ...] = ()
    if inhoud.startswith(BOM_UTF8):
        fouten = (Bevinding(1, "OP192", "/", "Sla het bestand op zonder byte order mark (BOM)."),)
    if (boom.docinfo.encoding or "UTF-8").upper() != "UTF-8":
        fouten += (Bevinding(1, "OP192", "/", "Sla het bestand op in de codering UTF-8."),)
    return fouten


_VREEMD_ATTRIBUUT = etree.XPath(
    "boolean(//@*[not(namespace-uri()='http://www.w3.org/2001/XMLSchema-instance' and "
    "(local-name()='schemaLocation' or local-name()='noNamespaceSchemaLocation'))])"
)


def zoek_uit(boom: "etree._ElementTree", soort: Berichtsoort) -> tuple[Groep, tuple[Bevinding, ...]]:
    """Return what a message says, as far as it can be read, and everything that is wrong with its form."""
    lezing, naam = _Lezing(boom), soort.wortel.naam
    groep = lezing.groep(boom.getroot(), naam, soort.wortel, f"/{naam}")
    return groep, tuple(lezing.bevindingen)


class _Lezing:
    """One pass through a tree beside its tables, for a message that is not simply right.

    It says what is wrong. Attributes, which hardly any message has, are asked for once of the whole tree.
    """

    def __init__(self, boom: "etree._ElementTree") -> None:
        self.bevindingen: list[Bevinding] = []
        self.attributen = bool(_VREEMD_ATTRIBUUT(boom))

    def meld(self, regel: str, pad: str, melding: str) -> None:
        """Note a finding."""
        self.bevindingen.append(Bevinding(1, regel, pad, melding))

    def groep(self, element: "etree._Element", naam: str, klasse: Klasse, pad: str) -> Groep:
        """Read an element that holds elements."""
        laatste = -1
        rijen: dict[str, tuple[Deel, list[Groep | str]]] = {}
        for kind in element:
            gevonden = klasse.plaatsen.get(kind.tag)
            if gevonden is None:
                self._vreemd(kind, klasse, pad)
                continue
            plek, deel = gevonden
            if plek > laatste:
                laatste = plek
            elif plek < laatste or not deel.herhaalt:
                self._misplaatst(deel, klasse.delen[laatste], pad)
            _deel, rij = rijen.setdefault(deel.naam, (deel, []))
            rij.append(self._deel(kind, deel, pad + padnaam(deel, len(rij) + 1)))
        self._rondom(element, klasse, rijen.keys(), pad)
        delen = {naam: tuple(rij) if deel.herhaalt else rij[0] for naam, (deel, rij) in rijen.items()}
        return Groep(naam, pad, delen)

    def _deel(self, element: "etree._Element", deel: Deel, pad: str) -> Groep | str:
        soort = deel.soort
        if isinstance(soort, Klasse):
            return self.groep(element, deel.naam, soort, pad)
        self._zoek_fout(element, deel.naam, soort, pad)
        return element.text or ""

    def _zoek_fout(self, element: "etree._Element", naam: str, soort: Enkel, pad: str) -> None:
        """Note what is wrong with an element that holds text, if anything is."""
        if self.attributen:
            self._geen_attributen(element, pad)
        if len(element):
            self.meld("XSD", pad, f"In {naam} hoort tekst te staan en geen element.")
        elif eis := soort.fout(element.text or ""):
            self.meld(eis.regel, pad, eis.zin)

    def _misplaatst(self, deel: Deel, laatste: Deel, pad: str) -> None:
        if deel is laatste:
            self.meld("XSD", f"{pad}/{deel.naam}", f"Laat {deel.naam} één keer staan.")
        else:
            self.meld("XSD", f"{pad}/{deel.naam}", f"Zet {deel.naam} vóór {laatste.naam}.")

    def _rondom(self, element: "etree._Element", klasse: Klasse, er_is: KeysView[str], pad: str) -> None:
        """Judge what is around the elements in a group: attributes, text between them, what is not there."""
        if self.attributen:
            self._geen_attributen(element, pad)
        if _is_los(element.text) or any(_is_los(kind.tail) for kind in element):
            self.meld("XSD", pad, "Tussen de elementen staat losse tekst: haal die weg.")
        for deel in klasse.delen:
            if deel.verplicht and deel.naam not in er_is:
                self.meld("XSD", f"{pad}/{deel.naam}", f"Voeg {deel.naam} toe: dit element is verplicht.")

    def _geen_attributen(self, element: "etree._Element", pad: str) -> None:
        for naam in element.keys():  # noqa: SIM118  (an element is no mapping)
            if naam not in _HINTS:
                self.meld("XSD", pad, f"Haal het attribuut {etree.QName(str(naam)).localname} weg.")

    def _vreemd(self, element: "etree._Element", klasse: Klasse, pad: str) -> None:
        naam = etree.QName(element).localname
        if naam in klasse.namen:
            melding = f"{naam} staat in de verkeerde namespace: gebruik {klasse.ruimte}."
        else:
            melding = f"{naam} hoort niet in {klasse.naam}: haal het weg."
        self.meld("XSD", f"{pad}/{naam}", melding)


def _is_los(tekst: str | None) -> bool:
    """Tell whether there is more than white space."""
    return bool(tekst and tekst.strip(WIT))

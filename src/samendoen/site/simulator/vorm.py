"""The wire as this provider sees it: messages of iWmo and iJw 3.2 read and written with lxml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from lxml import etree

Waarde: TypeAlias = "str | int | date | Sequence[Veld] | None"
Veld: TypeAlias = tuple[str, Waarde]
"""An element: its name and what it holds. A name after ":" lies in the basisschema; None leaves it out."""

STANDAARDEN = {"WMO": "iwmo", "JW": "ijw"}
BERICHTCODES = {
    "WMO301": "414", "WMO302": "415", "WMO305": "418", "WMO306": "419", "WMO307": "420", "WMO308": "421",
    "WMO315": "444", "WMO316": "445", "WMO317": "480", "WMO318": "481", "WMO319": "482", "WMO320": "483",
    "WMO323": "484", "WMO325": "485", "JW301": "436", "JW302": "437", "JW305": "438", "JW306": "439",
    "JW307": "440", "JW308": "441", "JW315": "446", "JW316": "447", "JW317": "486", "JW318": "487",
    "JW319": "488", "JW320": "489", "JW323": "490", "JW325": "491",
}  # fmt: skip
RETOUR = {"301": "302", "319": "320"}
"""What a provider answers, and with what. A 325 gets no answer."""
XSD_VERSIE: Waarde = [(":BasisschemaXsdVersie", "1.0.0"), (":BerichtXsdVersie", "1.0.0")]
GEEN_OPMERKING, NIET_BEOORDEELD, VOLLEDIG = "0200", "0233", "8001"
BEOORDEELD = {"Header", "Client", "Relatie", "Contact", "ToegewezenProduct", "Antwoord", "Woonplaatsbeginsel"}
"""Classes that carry retourcodes in an answer to a municipality."""
DECLARATIE = b'<?xml version="1.0" encoding="UTF-8"?>\n'


class Onleesbaar(Exception):
    """A file that is no message of the standard; the words say what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Deel:
    """An element that was read, asked by path: "m:" for the message, "b:" for the basisschema."""

    element: etree._Element
    ruimten: Mapping[str, str]

    def tekst(self, pad: str) -> str:
        """Return the text at a path, or "" when nothing stands there."""
        return self.element.findtext(pad, "", dict(self.ruimten)) or ""

    def eis(self, pad: str) -> str:
        """Return the text at a path. Raises Onleesbaar when nothing stands there."""
        if tekst := self.tekst(pad):
            return tekst
        raise Onleesbaar(f"{etree.QName(self.element).localname}/{pad} ontbreekt")

    def dag(self, pad: str) -> date | None:
        """Return the day at a path, or None. Raises Onleesbaar for what is no day."""
        return _dag(tekst) if (tekst := self.tekst(pad)) else None

    def eis_dag(self, pad: str) -> date:
        """Return the day at a path. Raises Onleesbaar."""
        return _dag(self.eis(pad))

    def getal(self, pad: str) -> int | None:
        """Return the whole number at a path, or None. Raises Onleesbaar for what is no number."""
        try:
            return int(tekst) if (tekst := self.tekst(pad)) else None
        except ValueError as fout:
            raise Onleesbaar(f"{pad} is geen getal") from fout

    def eis_getal(self, pad: str) -> int:
        """Return the whole number at a path. Raises Onleesbaar."""
        self.eis(pad)
        return self.getal(pad) or 0

    def delen(self, pad: str) -> Iterator[Deel]:
        """Give the elements at a path."""
        for element in self.element.findall(pad, dict(self.ruimten)):
            yield Deel(element, self.ruimten)

    def codes(self) -> set[str]:
        """Return the retourcodes of this class itself."""
        return {code.element.text or "" for code in self.delen("m:RetourCodes/m:RetourCode")}

    def alle_codes(self) -> set[str]:
        """Return every retourcode from here down."""
        return {code.text or "" for code in self.element.iter(f"{{{self.ruimten['m']}}}RetourCode")}


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A message that was read. `soort` is its name such as WMO301."""

    soort: str
    wortel: Deel

    @property
    def standaard(self) -> str:
        """Return WMO or JW."""
        return self.soort[:-3]

    @property
    def kop(self) -> Deel:
        """Return the header. Raises Onleesbaar when there is none."""
        return next(self.wortel.delen("m:Header"), None) or _ontbreekt("Header")

    @property
    def identificatie(self) -> str:
        """Return the number of the message itself; of an answer its own, not that of what it answers."""
        eigen = self.kop.tekst("m:IdentificatieRetour")
        return eigen or self.kop.eis("m:BerichtIdentificatie/b:Identificatie")


def lees(inhoud: bytes) -> Gelezen:
    """Read a message. Raises Onleesbaar for what is no message of iWmo or iJw 3.2."""
    ontleder = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True,
        remove_blank_text=True,
    )  # fmt: skip
    try:
        wortel = etree.fromstring(inhoud, ontleder)
    except (etree.XMLSyntaxError, LookupError, ValueError) as fout:
        raise Onleesbaar("dit is geen leesbare XML") from fout
    naam = etree.QName(wortel)
    for standaard, stam in STANDAARDEN.items():
        soort = (naam.namespace or "").removeprefix(f"http://www.istandaarden.nl/{stam}/3_2/")
        soort = soort.removesuffix("/schema").upper()
        if naam.localname == "Bericht" and soort in BERICHTCODES and soort.startswith(standaard):
            gelezen = Gelezen(soort, Deel(wortel, {"m": _ruimte(soort), "b": _basis(soort)}))
            if gelezen.kop.tekst("m:BerichtCode") != BERICHTCODES[soort]:
                raise Onleesbaar(f"de berichtcode hoort niet bij {soort}")
            return gelezen
    raise Onleesbaar("dit is geen bericht van iWmo of iJw 3.2")


def schrijf(soort: str, inhoud: Sequence[Veld]) -> bytes:
    """Return the file of a message: UTF-8 without BOM, lines that end in CRLF."""
    wortel = _wortel(soort)
    _vul(wortel, inhoud, f"{{{_ruimte(soort)}}}", f"{{{_basis(soort)}}}")
    return _bytes(wortel)


def kop(soort: str, afzender: str, ontvanger: str, identificatie: str, dagtekening: date) -> Veld:
    """Return the header of a message of our own."""
    return (
        "Header",
        [
            ("BerichtCode", BERICHTCODES[soort]),
            ("BerichtVersie", 3),
            ("BerichtSubversie", 2),
            ("Afzender", afzender),
            ("Ontvanger", ontvanger),
            ("BerichtIdentificatie", [(":Identificatie", identificatie), (":Dagtekening", dagtekening)]),
            ("XsdVersie", XSD_VERSIE),
        ],
    )


def antwoord(
    bericht: Gelezen,
    identificatie: str,
    dagtekening: date,
    bezwaren: Mapping[etree._Element, str] | None = None,
    kopcode: str = "",
) -> bytes:
    """Return the answer to a message of the municipality.

    Without `bezwaren` that is the header alone, with `kopcode` when that is filled. With them (element of the
    message -> retourcode) it repeats the message, every class with a code: its own, or that nothing is wrong.
    """
    soort = bericht.standaard + RETOUR[bericht.soort[-3:]]
    oud, nieuw = f"{{{_ruimte(bericht.soort)}}}", f"{{{_ruimte(soort)}}}"
    gemerkt = {bericht.wortel.element.getroottree().getpath(e): code for e, code in (bezwaren or {}).items()}
    bron = deepcopy(bericht.wortel.element.getroottree())
    codes = {e: gemerkt.get(bron.getpath(e), GEEN_OPMERKING) for e in bron.getroot().iter(f"{oud}*")}
    wortel = _wortel(soort)
    wortel.extend(list(bron.getroot()) if bezwaren else [bron.getroot()[0]])
    kop_ = wortel[0]
    kop_[0].text = BERICHTCODES[soort]
    retour: list[Veld] = [
        ("IdentificatieRetour", identificatie),
        ("DagtekeningRetour", dagtekening),
        ("XsdVersieRetour", XSD_VERSIE),
    ]
    _vul(kop_, retour, oud, f"{{{_basis(soort)}}}")
    for element in list(wortel.iter(f"{oud}*")):
        naam = etree.QName(element).localname
        if naam in BEOORDEELD and (code := codes.get(element, "") if bezwaren else kopcode):
            _vul(element, [("RetourCodes", [("RetourCode", code)])], oud, "")
    for element in wortel.iter(f"{oud}*"):
        element.tag = nieuw + etree.QName(element).localname
    return _bytes(wortel)


def _wortel(soort: str) -> etree._Element:
    ruimten: dict[str | None, str] = {None: _ruimte(soort), STANDAARDEN[soort[:-3]]: _basis(soort)}
    return etree.Element(f"{{{_ruimte(soort)}}}Bericht", nsmap=ruimten)  # type: ignore[arg-type]  # stubs: None


def _vul(element: etree._Element, inhoud: Sequence[Veld], ruimte: str, basis: str) -> None:
    for naam, waarde in inhoud:
        if waarde is None or waarde == "":
            continue
        kind = etree.SubElement(element, basis + naam[1:] if naam[0] == ":" else ruimte + naam)
        if isinstance(waarde, str | int | date):
            kind.text = str(waarde)
        else:
            _vul(kind, waarde, ruimte, basis)


def _bytes(wortel: etree._Element) -> bytes:
    etree.cleanup_namespaces(wortel, keep_ns_prefixes=list(STANDAARDEN.values()))
    etree.indent(wortel, "  ")
    return (DECLARATIE + etree.tostring(wortel, encoding="UTF-8") + b"\n").replace(b"\n", b"\r\n")


def _ruimte(soort: str) -> str:
    return f"http://www.istandaarden.nl/{STANDAARDEN[soort[:-3]]}/3_2/{soort.lower()}/schema"


def _basis(soort: str) -> str:
    return f"http://www.istandaarden.nl/{STANDAARDEN[soort[:-3]]}/3_2/basisschema/schema"


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Onleesbaar("een datum is geen dag van de kalender") from fout


def _ontbreekt(naam: str) -> Deel:
    raise Onleesbaar(f"{naam} ontbreekt")

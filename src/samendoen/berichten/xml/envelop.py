"""Envelopes as bytes: read and written.

Reading is as careful as reading a message: what a sender puts in an envelope makes nothing raise, opens
nothing, and costs no more than the file is large.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from xml.sax.saxutils import escape
from zoneinfo import ZoneInfo

from lxml import etree

from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.envelop import (
    GGK,
    GROOTST,
    STUF,
    VAN_STUF,
    WORTEL_VAN,
    WORTELS,
    Envelop,
    Envelopsoort,
    Fout,
    Systeem,
    Versie,
    Vorm,
    delen_van,
)
from samendoen.berichten.rules.waarden import WIT
from samendoen.berichten.xml.schrijven import DECLARATIE, GEEN_XML
from samendoen.berichten.xml.zestigvier import decodeer

_HIER = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class GelezenEnvelop:
    """What came of reading. `envelop` may be there beside findings: then its address is good, no more."""

    envelop: Envelop | None
    bevindingen: tuple[Bevinding, ...]


def tijdstip(moment: datetime) -> str:
    """Return a moment (with its zone) as StUF writes it."""
    hier = moment.astimezone(_HIER)
    return f"{hier:%Y%m%d%H%M%S}{hier.microsecond // 1000:03}"


def is_envelop(inhoud: bytes) -> bool:
    """Tell whether a file looks like an envelope; reading it says whether it is one."""
    kop = inhoud[:4096]
    return GGK.encode() in kop or STUF.encode() in kop


def lees_envelop(inhoud: bytes) -> GelezenEnvelop:
    """Read an envelope: its form, and the message in it (which is not judged here)."""
    wortel = _ontleed(inhoud)
    if isinstance(wortel, str):
        return GelezenEnvelop(None, (Bevinding(1, "GGK", "/", wortel),))
    soort = WORTELS.get(str(wortel.tag))
    pad = f"/{etree.QName(wortel).localname}"
    if soort is None:
        zin = "Dit is geen envelop ggk0210 versie 2.1: verwacht is Di01, Du01 of Fo01."
        return GelezenEnvelop(None, (Bevinding(1, "GGK", pad, zin),))
    gevonden: dict[str, str] = {}
    ruimte = STUF if soort == Envelopsoort.FOUT else GGK
    bevindingen = list(_lees_groep(wortel, delen_van(soort), ruimte, pad, gevonden))
    rest = {naam.removeprefix(f"{pad}/"): tekst for naam, tekst in gevonden.items()}
    bericht = None
    if soort != Envelopsoort.FOUT and not bevindingen:
        plek = "parameters/bericht/xmlBestand"
        bericht = decodeer(rest.pop(plek))
        if not bericht:
            zin = "De inhoud van de envelop is geen base64: codeer het bericht opnieuw."
            bevindingen.append(Bevinding(1, "GGK", f"{pad}/{plek}", zin))
    adres_goed = not any(b.pad.startswith(f"{pad}/stuurgegevens") or b.pad == pad for b in bevindingen)
    envelop = _envelop(soort, rest, bericht or b"") if adres_goed else None
    return GelezenEnvelop(envelop, tuple(bevindingen))


_TEKENS = 20_000
"""More than an envelope has of what opens or closes an element, also one with the original of a fault."""
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_CODERING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,40})""")


def _ontleed(inhoud: bytes) -> "etree._Element | str":
    """Return the root, or what is wrong with the file.

    A message in base64 is one text of many megabytes, more than the parser takes of itself. So what a parser
    guards against is refused first: the bytes are read as UTF-8, whatever they say of themselves, and
    without a document type there is nothing to expand.
    """
    if len(inhoud) > GROOTST:
        return "De envelop is groter dan 25 MB: verdeel de inhoud over meer berichten."
    codering = _CODERING.match(inhoud)
    if codering is not None and codering[1].upper() != b"UTF-8":
        return "Sla de envelop op in de codering UTF-8."
    if inhoud.count(b"<") > _TEKENS:
        return "De envelop heeft meer elementen dan erin horen: maak hem opnieuw."
    if _DOCTYPE.search(inhoud):
        return "Haal de DOCTYPE uit de envelop: zij heeft er geen."
    ontleder = etree.XMLParser(
        encoding="UTF-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(inhoud, ontleder)
    except (etree.XMLSyntaxError, LookupError, ValueError) as fout:
        waar = f" (regel {fout.lineno})" if isinstance(fout, etree.XMLSyntaxError) and fout.lineno else ""
        return f"De envelop is geen leesbare XML{waar}: controleer of het bestand heel is."


def _lees_groep(
    element: "etree._Element", delen: tuple[Vorm, ...], ruimte: str, pad: str, uit: dict[str, str]
) -> Iterator[Bevinding]:
    """Read what lies in an element: texts by path into `uit`, and yield what is wrong."""
    if _heeft_rommel(element):
        yield Bevinding(1, "GGK", pad, "Haal attributen en losse tekst weg: ze horen hier niet.")
    verwacht = list(delen)
    for kind in element:
        naam = etree.QName(kind)
        while verwacht and (verwacht[0][0] != naam.localname or naam.namespace != ruimte):
            overgeslagen, verplicht, _vorm = verwacht.pop(0)
            if verplicht:
                yield Bevinding(1, "GGK", f"{pad}/{overgeslagen}", f"Voeg {overgeslagen} toe, op zijn plek.")
        if not verwacht:
            if naam.localname != "detailsXML" or not pad.endswith("/body"):
                yield Bevinding(1, "GGK", f"{pad}/{naam.localname}", "Dit element hoort hier niet.")
            return
        _naam, _moet, vorm = verwacht.pop(0)
        yield from _lees_deel(kind, naam.localname, vorm, ruimte, pad, uit)
    for naam_, verplicht, _vorm in verwacht:
        if verplicht:
            yield Bevinding(1, "GGK", f"{pad}/{naam_}", f"Voeg {naam_} toe: dit element is verplicht.")


def _lees_deel(
    kind: "etree._Element",
    naam: str,
    vorm: "re.Pattern[str] | tuple[Vorm, ...]",
    ruimte: str,
    pad: str,
    uit: dict[str, str],
) -> Iterator[Bevinding]:
    plek = f"{pad}/{naam}"
    if isinstance(vorm, tuple):
        yield from _lees_groep(kind, vorm, STUF if naam in VAN_STUF else ruimte, plek, uit)
        return
    tekst = kind.text or ""
    if len(kind) or kind.attrib or not vorm.fullmatch(tekst):
        yield Bevinding(1, "GGK", plek, f"Vul {naam} in zoals de envelop ggk0210 versie 2.1 vraagt.")
    uit[plek] = tekst


_HINT = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def _heeft_rommel(element: "etree._Element") -> bool:
    tekst = [element.text, *(kind.tail for kind in element)]
    return any(naam != _HINT for naam in element.attrib) or any(t and t.strip(WIT) for t in tekst)


def _envelop(soort: Envelopsoort, rest: dict[str, str], bericht: bytes) -> Envelop:
    stuur = {naam.removeprefix("stuurgegevens/"): tekst for naam, tekst in rest.items()}
    cross = stuur.get("crossRefnummer")
    fout = None
    if soort == Envelopsoort.FOUT:
        code, plek, zin, details = (
            rest.get(f"body/{n}", "") for n in ("code", "plek", "omschrijving", "details")
        )
        fout = Fout(code, plek, zin, details)
    return Envelop(
        soort=soort,
        zender=_systeem_van(stuur, "zender"),
        ontvanger=_systeem_van(stuur, "ontvanger"),
        referentie=UUID(stuur["referentienummer"]),
        tijdstip=stuur["tijdstipBericht"],
        cross=UUID(cross) if cross else None,
        functie=stuur.get("functie", ""),
        applicatie=_versie_van(rest, "applicatie"),
        functieversie=_versie_van(rest, "functie"),
        bericht=bericht,
        fout=fout,
    )


def _systeem_van(stuur: dict[str, str], wie: str) -> Systeem:
    organisatie, administratie = stuur.get(f"{wie}/organisatie", ""), stuur.get(f"{wie}/administratie", "")
    return Systeem(organisatie, stuur[f"{wie}/applicatie"], administratie)


def _versie_van(rest: dict[str, str], van: str) -> Versie | None:
    versie, sub = rest.get(f"parameters/{van}Versie"), rest.get(f"parameters/{van}Subversie")
    return Versie(versie, sub) if versie and sub else None


def schrijf_envelop(envelop: Envelop) -> bytes:
    """Return the file of an envelope; equal envelopes give equal bytes.

    Raises ValueError when a value does not fit in its element, or for a character that XML cannot hold.
    """
    naam = etree.QName(WORTEL_VAN[envelop.soort]).localname
    fout = envelop.soort == Envelopsoort.FOUT
    ruimten = f'xmlns="{STUF}"' if fout else f'xmlns="{GGK}" xmlns:StUF="{STUF}"'
    waarden = {pad: tekst for pad, tekst in _waarden(envelop).items() if tekst}
    regels = [
        DECLARATIE,
        f"<{naam} {ruimten}>",
        *_regels(delen_van(envelop.soort), "", "" if fout else "StUF:", False, waarden),
        f"</{naam}>",
    ]
    tekst = "\r\n".join(regels) + "\r\n"
    if GEEN_XML.search(tekst):
        raise ValueError("a character that XML cannot hold")
    uit = tekst.encode()
    if len(uit) > GROOTST:
        raise ValueError("an envelope larger than 25 MB")
    return uit


def _regels(
    delen: tuple[Vorm, ...], pad: str, stuf: str, van_stuf: bool, waarden: dict[str, str]
) -> Iterator[str]:
    voor, inspring = (stuf if van_stuf else ""), "  " * (pad.count("/") + 1)
    for naam, verplicht, vorm in delen:
        plek = f"{pad}{naam}"
        if isinstance(vorm, tuple):
            yield f"{inspring}<{voor}{naam}>"
            yield from _regels(vorm, f"{plek}/", stuf, van_stuf or naam in VAN_STUF, waarden)
            yield f"{inspring}</{voor}{naam}>"
        elif plek in waarden or verplicht:
            tekst = waarden.get(plek, "")
            if not vorm.fullmatch(tekst):
                raise ValueError(f"{naam} does not fit")
            yield f"{inspring}<{voor}{naam}>{escape(tekst)}</{voor}{naam}>"


def _waarden(e: Envelop) -> dict[str, str]:
    applicatie, functie = e.applicatie or Versie("", ""), e.functieversie or Versie("", "")
    fout = e.fout or Fout("", "", "")
    stuur = {
        "berichtcode": e.soort.value,
        **{
            f"{wie}/{veld}": getattr(systeem, veld)
            for wie, systeem in (("zender", e.zender), ("ontvanger", e.ontvanger))
            for veld in ("organisatie", "applicatie", "administratie")
        },
        "referentienummer": str(e.referentie),
        "tijdstipBericht": e.tijdstip,
        "crossRefnummer": str(e.cross) if e.cross else "",
        "functie": e.functie,
    }
    return {
        **{f"stuurgegevens/{naam}": tekst for naam, tekst in stuur.items()},
        "parameters/applicatieVersie": applicatie.versie,
        "parameters/applicatieSubversie": applicatie.subversie,
        "parameters/functieVersie": functie.versie,
        "parameters/functieSubversie": functie.subversie,
        "parameters/bericht/xmlBestand": b64encode(e.bericht).decode(),
        "body/code": fout.code,
        "body/plek": fout.plek,
        "body/omschrijving": fout.omschrijving,
        "body/details": fout.details,
    }

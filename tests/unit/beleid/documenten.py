"""Documents in the formats that are read, made from our own words: as text, as Word, as PDF.

The contents are Lopik's agenda as our definition paraphrases it, so that the numbers are those of the source.
"""

import io
import random
import re
import textwrap
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

import typst

from samendoen.beleid.definities import plandefinitie
from samendoen.beleid.queries.document import lees_inhoud
from samendoen.beleid.rules.bron import Deel

UITLEG = "Zo staat het in de agenda van dit jaar. Dit stuk legt uit waarom wij het doen en met wie."
KOLOMMEN = ("Lasten", "Baten", "Saldo", "I/S", "Toelichting")


@dataclass(frozen=True)
class Vak:
    """A paragraph: its words and what it is (kop, etiket, tekst, plaatje), or a table."""

    soort: str
    tekst: str = ""
    rijen: tuple[tuple[str, ...], ...] = ()


def geld(cent: int) -> str:
    """Return "-1.025.729"."""
    return f"{cent // 100:,}".replace(",", ".")


def mutatierijen(kolommen: Sequence[str] = KOLOMMEN) -> tuple[tuple[str, ...], ...]:
    """Return the table of changes with its columns in this order."""
    tabel = plandefinitie("lopik")[0].onderdeel[1].mutatietabel
    assert tabel and tabel.genoemd
    rijen = [("Financiële mutaties 3: zorg", *kolommen)]
    for m in tabel.mutatie:
        cellen = {
            "Lasten": geld(m.lasten_eurocent),
            "Baten": geld(m.baten_eurocent),
            "Saldo": geld(m.lasten_eurocent + m.baten_eurocent),
            "I/S": m.soort.value,
            "Toelichting": m.verklaring,
        }
        rijen.append((m.naam, *(cellen[k] for k in kolommen)))
    t = tabel.genoemd
    cellen = {
        "Lasten": geld(t.lasten_eurocent),
        "Baten": geld(t.baten_eurocent),
        "Saldo": geld(t.saldo_eurocent),
    }
    return (*rijen, ("Totaal 3: zorg", *(cellen.get(k, "") for k in kolommen)))


def voortgang(los: random.Random | None = None, licht: str = "") -> list[Vak]:
    """Return Lopik's progress report; `los` puts goals, activities and their parts in another order."""
    doelen = [d for thema in plandefinitie("lopik")[0].onderdeel[1].thema for d in thema.doel]
    kolommen = list(KOLOMMEN)
    if los:
        los.shuffle(doelen)
        los.shuffle(kolommen)
    vakken = [Vak("tekst", "Dit programma gaat over zorg en ondersteuning in de gemeente.")]
    for doel in doelen:
        vakken += [Vak("etiket", "Wat willen we bereiken?"), Vak("tekst", f"{doel.titel}.")]
        vakken.append(Vak("etiket", "Wat gaan we ervoor doen in 2025?"))
        activiteiten = list(doel.activiteit)
        if los:
            los.shuffle(activiteiten)
        for a in activiteiten:
            delen = [[Vak("tekst", f"Resultaat: {a.resultaat}")]]
            delen += [
                [Vak("etiket", f"{naam} (indicator)"), Vak("tekst", licht) if licht else Vak("plaatje")]
                for naam in ("Kwaliteit", "Tijd", "Geld")
            ]
            delen.append([Vak("etiket", "Verantwoording"), Vak("tekst", a.verantwoording)])
            if los:
                los.shuffle(delen)
            vakken += [Vak("kop", a.titel), Vak("tekst", UITLEG), *(vak for deel in delen for vak in deel)]
    tabel = Vak("tabel", rijen=mutatierijen(kolommen))
    return [tabel, *vakken] if los and los.random() < 0.5 else [*vakken, tabel]


def als_tekst(vakken: Iterable[Vak]) -> bytes:
    """Return paragraphs as the text of such a document looks: wrapped, cells of tables run together."""
    uit: list[str] = []
    for nr, vak in enumerate(vakken):
        if vak.soort == "tabel":
            uit += [_tabel_als_tekst(vak.rijen)]
        elif vak.soort == "plaatje":
            uit.append(" \n")
        else:
            bladzij = f"Pagina {nr} van 24 \n\n " if nr % 40 == 39 else ""
            uit.append(bladzij + " \n".join(textwrap.wrap(vak.tekst, 98)) + " \n")
    return "\n".join(uit).encode()


def _tabel_als_tekst(rijen: Sequence[Sequence[str]]) -> str:
    kop, *rest = rijen
    uit = [f"{kop[0]} \n\n{' '.join(kop[1:])} \n"]
    for naam, *cellen in rest:
        lopend = " ".join(" ".join(cellen).split())
        uit.append(f"{naam} \n\n" + " \n".join(textwrap.wrap(lopend, 80)) + " \n")
    return "\n".join(uit)


_TYPEN = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def als_docx(vakken: Iterable[Vak], voet: str = "") -> bytes:
    """Return a Word document: headings by style, labels bold, tables as tables, pictures as drawings."""
    lijf = "".join(_vak_als_xml(vak) for vak in vakken)
    zak = io.BytesIO()
    with zipfile.ZipFile(zak, "w", zipfile.ZIP_DEFLATED) as bestand:
        bestand.writestr("[Content_Types].xml", _TYPEN)
        bestand.writestr("word/document.xml", f"<w:document {_W}><w:body>{lijf}</w:body></w:document>")
        if voet:
            bestand.writestr("word/footer1.xml", f"<w:ftr {_W}>{_alinea(voet)}</w:ftr>")
    return zak.getvalue()


def _alinea(tekst: str, stijl: str = "", vet: bool = False, erbij: str = "") -> str:
    kop = f'<w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' if stijl else ""
    dik = "<w:rPr><w:b/></w:rPr>" if vet else ""
    # Word cuts words in runs as it likes.
    runs = "".join(
        f'<w:r>{dik}<w:t xml:space="preserve">{escape(deel)}</w:t></w:r>'
        for deel in re.split(r"(?<=ee)", tekst)
    )
    return f"<w:p>{kop}{runs}{erbij}</w:p>"


def _vak_als_xml(vak: Vak) -> str:
    if vak.soort == "tabel":
        rijen = "".join(
            "<w:tr>" + "".join(f"<w:tc>{_alinea(cel)}</w:tc>" for cel in rij) + "</w:tr>" for rij in vak.rijen
        )
        return f"<w:tbl>{rijen}</w:tbl>"
    if vak.soort == "plaatje":
        return _alinea("", erbij="<w:r><w:drawing/></w:r>")
    return _alinea(vak.tekst, "Kop3" if vak.soort == "kop" else "", vet=vak.soort == "etiket")


def als_pdf(vakken: Iterable[Vak]) -> bytes:
    """Return a PDF with headings in bold and the tables drawn."""
    bron = ["#set text(size: 10pt)", "#set page(footer: context [Pagina #counter(page).display()])"]
    for vak in vakken:
        if vak.soort == "tabel":
            cellen = ", ".join(f"[{_typst(cel)}]" for rij in vak.rijen for cel in rij)
            bron.append(f"#table(columns: (3fr, 2fr, 2fr, 2fr, 1fr, 6fr), {cellen})")
        elif vak.soort == "plaatje":
            bron.append("#circle(radius: 4pt, fill: green)")
        else:
            woorden = _typst(vak.tekst)
            bron.append(f"#strong[{woorden}]" if vak.soort in ("kop", "etiket") else woorden)
    return bytes(typst.compile("\n\n".join(bron).encode()))


def _typst(tekst: str) -> str:
    return re.sub(r"([#$*_@<>\[\]`~'\"-])", r"\\\1", tekst)


@lru_cache
def gelezen_pdf() -> tuple[Deel, ...]:
    """Return the pieces of the report as PDF; making it takes a moment."""
    return lees_inhoud("voortgang.pdf", als_pdf(voortgang()))


ACCENTEN = """\
ACCENT 1: SAMEN SPELEN IN DE BUURT

Met dit accent krijgen kinderen een plek om te spelen. Meer leest u in deel B, paragraaf 1.

Acties Resultaten Advies voor vervolg

Pleinen maken en

onderhouden met

de buurt

We hebben twee pleinen gemaakt, samen met

kinderen en hun ouders uit drie straten.

Afgerond en geborgd

We hebben een speeldag gehouden op elk plein in

de zomer.

Voortzetten

Spullen uitlenen

Er is een kast met spullen gekomen, die open is op

woensdag en zaterdag. Voortzetten

Beschikbaar budget 2020: € 30.000 + € 12.000 (spullen) = € 42.000

Besteed in  2020: € 40.000

ACCENT 2: OUDEREN ETEN SAMEN

Met dit accent eten ouderen vaker met anderen.

Acties Resultaten Advies voor

vervolg

Tafels dekken in het

dorpshuis

We hebben elke week een tafel gedekt voor dertig

ouderen uit het dorp.

Doorontwikkelen in

2021

Niet gerealiseerd

kookles met jongeren

Niet uitgevoerd, omdat de school gesloten was in het

voorjaar.

Niet voortzetten

Beschikbaar budget 2020: € 18.000

Besteed in 2020: € 9.500
 2 Geld
De tabel laat de budgetten zien.
  2019 2020 2021 ev
Samen spelen €  40.000 €  42.000 € 42.000
Ouderen eten
samen
€ 20.000 € 19.000 - 
Totaal € 60.000 € 61.000 € 42.000
Taakstelling 2021 ev   -€ 12.000
Beschikbaar in 2021   € 31.000
Tabel 1 budgetten per accent
 Deel B
 1 Samen spelen
1.1 Het vertrekpunt
Samen spelen
Doelgroep Kinderen tot 12 jaar
Inzet Zwaar (€  40.000)
Wanneer zijn
we tevreden?
- Elk kind heeft een plein dichtbij.
- Ouders kennen elkaar.
Hoe toetsen
we?
We tellen:
- Het aantal kinderen op een plein.
We vertellen:
- Het verhaal van een buurt.
1.2 De aanpak
Hier staat nog een verhaal dat nergens hoort.
 2 Ouderen eten samen
2.1 Het vertrekpunt
Doelgroep Ouderen
Inzet Licht (€ 20.000)
Wanneer zijn we
tevreden?
Wie wil, eet één keer per week met anderen.
Hoe toetsen we? Niet van toepassing.
2.2 De aanpak
"""
"""An evaluation by accents, in our own words and with figures that do not all add up."""

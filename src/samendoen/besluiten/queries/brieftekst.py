"""What the letter of a decision says, in plain Dutch (B1), with every part that the law asks.

The decision and why (Awb art. 3:46), the article (3:47), what is granted, the own contribution (Wmo 2015
art. 2.1.4a), how to object and until when (3:45), free help (Wmo 2015 art. 2.2.4, Jeugdwet art. 2.6).
A letter is Dutch whatever language the screen is in, so its sentences are no texts to translate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from django.utils.translation import override

from samendoen.besluiten.queries.woorden import laatste_dag, omvang_zin
from samendoen.besluiten.rules import Uitkomst, Vorm
from samendoen.besluiten.rules.bijdrage import VOLWASSEN
from samendoen.recht.api import Periode, Rechtsfout, bereken, eigen_bijdrage
from samendoen.schil.api import (
    Alinea,
    Blok,
    Brief,
    Feiten,
    Kop,
    Lijst,
    datum_voluit,
    datum_zonder_dag,
    euro_centen,
)

ZELF_VANAF = 16
"""From this age a letter goes to the young person alone (Jeugdwet art. 7.3.4, 7.3.5) ..."""
SAMEN_VANAF = 12
"""... and from this one to parents and child together."""
JEUGD = "jeugd"


@dataclass(frozen=True, slots=True)
class Pgbbrief:
    """What a letter says of a budget: cents a year, and who manages it ("": the resident)."""

    budget_eurocent: int
    vertegenwoordiger: str = ""


@dataclass(frozen=True, slots=True)
class Toegekend:
    """What a letter says of the provision that is granted."""

    omvang: Decimal
    eenheid: str
    frequentie: str
    van: date
    tot: date | None
    vorm: str
    bedrag_eurocent: int
    aanbieder: str = ""
    pgb: Pgbbrief | None = None


@dataclass(frozen=True, slots=True)
class Briefgegevens:
    """Everything that the letter of one decision is made from; the address is not among it."""

    gemeente: str
    naam: str
    leeftijd: int
    nummer: str
    datum: date
    wet: str
    product: str
    omschrijving: str
    aangevraagd_op: date
    uitkomst: str
    grond: str = ""
    bevinding: str = ""
    niet_lichter: str = ""
    motivering: str = ""
    eigen_bijdrage: bool = False
    eigen_uitgifte: bool = False
    toegekend: Toegekend | None = None
    herziet_van: date | None = None
    in_bezwaar: bool = False
    vrijgesteld: str = ""
    ondertekenaars: tuple[str, ...] = ()
    contact: str = ""
    gratis_hulp: str = ""

    @property
    def zelf(self) -> bool:
        """Whether it is addressed to the one whom it is about."""
        return self.leeftijd >= ZELF_VANAF

    @property
    def krijgt(self) -> str:
        """Return "U krijgt" or "Sem Bakker krijgt"."""
        return "U krijgt" if self.zelf else f"{self.naam} krijgt"

    @property
    def voor_wie(self) -> str:
        """Return " voor Sem Bakker" in a letter to parents, else ""."""
        return "" if self.zelf else f" voor {self.naam}"

    @property
    def geen_product(self) -> str:
        """Return "geen rolstoel", "geen hulp bij het huishouden"."""
        return f"geen {self.product.removeprefix('een ')}"


def maak_brief(g: Briefgegevens) -> Brief:
    """Return the letter, addressed by name alone."""
    with override("nl"):
        delen = _ingetrokken(g) if g.uitkomst == Uitkomst.INGETROKKEN else _besluit(g)
        return stel_op(g, _onderwerp(g), tuple(delen), _geadresseerde(g), _aanhef(g))


def stel_op(
    g: Briefgegevens, onderwerp: str, blokken: tuple[Blok, ...], aan: tuple[str, ...] = (), aanhef: str = ""
) -> Brief:
    """Return a letter with this content; by itself to whom it is about, or to who cares for a child."""
    return Brief(
        afzender=f"Gemeente {g.gemeente}",
        aan=aan or _geadresseerde(g),
        datum=g.datum,
        kenmerk=g.nummer,
        onderwerp=onderwerp,
        blokken=blokken,
        aanhef=aanhef or _aanhef(g),
        slot=(
            "Met vriendelijke groet,",
            f"namens het college van burgemeester en wethouders van {g.gemeente}"
            f"{',' if g.ondertekenaars else ''}",
            *g.ondertekenaars,
        ),
    )


def _geadresseerde(g: Briefgegevens) -> tuple[str, ...]:
    if g.zelf:
        return (g.naam,)
    if g.leeftijd >= SAMEN_VANAF:
        return (g.naam, "en de ouder(s) of verzorger(s)")
    return (f"De ouder(s) of verzorger(s) van {g.naam}",)


def _aanhef(g: Briefgegevens) -> str:
    if g.zelf:
        return f"Beste {g.naam},"
    return f"Beste {g.naam} en ouder(s)," if g.leeftijd >= SAMEN_VANAF else "Beste ouder(s) of verzorger(s),"


def _onderwerp(g: Briefgegevens) -> str:
    if g.uitkomst == Uitkomst.INGETROKKEN:
        return "U hebt uw aanvraag ingetrokken"
    if g.herziet_van:
        return f"Ons besluit over {g.product} verandert"
    return {
        Uitkomst.TOEGEKEND: f"{g.krijgt} {g.product}",
        Uitkomst.GEDEELTELIJK: "Wij keuren uw aanvraag voor een deel goed",
        Uitkomst.AFGEWEZEN: "Wij keuren uw aanvraag niet goed",
    }[Uitkomst(g.uitkomst)]


def _besluit(g: Briefgegevens) -> Iterator[Blok]:
    yield Alinea(_aanleiding(g))
    delen = (_ons_besluit(g), waarom(g), betaalt(g), _hoe_verder(g), bezwaar(g), hulp(g))
    yield from chain.from_iterable(delen)


def _aanleiding(g: Briefgegevens) -> str:
    gevraagd = f"Op {datum_zonder_dag(g.aangevraagd_op)} hebt u{g.voor_wie} {g.product} aangevraagd."
    if g.herziet_van:
        eerder = f"Op {datum_zonder_dag(g.herziet_van)} kreeg u daarover een besluit van ons."
        return f"{gevraagd} {eerder} Wij nemen nu een nieuw besluit. Het oude besluit geldt dan niet meer."
    return f"{gevraagd} In deze brief leest u wat wij besluiten en waarom."


def _ons_besluit(g: Briefgegevens) -> Iterator[Blok]:
    yield Kop("Wat besluiten wij?")
    yield Alinea(_uitkomst_zin(g))
    if g.toegekend:
        yield Feiten(tuple(feiten(g, g.toegekend)))


def _uitkomst_zin(g: Briefgegevens) -> str:
    uitkomst = Uitkomst(g.uitkomst)
    if g.herziet_van:
        stopt = f"{g.krijgt} {g.geen_product} meer."
        return stopt if uitkomst is Uitkomst.AFGEWEZEN else f"{g.krijgt} {g.product}, zoals hieronder staat."
    return {
        Uitkomst.TOEGEKEND: f"Wij keuren uw aanvraag goed. {g.krijgt} {g.product}.",
        Uitkomst.GEDEELTELIJK: (
            f"Wij keuren uw aanvraag voor een deel goed. {g.krijgt} {g.product}, maar minder of anders dan "
            "u hebt gevraagd."
        ),
        Uitkomst.AFGEWEZEN: f"Wij keuren uw aanvraag niet goed. {g.krijgt} {g.geen_product}.",
    }[uitkomst]


def feiten(g: Briefgegevens, t: Toegekend) -> Iterator[tuple[str, str]]:
    """Yield what is granted: how much, from when until when, how and by whom."""
    yield "Wat", f"{g.product[:1].upper()}{g.product[1:]}. {g.omschrijving}"
    yield "Hoeveel", omvang_zin(t.omvang, t.eenheid, t.frequentie)
    yield "Vanaf", datum_zonder_dag(t.van)
    yield "Tot en met", datum_zonder_dag(laatste_dag(t.tot)) if t.tot else "geen einddatum"
    if t.vorm == Vorm.PGB:
        yield "Hoe", "Met een persoonsgebonden budget (pgb)"
        if t.pgb:
            yield "Budget", f"Ten hoogste {euro_centen(t.pgb.budget_eurocent)} per jaar"
            yield "Wie beheert het budget", t.pgb.vertegenwoordiger or "uzelf"
        else:
            yield "Budget", f"Ten hoogste {euro_centen(t.bedrag_eurocent)}{'' if t.tot else ' per jaar'}"
    elif t.aanbieder:
        yield "Van wie", t.aanbieder


def waarom(g: Briefgegevens, eerst: str = "") -> Iterator[Blok]:
    """Yield the reasons and the article (Awb art. 3:46, 3:47)."""
    yield Kop("Waarom besluiten wij dit?")
    for tekst in (eerst, g.bevinding, g.niet_lichter, g.motivering):
        if tekst.strip():
            yield Alinea(tekst.strip())
    if g.grond:
        yield Alinea(f"Dit besluit rust op {g.grond}.")


def betaalt(g: Briefgegevens) -> Iterator[Blok]:
    """Yield what the household pays; youth help is free (the Jeugdwet knows no contribution), and for what
    the municipality hands over itself there is none."""
    if g.toegekend is None or g.wet == JEUGD or g.eigen_uitgifte:
        return
    yield Kop("Wat betaalt u zelf?")
    if not g.eigen_bijdrage:
        yield Alinea("U betaalt voor deze hulp geen eigen bijdrage.")
        return
    if g.vrijgesteld or g.leeftijd < VOLWASSEN:
        waarom = g.vrijgesteld or "Voor kinderen tot 18 jaar betaalt u geen eigen bijdrage."
        yield Alinea(f"U betaalt geen eigen bijdrage. {waarom} Verandert dat? Laat het ons weten.")
        return
    try:
        bedrag = eigen_bijdrage(g.toegekend.van)
    except Rechtsfout:
        hoeveel = "U betaalt een eigen bijdrage. Het bedrag staat in de brief van het CAK."
    else:
        per = "vier weken" if bedrag.periode is Periode.VIER_WEKEN else "maand"
        hoeveel = (
            f"U betaalt een eigen bijdrage van ten hoogste {euro_centen(bedrag.eurocent)} per {per}. Dat is "
            f"het bedrag in {bedrag.vanaf.year}. Het is voor uw hele huishouden, ook als u meer hulp krijgt."
        )
    yield Alinea(f"{hoeveel} U betaalt aan het CAK. Het CAK kijkt ook of u minder of niets hoeft te betalen.")
    yield Alinea(
        f"De bijdrage begint {_begint(g.toegekend)} en stopt als de hulp stopt. Wij geven die dagen door aan "
        "het CAK. Dit staat in artikel 2.1.4a van de Wmo 2015 en artikel 3.8 van het Uitvoeringsbesluit "
        "Wmo 2015."
    )


def _begint(t: Toegekend) -> str:
    return f"op {datum_zonder_dag(t.van)}" if t.vorm == Vorm.PGB else "op de dag dat de hulp begint"


def _hoe_verder(g: Briefgegevens) -> Iterator[Blok]:
    t = g.toegekend
    if t is None:
        return
    yield Kop("Hoe gaat het verder?")
    if g.eigen_uitgifte:
        yield Alinea("U krijgt dit van de gemeente zelf. U hoort van ons waar en wanneer u het kunt ophalen.")
        yield Alinea("Verandert er iets in uw situatie? Laat het ons snel weten.")
        return
    if t.vorm == Vorm.PGB:
        yield Alinea(
            "U zoekt zelf iemand die de hulp geeft en maakt met die persoon een zorgovereenkomst. De Sociale "
            "Verzekeringsbank (SVB) betaalt de rekeningen uit uw budget."
        )
        if t.pgb:
            yield from _over_pgb()
    elif t.aanbieder:
        yield Alinea(f"{t.aanbieder} neemt contact met u op. Dan spreekt u af wanneer de hulp begint.")
    else:
        yield Alinea("Wij zoeken samen met u iemand die de hulp geeft. U hoort van ons wie dat wordt.")
    yield Alinea(
        "Verandert er iets waardoor u meer, minder of andere hulp nodig hebt? Laat het ons snel weten."
    )


def _over_pgb() -> Iterator[Blok]:
    """Yield what somebody with a budget must do (Wmo 2015 art. 2.3.6 lid 2, 2.3.10)."""
    yield Alinea("Met een budget regelt u zelf veel. Let daarom op het volgende:")
    yield Lijst(
        (
            "Stuur de zorgovereenkomst naar de SVB. Wij kijken of de hulp past bij dit besluit. Pas daarna "
            "kan de SVB betalen.",
            "Gebruik het budget alleen voor de hulp in dit besluit.",
            "Zorg dat de hulp goed en veilig is. Bewaar de afspraken en de rekeningen.",
            "Lukt het beheer niet meer, of wilt u toch hulp die wij regelen? Laat het ons weten.",
        )
    )


def bezwaar(g: Briefgegevens) -> Iterator[Blok]:
    """Yield how one objects, and until when (Awb art. 3:45)."""
    laatste = bereken("bezwaar", g.datum).einde
    yield Kop("Bent u het er niet mee eens?")
    if g.in_bezwaar:
        yield Alinea(
            "Dit besluit hoort bij onze beslissing op uw bezwaar. In die brief leest u hoe u in beroep kunt "
            f"gaan bij de rechtbank. Dat kan tot en met {datum_voluit(laatste)}."
        )
        return
    yield Alinea(
        f"Dan kunt u bezwaar maken. Dat kan tot en met {datum_voluit(laatste)}. U hebt daarvoor zes weken, "
        "vanaf de dag na de datum van deze brief. Bezwaar maken is gratis. Stuur een brief aan het college "
        f"van burgemeester en wethouders van {g.gemeente}. Zet in uw brief:"
    )
    yield Lijst(
        (
            "uw naam en adres",
            "de datum van vandaag",
            f"het kenmerk van deze brief: {g.nummer}",
            "waarom u het niet eens bent met het besluit",
            "uw handtekening",
        )
    )
    yield Alinea(
        "Ook als u bezwaar maakt, geldt dit besluit. Kunt u niet wachten? Vraag dan de voorzieningenrechter "
        "van de rechtbank om een voorlopige voorziening. Dat kost wel geld."
    )


def hulp(g: Briefgegevens) -> Iterator[Blok]:
    """Yield whom to ask, and who helps for free."""
    yield Kop("Hebt u een vraag of wilt u hulp?")
    if g.contact:
        yield Alinea(g.contact)
    if g.gratis_hulp:
        yield Alinea(g.gratis_hulp)
    if g.wet == JEUGD:
        yield Alinea(
            "Kinderen, jongeren en ouders kunnen ook gratis praten met een vertrouwenspersoon. Die werkt "
            "niet voor de gemeente."
        )


def _ingetrokken(g: Briefgegevens) -> Iterator[Blok]:
    yield Alinea(
        f"Op {datum_zonder_dag(g.aangevraagd_op)} hebt u{g.voor_wie} {g.product} aangevraagd. U hebt ons "
        "laten weten dat u de aanvraag intrekt. Wij nemen daarom geen besluit."
    )
    yield Alinea("Wilt u later toch hulp? Dan kunt u altijd opnieuw een aanvraag doen.")
    yield from hulp(g)

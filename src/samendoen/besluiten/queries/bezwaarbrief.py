"""What the letters about an objection say, in plain Dutch (B1), with every part that the law asks.

Receipt (Awb art. 6:14), repair (6:6), hearing (7:2, 7:4), the decision with its reasons and the way to the
court (7:12, 3:45), withdrawal (6:21). A letter is Dutch whatever language the screen is in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samendoen.besluiten.rules.bezwaar import Afzien, Bezwaaruitkomst, Gebrek, Nietontvankelijk
from samendoen.recht.api import bereken
from samendoen.schil.api import Alinea, Blok, Kop, Lijst, datum_voluit, datum_zonder_dag, euro_centen

AANVULLEN = {
    Gebrek.NAAM_ADRES: "uw naam en adres",
    Gebrek.DATUM: "de datum waarop u het bezwaar schreef",
    Gebrek.BESLUIT: "tegen welk besluit u bezwaar maakt",
    Gebrek.GRONDEN: "waarom u het niet eens bent met het besluit",
    Gebrek.HANDTEKENING: "uw handtekening",
    Gebrek.MACHTIGING: "een brief waarin staat dat u namens de inwoner bezwaar mag maken",
}
NIET_GEHOORD = {
    Afzien.KENNELIJK_NIET_ONTVANKELIJK: (
        "Wij hebben u niet uitgenodigd voor een gesprek. Ook zonder gesprek is duidelijk dat wij uw bezwaar "
        "niet kunnen behandelen."
    ),
    Afzien.KENNELIJK_ONGEGROND: (
        "Wij hebben u niet uitgenodigd voor een gesprek. Ook zonder gesprek is duidelijk dat ons besluit "
        "klopt."
    ),
    Afzien.WIL_NIET: "U liet ons weten dat u geen gesprek wilde.",
    Afzien.GEEN_ANTWOORD: "Wij vroegen u of u een gesprek wilde. Daarop kregen wij geen antwoord.",
    Afzien.VOLLEDIG_TEGEMOET: "Een gesprek was niet nodig, want u krijgt helemaal gelijk.",
}
_WAAROM_NIET = {
    Nietontvankelijk.TE_LAAT: "Uw bezwaar kwam te laat.",
    Nietontvankelijk.VERZUIM: "Er ontbrak iets aan uw bezwaar en dat is niet op tijd aangevuld.",
    Nietontvankelijk.GEEN_BELANG: "Tegen deze brief, of door u, kan geen bezwaar worden gemaakt.",
}


@dataclass(frozen=True, slots=True)
class Bezwaarzaak:
    """What every letter about an objection tells: about which decision, and when it came."""

    kenmerk_besluit: str
    product: str
    besluit_van: date
    ontvangen_op: date
    uiterlijk: date
    commissie: bool = False


def _waarover(z: Bezwaarzaak) -> str:
    return f"ons besluit van {datum_zonder_dag(z.besluit_van)} over {z.product} (kenmerk {z.kenmerk_besluit})"


def ontvangst(z: Bezwaarzaak, *, te_laat: bool) -> Iterator[Blok]:
    """Yield the letter that confirms the receipt."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kregen wij uw bezwaar tegen {_waarover(z)}. In deze brief "
        "leest u wat er nu gebeurt."
    )
    if te_laat:
        yield Kop("Uw bezwaar kwam te laat")
        yield Alinea(
            f"U kon bezwaar maken tot en met {datum_voluit(bereken('bezwaar', z.besluit_van).einde)}. Was er "
            "een goede reden waardoor het niet eerder kon? Laat ons die reden zo snel mogelijk weten."
        )
    yield Kop("Wat gebeurt er nu?")
    wie = (
        "Een commissie van mensen die niet bij de gemeente werken geeft ons advies over uw bezwaar."
        if z.commissie
        else "Iemand die niet heeft meegewerkt aan het besluit kijkt opnieuw naar uw zaak."
    )
    yield Alinea(
        f"{wie} U mag uw bezwaar ook in een gesprek uitleggen. Daarvoor krijgt u een uitnodiging. Als dat "
        "gesprek niet nodig is, hoort u waarom."
    )
    yield Alinea(
        f"U krijgt uiterlijk {datum_voluit(z.uiterlijk)} onze beslissing. Hebben wij meer tijd nodig? Dan "
        "krijgt u daarover vóór die dag een brief. Wij mogen hoogstens zes weken langer doen over onze "
        "beslissing, of langer als u dat goed vindt."
    )
    yield Kop("Wat geldt er zolang?")
    yield Alinea(
        "Het besluit geldt zolang wij nog niet op uw bezwaar hebben beslist. Kunt u niet wachten? Vraag dan "
        "de voorzieningenrechter van de rechtbank om een voorlopige voorziening. Dat kost geld."
    )
    yield Alinea(
        "Wilt u uw bezwaar niet meer? Dan kunt u het intrekken. Dat kan met een brief of bij het gesprek."
    )


def herstel(z: Bezwaarzaak, gebreken: Iterable[Gebrek], uiterlijk: date) -> Iterator[Blok]:
    """Yield the letter that asks to supply what is lacking."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kregen wij uw bezwaar tegen {_waarover(z)}. Wij kunnen het "
        "nog niet behandelen, want er ontbreekt iets."
    )
    yield Kop("Wat moet u ons nog sturen?")
    yield Lijst(tuple(AANVULLEN[g] for g in gebreken))
    yield Kop("Wanneer?")
    yield Alinea(
        f"Zorg dat wij het uiterlijk {datum_voluit(uiterlijk)} hebben. Lukt dat niet? Bel ons dan vóór die "
        "dag. Krijgen wij het niet op tijd, dan mogen wij besluiten dat wij uw bezwaar niet behandelen."
    )
    yield Alinea(
        "Zolang wij op uw aanvulling wachten, staat de tijd stil waarin wij moeten beslissen. Hulp bij het "
        "schrijven is gratis."
    )


def uitnodiging(z: Bezwaarzaak, op: date, waar: str) -> Iterator[Blok]:
    """Yield the invitation to be heard; papers can be seen in the week before (Awb art. 7:4)."""
    yield Alinea(f"U hebt bezwaar gemaakt tegen {_waarover(z)}. Wij willen graag horen wat u daarvan vindt.")
    yield Kop("Wanneer en waar?")
    yield Alinea(f"Het gesprek is op {datum_voluit(op)}. {waar.strip()}".strip())
    yield Alinea(
        "U mag iemand meenemen. Hebt u een tolk nodig, of kunt u op die dag niet? Bel ons dan. Wilt u niet "
        "praten? Ook dat mag u ons laten weten; dan beslissen wij op wat u hebt geschreven."
    )
    yield Kop("De stukken")
    yield Alinea(
        "In de week vóór het gesprek kunt u de stukken bekijken die bij uw zaak horen. Wilt u zelf nog iets "
        "inleveren? Doe dat dan uiterlijk tien dagen vóór het gesprek. Wij maken een verslag van het gesprek."
    )


WAAROM_UITSTEL = {
    "advies": "Wij wachten op een advies dat wij nodig hebben.",
    "onderzoek": "Wij moeten nog iets uitzoeken.",
    "belangen": "Wij willen alle belangen goed afwegen.",
    "capaciteit": "Wij hebben het op dit moment erg druk.",
}


def uitstel(wat: str, ontvangen_op: date, uiterlijk: date, reden: str) -> Iterator[Blok]:
    """Yield the letter that a term is postponed (Awb art. 7:10 lid 3, 9:11 lid 2)."""
    yield Alinea(
        f"Op {datum_zonder_dag(ontvangen_op)} kregen wij uw {wat}. Wij hebben meer tijd nodig. "
        f"{WAAROM_UITSTEL[reden]}"
    )
    yield Alinea(
        f"U krijgt onze beslissing uiterlijk {datum_voluit(uiterlijk)}. U hoeft daarvoor niets te doen."
    )
    yield Alinea("Krijgt u dan nog niets? Dan kunt u ons schriftelijk laten weten dat wij te laat zijn.")


@dataclass(frozen=True, slots=True)
class Beslissing:
    """What was decided on an objection."""

    uitkomst: Bezwaaruitkomst
    motivering: str
    op: date
    reden: Nietontvankelijk | None = None
    verschoonbaar: bool | None = None
    gehoord_op: date | None = None
    afzien: Afzien | None = None
    dwangsom_eurocent: int = 0
    dwangsomdagen: int = 0


def beslissing(z: Bezwaarzaak, b: Beslissing, gemeente: str) -> Iterator[Blok]:
    """Yield the letter with the decision on an objection."""
    yield Alinea(
        f"Op {datum_zonder_dag(z.ontvangen_op)} kregen wij uw bezwaar tegen {_waarover(z)}. Wij hebben alles "
        "opnieuw bekeken. In deze brief leest u wat wij beslissen en waarom."
    )
    yield Kop("Wat beslissen wij?")
    yield Alinea(_uitkomstzin(b))
    yield Kop("Waarom beslissen wij dit?")
    if b.verschoonbaar:
        yield Alinea(
            "Uw bezwaar kwam te laat, maar daar was een goede reden voor. Wij behandelen het dus gewoon."
        )
    if b.gehoord_op:
        yield Alinea(f"Op {datum_zonder_dag(b.gehoord_op)} hebt u uw bezwaar in een gesprek uitgelegd.")
    elif b.afzien:
        yield Alinea(NIET_GEHOORD[b.afzien])
    yield Alinea(b.motivering.strip())
    yield Alinea(
        f"Deze beslissing rust op {_artikel(b.uitkomst, b.reden)} van de Algemene wet bestuursrecht."
    )
    yield from _dwangsom(b)
    yield from _beroep(b, gemeente)


def _uitkomstzin(b: Beslissing) -> str:
    if b.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK:
        waarom = _WAAROM_NIET[b.reden] if b.reden else ""
        zin = "Uw bezwaar is niet-ontvankelijk. Dat betekent dat wij het niet verder bekijken."
        return f"{zin} {waarom}".strip()
    return {
        Bezwaaruitkomst.ONGEGROND: "Uw bezwaar is ongegrond. Ons besluit verandert niet.",
        Bezwaaruitkomst.GEDEELTELIJK: (
            "Uw bezwaar is voor een deel gegrond: u krijgt voor een deel gelijk. Ons eerste besluit geldt "
            "niet meer. Bij deze brief hoort een nieuw besluit, dat ervoor in de plaats komt."
        ),
        Bezwaaruitkomst.GEGROND: (
            "Uw bezwaar is gegrond: u krijgt gelijk. Ons eerste besluit geldt niet meer. Bij deze brief "
            "hoort een nieuw besluit, dat ervoor in de plaats komt."
        ),
    }[b.uitkomst]


def _artikel(uitkomst: Bezwaaruitkomst, reden: Nietontvankelijk | None) -> str:
    if uitkomst is not Bezwaaruitkomst.NIET_ONTVANKELIJK:
        return "artikel 7:11"
    per = {
        Nietontvankelijk.TE_LAAT: "artikel 6:7 en 6:11",
        Nietontvankelijk.VERZUIM: "artikel 6:6",
        Nietontvankelijk.GEEN_BELANG: "artikel 1:2 en 7:1",
    }
    return per[reden] if reden else "artikel 7:11"


def _dwangsom(b: Beslissing) -> Iterator[Blok]:
    if not b.dwangsom_eurocent:
        return
    dagen = "1 dag" if b.dwangsomdagen == 1 else f"{b.dwangsomdagen} dagen"
    yield Kop("Wij waren te laat")
    yield Alinea(
        f"U hebt ons laten weten dat wij te laat waren. Daarna duurde het nog {dagen} te lang. U krijgt "
        f"daarvoor {euro_centen(b.dwangsom_eurocent)} van ons (artikel 4:17 van de Algemene wet "
        "bestuursrecht). Wij betalen dit binnen zes weken."
    )


def _beroep(b: Beslissing, gemeente: str) -> Iterator[Blok]:
    laatste = bereken("bezwaar", b.op).einde
    yield Kop("Bent u het er niet mee eens?")
    yield Alinea(
        f"Dan kunt u in beroep gaan bij de rechtbank. Dat kan tot en met {datum_voluit(laatste)}. U hebt "
        "daarvoor zes weken, vanaf de dag na de datum van deze brief. U kunt dat doen met een brief aan de "
        "rechtbank, sector bestuursrecht, of op loket.rechtspraak.nl. U betaalt griffierecht. Hebt u weinig "
        "geld, dan hoeft u soms niet te betalen. Zet in uw brief:"
    )
    yield Lijst(
        (
            "uw naam en adres",
            "de datum van vandaag",
            f"dat het gaat om deze beslissing van de gemeente {gemeente}; stuur een kopie mee",
            "waarom u het niet eens bent met de beslissing",
            "uw handtekening",
        )
    )
    yield Alinea(
        "Ook als u in beroep gaat, geldt deze beslissing. Kunt u niet wachten? Vraag dan de "
        "voorzieningenrechter van de rechtbank om een voorlopige voorziening. Dat kost ook geld."
    )


def intrekking(z: Bezwaarzaak) -> Iterator[Blok]:
    """Yield the letter that confirms a withdrawal."""
    yield Alinea(
        f"U hebt ons laten weten dat u uw bezwaar tegen {_waarover(z)} intrekt. Wij behandelen het niet "
        "verder. Het besluit blijft gelden."
    )
    laatste = datum_voluit(bereken("bezwaar", z.besluit_van).einde)
    yield Alinea(f"Klopt dit niet? Laat het ons dan meteen weten. Bezwaar maken kon tot en met {laatste}.")

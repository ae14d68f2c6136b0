"""Technical rules (TR) that one message can be held against: its day, sums, doubles, overlap."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import CREDIT
from samendoen.berichten.rules.constraints import VERVALLEN, VERWIJDERD, niet_voor
from samendoen.berichten.rules.regels import Bij, regel, samenhang
from samendoen.berichten.rules.tabellen import BERICHTEN, DECLARATIEANTWOORD, SLEUTELS

OUDST_JAREN = 120
DECLAREERBAAR_JAREN = 5
VASTE_ADRESSEN = {"01", "02", "03"}
WOONPLAATSBEGINSEL = "8"
GEEN_BEZWAAR = {"0200", "0233", "8001"}
"""Retourcodes that reject nothing."""
STAPELBAAR = {"wmo": frozenset({"11", "12", "13", "14"}), "jw": frozenset[str]()}
"""Categories of which several assignments may run at the same time (aids)."""


def jaren_terug(dag: date, jaren: int) -> date:
    """Return the same day so many years before; 28 February where that year has no 29th."""
    jaar = max(dag.year - jaren, date.min.year)
    try:
        return dag.replace(year=jaar)
    except ValueError:
        return date(jaar, 2, 28)


@regel(
    "TR002",
    "Controleer de geboortedatum: die ligt meer dan 120 jaar terug. Onbekend is 1900-01-01 met 3.",
    "301,305,307,315 Geboortedatum Datum",
)
def niet_ouder_dan_120(geboren: Groep, bij: Bij) -> bool:
    onbekend = geboren.tekst("DatumGebruik") == "3" and geboren.datum(bij.element) == date(1900, 1, 1)
    return onbekend or (geboren.datum(bij.element) or date.max) >= jaren_terug(bij.dagtekening, OUDST_JAREN)


@regel("TR006", "Geef een telefoonnummer, of huisnummer met postcode.", "301 Contact")
def contact_is_bereikbaar(contact: Groep, bij: Bij) -> bool:
    return contact.heeft("Telefoon") or (contact.heeft("Adres/Huis") and contact.heeft("Adres/Postcode"))


@regel("TR018", "Kies een einddatum op of na de begindatum.", "307 StopProduct Einddatum")
def stop_niet_voor_start(product: Groep, bij: Bij) -> bool:
    return niet_voor(product, bij.element, "Begindatum")


@regel(
    "TR061",
    "Geef van de cliënt een BRP-adres (01), correspondentie-adres (02) of verblijfadres (03).",
    "301 Client Contactgegevens",
)
def client_heeft_vast_adres(client: Groep, bij: Bij) -> bool:
    return any(c.tekst("Soort") in VASTE_ADRESSEN for c in client.groepen(f"{bij.element}/Contact"))


_SLEUTELS = {klasse: paden.split() for klasse, paden in SLEUTELS.items()}
_REGELS_VAN_KLASSEN = [*(klassen for _van, klassen in BERICHTEN.values()), DECLARATIEANTWOORD]
_KLASSEN = {klasse for klassen in _REGELS_VAN_KLASSEN for klasse in klassen}


def _noemt_klasse(regel: str) -> bool:
    """Tell whether a class holds classes; one of composite types and texts alone does not."""
    return not _KLASSEN.isdisjoint(deel.partition("=")[0].rstrip("?+") for deel in regel.split())


_HOUDERS = {
    klasse for klassen in _REGELS_VAN_KLASSEN for klasse, regel in klassen.items() if _noemt_klasse(regel)
}


@samenhang(
    "TR101",
    "Haal de dubbele regel weg: dezelfde sleutel staat al in het bericht.",
    "301,305,307,315,317,323,325 Bericht",
)
def geen_dubbele_regels(bericht: Groep, bij: Bij) -> list[Groep]:
    dubbel: list[Groep] = []
    _zoek_dubbele(bericht, dubbel)
    return dubbel


def _zoek_dubbele(houder: Groep, dubbel: list[Groep]) -> None:
    """Add the classes in a group whose key one before it in the same group has: only what repeats can."""
    for naam in filter(_KLASSEN.__contains__, houder.delen):
        rij = houder.rij(naam)
        paden = _SLEUTELS.get(naam) if len(rij) > 1 else None
        gezien: set[tuple[str, ...]] = set()
        for groep in rij:
            if paden:
                sleutel = tuple([groep.tekst(pad) for pad in paden])
                if sleutel in gezien:
                    dubbel.append(groep)
                gezien.add(sleutel)
            if naam in _HOUDERS:
                _zoek_dubbele(groep, dubbel)


@regel(
    "TR134",
    "Kies een datum die niet na de dagtekening van het bericht ligt.",
    "301,305,307,315 Geboortedatum Datum",
    "301 ToegewezenProduct Toewijzingsdatum",
    "305 StartProduct Begindatum",
    "307 StopProduct Begindatum",
    "323,325 ProductPeriode Begindatum",
)
def niet_na_dagtekening(groep: Groep, bij: Bij) -> bool:
    return (groep.datum(bij.element) or date.min) <= bij.dagtekening


@regel(
    "TR137",
    "Kies een einddatum op of na de begindatum en niet na de dagtekening van het bericht.",
    "323,325 ProductPeriode Einddatum",
)
def einde_tussen_begin_en_dagtekening(periode: Groep, bij: Bij) -> bool:
    return niet_voor(periode, bij.element, "Begindatum") and niet_na_dagtekening(periode, bij)


@dataclass(frozen=True, slots=True)
class Gepland:
    """A product, as far as it is named, and its days; without an end it goes on."""

    categorie: str
    code: str
    van: date
    tot: date | None


def gepland(product: Groep, begin: str, einde: str) -> Gepland:
    """Return what a class with a Product says, its days in these elements."""
    categorie, code = product.tekst("Product/Categorie"), product.tekst("Product/Code")
    return Gepland(categorie, code, product.datum(begin) or date.min, product.datum(einde))


def botst(een: Gepland, ander: Gepland, standaard: str) -> bool:
    """Tell whether two products are the same, as far as they say, on the same days (aids may be)."""
    if {een.categorie, ander.categorie} & STAPELBAAR[standaard]:
        return False
    gelijk = not een.categorie or not ander.categorie or een.categorie == ander.categorie
    if een.code and ander.code:
        gelijk = gelijk and een.code == ander.code
    return gelijk and max(een.van, ander.van) <= min(een.tot or date.max, ander.tot or date.max)


def _stapeling(producten: list[Groep], begin: str, einde: str, bij: Bij) -> Iterator[Groep]:
    """Give the products that clash (`botst`) with one that begins earlier, in one pass from day to day.

    Everything, a category and a product in it are branches of a tree: a product clashes with what is on its
    own branch, up to the root, and with whatever hangs below it.
    """
    zelf: dict[tuple[str, ...], date] = {}
    eronder: dict[tuple[str, ...], date] = {}
    rij = [(gepland(product, begin, einde), product) for product in producten]
    for dit, product in sorted(rij, key=lambda paar: paar[0].van):
        if dit.categorie in STAPELBAAR[bij.standaard]:
            continue
        knoop = tuple(filter(None, (dit.categorie, dit.code)))
        tak = [knoop[:diepte] for diepte in range(len(knoop) + 1)]
        bezet = [zelf[deel] for deel in tak if deel in zelf]
        if any(tot >= dit.van for tot in (*bezet, *filter(None, [eronder.get(knoop)]))):
            yield product
        tot = dit.tot or date.max
        zelf[knoop] = max(zelf.get(knoop, tot), tot)
        for deel in tak:
            eronder[deel] = max(eronder.get(deel, tot), tot)


_STAPELING = "Laat de periodes van hetzelfde product elkaar niet overlappen."


@samenhang("TR302", _STAPELING, "301 ToegewezenProducten")
def geen_stapeling_toegewezen(producten: Groep, bij: Bij) -> Iterator[Groep]:
    def telt(product: Groep) -> bool:
        weg = product.tekst("RedenWijziging") in {VERWIJDERD, VERVALLEN}
        return not (weg and product.datum("Ingangsdatum") == product.datum("Einddatum"))

    actueel = [product for product in producten.groepen("ToegewezenProduct") if telt(product)]
    return _stapeling(actueel, "Ingangsdatum", "Einddatum", bij)


def _prestaties(declaratie: Groep) -> list[Groep]:
    return declaratie.groepen("Clienten/Client/Prestaties/Prestatie")


def _eerder_gezien(groepen: Iterable[Groep], *paden: str) -> Iterator[Groep]:
    """Give the groups whose values at these paths an earlier one has too; most differ at the first path."""
    rij = list(groepen)
    eerste = [groep.tekst(paden[0]).strip() for groep in rij]
    if len(set(eerste)) == len(rij):
        return
    vaker = {waarde for waarde, keren in Counter(eerste).items() if keren > 1}
    gezien: set[tuple[str, ...]] = set()
    for waarde, groep in zip(eerste, rij, strict=True):
        if waarde in vaker:
            sleutel = tuple([groep.tekst(pad).strip() for pad in paden])
            if sleutel in gezien:
                yield groep
            gezien.add(sleutel)


_NUMMER, _VORIG = "ProductReferentie/ReferentieNummer", "ProductReferentie/VorigReferentieNummer"


@samenhang("TR315", "Crediteer een prestatie maar één keer.", f"323 Declaratie {_VORIG}")
def een_credit_per_debet(declaratie: Groep, bij: Bij) -> Iterator[Groep]:
    return _eerder_gezien((p for p in _prestaties(declaratie) if p.heeft(_VORIG)), _VORIG)


@samenhang(
    "TR316",
    "Laat de prestatie en haar creditering beide weg: ze staan in hetzelfde bericht.",
    f"323 Declaratie {_VORIG}",
)
def geen_credit_in_hetzelfde_bericht(declaratie: Groep, bij: Bij) -> list[Groep]:
    prestaties = _prestaties(declaratie)
    credits = [p for p in prestaties if p.heeft(_VORIG)]
    nummers = {p.tekst(_NUMMER) for p in prestaties} if credits else ()
    return [p for p in credits if p.tekst(_VORIG) in nummers]


@samenhang(
    "TR335",
    "Declareer binnen vijf jaar na het einde van de periode.",
    "323 Declaratie ProductPeriode/Einddatum",
)
def binnen_vijf_jaar(declaratie: Groep, bij: Bij) -> list[Groep]:
    vanaf = jaren_terug(declaratie.datum("DeclaratieDagtekening") or date.min, DECLAREERBAAR_JAREN)
    return [p for p in _prestaties(declaratie) if (p.datum(bij.element) or date.max) < vanaf]


def saldo(bedrag: Groep | None, veld: str) -> int:
    """Return an amount in eurocents, a credit as a negative one."""
    hoogte = bedrag.getal(veld) or 0 if bedrag else 0
    return -hoogte if bedrag and bedrag.tekst("DebetCredit") == CREDIT else hoogte


def _som(declaratie: Groep) -> int:
    return sum(saldo(p.groep("IngediendBedrag"), "Bedrag") for p in _prestaties(declaratie))


@regel(
    "TR342",
    "Stuur alleen afgewezen prestaties mee: hun som is het verschil tussen ingediend en toegekend, "
    "en bij een afgewezen declaratie is 0 toegekend.",
    "325 DeclaratieAntwoord TotaalToegekendBedrag",
)
def verschil_is_afgewezen(antwoord: Groep, bij: Bij) -> bool:
    toegekend = saldo(antwoord.groep(bij.element), "TotaalBedrag")
    if not GEEN_BEZWAAR.issuperset(str(code) for code in antwoord.alle("RetourCodes/RetourCode")):
        return toegekend == 0 and not antwoord.heeft("Clienten")
    ingediend = saldo(antwoord.groep("TotaalIngediendBedrag"), "TotaalBedrag")
    return _som(antwoord) == ingediend - toegekend


@regel(
    "TR352",
    "Noem alle lopende toewijzingen: ten minste één product blijft gelijk of wijzigt.",
    "317 Verzoek",
)
def verzoek_gaat_over_lopend_product(verzoek: Groep, bij: Bij) -> bool:
    return verzoek.heeft("OngewijzigdeProducten") or verzoek.heeft("TeWijzigenProducten")


@regel("TR353", "Vraag een wijziging of een nieuw product: anders is er geen verzoek.", "317 Verzoek")
def verzoek_vraagt_iets(verzoek: Groep, bij: Bij) -> bool:
    return verzoek.heeft("TeWijzigenProducten") or verzoek.heeft("NieuweProducten")


@regel(
    "TR358",
    "Maak het totaal gelijk aan de som van de prestaties: debet erbij, credit eraf.",
    "323 Declaratie TotaalIngediendBedrag",
)
def totaal_is_som(declaratie: Groep, bij: Bij) -> bool:
    return saldo(declaratie.groep(bij.element), "TotaalBedrag") == _som(declaratie)


@regel("TR377", "Noem bij woonplaatsbeginsel (8) de gemeente.", "jw319 Antwoord Woonplaatsbeginsel")
def woonplaatsbeginsel_noemt_gemeente(antwoord: Groep, bij: Bij) -> bool:
    return antwoord.tekst("RedenAfwijzingVerzoek") != WOONPLAATSBEGINSEL or antwoord.heeft(bij.element)


@regel("TR380", "Kies een datum na de dagtekening van het bericht.", "317 NieuwProduct GewensteIngangsdatum")
def nieuw_product_begint_later(product: Groep, bij: Bij) -> bool:
    return (product.datum(bij.element) or date.max) > bij.dagtekening


@samenhang(
    "TR383",
    "Geef elk aangevraagd product een eigen referentie.",
    "315 AangevraagdeProducten ReferentieAanbieder",
)
def eigen_referentie_per_product(producten: Groep, bij: Bij) -> Iterator[Groep]:
    return _eerder_gezien(producten.groepen("AangevraagdProduct"), bij.element)


@samenhang("TR386", _STAPELING, "315 AangevraagdeProducten")
def geen_stapeling_aangevraagd(producten: Groep, bij: Bij) -> Iterator[Groep]:
    gevraagd = producten.groepen("AangevraagdProduct")
    return _stapeling(gevraagd, "ToewijzingIngangsdatum", "ToewijzingEinddatum", bij)


@regel(
    "TR409",
    "Laat de gemeente weg, of kies als reden 8 (woonplaatsbeginsel).",
    "jw319 Antwoord Woonplaatsbeginsel",
)
def gemeente_alleen_bij_woonplaatsbeginsel(antwoord: Groep, bij: Bij) -> bool:
    return antwoord.tekst("RedenAfwijzingVerzoek") == WOONPLAATSBEGINSEL or not antwoord.heeft(bij.element)


@samenhang("TR410", _STAPELING, "317 NieuweProducten")
def geen_stapeling_nieuw(producten: Groep, bij: Bij) -> Iterator[Groep]:
    return _stapeling(producten.groepen("NieuwProduct"), "GewensteIngangsdatum", "Einddatum", bij)


@samenhang(
    "TR416",
    "Breng al het geleverde van dit product in deze periode in één debetprestatie onder.",
    "323 Declaratie",
)
def een_debet_per_periode(declaratie: Groep, bij: Bij) -> Iterator[Groep]:
    debet = (p for p in _prestaties(declaratie) if p.tekst("IngediendBedrag/DebetCredit") != CREDIT)
    periode = ("ProductPeriode/Begindatum", "ProductPeriode/Einddatum")
    return _eerder_gezien(debet, "ToewijzingNummer", "ProductCategorie", "ProductCode", *periode)

"""Rules on invoices (323) against assignments, contracts and earlier invoices.

A credit is one-sided: it is held against the debit that it takes back, and not against the assignment or the
contract, which may have changed since (IV085).
"""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from functools import lru_cache

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import EURO
from samendoen.berichten.rules.kennis import Prestatie, Tarief, Toewijzing
from samendoen.berichten.rules.kruisregels import Debettoets, Zicht, kruisregel, vervolg
from samendoen.berichten.rules.ruimte import MINUUT, UUR, maat, past_bij, ruimte_in_periode, ruimte_in_totaal
from samendoen.berichten.rules.volume import (
    Periode,
    bedrag,
    bedrag_van_minuten,
    productperiode,
    tarief_per_minuut,
)

PRESTATIE = "323 Prestatie"


def _regel(groep: Groep, zicht: Zicht) -> Prestatie:
    return zicht.op[0] if zicht.op else zicht.register.prestaties[groep.pad]


def debet(toets: Callable[[Prestatie, Toewijzing | None, Zicht], bool]) -> Debettoets:
    """Hold debits only against a rule."""
    return Debettoets(toets, altijd=True)


def toegewezen(toets: Callable[[Prestatie, Toewijzing, Zicht], bool]) -> Debettoets:
    """Hold debits only against a rule on their assignment; that it exists is TR338's."""
    return Debettoets(toets, altijd=False)


# ---- the invoice as a whole


@kruisregel(
    "TR318",
    "8214",
    "Kies de maand van uw laatste declaratie of een latere: wat u vergat, mag daar alsnog in.",
    "323 Declaratie DeclaratiePeriode/Begindatum",
)
def periode_volgt_op_vorige(declaratie: Groep, zicht: Zicht) -> bool:
    laatste = max((eerder.van for eerder in zicht.kennis.declaraties), default=date.min)
    return (declaratie.datum("DeclaratiePeriode/Begindatum") or date.max) >= laatste


@kruisregel(
    "TR333",
    "9333",
    "Geef de declaratie een nieuw nummer: dit nummer heeft u al gebruikt.",
    "323 Declaratie DeclaratieNummer",
)
def declaratienummer_is_nieuw(declaratie: Groep, zicht: Zicht) -> bool:
    return declaratie.tekst("DeclaratieNummer") not in zicht.register.declaraties


# ---- debits and credits


@kruisregel(
    "TR314",
    "8021",
    "Geef de prestatie een nieuw referentienummer: dit nummer heeft u al gebruikt.",
    f"{PRESTATIE} ProductReferentie/ReferentieNummer",
)
def referentienummer_is_nieuw(prestatie: Groep, zicht: Zicht) -> bool:
    register = zicht.register
    nummer = _regel(prestatie, zicht).referentie
    return nummer not in register.eerder and register.eerste_met_nummer[nummer] == prestatie.pad


@kruisregel(
    "TR319",
    "9319",
    "Kies een declaratieperiode die niet voor de productperiode ligt.",
    f"{PRESTATIE} ProductPeriode/Einddatum",
)
def periode_is_begonnen(prestatie: Groep, zicht: Zicht) -> bool:
    tot = zicht.register.declaratie_tot
    return tot is None or _regel(prestatie, zicht).tot <= tot


def _sleutel(prestatie: Prestatie) -> tuple[object, ...]:
    """Return what a credit has in common with its debit (IV091)."""
    p = prestatie
    return (p.bsn, p.toewijzing, p.categorie, p.code, p.van, p.tot, p.volume, p.eenheid, p.tarief, p.bedrag)


@kruisregel(
    "TR323",
    "8017",
    "Noem de toegekende prestatie die u crediteert, en neem haar gegevens ongewijzigd over.",
    f"{PRESTATIE} ProductReferentie/VorigReferentieNummer",
)
def credit_heeft_debet(groep: Groep, zicht: Zicht) -> bool:
    credit = _regel(groep, zicht)
    if not credit.credit:
        return True
    debet = zicht.register.eerder.get(credit.vorig)
    if debet is None or debet.credit or not debet.toegekend:
        return False
    return _sleutel(debet) == _sleutel(credit)


@kruisregel(
    "TR390",
    "9390",
    "Laat de creditprestatie weg: deze prestatie is al gecrediteerd.",
    f"{PRESTATIE} ProductReferentie/VorigReferentieNummer",
)
def is_niet_al_gecrediteerd(groep: Groep, zicht: Zicht) -> bool:
    return _regel(groep, zicht).vorig not in zicht.register.gecrediteerd


# ---- debits against their assignment


@kruisregel(
    "TR338",
    "9338",
    "Noem het nummer van een toewijzing van deze cliënt aan u.",
    f"{PRESTATIE} ToewijzingNummer",
)
@debet
def prestatie_hoort_bij_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing | None, zicht: Zicht) -> bool:
    return toewijzing is not None


@kruisregel(
    "TR307",
    "9307",
    "Laat de productperiode niet voor de ingangsdatum van de toewijzing beginnen.",
    f"{PRESTATIE} ProductPeriode/Begindatum",
)
@toegewezen
def begint_niet_voor_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    return prestatie.van >= toewijzing.ingang


@kruisregel(
    "TR308",
    "9308",
    "Laat de productperiode niet na de einddatum van de toewijzing eindigen.",
    f"{PRESTATIE} ProductPeriode/Einddatum",
)
@toegewezen
def eindigt_niet_na_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    return toewijzing.einde is None or prestatie.tot <= toewijzing.einde


def _productperiode(prestatie: Prestatie, toewijzing: Toewijzing) -> Periode | None:
    """Return what the period of a line must be (IV089); None when the assignment has no day in its month."""
    return _geldig_in(toewijzing.ingang, toewijzing.einde, prestatie.van.year, prestatie.van.month)


@lru_cache(maxsize=1024)
def _geldig_in(ingang: date, einde: date | None, jaar: int, maand: int) -> Periode | None:
    return productperiode(Periode(ingang, max(ingang, einde or date.max)), jaar, maand)


@kruisregel(
    "TR387",
    "9387",
    "Begin de productperiode op de eerste van de maand, of op de ingangsdatum als die later ligt.",
    f"{PRESTATIE} ProductPeriode/Begindatum",
)
@toegewezen
def periode_begint_met_de_maand(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    periode = _productperiode(prestatie, toewijzing)
    return periode is None or prestatie.van == periode.van


@kruisregel(
    "TR388",
    "9388",
    "Eindig de productperiode op de laatste dag van de maand, of op de einddatum als die eerder ligt.",
    f"{PRESTATIE} ProductPeriode/Einddatum",
)
@toegewezen
def periode_eindigt_met_de_maand(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    periode = _productperiode(prestatie, toewijzing)
    return periode is None or prestatie.tot == periode.tot


@kruisregel(
    "TR339",
    "9339",
    "Neem de productcategorie van de toewijzing over.",
    f"{PRESTATIE} ProductCategorie",
)
@toegewezen
def categorie_van_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    return toewijzing.categorie in {"", prestatie.categorie}


@kruisregel("TR340", "9340", "Neem de productcode van de toewijzing over.", f"{PRESTATIE} ProductCode")
@toegewezen
def code_van_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    return toewijzing.code in {"", prestatie.code}


@kruisregel(
    "TR384",
    "9384",
    "Declareer niet op deze toewijzing: zij is verwijderd.",
    f"{PRESTATIE} ToewijzingNummer",
)
@toegewezen
def toewijzing_is_niet_verwijderd(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    return not toewijzing.verwijderd


# ---- debits against the contract


def _tarieven(prestatie: Prestatie, zicht: Zicht) -> list[Tarief]:
    """Return the tariffs of a product, for whatever unit, on some day of its period."""
    p = prestatie
    return zicht.register.tarieven_in(p.categorie, p.code, p.van, p.tot)


def _uurtarieven(prestatie: Prestatie, zicht: Zicht) -> list[int]:
    """Return the tariffs per hour that a line in minutes may be reckoned with."""
    if prestatie.eenheid != MINUUT:
        return []
    return [tarief.eurocent for tarief in _tarieven(prestatie, zicht) if tarief.eenheid == UUR]


@kruisregel(
    "TR341",
    "9341",
    "Declareer in de eenheid van de toewijzing of, als die er geen heeft, van het contract.",
    f"{PRESTATIE} Eenheid",
)
@toegewezen
def eenheid_van_toewijzing(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    if toewijzing.eenheid:
        return past_bij(prestatie.eenheid, toewijzing.eenheid)
    afgesproken = {tarief.eenheid for tarief in _tarieven(prestatie, zicht)}
    return any(past_bij(prestatie.eenheid, eenheid) for eenheid in afgesproken or {EURO})


@kruisregel(
    "TR418",
    "0611",
    "Vul het tarief in dat in het contract voor dit product en deze periode is afgesproken.",
    f"{PRESTATIE} ProductTarief",
)
@debet
def tarief_van_contract(prestatie: Prestatie, toewijzing: Toewijzing | None, zicht: Zicht) -> bool:
    if prestatie.eenheid == EURO:
        return True
    for tarief in _tarieven(prestatie, zicht):
        if tarief.eenheid == prestatie.eenheid and tarief.eurocent == prestatie.tarief:
            return True
    return prestatie.tarief in [tarief_per_minuut(uurtarief) for uurtarief in _uurtarieven(prestatie, zicht)]


@kruisregel(
    "TR346",
    "9346",
    "Maak het bedrag gelijk aan volume maal tarief; voor minuten: maal het uurtarief, gedeeld door 60.",
    f"{PRESTATIE} IngediendBedrag/Bedrag",
    niveau=4,
)
@debet
def bedrag_is_volume_maal_tarief(prestatie: Prestatie, toewijzing: Toewijzing | None, zicht: Zicht) -> bool:
    p = prestatie
    if p.eenheid == EURO or p.tarief is None:
        return True
    per_uur = [
        bedrag_van_minuten(p.volume, uurtarief)
        for uurtarief in _uurtarieven(p, zicht)
        if tarief_per_minuut(uurtarief) == p.tarief
    ]
    return p.bedrag in (per_uur or [bedrag(p.volume, p.tarief)])


# ---- volumes


@kruisregel(
    "TR321",
    "9321",
    "Declareer in deze periode niet meer dan de toewijzing per week, maand of in totaal toelaat.",
    f"{PRESTATIE} GeleverdVolume",
)
@toegewezen
def volume_past_in_de_periode(prestatie: Prestatie, toewijzing: Toewijzing, zicht: Zicht) -> bool:
    ruimte = ruimte_in_periode(toewijzing, prestatie, zicht.register.bericht.soort.standaard)
    if ruimte is None or not past_bij(prestatie.eenheid, toewijzing.eenheid):
        return True
    return maat(prestatie.volume, prestatie.eenheid) <= ruimte


@vervolg(
    "TR389",
    "9389",
    "Crediteer eerst de eerdere prestatie: dit product is over deze periode al gedeclareerd.",
    "323 Declaratie",
)
def is_niet_al_gedeclareerd(declaratie: Groep, zicht: Zicht, afgewezen: AbstractSet[str]) -> Iterator[str]:
    geldig = dict(_geldig(zicht, afgewezen))
    terug = {prestatie.vorig for prestatie in geldig.values() if prestatie.vorig}
    staan = {_levering(p) for p in zicht.register.staat_open if p.referentie not in terug}
    for pad, prestatie in geldig.items():
        if not prestatie.vorig and _levering(prestatie) in staan:
            yield pad


@vervolg(
    "TR322",
    "9322",
    "Declareer over de hele looptijd niet meer dan is toegewezen.",
    "323 Declaratie GeleverdVolume",
)
def volume_past_in_de_toewijzing(declaratie: Groep, zicht: Zicht, afgewezen: AbstractSet[str]) -> list[str]:
    return _over(zicht, afgewezen, ruimte_in_totaal, lambda p: maat(p.volume, p.eenheid))


@vervolg(
    "TR369",
    "9369",
    "Declareer over de hele looptijd niet meer dan het toegewezen budget.",
    "323 Declaratie GeleverdVolume",
)
def bedrag_past_in_het_budget(declaratie: Groep, zicht: Zicht, afgewezen: AbstractSet[str]) -> list[str]:
    return _over(zicht, afgewezen, lambda toewijzing: toewijzing.budget, lambda p: p.bedrag)


def _levering(prestatie: Prestatie) -> tuple[object, ...]:
    p = prestatie
    return (p.toewijzing, p.categorie, p.code, p.van, p.tot)


def _geldig(zicht: Zicht, afgewezen: AbstractSet[str]) -> Iterator[tuple[str, Prestatie]]:
    """Give the lines of this invoice that nothing, also not their client, was refused for."""
    if not afgewezen:
        yield from zicht.register.prestaties.items()
        return
    for pad, prestatie in zicht.register.prestaties.items():
        if pad not in afgewezen and pad.partition("/Prestaties/")[0] not in afgewezen:
            yield pad, prestatie


def _over(
    zicht: Zicht,
    afgewezen: AbstractSet[str],
    ruimte: Callable[[Toewijzing], int | None],
    maat_van: Callable[[Prestatie], int],
) -> list[str]:
    """Return the debits that go over what is left: what was granted before counts, then line after line.

    The credits of this invoice make room first, wherever they stand in it.
    """
    register = zicht.register
    geldig = dict(_geldig(zicht, afgewezen))
    gebruikt: dict[int, int] = {}
    for prestatie in (*register.staat_open, *(p for p in geldig.values() if p.vorig)):
        erbij = -maat_van(prestatie) if prestatie.vorig else maat_van(prestatie)
        gebruikt[prestatie.toewijzing] = gebruikt.get(prestatie.toewijzing, 0) + erbij
    over = []
    for pad, prestatie in geldig.items():
        toewijzing = register.toewijzingen.get(prestatie.toewijzing)
        hoogstens = None if toewijzing is None or prestatie.vorig else ruimte(toewijzing)
        totaal = gebruikt.get(prestatie.toewijzing, 0) + maat_van(prestatie)
        if hoogstens is not None and totaal > hoogstens:
            over.append(pad)
        elif not prestatie.vorig:
            gebruikt[prestatie.toewijzing] = totaal
    return over

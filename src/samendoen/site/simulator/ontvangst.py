"""What comes from the municipality: read, held against the ledger, answered and booked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from samendoen.site.simulator.boek import Boek
from samendoen.site.simulator.rekenen import TIJDELIJK
from samendoen.site.simulator.vorm import (
    GEEN_OPMERKING,
    NIET_BEOORDEELD,
    RETOUR,
    VOLLEDIG,
    Deel,
    Gelezen,
    Onleesbaar,
    antwoord,
    lees,
)
from samendoen.site.simulator.waarden import (
    VERWIJDERD,
    Client,
    Declaratie,
    Levering,
    Prestatie,
    Stand,
    Toewijzing,
    Verstuurd,
    Verzoek,
)
from samendoen.site.simulator.werk import Werk

GEEN_BEZWAAR = {GEEN_OPMERKING, NIET_BEOORDEELD, VOLLEDIG}
VAN_GEMEENTE = {"301", "319", "325"}
HEEN = {"306": "305", "308": "307", "316": "315", "318": "317"}
"""Which message of ours an answer is about; in an answer sender and receiver stand as they were."""
NIET_UNIEK, AL_GEDECLAREERD, ONBEKENDE_REFERENTIE = "9056", "9385", "9379"
REFERENTIE_ONBEKEND, AL_TOEGEWEZEN, AL_IN_ONDERZOEK, AL_AFGEWEZEN = "9355", "9359", "9360", "9365"
AFWIJZING, ONDERZOEK = "1", "2"


def ontvang(werk: Werk, inhoud: bytes) -> bool:
    """Handle one file; tell whether it was for this provider. Raises Onleesbaar."""
    bericht = lees(inhoud)
    nummer = bericht.soort[-3:]
    gemeente, agb = ("Afzender", "Ontvanger") if nummer in VAN_GEMEENTE else ("Ontvanger", "Afzender")
    if nummer not in {*VAN_GEMEENTE, *HEEN}:
        return False
    if (bericht.kop.eis(f"m:{gemeente}"), bericht.kop.eis(f"m:{agb}")) != (werk.gemeente, werk.agb):
        return False
    sha = sha256(inhoud).hexdigest()
    eerder = werk.boek.gezien(bericht.soort, bericht.identificatie)
    if sha in eerder:
        return True
    werk.verslag.gelezen[bericht.soort] += 1
    if eerder:
        werk.meld(f"{bericht.soort} {bericht.identificatie}: dezelfde identificatie met andere inhoud.")
        if nummer in RETOUR:
            _antwoord(werk, bericht, sha, kopcode=NIET_UNIEK)
    else:
        _VERWERK[nummer](werk, bericht)
    werk.boek.onthoud(bericht.soort, bericht.identificatie, sha)
    return True


def _antwoord(
    werk: Werk,
    bericht: Gelezen,
    sleutel: str = "",
    bezwaren: Mapping[etree._Element, str] | None = None,
    kopcode: str = "",
) -> None:
    soort = bericht.standaard + RETOUR[bericht.soort[-3:]]
    eigen = werk.kenmerk(soort, bericht.identificatie, sleutel)
    werk.leg_in(
        soort,
        eigen,
        bericht.identificatie,
        antwoord(bericht, eigen, werk.vandaag, bezwaren, kopcode),
    )


def _toewijzing(werk: Werk, bericht: Gelezen) -> None:
    """301: all assignments of one client at this provider; refused as a whole when one is wrong."""
    client = next(bericht.wortel.delen("m:Client"), None)
    if client is None:
        raise Onleesbaar("Client ontbreekt")
    wie = _client(bericht.standaard, client)
    producten = list(client.delen("m:ToegewezenProducten/m:ToegewezenProduct"))
    nieuwe = [_product(bericht.standaard, wie.bsn, product) for product in producten]
    bezwaren = {
        product.element: code
        for product, nieuw in zip(producten, nieuwe, strict=True)
        if (code := _bezwaar(werk.boek, product, nieuw))
    }
    if not bezwaren:
        werk.boek.zet(wie)
        for product, nieuw in zip(producten, nieuwe, strict=True):
            _neem_over(werk, nieuw)
            _honoreer(werk.boek, bericht.standaard, product.tekst("m:ReferentieAanbieder"))
    _antwoord(werk, bericht, bezwaren=bezwaren)


def _client(standaard: str, client: Deel) -> Client:
    return Client(
        standaard,
        client.eis("m:Bsn"),
        client.eis_dag("m:Geboortedatum/b:Datum"),
        client.tekst("m:Geboortedatum/b:DatumGebruik"),
        client.eis("m:Geslacht"),
        client.eis("m:Naam/b:Geslachtsnaam/b:Achternaam"),
        client.tekst("m:Naam/b:Geslachtsnaam/b:Voorvoegsel"),
    )


def _product(standaard: str, bsn: str, product: Deel) -> Toewijzing:
    return Toewijzing(
        standaard,
        product.eis_getal("m:ToewijzingNummer"),
        bsn,
        product.tekst("m:Product/b:Categorie"),
        product.tekst("m:Product/b:Code"),
        product.eis_dag("m:Ingangsdatum"),
        product.dag("m:Einddatum"),
        product.tekst("m:RedenWijziging"),
        product.getal("m:Omvang/b:Volume"),
        product.tekst("m:Omvang/b:Eenheid"),
        product.tekst("m:Omvang/b:Frequentie"),
        product.getal("m:Budget"),
        f"{product.eis('m:Toewijzingsdatum')}T{product.eis('m:Toewijzingstijd')}",
    )


def _bezwaar(boek: Boek, product: Deel, nieuw: Toewijzing) -> str:
    """Return the retourcode of what is wrong with an assignment beside what came before, or ""."""
    referentie = product.tekst("m:ReferentieAanbieder")
    if referentie and boek.een(Verzoek, standaard=nieuw.standaard, referentie=referentie) is None:
        return ONBEKENDE_REFERENTIE
    if nieuw.reden == VERWIJDERD and boek.saldo(nieuw.standaard, nieuw.nummer).toegekend:
        return AL_GEDECLAREERD
    return ""


def _neem_over(werk: Werk, nieuw: Toewijzing) -> None:
    """Book an assignment when it was assigned later than what we know (OP033x1)."""
    oud = werk.boek.een(Toewijzing, standaard=nieuw.standaard, nummer=nieuw.nummer)
    if oud is None or nieuw.stempel > oud.stempel:
        werk.boek.zet(nieuw)
    elif nieuw.stempel == oud.stempel and nieuw != oud:
        zin = f"Toewijzing {nieuw.nummer} kwam twee keer met hetzelfde moment van toewijzen en andere inhoud."
        werk.meld(zin)


def _honoreer(boek: Boek, standaard: str, referentie: str) -> None:
    verzoek = boek.een(Verzoek, standaard=standaard, referentie=referentie) if referentie else None
    if verzoek is not None:
        boek.zet(replace(verzoek, stand=Stand.TOEGEKEND))


def _retour(werk: Werk, bericht: Gelezen) -> None:
    """306, 308, 316, 318: how the municipality judged a message of ours."""
    soort = bericht.standaard + HEEN[bericht.soort[-3:]]
    nummer = bericht.kop.eis("m:BerichtIdentificatie/b:Identificatie")
    van_ons = werk.boek.een(Verstuurd, soort=soort, identificatie=nummer)
    if van_ons is None:
        werk.meld(f"{bericht.soort} over {soort} {nummer}, dat wij niet stuurden.")
        return
    codes = bericht.wortel.alle_codes() - GEEN_BEZWAAR
    werk.boek.zet(replace(van_ons, codes=" ".join(sorted(codes)) or GEEN_OPMERKING))
    if codes:
        werk.meld(f"{soort} {nummer} is afgewezen: {' '.join(sorted(codes))}.")
        _neem_terug(werk.boek, bericht.standaard, van_ons)


def _neem_terug(boek: Boek, standaard: str, van_ons: Verstuurd) -> None:
    """Book that a start, a stop or a request of ours does not count."""
    for verzoek in boek.alle(Verzoek, standaard=standaard, bericht=van_ons.identificatie):
        boek.zet(replace(verzoek, stand=Stand.AFGEWEZEN))
    over = van_ons.over.split("|")
    if van_ons.soort[-3:] not in {"305", "307"} or over[0] != standaard:
        return  # a request, or a mistake: nothing in the ledger hangs on it
    for levering in boek.alle(Levering, standaard=standaard, nummer=int(over[1]), begin=over[2]):
        if van_ons.soort[-3:] == "305":
            boek.zet(replace(levering, stand=Stand.AFGEWEZEN))
        elif levering.reden == TIJDELIJK:
            boek.zet(replace(levering, eind=None, reden=""))  # care goes on as if it had not stopped


def _verzoekantwoord(werk: Werk, bericht: Gelezen) -> None:
    """319: refused, or looked into. We answer it with a 320."""
    deel = next(bericht.wortel.delen("m:Antwoord"), None)
    if deel is None:
        raise Onleesbaar("Antwoord ontbreekt")
    uitkomst = deel.eis("m:VerzoekAntwoord")
    referentie = deel.eis("m:ReferentieAanbieder")
    verzoek = werk.boek.een(Verzoek, standaard=bericht.standaard, referentie=referentie)
    code = _bezwaar_antwoord(verzoek, uitkomst)
    if verzoek is not None and not code:
        stand = Stand.AFGEWEZEN if uitkomst == AFWIJZING else Stand.ONDERZOEK
        werk.boek.zet(replace(verzoek, stand=stand))
    if code:
        werk.meld(f"{bericht.soort} {bericht.identificatie} past niet bij wat eerder kwam: {code}.")
    _antwoord(werk, bericht, bezwaren={deel.element: code} if code else None)


def _bezwaar_antwoord(verzoek: Verzoek | None, uitkomst: str) -> str:
    if verzoek is None:
        return REFERENTIE_ONBEKEND
    if verzoek.stand == Stand.ONDERZOEK and uitkomst == ONDERZOEK:
        return AL_IN_ONDERZOEK
    return {Stand.TOEGEKEND: AL_TOEGEWEZEN, Stand.AFGEWEZEN: AL_AFGEWEZEN}.get(verzoek.stand, "")


def _declaratieantwoord(werk: Werk, bericht: Gelezen) -> None:
    """325: what is granted. All lines that it does not name are; their sum is held against its own."""
    nummer = bericht.kop.eis("m:DeclaratieIdentificatie/b:Identificatie")
    declaratie = werk.boek.een(Declaratie, standaard=bericht.standaard, identificatie=nummer)
    if declaratie is None or declaratie.toegekend is not None:
        werk.meld(f"{bericht.soort} over declaratie {nummer}, die wij niet stuurden of die al antwoord had.")
        return
    deel = next(bericht.wortel.delen("m:DeclaratieAntwoord"), None)
    geheel_af = bool((bericht.kop.codes() | (deel.codes() if deel else set())) - GEEN_BEZWAAR)
    genoemd = set() if deel is None else _genoemd(deel)
    bedragen = None if deel is None else (_totaal(deel, "Ingediend"), _totaal(deel, "Toegekend"))
    toegekend = 0
    for prestatie in werk.boek.alle(Prestatie, standaard=bericht.standaard, declaratie=nummer):
        af = geheel_af or prestatie.referentie in genoemd
        genoemd.discard(prestatie.referentie)
        werk.boek.zet(replace(prestatie, stand=Stand.AFGEWEZEN if af else Stand.TOEGEKEND))
        toegekend += 0 if af else prestatie.bedrag
    werk.boek.zet(replace(declaratie, toegekend=toegekend))
    if genoemd:
        werk.meld(f"{bericht.soort} {bericht.identificatie} wijst prestaties af die wij niet indienden.")
    if bedragen not in {None, (declaratie.bedrag, toegekend)}:
        wij = (declaratie.bedrag, toegekend)
        werk.meld(f"Declaratie {declaratie.nummer}: (ingediend, toegekend) is {bedragen}, wij tellen {wij}.")


def _genoemd(deel: Deel) -> set[str]:
    pad = "m:Clienten/m:Client/m:Prestaties/m:Prestatie"
    return {regel.eis("m:ProductReferentie/b:ReferentieNummer") for regel in deel.delen(pad)}


def _totaal(deel: Deel, naam: str) -> int:
    bedrag = deel.eis_getal(f"m:Totaal{naam}Bedrag/b:TotaalBedrag")
    return -bedrag if deel.eis(f"m:Totaal{naam}Bedrag/b:DebetCredit") == "C" else bedrag


_VERWERK: dict[str, Callable[[Werk, Gelezen], None]] = {
    "301": _toewijzing,
    "319": _verzoekantwoord,
    "325": _declaratieantwoord,
    **dict.fromkeys(HEEN, _retour),
}

"""Rules on what a municipality sends itself (301, 319, 325): to try on an own message before it goes."""

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import IN_ONDERZOEK
from samendoen.berichten.rules.constraints import VERWIJDERD
from samendoen.berichten.rules.kennis import Declaratie, Prestatie
from samendoen.berichten.rules.kruisregels import Zicht, kruisregel


@kruisregel(
    "TR332",
    "9332",
    "Geef de toewijzing een nieuw nummer: dit nummer is van een andere toewijzing.",
    "301 ToegewezenProduct ToewijzingNummer",
)
def nummer_is_van_deze_toewijzing(product: Groep, zicht: Zicht) -> bool:
    eerder = zicht.register.toewijzingen.get(product.getal("ToewijzingNummer") or 0)
    if eerder is None:
        return True
    zelfde = (product.tekst("Product/Categorie"), product.tekst("Product/Code"))
    return (eerder.bsn, eerder.categorie, eerder.code) == (zicht.bsn, *zelfde)


@kruisregel(
    "TR379",
    "9379",
    "Neem de referentie over van het verzoek dat u toewijst, en laat haar anders weg.",
    "301 ToegewezenProduct ReferentieAanbieder",
)
def referentie_is_van_een_verzoek(product: Groep, zicht: Zicht) -> bool:
    verzoek = zicht.register.verzoeken.get(product.tekst("ReferentieAanbieder"))
    return not product.heeft("ReferentieAanbieder") or (verzoek is not None and verzoek.bsn == zicht.bsn)


@kruisregel(
    "TR385",
    "9385",
    "Verwijder deze toewijzing niet: er is op gedeclareerd. Beëindig haar met een einddatum.",
    "301 ToegewezenProduct RedenWijziging",
)
def verwijdert_niet_na_declaratie(product: Groep, zicht: Zicht) -> bool:
    nummer = product.getal("ToewijzingNummer")
    gedeclareerd = any(prestatie.toewijzing == nummer for prestatie in zicht.register.staat_open)
    return product.tekst("RedenWijziging") != VERWIJDERD or not gedeclareerd


@kruisregel(
    "TR355",
    "9355",
    "Neem de referentie over van het verzoek dat u beantwoordt.",
    "319 Antwoord ReferentieAanbieder",
)
def beantwoordt_een_verzoek(antwoord: Groep, zicht: Zicht) -> bool:
    return antwoord.tekst("ReferentieAanbieder") in zicht.register.verzoeken


@kruisregel(
    "TR359",
    "9359",
    "Stuur geen antwoord meer: dit verzoek is al toegewezen.",
    "319 Antwoord ReferentieAanbieder",
)
def is_niet_al_toegewezen(antwoord: Groep, zicht: Zicht) -> bool:
    verzoek = zicht.register.verzoeken.get(antwoord.tekst("ReferentieAanbieder"))
    return verzoek is None or not verzoek.toegewezen


@kruisregel(
    "TR360",
    "9360",
    "Meld maar één keer dat het verzoek in onderzoek is.",
    "319 Antwoord VerzoekAntwoord",
)
def onderzoek_is_het_eerste_antwoord(antwoord: Groep, zicht: Zicht) -> bool:
    verzoek = zicht.register.verzoeken.get(antwoord.tekst("ReferentieAanbieder"))
    eerste = verzoek is None or not verzoek.antwoord
    return eerste or antwoord.tekst("VerzoekAntwoord") != IN_ONDERZOEK


@kruisregel(
    "TR365",
    "9365",
    "Stuur geen antwoord meer: dit verzoek is al afgewezen.",
    "319 Antwoord VerzoekAntwoord",
)
def is_niet_al_afgewezen(antwoord: Groep, zicht: Zicht) -> bool:
    verzoek = zicht.register.verzoeken.get(antwoord.tekst("ReferentieAanbieder"))
    return verzoek is None or verzoek.antwoord in {"", IN_ONDERZOEK}


# ---- the answer to an invoice


def _van_bericht(kop: Groep, zicht: Zicht) -> Declaratie | None:
    """Return the invoice that a header says it answers."""
    identiteit = (
        kop.tekst("DeclaratieIdentificatie/Identificatie"),
        kop.datum("DeclaratieIdentificatie/Dagtekening"),
    )
    declaraties = zicht.kennis.declaraties
    return next((d for d in declaraties if (d.bericht, d.dagtekening) == identiteit), None)


@kruisregel(
    "TR337",
    "",
    "Neem de identificatie over van het declaratiebericht dat u beantwoordt.",
    "325 Header DeclaratieIdentificatie",
)
def beantwoordt_een_bericht(kop: Groep, zicht: Zicht) -> bool:
    return _van_bericht(kop, zicht) is not None


@kruisregel(
    "TR371",
    "",
    "Neem de versies over uit het declaratiebericht dat u beantwoordt.",
    "325 Header XsdVersieDeclaratie",
)
def noemt_de_versies_van_het_bericht(kop: Groep, zicht: Zicht) -> bool:
    declaratie = _van_bericht(kop, zicht)
    versies = ("XsdVersieDeclaratie/BasisschemaXsdVersie", "XsdVersieDeclaratie/BerichtXsdVersie")
    return declaratie is None or declaratie.versies == tuple(map(kop.tekst, versies))


@kruisregel(
    "TR376",
    "",
    "Neem het nummer over van de declaratie die u beantwoordt.",
    "325 DeclaratieAntwoord DeclaratieNummer",
)
def beantwoordt_een_declaratie(antwoord: Groep, zicht: Zicht) -> bool:
    return antwoord.tekst("DeclaratieNummer") in zicht.register.declaraties


def _ingediend(prestatie: Groep, zicht: Zicht) -> Prestatie | None:
    return zicht.register.eerder.get(prestatie.tekst("ProductReferentie/ReferentieNummer"))


@kruisregel(
    "TR366",
    "9366",
    "Noem een prestatie die in de declaratie staat.",
    "325 Prestatie ProductReferentie",
)
def prestatie_is_ingediend(prestatie: Groep, zicht: Zicht) -> bool:
    ingediend = _ingediend(prestatie, zicht)
    vorig = prestatie.tekst("ProductReferentie/VorigReferentieNummer")
    return ingediend is not None and ingediend.vorig == vorig


@kruisregel(
    "TR367",
    "9367",
    "Neem de gegevens van de prestatie ongewijzigd over uit de declaratie.",
    "325 Prestatie",
)
def prestatie_is_ongewijzigd(prestatie: Groep, zicht: Zicht) -> bool:
    ingediend = _ingediend(prestatie, zicht)
    if ingediend is None:
        return True
    return Prestatie.uit(prestatie, zicht.bsn, toegekend=ingediend.toegekend) == ingediend

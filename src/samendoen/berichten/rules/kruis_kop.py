"""Rules on what every message has: who sends it, when, to whom, for which client and product."""

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.kruisregels import Zicht, kruisregel

_ALLES = "301,305,307,315,317,319,323,325 Header"


@kruisregel(
    "TR056",
    "9056",
    "Geef het bericht een nieuwe identificatie: deze is voor een eerder bericht van deze soort gebruikt.",
    f"{_ALLES} BerichtIdentificatie/Identificatie",
)
def identificatie_is_nieuw(kop: Groep, zicht: Zicht) -> bool:
    return kop.tekst("BerichtIdentificatie/Identificatie") not in zicht.kennis.identificaties


@kruisregel(
    "TR135",
    "8848",
    "Zet als dagtekening de dag waarop het bericht is gemaakt: deze ligt na vandaag.",
    f"{_ALLES} BerichtIdentificatie/Dagtekening",
    niveau=4,
)
def dagtekening_is_geweest(kop: Groep, zicht: Zicht) -> bool:
    return zicht.register.dagtekening <= zicht.kennis.vandaag


@kruisregel(
    "TR378",
    "S300",
    "Vul de code van een bestaande gemeente in, zoals die gold toen de toewijzing inging.",
    "305,307,315,317,323 Header Ontvanger",
    "301,319,325 Header Afzender",
    "jw319 Woonplaatsbeginsel Gemeente",
    niveau=4,
)
def gemeente_bestaat(groep: Groep, zicht: Zicht) -> bool:
    kennis = zicht.kennis
    if groep.heeft("Gemeente"):
        return not kennis.gemeenten or groep.tekst("Gemeente") in kennis.gemeenten
    gemeente = groep.tekst("Afzender" if zicht.register.bericht.soort.van_gemeente else "Ontvanger")
    return gemeente in (kennis.gemeenten or {kennis.gemeente})


@kruisregel(
    "TR381",
    "S329",
    "Kies een productcode die op de afgesproken lijst bij deze categorie staat.",
    "301 ToegewezenProduct Product/Code",
    "305 StartProduct Product/Code",
    "307 StopProduct Product/Code",
    "315 AangevraagdProduct Product/Code",
    "317 NieuwProduct Product/Code",
    "323 Prestatie ProductCode",
    niveau=4,
)
def product_staat_op_de_lijst(groep: Groep, zicht: Zicht) -> bool:
    producten = zicht.register.kennis.producten
    if producten is None:
        return True
    code = groep.tekst("Product/Code") or groep.tekst("ProductCode")
    categorie = groep.tekst("Product/Categorie") or groep.tekst("ProductCategorie")
    return not code or (categorie, code) in producten


@kruisregel(
    "TR304",
    "8187",
    "Controleer het BSN: van deze cliënt is er bij u geen toewijzing.",
    "317,323,325 Client Bsn",
)
def client_is_bekend(client: Groep, zicht: Zicht) -> bool:
    if zicht.register.bericht.soort.nummer == "325":  # of the invoice that it answers, known or not
        return any(prestatie.bsn == zicht.bsn for prestatie in zicht.kennis.prestaties)
    return zicht.bsn in zicht.register.clienten

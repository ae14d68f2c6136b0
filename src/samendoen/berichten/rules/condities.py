"""Conditions (CD): when an element must be filled, and when it must stay empty."""

from datetime import date

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.regels import Bij, regel

PER_WEEK = "2"
TOLK_TAAL = "1"
TIJDELIJK = "04"
BRP, VERBLIJF = "01", "03"
CREDIT = "C"
EURO = "83"
ZORGVERLENERS = {"02", "03", "04", "05"}
"""Kinds of referrer that have a code of their own: GP, youth doctor, certified institution, specialist."""
AFGEWEZEN, IN_ONDERZOEK = "1", "2"
OUDE_REGELS_TOT_EN_MET = date(2020, 12, 31)
"""What ends after this day, or not at all, follows the rules on volume of release 3.0 and later."""


def loopt_door(einddatum: date | None) -> bool:
    """Tell whether an assignment ends after 2020 or is open."""
    return einddatum is None or einddatum > OUDE_REGELS_TOT_EN_MET


@regel("CD005", "Vul LandCode als Postcode gevuld is, en anders niet.", "301 Adres LandCode")
def land_hoort_bij_postcode(adres: Groep, bij: Bij) -> bool:
    return adres.heeft("Postcode") == adres.heeft(bij.element)


@regel("CD007", "Noem de taal als er een tolk nodig is, en anders niet.", "301 Communicatie Taal")
def taal_hoort_bij_tolk(communicatie: Groep, bij: Bij) -> bool:
    return (communicatie.tekst("Vorm") == TOLK_TAAL) == communicatie.heeft(bij.element)


@regel("CD009", "Geef alleen bij een tijdelijk adres (04) een periode.", "301 Contact Periode")
def periode_alleen_bij_tijdelijk_adres(contact: Groep, bij: Bij) -> bool:
    return contact.tekst("Soort") == TIJDELIJK or not contact.heeft(bij.element)


@regel("CD025", "Geef bij een adres in Nederland het huisnummer.", "301 Adres Huis")
def huis_in_nederland(adres: Groep, bij: Bij) -> bool:
    return adres.tekst("LandCode") != "NL" or adres.heeft(bij.element)


@regel(
    "CD034",
    "Geef bij een BRP-adres (01) of verblijfadres (03) de postcode.",
    "301 Contact Adres/Postcode",
)
def postcode_bij_vast_adres(contact: Groep, bij: Bij) -> bool:
    vast = contact.tekst("Soort") in {BRP, VERBLIJF} and contact.heeft("Adres")
    return not vast or contact.heeft(bij.element)


@regel(
    "CD041",
    "Geef bij een product met een code ook de omvang.",
    *("301 ToegewezenProduct Omvang", "315 AangevraagdProduct Omvang", "317 NieuwProduct Omvang"),
)
def code_vraagt_omvang(product: Groep, bij: Bij) -> bool:
    return not product.heeft("Product/Code") or product.heeft(bij.element)


@regel(
    "CD043",
    "Vul de ingangsdatum van de beschikking als het beschikkingnummer gevuld is, en anders niet.",
    "315 AangevraagdProduct BeschikkingIngangsdatum",
)
def ingangsdatum_hoort_bij_beschikking(product: Groep, bij: Bij) -> bool:
    return product.heeft("BeschikkingNummer") == product.heeft(bij.element)


@regel(
    "CD060",
    "Noem bij een creditprestatie het nummer van de debetprestatie, en bij een debetprestatie niets.",
    "323,325 Prestatie ProductReferentie/VorigReferentieNummer",
)
def credit_noemt_debet(prestatie: Groep, bij: Bij) -> bool:
    return (prestatie.tekst("IngediendBedrag/DebetCredit") == CREDIT) == prestatie.heeft(bij.element)


@regel(
    "CD066",
    "Laat bij deze verwijzer de naam weg: de zorgverlenercode zegt wie het is.",
    "315 Verwijzer Naam",
)
def geen_naam_naast_code(verwijzer: Groep, bij: Bij) -> bool:
    zorgverlener = verwijzer.tekst("Type") in ZORGVERLENERS
    return not (zorgverlener and verwijzer.heeft("ZorgverlenerCode") and verwijzer.heeft(bij.element))


@regel(
    "CD067",
    "Noem de naam van de verwijzer, of liever zijn zorgverlenercode.",
    "315 Verwijzer Naam",
)
def naam_zonder_code(verwijzer: Groep, bij: Bij) -> bool:
    zorgverlener = verwijzer.tekst("Type") in ZORGVERLENERS
    return not zorgverlener or verwijzer.heeft("ZorgverlenerCode") or verwijzer.heeft(bij.element)


@regel(
    "CD068",
    "Laat de zorgverlenercode weg: deze soort verwijzer heeft er geen.",
    "315 Verwijzer ZorgverlenerCode",
)
def code_alleen_van_zorgverlener(verwijzer: Groep, bij: Bij) -> bool:
    return verwijzer.tekst("Type") in ZORGVERLENERS or not verwijzer.heeft(bij.element)


_EINDDATUM = (
    "301 ToegewezenProduct Einddatum",
    "315 AangevraagdProduct ToewijzingEinddatum",
    "317 NieuwProduct Einddatum",
    "317 TeWijzigenProduct Einddatum",
)
_OMVANG = (
    "301 ToegewezenProduct Omvang",
    "315 AangevraagdProduct Omvang",
    "317 NieuwProduct Omvang",
    "317 TeWijzigenProduct Omvang",
)
_BUDGET = tuple(plek.replace("Omvang", "Budget") for plek in _OMVANG)


@regel("CD075", "Geef bij een budget ook de einddatum.", *_EINDDATUM)
def budget_vraagt_einddatum(product: Groep, bij: Bij) -> bool:
    return not product.heeft("Budget") or product.heeft(bij.element)


@regel("CD076", "Geef bij een omvang per week ook de einddatum: zonder is er geen totaal.", *_EINDDATUM)
def week_vraagt_einddatum(product: Groep, bij: Bij) -> bool:
    return product.tekst("Omvang/Frequentie") != PER_WEEK or product.heeft(bij.element)


@regel("CD077", "Laat de omvang weg als er een budget is.", *_OMVANG)
def geen_omvang_naast_budget(product: Groep, bij: Bij) -> bool:
    return not (product.heeft("Budget") and product.heeft(bij.element))


@regel("CD078", "Laat het budget weg als er een omvang is.", *_BUDGET)
def geen_budget_naast_omvang(product: Groep, bij: Bij) -> bool:
    return not (product.heeft("Omvang") and product.heeft(bij.element))


@regel(
    "CD079",
    "Noem het product; alleen met een budget mag het leeg blijven.",
    *("301 ToegewezenProduct Product", "315 AangevraagdProduct Product", "317 NieuwProduct Product"),
)
def product_of_budget(product: Groep, bij: Bij) -> bool:
    return product.heeft("Budget") or product.heeft(bij.element)


_ZONDER_CODE = "Laat de omvang weg als het product geen code heeft, of geef de productcode."


def _geen_omvang_zonder_code(product: Groep, bij: Bij, einde: str) -> bool:
    zonder = not product.heeft("Product/Code") and loopt_door(product.datum(einde))
    return not (zonder and product.heeft(bij.element))


@regel("CD080", _ZONDER_CODE, "301 ToegewezenProduct Omvang")
def toegewezen_omvang_vraagt_code(product: Groep, bij: Bij) -> bool:
    return _geen_omvang_zonder_code(product, bij, "Einddatum")


@regel("CD085", "Geef bij een afwijzing de reden.", "319 Antwoord RedenAfwijzingVerzoek")
def afwijzing_heeft_reden(antwoord: Groep, bij: Bij) -> bool:
    return antwoord.tekst("VerzoekAntwoord") != AFGEWEZEN or antwoord.heeft(bij.element)


@regel(
    "CD086",
    "Laat de reden van afwijzing weg zolang de aanvraag in onderzoek is.",
    "319 Antwoord RedenAfwijzingVerzoek",
)
def onderzoek_heeft_geen_reden(antwoord: Groep, bij: Bij) -> bool:
    return antwoord.tekst("VerzoekAntwoord") != IN_ONDERZOEK or not antwoord.heeft(bij.element)


@regel(
    "CD087",
    "Geef het tarief, behalve als de eenheid euro's is (83): laat het dan weg.",
    "323 Prestatie ProductTarief",
)
def tarief_behalve_bij_euro(prestatie: Groep, bij: Bij) -> bool:
    return (prestatie.tekst("Eenheid") != EURO) == prestatie.heeft(bij.element)


@regel("CD095", _ZONDER_CODE, "315 AangevraagdProduct Omvang")
def aangevraagde_omvang_vraagt_code(product: Groep, bij: Bij) -> bool:
    return _geen_omvang_zonder_code(product, bij, "ToewijzingEinddatum")


@regel("CD096", _ZONDER_CODE, "317 NieuwProduct Omvang")
def nieuwe_omvang_vraagt_code(product: Groep, bij: Bij) -> bool:
    return _geen_omvang_zonder_code(product, bij, "Einddatum")

"""Constraints (CS): which of the values that an element may hold are right in this message."""

import re
from calendar import monthrange
from datetime import date

from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.condities import EURO, loopt_door
from samendoen.berichten.rules.regels import Bij, regel
from samendoen.recht.api import is_bsn

INSPANNING = {"14", "16", "83", "84"}
"""Units that are granted per week, per month or as a total only."""
WEEK_MAAND_OF_TOTAAL = {"2", "4", "6"}
VERWIJDERD, VERVALLEN = "13", "01"
EERSTE, VERWIJDEREN = "1", "3"
EIGEN_NAAM, GEEN_MENS = "1", "6"
MET_PARTNER, ZONDER_PARTNER = {EIGEN_NAAM, "2", "3", "4"}, {EIGEN_NAAM, GEEN_MENS}
"""How a name with, and one without the name of a partner may be used."""
DEBET = "D"
DECLAREREN_VANAF = date(2021, 1, 1)
_POSTCODE = re.compile(r"[1-9][0-9]{3}[a-zA-Z]{2}")
_ONBEKEND = {"1": "-01", "2": "-01-01", "3": "1900-01-01"}
"""What a date of birth ends with when day, day and month, or all of it is unknown."""


@regel(
    "CS002", "Controleer het BSN: het voldoet niet aan de elfproef.", "301,305,307,315,317,323,325 Client Bsn"
)
def bsn_doorstaat_elfproef(client: Groep, bij: Bij) -> bool:
    return is_bsn(client.tekst(bij.element))


def niet_voor(groep: Groep, einde: str, begin: str) -> bool:
    """Tell whether a period does not end before it begins; an open one never does."""
    van, tot = groep.datum(begin), groep.datum(einde)
    return van is None or tot is None or tot >= van


_EERSTE_DAGEN = ("Begindatum", "Ingangsdatum", "ToewijzingIngangsdatum", "GewensteIngangsdatum")
"""What the first day of a period is called; a class has one of them."""


@regel(
    "CS003",
    "Kies een einddatum op of na de eerste dag.",
    "301 Periode Einddatum",
    "301 ToegewezenProduct Einddatum",
    "315 AangevraagdProduct ToewijzingEinddatum",
    "317 NieuwProduct Einddatum",
    "317 TeWijzigenProduct Einddatum",
)
def einde_niet_voor_begin(groep: Groep, bij: Bij) -> bool:
    eerste_dag = next(filter(groep.heeft, _EERSTE_DAGEN), "")
    return not eerste_dag or niet_voor(groep, bij.element, eerste_dag)


@regel(
    "CS050",
    "Kies met een partnernaam 1, 2, 3 of 4, en zonder 1 (of 6 voor een organisatie).",
    "301 Naam NaamGebruik",
)
def naamgebruik_past_bij_partnernaam(naam: Groep, bij: Bij) -> bool:
    return naam.tekst(bij.element) in (MET_PARTNER if naam.heeft("Partnernaam") else ZONDER_PARTNER)


@regel(
    "CS058",
    "Kies 1 (eerste aanlevering) of 3 (verwijderen).",
    *("305 StartProduct StatusAanlevering", "307 StopProduct StatusAanlevering"),
)
def aanleveren_of_verwijderen(product: Groep, bij: Bij) -> bool:
    return product.tekst(bij.element) in {EERSTE, VERWIJDEREN}


@regel("CS089", "Schrijf een Nederlandse postcode als 1234AB.", "301 Adres Postcode")
def postcode_van_nederland(adres: Groep, bij: Bij) -> bool:
    postcode = adres.tekst(bij.element)
    return adres.tekst("LandCode") != "NL" or not postcode or _POSTCODE.fullmatch(postcode) is not None


@regel(
    "CS100",
    "Kies een periode vanaf 1 januari 2021.",
    "323 DeclaratiePeriode Begindatum",
    "323 DeclaratiePeriode Einddatum",
    "323 ProductPeriode Begindatum",
    "323 ProductPeriode Einddatum",
)
def declareren_vanaf_2021(periode: Groep, bij: Bij) -> bool:
    return (periode.datum(bij.element) or DECLAREREN_VANAF) >= DECLAREREN_VANAF


@regel(
    "CS139",
    "Vul voor wat onbekend is 01 in: dag (1), dag en maand (2), of 1900-01-01 (3).",
    "301,305,307,315 Geboortedatum DatumGebruik",
)
def onbekend_deel_van_geboortedatum(geboren: Groep, bij: Bij) -> bool:
    return geboren.tekst("Datum").strip().endswith(_ONBEKEND.get(geboren.tekst(bij.element), ""))


# The Wmo's table names this rule too, but its description of differences leaves it to the Jeugdwet.
@regel("CS318", "Kies een andere waarde dan 6: de cliënt is een mens.", "jw301 Client Naam/NaamGebruik")
def client_is_een_mens(client: Groep, bij: Bij) -> bool:
    return client.tekst(bij.element) != GEEN_MENS


@regel(
    "CS325",
    "Kies D (debet) bij een bedrag van 0.",
    "323 TotaalIngediendBedrag DebetCredit",
    "325 TotaalIngediendBedrag DebetCredit",
    "325 TotaalToegekendBedrag DebetCredit",
    "323,325 IngediendBedrag DebetCredit",
)
def nul_is_debet(bedrag: Groep, bij: Bij) -> bool:
    hoogte = bedrag.getal("Bedrag") or bedrag.getal("TotaalBedrag")
    return bool(hoogte) or bedrag.tekst(bij.element) == DEBET


@regel(
    "CS335",
    "Verwijder een toewijzing (13) door de einddatum gelijk te maken aan de ingangsdatum.",
    "301 ToegewezenProduct RedenWijziging",
)
def verwijderd_eindigt_bij_begin(product: Groep, bij: Bij) -> bool:
    begin, einde = product.datum("Ingangsdatum"), product.datum("Einddatum")
    return product.tekst(bij.element) != VERWIJDERD or begin == einde


@regel("CS336", "Gebruik 13 (verwijderd) in plaats van 01.", "301 ToegewezenProduct RedenWijziging")
def vervallen_bestaat_niet_meer(product: Groep, bij: Bij) -> bool:
    return product.tekst(bij.element) != VERVALLEN


@regel(
    "CS337",
    "Laat de productperiode binnen één kalendermaand vallen: maak per maand een prestatie.",
    "323 ProductPeriode Einddatum",
)
def productperiode_in_een_maand(periode: Groep, bij: Bij) -> bool:
    return periode.tekst("Begindatum").strip()[:7] == periode.tekst(bij.element).strip()[:7]


_FREQUENTIE = "Kies bij deze eenheid de frequentie 2 (week), 4 (maand) of 6 (totaal)."


def _frequentie_past(product: Groep, bij: Bij, einde: str) -> bool:
    let_op = product.tekst("Omvang/Eenheid") in INSPANNING and loopt_door(product.datum(einde))
    return not let_op or product.tekst(bij.element) in WEEK_MAAND_OF_TOTAAL


@regel(
    "CS338",
    _FREQUENTIE,
    "301 ToegewezenProduct Omvang/Frequentie",
    "317 NieuwProduct Omvang/Frequentie",
    "317 TeWijzigenProduct Omvang/Frequentie",
)
def frequentie_past_bij_eenheid(product: Groep, bij: Bij) -> bool:
    return _frequentie_past(product, bij, "Einddatum")


@regel(
    "CS339",
    "Maak bij de eenheid euro's (83) het bedrag gelijk aan het geleverde volume.",
    "323 Prestatie IngediendBedrag/Bedrag",
)
def euro_is_volume(prestatie: Groep, bij: Bij) -> bool:
    euro = prestatie.tekst("Eenheid") == EURO
    return not euro or prestatie.getal("GeleverdVolume") == prestatie.getal(bij.element)


@regel(
    "CS340",
    "Declareer over precies één kalendermaand: van de eerste tot en met de laatste dag.",
    "323 Declaratie DeclaratiePeriode",
)
def declaratie_van_een_maand(declaratie: Groep, bij: Bij) -> bool:
    van = declaratie.datum("DeclaratiePeriode/Begindatum") or date.min
    tot = declaratie.datum("DeclaratiePeriode/Einddatum") or date.max
    zelfde = (van.year, van.month) == (tot.year, tot.month)
    return zelfde and van.day == 1 and tot.day == monthrange(tot.year, tot.month)[1]


@regel("CS343", _FREQUENTIE, "315 AangevraagdProduct Omvang/Frequentie")
def aangevraagde_frequentie_past_bij_eenheid(product: Groep, bij: Bij) -> bool:
    return _frequentie_past(product, bij, "ToewijzingEinddatum")

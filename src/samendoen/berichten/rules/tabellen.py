"""The tables of iWmo and iJw 3.2: types, code lists, classes and messages. Everything else is derived.

A class is one line: its elements in order, as `Name`, or `Name=Type` where the type is called otherwise.
`?` may be left out, `+` repeats, `jw:` stands in the profile jw only. What both profiles share is written
once; an answer ("retour") has no table at all: `soorten` makes it from the message that it answers.
"""

# Release 3.2 of both standards; the same in every message.
VERSIE, SUBVERSIE = "3", "2"
STANDAARDEN = {"wmo": "iwmo", "jw": "ijw"}

# ---- simple types: what text an element may hold (LDT_ in the schemas)

TEKSTEN = {
    "Emailadres": 80, "Huisletter": 1, "HuisnummerToevoeging": 4, "IdentificatieBericht": 12, "Landnummer": 4,
    "Naam": 200, "NaamVerwijzer": 64, "Organisatienaam": 35, "Persoonsid": 20, "Plaatsnaam": 80,
    "Postcode": 8, "ProductCode": 5, "Referentie": 36, "Straatnaam": 24, "Taal": 25, "Voorvoegsel": 10,
}  # fmt: skip
"""Text on one line, with at least one character that is no space, of at most so many characters."""

KORTE_TEKSTEN = {"IdentificatieDeclaratie": 12, "ReferentieNummer": 20}
"""Any text of one to so many characters."""

CIJFERREEKSEN = {"AgbCode": 8, "BurgerServicenummer": 9, "Gemeente": 4}
"""Exactly so many digits."""

GETALLEN = {
    "Bedrag": 8, "Budget": 8, "Huisnummer": 5, "Nummer": 9, "RelatieVolgorde": 2, "TotaalBedrag": 12,
    "Volume": 8,
}  # fmt: skip
"""A whole number from 0 with at most so many digits; amounts are in eurocents."""

LIJSTEN = {
    "AanduidingWoonadres": "NUM061", "AdresSoort": "COD757", "Communicatievorm": "COD747",
    "DatumGebruik": "COD170", "DebetCredit": "COD043", "Eenheid": "WJ756", "Frequentie": "WMO757",
    "Geslacht": "COD046", "JaNee": "COD260", "JuridischeStatus": "WJ232", "LandCode": "COD032",
    "NaamGebruik": "COD700", "ProductCategorie": "020", "RedenAfwijzingVerzoek": "WJ759",
    "RedenBeeindiging": "588", "RedenVerzoek": "WJ758", "RedenWijziging": "002", "RetourCode": "WJ001",
    "SoortRelatie": "COD472", "StatusAanlevering": "COD467", "TypeVerwijzer": "COD327",
    "VerzoekAntwoord": "WJ760", "WettelijkeVertegenwoordiging": "WJ003",
}  # fmt: skip
"""One code of a list. A list with a bare number has its own name, and maybe its own codes, per profile."""

LIJSTNAMEN = {"wmo": "WMO", "jw": "JZ"}
"""What stands before the bare number of a list."""

CODES = {
    "COD032": """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
        BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
        EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
        GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
        KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
        MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
        QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
        TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM
        ZW
    """,
    "COD043": "C D",
    "COD046": "0 1 2",
    "COD170": "1 2 3",
    "COD260": "1 2",
    "COD327": "01 02 03 04 05 06 08",
    "COD467": "1 2 3 9",
    "COD472": "03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
    "COD700": "1 2 3 4 5 6",
    "COD747": "1 2 3",
    "COD757": "01 02 03 04",
    "NUM061": "AB BY TO WW",
    "WJ001": """
        0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308
        9319 9321 9322 9326 9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359
        9360 9361 9365 9366 9367 9369 9373 9374 9375 9379 9384 9385 9387 9388 9389 9390 9411 9412
        9413 9414 9415 S300 S329
    """,
    "WJ003": "06 07 08 09 10",
    "WJ232": "01 02 03 04 05 11 12",
    "WJ756": "01 04 14 16 82 83 84",
    "WJ758": "1 2",
    "WJ759": "1 2 3 4 5 6 7 8 9",
    "WJ760": "1 2",
    "WMO757": "1 2 4 6",
    "WMO002": "01 02 03 04 05 06 07 08 09 10 11 12 13 14",
    "JZ002": "01 02 03 04 05 06 07 08 09 10 11 12 13 14",
    "WMO020": "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18",
    "JZ020": "31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55",
    "WMO588": "02 19 20 21 22 23 31 36 37 38 39",
    "JZ588": "02 20 31 32 33 34 35 36 37 38 39",
}
"""The codes of each list."""

# ---- composite types, shared by all messages (CDT_ in the schemas)

SAMENGESTELD = {
    "Achternaam": "Achternaam=Naam Voorvoegsel?",
    "Adres": "Huis? Postcode? Straatnaam? Plaatsnaam? LandCode?",
    "BedragMetDC": "Bedrag DebetCredit",
    "BerichtIdentificatie": "Identificatie=IdentificatieBericht Dagtekening=Datum",
    "Communicatie": "Vorm=Communicatievorm Taal?",
    "Geboortedatum": "Datum DatumGebruik?",
    "GeslotenPeriode": "Begindatum=Datum Einddatum=Datum",
    "Huis": "Huisnummer Huisletter? HuisnummerToevoeging? AanduidingWoonadres?",
    "Omvang": "Volume Eenheid Frequentie",
    "OpenPeriode": "Begindatum?=Datum Einddatum?=Datum",
    "Product": "Categorie=ProductCategorie Code?=ProductCode",
    "ProductReferentie": "ReferentieNummer VorigReferentieNummer?=ReferentieNummer",
    "Telefoon": "Telefoonnummer Landnummer",
    "Telefoonnummers": "Telefoon01=Telefoon Telefoon02?=Telefoon",
    "TotaalBedragMetDC": "TotaalBedrag DebetCredit",
    "VerkorteNaam": "Geslachtsnaam=Achternaam Voornamen?=Naam Voorletters?",
    "VolledigeNaam": "Geslachtsnaam=Achternaam Partnernaam?=Achternaam Voornamen?=Naam Voorletters? "
    "NaamGebruik",
    "Verwijzer": "Type=TypeVerwijzer Naam?=NaamVerwijzer ZorgverlenerCode?=AgbCode",
    "XsdVersie": "BasisschemaXsdVersie=Versie BerichtXsdVersie=Versie",
}

# ---- messages

KOP = (
    "BerichtCode BerichtVersie BerichtSubversie Afzender={van} Ontvanger={aan} BerichtIdentificatie XsdVersie"
)
KOP_RETOUR = (
    "IdentificatieRetour=IdentificatieBericht DagtekeningRetour=Datum XsltVersie?=Versie "
    "XsdVersieRetour=XsdVersie RetourCodes?"
)
KOP_DECLARATIEANTWOORD = (
    "DeclaratieIdentificatie=BerichtIdentificatie XsltVersie?=Versie XsdVersieDeclaratie=XsdVersie "
    "RetourCodes"
)

_CLIENT = "Bsn=BurgerServicenummer Geboortedatum Geslacht Naam={naam} "
_PERIODE_EN_OMVANG = "Einddatum?=Datum Omvang? Budget?"
_PRESTATIE = (
    "ProductReferentie ToewijzingNummer=Nummer ProductCategorie ProductCode "
    "ProductPeriode=GeslotenPeriode GeleverdVolume=Volume Eenheid ProductTarief?=Bedrag "
    "IngediendBedrag=BedragMetDC"
)
_VERLEEND = (
    "ToewijzingNummer?=Nummer Product? ToewijzingIngangsdatum?=Datum Begindatum=Datum {eind}StatusAanlevering"
)

GEMEENTE, AANBIEDER = "Gemeente", "AgbCode"

BERICHTEN: dict[str, tuple[str, dict[str, str]]] = {
    "301": (
        GEMEENTE,
        {
            "Bericht": "Header Client",
            "Client": _CLIENT.format(naam="VolledigeNaam")
            + "Communicatie? JuridischeStatus? WettelijkeVertegenwoordiging? Commentaar? "
            "Relaties? Contactgegevens ToegewezenProducten",
            "Relaties": "Relatie+",
            "Relatie": "Nummer=Persoonsid Volgorde?=RelatieVolgorde Soort=SoortRelatie Geboortedatum? "
            "Geslacht? Naam=VolledigeNaam Contact",
            "Contactgegevens": "Contact+",
            "Contact": "Soort=AdresSoort Adres? Organisatie?=Organisatienaam Telefoon?=Telefoonnummers "
            "Emailadres? Periode?=OpenPeriode",
            "ToegewezenProducten": "ToegewezenProduct+",
            "ToegewezenProduct": "ToewijzingNummer=Nummer ReferentieAanbieder?=Referentie Product? "
            "Toewijzingsdatum=Datum Toewijzingstijd=Tijd Ingangsdatum=Datum Einddatum?=Datum RedenWijziging? "
            "Omvang? Budget? Commentaar?",
        },
    ),
    "305": (
        AANBIEDER,
        {
            "Bericht": "Header Client",
            "Client": _CLIENT.format(naam="VerkorteNaam") + "StartProducten",
            "StartProducten": "StartProduct+",
            "StartProduct": _VERLEEND.format(eind=""),
        },
    ),
    "307": (
        AANBIEDER,
        {
            "Bericht": "Header Client",
            "Client": _CLIENT.format(naam="VerkorteNaam") + "StopProducten",
            "StopProducten": "StopProduct+",
            "StopProduct": _VERLEEND.format(eind="RedenBeeindiging Einddatum=Datum "),
        },
    ),
    "315": (
        AANBIEDER,
        {
            "Bericht": "Header Client",
            "Client": _CLIENT.format(naam="VerkorteNaam")
            + "jw:GezagsdragerBekend?=JaNee Commentaar? AangevraagdeProducten",
            "AangevraagdeProducten": "AangevraagdProduct+",
            "AangevraagdProduct": "ReferentieAanbieder=Referentie BeschikkingNummer?=Nummer Product? "
            "BeschikkingIngangsdatum?=Datum ToewijzingIngangsdatum=Datum ToewijzingEinddatum?=Datum "
            "Omvang? Budget? Verwijzer Raamcontract?=JaNee Commentaar?",
        },
    ),
    "317": (
        AANBIEDER,
        {
            "Bericht": "Header Client",
            "Client": "Bsn=BurgerServicenummer Verzoek",
            "Verzoek": "ReferentieAanbieder=Referentie RedenVerzoek OngewijzigdeProducten? "
            "TeWijzigenProducten? NieuweProducten?",
            "OngewijzigdeProducten": "OngewijzigdProduct+",
            "OngewijzigdProduct": "ToewijzingNummer=Nummer",
            "TeWijzigenProducten": "TeWijzigenProduct+",
            "TeWijzigenProduct": "ToewijzingNummer=Nummer GewensteIngangsdatum=Datum " + _PERIODE_EN_OMVANG,
            "NieuweProducten": "NieuwProduct+",
            "NieuwProduct": "Product? GewensteIngangsdatum=Datum " + _PERIODE_EN_OMVANG,
        },
    ),
    "319": (
        GEMEENTE,
        {
            "Bericht": "Header Antwoord",
            "Antwoord": "ReferentieAanbieder=Referentie VerzoekAntwoord RedenAfwijzingVerzoek? "
            "jw:Woonplaatsbeginsel?",
            "Woonplaatsbeginsel": "Gemeente",
        },
    ),
    "323": (
        AANBIEDER,
        {
            "Bericht": "Header Declaratie",
            "Declaratie": "DeclaratieNummer DeclaratiePeriode=GeslotenPeriode DeclaratieDagtekening=Datum "
            "TotaalIngediendBedrag=TotaalBedragMetDC Clienten",
            "Clienten": "Client+",
            "Client": "Bsn=BurgerServicenummer Prestaties",
            "Prestaties": "Prestatie+",
            "Prestatie": _PRESTATIE,
        },
    ),
}
"""Per message who sends it and its classes; `Header` is `KOP`."""

DECLARATIEANTWOORD = {
    "Bericht": "Header DeclaratieAntwoord?",
    "DeclaratieAntwoord": "DeclaratieNummer=IdentificatieDeclaratie TotaalIngediendBedrag=TotaalBedragMetDC "
    "TotaalToegekendBedrag=TotaalBedragMetDC Clienten?",
}
"""What a 325 has in place of a 323's `Declaratie`; its clients and prestaties are those of the 323."""

RETOUR = {"301": "302", "305": "306", "307": "308", "315": "316", "317": "318", "319": "320", "323": "325"}
"""Which message answers which."""

BERICHTCODES = {
    "wmo": {
        "301": "414", "302": "415", "305": "418", "306": "419", "307": "420", "308": "421", "315": "444",
        "316": "445", "317": "480", "318": "481", "319": "482", "320": "483", "323": "484", "325": "485",
    },
    "jw": {
        "301": "436", "302": "437", "305": "438", "306": "439", "307": "440", "308": "441", "315": "446",
        "316": "447", "317": "486", "318": "487", "319": "488", "320": "489", "323": "490", "325": "491",
    },
}  # fmt: skip

SLEUTELS = {
    "Client": "Bsn",
    "Contact": "Soort",
    "Relatie": "Nummer",
    "ToegewezenProduct": "ToewijzingNummer",
    "StartProduct": "ToewijzingNummer Product/Categorie Product/Code Begindatum",
    "StopProduct": "ToewijzingNummer Product/Categorie Product/Code Begindatum RedenBeeindiging Einddatum",
    "AangevraagdProduct": "ReferentieAanbieder",
    "Verzoek": "ReferentieAanbieder",
    "OngewijzigdProduct": "ToewijzingNummer",
    "TeWijzigenProduct": "ToewijzingNummer",
    "NieuwProduct": "Product/Categorie Product/Code GewensteIngangsdatum",
    "Declaratie": "DeclaratieNummer",
    "DeclaratieAntwoord": "DeclaratieNummer",
    "Prestatie": "ProductReferentie/ReferentieNummer ProductReferentie/VorigReferentieNummer",
}
"""The logical key of each class: what may not occur twice below the same key (TR101)."""

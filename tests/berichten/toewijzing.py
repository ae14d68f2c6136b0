"""Cases of assignments, starts and stops."""

from tests.berichten.gevallen import (
    A1,
    A2,
    BSN,
    CLIENT,
    CONTACT1,
    CONTACT2,
    GEEN_BSN,
    NIEUW,
    PER_MAAND,
    RELATIE,
    START,
    STOP,
    T1,
    T2,
    TELEFOON,
    WIJZIG,
    Geval,
    geval,
    zonder,
)


def in_elk_productbericht() -> list[Geval]:
    """Rules on a product that is granted, asked or changed: the same four times, on other elements."""
    plekken = [
        ("WMO301", T1, T2, "Ingangsdatum", "Einddatum"),
        ("WMO315", A1, A2, "ToewijzingIngangsdatum", "ToewijzingEinddatum"),
        ("WMO317", WIJZIG, WIJZIG, "GewensteIngangsdatum", "Einddatum"),
        ("WMO317", NIEUW, NIEUW, "GewensteIngangsdatum", "Einddatum"),
    ]
    gevallen = []
    for soort, met_omvang, met_budget, begin, einde in plekken:
        budget = {f"{met_budget}/Omvang": None, f"{met_budget}/Budget": 5}
        if met_budget == NIEUW:
            budget[f"{NIEUW}/Product/Code"] = None
        per_week = {f"{met_omvang}/Omvang/Frequentie": "2"}
        dag = "2025-05-05"
        gevallen += [
            geval("CD075", soort, f"{met_budget}/{einde}", budget | zonder(f"{met_budget}/{einde}"), budget),
            geval(
                *("CD076", soort, f"{met_omvang}/{einde}", per_week | zonder(f"{met_omvang}/{einde}")),
                zonder(f"{met_omvang}/{einde}") | {f"{met_omvang}/Omvang/Frequentie": "4"},
            ),
            geval("CD077", soort, f"{met_omvang}/Omvang", {f"{met_omvang}/Budget": 5}, budget, "CD078"),
            geval("CD078", soort, f"{met_omvang}/Budget", {f"{met_omvang}/Budget": 0}, per_week, "CD077"),
            geval(
                *("CS003", soort, f"{met_omvang}/{einde}"),
                {f"{met_omvang}/{begin}": dag, f"{met_omvang}/{einde}": "2025-05-04"},
                {f"{met_omvang}/{begin}": dag, f"{met_omvang}/{einde}": dag},
            ),
            geval(
                *("CS343" if soort == "WMO315" else "CS338", soort, f"{met_omvang}/Omvang/Frequentie"),
                {f"{met_omvang}/Omvang/Eenheid": "84", f"{met_omvang}/Omvang/Frequentie": "1"},
                {f"{met_omvang}/Omvang/Eenheid": "84", f"{met_omvang}/Omvang/Frequentie": "6"},
            ),
        ]
    return gevallen


def met_een_geboortedatum() -> list[Geval]:
    """Rules on a date of birth: 120 years before the day of the message, and the day itself."""
    geboren = f"{CLIENT}/Geboortedatum"
    gevallen = []
    for soort, te_oud, net_niet, morgen in [
        ("WMO301", "1904-06-02", "1904-06-03", "2024-06-04"),
        ("WMO305", "1904-06-11", "1904-06-12", "2024-06-13"),
        ("WMO307", "1904-09-01", "1904-09-02", "2024-09-03"),
        ("WMO315", "1904-05-26", "1904-05-27", "2024-05-28"),
    ]:
        gevallen += [
            geval(
                "TR002",
                soort,
                f"{geboren}/Datum",
                {geboren: {"Datum": te_oud}},
                {geboren: {"Datum": net_niet}},
            ),
            geval(
                "TR134",
                soort,
                f"{geboren}/Datum",
                {geboren: {"Datum": morgen}},
                {geboren: {"Datum": "2024-05-27"}},
            ),
            geval(
                *(
                    "CS139",
                    soort,
                    f"{geboren}/DatumGebruik",
                    {geboren: {"Datum": "1947-02-01", "DatumGebruik": "2"}},
                ),
                {geboren: {"Datum": "1947-02-01", "DatumGebruik": "1"}},
            ),
            geval("CS002", soort, f"{CLIENT}/Bsn", {f"{CLIENT}/Bsn": GEEN_BSN}, {f"{CLIENT}/Bsn": BSN}),
        ]
    return gevallen


TOEWIJZING = [
    geval(
        *("CD005", "WMO301", f"{CONTACT1}/Adres/LandCode", {f"{CONTACT1}/Adres/LandCode": None}),
        zonder(f"{CONTACT1}/Adres/LandCode", f"{CONTACT1}/Adres/Postcode")
        | {f"{CONTACT1}/Soort": "02", f"{CONTACT1}/Telefoon": TELEFOON},
    ),
    geval(
        *("CD005", "WMO301", f"{CONTACT1}/Adres/LandCode"),
        {f"{CONTACT1}/Soort": "02", f"{CONTACT1}/Telefoon": TELEFOON, f"{CONTACT1}/Adres/Postcode": None},
    ),
    geval(
        *("CD007", "WMO301", f"{CLIENT}/Communicatie/Taal", zonder(f"{CLIENT}/Communicatie/Taal")),
        {f"{CLIENT}/Communicatie": {"Vorm": "3"}},
    ),
    geval("CD007", "JW301", f"{CLIENT}/Communicatie/Taal", {f"{CLIENT}/Communicatie/Vorm": "2"}),
    geval(
        *("CD009", "WMO301", f"{CONTACT2}/Periode", {f"{CONTACT2}/Soort": "02"}),
        {f"{CONTACT2}/Soort": "02", f"{CONTACT2}/Periode": None},
    ),
    geval(
        *("CD025", "WMO301", f"{CONTACT1}/Adres/Huis"),
        {f"{CONTACT1}/Adres/Huis": None, f"{CONTACT1}/Telefoon": TELEFOON},
        {f"{CONTACT1}/Adres": {"Postcode": "B-1000", "LandCode": "BE"}, f"{CONTACT1}/Telefoon": TELEFOON},
    ),
    geval(
        *("CD034", "WMO301", f"{CONTACT1}/Adres/Postcode"),
        {f"{CONTACT1}/Adres": {"Plaatsnaam": "Leerdam"}, f"{CONTACT1}/Telefoon": TELEFOON},
        {f"{CONTACT1}/Soort": "03"},
    ),
    geval("CD041", "WMO301", f"{T1}/Omvang", {f"{T1}/Omvang": None}, {f"{T1}/Omvang/Volume": 4}),
    geval(
        *("CD079", "WMO301", f"{T2}/Product"),
        {f"{T2}/Product": None, f"{T2}/Budget": None, f"{T2}/Einddatum": "2024-06-09"},
        {f"{T2}/Product": None, f"{T2}/Einddatum": "2024-06-09"},
    ),
    geval(
        *("CD080", "WMO301", f"{T2}/Omvang", {f"{T2}/Omvang": PER_MAAND, f"{T2}/Budget": None}),
        {
            f"{T2}/Omvang": PER_MAAND,
            f"{T2}/Budget": None,
            f"{T2}/Ingangsdatum": "2020-01-01",
            f"{T2}/Einddatum": "2020-12-31",
        },
    ),
    geval(
        *(
            "CS003",
            "WMO301",
            f"{CONTACT2}/Periode/Einddatum",
            {f"{CONTACT2}/Periode/Einddatum": "2024-05-31"},
        ),
        {f"{CONTACT2}/Periode/Einddatum": "2024-06-01"},
    ),
    geval("CS050", "WMO301", f"{CLIENT}/Naam/NaamGebruik", zonder(f"{CLIENT}/Naam/Partnernaam")),
    geval(
        *("CS050", "WMO301", f"{RELATIE}/Naam/NaamGebruik", {f"{RELATIE}/Naam/NaamGebruik": "2"}),
        {f"{RELATIE}/Naam/NaamGebruik": "6"},
    ),
    geval(
        *("CS089", "WMO301", f"{CONTACT1}/Adres/Postcode", {f"{CONTACT1}/Adres/Postcode": "4141 ZZ"}),
        {f"{CONTACT1}/Adres/Postcode": "9999zz"},
    ),
    geval(
        *("CS318", "JW301", f"{CLIENT}/Naam/NaamGebruik", {f"{CLIENT}/Naam/NaamGebruik": "6"}),
        {f"{CLIENT}/Naam/NaamGebruik": "1"},
    ),
    geval(
        *("CS335", "WMO301", f"{T2}/RedenWijziging", {f"{T2}/RedenWijziging": "13"}),
        {f"{T2}/RedenWijziging": "13", f"{T2}/Einddatum": "2024-01-01"},
    ),
    geval(
        *("CS336", "WMO301", f"{T2}/RedenWijziging", {f"{T2}/RedenWijziging": "01"}),
        {f"{T2}/RedenWijziging": "14"},
    ),
    geval(
        *("TR006", "WMO301", CONTACT2, {f"{CONTACT2}/Telefoon": None}),
        {
            f"{CONTACT2}/Telefoon": None,
            f"{CONTACT2}/Adres": {"Huis": {"Huisnummer": 1}, "Postcode": "4141ZZ", "LandCode": "NL"},
        },
    ),
    geval("TR061", "WMO301", f"{CLIENT}/Contactgegevens", {CONTACT1: None}, {f"{CONTACT1}/Soort": "02"}),
    geval("TR101", "WMO301", T2, {f"{T2}/ToewijzingNummer": 100001}, {f"{T2}/ToewijzingNummer": 100003}),
    geval(
        *("TR101", "WMO301", CONTACT2, {f"{CONTACT2}/Soort": "01", f"{CONTACT2}/Periode": None}),
        {f"{CONTACT2}/Soort": "02", f"{CONTACT2}/Periode": None},
    ),
    geval(
        *("TR134", "WMO301", f"{T1}/Toewijzingsdatum", {f"{T1}/Toewijzingsdatum": "2024-06-04"}),
        {f"{T1}/Toewijzingsdatum": "2024-05-31"},
    ),
    geval(
        *("TR302", "WMO301", T2, {f"{T2}/Product/Categorie": "01"}),
        {f"{T2}/Product/Categorie": "01", f"{T2}/Einddatum": "2024-06-09"},
    ),
    geval(
        *("TR302", "JW301", T2),
        {f"{T2}/Product/Categorie": "45", f"{T2}/RedenWijziging": "13"},
        {f"{T2}/Product/Categorie": "45", f"{T2}/RedenWijziging": "13", f"{T2}/Ingangsdatum": "2024-12-31"},
        "CS335",
    ),
]

START_EN_STOP = [
    geval(
        *("CS058", "WMO305", f"{START}/StatusAanlevering", {f"{START}/StatusAanlevering": "2"}),
        {f"{START}/StatusAanlevering": "3"},
    ),
    geval(
        *("CS058", "WMO307", f"{STOP}/StatusAanlevering", {f"{STOP}/StatusAanlevering": "9"}),
        {f"{STOP}/StatusAanlevering": "3"},
    ),
    geval(
        *("TR018", "WMO307", f"{STOP}/Einddatum", {f"{STOP}/Einddatum": "2024-06-10"}),
        {f"{STOP}/Einddatum": "2024-06-11"},
    ),
    geval(
        *("TR101", "WMO305", "Client/StartProducten/StartProduct[2]"),
        {START: {"Begindatum": "2024-06-12", "StatusAanlevering": "1"}},
        {START: {"Begindatum": "2024-06-11", "StatusAanlevering": "1"}},
    ),
    geval(
        *("TR101", "WMO307", "Client/StopProducten/StopProduct[2]"),
        {
            "Client/StopProducten/StopProduct": [
                {
                    "Begindatum": "2024-06-11",
                    "RedenBeeindiging": "20",
                    "Einddatum": dag,
                    "StatusAanlevering": "1",
                }
                for dag in ("2024-07-01", "2024-07-01")
            ]
        },
        {
            "Client/StopProducten/StopProduct": [
                {
                    "Begindatum": "2024-06-11",
                    "RedenBeeindiging": "20",
                    "Einddatum": dag,
                    "StatusAanlevering": "1",
                }
                for dag in ("2024-07-01", "2024-07-02")
            ]
        },
    ),
    geval(
        *("TR134", "WMO305", f"{START}/Begindatum", {f"{START}/Begindatum": "2024-06-13"}),
        {f"{START}/Begindatum": "2024-06-10"},
    ),
    geval(
        *("TR134", "WMO307", f"{STOP}/Begindatum"),
        {f"{STOP}/Begindatum": "2024-09-03", f"{STOP}/Einddatum": "2024-09-03"},
        {f"{STOP}/Begindatum": "2024-09-02", f"{STOP}/Einddatum": "2024-09-03"},
    ),
]

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
    return [
        *_product("WMO301", T1, T2, "Ingangsdatum", "Einddatum"),
        *_product("WMO315", A1, A2, "ToewijzingIngangsdatum", "ToewijzingEinddatum"),
        *_product("WMO317", WIJZIG, WIJZIG, "GewensteIngangsdatum", "Einddatum"),
        *_product("WMO317", NIEUW, NIEUW, "GewensteIngangsdatum", "Einddatum"),
    ]


def _product(soort: str, met_omvang: str, met_budget: str, begin: str, einde: str) -> list[Geval]:
    van, tot, omvang = f"{met_omvang}/{begin}", f"{met_omvang}/{einde}", f"{met_omvang}/Omvang"
    frequentie, eenheid, bij_omvang = f"{omvang}/Frequentie", f"{omvang}/Eenheid", f"{met_omvang}/Budget"
    past = "CS343" if soort == "WMO315" else "CS338"
    budget = {f"{met_budget}/Omvang": None, f"{met_budget}/Budget": 5}
    if met_budget == NIEUW:
        budget[f"{NIEUW}/Product/Code"] = None
    zonder_einde, dag = zonder(f"{met_budget}/{einde}"), "2025-05-05"
    return [
        geval("CD075", soort, f"{met_budget}/{einde}", fout=budget | zonder_einde, goed=budget),
        geval("CD076", soort, tot, fout={tot: None, frequentie: "2"}, goed={tot: None, frequentie: "4"}),
        geval("CD077", soort, omvang, fout={bij_omvang: 5}, goed=budget, ook="CD078"),
        geval("CD078", soort, bij_omvang, fout={bij_omvang: 0}, goed={frequentie: "2"}, ook="CD077"),
        geval("CS003", soort, tot, fout={van: dag, tot: "2025-05-04"}, goed={van: dag, tot: dag}),
        geval(
            past,
            soort,
            frequentie,
            fout={eenheid: "84", frequentie: "1"},
            goed={eenheid: "84", frequentie: "6"},
        ),
    ]


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
                fout={geboren: {"Datum": te_oud}},
                goed={geboren: {"Datum": net_niet}},
            ),
            geval(
                "TR134",
                soort,
                f"{geboren}/Datum",
                fout={geboren: {"Datum": morgen}},
                goed={geboren: {"Datum": "2024-05-27"}},
            ),
            geval(
                "CS139",
                soort,
                f"{geboren}/DatumGebruik",
                fout={geboren: {"Datum": "1947-02-01", "DatumGebruik": "2"}},
                goed={geboren: {"Datum": "1947-02-01", "DatumGebruik": "1"}},
            ),
            geval(
                "CS002", soort, f"{CLIENT}/Bsn", fout={f"{CLIENT}/Bsn": GEEN_BSN}, goed={f"{CLIENT}/Bsn": BSN}
            ),
        ]
    return gevallen


TOEWIJZING = [
    geval(
        "CD005",
        "WMO301",
        f"{CONTACT1}/Adres/LandCode",
        fout={f"{CONTACT1}/Adres/LandCode": None},
        goed=zonder(f"{CONTACT1}/Adres/LandCode", f"{CONTACT1}/Adres/Postcode")
        | {f"{CONTACT1}/Soort": "02", f"{CONTACT1}/Telefoon": TELEFOON},
    ),
    geval(
        "CD005",
        "WMO301",
        f"{CONTACT1}/Adres/LandCode",
        fout={
            f"{CONTACT1}/Soort": "02",
            f"{CONTACT1}/Telefoon": TELEFOON,
            f"{CONTACT1}/Adres/Postcode": None,
        },
    ),
    geval(
        "CD007",
        "WMO301",
        f"{CLIENT}/Communicatie/Taal",
        fout=zonder(f"{CLIENT}/Communicatie/Taal"),
        goed={f"{CLIENT}/Communicatie": {"Vorm": "3"}},
    ),
    geval("CD007", "JW301", f"{CLIENT}/Communicatie/Taal", fout={f"{CLIENT}/Communicatie/Vorm": "2"}),
    geval(
        "CD009",
        "WMO301",
        f"{CONTACT2}/Periode",
        fout={f"{CONTACT2}/Soort": "02"},
        goed={f"{CONTACT2}/Soort": "02", f"{CONTACT2}/Periode": None},
    ),
    geval(
        "CD025",
        "WMO301",
        f"{CONTACT1}/Adres/Huis",
        fout={f"{CONTACT1}/Adres/Huis": None, f"{CONTACT1}/Telefoon": TELEFOON},
        goed={
            f"{CONTACT1}/Adres": {"Postcode": "B-1000", "LandCode": "BE"},
            f"{CONTACT1}/Telefoon": TELEFOON,
        },
    ),
    geval(
        "CD034",
        "WMO301",
        f"{CONTACT1}/Adres/Postcode",
        fout={f"{CONTACT1}/Adres": {"Plaatsnaam": "Leerdam"}, f"{CONTACT1}/Telefoon": TELEFOON},
        goed={f"{CONTACT1}/Soort": "03"},
    ),
    geval("CD041", "WMO301", f"{T1}/Omvang", fout={f"{T1}/Omvang": None}, goed={f"{T1}/Omvang/Volume": 4}),
    geval(
        "CD079",
        "WMO301",
        f"{T2}/Product",
        fout={f"{T2}/Product": None, f"{T2}/Budget": None, f"{T2}/Einddatum": "2024-06-09"},
        goed={f"{T2}/Product": None, f"{T2}/Einddatum": "2024-06-09"},
    ),
    geval(
        "CD080",
        "WMO301",
        f"{T2}/Omvang",
        fout={f"{T2}/Omvang": PER_MAAND, f"{T2}/Budget": None},
        goed={
            f"{T2}/Omvang": PER_MAAND,
            f"{T2}/Budget": None,
            f"{T2}/Ingangsdatum": "2020-01-01",
            f"{T2}/Einddatum": "2020-12-31",
        },
    ),
    geval(
        "CS003",
        "WMO301",
        f"{CONTACT2}/Periode/Einddatum",
        fout={f"{CONTACT2}/Periode/Einddatum": "2024-05-31"},
        goed={f"{CONTACT2}/Periode/Einddatum": "2024-06-01"},
    ),
    geval("CS050", "WMO301", f"{CLIENT}/Naam/NaamGebruik", fout=zonder(f"{CLIENT}/Naam/Partnernaam")),
    geval(
        "CS050",
        "WMO301",
        f"{RELATIE}/Naam/NaamGebruik",
        fout={f"{RELATIE}/Naam/NaamGebruik": "2"},
        goed={f"{RELATIE}/Naam/NaamGebruik": "6"},
    ),
    geval(
        "CS089",
        "WMO301",
        f"{CONTACT1}/Adres/Postcode",
        fout={f"{CONTACT1}/Adres/Postcode": "4141 ZZ"},
        goed={f"{CONTACT1}/Adres/Postcode": "9999zz"},
    ),
    geval(
        "CS318",
        "JW301",
        f"{CLIENT}/Naam/NaamGebruik",
        fout={f"{CLIENT}/Naam/NaamGebruik": "6"},
        goed={f"{CLIENT}/Naam/NaamGebruik": "1"},
    ),
    geval(
        "CS335",
        "WMO301",
        f"{T2}/RedenWijziging",
        fout={f"{T2}/RedenWijziging": "13"},
        goed={f"{T2}/RedenWijziging": "13", f"{T2}/Einddatum": "2024-01-01"},
    ),
    geval(
        "CS336",
        "WMO301",
        f"{T2}/RedenWijziging",
        fout={f"{T2}/RedenWijziging": "01"},
        goed={f"{T2}/RedenWijziging": "14"},
    ),
    geval(
        "TR006",
        "WMO301",
        CONTACT2,
        fout={f"{CONTACT2}/Telefoon": None},
        goed={
            f"{CONTACT2}/Telefoon": None,
            f"{CONTACT2}/Adres": {"Huis": {"Huisnummer": 1}, "Postcode": "4141ZZ", "LandCode": "NL"},
        },
    ),
    geval(
        "TR061",
        "WMO301",
        f"{CLIENT}/Contactgegevens",
        fout={CONTACT1: None},
        goed={f"{CONTACT1}/Soort": "02"},
    ),
    geval(
        "TR101",
        "WMO301",
        T2,
        fout={f"{T2}/ToewijzingNummer": 100001},
        goed={f"{T2}/ToewijzingNummer": 100003},
    ),
    geval(
        "TR101",
        "WMO301",
        CONTACT2,
        fout={f"{CONTACT2}/Soort": "01", f"{CONTACT2}/Periode": None},
        goed={f"{CONTACT2}/Soort": "02", f"{CONTACT2}/Periode": None},
    ),
    geval(
        "TR134",
        "WMO301",
        f"{T1}/Toewijzingsdatum",
        fout={f"{T1}/Toewijzingsdatum": "2024-06-04"},
        goed={f"{T1}/Toewijzingsdatum": "2024-05-31"},
    ),
    geval(
        "TR302",
        "WMO301",
        T1,
        fout={f"{T2}/Product/Categorie": "01"},
        goed={f"{T2}/Product/Categorie": "01", f"{T2}/Einddatum": "2024-06-09"},
    ),
    geval(
        "TR302",
        "JW301",
        T1,
        fout={f"{T2}/Product/Categorie": "45", f"{T2}/RedenWijziging": "13"},
        goed={
            f"{T2}/Product/Categorie": "45",
            f"{T2}/RedenWijziging": "13",
            f"{T2}/Ingangsdatum": "2024-12-31",
        },
        ook="CS335",
    ),
]

START_EN_STOP = [
    geval(
        "CS058",
        "WMO305",
        f"{START}/StatusAanlevering",
        fout={f"{START}/StatusAanlevering": "2"},
        goed={f"{START}/StatusAanlevering": "3"},
    ),
    geval(
        "CS058",
        "WMO307",
        f"{STOP}/StatusAanlevering",
        fout={f"{STOP}/StatusAanlevering": "9"},
        goed={f"{STOP}/StatusAanlevering": "3"},
    ),
    geval(
        "TR018",
        "WMO307",
        f"{STOP}/Einddatum",
        fout={f"{STOP}/Einddatum": "2024-06-10"},
        goed={f"{STOP}/Einddatum": "2024-06-11"},
    ),
    geval(
        "TR101",
        "WMO305",
        "Client/StartProducten/StartProduct[2]",
        fout={START: {"Begindatum": "2024-06-12", "StatusAanlevering": "1"}},
        goed={START: {"Begindatum": "2024-06-11", "StatusAanlevering": "1"}},
    ),
    geval(
        "TR101",
        "WMO307",
        "Client/StopProducten/StopProduct[2]",
        fout={
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
        goed={
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
        "TR134",
        "WMO305",
        f"{START}/Begindatum",
        fout={f"{START}/Begindatum": "2024-06-13"},
        goed={f"{START}/Begindatum": "2024-06-10"},
    ),
    geval(
        "TR134",
        "WMO307",
        f"{STOP}/Begindatum",
        fout={f"{STOP}/Begindatum": "2024-09-03", f"{STOP}/Einddatum": "2024-09-03"},
        goed={f"{STOP}/Begindatum": "2024-09-02", f"{STOP}/Einddatum": "2024-09-03"},
    ),
]

"""Cases of requests and their answers."""

from tests.berichten.gevallen import A1, A2, BSN, CLIENT, GEEN_BSN, NIEUW, PER_MAAND, VERZOEK, geval, zonder

VERZOEKEN = [
    geval("CD041", "WMO315", f"{A1}/Omvang", {f"{A1}/Omvang": None}, {f"{A1}/Omvang": PER_MAAND}),
    geval("CD041", "WMO317", f"{NIEUW}/Omvang", {f"{NIEUW}/Omvang": None}, {f"{NIEUW}/Omvang": PER_MAAND}),
    geval(
        *("CD043", "WMO315", f"{A1}/BeschikkingIngangsdatum", {f"{A1}/BeschikkingIngangsdatum": None}),
        zonder(f"{A1}/BeschikkingIngangsdatum", f"{A1}/BeschikkingNummer"),
    ),
    geval("CD043", "WMO315", f"{A1}/BeschikkingIngangsdatum", {f"{A1}/BeschikkingNummer": None}),
    geval(
        *("CD066", "WMO315", f"{A1}/Verwijzer/Naam", {f"{A1}/Verwijzer/Naam": "Huisarts Proef"}),
        {f"{A1}/Verwijzer": {"Type": "02", "Naam": "Huisarts Proef"}},
    ),
    geval(
        *("CD067", "WMO315", f"{A1}/Verwijzer/Naam", {f"{A1}/Verwijzer": {"Type": "05"}}),
        {f"{A1}/Verwijzer": {"Type": "05", "Naam": "Specialist Proef"}},
    ),
    geval(
        *("CD068", "WMO315", f"{A2}/Verwijzer/ZorgverlenerCode"),
        {f"{A2}/Verwijzer/ZorgverlenerCode": "01012345"},
        {f"{A2}/Verwijzer": {"Type": "04", "ZorgverlenerCode": "01012345"}},
    ),
    geval(
        *("CD079", "WMO315", f"{A2}/Product"),
        {
            A2: {
                **(generiek := {"ReferentieAanbieder": "V-9", "Verwijzer": {"Type": "06"}}),
                "ToewijzingIngangsdatum": "2026-01-01",
            }
        },
        {
            A2: {
                **generiek,
                "ToewijzingIngangsdatum": "2026-01-01",
                "ToewijzingEinddatum": "2026-02-01",
                "Budget": 5,
            }
        },
    ),
    geval(
        *("CD079", "WMO317", f"{NIEUW}/Product", zonder(f"{NIEUW}/Product", f"{NIEUW}/Omvang")),
        zonder(f"{NIEUW}/Product", f"{NIEUW}/Omvang") | {f"{NIEUW}/Budget": 5},
    ),
    geval(
        *("CD095", "WMO315", f"{A2}/Omvang", {f"{A2}/Omvang": PER_MAAND, f"{A2}/Budget": None}),
        {f"{A2}/Omvang": PER_MAAND, f"{A2}/Budget": None, f"{A2}/Product/Code": "02A01"},
    ),
    geval(
        *("CD096", "WMO317", f"{NIEUW}/Omvang", {f"{NIEUW}/Product/Code": None}),
        {f"{NIEUW}/Product/Code": "07A12"},
    ),
    geval("CS002", "WMO317", f"{CLIENT}/Bsn", {f"{CLIENT}/Bsn": GEEN_BSN}, {f"{CLIENT}/Bsn": BSN}),
    geval(
        *("TR101", "WMO315", A2, {f"{A2}/ReferentieAanbieder": "VOT-2024-0007"}),
        *({f"{A2}/ReferentieAanbieder": "VOT-2024-0009"}, "TR383"),
    ),
    geval(
        *("TR101", "WMO317", f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]"),
        {f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer": 100002},
        {f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer": 100003},
    ),
    geval(
        *(
            "TR352",
            "WMO317",
            VERZOEK,
            zonder(f"{VERZOEK}/OngewijzigdeProducten", f"{VERZOEK}/TeWijzigenProducten"),
        ),
        zonder(f"{VERZOEK}/TeWijzigenProducten"),
    ),
    geval(
        *("TR353", "WMO317", VERZOEK, zonder(f"{VERZOEK}/TeWijzigenProducten", f"{VERZOEK}/NieuweProducten")),
        zonder(f"{VERZOEK}/NieuweProducten"),
    ),
    geval(
        *(
            "TR380",
            "WMO317",
            f"{NIEUW}/GewensteIngangsdatum",
            {f"{NIEUW}/GewensteIngangsdatum": "2024-08-05"},
        ),
        {f"{NIEUW}/GewensteIngangsdatum": "2024-08-06"},
    ),
    geval(
        *("TR383", "WMO315", f"{A2}/ReferentieAanbieder", {f"{A2}/ReferentieAanbieder": "VOT-2024-0007"}),
        *({f"{A2}/ReferentieAanbieder": "VOT-2024-0010"}, "TR101"),
    ),
    geval(
        *("TR386", "WMO315", A2, {f"{A2}/Product/Categorie": "01"}),
        {
            f"{A2}/Product/Categorie": "01",
            f"{A2}/ToewijzingIngangsdatum": "2025-06-09",
            f"{A2}/ToewijzingEinddatum": "2025-12-31",
        },
    ),
    geval(
        *("TR410", "WMO317", f"{VERZOEK}/NieuweProducten/NieuwProduct[2]"),
        {
            f"{VERZOEK}/NieuweProducten/NieuwProduct[2]": {
                "Product": {"Categorie": "07", "Code": "07A11"},
                "GewensteIngangsdatum": "2025-09-01",
                "Omvang": PER_MAAND,
            }
        },
        {
            f"{VERZOEK}/NieuweProducten/NieuwProduct[2]": {
                "Product": {"Categorie": "07", "Code": "07A11"},
                "GewensteIngangsdatum": "2025-09-02",
                "Omvang": PER_MAAND,
            }
        },
    ),
    geval(
        *("CD085", "WMO319", "Antwoord/RedenAfwijzingVerzoek", {"Antwoord/RedenAfwijzingVerzoek": None}),
        {"Antwoord/RedenAfwijzingVerzoek": "7"},
    ),
    geval(
        *("CD086", "WMO319", "Antwoord/RedenAfwijzingVerzoek", {"Antwoord/VerzoekAntwoord": "2"}),
        {"Antwoord/VerzoekAntwoord": "2", "Antwoord/RedenAfwijzingVerzoek": None},
    ),
    geval(
        *("TR377", "JW319", "Antwoord/Woonplaatsbeginsel", {"Antwoord/Woonplaatsbeginsel": None}),
        {"Antwoord/Woonplaatsbeginsel/Gemeente": "1961"},
    ),
    geval(
        *("TR409", "JW319", "Antwoord/Woonplaatsbeginsel", {"Antwoord/RedenAfwijzingVerzoek": "5"}),
        {"Antwoord/RedenAfwijzingVerzoek": "5", "Antwoord/Woonplaatsbeginsel": None},
    ),
]

"""Cases of requests and their answers."""

from tests.berichten.gevallen import A1, A2, BSN, CLIENT, GEEN_BSN, NIEUW, PER_MAAND, VERZOEK, geval, zonder

VERZOEKEN = [
    geval("CD041", "WMO315", f"{A1}/Omvang", fout={f"{A1}/Omvang": None}, goed={f"{A1}/Omvang": PER_MAAND}),
    geval(
        "CD041",
        "WMO317",
        f"{NIEUW}/Omvang",
        fout={f"{NIEUW}/Omvang": None},
        goed={f"{NIEUW}/Omvang": PER_MAAND},
    ),
    geval(
        "CD043",
        "WMO315",
        f"{A1}/BeschikkingIngangsdatum",
        fout={f"{A1}/BeschikkingIngangsdatum": None},
        goed=zonder(f"{A1}/BeschikkingIngangsdatum", f"{A1}/BeschikkingNummer"),
    ),
    geval("CD043", "WMO315", f"{A1}/BeschikkingIngangsdatum", fout={f"{A1}/BeschikkingNummer": None}),
    geval(
        "CD066",
        "WMO315",
        f"{A1}/Verwijzer/Naam",
        fout={f"{A1}/Verwijzer/Naam": "Huisarts Proef"},
        goed={f"{A1}/Verwijzer": {"Type": "02", "Naam": "Huisarts Proef"}},
    ),
    geval(
        "CD067",
        "WMO315",
        f"{A1}/Verwijzer/Naam",
        fout={f"{A1}/Verwijzer": {"Type": "05"}},
        goed={f"{A1}/Verwijzer": {"Type": "05", "Naam": "Specialist Proef"}},
    ),
    geval(
        "CD068",
        "WMO315",
        f"{A2}/Verwijzer/ZorgverlenerCode",
        fout={f"{A2}/Verwijzer/ZorgverlenerCode": "01012345"},
        goed={f"{A2}/Verwijzer": {"Type": "04", "ZorgverlenerCode": "01012345"}},
    ),
    geval(
        "CD079",
        "WMO315",
        f"{A2}/Product",
        fout={
            A2: {
                **(generiek := {"ReferentieAanbieder": "V-9", "Verwijzer": {"Type": "06"}}),
                "ToewijzingIngangsdatum": "2026-01-01",
            }
        },
        goed={
            A2: {
                **generiek,
                "ToewijzingIngangsdatum": "2026-01-01",
                "ToewijzingEinddatum": "2026-02-01",
                "Budget": 5,
            }
        },
    ),
    geval(
        "CD079",
        "WMO317",
        f"{NIEUW}/Product",
        fout=zonder(f"{NIEUW}/Product", f"{NIEUW}/Omvang"),
        goed=zonder(f"{NIEUW}/Product", f"{NIEUW}/Omvang") | {f"{NIEUW}/Budget": 5},
    ),
    geval(
        "CD095",
        "WMO315",
        f"{A2}/Omvang",
        fout={f"{A2}/Omvang": PER_MAAND, f"{A2}/Budget": None},
        goed={f"{A2}/Omvang": PER_MAAND, f"{A2}/Budget": None, f"{A2}/Product/Code": "02A01"},
    ),
    geval(
        "CD096",
        "WMO317",
        f"{NIEUW}/Omvang",
        fout={f"{NIEUW}/Product/Code": None},
        goed={f"{NIEUW}/Product/Code": "07A12"},
    ),
    geval("CS002", "WMO317", f"{CLIENT}/Bsn", fout={f"{CLIENT}/Bsn": GEEN_BSN}, goed={f"{CLIENT}/Bsn": BSN}),
    geval(
        "TR101",
        "WMO315",
        A2,
        fout={f"{A2}/ReferentieAanbieder": "VOT-2024-0007"},
        goed={f"{A2}/ReferentieAanbieder": "VOT-2024-0009"},
        ook="TR383",
    ),
    geval(
        "TR101",
        "WMO317",
        f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]",
        fout={f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer": 100002},
        goed={f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]/ToewijzingNummer": 100003},
    ),
    geval(
        "TR352",
        "WMO317",
        VERZOEK,
        fout=zonder(f"{VERZOEK}/OngewijzigdeProducten", f"{VERZOEK}/TeWijzigenProducten"),
        goed=zonder(f"{VERZOEK}/TeWijzigenProducten"),
    ),
    geval(
        "TR353",
        "WMO317",
        VERZOEK,
        fout=zonder(f"{VERZOEK}/TeWijzigenProducten", f"{VERZOEK}/NieuweProducten"),
        goed=zonder(f"{VERZOEK}/NieuweProducten"),
    ),
    geval(
        "TR380",
        "WMO317",
        f"{NIEUW}/GewensteIngangsdatum",
        fout={f"{NIEUW}/GewensteIngangsdatum": "2024-08-05"},
        goed={f"{NIEUW}/GewensteIngangsdatum": "2024-08-06"},
    ),
    geval(
        "TR383",
        "WMO315",
        f"{A2}/ReferentieAanbieder",
        fout={f"{A2}/ReferentieAanbieder": "VOT-2024-0007"},
        goed={f"{A2}/ReferentieAanbieder": "VOT-2024-0010"},
        ook="TR101",
    ),
    geval(
        "TR386",
        "WMO315",
        A2,
        fout={f"{A2}/Product/Categorie": "01"},
        goed={
            f"{A2}/Product/Categorie": "01",
            f"{A2}/ToewijzingIngangsdatum": "2025-06-09",
            f"{A2}/ToewijzingEinddatum": "2025-12-31",
        },
    ),
    geval(
        "TR410",
        "WMO317",
        f"{VERZOEK}/NieuweProducten/NieuwProduct[2]",
        fout={
            f"{VERZOEK}/NieuweProducten/NieuwProduct[2]": {
                "Product": {"Categorie": "07", "Code": "07A11"},
                "GewensteIngangsdatum": "2025-09-01",
                "Omvang": PER_MAAND,
            }
        },
        goed={
            f"{VERZOEK}/NieuweProducten/NieuwProduct[2]": {
                "Product": {"Categorie": "07", "Code": "07A11"},
                "GewensteIngangsdatum": "2025-09-02",
                "Omvang": PER_MAAND,
            }
        },
    ),
    geval(
        "CD085",
        "WMO319",
        "Antwoord/RedenAfwijzingVerzoek",
        fout={"Antwoord/RedenAfwijzingVerzoek": None},
        goed={"Antwoord/RedenAfwijzingVerzoek": "7"},
    ),
    geval(
        "CD086",
        "WMO319",
        "Antwoord/RedenAfwijzingVerzoek",
        fout={"Antwoord/VerzoekAntwoord": "2"},
        goed={"Antwoord/VerzoekAntwoord": "2", "Antwoord/RedenAfwijzingVerzoek": None},
    ),
    geval(
        "TR377",
        "JW319",
        "Antwoord/Woonplaatsbeginsel",
        fout={"Antwoord/Woonplaatsbeginsel": None},
        goed={"Antwoord/Woonplaatsbeginsel/Gemeente": "1961"},
    ),
    geval(
        "TR409",
        "JW319",
        "Antwoord/Woonplaatsbeginsel",
        fout={"Antwoord/RedenAfwijzingVerzoek": "5"},
        goed={"Antwoord/RedenAfwijzingVerzoek": "5", "Antwoord/Woonplaatsbeginsel": None},
    ),
]

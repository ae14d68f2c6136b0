"""Cases of invoices and their answers."""

from typing import Any

from tests.berichten.gevallen import (
    AFGEWEZEN,
    ANTWOORD,
    BSN,
    CLIENTEN,
    DAG,
    GEEN_BSN,
    NUL_CREDIT,
    NUL_DEBET,
    P1,
    P2,
    P3,
    TOTAAL,
    geval,
)

_VORIG = "ProductReferentie/VorigReferentieNummer"


def periode(prestatie: str, van: str, tot: str) -> dict[str, Any]:
    return {f"{prestatie}/ProductPeriode": {"Begindatum": van, "Einddatum": tot}}


def nog_een(van: str, tot: str) -> dict[str, Any]:
    """Return a second prestatie of the first client, like the first, in another period."""
    return {
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]": {
            "ProductReferentie": {"ReferentieNummer": "P-0009"},
            "ToewijzingNummer": 100001,
            "ProductCategorie": "01",
            "ProductCode": "01A01",
            "ProductPeriode": {"Begindatum": van, "Einddatum": tot},
            "GeleverdVolume": 0,
            "Eenheid": "04",
            "ProductTarief": 3900,
            "IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"},
        }
    }


DECLARATIE = [
    geval(
        "CD060", "WMO323", f"{P2}/{_VORIG}", fout={f"{P2}/{_VORIG}": None}, goed={f"{P2}/{_VORIG}": "O-0078"}
    ),
    geval("CD060", "JW323", f"{P3}/{_VORIG}", fout={f"{P3}/{_VORIG}": "O-0078"}),
    geval(
        "CD087",
        "WMO323",
        f"{P1}/ProductTarief",
        fout={f"{P1}/ProductTarief": None},
        goed={f"{P1}/ProductTarief": 1},
    ),
    geval("CD087", "JW323", f"{P3}/ProductTarief", fout={f"{P3}/ProductTarief": 1}),
    geval(
        "CS002",
        "WMO323",
        f"{CLIENTEN}[1]/Bsn",
        fout={f"{CLIENTEN}[1]/Bsn": GEEN_BSN},
        goed={f"{CLIENTEN}[1]/Bsn": BSN},
    ),
    *(
        geval(
            "CS100",
            "WMO323",
            f"{plek}/{dag}",
            fout={plek: {"Begindatum": "2020-12-01", "Einddatum": "2020-12-31"}},
            goed={plek: {"Begindatum": "2021-01-01", "Einddatum": "2021-01-31"}},
        )
        for plek in ("Declaratie/DeclaratiePeriode", f"{P1}/ProductPeriode")
        for dag in ("Begindatum", "Einddatum")
    ),
    geval(
        "CS325",
        "WMO323",
        f"{TOTAAL}/DebetCredit",
        fout={TOTAAL: NUL_CREDIT, f"{P1}/IngediendBedrag/Bedrag": 0},
        goed={TOTAAL: NUL_DEBET, f"{P1}/IngediendBedrag/Bedrag": 0},
    ),
    geval(
        "CS325",
        "WMO323",
        f"{P1}/IngediendBedrag/DebetCredit",
        fout={
            TOTAAL: NUL_DEBET,
            f"{P1}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "C"},
            f"{P1}/{_VORIG}": "O-0001",
        },
        goed={TOTAAL: NUL_DEBET, f"{P1}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"}},
    ),
    geval(
        "CS337",
        "WMO323",
        f"{P3}/ProductPeriode/Einddatum",
        fout=periode(P3, "2024-06-10", "2024-07-01"),
        goed=periode(P3, "2024-06-10", "2024-06-29"),
    ),
    geval(
        "CS339",
        "WMO323",
        f"{P3}/IngediendBedrag/Bedrag",
        fout={f"{P3}/IngediendBedrag/Bedrag": 20001, f"{TOTAAL}/TotaalBedrag": 50701},
        goed={
            f"{P3}/IngediendBedrag/Bedrag": 20001,
            f"{P3}/GeleverdVolume": 20001,
            f"{TOTAAL}/TotaalBedrag": 50701,
        },
    ),
    *(
        geval(
            "CS340",
            "WMO323",
            "Declaratie/DeclaratiePeriode",
            fout={"Declaratie/DeclaratiePeriode": {"Begindatum": van, "Einddatum": tot}},
            goed={"Declaratie/DeclaratiePeriode": {"Begindatum": "2024-02-01", "Einddatum": "2024-02-29"}},
        )
        for van, tot in (
            ("2024-02-01", "2024-02-28"),
            ("2024-02-02", "2024-02-29"),
            ("2024-06-01", "2024-07-31"),
        )
    ),
    geval(
        "TR101",
        "WMO323",
        f"{CLIENTEN}[2]",
        fout={f"{CLIENTEN}[2]/Bsn": "999990019"},
        goed={f"{CLIENTEN}[2]/Bsn": "999990056"},
    ),
    geval(
        "TR134",
        "WMO323",
        f"{P1}/ProductPeriode/Begindatum",
        fout=periode(P1, "2024-08-06", "2024-08-31"),
        goed=periode(P1, "2024-08-05", "2024-08-05"),
        ook="TR137",
    ),
    geval(
        "TR137",
        "WMO323",
        f"{P1}/ProductPeriode/Einddatum",
        fout=periode(P1, "2024-08-01", "2024-08-06"),
        goed=periode(P1, "2024-08-01", "2024-08-05"),
    ),
    geval(
        "TR137",
        "JW323",
        f"{P1}/ProductPeriode/Einddatum",
        fout=periode(P1, "2024-07-31", "2024-07-30"),
        goed=periode(P1, "2024-07-30", "2024-07-30"),
    ),
    geval(
        "TR315",
        "WMO323",
        f"{P3}/{_VORIG}",
        fout={
            f"{P3}/IngediendBedrag/DebetCredit": "C",
            f"{P3}/{_VORIG}": "O-0077",
            f"{TOTAAL}/TotaalBedrag": 10700,
        },
        goed={
            f"{P3}/IngediendBedrag/DebetCredit": "C",
            f"{P3}/{_VORIG}": "O-0078",
            f"{TOTAAL}/TotaalBedrag": 10700,
        },
    ),
    geval(
        "TR316",
        "WMO323",
        f"{P2}/{_VORIG}",
        fout={f"{P2}/{_VORIG}": "P-0003"},
        goed={f"{P2}/{_VORIG}": "O-0003"},
    ),
    geval(
        "TR335",
        "WMO323",
        f"{P1}/ProductPeriode/Einddatum",
        fout={DAG: "2028-02-29", "Declaratie/DeclaratieDagtekening": "2028-02-29"}
        | periode(P1, "2023-02-01", "2023-02-27"),
        goed={DAG: "2028-02-29", "Declaratie/DeclaratieDagtekening": "2028-02-29"}
        | periode(P1, "2023-02-01", "2023-02-28"),
    ),
    geval(
        "TR358",
        "WMO323",
        TOTAAL,
        fout={f"{TOTAAL}/TotaalBedrag": 90700},
        goed={
            TOTAAL: {"TotaalBedrag": 20000, "DebetCredit": "C"},
            f"{P1}/IngediendBedrag/Bedrag": 0,
            f"{P3}/IngediendBedrag/Bedrag": 0,
            f"{P3}/GeleverdVolume": 0,
        },
    ),
    geval(
        "TR416",
        "WMO323",
        f"{CLIENTEN}[1]/Prestaties/Prestatie[2]",
        fout=nog_een("2024-07-01", "2024-07-31"),
        goed=nog_een("2024-06-10", "2024-06-30"),
    ),
]

_TOEGEKEND, _INGEDIEND = f"{ANTWOORD}/TotaalToegekendBedrag", f"{ANTWOORD}/TotaalIngediendBedrag"
_NIETS_AFGEWEZEN = {f"{ANTWOORD}/Clienten": None}


def onbekend(bsn: str) -> dict[str, Any]:
    """Return a client whom nobody knows, with a prestatie of nothing."""
    prestatie = {
        "ProductReferentie": {"ReferentieNummer": "P-0010"},
        "ToewijzingNummer": 100044,
        "ProductCategorie": "07",
        "ProductCode": "07A83",
        "ProductPeriode": {"Begindatum": "2024-06-10", "Einddatum": "2024-06-30"},
        "GeleverdVolume": 0,
        "Eenheid": "83",
        "IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"},
        "RetourCodes": {"RetourCode": "0233"},
    }
    return {"Bsn": bsn, "Prestaties": {"Prestatie": prestatie}, "RetourCodes": {"RetourCode": "8187"}}


DECLARATIEANTWOORD = [
    geval(
        "CD060",
        "WMO325",
        f"{AFGEWEZEN}/{_VORIG}",
        fout={f"{AFGEWEZEN}/{_VORIG}": "O-0001"},
        goed={
            f"{AFGEWEZEN}/{_VORIG}": "O-0001",
            f"{AFGEWEZEN}/IngediendBedrag/DebetCredit": "C",
            f"{_TOEGEKEND}/TotaalBedrag": 70700,
        },
    ),
    geval(
        "CS002",
        "WMO325",
        f"{ANTWOORD}/Clienten/Client[1]/Bsn",
        fout={f"{ANTWOORD}/Clienten/Client[1]/Bsn": GEEN_BSN},
        goed={f"{ANTWOORD}/Clienten/Client[1]/Bsn": BSN},
    ),
    geval(
        "CS325",
        "WMO325",
        f"{_INGEDIEND}/DebetCredit",
        fout=_NIETS_AFGEWEZEN | {_INGEDIEND: NUL_CREDIT, _TOEGEKEND: NUL_DEBET},
        goed=_NIETS_AFGEWEZEN | {_INGEDIEND: NUL_DEBET, _TOEGEKEND: NUL_DEBET},
    ),
    geval(
        "CS325",
        "WMO325",
        f"{_TOEGEKEND}/DebetCredit",
        fout={f"{_INGEDIEND}/TotaalBedrag": 20000, _TOEGEKEND: NUL_CREDIT},
        goed={f"{_INGEDIEND}/TotaalBedrag": 20000, _TOEGEKEND: NUL_DEBET},
    ),
    geval(
        "CS325",
        "WMO325",
        f"{AFGEWEZEN}/IngediendBedrag/DebetCredit",
        fout={
            f"{_TOEGEKEND}/TotaalBedrag": 50700,
            f"{AFGEWEZEN}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "C"},
            f"{AFGEWEZEN}/{_VORIG}": "O-0001",
        },
        goed={
            f"{_TOEGEKEND}/TotaalBedrag": 50700,
            f"{AFGEWEZEN}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"},
        },
    ),
    geval(
        "TR101",
        "WMO325",
        f"{ANTWOORD}/Clienten/Client[2]",
        fout={f"{ANTWOORD}/Clienten/Client[2]": onbekend("999990032")},
        goed={f"{ANTWOORD}/Clienten/Client[2]": onbekend("999990056")},
    ),
    geval(
        "TR134",
        "WMO325",
        f"{AFGEWEZEN}/ProductPeriode/Begindatum",
        fout=periode(AFGEWEZEN, "2024-08-13", "2024-08-31"),
        goed=periode(AFGEWEZEN, "2024-08-12", "2024-08-12"),
        ook="TR137",
    ),
    geval(
        "TR137",
        "WMO325",
        f"{AFGEWEZEN}/ProductPeriode/Einddatum",
        fout=periode(AFGEWEZEN, "2024-08-01", "2024-08-13"),
        goed=periode(AFGEWEZEN, "2024-08-01", "2024-08-12"),
    ),
    geval(
        "TR342",
        "WMO325",
        _TOEGEKEND,
        fout={f"{_TOEGEKEND}/TotaalBedrag": 30701},
        goed=_NIETS_AFGEWEZEN | {_TOEGEKEND: {"TotaalBedrag": 50700, "DebetCredit": "D"}},
    ),
    geval(
        "TR342",
        "JW325",
        _TOEGEKEND,
        fout=_NIETS_AFGEWEZEN | {f"{ANTWOORD}/RetourCodes/RetourCode": "9333"},
        goed=_NIETS_AFGEWEZEN | {f"{ANTWOORD}/RetourCodes/RetourCode": "9333", _TOEGEKEND: NUL_DEBET},
    ),
]

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
    geval("CD060", "WMO323", f"{P2}/{_VORIG}", {f"{P2}/{_VORIG}": None}, {f"{P2}/{_VORIG}": "O-0078"}),
    geval("CD060", "JW323", f"{P3}/{_VORIG}", {f"{P3}/{_VORIG}": "O-0078"}),
    geval(
        "CD087", "WMO323", f"{P1}/ProductTarief", {f"{P1}/ProductTarief": None}, {f"{P1}/ProductTarief": 1}
    ),
    geval("CD087", "JW323", f"{P3}/ProductTarief", {f"{P3}/ProductTarief": 1}),
    geval(
        "CS002", "WMO323", f"{CLIENTEN}[1]/Bsn", {f"{CLIENTEN}[1]/Bsn": GEEN_BSN}, {f"{CLIENTEN}[1]/Bsn": BSN}
    ),
    *(
        geval(
            *("CS100", "WMO323", f"{plek}/{dag}"),
            {plek: {"Begindatum": "2020-12-01", "Einddatum": "2020-12-31"}},
            {plek: {"Begindatum": "2021-01-01", "Einddatum": "2021-01-31"}},
        )
        for plek in ("Declaratie/DeclaratiePeriode", f"{P1}/ProductPeriode")
        for dag in ("Begindatum", "Einddatum")
    ),
    geval(
        *(
            "CS325",
            "WMO323",
            f"{TOTAAL}/DebetCredit",
            {TOTAAL: NUL_CREDIT, f"{P1}/IngediendBedrag/Bedrag": 0},
        ),
        {TOTAAL: NUL_DEBET, f"{P1}/IngediendBedrag/Bedrag": 0},
    ),
    geval(
        *("CS325", "WMO323", f"{P1}/IngediendBedrag/DebetCredit"),
        {
            TOTAAL: NUL_DEBET,
            f"{P1}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "C"},
            f"{P1}/{_VORIG}": "O-0001",
        },
        {TOTAAL: NUL_DEBET, f"{P1}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"}},
    ),
    geval(
        *("CS337", "WMO323", f"{P3}/ProductPeriode/Einddatum", periode(P3, "2024-06-10", "2024-07-01")),
        periode(P3, "2024-06-10", "2024-06-29"),
    ),
    geval(
        *("CS339", "WMO323", f"{P3}/IngediendBedrag/Bedrag"),
        {f"{P3}/IngediendBedrag/Bedrag": 20001, f"{TOTAAL}/TotaalBedrag": 50701},
        {
            f"{P3}/IngediendBedrag/Bedrag": 20001,
            f"{P3}/GeleverdVolume": 20001,
            f"{TOTAAL}/TotaalBedrag": 50701,
        },
    ),
    *(
        geval(
            *("CS340", "WMO323", "Declaratie/DeclaratiePeriode"),
            {"Declaratie/DeclaratiePeriode": {"Begindatum": van, "Einddatum": tot}},
            {"Declaratie/DeclaratiePeriode": {"Begindatum": "2024-02-01", "Einddatum": "2024-02-29"}},
        )
        for van, tot in (
            ("2024-02-01", "2024-02-28"),
            ("2024-02-02", "2024-02-29"),
            ("2024-06-01", "2024-07-31"),
        )
    ),
    geval(
        *("TR101", "WMO323", f"{CLIENTEN}[2]", {f"{CLIENTEN}[2]/Bsn": "999990019"}),
        {f"{CLIENTEN}[2]/Bsn": "999990056"},
    ),
    geval(
        *("TR134", "WMO323", f"{P1}/ProductPeriode/Begindatum", periode(P1, "2024-08-06", "2024-08-31")),
        *(periode(P1, "2024-08-05", "2024-08-05"), "TR137"),
    ),
    geval(
        *("TR137", "WMO323", f"{P1}/ProductPeriode/Einddatum", periode(P1, "2024-08-01", "2024-08-06")),
        periode(P1, "2024-08-01", "2024-08-05"),
    ),
    geval(
        *("TR137", "JW323", f"{P1}/ProductPeriode/Einddatum", periode(P1, "2024-07-31", "2024-07-30")),
        periode(P1, "2024-07-30", "2024-07-30"),
    ),
    geval(
        *("TR315", "WMO323", f"{P3}/{_VORIG}"),
        {
            f"{P3}/IngediendBedrag/DebetCredit": "C",
            f"{P3}/{_VORIG}": "O-0077",
            f"{TOTAAL}/TotaalBedrag": 10700,
        },
        {
            f"{P3}/IngediendBedrag/DebetCredit": "C",
            f"{P3}/{_VORIG}": "O-0078",
            f"{TOTAAL}/TotaalBedrag": 10700,
        },
    ),
    geval("TR316", "WMO323", f"{P2}/{_VORIG}", {f"{P2}/{_VORIG}": "P-0003"}, {f"{P2}/{_VORIG}": "O-0003"}),
    geval(
        *("TR335", "WMO323", f"{P1}/ProductPeriode/Einddatum"),
        {DAG: "2028-02-29", "Declaratie/DeclaratieDagtekening": "2028-02-29"}
        | periode(P1, "2023-02-01", "2023-02-27"),
        {DAG: "2028-02-29", "Declaratie/DeclaratieDagtekening": "2028-02-29"}
        | periode(P1, "2023-02-01", "2023-02-28"),
    ),
    geval(
        *("TR358", "WMO323", TOTAAL, {f"{TOTAAL}/TotaalBedrag": 90700}),
        {
            TOTAAL: {"TotaalBedrag": 20000, "DebetCredit": "C"},
            f"{P1}/IngediendBedrag/Bedrag": 0,
            f"{P3}/IngediendBedrag/Bedrag": 0,
            f"{P3}/GeleverdVolume": 0,
        },
    ),
    geval(
        *("TR416", "WMO323", f"{CLIENTEN}[1]/Prestaties/Prestatie[2]", nog_een("2024-07-01", "2024-07-31")),
        nog_een("2024-06-10", "2024-06-30"),
    ),
]

_TOEGEKEND, _INGEDIEND = f"{ANTWOORD}/TotaalToegekendBedrag", f"{ANTWOORD}/TotaalIngediendBedrag"
_NIETS_AFGEWEZEN = {f"{ANTWOORD}/Clienten": None}

DECLARATIEANTWOORD = [
    geval(
        *("CD060", "WMO325", f"{AFGEWEZEN}/{_VORIG}", {f"{AFGEWEZEN}/{_VORIG}": "O-0001"}),
        {
            f"{AFGEWEZEN}/{_VORIG}": "O-0001",
            f"{AFGEWEZEN}/IngediendBedrag/DebetCredit": "C",
            f"{_TOEGEKEND}/TotaalBedrag": 70700,
        },
    ),
    geval(
        *("CS002", "WMO325", f"{ANTWOORD}/Clienten/Client[1]/Bsn"),
        {f"{ANTWOORD}/Clienten/Client[1]/Bsn": GEEN_BSN},
        {f"{ANTWOORD}/Clienten/Client[1]/Bsn": BSN},
    ),
    geval(
        *("CS325", "WMO325", f"{_INGEDIEND}/DebetCredit"),
        _NIETS_AFGEWEZEN | {_INGEDIEND: NUL_CREDIT, _TOEGEKEND: NUL_DEBET},
        _NIETS_AFGEWEZEN | {_INGEDIEND: NUL_DEBET, _TOEGEKEND: NUL_DEBET},
    ),
    geval(
        *("CS325", "WMO325", f"{_TOEGEKEND}/DebetCredit"),
        {f"{_INGEDIEND}/TotaalBedrag": 20000, _TOEGEKEND: NUL_CREDIT},
        {f"{_INGEDIEND}/TotaalBedrag": 20000, _TOEGEKEND: NUL_DEBET},
    ),
    geval(
        *("CS325", "WMO325", f"{AFGEWEZEN}/IngediendBedrag/DebetCredit"),
        {
            f"{_TOEGEKEND}/TotaalBedrag": 50700,
            f"{AFGEWEZEN}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "C"},
            f"{AFGEWEZEN}/{_VORIG}": "O-0001",
        },
        {
            f"{_TOEGEKEND}/TotaalBedrag": 50700,
            f"{AFGEWEZEN}/IngediendBedrag": {"Bedrag": 0, "DebetCredit": "D"},
        },
    ),
    geval(
        *("TR101", "WMO325", f"{ANTWOORD}/Clienten/Client[2]"),
        *(
            {
                f"{ANTWOORD}/Clienten/Client[2]": {
                    "Bsn": bsn,
                    "Prestaties": {
                        "Prestatie": {
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
                    },
                    "RetourCodes": {"RetourCode": "8187"},
                }
            }
            for bsn in ("999990032", "999990056")
        ),
    ),
    geval(
        *(
            "TR134",
            "WMO325",
            f"{AFGEWEZEN}/ProductPeriode/Begindatum",
            periode(AFGEWEZEN, "2024-08-13", "2024-08-31"),
        ),
        *(periode(AFGEWEZEN, "2024-08-12", "2024-08-12"), "TR137"),
    ),
    geval(
        *(
            "TR137",
            "WMO325",
            f"{AFGEWEZEN}/ProductPeriode/Einddatum",
            periode(AFGEWEZEN, "2024-08-01", "2024-08-13"),
        ),
        periode(AFGEWEZEN, "2024-08-01", "2024-08-12"),
    ),
    geval(
        *("TR342", "WMO325", _TOEGEKEND, {f"{_TOEGEKEND}/TotaalBedrag": 30701}),
        _NIETS_AFGEWEZEN | {_TOEGEKEND: {"TotaalBedrag": 50700, "DebetCredit": "D"}},
    ),
    geval(
        *("TR342", "JW325", _TOEGEKEND),
        _NIETS_AFGEWEZEN | {f"{ANTWOORD}/RetourCodes/RetourCode": "9333"},
        _NIETS_AFGEWEZEN | {f"{ANTWOORD}/RetourCodes/RetourCode": "9333", _TOEGEKEND: NUL_DEBET},
    ),
]

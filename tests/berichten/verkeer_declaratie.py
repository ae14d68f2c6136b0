"""Cases of the rules across messages on invoices and their answers."""

from dataclasses import replace
from typing import Any

from samendoen.berichten.rules.kennis import Declaratie
from tests.berichten.gevallen import AFGEWEZEN, ANTWOORD, CLIENTEN, DAG, P1, P2, TOTAAL
from tests.berichten.kennis import BUDGET, EUROS, HULP, JULI, dag, euros, kennis, prestatie, tarief
from tests.berichten.verkeer import GEEN, WEL, Kruisgeval, kruis

_PERIODE = f"{P1}/ProductPeriode"
_VORIG = "ProductReferentie/VorigReferentieNummer"
_DEBET = euros("O-0077")


def hulp(**anders: Any) -> dict[str, Any]:
    """Return knowledge in which the household help was granted otherwise."""
    return {"toewijzingen": (replace(HULP, **anders), BUDGET, EUROS)}


def geleverd(volume: int, bedrag: int, **anders: Any) -> dict[str, Any]:
    """Return an invoice with another volume and amount of household help."""
    return {
        f"{P1}/GeleverdVolume": volume,
        f"{P1}/IngediendBedrag/Bedrag": bedrag,
        f"{TOTAAL}/TotaalBedrag": bedrag,
        **{f"{P1}/{naam}": waarde for naam, waarde in anders.items()},
    }


def bekend(*prestaties: Any) -> dict[str, Any]:
    """Return knowledge of earlier lines beside the one that the golden invoice credits."""
    return {"prestaties": (_DEBET, *prestaties)}


_MINUTEN = {"Eenheid": "01", "ProductTarief": 65}
_AUGUSTUS = {DAG: "2024-09-05", "Declaratie/DeclaratieDagtekening": "2024-09-05"} | {
    _PERIODE: {"Begindatum": "2024-08-01", "Einddatum": "2024-08-31"}
}

DECLARATIE: list[Kruisgeval] = [
    kruis("TR381", "WMO323", f"{P1}/ProductCode", weet=GEEN, weet_goed=WEL),
    kruis("TR304", "WMO323", f"{CLIENTEN}[1]/Bsn", weet={"toewijzingen": (EUROS,)}),
    kruis(
        "TR307",
        "WMO323",
        f"{_PERIODE}/Begindatum",
        weet=hulp(ingang=dag("2024-07-02")),
        ook="TR387",
        weet_goed=hulp(ingang=dag("2024-07-01")),
    ),
    kruis(
        "TR308",
        "WMO323",
        f"{_PERIODE}/Einddatum",
        weet=hulp(einde=dag("2024-07-30")),
        ook="TR388",
        weet_goed=hulp(einde=dag("2024-07-31")),
    ),
    kruis(
        "TR387",
        "WMO323",
        f"{_PERIODE}/Begindatum",
        fout={f"{_PERIODE}/Begindatum": "2024-07-02"},
        goed={f"{_PERIODE}/Begindatum": "2024-07-02"},
        weet_goed=hulp(ingang=dag("2024-07-02")),
    ),
    kruis(
        "TR388",
        "WMO323",
        f"{_PERIODE}/Einddatum",
        fout={f"{_PERIODE}/Einddatum": "2024-07-30"},
        goed={f"{_PERIODE}/Einddatum": "2024-07-30"},
        weet_goed=hulp(einde=dag("2024-07-30")),
    ),
    kruis(
        "TR314",
        "WMO323",
        f"{P1}/ProductReferentie/ReferentieNummer",
        weet=bekend(prestatie("P-0001", toegekend=False)),
        weet_goed=bekend(prestatie("P-0009", toegekend=False)),
    ),
    kruis(
        "TR318",
        "WMO323",
        "Declaratie/DeclaratiePeriode/Begindatum",
        weet={"declaraties": (Declaratie("D1", dag("2024-08-01"), dag("2024-08-31")),)},
        weet_goed={
            "declaraties": (Declaratie("D1", *JULI), Declaratie("D0", dag("2024-05-01"), dag("2024-05-31")))
        },
    ),
    kruis(
        "TR319",
        "WMO323",
        f"{_PERIODE}/Einddatum",
        fout=_AUGUSTUS,
        goed={
            **_AUGUSTUS,
            "Declaratie/DeclaratiePeriode": {"Begindatum": "2024-08-01", "Einddatum": "2024-08-31"},
        },
    ),
    kruis("TR321", "WMO323", f"{P1}/GeleverdVolume", fout=geleverd(19, 74_100), goed=geleverd(18, 70_200)),
    kruis(
        "TR322",
        "WMO323",
        f"{P1}/GeleverdVolume",
        weet=hulp(volume=20, frequentie="6") | bekend(prestatie("O-1", van=dag("2024-06-10"), volume=8)),
        weet_goed=hulp(volume=20, frequentie="6") | bekend(prestatie("O-1", van=dag("2024-06-10"), volume=7)),
    ),
    kruis("TR323", "WMO323", f"{P2}/{_VORIG}", weet={"prestaties": (euros("O-0077", toegekend=False),)}),
    kruis(
        "TR333",
        "WMO323",
        "Declaratie/DeclaratieNummer",
        weet={"declaraties": (Declaratie("D202407", *JULI),)},
        weet_goed={"declaraties": (Declaratie("D202406", *JULI),)},
    ),
    kruis("TR338", "WMO323", f"{P1}/ToewijzingNummer", fout={f"{P1}/ToewijzingNummer": 100044}),
    kruis("TR339", "WMO323", f"{P1}/ProductCategorie", weet=hulp(categorie="02")),
    kruis(
        "TR340",
        "WMO323",
        f"{P1}/ProductCode",
        weet=hulp(code="01A02"),
        weet_goed=hulp(code="", volume=None, eenheid=""),
    ),
    kruis(
        "TR341", "WMO323", f"{P1}/Eenheid", weet=hulp(eenheid="16"), goed=geleverd(780, 50_700, **_MINUTEN)
    ),
    kruis(
        "TR346",
        "WMO323",
        f"{P1}/IngediendBedrag/Bedrag",
        fout=geleverd(13, 50_701),
        goed=geleverd(7, 455, **_MINUTEN),
    ),
    kruis(
        "TR369",
        "WMO323",
        f"{P1}/GeleverdVolume",
        weet=hulp(volume=None, eenheid="", code="", budget=50_699),
        weet_goed=hulp(volume=None, eenheid="", code="", budget=50_700),
    ),
    kruis(
        "TR384",
        "WMO323",
        f"{P1}/ToewijzingNummer",
        weet=hulp(einde=HULP.ingang, reden_wijziging="13"),
        ook="TR308 TR322",
        weet_goed=hulp(reden_wijziging="06"),
    ),
    kruis(
        "TR389",
        "WMO323",
        P1,
        weet=bekend(prestatie("O-1")),
        weet_goed=bekend(prestatie("O-1"), prestatie("C-1", vorig="O-1"), prestatie("O-2", toegekend=False)),
    ),
    kruis("TR390", "WMO323", f"{P2}/{_VORIG}", weet=bekend(euros("C-1", vorig="O-0077"))),
    kruis(
        "TR418",
        "WMO323",
        f"{P1}/ProductTarief",
        weet={"tarieven": (tarief(tot=dag("2024-06-30")),)},
        weet_goed={"tarieven": (tarief(tot=dag("2024-06-30"), eurocent=3800), tarief(van=dag("2024-07-01")))},
    ),
]

ANTWOORDEN: list[Kruisgeval] = [
    kruis(
        "TR304", "WMO325", f"{ANTWOORD}/Clienten/Client[1]/Bsn", weet={"prestaties": (prestatie("P-0001"),)}
    ),
    kruis(
        "TR337",
        "WMO325",
        "Header/DeclaratieIdentificatie",
        weet={"declaraties": (Declaratie("D202407", *JULI, "DC2406"),)},
    ),
    kruis("TR366", "WMO325", f"{AFGEWEZEN}/ProductReferentie", weet={"prestaties": (euros("P-0002"),)}),
    kruis("TR367", "WMO325", AFGEWEZEN, weet={"prestaties": (euros("P-0003", volume=19_999),)}),
    kruis(
        "TR371",
        "WMO325",
        "Header/XsdVersieDeclaratie",
        weet={"declaraties": (replace(kennis("WMO325").declaraties[0], versies=("1.0.0", "1.0.1")),)},
    ),
    kruis(
        "TR376",
        "WMO325",
        f"{ANTWOORD}/DeclaratieNummer",
        weet={"declaraties": (replace(kennis("WMO325").declaraties[0], nummer="D202406"),)},
    ),
]

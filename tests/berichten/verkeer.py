"""Cases of the rules across messages (levels 3 and 4), and on invoices those of `verkeer_declaratie`.

A case is a message and what was known before it: once so that the rule refuses it, once so that it passes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from samendoen.berichten.rules.kennis import Kennis, Stop, Verzoek
from tests.berichten.gevallen import A1, CLIENT, NIEUW, T1, VERZOEK, WIJZIG, Geval, geval
from tests.berichten.gevallen import START as START1
from tests.berichten.gevallen import STOP as STOP1
from tests.berichten.kennis import (
    BUDGET,
    EUROS,
    HULP,
    MENEER,
    MEVROUW,
    START,
    STOP,
    TAAKGERICHT,
    dag,
    kennis,
    prestatie,
)

IDENTITEITEN = {
    "301": "24-000117", "305": "ST24-31", "307": "SP24-12", "315": "VT24-07", "317": "VW24-03",
    "319": "AN24-21", "323": "DC2407", "325": "DA2407",
}  # fmt: skip
DAGTEKENING = {
    "301": "2024-06-03", "305": "2024-06-12", "307": "2024-09-02", "315": "2024-05-27", "317": "2024-08-05",
    "319": "2024-06-03", "323": "2024-08-05", "325": "2024-08-12",
}  # fmt: skip
KOP = "Header/BerichtIdentificatie"


@dataclass(frozen=True)
class Kruisgeval:
    """A case of level 2 and what is known: when the rule refuses it, and when it passes."""

    geval: Geval
    fout: Kennis
    goed: Kennis

    def __str__(self) -> str:
        return str(self.geval)


def kruis(
    regel: str,
    soort: str,
    pad: str,
    *,
    weet: dict[str, Any] | None = None,
    fout: dict[str, Any] | None = None,
    weet_goed: dict[str, Any] | None = None,
    goed: dict[str, Any] | None = None,
    ook: str = "",
) -> Kruisgeval:
    """Return a case. `weet` is known when it fails; what is known and sent is golden unless said."""
    return Kruisgeval(
        geval(regel, soort, pad, fout=fout or {}, goed=goed, ook=ook),
        kennis(soort, **(weet or {})),
        kennis(soort, **(weet_goed or {})),
    )


def koppen() -> Iterator[Kruisgeval]:
    """Give the cases of what every header has."""
    for nummer, identiteit in IDENTITEITEN.items():
        soort = f"WMO{nummer}"
        yield kruis(
            "TR056",
            soort,
            f"{KOP}/Identificatie",
            weet={"identificaties": frozenset({identiteit})},
            weet_goed={"identificaties": frozenset({"ANDERS"})},
        )
        dagtekening = dag(DAGTEKENING[nummer])
        yield kruis(
            "TR135",
            soort,
            f"{KOP}/Dagtekening",
            weet={"vandaag": dagtekening - timedelta(days=1)},
            weet_goed={"vandaag": dagtekening},
        )
        wie = "Afzender" if nummer in {"301", "319", "325"} else "Ontvanger"
        yield kruis(
            "TR378",
            soort,
            f"Header/{wie}",
            weet={"gemeente": "0344"},
            weet_goed={"gemeente": "0344", "gemeenten": frozenset({"0344", "1961"})},
        )


GEEN, WEL = (
    {"producten": frozenset[tuple[str, str]]()},
    {"producten": frozenset({("01", "01A01"), ("07", "07A11"), ("07", "07A83")})},
)
IDENTIEK, EERDER = {"starts": (START, TAAKGERICHT)}, replace(START, begin=dag("2024-06-10"))
GEKOZEN = {"ToewijzingNummer": 100001}

LEVERING = [
    kruis("TR381", "WMO305", f"{START1}/Product/Code", weet=GEEN, weet_goed=WEL),
    kruis("TR381", "WMO307", f"{STOP1}/Product/Code", weet=GEEN, weet_goed=WEL),
    kruis("TR019", "WMO305", f"{START1}/ToewijzingNummer", fout={f"{START1}/ToewijzingNummer": 100009}),
    kruis(
        "TR019",
        "WMO307",
        f"{STOP1}/ToewijzingNummer",
        weet={"toewijzingen": (replace(HULP, bsn=MENEER),)},
    ),
    kruis("TR063", "WMO305", f"{START1[:-3]}[2]/StatusAanlevering", weet={"starts": ()}),
    kruis(
        "TR063",
        "WMO307",
        f"{STOP1}/StatusAanlevering",
        fout={f"{STOP1}/StatusAanlevering": "3"},
        weet={"stops": (replace(STOP, reden="19"),)},
        goed={f"{STOP1}/StatusAanlevering": "3"},
        weet_goed={"stops": (STOP,)},
    ),
    kruis(
        "TR071",
        "WMO305",
        f"{START1[:-3]}[2]/StatusAanlevering",
        weet={"stops": (Stop(TAAKGERICHT, "19", dag("2024-06-30")),)},
        weet_goed={"stops": (STOP,)},
    ),
    kruis("TR074", "WMO305", START1, weet=IDENTIEK, weet_goed={"starts": (TAAKGERICHT,)}),
    kruis("TR074", "WMO307", STOP1, weet={"stops": (STOP,)}, ook="TR413"),
    kruis(
        "TR326",
        "WMO305",
        START1,
        weet={"starts": (EERDER, TAAKGERICHT)},
        weet_goed={
            "starts": (EERDER, TAAKGERICHT),
            "stops": (Stop(EERDER, "20", dag("2024-06-10")),),
        },
    ),
    kruis("TR382", "WMO307", STOP1, weet={"starts": (EERDER,)}),
    kruis(
        "TR413",
        "WMO307",
        f"{STOP1}/RedenBeeindiging",
        weet={"stops": (replace(STOP, einde=dag("2024-07-01")),)},
        goed={f"{STOP1}/RedenBeeindiging": "19"},
        weet_goed={"stops": (replace(STOP, einde=dag("2024-07-01")),)},
    ),
    kruis(
        "TR414",
        "WMO307",
        f"{STOP1}/Einddatum",
        fout={f"{STOP1}/RedenBeeindiging": "19"},
        weet={"stops": (replace(STOP, einde=dag("2024-08-31")),)},
        goed={f"{STOP1}/RedenBeeindiging": "19"},
        weet_goed={"stops": (STOP,)},
    ),
    kruis("TR415", "WMO307", STOP1, weet={"stops": (replace(STOP, reden="19", einde=dag("2024-08-01")),)}),
]

_GENERIEK = replace(BUDGET, categorie="")
_LATER = replace(HULP, nummer=100003, ingang=dag("2025-01-01"))
_OPVOLGER = {"toewijzingen": (replace(HULP, einde=dag("2024-12-31")), _LATER, BUDGET)}
_NOEMT_OPVOLGER = {f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[2]": {"ToewijzingNummer": 100003}}


def wijzigt_budget(van: str, **anders: Any) -> dict[str, Any]:
    """Return a request that changes the budget and leaves the household help."""
    return {
        f"{VERZOEK}/OngewijzigdeProducten": {"OngewijzigdProduct": {"ToewijzingNummer": 100001}},
        WIJZIG: {
            "ToewijzingNummer": 100002,
            "GewensteIngangsdatum": van,
            "Einddatum": "2024-12-31",
            **({"Budget": 300000} | anders),
        },
    }


_NIETS_ANDERS = {f"{VERZOEK}/OngewijzigdeProducten": None, f"{VERZOEK}/NieuweProducten": None}
_UREN = {"Budget": None, "Omvang": {"Volume": 5, "Eenheid": "04", "Frequentie": "4"}}

VERZOEKEN = [
    kruis("TR381", "WMO315", f"{A1}/Product/Code", weet=GEEN, weet_goed=WEL),
    kruis("TR381", "WMO317", f"{NIEUW}/Product/Code", weet=GEEN, weet_goed=WEL),
    kruis("TR304", "WMO317", f"{CLIENT}/Bsn", weet={"toewijzingen": (EUROS,)}),
    kruis(
        "TR347",
        "WMO315",
        f"{A1}/ReferentieAanbieder",
        weet={"verzoeken": (Verzoek("VOT-2024-0007", MEVROUW, "1"),)},
        weet_goed={"verzoeken": (Verzoek("VOT-2024-0006", MEVROUW, "1"),)},
    ),
    kruis(
        "TR347",
        "WMO317",
        f"{VERZOEK}/ReferentieAanbieder",
        weet={"verzoeken": (Verzoek("VOW-2024-0003", MENEER, "1"),)},
    ),
    *(
        kruis(
            "TR374",
            soort,
            CLIENT,
            weet={"verzoeken": (Verzoek("V-1", MEVROUW, "2"),)},
            weet_goed={"verzoeken": (Verzoek("V-1", MEVROUW, "2", toegewezen=True), Verzoek("V-2", MENEER))},
        )
        for soort in ("WMO315", "WMO317")
    ),
    kruis(
        "TR349",
        "WMO317",
        VERZOEK,
        weet={"toewijzingen": (HULP, BUDGET, _LATER)},
        weet_goed={
            "toewijzingen": (HULP, BUDGET, replace(_LATER, einde=_LATER.ingang, reden_wijziging="13"))
        },
    ),
    kruis(
        "TR350",
        "WMO317",
        f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[1]/ToewijzingNummer",
        weet={"toewijzingen": (HULP, replace(BUDGET, einde=dag("2024-08-04")))},
        weet_goed={"toewijzingen": (HULP, replace(BUDGET, einde=dag("2024-08-05")))},
    ),
    kruis(
        "TR351",
        "WMO317",
        f"{WIJZIG}/ToewijzingNummer",
        weet={"toewijzingen": (replace(HULP, einde=dag("2024-08-04")), BUDGET)},
        weet_goed={"toewijzingen": (replace(HULP, einde=None), BUDGET)},
    ),
    kruis(
        "TR357",
        "WMO317",
        f"{WIJZIG}/GewensteIngangsdatum",
        fout={f"{WIJZIG}/GewensteIngangsdatum": "2024-08-05"},
        goed={f"{WIJZIG}/GewensteIngangsdatum": "2024-06-10"},
    ),
    kruis(
        "TR361",
        "WMO317",
        WIJZIG,
        fout=_NOEMT_OPVOLGER,
        weet=_OPVOLGER,
        goed={**_NOEMT_OPVOLGER, f"{WIJZIG}/Einddatum": "2024-12-31"},
        weet_goed=_OPVOLGER,
    ),
    kruis(
        "TR361",
        "WMO317",
        NIEUW,
        fout={f"{NIEUW}/Product": {"Categorie": "01", "Code": "01A01"}},
        goed={
            f"{NIEUW}/Product": {"Categorie": "01", "Code": "01A01"},
            f"{NIEUW}/GewensteIngangsdatum": "2025-06-09",
        },
    ),
    kruis(
        "TR373",
        "WMO317",
        f"{WIJZIG}/GewensteIngangsdatum",
        fout=wijzigt_budget("2024-09-02"),
        goed=wijzigt_budget("2024-01-01"),
    ),
    kruis(
        "TR375",
        "WMO317",
        f"{WIJZIG}/Omvang",
        weet={"toewijzingen": (_GENERIEK,)},
        fout=wijzigt_budget("2024-01-01", **_UREN) | _NIETS_ANDERS,
        goed=wijzigt_budget("2024-01-01") | _NIETS_ANDERS,
        weet_goed={"toewijzingen": (_GENERIEK,)},
        ook="TR412",
    ),
    kruis(
        "TR411",
        "WMO317",
        f"{WIJZIG}/Omvang",
        fout={
            f"{WIJZIG}/Omvang": None,
            f"{WIJZIG}/Budget": 90000,
            f"{WIJZIG}/GewensteIngangsdatum": "2024-06-10",
        },
    ),
    kruis("TR412", "WMO317", f"{WIJZIG}/Omvang", fout=wijzigt_budget("2024-01-01", **_UREN)),
]


def _verzoek(**anders: Any) -> dict[str, Any]:
    return {"verzoeken": (replace(Verzoek("VOT-2024-0008", MEVROUW), **anders),)}


_ONDERZOEK = {"Antwoord/VerzoekAntwoord": "2", "Antwoord/RedenAfwijzingVerzoek": None}
_WEG = {f"{T1}/Einddatum": "2024-06-10", f"{T1}/RedenWijziging": "13"}
_CREDIT = prestatie("C-1", vorig="O-1")

VAN_DE_GEMEENTE = [
    kruis("TR381", "WMO301", f"{T1}/Product/Code", weet=GEEN, weet_goed=WEL),
    kruis(
        "TR332",
        "WMO301",
        f"{T1}/ToewijzingNummer",
        weet={"toewijzingen": (replace(HULP, bsn=MENEER),)},
        weet_goed={"toewijzingen": (replace(HULP, volume=2, einde=None),)},
    ),
    kruis("TR379", "WMO301", f"{T1}/ReferentieAanbieder", weet={"verzoeken": ()}),
    kruis(
        "TR385",
        "WMO301",
        f"{T1}/RedenWijziging",
        fout=_WEG,
        weet={"prestaties": (prestatie("O-1"),)},
        goed=_WEG,
        weet_goed={"prestaties": (prestatie("O-1"), _CREDIT, prestatie("O-2", toegekend=False))},
    ),
    kruis("TR355", "WMO319", "Antwoord/ReferentieAanbieder", weet={"verzoeken": ()}),
    kruis("TR359", "WMO319", "Antwoord/ReferentieAanbieder", weet=_verzoek(toegewezen=True)),
    kruis(
        "TR360",
        "WMO319",
        "Antwoord/VerzoekAntwoord",
        fout=_ONDERZOEK,
        weet=_verzoek(antwoord="2"),
        goed=_ONDERZOEK,
        weet_goed=_verzoek(),
    ),
    kruis(
        "TR365",
        "WMO319",
        "Antwoord/VerzoekAntwoord",
        weet=_verzoek(antwoord="1"),
        weet_goed=_verzoek(antwoord="2"),
    ),
    kruis(
        "TR378",
        "JW319",
        "Antwoord/Woonplaatsbeginsel/Gemeente",
        weet={"gemeenten": frozenset({"0331"})},
        weet_goed={"gemeenten": frozenset({"0331", "0344"})},
    ),
]

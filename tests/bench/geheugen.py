"""Messages in memory alone: read, judged and answered, beside lxml and XSD of the same bytes."""

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import islice

from samendoen.berichten.api import (
    SOORTEN,
    Inhoud,
    Kennis,
    beoordeel,
    controleer,
    maak,
    schrijf,
    toets_verkeer,
)
from samendoen.berichten.rules.berichtkop import maak_kop
from samendoen.berichten.rules.kennis import Toewijzing
from samendoen.berichten.rules.toewijzingsbericht import Client, Product, Toewijzingsbericht
from tests.bench.namen import ACHTERNAMEN, VOORNAMEN, bsn_nummers
from tests.bench.rijen import Maat, Onderdeel

VAN, TOT, ANTWOORD = date(2024, 6, 3), date(2025, 6, 2), date(2024, 7, 1)
GEMAAKT_OP = datetime(2024, 6, 3, 9, 30, tzinfo=UTC)
GEMEENTE, AANBIEDER = "1961", "41414141"
VLOER = "lxml lezen + XSD van dezelfde bytes"
KEREN = 7

Paar = tuple[bytes, Kennis]
"""A message, and what was known when it came."""


def onderdelen(maten: Iterable[int], vloer: Callable[[str, Sequence[bytes]], float]) -> list[Onderdeel]:
    """Measure the assignment (301) and the start (305), each message on its own, beside its floor."""
    uit = []
    for soort, naam, maak_paren in (
        ("WMO301", "Toewijzing (301)", toewijzingen),
        ("WMO305", "Startbericht (305)", starts),
    ):
        zin = f"{naam} gelezen, getoetst op niveau 1-4 en beantwoord, in het geheugen"
        onderdeel = Onderdeel(zin, VLOER, "<= 5x", "berichten", 5)
        for n in maten:
            paren = maak_paren(n)
            ms = 1000 * snelste(lambda paren=paren: oordeel(paren))  # type: ignore[misc]
            laagst = 1000 * vloer(soort, [inhoud for inhoud, _kennis in paren])
            onderdeel.maten.append(Maat(n, ms, ms, vloer_p50=laagst))
        uit.append(onderdeel)
    return uit


def oordeel(paren: Iterable[Paar]) -> None:
    """Read messages, hold them against what was known, and write their answers. All must be right."""
    for inhoud, kennis in paren:
        controle = controleer(inhoud)
        assert controle.bericht is not None
        bevindingen = toets_verkeer(controle.bericht, kennis)
        if controle.bevindingen or bevindingen:
            raise RuntimeError(f"A message of the bench is not right: {bevindingen[:3]}")
        schrijf(beoordeel(controle.bericht, bevindingen, "1", ANTWOORD))


def snelste(doe: Callable[[], None]) -> float:
    """Return the seconds of processor of the fastest of some times; all of it happens in this process."""
    duren = []
    for _keer in range(KEREN):
        van = time.process_time()
        doe()
        duren.append(time.process_time() - van)
    return min(duren)


def toewijzingen(aantal: int) -> list[Paar]:
    """Return so many assignments of household help, each for another client."""
    kennis = _kennis()
    return [(_toewijzing(n, bsn), kennis) for n, bsn in enumerate(islice(bsn_nummers(), aantal))]


def _toewijzing(n: int, bsn: str) -> bytes:
    client = Client(
        bsn=bsn,
        geboortedatum=_geboren(n),
        geslacht="vrouw" if n % 2 else "man",
        achternaam=ACHTERNAMEN[n % len(ACHTERNAMEN)],
        tussenvoegsel="",
        voornamen=VOORNAMEN[n % len(VOORNAMEN)],
        voorletters="F",
        straat="Lingedijk",
        huisnummer=str(1 + n % 300),
        postcode="4141 AB",
        plaats="Leerdam",
        telefoon="0600000001",
        geheim=False,
        gemeente="Vijfheerenlanden",
    )
    omvang = {"volume": 3, "eenheid": "04", "frequentie": "2"}
    product = Product(100_000 + n, "01", "01A01", GEMAAKT_OP, VAN, TOT, **omvang)  # type: ignore[arg-type]
    return schrijf(Toewijzingsbericht("wmo", GEMEENTE, AANBIEDER, client, [product]).maak(f"T{n}", VAN))


def starts(aantal: int) -> list[Paar]:
    """Return so many starts of such help, each with the assignment that it is on."""
    nummers = enumerate(islice(bsn_nummers(), aantal))
    return [(_start(n, bsn), _kennis(_toegewezen(n, bsn))) for n, bsn in nummers]


def _start(n: int, bsn: str) -> bytes:
    kop = maak_kop(SOORTEN["WMO305"], AANBIEDER, GEMEENTE, f"S{n}", date(2024, 6, 14))
    naam: Inhoud = {
        "Geslachtsnaam": {"Achternaam": ACHTERNAMEN[n % len(ACHTERNAMEN)]},
        "Voornamen": VOORNAMEN[n % len(VOORNAMEN)],
    }
    product: Inhoud = {
        "ToewijzingNummer": 100_000 + n,
        "Product": {"Categorie": "01", "Code": "01A01"},
        "ToewijzingIngangsdatum": VAN,
        "Begindatum": date(2024, 6, 10),
        "StatusAanlevering": "1",
    }
    client: Inhoud = {
        "Bsn": bsn,
        "Geboortedatum": {"Datum": _geboren(n)},
        "Geslacht": "2",
        "Naam": naam,
        "StartProducten": {"StartProduct": [product]},
    }
    return schrijf(maak(SOORTEN["WMO305"], {"Header": kop, "Client": client}))


def _toegewezen(n: int, bsn: str) -> Toewijzing:
    return Toewijzing(100_000 + n, bsn, VAN, TOT, "01", "01A01", 3, "04", "2")


def _kennis(*bekend: Toewijzing) -> Kennis:
    return Kennis(GEMEENTE, AANBIEDER, ANTWOORD, toewijzingen=bekend, gemeenten=frozenset({GEMEENTE}))


def _geboren(n: int) -> date:
    return date(1950 + n % 40, 1 + n % 12, 1 + n % 28)

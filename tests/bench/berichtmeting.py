"""The traffic with a provider: its month over the folders, and what one message costs beside lxml and XSD."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from lxml import etree

from tests.bench.dienst import databank_cpu
from tests.bench.rijen import Maat, Onderdeel

VAN, TOT, DECLAREERT = date(2024, 6, 3), date(2025, 6, 2), date(2024, 7, 1)
VREEMD = 200_000
"""So many numbers of citizens are left to what else the bench made."""
KEREN = 5
VLOER = "lxml lezen + XSD van dezelfde bytes"


def maand(home: Path, maten: Iterable[int]) -> list[Onderdeel]:
    """Let a provider live its first month with ever more clients: 301, 302, 305, 306, 323 and 325.

    Both ledgers must be equal to the cent. Without SAMENDOEN_XSD_MAP the floor reads only.
    """
    rijen = (
        Onderdeel(
            "Maand van een aanbieder, beide kanten: 301, 302, 305, 306, 323, 325", "-", "-", "cliënten"
        ),
        Onderdeel("Startbericht (305) bewaard, verwerkt en beantwoord, per stuk", VLOER, "-", "berichten"),
        Onderdeel(
            "Declaratie (323) gelezen, getoetst op niveau 1-4 en beantwoord, in het geheugen",
            VLOER,
            "<= 5x",
            "regels",
            5,
        ),
        Onderdeel("Declaratie (323) bewaard, verwerkt, geboekt en beantwoord", "-", "-", "regels"),
    )
    begonnen = VREEMD
    for n in maten:
        with tempfile.TemporaryDirectory() as map_:
            _maand(home, Path(map_), n, begonnen, rijen)
        begonnen += n
    return [*rijen]


def _maand(home: Path, post: Path, n: int, vanaf: int, rijen: tuple[Onderdeel, ...]) -> None:
    from samendoen.kernel.api import klok
    from samendoen.site.simulator.declaratie import Vraag
    from tests.aanbiedermaand import Maand, ons_boek
    from tests.clientmaker import maak_clienten

    heel, starts, zuiver, geboekt = rijen
    with klok.op(VAN):
        nieuw = set(maak_clienten(n, VAN, TOT, vanaf))
    m, van = Maand(post, vanaf), time.perf_counter()
    m.dag(VAN)
    cpu = databank_cpu(home) + time.process_time()
    m.dag(date(2024, 6, 14))
    cpu = databank_cpu(home) + time.process_time() - cpu
    m.dag(DECLAREERT, vraag=Vraag("2024-06"))
    duur = time.perf_counter() - van
    ons = {nummer: bedragen for nummer, bedragen in ons_boek().items() if nummer in nieuw}
    if ons != m.boek:
        raise RuntimeError("The ledgers of the municipality and the provider differ")
    heel.maten.append(Maat(n, 1000 * duur, 1000 * duur, noot=f"gemeente {sum(m.gemeente_s):.1f} s"))
    per_soort = _ontvangen(post)
    aantal = len(per_soort["WMO305"])
    ms, vloer = 1000 * m.gemeente_s[3] / aantal, 1000 * _vloer("WMO305", per_soort["WMO305"]) / aantal
    starts.maten.append(Maat(aantal, ms, ms, (1000 * cpu / aantal, 0.0), vloer, vloer))
    [inhoud] = per_soort["WMO323"]
    ms = 1000 * _snelste(_oordeel(inhoud))
    zuiver.maten.append(Maat(n, ms, ms, vloer_p50=1000 * _vloer("WMO323", [inhoud])))
    geboekt.maten.append(Maat(n, 1000 * m.gemeente_s[5], 1000 * m.gemeente_s[5]))


def _ontvangen(post: Path) -> dict[str, list[bytes]]:
    """Return what was received, by kind."""
    gevonden: dict[str, list[bytes]] = {}
    for pad in sorted((post / "archief").iterdir()):
        inhoud = pad.read_bytes()
        for soort in ("WMO302", "WMO305", "WMO323"):
            if f"{soort.lower()}/schema".encode() in inhoud:
                gevonden.setdefault(soort, []).append(inhoud)
    return gevonden


def _vloer(soort: str, berichten: list[bytes]) -> float:
    """Return the seconds that lxml takes to read these, and to validate them by the schema of their kind."""
    from samendoen.berichten.api import SOORTEN
    from samendoen.berichten.xml.schema import vind_schema

    map_ = os.environ.get("SAMENDOEN_XSD_MAP")
    pad = vind_schema(Path(map_), SOORTEN[soort]) if map_ else None
    schema = etree.XMLSchema(etree.parse(str(pad))) if pad else None

    def lees() -> None:
        for inhoud in berichten:
            boom = etree.fromstring(inhoud)
            if schema is not None:
                schema.assertValid(boom)

    return _snelste(lees)


def _oordeel(inhoud: bytes) -> Callable[[], None]:
    """Return what reads an invoice, holds it against what was known when it came, and writes its answer."""
    from samendoen.berichten.api import beoordeel, controleer, schrijf, toets_verkeer
    from samendoen.berichten.models import Bericht
    from samendoen.berichten.queries.kennis import kennis_van

    rij = Bericht.objects.get(soort="WMO323", sha256=sha256(inhoud).hexdigest())
    waarde = controleer(inhoud).bericht
    assert waarde is not None
    bekend = kennis_van(rij, waarde, list(rij.regels.all()))
    eerder = replace(bekend, vandaag=DECLAREERT, prestaties=(), declaraties=())

    def doe() -> None:
        controle = controleer(inhoud)
        assert controle.bericht is not None
        bevindingen = toets_verkeer(controle.bericht, eerder)
        if controle.bevindingen or bevindingen:
            raise RuntimeError(f"The invoice of the bench is not granted in full: {bevindingen[:3]}")
        schrijf(beoordeel(controle.bericht, bevindingen, "1", DECLAREERT))

    return doe


def _snelste(doe: Callable[[], None]) -> float:
    """Return the seconds of processor of the fastest of some times; all of it happens in this process."""
    duren = []
    for _keer in range(KEREN):
        van = time.process_time()
        doe()
        duren.append(time.process_time() - van)
    return min(duren)

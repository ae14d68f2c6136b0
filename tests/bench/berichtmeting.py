"""The traffic with a provider: its month over the folders, and what one message costs beside lxml and XSD."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from lxml import etree

from tests.aanbiedermaand import Maand, ons_boek
from tests.bench import berichtvloer, geheugen
from tests.bench.dienst import databank_cpu
from tests.bench.geheugen import VLOER, snelste
from tests.bench.opnamevloer import Patroon, neem_patroon
from tests.bench.rijen import Maat, Onderdeel

VAN, TOT, BEGINT, DECLAREERT = date(2024, 6, 3), date(2025, 6, 2), date(2024, 6, 14), date(2024, 7, 1)
VREEMD = 200_000
"""So many numbers of citizens are left to what else the bench made."""
RIJVLOER = "dezelfde rijen, psycopg, één transactie + lxml + XSD + dezelfde bestanden met fsync"


def maand(home: Path, maten: Iterable[int]) -> list[Onderdeel]:
    """Let a provider live its first month with ever more clients: 301, 302, 305, 306, 323 and 325.

    Both ledgers must be equal to the cent. Without SAMENDOEN_XSD_MAP the floor reads only.
    """
    maten = tuple(maten)
    rijen = (
        Onderdeel(
            "Maand van een aanbieder, beide kanten: 301, 302, 305, 306, 323, 325", "-", "-", "cliënten"
        ),
        Onderdeel("Startbericht (305) bewaard, verwerkt en beantwoord, per stuk", RIJVLOER, "-", "berichten"),
        Onderdeel(
            "Declaratie (323) gelezen, getoetst op niveau 1-4 en beantwoord, in het geheugen",
            VLOER,
            "<= 5x",
            "regels",
            5,
        ),
        Onderdeel("Declaratie (323) bewaard, verwerkt, geboekt en beantwoord", "-", "-", "regels"),
    )
    patroon, begonnen = _start_van_een(), VREEMD + 1
    for n in maten:
        with tempfile.TemporaryDirectory() as map_:
            _maand(home, Path(map_), n, begonnen, rijen, patroon)
        begonnen += n
    return [*rijen, *geheugen.onderdelen(maten, vloer)]


def _start_van_een() -> Patroon:
    """Return the rows that the start of one client leaves."""
    with tempfile.TemporaryDirectory() as map_:
        m = _met_clienten(Path(map_), 1, VREEMD)
        m.dag(VAN)
        return neem_patroon(lambda: m.dag(BEGINT))


class _Gemeten(Maand):
    """A month that keeps the processor time of each turn of the municipality, with that of its database."""

    def __init__(self, post: Path, zaad: int, home: Path | None = None) -> None:
        super().__init__(post, zaad)
        self.home = home
        self.cpu: list[float] = []
        self.nieuw: frozenset[int] = frozenset()

    def gemeente(self) -> None:
        """Let the municipality take its turn."""
        van = self._teller()
        super().gemeente()
        self.cpu.append(self._teller() - van)

    def _teller(self) -> float:
        return time.process_time() + (databank_cpu(self.home) if self.home else 0.0)


def _met_clienten(post: Path, n: int, vanaf: int, home: Path | None = None) -> _Gemeten:
    from samendoen.kernel.api import klok
    from tests.clientmaker import maak_clienten

    with klok.op(VAN):
        nieuw = maak_clienten(n, VAN, TOT, vanaf)
    m = _Gemeten(post, vanaf, home)
    m.nieuw = frozenset(nieuw)
    return m


def _maand(
    home: Path, post: Path, n: int, vanaf: int, rijen: tuple[Onderdeel, ...], patroon: Patroon
) -> None:
    from samendoen.site.simulator.declaratie import Vraag

    heel, starts, zuiver, geboekt = rijen
    m, van = _met_clienten(post, n, vanaf, home), time.perf_counter()
    m.dag(VAN)
    m.dag(BEGINT)
    m.dag(DECLAREERT, vraag=Vraag("2024-06"))
    duur = time.perf_counter() - van
    if m.boek != {nummer: bedragen for nummer, bedragen in ons_boek().items() if nummer in m.nieuw}:
        raise RuntimeError("The ledgers of the municipality and the provider differ")
    heel.maten.append(Maat(n, 1000 * duur, 1000 * duur, noot=f"gemeente {sum(m.gemeente_s):.1f} s"))
    per_soort = _ontvangen(post)
    aantal = len(per_soort["WMO305"])
    ms, cpu = 1000 * m.gemeente_s[3] / aantal, 1000 * m.cpu[3] / aantal
    laagst = berichtvloer.meet(patroon, home, post / "vloer", per_soort["WMO305"], lezer("WMO305"))
    starts.maten.append(Maat(aantal, ms, ms, (cpu, 0.0), laagst))
    [inhoud] = per_soort["WMO323"]
    ms = 1000 * snelste(_oordeel(inhoud))
    zuiver.maten.append(Maat(n, ms, ms, vloer_p50=1000 * vloer("WMO323", [inhoud])))
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


def lezer(soort: str) -> Callable[[bytes], object]:
    """Return what parses a message with lxml, and validates it by its schema when that is there."""
    from samendoen.berichten.api import SOORTEN
    from samendoen.berichten.xml.schema import vind_schema

    map_ = os.environ.get("SAMENDOEN_XSD_MAP")
    pad = vind_schema(Path(map_), SOORTEN[soort]) if map_ else None
    return berichtvloer.lezer(etree.XMLSchema(etree.parse(str(pad))) if pad else None)


def vloer(soort: str, berichten: Sequence[bytes]) -> float:
    """Return the seconds that lxml takes to read these, and to validate them by the schema of their kind."""
    lees = lezer(soort)

    def lees_alle() -> None:
        for inhoud in berichten:
            lees(inhoud)

    return snelste(lees_alle)


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

"""Requests: in an open loop (they come when they come) and in a closed one (one after the other)."""

import http.client
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.bench.dienst import Dienst
from tests.bench.verbruik import Stand, percentiel

GEDULD_S = 30.0
OPEN_DRADEN = 8
WARM = 10


@dataclass(frozen=True, slots=True)
class Verzoek:
    """One request, and the status that says that it was done."""

    methode: str
    pad: str
    goed: int
    inhoud: bytes = b""
    koppen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What a series of requests took: seconds of each, and processor time of all."""

    duren: list[float]
    cpu: Stand

    def ms(self, deel: float) -> float:
        """Return a percentile in milliseconds."""
        return 1000 * percentiel(self.duren, deel)

    @property
    def cpu_ms(self) -> tuple[float, float]:
        """Milliseconds of processor per request: server, database."""
        n = len(self.duren)
        return 1000 * self.cpu.server / n, 1000 * self.cpu.databank / n


class Mislukt(RuntimeError):
    """A request was not answered as it should: what was measured means nothing."""


class Lijn:
    """A connection that stays open, as a reverse proxy keeps one."""

    def __init__(self, poort: int) -> None:
        self.lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=GEDULD_S)

    def doe(self, verzoek: Verzoek) -> bytes:
        """Send one request and return what came back. Raises Mislukt for another status."""
        self.lijn.request(verzoek.methode, verzoek.pad, verzoek.inhoud or None, dict(verzoek.koppen))
        antwoord = self.lijn.getresponse()
        inhoud = antwoord.read()
        if antwoord.status != verzoek.goed:
            raise Mislukt(f"{verzoek.methode} {verzoek.pad}: {antwoord.status}, {inhoud[:300]!r}")
        return inhoud


def om_de_beurt(dienst: Dienst, maak: Callable[[int], Verzoek], aantal: int) -> Uitslag:
    """Send `aantal` requests one after the other, after a few that do not count."""
    warm = min(WARM, aantal)
    lijn = Lijn(dienst.poort)
    for n in range(warm):
        lijn.doe(maak(n))
    verzoeken = [maak(warm + n) for n in range(aantal)]
    begin, duren = dienst.stand(), []
    for verzoek in verzoeken:
        van = time.perf_counter()
        lijn.doe(verzoek)
        duren.append(time.perf_counter() - van)
    return Uitslag(duren, dienst.stand().sinds(begin))


def open_lus(dienst: Dienst, maak: Callable[[int], Verzoek], aantal: int, per_seconde: float) -> Uitslag:
    """Send `aantal` requests at a fixed rate, whether or not the last one is answered yet.

    A duration counts from the moment at which the request should have gone: waiting in line is part of it.
    """
    om_de_beurt(dienst, lambda n: maak(-1 - n), 1)
    verzoeken = [maak(n) for n in range(aantal)]
    duren, fouten, beurt = [0.0] * aantal, list[Exception](), iter(range(aantal))
    slot, begin, t0 = threading.Lock(), dienst.stand(), time.perf_counter() + 0.1

    def werk() -> None:
        lijn = Lijn(dienst.poort)
        while not fouten:
            with slot:
                n = next(beurt, None)
            if n is None:
                return
            gepland = t0 + n / per_seconde
            time.sleep(max(0.0, gepland - time.perf_counter()))
            try:
                lijn.doe(verzoeken[n])
            except Exception as fout:
                fouten.append(fout)
            duren[n] = time.perf_counter() - gepland

    draden = [threading.Thread(target=werk) for _n in range(OPEN_DRADEN)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if fouten:
        raise fouten[0]
    return Uitslag(duren, dienst.stand().sinds(begin))

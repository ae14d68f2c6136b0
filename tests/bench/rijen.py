"""What came out: one value per thing that was measured, at each size."""

from dataclasses import dataclass, field

from tests.bench.verkeer import Uitslag


@dataclass(frozen=True, slots=True)
class Maat:
    """One measurement at one size. Times in milliseconds; `vloer` is what the ratio is taken of."""

    n: int
    p50: float
    p95: float
    cpu: tuple[float, float] | None = None
    vloer_cpu: float | None = None
    vloer_p50: float | None = None
    vragen: int | None = None
    noot: str = ""


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What a row must stay within by itself: milliseconds of the 95th percentile and of processor, number of
    queries, and (of something done once) milliseconds in all."""

    p95: float | None = None
    cpu: float | None = None
    vragen: int | None = None
    duur: float | None = None

    def gehaald(self, maat: Maat) -> bool:
        """Tell whether a measurement stays within all of them."""
        paren = (
            (self.p95, maat.p95),
            (self.cpu, sum(maat.cpu) if maat.cpu else None),
            (self.vragen, maat.vragen),
            (self.duur, maat.p50),
        )
        return all(grens is None or (is_ is not None and is_ <= grens) for grens, is_ in paren)


@dataclass(slots=True)
class Onderdeel:
    """One row of design 10: what it is, what it is compared with, what it must reach."""

    naam: str
    vloer: str
    moet: str
    maat: str
    eis: float | None = None
    peer: float | None = None
    peer_deel: float | None = None
    grenzen: Grenzen | None = None
    maten: list[Maat] = field(default_factory=list)
    overgeslagen: str = ""

    @property
    def laatste(self) -> Maat | None:
        """The measurement at the largest size."""
        return self.maten[-1] if self.maten else None

    def verhouding(self, maat: Maat) -> float | None:
        """Return how many times the floor it costs: in processor time if that was counted, else in time."""
        if maat.cpu is not None and maat.vloer_cpu:
            return sum(maat.cpu) / maat.vloer_cpu
        return maat.p50 / maat.vloer_p50 if maat.vloer_p50 else None


def van_uitslag(n: int, uitslag: Uitslag, vloer: Uitslag | None = None, vragen: int | None = None) -> Maat:
    """Return a measurement of requests, beside its floor."""
    return Maat(
        n=n,
        p50=uitslag.ms(0.5),
        p95=uitslag.ms(0.95),
        cpu=uitslag.cpu_ms,
        vloer_cpu=sum(vloer.cpu_ms) if vloer else None,
        vloer_p50=vloer.ms(0.5) if vloer else None,
        vragen=vragen,
    )

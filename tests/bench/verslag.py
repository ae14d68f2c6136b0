"""What was measured as a page: ratios first, absolute times beside them."""

import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import psutil

from tests.bench.rijen import Maat, Onderdeel
from tests.bench.verbruik import exponent

KOP = (
    "# Performance\n\n"
    "Made by `make bench` on {dag}, {kernen} cores, {besturing}, Python {python}, PostgreSQL {postgres}. "
    "Ratios were measured in one run, against the least that the same could cost on the same data; absolute "
    "times only stand beside them. Growth is the exponent over the sizes: 0 does not grow, 1 grows along "
    "with the data.\n\n"
    "The data is made up: one small municipality written down by the actions, copied in SQL until the "
    "database has the size asked for, every copy with people and teams of its own; the million residents of "
    "the search by COPY. The web server has 2 workers of 4 threads; processor time is that of the web server "
    "and of PostgreSQL together.\n"
)
PEER = (
    "\n## Processor time per request, beside the peer\n\n"
    "Open Zaak 1.30.0, measured on 2 cores of this kind (2 processes x 4 threads, PostgreSQL, audit on, "
    "notifications off, 50,000 cases), in milliseconds of processor, server + database. Starting there takes "
    "5-8 s, migrating 93 s.\n"
)


@dataclass(slots=True)
class Verslag:
    """Everything that one run found."""

    onderdelen: list[Onderdeel]
    los: list[tuple[str, str, str]] = field(default_factory=list)
    postgres: str = ""
    kort: bool = False

    def tekst(self) -> str:
        """Return the page."""
        kop = KOP.format(
            dag=date.today().isoformat(),  # noqa: DTZ011  the day on which it was measured
            kernen=psutil.cpu_count(),
            besturing=platform.system(),
            python=platform.python_version(),
            postgres=self.postgres,
        )
        waarschuwing = "\n**A short run: it shows that the bench works, its figures mean nothing.**\n"
        delen = [kop + (waarschuwing if self.kort else ""), "\n## Against the floor\n", self._vloer()]
        delen += [PEER, self._peer(), "\n## Growth\n", self._groei()]
        if self.los:
            delen += ["\n## Once\n", tabel(("what", "measured", "must reach"), self.los)]
        return "\n".join(delen)

    def _vloer(self) -> str:
        rijen = [_vloerrij(o) for o in self.onderdelen]
        kop = ("what", "size", "floor", "x floor", "must reach", "p50 ms", "p95 ms", "CPU ms", "floor CPU ms")
        return tabel(kop, rijen)

    def _peer(self) -> str:
        kop = ("what", "ours", "server + database", "peer", "ours / peer", "must")
        return tabel(kop, [_peerrij(o) for o in self.onderdelen if o.peer and o.laatste])

    def _groei(self) -> str:
        rijen = [
            (
                o.naam,
                o.maat,
                " / ".join(f"{m.n:,}" for m in o.maten),
                " / ".join(f"{m.p50:.1f}" for m in o.maten),
                _macht(o.maten),
            )
            for o in self.onderdelen
            if len(o.maten) > 1
        ]
        return tabel(("what", "of", "sizes", "p50 ms", "exponent"), rijen)


def _vloerrij(o: Onderdeel) -> tuple[str, ...]:
    m = o.laatste
    if m is None:
        return (o.naam, "-", o.vloer, o.overgeslagen or "-", o.moet, "-", "-", "-", "-")
    keer = o.verhouding(m)
    vragen = f" ({m.vragen} {'rijen' if o.vloer.startswith('dezelfde') else 'vragen'})" if m.vragen else ""
    return (
        o.naam + vragen,
        f"{m.n:,} {o.maat}",
        o.vloer,
        f"{f'**{keer:.1f}x**' if keer else '-'}{_eindoordeel(o, m)}",
        o.moet,
        f"{m.p50:.1f}",
        f"{m.p95:.1f}",
        f"{sum(m.cpu):.1f}" if m.cpu else "-",
        f"{m.vloer_cpu:.1f}" if m.vloer_cpu else "-",
    )


def _eindoordeel(o: Onderdeel, m: Maat) -> str:
    """Return whether a row stays within all that it must reach; "" when nothing is asked of it."""
    keer, gehaald = o.verhouding(m), []
    if keer and o.eis is not None:
        gehaald.append(keer <= o.eis)
    if o.grenzen is not None:
        gehaald.append(o.grenzen.gehaald(m))
    return _woord(all(gehaald)) if gehaald else ""


def _woord(gehaald: bool) -> str:
    return " reached" if gehaald else " NOT REACHED"


def _oordeel(keer: float, eis: float | None) -> str:
    return "" if eis is None else _woord(keer <= eis)


def _peerrij(o: Onderdeel) -> tuple[str, ...]:
    m = o.laatste
    assert m is not None and m.cpu is not None and o.peer is not None
    samen = sum(m.cpu)
    deel = samen / o.peer
    moet = f"1/{1 / o.peer_deel:.0f}{_oordeel(deel, o.peer_deel)}" if o.peer_deel else "-"
    return (
        o.naam,
        f"{samen:.1f}",
        f"{m.cpu[0]:.1f} + {m.cpu[1]:.1f}",
        f"{o.peer:.0f}",
        f"1/{1 / deel:.0f}" if 0 < deel < 1 else f"{deel:.1f}x",
        moet,
    )


def _macht(maten: Sequence[Maat]) -> str:
    gevonden = exponent([(m.n, m.p50) for m in maten])
    return "-" if gevonden is None else f"{gevonden:.2f}"


def tabel(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    regels = [f"| {' | '.join(rij)} |" for rij in (kop, ["---"] * len(kop), *rijen)]
    return "\n".join(regels) + "\n"

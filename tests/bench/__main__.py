"""`python -m tests.bench`: measure everything (--kort: a little of it) and write docs/prestaties.md."""

import argparse
import sys
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.bench.omgeving import WORTEL, betreed, eigen_map, zeg


@dataclass(frozen=True, slots=True)
class Omvang:
    """How much of everything. `kopieen` are the sizes of the database, in times the base."""

    huishoudens: int
    kopieen: tuple[int, ...]
    opname: int
    lezen: int
    inwoners: tuple[int, ...]
    klokken: tuple[int, ...]
    demo: tuple[float, ...]
    berichten: tuple[int, ...]
    feiten: tuple[int, ...]
    starten: bool
    grafieken: tuple[int, ...]


# 2,000 x 50: the 100,000 casussen and 1,000,000 events of design 10.
VOL = Omvang(
    huishoudens=2_000,
    kopieen=(5, 15, 50),
    opname=400,
    lezen=200,
    inwoners=(10_000, 100_000, 1_000_000),
    klokken=(10_000, 100_000, 1_000_000),
    demo=(0.25, 0.5, 1.0),
    berichten=(100, 300, 1_000),
    feiten=(200_000, 2_000_000, 20_000_000),
    starten=True,
    grafieken=(6, 12, 25),
)
KORT = Omvang(
    huishoudens=12,
    kopieen=(1, 2),
    opname=5,
    lezen=2,
    inwoners=(500, 1_000),
    klokken=(500, 1_000),
    demo=(),
    berichten=(2, 4),
    feiten=(200, 400),
    starten=False,
    grafieken=(1, 2),
)


def main() -> int:
    """Run; return the exit code."""
    keuzes = argparse.ArgumentParser(prog="make bench")
    keuzes.add_argument(
        "--kort", action="store_true", help="klein en binnen een minuut; zegt niets over snelheid"
    )
    keuzes.add_argument("--uit", type=Path, help="bestand voor het verslag; zonder: docs/prestaties.md")
    keuzes.add_argument("--begin", type=Path, help="bijgewerkte gegevensmap om een kopie van te nemen")
    gekozen = keuzes.parse_args()
    uit: Path = gekozen.uit or WORTEL / "docs" / ("prestaties-kort.md" if gekozen.kort else "prestaties.md")
    with eigen_map(gekozen.begin) as home:
        betreed(home)
        tekst = _meet(home, KORT if gekozen.kort else VOL, gekozen.kort)
    uit.write_text(tekst)
    zeg(f"Geschreven: {uit.name}")
    return 0


def _meet(home: Path, omvang: Omvang, kort: bool) -> str:
    from samendoen.site.cli.bedrijf import bijwerken
    from samendoen.site.cli.opstart import met_databank

    with met_databank():
        from django.db import connection

        from tests.bench import berichtmeting, cijfermeting, metingen, rapportmeting
        from tests.bench.verslag import Verslag

        bijwerken()
        verslag = Verslag(_op_de_databank(home, omvang), kort=kort)
        verslag.postgres = f"{connection.cursor().connection.info.server_version // 10000}"
        zeg("Termijnen")
        verslag.onderdelen.append(metingen.klokken(omvang.klokken))
        zeg("Berichten")
        verslag.onderdelen += berichtmeting.maand(home, omvang.berichten)
        zeg("Cijfers")
        verslag.onderdelen.append(cijfermeting.indicatoren(omvang.feiten))
        zeg("Rapporten")
        verslag.onderdelen.append(rapportmeting.naar_pdf(omvang.grafieken))
    if omvang.demo:
        zeg("Demo")
        demo, schijf = metingen.demo(omvang.demo)
        verslag.onderdelen.append(demo)
        verslag.los.append(("Demo op schijf", schijf, "<= 600 MB"))
    if omvang.starten:
        zeg("Starten")
        tijd = metingen.starten()
        verslag.los.append(("Van niets tot een bijgewerkte databank", f"{tijd['migreren']:.1f} s", "<= 15 s"))
        verslag.los.append(("Starten tot er pagina's zijn", f"{tijd['starten']:.1f} s", "<= 3 s"))
    return verslag.tekst()


def _op_de_databank(home: Path, omvang: Omvang) -> list:  # type: ignore[type-arg]
    from samendoen.kernel.api import klok
    from tests.bench import basis, dashboardmeting, http_metingen, metingen, vermenigvuldig
    from tests.bench.dienst import draaiende_dienst
    from tests.bench.rijen import Onderdeel

    zeg(f"Basis: {omvang.huishoudens} huishoudens door de acties")
    van = time.perf_counter()
    gebouwd, kopieen = basis.bouw(omvang.huishoudens), 1
    zeg(f"  {time.perf_counter() - van:.0f} s")
    uit = http_metingen.onderdelen()
    opname = Onderdeel(
        "Momentopname van de feiten", "COPY van dezelfde gebeurtenissen", "<= 3x", "gebeurtenissen", 3
    )
    borden, peildatum = dashboardmeting.onderdeel(), klok.vandaag()
    ronde = http_metingen.Ronde(omvang.opname, omvang.lezen)
    with draaiende_dienst(home) as dienst:
        for n in omvang.kopieen:
            zeg(f"Databank met {n} keer de basis")
            vermenigvuldig.vermenigvuldig(kopieen, n)
            kopieen = max(kopieen, n)
            http_metingen.meet(dienst, gebouwd, ronde, uit)
            peildatum -= timedelta(days=1)
            metingen.momentopname(home, peildatum, opname)
            dashboardmeting.meet(gebouwd, peildatum, opname.maten[-1].n, omvang.lezen, borden)
    zeg("Zoeken")
    return [*uit.values(), opname, borden, metingen.zoeken(gebouwd, omvang.inwoners, omvang.lezen)]


if __name__ == "__main__":
    sys.exit(main())

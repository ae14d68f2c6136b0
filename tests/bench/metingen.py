"""What is measured without HTTP: search, clocks, snapshots, the demo, starting."""

import json
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

from django.db import connection

from samendoen.kernel.api import SYSTEEM, klok
from samendoen.recht import termijn
from samendoen.recht.api import Grond
from samendoen.werk.rules import Stilstand, reken
from tests.bench import bewoners
from tests.bench.basis import Basis, actor
from tests.bench.dienst import ZONDER_PROXY, databank_cpu, vrije_poort
from tests.bench.omgeving import WORTEL, eigen_map, omgeving, zeg
from tests.bench.rijen import Grenzen, Maat, Onderdeel
from tests.bench.verbruik import percentiel

GEDULD_S = 600


def zoeken(basis: Basis, maten: tuple[int, ...], keren: int) -> Onderdeel:
    """Recognise residents by surname and birth date among ever more of them."""
    from samendoen.inwoners.api import herken

    uit = Onderdeel(
        "Inwoner zoeken op naam en geboortedatum", "-", "p95 <= 30 ms", "inwoners", grenzen=Grenzen(p95=30)
    )
    door, geladen, toeval = actor(basis.loket), 0, Random(7)
    for n in maten:
        bewoners.laad(n, geladen)
        geladen, duren = n, []
        for _keer in range(keren):
            naam, geboren = bewoners.wie(toeval.randrange(n))
            van = time.perf_counter()
            gevonden = herken(door, naam=naam, geboortedatum=geboren)
            duren.append(1000 * (time.perf_counter() - van))
            if not gevonden:
                raise RuntimeError("The search did not find who was loaded")
        uit.maten.append(Maat(n, percentiel(duren, 0.5), percentiel(duren, 0.95)))
    return uit


def klokken(maten: tuple[int, ...]) -> Onderdeel:
    """Compute open clocks again in memory, as a change of the law or of the holidays would ask."""
    uit = Onderdeel(
        "Termijnen opnieuw berekend, in het geheugen",
        "-",
        "<= 5 s bij 1.000.000",
        "klokken",
        grenzen=Grenzen(duur=5_000),
    )
    vandaag, toeval = klok.vandaag(), Random(11)
    soorten = ("wmo-onderzoek", "awb-beslistermijn", "klacht", "wmo-besluit")
    alle = []
    for _n in range(max(maten)):
        start = vandaag - timedelta(days=toeval.randrange(400))
        stil = _stilstand(start, toeval) if toeval.random() < 0.1 else ()
        alle.append((toeval.choice(soorten) if not stil else "awb-beslistermijn", start, stil))
    for n in maten:
        termijn._bereken.cache_clear()
        van = time.perf_counter()
        for soort, start, stil in alle[:n]:
            reken(soort, start, stil, 0, vandaag)
        duur = 1000 * (time.perf_counter() - van)
        uit.maten.append(Maat(n, duur, duur))
    return uit


def _stilstand(start: date, toeval: Random) -> tuple[Stilstand, ...]:
    van = start + timedelta(days=2 + toeval.randrange(20))
    return (Stilstand(van, van + timedelta(days=1 + toeval.randrange(20)), Grond.OVERMACHT),)


def momentopname(home: Path, peildatum: date, uit: Onderdeel) -> None:
    """Freeze the facts of what the database holds now, beside COPY of the same events."""
    from samendoen.cijfers.api import maak_momentopname

    grens = klok.einde_van(peildatum)
    begin, van = databank_cpu(home) + time.process_time(), time.perf_counter()
    maak_momentopname(SYSTEEM, peildatum)
    duur = 1000 * (time.perf_counter() - van)
    cpu = 1000 * (databank_cpu(home) + time.process_time() - begin)
    begin, van, n = databank_cpu(home) + time.process_time(), time.perf_counter(), 0
    with connection.connection.cursor() as cursor:
        vraag = "COPY (SELECT * FROM kernel_gebeurtenis WHERE vastgelegd_op < '{}') TO STDOUT"
        with cursor.copy(vraag.format(grens.isoformat())) as kopie:
            for blok in kopie:
                n += bytes(blok).count(b"\n")
    vloer = 1000 * (time.perf_counter() - van)
    vloer_cpu = 1000 * (databank_cpu(home) + time.process_time() - begin)
    uit.maten.append(Maat(n, duur, duur, (cpu, 0.0), vloer_cpu, vloer))


def demo(schalen: tuple[float, ...]) -> tuple[Onderdeel, str]:
    """Build the demo from nothing at ever larger scale; also how much disk the largest takes."""
    uit = Onderdeel(
        "Demogemeente bouwen, koud", "-", "<= 60 s, <= 600 MB", "meldingen", grenzen=Grenzen(duur=60_000)
    )
    schijf = ""
    for schaal in schalen:
        zeg(f"  demo op schaal {schaal:g}")
        with eigen_map() as home:
            van = time.perf_counter()
            gebouwd = json.loads(_draai(home, "demo", "--eenmalig", "--json", "--schaal", str(schaal)))
            duur = 1000 * (time.perf_counter() - van)
            n = sum(sum(teams.values()) for teams in gebouwd["meldingen"].values())
            uit.maten.append(Maat(n, duur, duur, noot=f"{gebouwd['gebeurtenissen']} gebeurtenissen"))
            schijf = f"{_grootte(home) / 1_000_000:.0f} MB"
    return uit, schijf


def starten() -> dict[str, float]:
    """Return seconds: from nothing to a database that is up to date, and until pages are answered."""
    with eigen_map() as home:
        van = time.perf_counter()
        _draai(home, "migrate")
        migreren = time.perf_counter() - van
        poort, van = vrije_poort(), time.perf_counter()
        proces = subprocess.Popen(
            _opdracht("serve", "--poort", str(poort)),
            env=omgeving(home) | {"DJANGO_SETTINGS_MODULE": "samendoen.site.settings"},
            cwd=WORTEL,
            stdout=subprocess.DEVNULL,
        )
        try:
            while not _antwoordt(poort):
                if proces.poll() is not None or time.perf_counter() - van > GEDULD_S:
                    raise RuntimeError("samendoen serve does not answer")
                time.sleep(0.02)
            gestart = time.perf_counter() - van
        finally:
            proces.terminate()
            proces.wait(GEDULD_S)
    return {"migreren": migreren, "starten": gestart}


def _opdracht(*argumenten: str) -> list[str]:
    return [sys.executable, "-m", "samendoen.site.cli.start", *argumenten]


def _draai(home: Path, *argumenten: str) -> str:
    omg = omgeving(home) | {"DJANGO_SETTINGS_MODULE": "samendoen.site.settings"}
    klaar = subprocess.run(
        _opdracht(*argumenten), env=omg, cwd=WORTEL, stdout=subprocess.PIPE, timeout=GEDULD_S, check=True
    )
    return klaar.stdout.decode()


def _antwoordt(poort: int) -> bool:
    try:
        with ZONDER_PROXY.open(f"http://127.0.0.1:{poort}/gezond", timeout=2) as antwoord:
            return bool(antwoord.status == 200)
    except OSError:
        return False


def _grootte(home: Path) -> int:
    return sum(pad.stat().st_size for pad in home.rglob("*") if pad.is_file() and not pad.is_symlink())

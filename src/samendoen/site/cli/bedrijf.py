"""Running the system: serve, worker, migrate, check."""

import json
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Annotated, cast

import typer

from samendoen.site.cli.opzicht import Kind, bewaak
from samendoen.site.fout import Bedrijfsfout

ADRES = "127.0.0.1"
EERSTE_POORT = 8000
UITWIJKPOORTEN = 20
GEREED_S = 90.0
DRADEN = 4
"""Requests that one web process answers at the same time; each holds one database connection."""

AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]


def registreer(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    for opdracht in (serve, worker, migrate, check):
        app.command()(opdracht)


def serve(
    poort: Annotated[int | None, typer.Option(min=1, max=65535, help="Poort; zonder: 8000 of hoger.")] = None,
    adres: Annotated[str, typer.Option(help="Netwerkadres waarop de webserver luistert.")] = ADRES,
    werkers: Annotated[int, typer.Option(min=1, max=64, help="Aantal webprocessen.")] = 2,
    met_worker: Annotated[
        bool | None,
        typer.Option(help="Voer ook taken op de achtergrond uit (zonder DATABASE_URL altijd aan)."),
    ] = None,
) -> None:
    """Draai Samendoen: webserver, achtergrondtaken en, zonder DATABASE_URL, de databank."""
    draai(poort=poort, adres=adres, werkers=werkers, met_worker=met_worker)


def draai(
    *,
    poort: int | None = None,
    adres: str = ADRES,
    werkers: int = 2,
    met_worker: bool | None = None,
    gereed: Callable[[str], None] | None = None,
) -> None:
    """Serve until a stop signal; call `gereed` with the address once pages are answered.

    With the embedded database this brings it up to date first; with a server of others it refuses when
    migrations lack. Raises Bedrijfsfout: port taken, database behind, a process that keeps falling over.
    """
    from samendoen.site.cli.opstart import met_bijgewerkte_databank, met_databank
    from samendoen.site.databank import eigen_server, herstel

    poort = kies_poort(adres, poort)
    ingebouwd = eigen_server() is None
    stop = threading.Event()
    with met_databank() if ingebouwd else met_bijgewerkte_databank():
        if ingebouwd:
            bijwerken()
        for teken in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(teken, lambda *_: stop.set())
        kinderen = [_webserver(adres, poort, werkers)]
        if ingebouwd if met_worker is None else met_worker:
            kinderen.append(Kind("achtergrondtaken", _python("samendoen.site.cli.start", "worker")))
        melder = _Melder(f"http://{adres}:{poort}/", gereed or _zeg_gereed)

        def ronde() -> None:
            melder.kijk()
            if ingebouwd and herstel():
                _zeg("De databank viel weg en is opnieuw gestart.")

        bewaak(kinderen, stop, ronde)


def worker(
    gelijktijdig: Annotated[int, typer.Option(min=1, max=64, help="Aantal taken tegelijk.")] = 2,
) -> None:
    """Voer taken op de achtergrond uit, tot een stopteken."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        werk_jobs_af(gelijktijdig=gelijktijdig)


def werk_jobs_af(*, gelijktijdig: int, blijf: bool = True) -> None:
    """Run jobs until a stop signal, or, without `blijf`, until none is waiting.

    The caller has Django and the database ready.
    """
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    verbinding = cast(DjangoConnector, app.connector).get_worker_connector()
    with app.replace_connector(verbinding) as met_verbinding:
        met_verbinding.run_worker(concurrency=gelijktijdig, wait=blijf, shutdown_graceful_timeout=10)


def migrate(als_json: AlsJson = False) -> None:
    """Werk de databank en de vaste bestanden (stijl, lettertypen) bij naar deze versie."""
    from samendoen.site.cli.opstart import met_databank

    with met_databank():
        gedaan = bijwerken()
    if als_json:
        _antwoord({"migraties": gedaan})
    else:
        _zeg(f"Bijgewerkt: {len(gedaan)} migraties." if gedaan else "De databank was al bij.")


def check(als_json: AlsJson = False) -> None:
    """Zeg wat er verkeerd is ingesteld en hoe het moet."""
    from samendoen.site.cli.controle import controleer

    bevindingen = controleer()
    goed = all(bevinding.goed for bevinding in bevindingen)
    if als_json:
        _antwoord({"goed": goed, "bevindingen": [bevinding.als_json() for bevinding in bevindingen]})
    else:
        for bevinding in bevindingen:
            _zeg(str(bevinding))
    if not goed:
        raise typer.Exit(1)


def bijwerken() -> list[str]:
    """Apply missing migrations and collect static files; return the names of the migrations.

    Two at the same moment wait for each other. The caller has Django and the database ready.
    """
    from django.core.management import call_command
    from django.db import connection

    from samendoen.kernel.api import minder_opruimen
    from samendoen.site.cli.opstart import ontbrekende_migraties

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('samendoen.bijwerken'))")
    try:
        gedaan = ontbrekende_migraties()
        if gedaan:
            with minder_opruimen():
                call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('samendoen.bijwerken'))")
    return gedaan


def kies_poort(adres: str, gevraagd: int | None) -> int:
    """Return the port to serve on: the one asked for, or the first free one from 8000.

    Raises Bedrijfsfout when the asked one is taken, or all UITWIJKPOORTEN + 1 are.
    """
    if gevraagd is not None:
        if not _vrij(adres, gevraagd):
            raise Bedrijfsfout(
                "poort_bezet",
                f"Op {adres} is poort {gevraagd} niet beschikbaar.",
                "Kies een andere met --poort, of laat --poort weg: dan zoekt Samendoen er zelf een.",
            )
        return gevraagd
    reeks = range(EERSTE_POORT, EERSTE_POORT + UITWIJKPOORTEN + 1)
    poort = next((poort for poort in reeks if _vrij(adres, poort)), None)
    if poort is None:
        raise Bedrijfsfout(
            "poort_bezet",
            f"Op {adres} zijn de poorten {reeks[0]} tot en met {reeks[-1]} alle bezet.",
            "Noem een vrije poort met --poort.",
        )
    if poort != EERSTE_POORT:
        _zeg(f"Poort {EERSTE_POORT} is bezet; Samendoen neemt poort {poort}.")
    return poort


def _vrij(adres: str, poort: int) -> bool:
    try:
        familie, soort, protocol, _, plek = socket.getaddrinfo(adres, poort, type=socket.SOCK_STREAM)[0]
        with socket.socket(familie, soort, protocol) as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            proef.bind(plek)
    except OSError:
        return False
    return True


def _webserver(adres: str, poort: int, werkers: int) -> Kind:
    keuzes = {
        "--interface": "wsgi",
        "--host": adres,
        "--port": str(poort),
        "--workers": str(werkers),
        "--blocking-threads": str(DRADEN),
        "--workers-kill-timeout": "8",
        "--log-level": "warning",
    }
    regel = [deel for paar in keuzes.items() for deel in paar]
    return Kind(
        "webserver",
        _python("granian", *regel, "--respawn-failed-workers", "samendoen.site.cli.web:application"),
    )


def _python(module: str, *argumenten: str) -> list[str]:
    return [sys.executable, "-m", module, *argumenten]


class _Melder:
    """Says once that pages are answered; raises Bedrijfsfout when that takes too long."""

    def __init__(self, url: str, gereed: Callable[[str], None]) -> None:
        self.url = url
        self.gereed: Callable[[str], None] | None = gereed
        self.uiterlijk = time.monotonic() + GEREED_S

    def kijk(self) -> None:
        """Look whether it answers, until it did."""
        if self.gereed is None:
            return
        if _antwoordt(self.url + "gezond"):
            self.gereed(self.url)
            self.gereed = None
        elif time.monotonic() > self.uiterlijk:
            raise Bedrijfsfout(
                "webserver_start_niet",
                f"De webserver geeft na {GEREED_S:.0f} seconden geen antwoord.",
                "De reden staat in de regels hierboven. Voer daarna 'samendoen check' uit.",
            )


def _antwoordt(url: str) -> bool:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=2) as antwoord:
            return bool(antwoord.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _zeg_gereed(url: str) -> None:
    _zeg(f"Samendoen draait op {url} (stoppen met Ctrl-C).")


def _zeg(zin: str) -> None:
    print(zin, flush=True)  # noqa: T201


def _antwoord(inhoud: dict[str, object]) -> None:
    print(json.dumps(inhoud, ensure_ascii=False), flush=True)  # noqa: T201

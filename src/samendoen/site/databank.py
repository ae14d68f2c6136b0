"""Which database this installation uses, and for how long the embedded one runs.

With DATABASE_URL it is a server that others manage. Without it, it is the embedded PostgreSQL with its data
in `databank/` under SAMENDOEN_HOME. The embedded server runs as long as someone uses it: every user (serve,
worker, a command, the tests) holds a shared lock on a file, and whoever leaves and finds nobody else stops
the server. The kernel drops the lock of a process that dies, however it dies.

Nothing here starts at import: settings only ask for the address, commands call `draaiende_databank`.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import psycopg

from samendoen.site import postgres
from samendoen.site.fout import Bedrijfsfout

NAAM = "samendoen"
GEBRUIKER = "samendoen"
POORT = 5432
"""Only names the socket file; the embedded server listens on no network address."""
OUDSTE_VERSIE = 15
"""Oldest PostgreSQL that is supported."""
_SOCKETPAD_BYTES = 100
"""A socket path holds 107 bytes on Linux and 103 on macOS."""
_VOORBEREID_NA = 3
"""Times that a connection sees a query before the server keeps its plan (psycopg's `prepare_threshold`)."""
PLANNEN = 250
"""Plans that the server keeps per connection at most; the 100 of psycopg are fewer than the screens ask."""
OPTIES = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name", "options")
"""What a DATABASE_URL may say after its `?`, beside `host`."""


def samendoen_home() -> Path:
    """Return the data folder of this installation: $SAMENDOEN_HOME, or `.samendoen` in the working folder."""
    return Path(os.path.abspath(os.path.expanduser(os.environ.get("SAMENDOEN_HOME") or ".samendoen")))


def eigen_server() -> str | None:
    """Return DATABASE_URL, or None when the embedded server is the database."""
    # DATABASE_URL: postgresql://user:password@host:port/database of a server of your own (PostgreSQL >= 15).
    return os.environ.get("DATABASE_URL") or None


def databank_url(home: Path | None = None) -> str:
    """Return the address of the database: DATABASE_URL, else that of the embedded server under `home`."""
    eigen = eigen_server() if home is None else None
    return eigen or f"postgresql://{GEBRUIKER}@/{NAAM}?host={quote(str(socketmap(home or samendoen_home())))}"


def socketmap(home: Path) -> Path:
    """Return the folder of the embedded server's socket: inside `home` when its path can be one.

    Else (too long, or with a comma, which clients read as two servers) a short folder under /tmp, which
    `postgres.start` makes and keeps for its owner alone.
    """
    eigen = home / "socket"
    pad = os.fsencode(eigen / f".s.PGSQL.{POORT}")
    if len(pad) <= _SOCKETPAD_BYTES and b"," not in pad:
        return eigen
    return Path("/tmp") / f"samendoen-{hashlib.sha256(os.fsencode(home.resolve())).hexdigest()[:16]}"


def django_databank() -> dict[str, Any]:
    """Return DATABASES["default"]. Raises Bedrijfsfout when DATABASE_URL is not understood."""
    eigen = eigen_server()
    plaats = _ontleed(eigen) if eigen else _ingebouwd(samendoen_home())
    # Values go apart from the query: the server plans what pages ask once per connection (record 0017).
    voorbereid = {"server_side_binding": True, "prepare_threshold": _VOORBEREID_NA}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **plaats,
        "OPTIONS": voorbereid | plaats["OPTIONS"],
    }


def _ingebouwd(home: Path) -> dict[str, Any]:
    return {"NAME": NAAM, "USER": GEBRUIKER, "HOST": str(socketmap(home)), "PORT": str(POORT), "OPTIONS": {}}


def _ontleed(url: str) -> dict[str, Any]:
    try:
        delen = urlsplit(url)
        poort, netwerk = delen.port, delen.hostname
    except ValueError as fout:
        raise _url_fout("het poortnummer of het adres klopt niet") from fout
    vragen = dict(parse_qsl(delen.query, keep_blank_values=True))
    host = vragen.pop("host", "") or unquote(netwerk or "")
    naam = unquote(delen.path.removeprefix("/"))
    if delen.scheme not in {"postgres", "postgresql"}:
        raise _url_fout("het begint niet met postgresql://")
    if not naam or "/" in naam:
        raise _url_fout("de naam van de databank ontbreekt na de schuine streep")
    if "," in host:
        raise _url_fout("meer dan één server kan niet")
    vreemd = sorted(set(vragen) - set(OPTIES))
    if vreemd:
        raise _url_fout(f"de instelling {vreemd[0]} is onbekend; bekend zijn host, {', '.join(OPTIES)}")
    return {
        "NAME": naam,
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": host,
        "PORT": str(poort or POORT),
        "OPTIONS": vragen,
    }


def _url_fout(reden: str) -> Bedrijfsfout:
    """Return the error; the address itself stays out of it, because it holds a password."""
    return Bedrijfsfout(
        "database_url",
        f"DATABASE_URL is niet bruikbaar: {reden}.",
        "Schrijf postgresql://gebruiker:wachtwoord@server:5432/databank; codeer vreemde tekens (@ als %40).",
    )


@dataclass
class _Gebruik:
    """The lock with which this process says that it uses a server, and how many parts of it do."""

    slot: int
    duurzaam: bool
    aantal: int = 1


@dataclass
class _Register:
    gebruik: dict[Path, _Gebruik] = field(default_factory=dict)


_register = _Register()


@contextmanager
def draaiende_databank(home: Path | None = None, *, duurzaam: bool = True) -> Iterator[str]:
    """Have the database running for the length of the block and yield its address.

    With DATABASE_URL (and no `home`) nothing is started. Otherwise the embedded server is started, or
    joined when it already runs. `duurzaam=False` is for tests only: fast, but not safe against power failure.
    Raises Bedrijfsfout.
    """
    eigen = eigen_server() if home is None else None
    if eigen:
        yield eigen
        return
    url = start(home, duurzaam=duurzaam)
    try:
        yield url
    finally:
        laat_los(home)


def start(home: Path | None = None, *, duurzaam: bool = True) -> str:
    """Start or join the embedded server under `home` and return its address; end with `laat_los`."""
    home = _open_home(home)
    if home in _register.gebruik:
        _register.gebruik[home].aantal += 1
        return databank_url(home)
    with _beurt(home):
        slot = _slot(home / "databank.gebruik", fcntl.LOCK_SH)
        try:
            zorg_dat_ze_draait(home, duurzaam=duurzaam)
        except BaseException:
            os.close(slot)
            raise
        _register.gebruik[home] = _Gebruik(slot, duurzaam)
    return databank_url(home)


def laat_los(home: Path | None = None) -> None:
    """Say that this process no longer uses the server under `home`; the last one stops it."""
    home = _pad(home)
    gebruik = _register.gebruik.get(home)
    if gebruik is None:
        return
    gebruik.aantal -= 1
    if gebruik.aantal:
        return
    del _register.gebruik[home]
    with _beurt(home):
        os.close(gebruik.slot)
        try:
            laatste = _slot(home / "databank.gebruik", fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        try:
            postgres.stop(_server(home))
        finally:
            os.close(laatste)


def herstel(home: Path | None = None) -> bool:
    """Start the embedded server again if it died while we use it; say whether that was needed."""
    home = _pad(home)
    gebruik = _register.gebruik.get(home)
    if gebruik is None or postgres.draaiende_pid(_server(home).data) is not None:
        return False
    with _beurt(home):
        zorg_dat_ze_draait(home, duurzaam=gebruik.duurzaam)
    return True


def zorg_dat_ze_draait(home: Path, *, duurzaam: bool) -> None:
    """Start the server unless it runs, and make the database. For whoever holds the turn (see `start`)."""
    if postgres.draaiende_pid(_server(home).data) is None:
        postgres.start(_server(home), duurzaam=duurzaam)
    with psycopg.connect(
        host=str(socketmap(home)), port=POORT, user=GEBRUIKER, dbname="postgres", autocommit=True
    ) as verbinding:
        veilig = verbinding.execute("SHOW fsync").fetchone() == ("on",)
        if duurzaam and not veilig:
            raise Bedrijfsfout(
                "databank_onveilig",
                f"De databank onder {home} draait in de snelle, onveilige stand van de tests.",
                "Wacht tot de tests klaar zijn, of kies een andere SAMENDOEN_HOME.",
            )
        if not verbinding.execute("SELECT 1 FROM pg_database WHERE datname = %s", (NAAM,)).fetchone():
            verbinding.execute(f'CREATE DATABASE "{NAAM}"')


def _server(home: Path) -> postgres.Server:
    return postgres.Server(home / "databank", socketmap(home), home / "databank.log", GEBRUIKER)


def _pad(home: Path | None) -> Path:
    return Path(os.path.abspath(home)) if home is not None else samendoen_home()


def _open_home(home: Path | None) -> Path:
    pad = _pad(home)
    try:
        pad.mkdir(mode=0o700, parents=True, exist_ok=True)
        schrijfbaar = os.access(pad, os.W_OK | os.X_OK)
    except OSError:
        schrijfbaar = False
    if not schrijfbaar:
        raise Bedrijfsfout(
            "home_niet_schrijfbaar",
            f"In de gegevensmap {pad} kan dit account niet schrijven.",
            "Geef haar aan dit account (chown), of zet SAMENDOEN_HOME op een andere map.",
        )
    return pad


@contextmanager
def _beurt(home: Path) -> Iterator[None]:
    """Let one process at a time start or stop the server under `home`."""
    slot = _slot(home / "databank.beurt", fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(slot)


def _slot(pad: Path, soort: int) -> int:
    """Open and lock a file; closing it unlocks. Not inherited by programs we start."""
    try:
        bestand = os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as fout:
        raise Bedrijfsfout(
            "home_van_ander",
            f"Het bestand {pad} is van een ander account.",
            "Werk onder dat account, of zet SAMENDOEN_HOME op een andere map.",
        ) from fout
    try:
        fcntl.flock(bestand, soort)
    except BaseException:
        os.close(bestand)
        raise
    return bestand

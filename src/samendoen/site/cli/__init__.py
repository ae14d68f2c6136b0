"""The command `samendoen`. Contract: exit code 0 is fine, 1 a finding or an error, 2 wrong usage.

Answers go to stdout, messages to stderr; with --json an error is one JSON document on stdout.
Nothing here imports Django: a command that needs it calls `opstart.met_databank`.
"""

import json
import os
import signal
import sys
import traceback
from importlib import import_module
from types import FrameType
from typing import NoReturn

from typer.exceptions import Abort, TyperException

from samendoen.site.cli.taal import Opdrachten, melding

MODULES = (
    "recht",
    "bedrijf",
    "cijfers",
    "demo",
    "beleid",
    "wislijst",
    "bericht",
    "onthulling",
    "simulator",
    "producten",
)
"""Modules of this package that each have a `registreer(app)`."""


def maak_app() -> Opdrachten:
    """Return the command with everything it can do."""
    app = Opdrachten(help="Samendoen: één huishouden, één plan, één regisseur.")
    for naam in MODULES:
        import_module(f"samendoen.site.cli.{naam}").registreer(app)
    return app


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    for teken in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(teken, _stop)
    sys.exit(voer_uit(sys.argv[1:]))


def voer_uit(argumenten: list[str]) -> int:
    """Run one command and return its exit code; never raises for what a user can do wrong."""
    als_json = "--json" in argumenten
    try:
        uitkomst = maak_app()(args=argumenten, prog_name="samendoen", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as fout:
        return _gebruiksfout(fout, als_json)
    except (Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as fout:
        return _fout(fout, als_json)
    return uitkomst if isinstance(uitkomst, int) else 0


def _stop(teken: int, frame: FrameType | None) -> NoReturn:
    """Leave through every `finally`: the last user of the embedded database stops it on the way out."""
    raise SystemExit(128 + teken)


def _gebruiksfout(fout: TyperException, als_json: bool) -> int:
    tekst = getattr(fout, "format_message", fout.__str__)()
    if type(fout).__name__ == "NoArgsIsHelpError":  # its message is the help
        print(tekst, file=sys.stderr)  # noqa: T201
        return 2
    pad = getattr(getattr(fout, "ctx", None), "command_path", "samendoen")
    _meld("gebruik", melding(tekst), f"Voer '{pad} --help' uit voor uitleg.", als_json)
    return 2


def _fout(fout: Exception, als_json: bool) -> int:
    """Print an error. A domain error explains itself; of any other the traceback goes to a file."""
    if os.environ.get("SAMENDOEN_DEBUG") == "1":
        traceback.print_exception(fout)
    toelichting = getattr(fout, "toelichting", None)
    if toelichting is not None:
        _meld(getattr(fout, "fout", "fout"), toelichting, getattr(fout, "doe", ""), als_json)
        return 1
    plek = _bewaar(fout)
    zin = (
        f"Er ging iets mis dat niet was voorzien ({type(fout).__name__}). De bijzonderheden staan in {plek}."
    )
    _meld(
        "onvoorzien", zin, "Voer 'samendoen check' uit en geef dat bestand door aan de beheerder.", als_json
    )
    return 1


def _meld(fout: str, toelichting: str, doe: str, als_json: bool) -> None:
    if als_json:
        print(json.dumps({"fout": fout, "toelichting": toelichting, "doe": doe}, ensure_ascii=False))  # noqa: T201
    else:
        print(" ".join(deel for deel in (toelichting, doe) if deel), file=sys.stderr)  # noqa: T201


def _bewaar(fout: Exception) -> str:
    """Append where it came from to the log of errors, readable by the owner only, and return its path.

    Without the words of the error: those can hold what stands in a dossier (see kernel.spoor).
    """
    from samendoen.kernel.spoor import spoor
    from samendoen.site.databank import samendoen_home

    pad = samendoen_home() / "fouten.log"
    try:
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as bestand:
            bestand.write(spoor(fout))
    except OSError:
        sys.stderr.write(spoor(fout))
        return "de regels hierboven"
    return str(pad)

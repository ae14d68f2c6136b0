"""The commands `onthulling bescherm` and `onthulling controleer`. They need no database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samendoen.site.cli.taal import Opdrachten
from samendoen.site.fout import Bedrijfsfout

if TYPE_CHECKING:
    from samendoen.cijfers.api import Bescherming

AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]
Bestand = Annotated[
    Path, typer.Argument(metavar="BESTAND", exists=True, dir_okay=False, help="Tabellen als JSON.")
]
Drempel = Annotated[
    int, typer.Option("--k", min=5, max=100, metavar="K", help="Kleinste aantal dat getoond mag worden.")
]
Mogelijk = Annotated[
    int,
    typer.Option(
        min=2, metavar="N", help="Hoeveel waarden van een klein aantal mogelijk blijven voor wie rekent."
    ),
]


def registreer(app: typer.Typer) -> None:
    """Add the group `onthulling` to a Typer application."""
    groep = Opdrachten(help="Zorg dat een tabel niemand verraadt.")
    groep.command("bescherm")(bescherm)
    groep.command("controleer")(controleer)
    app.add_typer(groep, name="onthulling")


def bescherm(bestand: Bestand, k: Drempel = 5, mogelijk: Mogelijk = 2, als_json: AlsJson = False) -> None:
    """Verberg kleine aantallen en zo weinig mogelijk andere cellen, zodat ze niet te berekenen zijn.

    Stopt met code 1 als een cel zichzelf verraadt, wat er ook verborgen wordt.
    """
    from samendoen.site.cli.opstart import zet_django_op

    zet_django_op()
    from samendoen.cijfers.api import bescherm_document

    uit = bescherm_document(_lees(bestand), _bescherming(k, mogelijk))
    if als_json:
        _antwoord(uit)
    else:
        for tabel in uit["tabellen"]:
            _toon(tabel)
        verlies, bewezen = uit["verlies"], " (minder kan niet)" if uit["optimaal"] else ""
        typer.echo(
            f"Extra verborgen: {verlies['cellen']} cellen, samen {verlies['aantal']}{bewezen}.", err=True
        )
    if uit["tekort"]:
        typer.echo(
            f"Met verbergen alleen niet veilig: {len(uit['tekort'])} cellen. Voeg waarden samen.", err=True
        )
        raise typer.Exit(1)


def controleer(bestand: Bestand, k: Drempel = 5, mogelijk: Mogelijk = 2, als_json: AlsJson = False) -> None:
    """Reken uit wat een lezer van elke verborgen cel kan weten. Stopt met code 1 als dat te veel is."""
    from samendoen.site.cli.opstart import zet_django_op

    zet_django_op()
    from samendoen.cijfers.api import controleer_document

    uit = controleer_document(_lees(bestand), _bescherming(k, mogelijk))
    if als_json:
        _antwoord(uit)
    else:
        for cel in uit["cellen"]:
            hoog = "meer" if cel["bovengrens"] is None else cel["bovengrens"]
            oordeel = "" if cel["veilig"] else "  te nauw"
            plek = ", ".join(str(waarde) for waarde in cel["cel"].values())
            typer.echo(f"{cel['tabel']} ({plek}): {cel['ondergrens']} t/m {hoog}{oordeel}")
        typer.echo("Veilig." if uit["veilig"] else "Niet veilig.", err=True)
    if not uit["veilig"]:
        raise typer.Exit(1)


def _bescherming(k: int, mogelijk: int) -> Bescherming:
    from samendoen.cijfers.api import Bescherming

    if mogelijk >= k:
        raise Bedrijfsfout(
            "te_veel_gevraagd",
            f"Van een aantal van 1 t/m {k - 1} kunnen niet {mogelijk} waarden mogelijk blijven.",
            f"Kies --mogelijk van 2 t/m {k - 1}.",
        )
    return Bescherming(drempel=k, mogelijk=mogelijk)


def _lees(bestand: Path) -> object:
    """Return the document in a file. Raises Bedrijfsfout."""
    try:
        gelezen: object = json.loads(bestand.read_bytes())
    except OSError as fout:
        raise Bedrijfsfout(
            "niet_te_lezen", f"'{bestand}' is niet te lezen ({fout.strerror}).", "Kijk de rechten na."
        ) from fout
    except (ValueError, RecursionError) as fout:
        raise Bedrijfsfout(
            "geen_json", f"'{bestand.name}' is geen JSON.", "Zie docs/onthulling.md voor een voorbeeld."
        ) from fout
    return gelezen


def _toon(tabel: dict[str, Any]) -> None:
    typer.echo(tabel["naam"])
    for cel in tabel["cellen"]:
        plek = ", ".join(str(cel[naam]) for naam in tabel["dimensies"])
        typer.echo(f"  {plek}: {cel['aantal'] if cel['aantal'] is not None else 'verborgen'}")


def _antwoord(inhoud: dict[str, Any]) -> None:
    typer.echo(json.dumps(inhoud, ensure_ascii=False))

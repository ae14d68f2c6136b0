"""The commands `bericht controleer` and `bericht verwerk`: a message of iWmo or iJw judged, or applied."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from samendoen.site.cli.taal import Opdrachten
from samendoen.site.fout import Bedrijfsfout

Bestand = Annotated[
    Path,
    typer.Argument(metavar="BESTAND", help="Een bericht (.xml).", exists=True, dir_okay=False),
]
AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]


def registreer(app: typer.Typer) -> None:
    """Add the group `bericht` to a Typer application."""
    bericht = Opdrachten(help="Berichten met aanbieders: iWmo en iJw 3.2.")
    bericht.command("controleer")(controleer)
    bericht.command("verwerk")(verwerk)
    app.add_typer(bericht, name="bericht")


def controleer(
    bestand: Bestand,
    xsd_map: Annotated[
        Path | None,
        typer.Option(
            metavar="MAP",
            help="Map met de officiële schema's; zij keuren dan mee.",
            envvar="SAMENDOEN_XSD_MAP",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Controleer de vorm (niveau 1) en de inhoud (niveau 2) van een bericht. Bevindingen geven code 1.

    Het bericht mag kaal zijn, in een envelop ggk0210 zitten, of in de ZIP (base64) van een aanbieder.
    """
    from samendoen.berichten import api

    try:
        uit = api.neem_bericht(_inhoud(bestand, api.HOOGSTENS + 1))
        uitslag = (
            api.Controle(None, None, uit.bevindingen)
            if uit.bevindingen
            else api.controleer(uit.inhoud, xsd_map)
        )
    except api.SchemaOntbreekt as fout:
        raise Bedrijfsfout(
            "schema_ontbreekt",
            f"In de map '{xsd_map}' is geen bruikbaar schema voor dit bericht ({fout}).",
            "Wijs met --xsd-map de map aan waarin de schema's van de standaard staan, of laat --xsd-map weg.",
        ) from fout
    soort = uitslag.soort.code if uitslag.soort else None
    if als_json:
        bevindingen = [
            {"niveau": b.niveau, "regel": b.regel, "pad": b.pad, "melding": b.melding}
            for b in uitslag.bevindingen
        ]
        typer.echo(json.dumps({"soort": soort, "bevindingen": bevindingen}, ensure_ascii=False))
    else:
        for b in uitslag.bevindingen:
            typer.echo(f"{b.pad}: {b.melding} [niveau {b.niveau}, {b.regel}]")
        typer.echo(_slot(soort, len(uitslag.bevindingen)), err=True)
    if uitslag.bevindingen:
        raise typer.Exit(1)


def verwerk(bestand: Bestand, als_json: AlsJson = False) -> None:
    """Verwerk een bericht alsof het binnenkwam (niveau 1 tot en met 4) en zet het antwoord klaar in uit/.

    Hetzelfde bericht nog eens geeft hetzelfde antwoord en verandert verder niets. Bevindingen geven code 1.
    """
    from samendoen.berichten.api import HOOGSTENS
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    inhoud = _inhoud(bestand, HOOGSTENS + 1)
    with met_bijgewerkte_databank():
        from django.conf import settings

        from samendoen.berichten.post import Mappen, verwerk_bestand

        uitslag = verwerk_bestand(Mappen(settings.SAMENDOEN_BERICHTEN), bestand.name, inhoud)
    pad = settings.SAMENDOEN_BERICHTEN / "uit" / uitslag.antwoord if uitslag.antwoord else None
    if als_json:
        velden = ("niveau", "regel", "pad", "melding")
        antwoord = {
            "soort": uitslag.soort or None,
            "bevindingen": [{veld: b[veld] for veld in velden} for b in uitslag.bevindingen],
            "antwoord": str(pad) if pad else None,
            "status": uitslag.status,
        }
        typer.echo(json.dumps(antwoord, ensure_ascii=False))
    else:
        for b in uitslag.bevindingen:
            typer.echo(f"{b['pad']}: {b['melding']} [niveau {b['niveau']}, {b['regel']}]")
        typer.echo(f"{uitslag.soort or 'Onbekend bericht'}: {uitslag.status}.", err=True)
        if pad:
            typer.echo(f"Antwoord: {pad}", err=True)
    if uitslag.bevindingen:
        raise typer.Exit(1)


def _slot(soort: str | None, aantal: int) -> str:
    naam = soort or "Onbekend bericht"
    return f"{naam}: bevindingen: {aantal}." if aantal else f"{naam}: geen bevindingen op niveau 1 en 2."


def _inhoud(bestand: Path, hoogstens: int) -> bytes:
    """Return a file, or no more of it than shows that it is too large. Raises Bedrijfsfout."""
    try:
        with bestand.open("rb") as bron:
            return bron.read(hoogstens)
    except OSError as fout:
        raise Bedrijfsfout(
            "niet_te_lezen",
            f"'{bestand}' kan niet worden gelezen ({fout.strerror}).",
            "Controleer de naam en of u het bestand mag openen.",
        ) from fout

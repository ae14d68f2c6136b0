"""`samendoen cijfers ggm`: a snapshot as tables of the Gemeentelijk Gegevensmodel."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def ggm(
    uit: Annotated[Path, typer.Option(metavar="MAP", help="Nieuwe of lege map voor de bestanden.")],
    peildatum: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATUM", help="Dag waarvan de gegevens gelden; zonder: de nieuwste."
        ),
    ] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Schrijf een momentopname als tabellen van het Gemeentelijk Gegevensmodel (Parquet en SQL)."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.cijfers.api import voer_ggm_uit
        from samendoen.kernel.api import SYSTEEM

        gemaakt = voer_ggm_uit(SYSTEEM, uit, peildatum.date() if peildatum else None)
    typer.echo("Dit zijn gegevens per melding en besluit: lees LEESMIJ.md voor wat u ermee mag.", err=True)
    if als_json:
        typer.echo(json.dumps(gemaakt.als_json(), ensure_ascii=False))
        return
    typer.echo(f"Gegevens van {gemaakt.peildatum.isoformat()} volgens GGM {gemaakt.versie}, in {uit}:")
    for tabel, rijen in gemaakt.verslag.tabellen.items():
        typer.echo(f"  {tabel}: {rijen} rijen")
    typer.echo("Wat er niet in past staat in LEESMIJ.md.")

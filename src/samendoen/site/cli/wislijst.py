"""`samendoen wislijst`: after a restore, erase again what was erased since the backup."""

import json
import sys
from typing import Annotated

import typer


def registreer(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command()(wislijst)


def wislijst(
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Wis na het terugzetten van een reservekopie opnieuw wat sindsdien gewist was."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.beleid.api import wis_beeindigde_verhalen
        from samendoen.kernel.api import SYSTEEM, speel_wislijst_na

        gedaan = speel_wislijst_na() + wis_beeindigde_verhalen(SYSTEEM)
    if als_json:
        sys.stdout.write(json.dumps({"opnieuw_gewist": gedaan}) + "\n")
    elif gedaan:
        sys.stderr.write(f"Opnieuw gewist: {gedaan}.\n")
    else:
        sys.stderr.write("Er was niets meer te wissen: de databank is bij.\n")

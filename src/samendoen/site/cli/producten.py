"""The command `producten importeer`: read in a list of product codes, or look what it would change."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samendoen.site.cli.taal import Opdrachten

if TYPE_CHECKING:
    from samendoen.besluiten.api import Productlijstverslag

SOORTEN = ("nieuw", "gewijzigd", "beeindigd")


def registreer(app: typer.Typer) -> None:
    """Add the group `producten` to a Typer application."""
    producten = Opdrachten(help="Productcodes voor berichten met aanbieders.")
    producten.command("importeer")(importeer)
    app.add_typer(producten, name="producten")


def importeer(
    bestand: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", help="Een lijst (.csv of .json).", exists=True, dir_okay=False),
    ],
    proef: Annotated[bool, typer.Option("--proef", help="Alleen zeggen wat er zou veranderen.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Lees een lijst met productcodes in (zoals JZ21), of zeg met --proef wat er zou veranderen.

    Kolommen: categorie, code, naam, en als u wilt eenheid, van en tot (de laatste dag). CSV in UTF-8 of JSON.
    Met één geweigerde regel verandert er niets en is de code 1. Twee keer inlezen kan geen kwaad.
    """
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.besluiten.api import GROOTSTE_PRODUCTLIJST, importeer_productcodes
        from samendoen.kernel.api import SYSTEEM

        with bestand.open("rb") as bron:
            verslag = importeer_productcodes(SYSTEEM, bron.read(GROOTSTE_PRODUCTLIJST + 1), proef=proef)
    typer.echo(_als_json(verslag) if als_json else _als_tekst(verslag))
    if verslag.geweigerd:
        raise typer.Exit(1)


def _als_json(v: Productlijstverslag) -> str:
    rijen = {
        soort: [
            {"regel": nr, "categorie": categorie, "code": code, "naam": naam}
            for nr, categorie, code, naam in getattr(v, soort)
        ]
        for soort in SOORTEN
    }
    rest = {
        "gelijk": v.gelijk,
        "overgeslagen": list(v.overgeslagen),
        "geweigerd": [{"regel": nr, "melding": zin} for nr, zin in v.geweigerd],
        "ingelezen": v.gedaan,
    }
    return json.dumps(rijen | rest, ensure_ascii=False)


def _als_tekst(v: Productlijstverslag) -> str:
    regels = [f"Regel {nr}: {zin}" if nr else zin for nr, zin in v.geweigerd]
    namen = {"nieuw": "nieuw", "gewijzigd": "gewijzigd", "beeindigd": "beëindigd"}
    for soort, woord in namen.items():
        regels += [f"Regel {nr}: {woord}: {cat} {code} {naam}" for nr, cat, code, naam in getattr(v, soort)]
    telling = ", ".join(f"{len(getattr(v, soort))} {woord}" for soort, woord in namen.items())
    regels.append(f"{telling}, {v.gelijk} gelijk, {len(v.overgeslagen)} overgeslagen zonder categorie.")
    if v.geweigerd:
        regels.append(f"Er is niets ingelezen: {len(v.geweigerd)} geweigerd.")
    else:
        regels.append("De lijst is ingelezen." if v.gedaan else "Dit was een proef: er is niets ingelezen.")
    return "\n".join(regels)

"""The commands below `cijfers metingen`: take in what others measured, and show it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samendoen.site.cli.taal import Opdrachten
from samendoen.site.fout import Bedrijfsfout

if TYPE_CHECKING:
    from samendoen.cijfers.api import Elders, Metingverslag

AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]


def registreer(cijfers: typer.Typer) -> None:
    """Add the group `metingen` to the group `cijfers`."""
    groep = Opdrachten(help="Cijfers die anderen hebben gemeten.")
    groep.command("lees")(lees)
    groep.command("toon")(toon)
    cijfers.add_typer(groep, name="metingen")


def lees(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een CSV-bestand in UTF-8.")],
    proef: Annotated[bool, typer.Option("--proef", help="Alleen kijken wat er verandert.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Lees metingen in uit BESTAND: alles of niets. Nog een keer inlezen verandert niets."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    inhoud = _inhoud(bestand)
    with met_bijgewerkte_databank():
        from samendoen.cijfers.api import lees_metingen_in
        from samendoen.kernel.api import SYSTEEM

        verslag = lees_metingen_in(SYSTEEM, inhoud, proef=proef)
    if als_json:
        typer.echo(json.dumps(verslag.als_json(), ensure_ascii=False))
    else:
        _toon_verslag(verslag)
    if verslag.geweigerd:
        raise typer.Exit(1)


def toon(
    bron: Annotated[str, typer.Option(metavar="SLEUTEL", help="Alleen uit dit brondocument.")] = "",
    zoek: Annotated[str, typer.Option(metavar="WOORDEN", help="Alleen met deze woorden.")] = "",
    als_json: AlsJson = False,
) -> None:
    """Toon wat anderen hebben gemeten, met bron, periode en waarschuwing."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.cijfers.api import elders_lijst

        gevonden = elders_lijst(zoek, bron)
        if als_json:
            typer.echo(json.dumps({"indicatoren": [e.als_json() for e in gevonden]}, ensure_ascii=False))
            return
        for elders in gevonden:
            druk(elders)
    if not gevonden:
        typer.echo("Niets gevonden; probeer een ander woord of een andere bron.")


def druk(elders: Elders) -> None:
    """Print one indicator with what others measured of it."""
    from samendoen.cijfers.api import meetregels

    typer.echo(f"{elders.indicator.naam} ({elders.indicator.eenheid})")
    for rij in meetregels([elders]):
        typer.echo(f"  {rij['gebied']}, {rij['periode']}: {rij['waarde']}. Bron: {rij['bron']}")
        if rij["twijfel"]:
            typer.echo(f"    * Let op: {rij['twijfel']}")


def _inhoud(bestand: Path) -> bytes:
    try:
        return bestand.read_bytes()
    except OSError as fout:
        raise Bedrijfsfout(
            "bestand_onleesbaar",
            f"Het bestand {bestand} kan niet worden gelezen.",
            "Controleer de naam en of u het mag lezen.",
        ) from fout


def _toon_verslag(verslag: Metingverslag) -> None:
    for nummer, zin in verslag.geweigerd:
        typer.echo(f"regel {nummer}: {zin}" if nummer else zin, err=True)
    if verslag.geweigerd:
        typer.echo("Er is niets ingelezen: zolang er een regel niet klopt, verandert er niets.", err=True)
        return
    for soort, regels in (("nieuw", verslag.nieuw), ("verbeterd", verslag.verbeterd)):
        for r in regels:
            was = "" if r.was is None else f" (was {r.was.normalize():f})"
            cijfer = f"{r.indicator}, {r.gebied} {r.periode}: {r.waarde.normalize():f}{was}"
            typer.echo(f"{soort}, regel {r.nummer}: {cijfer}")
            for twijfel in r.twijfels:
                typer.echo(f"  * Let op: {twijfel}")
    gedaan = "Ingelezen" if verslag.gedaan else "Zou veranderen"
    nieuw, verbeterd = len(verslag.nieuw), len(verslag.verbeterd)
    typer.echo(f"{gedaan}: {nieuw} nieuw, {verbeterd} verbeterd, {verslag.gelijk} stond er al.")

"""`samendoen demo`: build the example municipality and serve it."""

import json
import sys
from datetime import date
from typing import Annotated

import typer


def registreer(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command()(demo)


def demo(
    gemeente: Annotated[str, typer.Option(help="Voorbeeldgemeente.")] = "vijfheerenlanden",
    schaal: Annotated[float, typer.Option(min=0.01, max=10, help="Deel van de echte aantallen.")] = 1.0,
    eenmalig: Annotated[
        bool, typer.Option("--eenmalig", help="Bouw, toon een samenvatting en stop.")
    ] = False,
    poort: Annotated[int | None, typer.Option(min=1, max=65535, help="Poort; zonder: 8000 of hoger.")] = None,
    vandaag: Annotated[str, typer.Option(help="De dag die de demo als vandaag toont (JJJJ-MM-DD).")] = "",
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Bouw de voorbeeldgemeente met verzonnen mensen en draai haar op http://127.0.0.1:8000."""
    from samendoen.site.cli.bedrijf import ADRES, kies_poort
    from samendoen.site.cli.opstart import met_databank
    from samendoen.site.databank import samendoen_home
    from samendoen.site.demo.bouw import bepaal_stand, bouw

    home = samendoen_home()
    if poort is not None and not eenmalig:
        kies_poort(ADRES, poort)  # a taken port is said before the building, not after it
    stand = bepaal_stand(home, gemeente, schaal, _datum(vandaag))
    with met_databank():
        bouwsel = bouw(home, stand, _voortgang)
        if als_json:
            sys.stdout.write(json.dumps(bouwsel.als_json(), ensure_ascii=False) + "\n")
        elif eenmalig:
            _vat_samen(bouwsel.als_json())
        if not eenmalig:
            _serveer(poort)


def _datum(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError as fout:
        raise typer.BadParameter(f"{tekst!r} is geen datum; schrijf bijvoorbeeld 2024-06-03.") from fout


def _serveer(poort: int | None) -> None:
    from samendoen.site.cli.bedrijf import draai
    from samendoen.site.demo.gebruikers import DEMO_GEBRUIKERS, DEMOWACHTWOORD

    def gereed(adres: str) -> None:
        regels = [
            "",
            f"Samendoen draait op {adres}  (stoppen: Ctrl+C)",
            f"Aanmelden met wachtwoord {DEMOWACHTWOORD} als:",
            *(f"  {g.gebruikersnaam:<22} {g.naam}" for g in DEMO_GEBRUIKERS),
            "",
        ]
        sys.stderr.write("\n".join(regels) + "\n")
        sys.stderr.flush()

    draai(poort=poort, gereed=gereed)


def _voortgang(gedaan: int, totaal: int) -> None:
    if not sys.stderr.isatty():
        if gedaan == totaal:
            sys.stderr.write("Voorbeeldgemeente gebouwd.\n")
        return
    vol = 40 * gedaan // max(totaal, 1)
    einde = "\n" if gedaan == totaal else ""
    balk = "#" * vol + "." * (40 - vol)
    deel = 100 * gedaan // max(totaal, 1)
    sys.stderr.write(f"\rVoorbeeldgemeente bouwen [{balk}] {deel}%{einde}")
    sys.stderr.flush()


def _vat_samen(uitkomst: dict[str, object]) -> None:
    from rich.console import Console
    from rich.table import Table

    meldingen: dict[str, dict[str, int]] = uitkomst["meldingen"]  # type: ignore[assignment]
    teams = sorted({team for telling in meldingen.values() for team in telling})
    tabel = Table(title=f"Meldingen in gemeente {uitkomst['gemeente']}")
    tabel.add_column("Team")
    for jaar in meldingen:
        tabel.add_column(jaar, justify="right")
    tabel.add_column("casussen nu", justify="right")
    lopend: dict[str, int] = uitkomst["casussen_open"]  # type: ignore[assignment]
    for team in teams:
        per_jaar = (str(telling.get(team, 0)) for telling in meldingen.values())
        tabel.add_row(team, *per_jaar, str(lopend.get(team, 0)))
    totalen = (str(sum(telling.values())) for telling in (*meldingen.values(), lopend))
    tabel.add_row("Totaal", *totalen)
    Console().print(tabel)
    Console().print(f"{uitkomst['gebeurtenissen']} gebeurtenissen, {uitkomst['duur_s']} s")

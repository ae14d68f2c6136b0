"""`samendoen cijfers meer`: the figures of many municipalities, out of a lake. No database is asked."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from samendoen.cijfers.api import Meertabel, Openbaarmeer


def meer(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Bijvoorbeeld meldingen-per-team.")],
    map_: Annotated[
        Path,
        typer.Option("--map", metavar="MAP", exists=True, file_okay=False, help="De map met de gemeenten."),
    ],
    per: Annotated[str, typer.Option(metavar="A,B", help="Uitsplitsing, bijvoorbeeld jaar.")] = "",
    peildatum: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="Zonder: de nieuwste die allemaal hebben."),
    ] = None,
    motor: Annotated[
        Literal["duckdb", "spark"], typer.Option(help="Welk programma rekent; de cijfers zijn dezelfde.")
    ] = "duckdb",
    publiek: Annotated[
        bool, typer.Option("--publiek", help="Wat elke gemeente zelf publiceerde: dit mag naar buiten.")
    ] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Bereken een indicator per gemeente en samen, uit de feiten van veel gemeenten naast elkaar."""
    from samendoen.site.cli.opstart import zet_django_op

    zet_django_op()
    from samendoen.cijfers.api import meertabel, openbaar_meer
    from samendoen.kernel.api import SYSTEEM

    uitsplitsing = [deel.strip() for deel in per.split(",") if deel.strip()]
    dag = peildatum.date() if peildatum else None
    if publiek:
        openbaar = openbaar_meer(SYSTEEM, map_, code, uitsplitsing, dag)
        _antwoord(openbaar.als_json()) if als_json else _toon_openbaar(openbaar)
        return
    tabel = meertabel(SYSTEEM, map_, code, uitsplitsing, dag, motor)
    typer.echo(
        "Dit zijn de echte aantallen, voor wie het meer beheert: niet naar buiten. Naar raad, publiek en "
        "een andere gemeente gaat alleen wat elke gemeente zelf publiceert (--publiek).",
        err=True,
    )
    _antwoord(tabel.als_json()) if als_json else _toon(tabel)


def _antwoord(inhoud: dict[str, object]) -> None:
    typer.echo(json.dumps(inhoud, ensure_ascii=False))


def _toon_openbaar(meer: Openbaarmeer) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from samendoen.cijfers.api import waarde_van

    typer.echo(f"{meer.indicator.naam}, zoals elke gemeente het publiceerde")
    beeld = Table(box=box.SIMPLE)
    for kop in ("gemeente", "stand van", *meer.per):
        beeld.add_column(kop)
    beeld.add_column(meer.indicator.eenheid, justify="right")
    for gemeente, cel in meer.cellen:
        waarde = "verborgen" if cel.teller is None else _cijfer(waarde_van(cel), meer.is_aandeel)
        beeld.add_row(gemeente, meer.dagen[gemeente].isoformat(), *map(_tekst, cel.sleutels), waarde)
    Console(highlight=False).print(beeld)
    if meer.ontbreekt:
        typer.echo(f"Niet gepubliceerd: {', '.join(meer.ontbreekt)}.")


def _toon(tabel: Meertabel) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    indicator = tabel.indicator
    typer.echo(f"{indicator.naam}, stand van {tabel.peildatum.isoformat()} ({tabel.motor})")
    beeld = Table(box=box.SIMPLE)
    for kop in ("gemeente", *tabel.per):
        beeld.add_column(kop)
    beeld.add_column(indicator.eenheid, justify="right")
    for uitkomst in tabel.rijen:
        beeld.add_row(*map(_tekst, uitkomst.sleutels), _cijfer(uitkomst.waarde, tabel.is_aandeel))
    beeld.add_section()
    for uitkomst in tabel.totaal:
        sleutels = map(_tekst, uitkomst.sleutels)
        beeld.add_row("alle gemeenten", *sleutels, _cijfer(uitkomst.waarde, tabel.is_aandeel), style="bold")
    Console(highlight=False).print(beeld)
    if tabel.ontbreekt:
        typer.echo(f"Niet meegeteld, van deze dag zijn er geen gegevens: {', '.join(tabel.ontbreekt)}.")


def _tekst(waarde: object) -> str:
    return "onbekend" if waarde is None else str(waarde)


def _cijfer(waarde: int | float | None, aandeel: bool) -> str:
    if waarde is None:
        return "geen"
    if aandeel:
        return f"{100 * waarde:.1f}%".replace(".", ",")
    return f"{waarde:.1f}".replace(".", ",") if isinstance(waarde, float) else str(waarde)

"""The commands below `cijfers`: freeze the facts, name the indicators, ask a figure."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from samendoen.site.cli import metingen
from samendoen.site.cli.cijfers_ggm import ggm
from samendoen.site.cli.cijfers_meer import meer
from samendoen.site.cli.taal import Opdrachten

if TYPE_CHECKING:
    from samendoen.cijfers.api import Kruistabel, Tabel

AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]
Peildatum = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="Dag waarvan de gegevens gelden (jjjj-mm-dd)."),
]


def registreer(app: typer.Typer) -> None:
    """Add the group `cijfers` to a Typer application."""
    groep = Opdrachten(help="Zet gegevens vast en vraag cijfers op.")
    groep.command("momentopname")(momentopname)
    groep.command("indicator")(indicator)
    groep.command("indicatoren")(indicatoren)
    groep.command("meer")(meer)
    metingen.registreer(groep)
    groep.command("ggm")(ggm)
    app.add_typer(groep, name="cijfers")


def momentopname(peildatum: Peildatum = None, als_json: AlsJson = False) -> None:
    """Zet de gegevens van een dag vast, zonder DATUM die van gisteren. Dat gebeurt één keer per dag."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.cijfers.api import maak_momentopname, publiceer
        from samendoen.kernel.api import SYSTEEM

        gemaakt = maak_momentopname(SYSTEEM, _dag(peildatum), _voortgang)
        openbaar = publiceer(SYSTEEM, gemaakt.peildatum)
    if als_json:
        _antwoord({"peildatum": gemaakt.peildatum.isoformat(), "feiten": gemaakt.feiten})
        return
    begin = "Momentopname gemaakt" if gemaakt.nieuw else "Momentopname bestond al"
    typer.echo(f"{begin}: {gemaakt.peildatum.isoformat()}.")
    for feit, rijen in gemaakt.feiten.items():
        typer.echo(f"  {feit}: {rijen} rijen")
    if openbaar:
        typer.echo("De openbare cijfers van deze dag zijn gepubliceerd.")
    else:
        typer.echo("Niet gepubliceerd: een andere publicatie ligt te dicht bij deze dag.")


def indicator(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Bijvoorbeeld meldingen-per-team.")],
    per: Annotated[str, typer.Option(metavar="A,B", help="Uitsplitsing, bijvoorbeeld team,jaar.")] = "",
    peildatum: Peildatum = None,
    publiek: Annotated[
        bool, typer.Option("--publiek", help="De gepubliceerde tabel: kleine aantallen zijn verborgen.")
    ] = False,
    als_json: AlsJson = False,
) -> None:
    """Bereken een indicator uit een momentopname, zonder DATUM de nieuwste. Of toon wat anderen maten."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    uitsplitsing = [deel.strip() for deel in per.split(",") if deel.strip()]
    with met_bijgewerkte_databank():
        from samendoen.cijfers.api import is_elders_gemeten, kruistabel, tabel
        from samendoen.kernel.api import SYSTEEM

        if is_elders_gemeten(code):
            _toon_elders(code, als_json)
        elif als_json:
            _antwoord(tabel(SYSTEEM, code, uitsplitsing, _dag(peildatum), publiek).als_json())
        elif len(uitsplitsing) > 2:
            _toon_lijst(tabel(SYSTEEM, code, uitsplitsing, _dag(peildatum), publiek))
        else:
            _toon(kruistabel(SYSTEEM, code, uitsplitsing, _dag(peildatum), publiek))


def indicatoren(
    zoek: Annotated[
        str, typer.Option(metavar="WOORDEN", help="Alleen met deze woorden in code, naam of zin.")
    ] = "",
    als_json: AlsJson = False,
) -> None:
    """Noem de indicatoren die er zijn, per niveau. Hiervoor is geen databank nodig."""
    from samendoen.site.cli.opstart import zet_django_op

    zet_django_op()
    from samendoen.cijfers.api import indicatorlijst

    rijen = indicatorlijst(zoek)
    if als_json:
        _antwoord({"indicatoren": rijen})
        return
    niveau = ""
    for rij in rijen:
        if rij["niveau"] != niveau:
            niveau = rij["niveau"]
            typer.echo(niveau)
        bij = " (elders gemeten)" if rij["soort"] == "extern" else " (openbaar)" if rij["openbaar"] else ""
        typer.echo(f"  {rij['code']}: {rij['naam']}{bij}")
    typer.echo(f"{len(rijen)} indicatoren." if rijen else "Geen indicator gevonden; probeer een ander woord.")


def _toon_elders(code: str, als_json: bool) -> None:
    """Show an indicator that others measured, with its warnings."""
    from samendoen.cijfers.api import elders_van

    elders = elders_van(code)
    if als_json:
        _antwoord(elders.als_json())
    else:
        metingen.druk(elders)


def _voortgang(gedaan: int, totaal: int) -> None:
    """Draw how far the snapshot is, for who looks on; broken off, the next time goes on from there."""
    if sys.stderr.isatty():
        vol = 40 * gedaan // max(totaal, 1)
        balk = "#" * vol + "." * (40 - vol)
        einde = "\n" if gedaan == totaal else ""
        sys.stderr.write(f"\rFeiten vastzetten [{balk}] {gedaan} van {totaal}{einde}")
        sys.stderr.flush()


def _dag(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _toon(kruis: Kruistabel) -> None:
    """Print rows by columns with totals, numbers to the right."""
    from samendoen.cijfers.api import uitsplitsingsnaam

    per = kruis.tabel.per
    rijen = [[naam, *cellen] for naam, cellen in zip(kruis.rijen, kruis.cellen, strict=True)]
    koppen = [uitsplitsingsnaam(per[0]) if per else "", *kruis.kolommen]
    if kruis.rijtotalen is not None:
        koppen.append("Totaal")
        rijen = [[*rij, totaal] for rij, totaal in zip(rijen, kruis.rijtotalen, strict=True)]
    voet = None
    if kruis.kolomtotalen is not None:
        voet = ["Totaal", *kruis.kolomtotalen]
        if kruis.rijtotalen is not None:
            voet.append(kruis.totaal or "")
    _druk(kruis.tabel, koppen, rijen, voet)
    if kruis.met_verborgen:
        typer.echo("Kleine aantallen zijn verborgen, zodat niemand te herkennen is.")


def _toon_lijst(tabel: Tabel) -> None:
    """Print three breakdowns as a list."""
    from samendoen.cijfers.api import celtekst, uitsplitsingsnaam

    rijen = [
        [*("onbekend" if naam is None else str(naam) for naam in rij.namen), celtekst(rij, tabel)]
        for rij in tabel.rijen
    ]
    koppen = [*(uitsplitsingsnaam(naam) for naam in tabel.per), tabel.indicator.eenheid]
    _druk(tabel, koppen, rijen, None)


def _druk(tabel: Tabel, koppen: list[str], rijen: list[list[str]], voet: list[str] | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    typer.echo(f"{tabel.indicator.naam}, stand van {tabel.peildatum.isoformat()}")
    if not rijen:
        typer.echo("Hier is nog niets geteld.")
        return
    beeld = Table(box=box.SIMPLE)
    for nummer, kop in enumerate(koppen):
        beeld.add_column(kop, justify="left" if nummer < max(1, len(tabel.per) - 1) else "right")
    for rij in rijen:
        beeld.add_row(*rij)
    if voet:
        beeld.add_section()
        beeld.add_row(*voet, style="bold")
    Console(highlight=False).print(beeld)


def _antwoord(inhoud: dict[str, object]) -> None:
    typer.echo(json.dumps(inhoud, ensure_ascii=False))

"""The commands `rapport maak`, `beleid controleer`, `beleid lees` and `beleid importeer`."""

from __future__ import annotations

import json
import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from samendoen.site.cli.taal import Opdrachten
from samendoen.site.fout import Bedrijfsfout

AlsJson = Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")]
SOORTEN = "voortgang, trendrapportage, evaluatie of raadsdashboard"
VORMEN = (".html", ".pdf", ".docx", ".json")


def registreer(app: typer.Typer) -> None:
    """Add the groups `rapport` and `beleid` to a Typer application."""
    rapport = Opdrachten(help="Maak rapporten voor de raad.")
    # One command alone would make Typer drop its name.
    rapport.callback()(lambda: None)
    rapport.command("maak")(maak)
    app.add_typer(rapport, name="rapport")
    beleid = Opdrachten(help="Lees plannen in en kijk na of ze kloppen.")
    beleid.command("importeer")(importeer)
    beleid.command("controleer")(controleer)
    beleid.command("lees")(lees)
    app.add_typer(beleid, name="beleid")


def maak(
    soort: Annotated[
        str, typer.Argument(metavar="SOORT", help="voortgang, trendrapportage, evaluatie of raadsdashboard.")
    ],
    uit: Annotated[
        Path, typer.Option(metavar="BESTAND", help="Waarheen: een naam op .html, .pdf, .docx of .json.")
    ],
    plan: Annotated[str, typer.Option(metavar="PLAN", help="Code van het plan, bijvoorbeeld lopik.")] = "",
    peildatum: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="Stand van deze dag (jjjj-mm-dd)."),
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Maak een rapport, zet het vast en schrijf het naar BESTAND. Zonder DATUM de stand van vandaag."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    vorm = _vorm(uit)
    with met_bijgewerkte_databank():
        from samendoen.beleid.api import maak_rapport
        from samendoen.kernel.api import SYSTEEM

        gemaakt = maak_rapport(SYSTEEM, soort, plan or _enige_plan(), peildatum.date() if peildatum else None)
    _schrijf(uit, gemaakt.bestanden[vorm])
    if als_json:
        _antwoord(
            {
                "soort": soort,
                "titel": gemaakt.titel,
                "peildatum": gemaakt.peildatum.isoformat(),
                "bestand": str(uit),
                "kenmerk": gemaakt.inhoud_hash,
            }
        )
        return
    typer.echo(f"{gemaakt.titel}, stand van {gemaakt.peildatum.isoformat()}: {uit}")


def importeer(
    code: Annotated[str, typer.Argument(metavar="PLAN", help="Code van het plan, bijvoorbeeld lopik.")],
    als_json: AlsJson = False,
) -> None:
    """Lees een plan in dat met Samendoen meekomt. Een tweede keer verandert er niets."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank

    with met_bijgewerkte_databank():
        from samendoen.beleid.api import importeer_plan
        from samendoen.kernel.api import SYSTEEM

        uitslag = importeer_plan(SYSTEEM, code)
    if als_json:
        _antwoord({"plan": uitslag.code, "nieuw": uitslag.nieuw})
    else:
        typer.echo(uitslag.zin)


def controleer(
    bestand: Annotated[
        Path | None,
        typer.Argument(
            metavar="BESTAND",
            help="Een plan (.toml) of een document (.txt, .docx, .pdf); zonder: wat is ingelezen.",
        ),
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Reken een plan of een document na. Stopt met code 1 als er iets niet klopt."""
    from samendoen.site.cli.opstart import met_bijgewerkte_databank, zet_django_op

    if bestand is not None:
        zet_django_op()
        from samendoen.beleid import api

        if bestand.suffix.lower() == ".toml":
            bevindingen = api.bevindingen_van_definitie(api.lees_plan(bestand))
        else:
            bevindingen = api.bevindingen_van_document(api.lees_bestand(bestand))
    else:
        with met_bijgewerkte_databank():
            from samendoen.beleid.api import bevindingen_van_alle_plannen

            bevindingen = bevindingen_van_alle_plannen()
    from samendoen.beleid.api import als_json as vorm_json
    from samendoen.beleid.api import zin

    if als_json:
        _antwoord([vorm_json(b) for b in bevindingen])
    else:
        for b in bevindingen:
            typer.echo(f"{b.tabel}: {zin(b)}")
        typer.echo("Alles klopt." if not bevindingen else f"Bevindingen: {len(bevindingen)}.", err=True)
    if bevindingen:
        raise typer.Exit(1)


def lees(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een document: .txt, .docx of .pdf.")],
    als_json: AlsJson = False,
) -> None:
    """Lees een voortgangsrapport of een evaluatie: doelen, activiteiten, resultaten, lichten en geld.

    Wat geen plek kreeg, staat erbij. Lichten die plaatjes zijn, heten 'niet leesbaar'.
    """
    from samendoen.site.cli.opstart import zet_django_op

    zet_django_op()
    from samendoen.beleid import api

    gelezen = api.lees_document(api.lees_bestand(bestand))
    if als_json:
        _antwoord(api.als_document(gelezen))
    else:
        typer.echo("\n".join(api.samenvatting(gelezen)))


def _vorm(uit: Path) -> str:
    """Return the form that a file name asks for. Raises Bedrijfsfout."""
    eind = uit.suffix.lower()
    if eind in VORMEN:
        return eind.removeprefix(".")
    raise Bedrijfsfout(
        "onbekend_formaat",
        f"Aan '{uit.name}' is niet te zien in welke vorm het rapport moet.",
        "Kies een bestandsnaam die eindigt op .html, .pdf, .docx of .json.",
    )


def _enige_plan() -> str:
    """Return the code of the one plan there is. Raises Bedrijfsfout when there are none or several."""
    from samendoen.beleid.api import plannen

    codes = [plan.code for plan in plannen()]
    if len(codes) == 1:
        return codes[0]
    if not codes:
        raise Bedrijfsfout(
            "geen_plan",
            "Er is nog geen plan ingelezen.",
            "Voer eerst 'samendoen beleid importeer lopik' uit.",
        )
    raise Bedrijfsfout("welk_plan", f"Er zijn meer plannen: {', '.join(codes)}.", "Noem er een met --plan.")


def _schrijf(uit: Path, inhoud: bytes) -> None:
    """Write the whole file or nothing. Raises Bedrijfsfout."""
    tijdelijk = None
    try:
        with tempfile.NamedTemporaryFile(dir=uit.parent, prefix=f".{uit.name}.", delete=False) as bestand:
            tijdelijk = Path(bestand.name)
            bestand.write(inhoud)
        tijdelijk.chmod(0o666 & ~_umask())
        tijdelijk.replace(uit)
    except OSError as fout:
        if tijdelijk is not None:
            tijdelijk.unlink(missing_ok=True)
        raise Bedrijfsfout(
            "niet_te_schrijven",
            f"Het rapport kan niet naar '{uit}' worden geschreven ({fout.strerror}).",
            "Kies een map die bestaat en waarin u mag schrijven.",
        ) from fout


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def _antwoord(inhoud: object) -> None:
    typer.echo(json.dumps(inhoud, ensure_ascii=False))

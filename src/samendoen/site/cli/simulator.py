"""The command `simulator aanbieder`: a care provider on the other side of the watched folders."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from samendoen.recht.api import is_agb, is_cbs_code
from samendoen.site.cli.taal import Opdrachten
from samendoen.site.fout import Bedrijfsfout

if TYPE_CHECKING:
    from samendoen.site.simulator.boek import Boek, Saldo
    from samendoen.site.simulator.ronde import Opdracht
    from samendoen.site.simulator.werk import Verslag

NEDERLAND = ZoneInfo("Europe/Amsterdam")
_MAAND = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def registreer(app: typer.Typer) -> None:
    """Add the group `simulator` to a Typer application."""
    groep = Opdrachten(help="Speel een ketenpartner na, om de gemeente mee te proberen.")
    # One command alone would make Typer drop its name.
    groep.callback()(lambda: None)
    groep.command("aanbieder")(aanbieder)
    app.add_typer(groep, name="simulator")


def aanbieder(
    agb: Annotated[str, typer.Option(metavar="CODE", help="AGB-code van de aanbieder: acht cijfers.")],
    gemeente: Annotated[str, typer.Option(metavar="CODE", help="CBS-code van de gemeente: vier cijfers.")],
    map_: Annotated[
        Path,
        typer.Option(
            "--map", metavar="MAP", help="Map van de gemeente met uit/ en in/.", exists=True, file_okay=False
        ),
    ],
    vandaag: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="Doe alsof het deze dag is (jjjj-mm-dd)."),
    ] = None,
    eenmaal: Annotated[
        bool, typer.Option("--eenmaal", help="Handel af wat er ligt en stop; zonder: blijf kijken.")
    ] = False,
    elke: Annotated[float, typer.Option(min=0.1, metavar="SECONDEN", help="Hoe vaak kijken.")] = 2.0,
    maand: Annotated[str, typer.Option(metavar="JJJJ-MM", help="Declareer deze maand.")] = "",
    achteraf: Annotated[
        bool, typer.Option("--achteraf", help="Declareer ook wat van eerdere maanden bleef liggen.")
    ] = False,
    herstel: Annotated[bool, typer.Option("--herstel", help="Declareer opnieuw wat was afgewezen.")] = False,
    corrigeer: Annotated[
        list[int] | None,
        typer.Option(metavar="NUMMER", help="Toewijzing waarvan de laatste prestatie een te hoog was."),
    ] = None,
    verzoeken: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Verwijzingen en wijzigingen om te vragen.", exists=True),
    ] = None,
    verleng: Annotated[
        int, typer.Option(min=0, max=100, metavar="PROCENT", help="Deel dat om verlenging vraagt.")
    ] = 0,
    fout: Annotated[str, typer.Option(metavar="SOORT", help="Maak deze fout; 'lijst' toont welke.")] = "",
    zaad: Annotated[int, typer.Option(metavar="N", help="Ander zaad: andere dagen en volumes.")] = 0,
    tarieven: Annotated[
        Path | None, typer.Option(metavar="BESTAND", help="Tarieven (.toml of .json).", exists=True)
    ] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Antwoord met één JSON-document.")] = False,
) -> None:
    """Speel een zorgaanbieder: leest uit/, schrijft in/, houdt boek. Alleen met verzonnen mensen."""
    from samendoen.site.simulator.declaratie import Vraag
    from samendoen.site.simulator.fouten import FOUTEN
    from samendoen.site.simulator.ronde import Opdracht
    from samendoen.site.simulator.tarieven import lees_tarieven
    from samendoen.site.simulator.verzoeken import lees_wensen

    if fout == "lijst":
        for naam, soort in FOUTEN.items():
            typer.echo(f"{naam}: {soort.uitleg}")
        return
    _keur(agb, gemeente, maand, fout, list(FOUTEN))
    opdracht = Opdracht(
        agb,
        gemeente,
        zaad,
        lees_tarieven(tarieven),
        lees_wensen(verzoeken, verleng),
        Vraag(maand, achteraf, herstel, tuple(corrigeer or ())) if maand else None,
        fout,
        geduld=not eenmaal,
    )
    _speel(opdracht, map_, vandaag.date() if vandaag else None, None if eenmaal else elke, als_json)


def _keur(agb: str, gemeente: str, maand: str, fout: str, fouten: list[str]) -> None:
    """Refuse what cannot be meant. Raises Bedrijfsfout."""
    if not is_agb(agb):
        raise Bedrijfsfout("agb_ongeldig", f"'{agb}' is geen AGB-code.", "Geef acht cijfers met --agb.")
    if not is_cbs_code(gemeente):
        zin = f"'{gemeente}' is geen gemeentecode."
        raise Bedrijfsfout("gemeente_ongeldig", zin, "Geef vier cijfers met --gemeente.")
    if maand and not _MAAND.fullmatch(maand):
        raise Bedrijfsfout("maand_ongeldig", f"'{maand}' is geen maand.", "Schrijf jjjj-mm, zoals 2024-06.")
    if fout and fout not in fouten:
        zin = f"De fout '{fout}' kent deze aanbieder niet."
        raise Bedrijfsfout("fout_onbekend", zin, f"Kies uit: {', '.join(fouten)}.")


def _speel(opdracht: Opdracht, map_: Path, dag: date | None, elke: float | None, als_json: bool) -> None:
    """Do one round, or rounds until a stop signal; say what happened."""
    from samendoen.site.simulator.ronde import Aanbieder
    from samendoen.site.simulator.werk import Verslag

    speler = Aanbieder(opdracht, map_)
    totaal = Verslag()
    try:
        while True:
            verslag = speler.ronde(dag or datetime.now(NEDERLAND).date())
            _tel_op(totaal, verslag)
            if not als_json:
                _zeg(verslag, altijd=elke is None)
            if elke is None:
                return
            time.sleep(elke)
    except Bedrijfsfout:
        als_json = False  # the error is the one document
        raise
    finally:
        if als_json:
            typer.echo(json.dumps(_document(opdracht, totaal, speler.boek), ensure_ascii=False))
        speler.sluit()


def _tel_op(totaal: Verslag, verslag: Verslag) -> None:
    totaal.gelezen.update(verslag.gelezen)
    totaal.verzonden.update(verslag.verzonden)
    totaal.te_laat.update(verslag.te_laat)
    totaal.alarmen.extend(verslag.alarmen)


def _zeg(verslag: Verslag, *, altijd: bool) -> None:
    for zin in verslag.alarmen:
        typer.echo(zin, err=True)
    if altijd or verslag.gelezen or verslag.verzonden:
        typer.echo(f"Gelezen: {_opsomming(verslag.gelezen)}. Verzonden: {_opsomming(verslag.verzonden)}.")


def _opsomming(aantallen: Counter[str]) -> str:
    return ", ".join(f"{aantal} {soort}" for soort, aantal in sorted(aantallen.items())) or "niets"


def _document(opdracht: Opdracht, verslag: Verslag, boek: Boek) -> dict[str, object]:
    """Return the summary; amounts in eurocents."""
    return {
        "agb": opdracht.agb,
        "gemeente": opdracht.gemeente,
        "gelezen": dict(sorted(verslag.gelezen.items())),
        "verzonden": dict(sorted(verslag.verzonden.items())),
        "te_laat_gemeld": dict(sorted(verslag.te_laat.items())),
        "alarmen": verslag.alarmen,
        "boek": _bedragen(boek.saldo()),
        "toewijzingen": [
            {"wet": standaard.lower(), "toewijzing": nummer} | _bedragen(saldo)
            for (standaard, nummer), saldo in boek.saldi().items()
        ],
    }


def _bedragen(saldo: Saldo) -> dict[str, int]:
    return {
        "ingediend": saldo.ingediend,
        "toegekend": saldo.toegekend,
        "afgewezen": saldo.afgewezen,
        "open": saldo.open,
    }

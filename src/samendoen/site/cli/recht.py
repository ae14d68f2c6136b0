"""The commands `termijn` and `dwangsom`: statutory terms and penalties, without Django.

With `--json` one JSON document goes to stdout; messages go to stderr. Exit code 0 is fine, 1 a refusal by
the law package (JSON `fout`, `toelichting`, `doe`), 2 wrong usage. Nothing here reads a clock, a file or a
database, so equal questions always get equal answers.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Annotated, NoReturn

import typer

from samendoen.recht.api import (
    SOORTEN,
    Dwangsom,
    Rechtsfout,
    Schorsing,
    Termijn,
    bereken,
    bereken_dwangsom,
    datumtekst,
    geef_soort,
)

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

AlsJson = Annotated[bool, typer.Option("--json", help="Geef één JSON-document op stdout.")]


def registreer(app: typer.Typer) -> None:
    """Add the commands `termijn` and `dwangsom` to a Typer application."""
    app.command("termijn")(termijn)
    app.command("dwangsom")(dwangsom)


def termijn(
    soort: Annotated[
        str | None, typer.Argument(help=f"Een van: {', '.join(SOORTEN)}.", metavar="SOORT")
    ] = None,
    start: Annotated[
        str | None, typer.Option(help="De dag van de gebeurtenis, bijvoorbeeld 2025-03-10.")
    ] = None,
    schorsing: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VAN..TOT", help="Uitnodiging en aanvulling; zonder TOT loopt de schorsing nog."
        ),
    ] = None,
    verdaging: Annotated[str | None, typer.Option(metavar="DAGEN", help="Aantal dagen verdaging.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Bereken een wettelijke termijn en leg haar uit."""
    gekozen = _soort(soort)
    eerste_dag = _datum(start, "--start")
    dagen = _aantal(verdaging)
    vensters = [_venster(tekst) for tekst in schorsing or ()]
    try:
        schorsingen = [Schorsing(van, tot) for van, tot in vensters]
        uitkomst = bereken(gekozen, eerste_dag, schorsingen, dagen)
    except Rechtsfout as fout:
        _weiger(fout, als_json)
    typer.echo(json.dumps(uitkomst.als_json(), ensure_ascii=False) if als_json else _leg_uit(uitkomst))


def dwangsom(
    verstreken: Annotated[str | None, typer.Option(help="De laatste dag van de beslistermijn.")] = None,
    ingebrekestelling: Annotated[str | None, typer.Option(help="De dag van ontvangst ervan.")] = None,
    tot: Annotated[str | None, typer.Option(help="Tot en met welke dag wordt geteld.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Bereken de dwangsom bij niet tijdig beslissen (Awb art. 4:17), tot en met een dag."""
    dagen = (
        _datum(verstreken, "--verstreken"),
        _datum(ingebrekestelling, "--ingebrekestelling"),
        _datum(tot, "--tot"),
    )
    try:
        uitkomst = bereken_dwangsom(*dagen)
    except Rechtsfout as fout:
        _weiger(fout, als_json)
    for waarschuwing in uitkomst.waarschuwingen:
        typer.echo(f"Let op: {waarschuwing}", err=True)
    typer.echo(json.dumps(uitkomst.als_json(), ensure_ascii=False) if als_json else _dwangsomtekst(uitkomst))


def _soort(code: str | None) -> str:
    try:
        return geef_soort(code or "").code
    except Rechtsfout as fout:
        if code:
            _verkeerd_gebruik(str(fout))
        _verkeerd_gebruik(f"Welke termijn? {fout.doe}")


def _datum(tekst: str | None, waar: str) -> date:
    if not tekst:
        _verkeerd_gebruik(f"{waar} ontbreekt. Geef een datum als jjjj-mm-dd, bijvoorbeeld {waar} 2025-03-10.")
    if _DATUM.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            pass
    _verkeerd_gebruik(f"{waar}: '{tekst}' is geen datum. Schrijf jjjj-mm-dd, bijvoorbeeld 2025-03-10.")


def _venster(tekst: str) -> tuple[date, date | None]:
    van, punten, tot = tekst.partition("..")
    if not punten:
        _verkeerd_gebruik(
            f"--schorsing: '{tekst}' is geen VAN..TOT. Schrijf bijvoorbeeld 2025-02-13..2025-02-27."
        )
    return _datum(van, "--schorsing"), _datum(tot, "--schorsing") if tot else None


def _aantal(tekst: str | None) -> int:
    try:
        return int(tekst or "0")
    except ValueError:
        _verkeerd_gebruik(
            f"--verdaging: '{tekst}' is geen aantal dagen. Geef een heel getal, bijvoorbeeld 42."
        )


def _verkeerd_gebruik(tekst: str) -> NoReturn:
    typer.echo(tekst, err=True)
    raise typer.Exit(2)


def _weiger(fout: Rechtsfout, als_json: bool) -> NoReturn:
    if als_json:
        typer.echo(json.dumps(fout.als_json(), ensure_ascii=False))
    else:
        typer.echo(str(fout), err=True)
    raise typer.Exit(1)


def _leg_uit(uitkomst: Termijn) -> str:
    soort = uitkomst.soort
    regels = [
        f"{soort.naam.capitalize()} ({soort.code}): {soort.lengte}, {soort.grondslag}",
        f"Laatste dag: {datumtekst(uitkomst.einde)}",
        "",
    ]
    regels += [f"{nr}. {s.wat} [{s.grondslag}]" for nr, s in enumerate(uitkomst.stappen, start=1)]
    if uitkomst.waarschuwingen:
        regels += ["", *(f"Let op: {waarschuwing}" for waarschuwing in uitkomst.waarschuwingen)]
    return "\n".join(regels)


def _dwangsomtekst(uitkomst: Dwangsom) -> str:
    if not uitkomst.dagen:
        return (
            f"Tot en met {datumtekst(uitkomst.tot)} is nog geen dwangsom verschuldigd. "
            f"De eerste dag is {datumtekst(uitkomst.eerste_dag)} [Awb art. 4:17 lid 3]."
        )
    euro, cent = divmod(uitkomst.bedrag_eurocent, 100)
    bedrag = f"{euro:,}".replace(",", ".") + f",{cent:02d}"
    dagen = "1 dag" if uitkomst.dagen == 1 else f"{uitkomst.dagen} dagen"
    return (
        f"Eerste dag: {datumtekst(uitkomst.eerste_dag)} [Awb art. 4:17 lid 3]\n"
        f"Verschuldigd: € {bedrag} over {dagen}, tot en met "
        f"{datumtekst(min(uitkomst.tot, uitkomst.laatste_dag))} [Awb art. 4:17 lid 1 en 2]"
    )

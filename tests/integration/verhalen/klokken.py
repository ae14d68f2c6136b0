"""The clocks of a story: met or explained, and on screen what `samendoen termijn` says of their events."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import typer
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from typer.testing import CliRunner

from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.schil.api import datum_lang
from samendoen.site.cli.recht import registreer
from samendoen.werk.events import TermijnGehaald, TermijnGestart, TermijnHervat, TermijnVerdaagd
from samendoen.werk.models import Termijn

PROGRAMMA = typer.Typer()
registreer(PROGRAMMA)
KLOK = "werk.termijn"


@dataclass(frozen=True)
class Klokverhaal:
    """What the events of a clock tell: its beginning, what stopped and moved it, the day it was met."""

    soort: str
    start: date
    stil: tuple[tuple[date, date], ...]
    verdaagd: int
    gehaald_op: date | None

    @property
    def argumenten(self) -> list[str]:
        """How the command is asked about it."""
        vensters = [f"{van}..{tot}" for van, tot in self.stil]
        uit = ["termijn", self.soort, "--start", str(self.start), "--json"]
        uit += [deel for venster in vensters for deel in ("--schorsing", venster)]
        return [*uit, "--verdaging", str(self.verdaagd)] if self.verdaagd else uit


def verhaal_van(termijn: int) -> Klokverhaal:
    """Read the events of a clock."""
    regels = [(g.voorgevallen_op, lees(g)) for g in van_onderwerp(KLOK, [termijn])[termijn]]
    [(start, begin)] = [(dag, g) for dag, g in regels if isinstance(g, TermijnGestart)]
    return Klokverhaal(
        soort=begin.termijnsoort,
        start=start,
        stil=tuple((g.van, g.tot) for _dag, g in regels if isinstance(g, TermijnHervat)),
        verdaagd=sum(g.dagen for _dag, g in regels if isinstance(g, TermijnVerdaagd)),
        gehaald_op=next((dag for dag, g in regels if isinstance(g, TermijnGehaald)), None),
    )


def volgens_het_programma(verhaal: Klokverhaal) -> dict[str, Any]:
    """Return what `samendoen termijn` says of this clock."""
    uitkomst = CliRunner().invoke(PROGRAMMA, verhaal.argumenten)
    assert uitkomst.exit_code == 0, uitkomst.output
    gelezen: dict[str, Any] = json.loads(uitkomst.stdout)
    return gelezen


def lees_klok(klant: Client, termijn: int) -> str:
    """Return the page of a clock, its white space taken together."""
    antwoord = klant.get(reverse("termijn_lopend", args=[termijn]))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def elke_klok_klopt_op_het_scherm(per_team: Mapping[str, Client]) -> int:
    """Hold every clock on its page, opened by somebody of its team, against the command; return how many."""
    alle = list(Termijn.objects.order_by("pk").values_list("pk", "groep__code"))
    for pk, team in alle:
        verhaal, html = verhaal_van(pk), lees_klok(per_team[team], pk)
        programma = volgens_het_programma(verhaal)
        einde = datum_lang(date.fromisoformat(programma["einde"]))
        assert f"<dt>Begin</dt><dd>{datum_lang(verhaal.start)}</dd>" in html
        assert f"<dt>Uiterste dag</dt><dd>{einde}</dd>" in html, (verhaal, programma)
        for stap in programma["stappen"]:
            dag = datum_lang(date.fromisoformat(stap["datum"])) if stap["datum"] else ""
            for soort, woorden in (("dag", dag), ("wat", stap["wat"]), ("wet", stap["grondslag"])):
                assert f'<span class="sd-stappen__{soort}">{escape(woorden)}</span>' in html, stap
    return len(alle)


def elke_klok_is_gehaald() -> list[tuple[str, date, date]]:
    """Return (kind, last day, day on which it was met) of every clock; each was met, by its own events."""
    rijen = Termijn.objects.order_by("start", "pk")
    niet = [(t.soort, t.status) for t in rijen if t.status != "gehaald"]
    assert not niet
    klokken = [(t.soort, t.uiterste_datum, verhaal_van(t.pk).gehaald_op) for t in rijen]
    assert all(op is not None and op <= einde for _soort, einde, op in klokken)
    return [(soort, einde, op) for soort, einde, op in klokken if op is not None]

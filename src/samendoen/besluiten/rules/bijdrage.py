"""Pure rules of the own contribution under the Wmo 2015 (art. 2.1.4a, 2.1.5; Uitvoeringsbesluit art. 3.8).

It runs as long as somebody gets help for which it is asked, and not while an exemption holds. What it costs
is `recht.eigen_bijdrage`; who pays it, and the months, is for the CAK.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samendoen.besluiten.rules import Vorm
from samendoen.besluiten.rules.levering import TIJDELIJK, Leverperiode

VOLWASSEN = 18
"""A minor pays none (Wmo 2015 art. 2.1.5: of parents it can be asked for a change to the home only)."""


@dataclass(frozen=True, slots=True)
class Periode:
    """From `van` up to but not including `tot`; None: no end."""

    van: date
    tot: date | None

    def _eind(self) -> date:
        return self.tot or date.max

    def raakt(self, ander: "Periode") -> bool:
        """Tell whether these have a day in common."""
        return self.van < ander._eind() and ander.van < self._eind()

    def zonder(self, ander: "Periode") -> list["Periode"]:
        """Return what is left of this one without the days of another."""
        if not self.raakt(ander):
            return [self]
        stukken = []
        if self.van < ander.van:
            stukken.append(Periode(self.van, ander.van))
        if ander.tot is not None and ander.tot < self._eind():
            stukken.append(Periode(ander.tot, self.tot))
        return stukken


def geleverd(vorm: str, van: date, tot: date | None, gemeld: Sequence[Leverperiode]) -> Periode | None:
    """Return from when until when a provision was given, `tot` exclusive; None: not begun.

    A budget is given from its first day. Help in kind begins when the provider says so; a stop for a while
    is no end, for the contribution goes on.
    """
    if vorm == Vorm.PGB:
        return Periode(van, tot)
    if not gemeld:
        return None
    loopt = any(p.tot is None or p.reden == TIJDELIJK for p in gemeld)
    laatste = None if loopt else max(p.tot for p in gemeld if p.tot is not None)
    einden = [dag for dag in (laatste, tot) if dag is not None]
    eerste, einde = min(p.begin for p in gemeld), min(einden) if einden else None
    return Periode(eerste, einde) if einde is None or einde > eerste else None


def bijdrageperiodes(
    hulp: Iterable[Periode], vrij: Iterable[Periode], volwassen_op: date | None = None
) -> list[Periode]:
    """Return when a resident owes the contribution: help for which it is asked, joined, without the days of
    an exemption and those before `volwassen_op`."""
    samen: list[Periode] = []
    for deel in sorted(hulp, key=lambda p: p.van):
        vorige = samen[-1] if samen else None
        if vorige and (vorige.tot is None or deel.van <= vorige.tot):
            tot = None if vorige.tot is None or deel.tot is None else max(vorige.tot, deel.tot)
            samen[-1] = Periode(vorige.van, tot)
        else:
            samen.append(deel)
    weg = [*vrij, *([Periode(date.min, volwassen_op)] if volwassen_op else [])]
    for uitzondering in weg:
        samen = [stuk for deel in samen for stuk in deel.zonder(uitzondering)]
    return samen


def bijdragemaanden(perioden: Iterable[Periode], tot: date) -> list[date]:
    """Return the first days of the months for which a household owes the contribution, up to and including
    `tot`: those on which one of these periods holds. A month counts once, whoever gets the help."""
    dagen = set()
    for deel in perioden:
        eerste = deel.van if deel.van.day == 1 else _volgende_maand(deel.van)
        while eerste <= tot and (deel.tot is None or eerste < deel.tot):
            dagen.add(eerste)
            eerste = _volgende_maand(eerste)
    return sorted(dagen)


def _volgende_maand(dag: date) -> date:
    return date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)

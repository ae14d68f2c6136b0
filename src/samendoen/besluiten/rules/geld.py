"""Pure rules of money: which tariff counts, what an assignment is worth in a month, what a ledger allows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

from samendoen.besluiten.rules import Frequentie

_DAGEN: dict[Frequentie, int] = {Frequentie.PER_WEEK: 7, Frequentie.PER_VIER_WEKEN: 28}


@dataclass(frozen=True, slots=True)
class Prijs:
    """What one unit costs from `van`; `tot` is the first day no longer. `eigen`: agreed with one provider."""

    van: date
    tot: date | None
    eurocent: int
    eigen: bool = False

    def geldt(self, dag: date) -> bool:
        """Tell whether it counts on a day."""
        return self.van <= dag and (self.tot is None or dag < self.tot)


def prijs_op(dag: date, prijzen: Iterable[Prijs]) -> Prijs | None:
    """Return the price on a day: one's own goes before that of everybody."""
    geldend = [p for p in prijzen if p.geldt(dag)]
    return next((p for p in geldend if p.eigen), geldend[0] if geldend else None)


def prijzen_in(periode: tuple[date, date], prijzen: Sequence[Prijs]) -> list[Prijs]:
    """Return what counts in a period (`tot` exclusive), in order: one's own price in place of everybody's."""
    van, tot = periode
    grenzen = {van, tot} | {dag for p in prijzen for dag in (p.van, p.tot) if dag and van < dag < tot}
    dagen = sorted(grenzen)
    stukken = [(a, b, prijs_op(a, prijzen)) for a, b in pairwise(dagen)]
    return [Prijs(a, b, p.eurocent, p.eigen) for a, b, p in stukken if p is not None]


def maand_van(dag: date) -> date:
    """Return the first day of a month."""
    return dag.replace(day=1)


def volgende_maand(maand: date) -> date:
    """Return the first day of the month after the one that begins on `maand`."""
    return maand_van(maand + timedelta(days=31))


def maanden(van: date, tot: date) -> list[date]:
    """Return the first day of every month that a period touches, `tot` exclusive."""
    alle, maand = [], maand_van(van)
    while maand < tot:
        alle.append(maand)
        maand = volgende_maand(maand)
    return alle


def overlap(van: date, tot: date | None, maand: date) -> tuple[date, date] | None:
    """Return the part of a period that lies in a month, `tot` exclusive; None when there is none."""
    eerste, laatste = max(van, maand), volgende_maand(maand)
    laatste = laatste if tot is None else min(tot, laatste)
    return (eerste, laatste) if eerste < laatste else None


@dataclass(frozen=True, slots=True)
class Omvang:
    """What was granted: how much, per what, from when until when (`tot` is the first day no longer)."""

    hoeveel: Decimal
    frequentie: str
    van: date
    tot: date | None


def waarde_in_maand(
    omvang: Omvang, prijzen: Sequence[Prijs], loopt: tuple[date, date | None], maand: date
) -> int:
    """Return in cents what the part of a grant that runs (`loopt`) is worth in the month from `maand`.

    By its days in that month: a seventh of a week for each, or a day's part of the month. A total is spread
    over the days of the grant; without an end it lies whole in the month in which it begins to run. The
    price is that of the first of those days; 0 when none was agreed.
    """
    deel = overlap(*loopt, maand)
    prijs = prijs_op(deel[0], prijzen) if deel else None
    if deel is None or prijs is None:
        return 0
    dagen, bedrag = (deel[1] - deel[0]).days, prijs.eurocent * omvang.hoeveel
    soort = Frequentie(omvang.frequentie)
    if soort is Frequentie.PER_MAAND:
        return _centen(bedrag * dagen / (volgende_maand(maand) - maand).days)
    if soort is not Frequentie.TOTAAL:
        return _centen(bedrag * dagen / _DAGEN[soort])
    if omvang.tot is not None:
        return _deel_van_totaal(bedrag, omvang.van, omvang.tot, deel)
    return _centen(bedrag) if maand_van(loopt[0]) == maand else 0


def _deel_van_totaal(totaal: Decimal, van: date, tot: date, deel: tuple[date, date]) -> int:
    """Spread over days so that the months add up to the total, to the cent."""
    dagen = (tot - van).days
    tot_en_met, ervoor = ((dag - van).days for dag in (deel[1], deel[0]))
    return _centen(totaal * tot_en_met / dagen) - _centen(totaal * ervoor / dagen)


def _centen(bedrag: Decimal) -> int:
    return int(bedrag.to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Boekregel:
    """A line of a ledger, as far as others depend on it. Amounts in cents; `vorige` is what it takes back."""

    referentie: str
    vorige: str
    toewijzing: int | None
    ingediend: int
    toegekend: int

    @property
    def credit(self) -> bool:
        """Tell whether it takes an earlier line back."""
        return bool(self.vorige)

    @property
    def teken(self) -> int:
        """1 for what is asked, -1 for what is taken back."""
        return -1 if self.credit else 1


def bezwaar_regel(regel: Boekregel, toegekend: Mapping[str, Boekregel]) -> str:
    """Return why a line cannot be booked, given what was granted before, by reference: a code, or "".

    `bedrag`: more granted than asked, or not whole; `toewijzing`: granted without an assignment;
    `dubbel`: the reference was granted before; `vorige`: no granted line that it takes back;
    `al_terug`: that line was taken back already; `ander_bedrag`: it takes back another amount.
    """
    if regel.ingediend < 0 or regel.toegekend not in (0, regel.ingediend):
        return "bedrag"
    if regel.toegekend == 0:
        return ""
    if regel.toewijzing is None:
        return "toewijzing"
    if regel.referentie in toegekend:
        return "dubbel"
    return _bezwaar_credit(regel, toegekend) if regel.credit else ""


def _bezwaar_credit(regel: Boekregel, toegekend: Mapping[str, Boekregel]) -> str:
    vorige = toegekend.get(regel.vorige)
    if vorige is None or vorige.credit:
        return "vorige"
    if any(r.vorige == regel.vorige for r in toegekend.values()):
        return "al_terug"
    return "" if vorige.toegekend == regel.toegekend else "ander_bedrag"


@dataclass(frozen=True, slots=True)
class Declaratiestand:
    """What the event of an invoice says about it; amounts are debits minus credits."""

    aanbieder: str
    kader: str
    van: date
    tot: date
    ingediend: int
    toegekend: int


def vouw_declaratie(g: Any) -> Declaratiestand:
    """Fold the only event of an invoice into its row: nothing in a ledger changes."""
    tekens = [-1 if credit else 1 for credit in g.credits]

    def som(bedragen: Sequence[int]) -> int:
        return sum(teken * bedrag for teken, bedrag in zip(tekens, bedragen, strict=True))

    return Declaratiestand(g.aanbieder, g.kader, g.van, g.tot, som(g.ingediend), som(g.toegekend))


def vouw_betaald(gebeurtenissen: Iterable[Any]) -> int:
    """Fold the events of an invoice into what was paid of it, in cents."""
    tekens = {"besluiten.declaratie_betaald": 1, "besluiten.betaling_ingetrokken": -1}
    return sum(tekens[g.soort] * g.eurocent for g in gebeurtenissen if g.soort in tekens)

"""The money of initiatives per year: available, granted, left; from the budget of the plan as it is now."""

from dataclasses import dataclass

from django.db.models import Sum
from django.db.models.functions import Coalesce

from samendoen.beleid.definities import plancodes, plandefinitie
from samendoen.beleid.models import Initiatief, Plan
from samendoen.beleid.queries.begroting import Gelezen, begrotingen
from samendoen.beleid.rules.initiatief import Geldregel, Initiatiefstaat, geld_per_regel

TELT = [Initiatiefstaat.LOOPT.value, Initiatiefstaat.BESLOTEN.value]


@dataclass(frozen=True, slots=True)
class Jaargeld:
    """A line in a year with its name, and what the ledger says was spent of it."""

    naam: str
    jaar: int
    regel: Geldregel
    grootboek: int | None


@dataclass(frozen=True, slots=True)
class Pot:
    """The budget that pays for initiatives: its lines from the part to the whole, by code."""

    gelezen: Gelezen
    namen: dict[str, str]
    deel_van: dict[str, str]

    @property
    def ids(self) -> dict[str, int]:
        """Return the number of each line that may pay, by code."""
        return {code: self.gelezen.ids[code] for code in self.namen}

    @property
    def jaren(self) -> list[int]:
        """Return the years of the budget."""
        return [kolom.jaar for kolom in self.gelezen.begroting.kolommen]


def pot_van(plan: Plan) -> Pot | None:
    """Return the budget that pays for the initiatives of a plan; None when the plan names no such line."""
    geld = plandefinitie(plan.code)[0].initiatiefgeld if plan.code in plancodes() else None
    gelezen = next((g for g in begrotingen(plan) if geld and geld.regel in g.ids), None)
    if geld is None or gelezen is None:
        return None
    regels = {r.code: r for r in gelezen.begroting.regels}
    namen, deel_van, code = {}, {}, geld.regel
    while code:
        namen[code] = regels[code].naam
        boven = regels[code].deel_van
        if boven:
            deel_van[code] = boven
        code = boven
    return Pot(gelezen, namen, deel_van)


def geld_van_jaar(pot: Pot, jaar: int) -> dict[str, Geldregel]:
    """Return the lines of one year by code; a column without an amount is not decided yet."""
    begroting = pot.gelezen.begroting
    kolom = next((k.code for k in begroting.kolommen if k.jaar == jaar), "")
    regels = {r.code: r for r in begroting.regels}
    beschikbaar = {code: regels[code].bedragen.get(kolom) for code in pot.namen}
    return geld_per_regel(beschikbaar, pot.deel_van, _toegekend(pot, jaar))


def _toegekend(pot: Pot, jaar: int) -> dict[str, int]:
    """Return per line what was granted; of what ended counts what it really cost."""
    gevonden = (
        Initiatief.objects.filter(regel__in=pot.ids.values(), jaar=jaar, staat__in=TELT)
        .values("regel__code")
        .annotate(som=Sum(Coalesce("besteed_eurocent", "bedrag_eurocent")))
    )
    return {r["regel__code"]: r["som"] for r in gevonden}


def geld_per_jaar(pot: Pot) -> list[Jaargeld]:
    """Return every year and line, the whole before its part."""
    geboekt = {(b.regel, b.jaar): b.besteed for b in pot.gelezen.begroting.bestedingen}
    return [
        Jaargeld(pot.namen[code], jaar, regels[code], geboekt.get((code, jaar)))
        for jaar in pot.jaren
        for regels in [geld_van_jaar(pot, jaar)]
        for code in reversed(list(pot.namen))
    ]

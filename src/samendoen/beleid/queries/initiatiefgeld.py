"""The money of initiatives per year: available, granted, left; from the budget of the plan."""

from dataclasses import dataclass

from django.db.models import QuerySet, Sum
from django.db.models.functions import Coalesce

from samendoen.beleid.definities import plancodes, plandefinitie
from samendoen.beleid.models import Begroting, Begrotingskolom, Begrotingsregel, Besteding, Initiatief, Plan
from samendoen.beleid.rules.initiatief import Geldregel, Initiatiefstaat, geld_per_regel

TELT = [Initiatiefstaat.LOOPT.value, Initiatiefstaat.BESLOTEN.value]


@dataclass(frozen=True, slots=True)
class Jaargeld:
    """A line in a year with its name, and what the ledger says was spent of it."""

    naam: str
    jaar: int
    regel: Geldregel
    grootboek: int | None


def regels_van(plan: Plan) -> dict[str, int]:
    """Return the lines that may pay, by code: that of the definition, and what it is part of."""
    geld = plandefinitie(plan.code)[0].initiatiefgeld if plan.code in plancodes() else None
    uit: dict[str, int] = {}
    rij = _regels(plan).filter(code=geld.regel).first() if geld else None
    while rij is not None:
        uit[rij.code] = rij.pk
        rij = rij.deel_van
    return uit


def _regels(plan: Plan) -> QuerySet[Begrotingsregel]:
    begroting = Begroting.objects.filter(onderdeel__plan=plan).order_by("-onderdeel__jaar", "pk").first()
    return Begrotingsregel.objects.filter(begroting=begroting).select_related("deel_van")


def jaren_van(plan: Plan) -> list[int]:
    """Return the years of the budget that pays for initiatives."""
    regels = regels_van(plan)
    kolommen = Begrotingskolom.objects.filter(begroting__regels__in=regels.values()).distinct()
    return list(kolommen.order_by("volgorde").values_list("jaar", flat=True))


def geld_van_jaar(plan: Plan, jaar: int) -> tuple[dict[str, Geldregel], dict[str, str]]:
    """Return the lines of one year by code, and which line each is part of."""
    rijen = list(Begrotingsregel.objects.filter(pk__in=regels_van(plan).values()).select_related("deel_van"))
    kolommen = list(
        Begrotingskolom.objects.filter(begroting__in={r.begroting_id for r in rijen})
        .order_by("volgorde")
        .values_list("jaar", flat=True)
    )
    beschikbaar = {
        r.code: r.bedragen_eurocent[kolommen.index(jaar)] if jaar in kolommen else None for r in rijen
    }
    deel_van = {r.code: r.deel_van.code for r in rijen if r.deel_van}
    return geld_per_regel(beschikbaar, deel_van, _toegekend(rijen, jaar)), deel_van


def _toegekend(rijen: list[Begrotingsregel], jaar: int) -> dict[str, int]:
    """Return per line what was granted; of what ended counts what it really cost."""
    gevonden = (
        Initiatief.objects.filter(regel__in=rijen, jaar=jaar, staat__in=TELT)
        .values("regel__code")
        .annotate(som=Sum(Coalesce("besteed_eurocent", "bedrag_eurocent")))
    )
    return {r["regel__code"]: r["som"] for r in gevonden}


def geld_per_jaar(plan: Plan) -> list[Jaargeld]:
    """Return every year and line, the whole before its part."""
    namen = dict(Begrotingsregel.objects.filter(pk__in=regels_van(plan).values()).values_list("code", "naam"))
    geboekt = {
        (b.regel.code, b.jaar): b.besteed_eurocent
        for b in Besteding.objects.filter(regel__in=regels_van(plan).values())
        .select_related("regel")
        .order_by("regel", "jaar", "-tot", "-pk")
        .distinct("regel", "jaar")
    }
    uit = []
    for jaar in jaren_van(plan):
        regels, _deel_van = geld_van_jaar(plan, jaar)
        for code in reversed(list(regels_van(plan))):
            uit.append(Jaargeld(namen[code], jaar, regels[code], geboekt.get((code, jaar))))
    return uit

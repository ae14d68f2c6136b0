"""The budget of a plan in a report: over the years, what was spent, the choice, the advice and the gap."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samendoen.beleid.models import Plan
from samendoen.beleid.models.begroting import ZWAARTEN
from samendoen.beleid.queries.begroting import begrotingen
from samendoen.beleid.queries.bevindingen import zin
from samendoen.beleid.queries.geld import soortnaam
from samendoen.beleid.queries.rapport.delen import bedrag, klopt_niet
from samendoen.beleid.rules.begroting import Begroting, Zwaarte, controleer_begroting
from samendoen.beleid.rules.rapport import Alinea, Blok, Cel, Kolom, Kop, Tabel
from samendoen.schil.api import datum_zonder_dag, euro


def begrotingen_van(plan: Plan) -> list[Begroting]:
    """Return the budgets of a plan, of the latest year first."""
    return [gelezen.begroting for gelezen in begrotingen(plan)]


def ontwikkeling(b: Begroting, niveau: int) -> Iterator[Blok]:
    """Yield a budget over the years with its computed totals, savings targets and what does not add up."""
    yield Kop(b.titel, niveau)
    if b.keuzen:
        yield _keuzen(b)
        yield Alinea(_("Wat gekozen is, kost samen %(bedrag)s.") % {"bedrag": euro(b.gekozen)})
    kolommen = (
        Kolom(_("Waarvoor"), breedte=2),
        *(Kolom(k.titel, getal=True) for k in b.kolommen),
        Kolom(_("Soort")),
    )
    dekking = {r.dekking for r in b.regels}
    rijen = tuple(
        (
            Cel(r.naam, r.dekking if len(dekking) > 1 else ""),
            *(bedrag(r.bedragen.get(k.code)) for k in b.kolommen),
            Cel(soortnaam(r.soort.value)),
        )
        for r in b.regels
    )
    totaal = (Cel(_("Totaal, door ons opgeteld")), *(bedrag(b.totaal(k.code)) for k in b.kolommen), Cel(""))
    yield Tabel(_("Budget per jaar"), kolommen, rijen, totaal)
    if len(dekking) == 1 and (een := dekking.pop()):
        yield Alinea(een, _("Dekking"), stil=True)
    for k in b.kolommen:
        if b.taakstelling(k.code):
            wat = _("%(totaal)s min de taakstelling van %(taak)s; er blijft %(over)s over.")
            waarden = {
                "totaal": euro(b.totaal(k.code)),
                "taak": euro(-b.taakstelling(k.code)),
                "over": euro(b.over(k.code)),
            }
            yield Alinea(wat % waarden, k.titel)
    yield from klopt_niet(zin(bevinding) for bevinding in controleer_begroting(b))


def _keuzen(b: Begroting) -> Tabel:
    kolommen = (
        Kolom(_("Waarvoor"), breedte=3),
        *(Kolom(str(ZWAARTEN[z]).capitalize(), getal=True) for z in Zwaarte),
        Kolom(_("Gekozen")),
    )
    rijen = tuple(
        (
            Cel(k.naam),
            *(bedrag(k.bedragen.get(z)) for z in Zwaarte),
            Cel(str(ZWAARTEN[k.gekozen]) if k.gekozen else "-"),
        )
        for k in b.keuzen
    )
    return Tabel(_("Licht, middel of zwaar"), kolommen, rijen)


def besteed(b: Begroting, doel: str) -> Iterator[Blok]:
    """Yield what was available and spent for one goal (its number as text), per year."""
    regels = {r.code: r.naam for r in b.regels if r.doel == doel}
    for besteding in b.bestedingen:
        if besteding.regel in regels:
            wat = _("%(naam)s: beschikbaar %(beschikbaar)s, besteed %(besteed)s%(stand)s.")
            stand = (
                _(", stand van %(dag)s") % {"dag": datum_zonder_dag(besteding.tot)} if besteding.tot else ""
            )
            waarden = {
                "naam": regels[besteding.regel],
                "beschikbaar": euro(besteding.beschikbaar),
                "besteed": euro(besteding.besteed),
                "stand": stand,
            }
            yield Alinea(wat % waarden, _("Geld %(jaar)s") % {"jaar": besteding.jaar})


def besteed_per_jaar(b: Begroting) -> Iterator[Blok]:
    """Yield a table per year of what was available and spent."""
    namen = {r.code: r.naam for r in b.regels}
    kolommen = (
        Kolom(_("Waarvoor"), breedte=3),
        Kolom(_("Beschikbaar"), getal=True),
        Kolom(_("Besteed"), getal=True),
        Kolom(_("Over"), getal=True),
    )
    for jaar in sorted({x.jaar for x in b.bestedingen}, reverse=True):
        van = [x for x in b.bestedingen if x.jaar == jaar]
        rijen = tuple(
            (
                Cel(namen[x.regel]),
                bedrag(x.beschikbaar),
                bedrag(x.besteed),
                bedrag(x.beschikbaar - x.besteed),
            )
            for x in van
        )
        er, op = b.besteed(jaar)
        totaal = (Cel(_("Totaal, door ons opgeteld")), bedrag(er), bedrag(op), bedrag(er - op))
        yield Tabel(_("Beschikbaar en besteed in %(jaar)s") % {"jaar": jaar}, kolommen, rijen, totaal)


def advies(b: Begroting) -> Iterator[Blok]:
    """Yield what is advised for which line, and the gap."""
    kolom = next(k for k in b.kolommen if k.code == b.advieskolom)
    over = {r.code: r for r in b.regels}
    rijen = []
    for a in b.advies:
        # Of two pieces of advice about one line only the first shows its budget.
        regel = over.pop(a.regel, None)
        rijen.append(
            (Cel(a.naam), bedrag(regel.bedragen.get(kolom.code) if regel else None), bedrag(a.bedrag))
        )
    kolommen = (
        Kolom(_("Waarvoor"), breedte=3),
        Kolom(_("Budget %(jaar)s") % {"jaar": kolom.titel}, getal=True),
        Kolom(_("Advies"), getal=True),
    )
    totaal = (Cel(_("Totaal, door ons opgeteld")), bedrag(b.totaal(kolom.code)), bedrag(b.geadviseerd))
    yield Tabel(_("Advies per onderdeel"), kolommen, tuple(rijen), totaal)
    wat = _("Geadviseerd is %(advies)s; er blijft %(over)s over. Het verschil is %(tekort)s.")
    waarden = {"advies": euro(b.geadviseerd), "over": euro(b.over(b.advieskolom)), "tekort": euro(b.tekort)}
    yield Alinea(wat % waarden)
    g = b.genoemd
    if g and g.advies is not None and g.tekort is not None and g.tekort != b.tekort:
        wat = _("Het document zelf telt op tot %(advies)s en noemt een tekort van %(tekort)s.")
        yield Alinea(wat % {"advies": euro(g.advies), "tekort": euro(g.tekort)})

"""The budget of a plan as the value that the rules compute with; the money of one goal."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from samendoen.beleid import models
from samendoen.beleid.queries.geld import soortnaam
from samendoen.beleid.rules import Bevinding, Soort
from samendoen.beleid.rules.begroting import (
    Advies,
    Begroting,
    Besteding,
    Budgetregel,
    Genoemd,
    Keuze,
    Kolom,
    Taakstelling,
    Zwaarte,
    controleer_begroting,
)
from samendoen.beleid.rules.vergelijking import Vergelijking, controleer_vergelijkingen
from samendoen.beleid.rules.wijziging import Wijziging, pas_toe
from samendoen.cijfers.api import vergelijk_delen
from samendoen.kernel.api import NietGevonden
from samendoen.schil.api import datum_zonder_dag, euro, euro_centen


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A budget as it is now and as the document has it, with the ids of its lines and where it comes from."""

    begroting: Begroting
    document: Begroting
    id: int
    ids: dict[str, int]
    bron: str
    onderdeel: str


def begrotingen(plan: models.Plan) -> list[Gelezen]:
    """Return the budgets of a plan, of the latest year first; seven queries."""
    rijen = list(
        models.Begroting.objects.filter(onderdeel__plan=plan)
        .select_related("onderdeel")
        .order_by("-onderdeel__jaar", "pk")
    )
    if not rijen:
        return []
    per = _Lijsten(rijen)
    return [per.gelezen(rij) for rij in rijen]


class _Lijsten:
    """Everything below some budgets, fetched table by table."""

    def __init__(self, rijen: list[models.Begroting]) -> None:
        def per(lijst: Any) -> dict[int, list[Any]]:
            uit: dict[int, list[Any]] = defaultdict(list)
            for rij in lijst:
                uit[rij.begroting_id].append(rij)
            return uit

        van = {"begroting__in": rijen}
        self.kolommen = per(models.Begrotingskolom.objects.filter(**van).order_by("volgorde"))
        regels = models.Begrotingsregel.objects.filter(**van).select_related("doelstelling", "deel_van")
        self.regels = per(regels.order_by("volgorde"))
        self.adviezen = per(
            models.Begrotingsadvies.objects.filter(**van).select_related("regel").order_by("volgorde")
        )
        self.keuzen = per(models.Zwaartekeuze.objects.filter(**van).order_by("volgorde"))
        besteed = models.Besteding.objects.filter(regel__begroting__in=rijen).select_related("regel")
        laatste = besteed.order_by("regel", "jaar", "-tot", "-pk").distinct("regel", "jaar")
        self.bestedingen: dict[int, list[models.Besteding]] = defaultdict(list)
        for rij in sorted(laatste, key=lambda b: (b.jaar, b.regel.volgorde)):
            self.bestedingen[rij.regel.begroting_id].append(rij)

        self.wijzigingen = geldende_wijzigingen(rijen)

    def gelezen(self, rij: models.Begroting) -> Gelezen:
        """Return a budget as it was decided and as it is now."""
        document = self._waarde(rij)
        nu = pas_toe(document, self.wijzigingen[rij.pk])
        nu = replace(nu, genoemd=document.genoemd, bestedingen=self._bestedingen(rij, nu))
        ids = {r.code: r.pk for r in self.regels[rij.pk]}
        return Gelezen(nu, document, rij.pk, ids, rij.bron, f"{rij.onderdeel.titel}")

    def _bestedingen(self, rij: models.Begroting, nu: Begroting) -> tuple[Besteding, ...]:
        """Return what was spent. What we booked ourselves had available what the budget says now."""
        return tuple(
            Besteding(
                b.regel.code,
                b.jaar,
                b.beschikbaar_eurocent if b.bron else nu.beschikbaar(b.regel.code, b.jaar) or 0,
                b.besteed_eurocent,
                b.tot,
            )
            for b in self.bestedingen[rij.pk]
        )

    def _waarde(self, rij: models.Begroting) -> Begroting:
        """Return a budget as the document has it."""
        kolommen = self.kolommen[rij.pk]
        return Begroting(
            titel=rij.titel,
            kolommen=tuple(Kolom(k.code, k.titel, k.jaar, k.doorlopend) for k in kolommen),
            regels=tuple(self._regel(r, kolommen) for r in self.regels[rij.pk]),
            taakstellingen=tuple(
                Taakstelling(k.taakstelling, k.code, k.taakstelling_eurocent)
                for k in kolommen
                if k.taakstelling_eurocent
            ),
            bestedingen=tuple(
                Besteding(b.regel.code, b.jaar, b.beschikbaar_eurocent, b.besteed_eurocent, b.tot)
                for b in self.bestedingen[rij.pk]
                if b.bron
            ),
            advies=tuple(
                Advies(a.naam, a.eurocent, a.regel.code if a.regel else "") for a in self.adviezen[rij.pk]
            ),
            advieskolom=rij.advieskolom,
            keuzen=tuple(self._keuze(k) for k in self.keuzen[rij.pk]),
            genoemd=Genoemd(
                {
                    k.code: k.genoemd_totaal_eurocent
                    for k in kolommen
                    if k.genoemd_totaal_eurocent is not None
                },
                rij.genoemd_beschikbaar_eurocent,
                rij.genoemd_advies_eurocent,
                rij.genoemd_tekort_eurocent,
                rij.genoemd_ruimte_eurocent,
            ),
        )

    @staticmethod
    def _regel(r: models.Begrotingsregel, kolommen: list[models.Begrotingskolom]) -> Budgetregel:
        bedragen = {
            k.code: bedrag
            for k, bedrag in zip(kolommen, r.bedragen_eurocent, strict=True)
            if bedrag is not None
        }
        return Budgetregel(
            r.code,
            r.naam,
            bedragen,
            Soort(r.soort),
            r.dekking,
            str(r.doelstelling_id or ""),
            r.deel_van.code if r.deel_van else "",
        )

    @staticmethod
    def _keuze(k: models.Zwaartekeuze) -> Keuze:
        bedragen = {
            Zwaarte.LICHT: k.licht_eurocent,
            Zwaarte.MIDDEL: k.middel_eurocent,
            Zwaarte.ZWAAR: k.zwaar_eurocent,
        }
        gevuld = {zwaarte: bedrag for zwaarte, bedrag in bedragen.items() if bedrag is not None}
        return Keuze(k.naam, gevuld, Zwaarte(k.gekozen) if k.gekozen else None)


def budget_van(rij: models.Begroting) -> tuple[Begroting, list[Wijziging]]:
    """Return one budget as the document has it, and the changes of it that count."""
    gelezen = _Lijsten([rij])
    return gelezen.gelezen(rij).document, gelezen.wijzigingen[rij.pk]


def geldende_wijzigingen(rijen: Sequence[models.Begroting]) -> dict[int, list[Wijziging]]:
    """Return the changes of some budgets that count, by budget, in order of recording; one query."""
    uit: dict[int, list[Wijziging]] = defaultdict(list)
    geldend = models.Begrotingswijziging.objects.filter(
        kolom__begroting__in=rijen, ingetrokken_op__isnull=True
    )
    for w in geldend.select_related("kolom", "van", "naar").order_by("pk"):
        van, naar = w.van.code if w.van else "", w.naar.code if w.naar else ""
        uit[w.kolom.begroting_id].append(Wijziging(van, naar, w.kolom.code, w.eurocent, Soort(w.soort)))
    return uit


def bevindingen(plan: models.Plan) -> list[Bevinding]:
    """Return what does not add up in the budgets and the baseline of a plan."""
    gevonden = [b for gelezen in begrotingen(plan) for b in controleer_begroting(gelezen.document)]
    begin = [
        Vergelijking(n.naam, n.hier, n.elders, n.waar)
        for n in models.Nulmeting.objects.filter(plan=plan).order_by("volgorde")
    ]
    return gevonden + controleer_vergelijkingen(_("Nulmeting"), begin, vergelijk_delen)


def geld_van_doel(doel: models.Doelstelling) -> list[dict[str, Any]]:
    """Return the money of a goal: its lines of the budget, and the changes for its activities."""
    regels: list[dict[str, Any]] = [
        {
            "naam": regel.naam,
            "zinnen": [
                _jaarzin(kolom, bedrag, besteed)
                for kolom in kolommen
                if (bedrag := bedragen.get(kolom.code)) is not None
            ],
        }
        for regel, kolommen, bedragen, besteed in _regels_van(doel)
    ]
    mutaties = models.Begrotingsmutatie.objects.filter(activiteit__doelstelling=doel).order_by("pk")
    for m in mutaties:
        wat = _("wijziging van de begroting: lasten %(lasten)s, baten %(baten)s, %(soort)s")
        waarden = {
            "lasten": euro(m.lasten_eurocent),
            "baten": euro(m.baten_eurocent),
            "soort": soortnaam(m.soort),
        }
        regels.append({"naam": m.naam, "zinnen": [wat % waarden]})
    return regels


def _regels_van(
    doel: models.Doelstelling,
) -> list[tuple[Budgetregel, tuple[Kolom, ...], dict[str, int], dict[int, Besteding]]]:
    """Return the lines of a goal as they are now: columns, amounts and the newest spending by year."""
    uit = []
    for gelezen in begrotingen(doel.thema.onderdeel.plan):
        b = gelezen.begroting
        for regel in b.regels:
            if regel.doel == str(doel.pk):
                besteed = {x.jaar: x for x in b.bestedingen if x.regel == regel.code}
                uit.append((regel, b.kolommen, regel.bedragen, besteed))
    return uit


def _jaarzin(kolom: Kolom, bedrag: int, besteed: dict[int, Besteding]) -> str:
    b = besteed.get(kolom.jaar)
    if b is None or b.tot is None:
        return _("%(jaar)s: %(bedrag)s") % {"jaar": kolom.titel, "bedrag": euro(bedrag)}
    return _("%(jaar)s: %(bedrag)s, besteed %(besteed)s (stand van %(dag)s)") % {
        "jaar": kolom.titel,
        "bedrag": euro(bedrag),
        "besteed": euro(b.besteed),
        "dag": datum_zonder_dag(b.tot),
    }


def boekpagina(regel_id: int) -> dict[str, str]:
    """Return a line of the budget as the form shows it. Raises NietGevonden."""
    regels = models.Begrotingsregel.objects.select_related("begroting__onderdeel__plan")
    rij = regels.filter(pk=regel_id).first()
    if rij is None:
        raise NietGevonden(
            "begrotingsregel_onbekend",
            _("Deze regel van de begroting bestaat niet."),
            _("Kies een regel op de pagina Geld."),
        )
    laatste = rij.bestedingen.order_by("-jaar", "-tot", "-pk").first()
    besteed = euro_centen(laatste.besteed_eurocent).lstrip("€\u00a0") if laatste else ""
    return {"naam": rij.naam, "plan": rij.begroting.onderdeel.plan.code, "besteed": besteed}


def regelcodes(plan: models.Plan) -> str:
    """Return the codes of the lines of a plan, as a ledger names them."""
    regels = models.Begrotingsregel.objects.filter(begroting__onderdeel__plan=plan).order_by("volgorde")
    return ", ".join(f"{code} ({naam})" for code, naam in regels.values_list("code", "naam")) or "-"


def begrotingsregels(plan: str) -> dict[str, int]:
    """Return the lines of the budget of the plan with this code: line code -> id."""
    regels = models.Begrotingsregel.objects.filter(begroting__onderdeel__plan__code=plan)
    return dict(regels.values_list("code", "pk"))

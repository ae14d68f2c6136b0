"""Assignments as the national messages speak of them: in codes of the standard, whole units and cents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, QuerySet

from samendoen.besluiten.access import is_systeem
from samendoen.besluiten.models import Toewijzing
from samendoen.besluiten.rules import MET_BUDGET, Eenheid, Frequentie, Toewijzingswijze, honderdste, keren
from samendoen.kernel.api import Actor, Wet, zichtbaar

# What we count in -> the code of WJ756; what we count per -> the code of WMO757.
EENHEDEN = {
    Eenheid.UUR: "04", Eenheid.DAGDEEL: "16", Eenheid.ETMAAL: "14", Eenheid.RIT: "82", Eenheid.STUK: "82",
    Eenheid.EURO: "83",
}  # fmt: skip
FREQUENTIES = {Frequentie.PER_WEEK: "2", Frequentie.PER_MAAND: "4", Frequentie.TOTAAL: "6"}
MINUUT, MINUTEN_PER_UUR = "01", 60


@dataclass(frozen=True, slots=True)
class Toewijzingkern:
    """An assignment in the codes of the standard. `tot` is the first day no longer.

    `volume`, `eenheid` and `frequentie` belong together; `budget_eurocent` comes instead of them. `categorie`
    is "" when nobody said what the standard calls this product, and for a budget alone (`wijze` generiek).
    `reden_wijziging` is "" for one that still is as it was made; `verwijderd`: it never began.
    """

    id: int
    persoon_id: int
    dossier_id: int
    wet: str
    aanbieder: str
    categorie: str
    productcode: str
    van: date
    tot: date | None
    volume: int | None
    eenheid: str
    frequentie: str
    budget_eurocent: int | None
    toegewezen_op: date
    reden_wijziging: str
    voorziening_id: int
    wijze: str = Toewijzingswijze.SPECIFIEK.value

    @property
    def verwijderd(self) -> bool:
        """Tell whether it was taken back before it began."""
        return self.tot is not None and self.tot <= self.van


def toewijzingskernen(door: Actor, ids: Iterable[int]) -> dict[int, Toewijzingkern]:
    """Return the assignments among these whose dossier this actor may read; the system gets all."""
    rijen = Toewijzing.objects.filter(pk__in=list(ids))
    if not is_systeem(door):
        rijen = zichtbaar(rijen, door, pad="voorziening__dossier")
    return {kern.id: kern for kern in _kernen(rijen)}


def uit_te_wisselen() -> list[Toewijzingkern]:
    """Return the assignments that a provider hears of by message: made since we exchange messages with it."""
    rijen = Toewijzing.objects.filter(
        voorziening__wet__in=[Wet.WMO, Wet.JEUGD],  # of these laws are the two standards
        aanbieder__berichten_vanaf__isnull=False,
        toegewezen_op__gte=F("aanbieder__berichten_vanaf"),
    )
    return _kernen(rijen)


def _kernen(rijen: QuerySet[Toewijzing]) -> list[Toewijzingkern]:
    return [_kern(rij) for rij in rijen.select_related("aanbieder", "voorziening__product").order_by("pk")]


def _kern(rij: Toewijzing) -> Toewijzingkern:
    v, product = rij.voorziening, rij.voorziening.product
    specifiek = v.wijze == Toewijzingswijze.SPECIFIEK
    omvang = omvang_in_codes(v.omvang, v.eenheid, v.frequentie, rij.van, rij.tot) if specifiek else None
    volume, eenheid, frequentie = omvang or (None, "", "")
    return Toewijzingkern(
        id=rij.pk,
        persoon_id=v.inwoner_id,
        dossier_id=v.dossier_id,
        wet=v.wet,
        aanbieder=rij.aanbieder.agb,
        categorie="" if v.wijze == Toewijzingswijze.GENERIEK else product.berichtcategorie,
        productcode=product.berichtcode if specifiek else "",
        van=rij.van,
        tot=rij.tot,
        volume=volume,
        eenheid=eenheid,
        frequentie=frequentie,
        budget_eurocent=honderdste(v.omvang) if v.wijze in MET_BUDGET else None,
        wijze=v.wijze,
        toegewezen_op=rij.toegewezen_op,
        reden_wijziging=rij.reden,
        voorziening_id=v.pk,
    )


def omvang_in_codes(
    omvang: Decimal, eenheid: str, frequentie: str, van: date, tot: date | None
) -> tuple[int, str, str]:
    """Return a volume as a whole number with the codes of unit and frequency.

    Part of an hour goes in minutes. The standard has no four weeks: what is granted per four weeks goes as
    the total of the whole period (without an end: of a year).
    """
    code = EENHEDEN[Eenheid(eenheid)]
    if frequentie == Frequentie.PER_VIER_WEKEN:
        omvang, frequentie = omvang * keren(frequentie, van, tot), Frequentie.TOTAAL
    if omvang != omvang.to_integral_value() and eenheid == Eenheid.UUR:
        omvang, code = omvang * MINUTEN_PER_UUR, MINUUT
    return int(omvang.to_integral_value()), code, FREQUENTIES[Frequentie(frequentie)]

"""Words for what is granted, in the active language: how much, and from when until when."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.besluiten.models import FREQUENTIES, VORMEN, WIJZEN
from samendoen.besluiten.rules import (
    EEN_DAG,
    Eenheid,
    Frequentie,
    Toewijzingswijze,
    Vorm,
    honderdste,
    omvang_tekst,
)
from samendoen.schil.api import datum_zonder_dag, euro_centen


def hoeveelheid(omvang: Decimal, eenheid: str) -> str:
    """Return "3 uur", "1 dagdeel", "2,5 etmalen": a volume with its unit."""
    if Eenheid(eenheid) is Eenheid.EURO:
        return euro_centen(honderdste(omvang))
    n = 1 if omvang == 1 else 2  # one and a half is more than one, in Dutch as in English
    namen = {
        Eenheid.UUR: _("uur"),
        Eenheid.DAGDEEL: ngettext("dagdeel", "dagdelen", n),
        Eenheid.ETMAAL: ngettext("etmaal", "etmalen", n),
        Eenheid.RIT: ngettext("rit", "ritten", n),
        Eenheid.STUK: ngettext("stuk", "stuks", n),
    }
    return f"{omvang_tekst(omvang)} {namen[Eenheid(eenheid)]}"


def eenheid_naam(eenheid: str) -> str:
    """Return the unit by itself: "uur", "dagdelen"."""
    if Eenheid(eenheid) is Eenheid.EURO:
        return _("euro")
    return hoeveelheid(Decimal(2), eenheid).partition(" ")[2]


def omvang_zin(omvang: Decimal, eenheid: str, frequentie: str) -> str:
    """Return "3 uur per week", "1 stuk"."""
    hoeveel = hoeveelheid(omvang, eenheid)
    if Frequentie(frequentie) is Frequentie.TOTAAL:
        return hoeveel if Eenheid(eenheid) is Eenheid.STUK else f"{hoeveel} {_('in totaal')}"
    return f"{hoeveel} {FREQUENTIES[Frequentie(frequentie)]}"


def vorm_zin(vorm: str, wijze: str) -> str:
    """Return "In natura", with what a provider is told when that is not a product and a volume."""
    naam = str(VORMEN[Vorm(vorm)])
    return naam if wijze == Toewijzingswijze.SPECIFIEK else f"{naam}. {WIJZEN[Toewijzingswijze(wijze)]}"


def laatste_dag(tot: date) -> date:
    """Return the last day of a period whose first day no longer is `tot`."""
    return tot - EEN_DAG


def periode_zin(van: date, tot: date | None) -> str:
    """Return "van 1 juli 2024 tot en met 30 juni 2025", or "vanaf 1 juli 2024"."""
    if tot is None:
        return _("vanaf %(van)s") % {"van": datum_zonder_dag(van)}
    return _("van %(van)s tot en met %(tot)s") % {
        "van": datum_zonder_dag(van),
        "tot": datum_zonder_dag(laatste_dag(tot)),
    }

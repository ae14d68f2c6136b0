"""The fact of money: lines of invoices, without anybody in it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from samendoen.besluiten import events
from samendoen.besluiten.feiten.levering import aanbiedercode, aanbieders
from samendoen.besluiten.models import Product
from samendoen.kernel.api import Wet, gebeurtenissen_tot, in_porties, verwoord_regels
from samendoen.kernel.stekkers import Feitsoort, Kolom


def _rijen(peilmoment: datetime) -> Iterator[Sequence[tuple[Any, ...]]]:
    return in_porties(_per_regel(peilmoment))


def _per_regel(peilmoment: datetime) -> Iterator[tuple[Any, ...]]:
    soorten = (events.DeclaratieGeboekt.soort,)
    regels = gebeurtenissen_tot(events.DECLARATIE, peilmoment, soorten)
    for geboekt_op, g in verwoord_regels(regels):
        if not isinstance(g, events.DeclaratieGeboekt):
            continue
        for product, maand, credit, ingediend, toegekend in zip(
            g.producten, g.maanden, g.credits, g.ingediend, g.toegekend, strict=True
        ):
            teken = -1 if credit else 1
            yield (
                g.kader,
                product,
                aanbiedercode(g.aanbieder),
                maand,
                geboekt_op,
                credit,
                toegekend > 0,
                teken * ingediend,
                teken * toegekend,
            )


DECLARATIEREGEL = Feitsoort(
    naam="declaratieregel",
    korrel="een regel van een declaratie",
    kolommen=(
        Kolom(
            "kader",
            "code",
            "geen",
            "wet waarop de hulp rust",
            benoem=lambda: {wet.value: str(wet.label) for wet in Wet},
        ),
        Kolom(
            "product",
            "code",
            "geen",
            "wat is geleverd",
            benoem=lambda: dict(Product.objects.values_list("code", "naam")),
        ),
        Kolom("aanbieder", "code", "geen", "wie declareerde", benoem=aanbieders),
        Kolom("maand", "datum", "geen", "eerste dag van de maand waarin de hulp is gegeven"),
        Kolom("geboekt_op", "datum", "geen", "dag waarop de declaratie is verwerkt"),
        Kolom("credit", "janee", "geen", "of de regel een eerdere terugdraait"),
        Kolom("toegekend", "janee", "geen", "of de regel is goedgekeurd"),
        Kolom("ingediend_eurocent", "geheel", "geen", "wat is gevraagd, in eurocent; onder nul bij credit"),
        Kolom("toegekend_eurocent", "geheel", "geen", "wat is goedgekeurd, in eurocent; credit onder nul"),
    ),
    rijen=_rijen,
)

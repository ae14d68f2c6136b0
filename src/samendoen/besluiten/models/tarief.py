"""Tarief and Contract: what is paid for a unit, and with whom that was agreed, from when until when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import HERKOMST, Aanbieder, Herkomst, Product
from samendoen.besluiten.rules import Eenheid
from samendoen.kernel.api import Klasse
from samendoen.kernel.velden import nooit_tegelijk


class Afspraak(Herkomst):
    """Something agreed from when until when (`tot` is the first day no longer). Nothing is overwritten.

    A mistake is taken back (`ingetrokken_op`): it never held. `sluit` is the one that this one closed, which
    was to end on `sluit_tot`; taking back restores that.
    """

    van = models.DateField()
    tot = models.DateField(null=True)
    sluit = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    sluit_tot = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        abstract = True


HOUDT = Q(ingetrokken_op__isnull=True)
AFSPRAAK = {
    "van": Klasse.GEEN,
    "tot": Klasse.GEEN,
    "sluit": Klasse.SLEUTEL,
    "sluit_tot": Klasse.GEEN,
    "ingetrokken_op": Klasse.GEEN,
    **HERKOMST,
}


class Tarief(Afspraak):
    """What one unit of a product costs, for everybody or for one provider; one at a time.

    `voor` is the provider's id, 0 for everybody: what the constraint compares.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "product": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "voor": Klasse.SLEUTEL,
        "eurocent": Klasse.GEEN,
        "eenheid": Klasse.GEEN,
        **AFSPRAAK,
    }
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Aanbieder, null=True, on_delete=models.PROTECT, related_name="+")
    voor = models.GeneratedField(
        expression=Coalesce(F("aanbieder"), Value(0)),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )
    eurocent = models.PositiveIntegerField()
    eenheid = models.CharField(max_length=10, choices=[(e.value, e.value) for e in Eenheid])

    class Meta:
        verbose_name = _("tarief")
        verbose_name_plural = _("tarieven")
        constraints = (
            models.CheckConstraint(name="tarief_bedrag", condition=Q(eurocent__gt=0)),
            models.CheckConstraint(
                name="tarief_eenheid", condition=Q(eenheid__in=[e.value for e in Eenheid])
            ),
            models.CheckConstraint(
                name="tarief_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
            nooit_tegelijk("tarief_een_tegelijk", "product_id", "voor", waar=HOUDT),
        )

    def __str__(self) -> str:
        return f"tarief {self.pk}"


class Contract(Afspraak):
    """That a provider works for us, and for what; one at a time."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "producten": Klasse.SLEUTEL,
        **AFSPRAAK,
    }
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="contracten")
    producten = models.ManyToManyField(Product, related_name="+")

    class Meta:
        verbose_name = _("contract")
        verbose_name_plural = _("contracten")
        constraints = (
            models.CheckConstraint(
                name="contract_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
            nooit_tegelijk("contract_een_tegelijk", "aanbieder_id", waar=HOUDT),
        )

    def __str__(self) -> str:
        return f"contract {self.pk}"

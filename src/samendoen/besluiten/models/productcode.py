"""Productcode: what a code in a message means, from when until when."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import nooit_tegelijk


class Productcode(models.Model):
    """A code of the list that is agreed on in messages, with what it means from `van` to `tot` (exclusive).

    One meaning at a time; what was a mistake is taken back, not overwritten. `getal` is made from category
    and code: what the constraint compares. `eenheid` is a code of the standard, "" when nobody said.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "categorie": Klasse.GEEN,
        "code": Klasse.GEEN,
        "getal": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "eenheid": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    wet = models.CharField(max_length=20, choices=Wet)
    categorie = models.CharField(max_length=2)
    code = models.CharField(max_length=5)
    getal = models.BigIntegerField()
    naam = models.CharField(max_length=200)
    eenheid = models.CharField(max_length=2, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("productcode")
        verbose_name_plural = _("productcodes")
        constraints = (
            models.CheckConstraint(name="productcode_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="productcode_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
            nooit_tegelijk("productcode_een_tegelijk", "getal", waar=Q(ingetrokken_op__isnull=True)),
        )
        indexes = (models.Index(fields=["wet", "categorie", "code"], name="productcode_zoek"),)

    def __str__(self) -> str:
        return f"{self.categorie} {self.code}"

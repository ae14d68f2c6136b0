"""Betaling: that an invoice was paid, on a day, in whole or in part."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.declaratie import Declaratie
from samendoen.kernel.api import Klasse


class Betaling(models.Model):
    """A payment in cents. One that was a mistake stays, but counts no more (`ingetrokken_op`)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "declaratie": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "eurocent": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    declaratie = models.ForeignKey(Declaratie, on_delete=models.PROTECT, related_name="betalingen")
    op = models.DateField()
    eurocent = models.BigIntegerField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("betaling")
        verbose_name_plural = _("betalingen")
        constraints = (models.CheckConstraint(name="betaling_bedrag", condition=Q(eurocent__gt=0)),)

    def __str__(self) -> str:
        return f"betaling {self.pk}"

"""Doorbraakbudget: a small amount outside the products, with which a household gets on."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet


class Doorbraak(models.Model):
    """What was granted to the household of a casus. One that was taken back stays, with that day."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "bedrag_eurocent": Klasse.GEEN,
        "waarvoor": Klasse.BIJZONDER,
        "waarom": Klasse.BIJZONDER,
        "toegekend_op": Klasse.GEEN,
        "toegekend_door": Klasse.MEDEWERKER,
        "ingetrokken_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one budget.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    bedrag_eurocent = models.IntegerField()
    waarvoor = models.TextField(blank=True)
    waarom = models.TextField(blank=True)
    toegekend_op = models.DateField()
    toegekend_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("doorbraakbudget")
        verbose_name_plural = _("doorbraakbudgetten")
        constraints = (
            models.CheckConstraint(name="doorbraak_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="doorbraak_bedrag", condition=Q(bedrag_eurocent__gt=0)),
        )

    def __str__(self) -> str:
        return f"doorbraakbudget {self.pk}"


class Doorbraakuitgave(models.Model):
    """What was paid from a budget, in whole eurocents."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "budget": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "bedrag_eurocent": Klasse.GEEN,
        "omschrijving": Klasse.BIJZONDER,
        "op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    budget = models.ForeignKey(Doorbraak, on_delete=models.PROTECT, related_name="uitgaven")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    bedrag_eurocent = models.IntegerField()
    omschrijving = models.TextField(blank=True)
    op = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("uitgave uit een doorbraakbudget")
        verbose_name_plural = _("uitgaven uit doorbraakbudgetten")
        constraints = (
            models.CheckConstraint(name="doorbraakuitgave_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="doorbraakuitgave_bedrag", condition=Q(bedrag_eurocent__gt=0)),
        )

    def __str__(self) -> str:
        return f"uitgave {self.pk}"

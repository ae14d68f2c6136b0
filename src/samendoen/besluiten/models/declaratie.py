"""Declaratie and Declaratieregel: what a provider asked to be paid and what was granted. A ledger in cents.

Nothing in it changes but what was paid: a mistake is taken back by a credit line.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import Aanbieder, Product
from samendoen.besluiten.models.voorziening import Toewijzing
from samendoen.kernel.api import Klasse, Wet


class Declaratie(models.Model):
    """An invoice that was processed; amounts are debits minus credits (`tot` is the first day no longer)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "nummer": Klasse.SLEUTEL,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "dagtekening": Klasse.GEEN,
        "geboekt_op": Klasse.GEEN,
        "ingediend_eurocent": Klasse.GEEN,
        "toegekend_eurocent": Klasse.GEEN,
        "betaald_eurocent": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    nummer = models.CharField(max_length=12)
    van = models.DateField()
    tot = models.DateField()
    dagtekening = models.DateField()
    geboekt_op = models.DateField()
    ingediend_eurocent = models.BigIntegerField()
    toegekend_eurocent = models.BigIntegerField()
    betaald_eurocent = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("declaratie")
        verbose_name_plural = _("declaraties")
        constraints = (
            models.CheckConstraint(name="declaratie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="declaratie_periode", condition=Q(tot__gt=F("van"))),
            models.UniqueConstraint(name="declaratie_nummer", fields=["aanbieder", "wet", "nummer"]),
        )

    def __str__(self) -> str:
        return f"declaratie {self.pk}"


class Declaratieregel(models.Model):
    """One line: what was given to one resident in a period, or (`credit`) taken back.

    Amounts are positive. `toewijzing` and `product` are None when the provider named an assignment that is
    not its own; such a line was rejected. `retourcodes` say why.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "declaratie": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "referentie": Klasse.SLEUTEL,
        "vorige_referentie": Klasse.SLEUTEL,
        "toewijzing": Klasse.SLEUTEL,
        "product": Klasse.SLEUTEL,
        "categorie": Klasse.GEEN,
        "productcode": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "volume": Klasse.GEEN,
        "eenheid": Klasse.GEEN,
        "tarief_eurocent": Klasse.GEEN,
        "credit": Klasse.GEEN,
        "ingediend_eurocent": Klasse.GEEN,
        "toegekend_eurocent": Klasse.GEEN,
        "retourcodes": Klasse.GEEN,
    }
    declaratie = models.ForeignKey(Declaratie, on_delete=models.PROTECT, related_name="+")
    # Of the declaration, for what must be unique.
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    referentie = models.CharField(max_length=20)
    vorige_referentie = models.CharField(max_length=20, blank=True)
    toewijzing = models.ForeignKey(Toewijzing, null=True, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT, related_name="+")
    # What the provider declared, in codes of the standard: an assignment may leave the product open.
    categorie = models.CharField(max_length=2, blank=True)
    productcode = models.CharField(max_length=5, blank=True)
    van = models.DateField()
    tot = models.DateField()
    volume = models.PositiveIntegerField()
    eenheid = models.CharField(max_length=2)
    tarief_eurocent = models.PositiveIntegerField(null=True)
    credit = models.BooleanField(default=False)
    ingediend_eurocent = models.PositiveBigIntegerField()
    toegekend_eurocent = models.PositiveBigIntegerField()
    retourcodes = ArrayField(models.CharField(max_length=4), default=list)

    class Meta:
        verbose_name = _("declaratieregel")
        verbose_name_plural = _("declaratieregels")
        constraints = (
            models.CheckConstraint(name="declaratieregel_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="declaratieregel_periode", condition=Q(tot__gt=F("van"))),
            models.CheckConstraint(
                name="declaratieregel_niet_meer_dan_gevraagd",
                condition=Q(toegekend_eurocent__lte=F("ingediend_eurocent")),
            ),
            models.CheckConstraint(
                name="declaratieregel_credit_noemt_vorige",
                condition=Q(credit=True) & ~Q(vorige_referentie="") | Q(credit=False, vorige_referentie=""),
            ),
            models.CheckConstraint(
                name="declaratieregel_betaald_op_toewijzing",
                condition=Q(toegekend_eurocent=0) | Q(toewijzing__isnull=False, product__isnull=False),
            ),
            models.UniqueConstraint(
                name="declaratieregel_referentie",
                fields=["aanbieder", "wet", "referentie"],
                condition=Q(toegekend_eurocent__gt=0),
            ),
            models.UniqueConstraint(
                name="declaratieregel_een_credit",
                fields=["aanbieder", "wet", "vorige_referentie"],
                condition=Q(credit=True, toegekend_eurocent__gt=0),
            ),
        )
        indexes = (
            models.Index(fields=["van"], name="declaratieregel_van"),
            models.Index(fields=["aanbieder", "referentie"], name="declaratieregel_zoek"),
        )

    def __str__(self) -> str:
        return f"declaratieregel {self.pk}"

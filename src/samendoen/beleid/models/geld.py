"""Money: tables of changes of the budget, with the totals that the document names beside them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.agenda import Activiteit
from samendoen.beleid.models.plan import Onderdeel, gevuld
from samendoen.beleid.rules import Soort
from samendoen.kernel.api import Klasse

SOORTEN = {Soort.INCIDENTEEL: _("Incidenteel"), Soort.STRUCTUREEL: _("Structureel")}


class Mutatietabel(models.Model):
    """A table of changes. The totals that the document names stand apart, to be compared."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderdeel": Klasse.SLEUTEL,
        "titel": Klasse.GEEN,
        "genoemd_lasten_eurocent": Klasse.GEEN,
        "genoemd_baten_eurocent": Klasse.GEEN,
        "genoemd_saldo_eurocent": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    onderdeel = models.OneToOneField(Onderdeel, on_delete=models.PROTECT, related_name="mutatietabel")
    titel = models.CharField(max_length=200)
    genoemd_lasten_eurocent = models.BigIntegerField(null=True)
    genoemd_baten_eurocent = models.BigIntegerField(null=True)
    genoemd_saldo_eurocent = models.BigIntegerField(null=True)
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("mutatietabel")
        verbose_name_plural = _("mutatietabellen")
        constraints = (
            gevuld("mutatietabel", "titel"),
            models.CheckConstraint(
                name="mutatietabel_genoemd_is_heel",
                condition=Q(
                    genoemd_lasten_eurocent__isnull=False,
                    genoemd_baten_eurocent__isnull=False,
                    genoemd_saldo_eurocent__isnull=False,
                )
                | Q(
                    genoemd_lasten_eurocent__isnull=True,
                    genoemd_baten_eurocent__isnull=True,
                    genoemd_saldo_eurocent__isnull=True,
                ),
            ),
        )

    def __str__(self) -> str:
        return self.titel


class Begrotingsmutatie(models.Model):
    """One change of the budget, in euro cents. Charges are negative or nought, income positive or nought."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "tabel": Klasse.SLEUTEL,
        "volgorde": Klasse.GEEN,
        "naam": Klasse.GEEN,
        "lasten_eurocent": Klasse.GEEN,
        "baten_eurocent": Klasse.GEEN,
        "genoemd_saldo_eurocent": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "activiteit": Klasse.SLEUTEL,
        "bron": Klasse.GEEN,
    }
    tabel = models.ForeignKey(Mutatietabel, on_delete=models.PROTECT, related_name="mutaties")
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=200)
    lasten_eurocent = models.BigIntegerField()
    baten_eurocent = models.BigIntegerField()
    # As the document names it; ours is always computed.
    genoemd_saldo_eurocent = models.BigIntegerField(null=True)
    soort = models.CharField(max_length=1, choices=[(s.value, naam) for s, naam in SOORTEN.items()])
    toelichting = models.TextField()
    activiteit = models.ForeignKey(Activiteit, null=True, on_delete=models.PROTECT, related_name="mutaties")
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("begrotingsmutatie")
        verbose_name_plural = _("begrotingsmutaties")
        constraints = (
            models.UniqueConstraint(name="begrotingsmutatie_naam", fields=["tabel", "naam"]),
            models.CheckConstraint(name="begrotingsmutatie_soort", condition=Q(soort__in=list(Soort))),
            gevuld("begrotingsmutatie", "toelichting"),
        )

    def __str__(self) -> str:
        return self.naam

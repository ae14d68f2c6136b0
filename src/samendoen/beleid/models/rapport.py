"""Reports: frozen as bytes. A database trigger refuses every change to them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import HASH, Plan
from samendoen.kernel.api import Klasse

RAPPORTSOORTEN = {"voortgang": _("Voortgang")}
VORMEN = {"html": "text/html; charset=utf-8", "json": "application/json"}


class Rapport(models.Model):
    """A report as it was made: what it says, of which plan and day. The same contents are one report."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "peildatum": Klasse.GEEN,
        "gemaakt_op": Klasse.GEEN,
        "inhoud_hash": Klasse.GEEN,
        "versie": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rapporten")
    soort = models.CharField(max_length=30, choices=list(RAPPORTSOORTEN.items()))
    titel = models.CharField(max_length=200)
    peildatum = models.DateField()
    gemaakt_op = models.DateTimeField()
    # SHA-256 over the hashes of its files.
    inhoud_hash = models.CharField(max_length=64)
    # Version of Samendoen that made it.
    versie = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("rapport")
        verbose_name_plural = _("rapporten")
        constraints = (
            models.UniqueConstraint(name="rapport_inhoud", fields=["plan", "soort", "inhoud_hash"]),
            models.CheckConstraint(name="rapport_soort", condition=Q(soort__in=list(RAPPORTSOORTEN))),
            models.CheckConstraint(name="rapport_hash", condition=Q(inhoud_hash__regex=HASH)),
        )

    def __str__(self) -> str:
        return f"rapport {self.pk}"


class Rapportbestand(models.Model):
    """One form of a report, byte for byte."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "rapport": Klasse.SLEUTEL,
        "vorm": Klasse.GEEN,
        "inhoud": Klasse.GEEN,
        "hash": Klasse.GEEN,
    }
    rapport = models.ForeignKey(Rapport, on_delete=models.PROTECT, related_name="bestanden")
    vorm = models.CharField(max_length=10, choices=[(vorm, vorm.upper()) for vorm in VORMEN])
    inhoud = models.BinaryField()
    # SHA-256 of the bytes.
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("rapportbestand")
        verbose_name_plural = _("rapportbestanden")
        constraints = (
            models.UniqueConstraint(name="rapportbestand_vorm", fields=["rapport", "vorm"]),
            models.CheckConstraint(name="rapportbestand_vorm_bekend", condition=Q(vorm__in=list(VORMEN))),
            models.CheckConstraint(name="rapportbestand_hash", condition=Q(hash__regex=HASH)),
        )

    def __str__(self) -> str:
        return f"{self.rapport_id}.{self.vorm}"

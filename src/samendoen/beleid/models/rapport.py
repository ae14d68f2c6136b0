"""Reports: frozen as bytes. A database trigger refuses every change to them.

A report that was published is corrected by another one (`verbetert`), and is destroyed only when somebody
withdrew the consent on which a part of it rested (decision record 0026).
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import HASH, Plan
from samendoen.kernel.api import Klasse

RAPPORTSOORTEN = {
    "voortgang": _("Voortgang"),
    "trendrapportage": _("Trendrapportage"),
    "evaluatie": _("Evaluatie"),
    "raadsdashboard": _("Raadsdashboard"),
}
VORMEN = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}
VERNIETIGINGSREDENEN = {"toestemming_ingetrokken": _("De toestemming voor een verhaal is ingetrokken")}


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
        "maker": Klasse.MEDEWERKER,
        "grondslag": Klasse.GEEN,
        "verbetert": Klasse.SLEUTEL,
        "wijziging": Klasse.GEEN,
        "reden": Klasse.GEEN,
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
    # Who made it; None: the system.
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    # Which definition of the plan, which publication of figures, which definitions of indicators.
    grondslag = models.JSONField(default=dict)
    # The version that this one takes the place of, what is different in it, and why.
    verbetert = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="verbetering")
    wijziging = models.TextField(blank=True)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name = _("rapport")
        verbose_name_plural = _("rapporten")
        constraints = (
            models.UniqueConstraint(name="rapport_inhoud", fields=["plan", "soort", "inhoud_hash"]),
            models.CheckConstraint(name="rapport_soort", condition=Q(soort__in=list(RAPPORTSOORTEN))),
            models.CheckConstraint(name="rapport_hash", condition=Q(inhoud_hash__regex=HASH)),
            models.CheckConstraint(
                name="rapport_verbetering_zegt_wat",
                condition=Q(verbetert__isnull=True, wijziging="", reden="")
                | Q(verbetert__isnull=False) & ~Q(wijziging="") & ~Q(reden=""),
            ),
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


class Rapportpublicatie(models.Model):
    """That a report went out to the council: when, and by whom. A trigger refuses who made it."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "rapport": Klasse.SLEUTEL,
        "gepubliceerd_op": Klasse.GEEN,
        "door": Klasse.MEDEWERKER,
    }
    rapport = models.OneToOneField(Rapport, on_delete=models.PROTECT, related_name="publicatie")
    gepubliceerd_op = models.DateTimeField()
    # None: the system.
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("publicatie van een rapport")
        verbose_name_plural = _("publicaties van rapporten")

    def __str__(self) -> str:
        return f"rapport {self.rapport_id} gepubliceerd"


class Rapportvernietiging(models.Model):
    """That the bytes of a report were destroyed, and why. Without it the database keeps every byte."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "rapport": Klasse.SLEUTEL,
        "vernietigd_op": Klasse.GEEN,
        "reden": Klasse.GEEN,
    }
    rapport = models.OneToOneField(Rapport, on_delete=models.PROTECT, related_name="vernietiging")
    vernietigd_op = models.DateTimeField()
    reden = models.CharField(max_length=40, choices=list(VERNIETIGINGSREDENEN.items()))

    class Meta:
        verbose_name = _("vernietiging van een rapport")
        verbose_name_plural = _("vernietigingen van rapporten")
        constraints = (
            models.CheckConstraint(
                name="rapportvernietiging_reden", condition=Q(reden__in=list(VERNIETIGINGSREDENEN))
            ),
        )

    def __str__(self) -> str:
        return f"rapport {self.rapport_id} vernietigd"

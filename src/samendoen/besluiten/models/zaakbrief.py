"""Letters in a procedure (an objection, a complaint), as they were sent."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet

BRIEFSOORTEN = {
    "ontvangst": _("Bevestiging van ontvangst"),
    "herstel": _("Verzoek om aan te vullen"),
    "horen": _("Uitnodiging voor een gesprek"),
    "uitstel": _("Bericht van uitstel"),
    "beslissing": _("Beslissing"),
    "afschrift": _("Kopie voor de medewerker"),
    "intrekking": _("Bevestiging dat u intrekt"),
}


class Zaakbrief(models.Model):
    """One letter about one subject (kind + id). Erasure empties it; that it was sent stays."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderwerp_soort": Klasse.GEEN,
        "onderwerp_id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "op": Klasse.GEEN,
        "brief": Klasse.BIJZONDER,
    }
    onderwerp_soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField()
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    soort = models.CharField(max_length=20, choices=list(BRIEFSOORTEN.items()))
    op = models.DateField()
    brief = models.JSONField(null=True)

    class Meta:
        verbose_name = _("brief in een procedure")
        verbose_name_plural = _("brieven in procedures")
        constraints = (models.CheckConstraint(name="zaakbrief_wet", condition=Q(wet__in=Wet.values)),)
        indexes = (models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="zaakbrief_onderwerp"),)

    def __str__(self) -> str:
        return f"{self.soort} bij {self.onderwerp_soort} {self.onderwerp_id}"

"""Consultation: an expert reads along in a casus, for a purpose and through a last day."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus
from samendoen.kernel.api import Klasse, Wet


class Consultatie(models.Model):
    """Who reads along, why, and through which day (`tot`); it ends by itself, or sooner (`beeindigd_op`).

    `inwoner` is the person with whom the casus began: the purpose falls under that dossier.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "gebruiker": Klasse.MEDEWERKER,
        "waarvoor": Klasse.BIJZONDER,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "beeindigd_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one consultation.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="consultaties")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    waarvoor = models.TextField(_("Waarvoor leest iemand mee?"), blank=True)
    van = models.DateField()
    tot = models.DateField(_("Tot en met"))
    beeindigd_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("consultatie")
        verbose_name_plural = _("consultaties")
        constraints = (
            models.CheckConstraint(name="consultatie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="consultatie_periode", condition=Q(tot__gte=F("van"))),
        )

    def __str__(self) -> str:
        return f"consultatie {self.pk}"

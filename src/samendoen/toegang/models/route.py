"""The short route of a melding, with its answers."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.toegang.models.melding import Melding


class Routekeuze(models.Model):
    """Which short route a melding takes, what was answered (code -> words) and which proof there is.

    Empty `route`: it walks the full path after all, its answers stay.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "route": Klasse.GEEN,
        "antwoorden": Klasse.BIJZONDER,
        "bewijs": Klasse.GEEN,
    }
    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="routekeuze")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    route = models.SlugField(max_length=60, blank=True)
    antwoorden = models.JSONField(default=dict)
    bewijs = ArrayField(models.SlugField(max_length=60), default=list, blank=True)

    class Meta:
        verbose_name = _("korte route")
        verbose_name_plural = _("korte routes")

    def __str__(self) -> str:
        return f"korte route van melding {self.melding_id}"

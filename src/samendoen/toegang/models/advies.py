"""Advice given at the desk: what is needed to count it, and no person at all."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.toegang.models.eropaf import keuzes
from samendoen.toegang.models.melding import KANALEN
from samendoen.toegang.rules import Antwoordsoort

ANTWOORDSOORTEN = {
    Antwoordsoort.UITLEG: _("Uitleg gegeven"),
    Antwoordsoort.AANBOD: _("Gewezen op aanbod voor iedereen"),
    Antwoordsoort.VERWEZEN: _("Verwezen naar een andere organisatie"),
    Antwoordsoort.GEEN_HULP: _("Hier is geen hulp voor"),
}


class Advies(models.Model):
    """That a question was answered: how it came in, about what, and what kind of answer it was."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "kanaal": Klasse.GEEN,
        "leefgebied": Klasse.GEEN,
        "antwoord": Klasse.GEEN,
        "op": Klasse.GEEN,
        "door": Klasse.MEDEWERKER,
        "ingetrokken": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    kanaal = models.CharField(max_length=20, choices=keuzes(KANALEN))
    leefgebied = models.SlugField(max_length=60, blank=True)
    antwoord = models.CharField(max_length=20, choices=keuzes(ANTWOORDSOORTEN))
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("advies")
        verbose_name_plural = _("adviezen")
        indexes = (models.Index(fields=["door", "op"], name="advies_door_op"),)

    def __str__(self) -> str:
        return f"advies {self.pk}"

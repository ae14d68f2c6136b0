"""Vrijstelling: somebody pays no own contribution for a while (Uitvoeringsbesluit Wmo 2015 art. 3.8)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet


class Vrijstelling(models.Model):
    """An exemption from `van` up to but not including `tot`, on a ground of the municipality's definitions.

    Which ground may tell of an income: erasure empties it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "grond": Klasse.PERSOON,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one exemption.
    kenmerk = models.UUIDField(unique=True)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    grond = models.SlugField(max_length=60, blank=True, db_index=False)
    van = models.DateField()
    tot = models.DateField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("vrijstelling")
        verbose_name_plural = _("vrijstellingen")
        constraints = (
            models.CheckConstraint(name="vrijstelling_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="vrijstelling_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
        )

    def __str__(self) -> str:
        return f"vrijstelling {self.pk}"

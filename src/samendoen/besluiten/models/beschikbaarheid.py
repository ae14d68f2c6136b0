"""Beschikbaarheid: how many places a provider told it has, and how long one waits."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import HERKOMST, Aanbieder, Herkomst, Product
from samendoen.kernel.api import Klasse

LANGSTE_WACHT = 260


class Beschikbaarheid(Herkomst):
    """What a provider told on a day. The latest counts; what was told before stays.

    `product` None: for everything that it gives. What was not told is None.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "product": Klasse.SLEUTEL,
        "plaatsen": Klasse.GEEN,
        "wachttijd_weken": Klasse.GEEN,
        "gemeld_op": Klasse.GEEN,
        "genoteerd_door": Klasse.MEDEWERKER,
        **HERKOMST,
    }
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, null=True, on_delete=models.PROTECT, related_name="+")
    plaatsen = models.PositiveIntegerField(null=True)
    wachttijd_weken = models.PositiveSmallIntegerField(null=True)
    gemeld_op = models.DateField()
    genoteerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("beschikbaarheid")
        verbose_name_plural = _("beschikbaarheid")
        constraints = (
            models.CheckConstraint(
                name="beschikbaarheid_wachttijd",
                condition=Q(wachttijd_weken__isnull=True) | Q(wachttijd_weken__lte=LANGSTE_WACHT),
            ),
        )
        indexes = (models.Index(fields=["aanbieder", "-gemeld_op"], name="beschikbaarheid_laatste"),)

    def __str__(self) -> str:
        return f"beschikbaarheid {self.pk}"

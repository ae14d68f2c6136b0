"""Kern: a town or village of the municipality."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.organisatie.models.periode import HERKOMST, Herkomst, bron_of_aanname


class Kern(Herkomst):
    """A town or village. `postcodes` (four digits) only help to make plausible synthetic addresses."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "postcodes": Klasse.GEEN,
        **HERKOMST,
    }
    naam = models.CharField(_("Naam"), max_length=120, unique=True)
    postcodes = ArrayField(models.CharField(max_length=4), default=list, blank=True)

    class Meta:
        verbose_name = _("kern")
        verbose_name_plural = _("kernen")
        constraints = (
            models.CheckConstraint(name="kern_naam_gevuld", condition=~Q(naam="")),
            bron_of_aanname("kern_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.naam

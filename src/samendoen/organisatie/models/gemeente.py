"""Gemeente: whose database this is."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse

ENIGE = 1


class Gemeente(models.Model):
    """The municipality of this database: one row, because each college is its own controller (AVG art. 4)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "naam": Klasse.GEEN,
        "definitie": Klasse.GEEN,
        "geimporteerd_op": Klasse.GEEN,
    }
    id = models.PositiveSmallIntegerField(primary_key=True, default=ENIGE)
    code = models.CharField(_("CBS-code"), max_length=4)
    naam = models.CharField(_("Naam"), max_length=120)
    # SHA-256 of the definition file as it was imported.
    definitie = models.CharField(max_length=64)
    geimporteerd_op = models.DateField()

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        constraints = (
            models.CheckConstraint(name="gemeente_is_de_enige", condition=Q(id=ENIGE)),
            models.CheckConstraint(name="gemeente_code", condition=Q(code__regex=r"^[0-9]{4}$")),
            models.CheckConstraint(name="gemeente_naam_gevuld", condition=~Q(naam="")),
        )

    def __str__(self) -> str:
        return self.naam

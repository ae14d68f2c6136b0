"""Reeksopmerking: what must be known to read a series (corona, another way of counting)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse


class Reeksopmerking(models.Model):
    """A remark at an indicator about what happened on a day, or from `dag` up to and including `tot`.

    It is never changed; who was wrong takes it back and writes another.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "indicator": Klasse.GEEN,
        "dag": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "geschreven_op": Klasse.GEEN,
        "auteur": Klasse.MEDEWERKER,
        "ingetrokken_op": Klasse.GEEN,
        "ingetrokken_door": Klasse.MEDEWERKER,
    }
    # Made by the client: the same form sent twice is one remark.
    kenmerk = models.UUIDField(unique=True)
    indicator = models.SlugField(max_length=60)
    dag = models.DateField(_("Vanaf"))
    tot = models.DateField(_("Tot en met"), null=True)
    tekst = models.CharField(_("Opmerking"), max_length=500)
    geschreven_op = models.DateTimeField()
    auteur = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ingetrokken_op = models.DateTimeField(null=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("opmerking bij een reeks")
        verbose_name_plural = _("opmerkingen bij een reeks")
        constraints = (
            models.CheckConstraint(
                name="reeksopmerking_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("dag"))
            ),
            models.CheckConstraint(name="reeksopmerking_tekst", condition=~Q(tekst="")),
        )

    def __str__(self) -> str:
        return f"opmerking {self.pk}"

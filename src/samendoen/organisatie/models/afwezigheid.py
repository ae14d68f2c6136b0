"""Afwezigheid: who is away from when until when, and who substitutes."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.kernel.velden import nooit_tegelijk
from samendoen.organisatie.models.medewerker import Medewerker


class Afwezigheid(models.Model):
    """From the first day away up to the first day back (None: not known yet).

    An empty period (`tot` = `van`) was taken back before it began. The reason is never stored: that
    somebody is ill is health data (AVG art. 9).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "medewerker": Klasse.SLEUTEL,
        "van": Klasse.MEDEWERKER,
        "tot": Klasse.MEDEWERKER,
        "vervanger": Klasse.SLEUTEL,
        "vervangt_van": Klasse.MEDEWERKER,
        "groepen": Klasse.SLEUTEL,
    }
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    van = models.DateField(_("Eerste dag afwezig"))
    tot = models.DateField(_("Eerste dag terug"), null=True)
    vervanger = models.ForeignKey(Medewerker, null=True, on_delete=models.PROTECT, related_name="+")
    # The groups that the substitute became a member of for this absence, and since when.
    vervangt_van = models.DateField(null=True)
    groepen = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        verbose_name = _("afwezigheid")
        verbose_name_plural = _("afwezigheid")
        constraints = (
            models.CheckConstraint(
                name="afwezigheid_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(
                name="afwezigheid_vervanger_is_een_ander",
                condition=Q(vervanger__isnull=True) | ~Q(vervanger=F("medewerker")),
            ),
            models.CheckConstraint(
                name="afwezigheid_vervanging_is_heel",
                condition=Q(groepen__len=0) | Q(vervanger__isnull=False, vervangt_van__isnull=False),
            ),
            nooit_tegelijk("afwezigheid_een_tegelijk", "medewerker_id"),
        )

    def __str__(self) -> str:
        return f"afwezigheid {self.pk}"

"""Meting: a figure that somebody else measured, taken in as its source gives it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse

GEBIEDSOORTEN = {
    "gemeente": _("Gemeente"),
    "regio": _("Regio"),
    "land": _("Land"),
    "dorp": _("Dorp"),
}


class Meting(models.Model):
    """What a source says of an indicator in a period and an area. A row never changes: a correction is a row
    of its own that `verbetert` the old one, which then has `vervallen_op`."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "indicator": Klasse.GEEN,
        "periode": Klasse.GEEN,
        "gebiedsoort": Klasse.GEEN,
        "gebied": Klasse.GEEN,
        "waarde": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "verbetert": Klasse.SLEUTEL,
        "geboekt_op": Klasse.GEEN,
        "geboekt_door": Klasse.MEDEWERKER,
        "vervallen_op": Klasse.GEEN,
        "vervallen_door": Klasse.MEDEWERKER,
        "reden": Klasse.GEEN,
    }
    indicator = models.SlugField(_("Indicator"), max_length=60)
    # As `begin_van` reads it: 2024, 2024-K1, 2024-05.
    periode = models.CharField(_("Periode"), max_length=7)
    gebiedsoort = models.CharField(max_length=10, choices=list(GEBIEDSOORTEN.items()))
    gebied = models.CharField(_("Gebied"), max_length=80)
    waarde = models.DecimalField(_("Waarde"), max_digits=16, decimal_places=4)
    # Empty is possible: then it is shown with a warning.
    bron = models.CharField(_("Bron"), max_length=200, blank=True)
    toelichting = models.CharField(_("Toelichting"), max_length=500, blank=True)
    verbetert = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="verbeterd_door"
    )
    geboekt_op = models.DateTimeField()
    geboekt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    vervallen_op = models.DateTimeField(null=True)
    vervallen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    reden = models.CharField(_("Waarom"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        constraints = (
            models.CheckConstraint(
                name="meting_gebiedsoort", condition=Q(gebiedsoort__in=list(GEBIEDSOORTEN))
            ),
            models.UniqueConstraint(
                name="meting_een_geldt",
                fields=["indicator", "periode", "gebiedsoort", "gebied", "bron"],
                condition=Q(vervallen_op__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.periode}"

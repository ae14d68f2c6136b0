"""Aanvraag: somebody asks for a provision (Wmo 2015 art. 2.3.2 lid 9, Awb art. 1:3 lid 3)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import Product
from samendoen.besluiten.rules import Aanvraagstatus
from samendoen.kernel.api import Klasse, Wet

AANVRAAGSTATUSSEN = {
    Aanvraagstatus.INGEDIEND: _("Te beslissen"),
    Aanvraagstatus.BESLOTEN: _("Bekend te maken"),
    Aanvraagstatus.BEKENDGEMAAKT: _("Bekendgemaakt"),
    Aanvraagstatus.INGETROKKEN: _("Ingetrokken"),
}


class Aanvraag(models.Model):
    """An application of one person in a casus for one product. `motivering` is what was asked, in words."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "team": Klasse.SLEUTEL,
        "product": Klasse.SLEUTEL,
        "actie": Klasse.SLEUTEL,
        "aangevraagd_op": Klasse.GEEN,
        "motivering": Klasse.BIJZONDER,
        "status": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one application.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    actie = models.ForeignKey("casus.Actie", null=True, on_delete=models.PROTECT, related_name="+")
    aangevraagd_op = models.DateField()
    motivering = models.TextField(blank=True)
    status = models.CharField(
        max_length=20, choices=list(AANVRAAGSTATUSSEN.items()), default=Aanvraagstatus.INGEDIEND
    )

    class Meta:
        verbose_name = _("aanvraag")
        verbose_name_plural = _("aanvragen")
        constraints = (
            models.CheckConstraint(name="aanvraag_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="aanvraag_status", condition=Q(status__in=list(Aanvraagstatus))),
        )
        indexes = (
            models.Index(
                fields=["team"],
                name="aanvraag_open",
                condition=Q(status__in=[Aanvraagstatus.INGEDIEND, Aanvraagstatus.BESLOTEN]),
            ),
        )

    def __str__(self) -> str:
        return f"aanvraag {self.pk}"

"""Lichtgrens: from where on a figure is green, orange or red; by whom, and from which day on."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse


class Lichtgrens(models.Model):
    """Bounds as they were set. A row never changes: the newest that holds on the day of a figure colours it.

    `hoger`: a higher figure is better. Both bounds empty: from then on there is no light. The unit is the one
    that people read: a share in percent, money in euros.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "indicator": Klasse.GEEN,
        "hoger": Klasse.GEEN,
        "groen": Klasse.GEEN,
        "oranje": Klasse.GEEN,
        "geldt_vanaf": Klasse.GEEN,
        "eigenaar": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "gezet_op": Klasse.GEEN,
        "gezet_door": Klasse.MEDEWERKER,
    }
    # Made by the client: the same form sent twice sets once.
    kenmerk = models.UUIDField(unique=True)
    indicator = models.SlugField(max_length=60)
    hoger = models.BooleanField()
    groen = models.DecimalField(_("Groen"), max_digits=16, decimal_places=4, null=True)
    oranje = models.DecimalField(_("Oranje"), max_digits=16, decimal_places=4, null=True)
    geldt_vanaf = models.DateField(_("Geldt vanaf"))
    # Whose bounds these are: the council, the board, a department. Never a resident.
    eigenaar = models.CharField(_("Eigenaar"), max_length=120)
    toelichting = models.CharField(_("Waarom"), max_length=500)
    gezet_op = models.DateTimeField()
    gezet_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("grens van een licht")
        verbose_name_plural = _("grenzen van lichten")
        constraints = (
            models.CheckConstraint(
                name="lichtgrens_volgorde",
                condition=Q(groen__isnull=True, oranje__isnull=True)
                | Q(hoger=True, oranje__lt=models.F("groen"))
                | Q(hoger=False, oranje__gt=models.F("groen")),
            ),
            models.CheckConstraint(name="lichtgrens_eigenaar", condition=~Q(eigenaar="")),
        )
        indexes = (models.Index(fields=["indicator", "geldt_vanaf", "id"], name="lichtgrens_geldend"),)

    def __str__(self) -> str:
        return f"grens {self.indicator} {self.geldt_vanaf}"

"""What changes in a budget once it was read in, and what a light for money means. Nothing is rewritten."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.begroting import Begrotingskolom, Begrotingsregel
from samendoen.beleid.models.geld import SOORTEN
from samendoen.beleid.models.plan import Plan, gevuld
from samendoen.beleid.rules import Soort
from samendoen.kernel.api import Klasse


class Begrotingswijziging(models.Model):
    """An amount that goes from one line to another, comes from outside or leaves the budget, with its reason.

    It holds from `kolom` on when it is structural, and for that column alone when it is not. Taken back, it
    stays to be read and counts no longer.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "van": Klasse.SLEUTEL,
        "naar": Klasse.SLEUTEL,
        "kolom": Klasse.SLEUTEL,
        "eurocent": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    van = models.ForeignKey(
        Begrotingsregel, null=True, on_delete=models.PROTECT, related_name="wijzigingen_van"
    )
    naar = models.ForeignKey(
        Begrotingsregel, null=True, on_delete=models.PROTECT, related_name="wijzigingen_naar"
    )
    kolom = models.ForeignKey(Begrotingskolom, on_delete=models.PROTECT, related_name="wijzigingen")
    eurocent = models.BigIntegerField()
    soort = models.CharField(max_length=1, choices=[(s.value, naam) for s, naam in SOORTEN.items()])
    reden = models.TextField()
    op = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("begrotingswijziging")
        verbose_name_plural = _("begrotingswijzigingen")
        constraints = (
            models.CheckConstraint(name="begrotingswijziging_bedrag", condition=Q(eurocent__gt=0)),
            models.CheckConstraint(name="begrotingswijziging_soort", condition=Q(soort__in=list(Soort))),
            models.CheckConstraint(
                name="begrotingswijziging_van_naar",
                condition=(Q(van__isnull=False) | Q(naar__isnull=False)) & ~Q(van=F("naar")),
            ),
            gevuld("begrotingswijziging", "reden"),
        )

    def __str__(self) -> str:
        return f"wijziging {self.pk}"


class Geldgrens(models.Model):
    """What a light for money means in a plan from a day on, who said so and why. The newest counts.

    In percent of what is available: up to `groen_tot` green, up to `oranje_tot` orange, above it red.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "groen_tot": Klasse.GEEN,
        "oranje_tot": Klasse.GEEN,
        "vanaf": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "door": Klasse.SLEUTEL,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="geldgrenzen")
    groen_tot = models.PositiveSmallIntegerField()
    oranje_tot = models.PositiveSmallIntegerField()
    vanaf = models.DateField()
    reden = models.TextField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("grens van het licht voor geld")
        verbose_name_plural = _("grenzen van het licht voor geld")
        constraints = (
            models.CheckConstraint(
                name="geldgrens_oplopend", condition=Q(groen_tot__gte=1, oranje_tot__gt=F("groen_tot"))
            ),
            gevuld("geldgrens", "reden"),
        )
        indexes = (models.Index(fields=["plan", "-vanaf", "-id"], name="geldgrens_nieuwste"),)

    def __str__(self) -> str:
        return f"{self.groen_tot}/{self.oranje_tot}"

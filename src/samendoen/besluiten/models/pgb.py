"""Pgb: the budget of one's own that a provision is given as."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.models.voorziening import Voorziening
from samendoen.besluiten.rules.pgb import Beheer, Voorwaarde
from samendoen.kernel.api import Klasse, Wet

BEHEER = {Beheer.ZELF: _("De inwoner zelf"), Beheer.VERTEGENWOORDIGER: _("Een vertegenwoordiger")}
VOORWAARDEN = {
    Voorwaarde.KAN_HET_AAN: _("De inwoner of de vertegenwoordiger kan de taken van een budget aan."),
    Voorwaarde.LEGT_UIT_WAAROM: _("De inwoner heeft uitgelegd waarom een budget beter past."),
    Voorwaarde.GOEDE_HULP: _("De hulp die wordt gekocht, is veilig, doeltreffend en op de inwoner gericht."),
}


class Pgb(models.Model):
    """A budget in cents a year, with who manages it and what was checked (Wmo 2015 art. 2.3.6).

    `voorwaarden`: which are met; what is lacking is explained in `toelichting`. `overeenkomst_op`: on which
    day the agreement with who gives the help was checked. Erasure empties the words.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "voorziening": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "budget_eurocent": Klasse.GEEN,
        "beheer": Klasse.GEEN,
        "vertegenwoordiger": Klasse.PERSOON,
        "voorwaarden": Klasse.GEEN,
        "toelichting": Klasse.BIJZONDER,
        "overeenkomst_op": Klasse.GEEN,
        "overeenkomst_door": Klasse.MEDEWERKER,
    }
    voorziening = models.OneToOneField(Voorziening, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    budget_eurocent = models.BigIntegerField()
    beheer = models.CharField(max_length=20, choices=keuzes(BEHEER))
    vertegenwoordiger = models.CharField(max_length=120, blank=True)
    voorwaarden = ArrayField(models.CharField(max_length=20), default=list)
    toelichting = models.TextField(blank=True)
    overeenkomst_op = models.DateField(null=True)
    overeenkomst_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("persoonsgebonden budget")
        verbose_name_plural = _("persoonsgebonden budgetten")
        constraints = (
            models.CheckConstraint(name="pgb_budget", condition=Q(budget_eurocent__gt=0)),
            models.CheckConstraint(name="pgb_wet", condition=Q(wet__in=Wet.values)),
        )

    def __str__(self) -> str:
        return f"pgb {self.pk}"

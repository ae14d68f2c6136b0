"""Capaciteit: how much staff there is for a job."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.organisatie.models.periode import (
    HERKOMST,
    PERIODE,
    Herkomst,
    Periode,
    bron_of_aanname,
    oplopend,
)
from samendoen.organisatie.models.team import Team


class Capaciteit(Periode, Herkomst):
    """Staff for a job in one team, or shared by several: full-time equivalents, people, or both."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "teams": Klasse.SLEUTEL,
        "functie": Klasse.GEEN,
        "fte": Klasse.GEEN,
        "personen": Klasse.GEEN,
        **PERIODE,
        **HERKOMST,
    }
    teams = models.ManyToManyField(Team, related_name="+")
    functie = models.CharField(_("Functie"), max_length=120)
    fte = models.DecimalField(_("Fte"), max_digits=6, decimal_places=2, null=True)
    personen = models.PositiveSmallIntegerField(_("Aantal personen"), null=True)

    class Meta:
        verbose_name = _("capaciteit")
        verbose_name_plural = _("capaciteit")
        constraints = (
            models.CheckConstraint(
                name="capaciteit_fte_of_personen",
                condition=Q(fte__isnull=False) | Q(personen__isnull=False),
            ),
            models.CheckConstraint(name="capaciteit_fte", condition=Q(fte__isnull=True) | Q(fte__gt=0)),
            models.CheckConstraint(
                name="capaciteit_personen", condition=Q(personen__isnull=True) | Q(personen__gt=0)
            ),
            oplopend("capaciteit_periode"),
            bron_of_aanname("capaciteit_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.functie

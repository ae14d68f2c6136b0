"""TeamNaam: what a team is called in a period."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.kernel.velden import nooit_tegelijk
from samendoen.organisatie.models.periode import (
    HERKOMST,
    PERIODE,
    Herkomst,
    Periode,
    bron_of_aanname,
    oplopend,
)
from samendoen.organisatie.models.team import Team


class TeamNaam(Periode, Herkomst):
    """A team's name in a period, and who runs it then (empty: the municipality itself)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "team": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "uitvoerder": Klasse.GEEN,
        **PERIODE,
        **HERKOMST,
    }
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("Naam"), max_length=120)
    uitvoerder = models.CharField(_("Uitvoerder"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("naam van een team")
        verbose_name_plural = _("namen van teams")
        constraints = (
            models.CheckConstraint(name="teamnaam_naam_gevuld", condition=~Q(naam="")),
            oplopend("teamnaam_periode"),
            nooit_tegelijk("teamnaam_een_tegelijk", "team_id"),
            bron_of_aanname("teamnaam_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.naam

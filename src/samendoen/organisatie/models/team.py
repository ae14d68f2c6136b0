"""Team: a desk or team, with its members in the kernel's group of the same code."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.organisatie.definities import TeamSoort
from samendoen.organisatie.models.kern import Kern
from samendoen.organisatie.models.periode import (
    HERKOMST,
    PERIODE,
    Herkomst,
    Periode,
    bron_of_aanname,
    oplopend,
)

TEAMSOORTEN = {
    TeamSoort.LOKET: _("Loket"),
    TeamSoort.TOEGANGSTEAM: _("Toegangsteam"),
    TeamSoort.GEBIEDSTEAM: _("Gebiedsteam"),
    TeamSoort.VOORZIENINGEN: _("Team voorzieningen"),
    TeamSoort.OUTREACH: _("Outreachend team"),
    TeamSoort.MELDPUNT: _("Meldpunt"),
    TeamSoort.SPECIALISTISCH: _("Specialistisch team"),
    TeamSoort.ONDERSTEUNING: _("Ondersteuning"),
    TeamSoort.BACKOFFICE: _("Backoffice"),
    TeamSoort.PARTNER: _("Partnerorganisatie"),
}


class Team(Periode, Herkomst):
    """A desk or team. Its name changes over time (TeamNaam), its code never.

    Without `kernen` it serves the whole municipality. `telnaam` is what published tables call it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "groep": Klasse.SLEUTEL,
        "kaders": Klasse.GEEN,
        "telnaam": Klasse.GEEN,
        "omschrijving": Klasse.GEEN,
        "kernen": Klasse.GEEN,
        **PERIODE,
        **HERKOMST,
    }
    code = models.SlugField(_("Code"), max_length=60, unique=True)
    soort = models.CharField(
        _("Soort"), max_length=20, choices=[(s.value, naam) for s, naam in TEAMSOORTEN.items()]
    )
    groep = models.OneToOneField("kernel.Groep", on_delete=models.PROTECT, related_name="+")
    kaders = ArrayField(models.CharField(max_length=20, choices=Wet))
    telnaam = models.CharField(_("Naam in tellingen"), max_length=120, blank=True)
    omschrijving = models.TextField(_("Omschrijving"))
    kernen = models.ManyToManyField(Kern, related_name="+")

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = (
            models.CheckConstraint(name="team_soort", condition=Q(soort__in=[s.value for s in TeamSoort])),
            models.CheckConstraint(
                name="team_kaders", condition=Q(kaders__len__gt=0, kaders__contained_by=Wet.values)
            ),
            models.UniqueConstraint(name="team_telnaam_uniek", fields=["telnaam"], condition=~Q(telnaam="")),
            oplopend("team_periode"),
            bron_of_aanname("team_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.code

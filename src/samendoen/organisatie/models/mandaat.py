"""Mandaat: who may advise or decide what in the college's name."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import ROLNAMEN, Klasse, Rol, Wet
from samendoen.organisatie.definities import Rol as Mandaatrol
from samendoen.organisatie.models.medewerker import Medewerker
from samendoen.organisatie.models.periode import (
    HERKOMST,
    PERIODE,
    Herkomst,
    Periode,
    bron_of_aanname,
    oplopend,
)
from samendoen.organisatie.models.team import Team
from samendoen.organisatie.rules import Bevoegdheid

BEVOEGDHEDEN = {Bevoegdheid.BESLUIT: _("Besluit"), Bevoegdheid.ADVISEERT: _("Adviseert")}
MANDAATROLLEN = {rol.value: ROLNAMEN[Rol(rol.value)] for rol in Mandaatrol}


class Mandaat(Periode, Herkomst):
    """A mandate (Awb art. 10:1-10:12) of one employee, or of a role (in `teams`; without any: in all).

    `tot_bedrag_eurocent` is inclusive, per decision; a decision without it has no limit. An empty period
    (`tot` = `van`) was withdrawn on its first day.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "medewerker": Klasse.SLEUTEL,
        "rol": Klasse.GEEN,
        "teams": Klasse.SLEUTEL,
        "bevoegdheid": Klasse.GEEN,
        "kaders": Klasse.GEEN,
        "tot_bedrag_eurocent": Klasse.GEEN,
        "tweede_handtekening": Klasse.GEEN,
        **PERIODE,
        **HERKOMST,
    }
    # Made by the client: the same form sent twice is one mandate.
    kenmerk = models.UUIDField(unique=True)
    medewerker = models.ForeignKey(Medewerker, null=True, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=20, choices=list(MANDAATROLLEN.items()), blank=True)
    teams = models.ManyToManyField(Team, related_name="+")
    bevoegdheid = models.CharField(
        max_length=10, choices=[(b.value, naam) for b, naam in BEVOEGDHEDEN.items()]
    )
    kaders = ArrayField(models.CharField(max_length=20, choices=Wet))
    tot_bedrag_eurocent = models.BigIntegerField(null=True)
    tweede_handtekening = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("mandaat")
        verbose_name_plural = _("mandaten")
        constraints = (
            models.CheckConstraint(
                name="mandaat_medewerker_of_rol",
                condition=Q(medewerker__isnull=False, rol="")
                | Q(medewerker__isnull=True, rol__in=list(MANDAATROLLEN)),
            ),
            models.CheckConstraint(
                name="mandaat_kaders", condition=Q(kaders__len__gt=0, kaders__contained_by=Wet.values)
            ),
            models.CheckConstraint(
                name="mandaat_bevoegdheid",
                condition=Q(
                    bevoegdheid=Bevoegdheid.ADVISEERT.value,
                    tot_bedrag_eurocent__isnull=True,
                    tweede_handtekening=False,
                )
                | Q(bevoegdheid=Bevoegdheid.BESLUIT.value),
            ),
            models.CheckConstraint(
                name="mandaat_bedrag",
                condition=Q(tot_bedrag_eurocent__isnull=True) | Q(tot_bedrag_eurocent__gt=0),
            ),
            oplopend("mandaat_periode", leeg_mag=True),
            bron_of_aanname("mandaat_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return f"mandaat {self.pk}"

"""Wijziging: what a decision does with a provision that holds, from its announcement on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.besluit import VERANDERINGEN, Besluit
from samendoen.besluiten.models.catalogus import Aanbieder, keuzes
from samendoen.besluiten.models.voorziening import VORMEN, Voorziening
from samendoen.besluiten.rules.wijziging import Reden, Verandering
from samendoen.kernel.api import Klasse, Wet

REDENEN = {
    Reden.NOG_NODIG: _("De hulp is nog nodig"),
    Reden.OP_VERZOEK_AANBIEDER: _("Op verzoek van de aanbieder"),
    Reden.MEER_OF_MINDER: _("Meer, minder of andere hulp nodig"),
    Reden.ANDERE_VORM: _("Van natura naar budget, of andersom"),
    Reden.ANDERE_AANBIEDER: _("Naar een andere aanbieder"),
    Reden.CONTRACT: _("Het contract met de aanbieder verandert"),
    Reden.BEKOSTIGING: _("Andere manier van betalen"),
    Reden.CORRECTIE: _("Een fout herstellen"),
    Reden.DOEL_BEREIKT: _("Het doel is bereikt"),
    Reden.WENS_INWONER: _("De inwoner wil stoppen"),
    Reden.NIET_MEER_NODIG: _("De hulp is niet meer nodig, of past niet meer"),
    Reden.OVERLIJDEN: _("De inwoner is overleden"),
    Reden.VERHUIZING: _("De inwoner verhuist naar een andere gemeente"),
    Reden.ANDERE_WET: _("Hulp uit een andere wet (Wmo, Zvw, Wlz)"),
    Reden.HERINDELING: _("Gemeentelijke herindeling"),
    Reden.NA_STOP: _("De aanbieder is definitief gestopt"),
    Reden.TEN_ONRECHTE: _("De voorziening is ten onrechte toegekend"),
}


class Wijziging(models.Model):
    """What a decision extends, changes or ends. `per`: the first day on which it is so (for an end: the first
    day no longer).

    `omvang`, `tot`, `vorm` and `aanbieder` are what it becomes; of an end and of a refusal they are empty.
    It is applied when the decision is announced; `oud` is the decision that it changes. `naar` is where the
    resident moved; erasure empties it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "besluit": Klasse.SLEUTEL,
        "voorziening": Klasse.SLEUTEL,
        "oud": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "verandering": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "per": Klasse.GEEN,
        "omvang": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "vorm": Klasse.GEEN,
        "aanbieder": Klasse.SLEUTEL,
        "naar": Klasse.PERSOON,
    }
    besluit = models.OneToOneField(Besluit, on_delete=models.PROTECT, related_name="wijziging")
    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, related_name="+")
    oud = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    verandering = models.CharField(max_length=20, choices=keuzes(VERANDERINGEN))
    reden = models.CharField(max_length=30, choices=keuzes(REDENEN), blank=True)
    per = models.DateField()
    omvang = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    tot = models.DateField(null=True)
    vorm = models.CharField(max_length=3, choices=keuzes(VORMEN), blank=True)
    aanbieder = models.ForeignKey(Aanbieder, null=True, on_delete=models.PROTECT, related_name="+")
    naar = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("wijziging")
        verbose_name_plural = _("wijzigingen")
        constraints = (
            models.CheckConstraint(name="wijziging_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="wijziging_verandering", condition=Q(verandering__in=[v.value for v in Verandering])
            ),
            models.CheckConstraint(
                name="wijziging_reden", condition=Q(reden__in=["", *(reden.value for reden in Reden)])
            ),
        )

    def __str__(self) -> str:
        return f"wijziging door besluit {self.besluit_id}"

"""Voorziening and Toewijzing: what was granted, and who gives it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.besluit import Besluit
from samendoen.besluiten.models.catalogus import Aanbieder, Product, keuzes
from samendoen.besluiten.rules import (
    MET_BUDGET,
    Eenheid,
    Frequentie,
    Toewijzingstatus,
    Toewijzingswijze,
    Voorzieningstatus,
    Vorm,
)
from samendoen.kernel.api import Klasse, Wet

EENHEDEN = {
    Eenheid.UUR: _("uur"),
    Eenheid.DAGDEEL: _("dagdelen"),
    Eenheid.ETMAAL: _("etmalen"),
    Eenheid.RIT: _("ritten"),
    Eenheid.STUK: _("stuks"),
    Eenheid.EURO: _("euro"),
}
WIJZEN = {
    Toewijzingswijze.SPECIFIEK: _("Dit product, in deze omvang"),
    Toewijzingswijze.ASPECIFIEK: _("Deze soort hulp; de aanbieder kiest het product"),
    Toewijzingswijze.ASPECIFIEK_BUDGET: _("Deze soort hulp, binnen een budget"),
    Toewijzingswijze.GENERIEK: _("Een budget voor wat nodig is"),
}
FREQUENTIES = {
    Frequentie.PER_WEEK: _("per week"),
    Frequentie.PER_VIER_WEKEN: _("per vier weken"),
    Frequentie.PER_MAAND: _("per maand"),
    Frequentie.TOTAAL: _("in totaal"),
}
VORMEN = {Vorm.ZIN: _("In natura"), Vorm.PGB: _("Persoonsgebonden budget")}
_BUDGETTEN = sorted(w.value for w in MET_BUDGET)
VOORZIENINGSTATUSSEN = {
    Voorzieningstatus.VOORGENOMEN: _("Nog niet bekendgemaakt"),
    Voorzieningstatus.GELDT: _("Toegekend"),
    Voorzieningstatus.VERVALLEN: _("Vervallen"),
    Voorzieningstatus.HERROEPEN: _("Vervangen"),
}


class Voorziening(models.Model):
    """What a decision gives: volume per period, from-until (`tot` = first day no longer), in kind or pgb."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "besluit": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "product": Klasse.SLEUTEL,
        "status": Klasse.GEEN,
        "omvang": Klasse.GEEN,
        "eenheid": Klasse.GEEN,
        "frequentie": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "vorm": Klasse.GEEN,
        "wijze": Klasse.GEEN,
        "aanbieder": Klasse.SLEUTEL,
        "herroepen_per": Klasse.GEEN,
        "eindreden": Klasse.GEEN,
        "herbeoordelen_op": Klasse.GEEN,
    }
    besluit = models.OneToOneField(Besluit, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20, choices=keuzes(VOORZIENINGSTATUSSEN), default=Voorzieningstatus.VOORGENOMEN.value
    )
    omvang = models.DecimalField(max_digits=7, decimal_places=2)
    eenheid = models.CharField(max_length=10, choices=keuzes(EENHEDEN))
    frequentie = models.CharField(max_length=20, choices=keuzes(FREQUENTIES))
    van = models.DateField()
    tot = models.DateField(null=True)
    vorm = models.CharField(max_length=3, choices=keuzes(VORMEN))
    wijze = models.CharField(max_length=20, choices=keuzes(WIJZEN), default=Toewijzingswijze.SPECIFIEK.value)
    # Whom the resident chose; the assignment is what counts.
    aanbieder = models.ForeignKey(Aanbieder, null=True, on_delete=models.PROTECT, related_name="+")
    # First day on which it ended because a new decision replaced it; `tot` stays what was granted.
    herroepen_per = models.DateField(null=True)
    # Why it ends when it does, once a decision ended it (rules.wijziging.Reden).
    eindreden = models.SlugField(max_length=30, blank=True, db_index=False)
    # When somebody looks whether it still fits (Wmo 2015 art. 2.3.9); None: not agreed.
    herbeoordelen_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("voorziening")
        verbose_name_plural = _("voorzieningen")
        constraints = (
            models.CheckConstraint(
                name="voorziening_status", condition=Q(status__in=[s.value for s in Voorzieningstatus])
            ),
            models.CheckConstraint(name="voorziening_omvang", condition=Q(omvang__gt=0)),
            models.CheckConstraint(
                name="voorziening_herroepen_is_heel",
                condition=Q(status=Voorzieningstatus.HERROEPEN.value, herroepen_per__isnull=False)
                | (~Q(status=Voorzieningstatus.HERROEPEN.value) & Q(herroepen_per__isnull=True)),
            ),
            models.CheckConstraint(
                name="voorziening_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
            models.CheckConstraint(
                name="voorziening_budget_in_euros",
                condition=Q(wijze__in=_BUDGETTEN, eenheid=Eenheid.EURO.value)
                | (~Q(wijze__in=_BUDGETTEN) & ~Q(eenheid=Eenheid.EURO.value)),
            ),
            models.CheckConstraint(
                name="voorziening_pgb_zonder_aanbieder",
                condition=Q(vorm=Vorm.ZIN.value) | Q(vorm=Vorm.PGB.value, aanbieder__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"voorziening {self.pk}"


class Toewijzing(models.Model):
    """A provider is asked to give a provision; at most one at a time (`tot` = first day no longer)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "voorziening": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "status": Klasse.GEEN,
        "toegewezen_op": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "reden": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    voorziening = models.ForeignKey(Voorziening, on_delete=models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        max_length=20,
        choices=[(s.value, s.value) for s in Toewijzingstatus],
        default=Toewijzingstatus.GELDT.value,
    )
    toegewezen_op = models.DateField()
    van = models.DateField()
    tot = models.DateField(null=True)
    # Why it says something else than when it was made, in the code of the standard (WMO002, JZ002).
    reden = models.CharField(max_length=2, blank=True)

    class Meta:
        verbose_name = _("toewijzing")
        verbose_name_plural = _("toewijzingen")
        constraints = (
            models.CheckConstraint(
                name="toewijzing_status", condition=Q(status__in=[s.value for s in Toewijzingstatus])
            ),
            # An assignment that never began ends on its first day: an empty period.
            models.CheckConstraint(
                name="toewijzing_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.UniqueConstraint(
                name="toewijzing_een_geldt",
                fields=["voorziening"],
                condition=Q(status=Toewijzingstatus.GELDT.value),
            ),
        )
        indexes = (
            models.Index(
                fields=["tot"], name="toewijzing_eindigt", condition=Q(status=Toewijzingstatus.GELDT.value)
            ),
        )

    def __str__(self) -> str:
        return f"toewijzing {self.pk}"

"""The budget of a part over the years, in euro cents. No total is kept but what a document names."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.geld import SOORTEN
from samendoen.beleid.models.plan import Doelstelling, Onderdeel, Plan, gevuld
from samendoen.beleid.rules import Soort
from samendoen.beleid.rules.begroting import Zwaarte
from samendoen.kernel.api import Klasse

ZWAARTEN = {Zwaarte.LICHT: _("Licht"), Zwaarte.MIDDEL: _("Middel"), Zwaarte.ZWAAR: _("Zwaar")}


class Begroting(models.Model):
    """A budget; `genoemd_*` is what the document names, to be compared with what we compute."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderdeel": Klasse.SLEUTEL,
        "titel": Klasse.GEEN,
        "advieskolom": Klasse.GEEN,
        "genoemd_beschikbaar_eurocent": Klasse.GEEN,
        "genoemd_advies_eurocent": Klasse.GEEN,
        "genoemd_tekort_eurocent": Klasse.GEEN,
        "genoemd_ruimte_eurocent": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    onderdeel = models.OneToOneField(Onderdeel, on_delete=models.PROTECT, related_name="begroting")
    titel = models.CharField(max_length=200)
    advieskolom = models.CharField(max_length=60, blank=True)
    genoemd_beschikbaar_eurocent = models.BigIntegerField(null=True)
    genoemd_advies_eurocent = models.BigIntegerField(null=True)
    genoemd_tekort_eurocent = models.BigIntegerField(null=True)
    genoemd_ruimte_eurocent = models.BigIntegerField(null=True)
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("begroting")
        verbose_name_plural = _("begrotingen")
        constraints = (gevuld("begroting", "titel"),)

    def __str__(self) -> str:
        return self.titel


class Begrotingskolom(models.Model):
    """A year of a budget, or years together; `jaar` is the last of them. A savings target is negative."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "begroting": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "jaar": Klasse.GEEN,
        "doorlopend": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "genoemd_totaal_eurocent": Klasse.GEEN,
        "taakstelling_eurocent": Klasse.GEEN,
        "taakstelling": Klasse.GEEN,
    }
    begroting = models.ForeignKey(Begroting, on_delete=models.PROTECT, related_name="kolommen")
    code = models.CharField(max_length=60)
    titel = models.CharField(max_length=200)
    jaar = models.PositiveSmallIntegerField()
    # "And further": the same in each year after it.
    doorlopend = models.BooleanField(default=False)
    volgorde = models.PositiveSmallIntegerField()
    genoemd_totaal_eurocent = models.BigIntegerField(null=True)
    taakstelling_eurocent = models.BigIntegerField(default=0)
    # What the savings target is called.
    taakstelling = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("begrotingskolom")
        verbose_name_plural = _("begrotingskolommen")
        constraints = (
            models.UniqueConstraint(name="begrotingskolom_code", fields=["begroting", "code"]),
            models.CheckConstraint(
                name="begrotingskolom_taakstelling", condition=Q(taakstelling_eurocent__lte=0)
            ),
        )

    def __str__(self) -> str:
        return self.code


class Begrotingsregel(models.Model):
    """A line: what it is for, whether it comes back, what covers it, and how much in every column.

    A column without an amount is not decided yet.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "begroting": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "naam": Klasse.GEEN,
        "doelstelling": Klasse.SLEUTEL,
        "deel_van": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "dekking": Klasse.GEEN,
        "bedragen_eurocent": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
    }
    begroting = models.ForeignKey(Begroting, on_delete=models.PROTECT, related_name="regels")
    code = models.CharField(max_length=60)
    naam = models.CharField(max_length=200)
    doelstelling = models.ForeignKey(
        Doelstelling, null=True, on_delete=models.PROTECT, related_name="begrotingsregels"
    )
    deel_van = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="delen")
    soort = models.CharField(max_length=1, choices=[(s.value, naam) for s, naam in SOORTEN.items()])
    dekking = models.CharField(max_length=200, blank=True)
    # In the order of the columns.
    bedragen_eurocent = ArrayField(models.BigIntegerField(null=True))
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("begrotingsregel")
        verbose_name_plural = _("begrotingsregels")
        constraints = (
            models.UniqueConstraint(name="begrotingsregel_code", fields=["begroting", "code"]),
            models.CheckConstraint(name="begrotingsregel_soort", condition=Q(soort__in=list(Soort))),
            gevuld("begrotingsregel", "naam"),
        )

    def __str__(self) -> str:
        return self.naam


class Besteding(models.Model):
    """What was spent of a line in a year, up to a day. It is never changed; the newest one counts."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "regel": Klasse.SLEUTEL,
        "jaar": Klasse.GEEN,
        "beschikbaar_eurocent": Klasse.GEEN,
        "besteed_eurocent": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="bestedingen")
    jaar = models.PositiveSmallIntegerField()
    beschikbaar_eurocent = models.BigIntegerField()
    besteed_eurocent = models.BigIntegerField()
    tot = models.DateField()
    # The document it comes from; empty: entered by hand or from the ledger.
    bron = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("besteding")
        verbose_name_plural = _("bestedingen")
        indexes = (models.Index(fields=["regel", "jaar", "-tot", "-id"], name="besteding_nieuwste"),)

    def __str__(self) -> str:
        return f"{self.jaar} {self.besteed_eurocent}"


class Begrotingsadvies(models.Model):
    """What is advised for the column of the advice, for one thing."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "begroting": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "regel": Klasse.SLEUTEL,
        "eurocent": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
    }
    begroting = models.ForeignKey(Begroting, on_delete=models.PROTECT, related_name="adviezen")
    naam = models.CharField(max_length=200)
    regel = models.ForeignKey(Begrotingsregel, null=True, on_delete=models.PROTECT, related_name="adviezen")
    eurocent = models.BigIntegerField()
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("begrotingsadvies")
        verbose_name_plural = _("begrotingsadviezen")

    def __str__(self) -> str:
        return self.naam


class Zwaartekeuze(models.Model):
    """What light, middle and heavy would cost for one thing, and what was chosen."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "begroting": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "licht_eurocent": Klasse.GEEN,
        "middel_eurocent": Klasse.GEEN,
        "zwaar_eurocent": Klasse.GEEN,
        "gekozen": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
    }
    begroting = models.ForeignKey(Begroting, on_delete=models.PROTECT, related_name="keuzen")
    naam = models.CharField(max_length=200)
    licht_eurocent = models.BigIntegerField(null=True)
    middel_eurocent = models.BigIntegerField(null=True)
    zwaar_eurocent = models.BigIntegerField(null=True)
    gekozen = models.CharField(max_length=10, blank=True)
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("zwaartekeuze")
        verbose_name_plural = _("zwaartekeuzen")
        constraints = (
            models.CheckConstraint(
                name="zwaartekeuze_gekozen", condition=Q(gekozen__in=["", *list(Zwaarte)])
            ),
        )

    def __str__(self) -> str:
        return self.naam


class Nulmeting(models.Model):
    """A share as it was when a plan began, beside that of elsewhere, in percent."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "jaar": Klasse.GEEN,
        "hier": Klasse.GEEN,
        "elders": Klasse.GEEN,
        "waar": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="nulmetingen")
    naam = models.CharField(max_length=200)
    jaar = models.PositiveSmallIntegerField(null=True)
    hier = models.DecimalField(max_digits=5, decimal_places=2)
    elders = models.DecimalField(max_digits=5, decimal_places=2)
    waar = models.CharField(max_length=120)
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("nulmeting")
        verbose_name_plural = _("nulmetingen")

    def __str__(self) -> str:
        return self.naam

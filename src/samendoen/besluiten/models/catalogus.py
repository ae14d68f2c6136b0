"""Product and Aanbieder: what the municipality can grant, and who gives it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.rules import Eenheid, Frequentie
from samendoen.kernel.api import Klasse, Wet

ENIGE = 1
HERKOMST = {"bron": Klasse.GEEN, "aanname": Klasse.GEEN, "toelichting": Klasse.GEEN}


def keuzes(namen: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """Return the choices of a field from the names of an enumeration: plain text, so that a migration
    holds no code of ours."""
    return [(str(code.value), naam) for code, naam in namen.items()]


class Herkomst(models.Model):
    """Where starting data come from: a published document, or openly an assumption."""

    bron = models.CharField(max_length=200, blank=True)
    aanname = models.BooleanField(default=False)
    toelichting = models.TextField(blank=True)

    class Meta:
        abstract = True


class Catalogusimport(models.Model):
    """That the starting catalogue was read in: once."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gemeente": Klasse.GEEN,
        "definitie": Klasse.GEEN,
        "ingelezen_op": Klasse.GEEN,
    }
    id = models.PositiveSmallIntegerField(primary_key=True, default=ENIGE)
    gemeente = models.CharField(max_length=4)
    definitie = models.CharField(max_length=64)
    ingelezen_op = models.DateField()

    class Meta:
        verbose_name = _("ingelezen catalogus")
        verbose_name_plural = _("ingelezen catalogi")
        constraints = (models.CheckConstraint(name="catalogusimport_een", condition=Q(id=ENIGE)),)

    def __str__(self) -> str:
        return f"catalogus van {self.gemeente}"


class Product(Herkomst):
    """A provision that can be granted, under one law. The price is per unit.

    `berichtcategorie` and `berichtcode` are what messages with providers call it (WMO020, JZ020, and the code
    agreed on in the region); without a category no message can be made of it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "naam": Klasse.GEEN,
        "categorie": Klasse.GEEN,
        "categorienaam": Klasse.GEEN,
        "wet": Klasse.GEEN,
        "omschrijving": Klasse.GEEN,
        "eenheid": Klasse.GEEN,
        "frequentie": Klasse.GEEN,
        "prijs_eurocent": Klasse.GEEN,
        "berichtcategorie": Klasse.GEEN,
        "berichtcode": Klasse.GEEN,
        "eigen_bijdrage": Klasse.GEEN,
        "pgb": Klasse.GEEN,
        "grondslag": Klasse.GEEN,
        "eigen_uitgifte": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        **HERKOMST,
    }
    code = models.SlugField(max_length=60, unique=True)
    naam = models.CharField(max_length=120)
    categorie = models.SlugField(max_length=60)
    categorienaam = models.CharField(max_length=120)
    wet = models.CharField(max_length=20, choices=Wet)
    omschrijving = models.TextField()
    eenheid = models.CharField(max_length=10, choices=[(e.value, e.value) for e in Eenheid])
    frequentie = models.CharField(max_length=20, choices=[(f.value, f.value) for f in Frequentie])
    prijs_eurocent = models.PositiveIntegerField()
    eigen_bijdrage = models.BooleanField(default=False)
    pgb = models.BooleanField(default=True)
    # The article that a decision rests on, where no law of the social domain gives it.
    grondslag = models.CharField(max_length=200, blank=True)
    # The municipality hands it over itself: there is nobody to assign.
    eigen_uitgifte = models.BooleanField(default=False)
    berichtcategorie = models.CharField(max_length=2, blank=True)
    berichtcode = models.CharField(max_length=5, blank=True)
    # When it can be applied for; `tot` is the first day no longer. What was granted goes on.
    van = models.DateField(null=True)
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("producten")
        constraints = (
            models.CheckConstraint(name="product_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="product_eenheid", condition=Q(eenheid__in=[e.value for e in Eenheid])
            ),
            models.CheckConstraint(
                name="product_frequentie", condition=Q(frequentie__in=[f.value for f in Frequentie])
            ),
            models.CheckConstraint(name="product_prijs", condition=Q(prijs_eurocent__gt=0)),
        )

    def __str__(self) -> str:
        return self.code


class Aanbieder(Herkomst):
    """An organisation that gives provisions, known by its AGB code. What it gives stands in its contracts.

    `berichten_vanaf`: from this day on we exchange messages with it; None is not.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "agb": Klasse.GEEN,
        "naam": Klasse.GEEN,
        "plaats": Klasse.GEEN,
        "berichten_vanaf": Klasse.GEEN,
        **HERKOMST,
    }
    agb = models.CharField(max_length=8, unique=True)
    naam = models.CharField(max_length=120)
    plaats = models.CharField(max_length=120)
    berichten_vanaf = models.DateField(null=True)

    class Meta:
        verbose_name = _("aanbieder")
        verbose_name_plural = _("aanbieders")
        constraints = (models.CheckConstraint(name="aanbieder_agb", condition=Q(agb__regex=r"^[0-9]{8}$")),)

    def __str__(self) -> str:
        return self.agb

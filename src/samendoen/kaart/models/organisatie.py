"""Organisatie and its places; and that the map was read in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse

ENIGE = 1
HERKOMST: dict[str, Klasse] = {"aanname": Klasse.GEEN, "bron": Klasse.GEEN, "toelichting": Klasse.GEEN}


class Herkomst(models.Model):
    """Published (`bron`: document and place), openly assumed (`aanname`), or entered on screen (neither)."""

    aanname = models.BooleanField(_("Aanname"), default=False)
    bron = models.CharField(_("Bron"), max_length=200, blank=True)
    toelichting = models.TextField(_("Toelichting"), blank=True)

    class Meta:
        abstract = True


def bron_of_aanname(naam: str) -> models.CheckConstraint:
    """Return the constraint that what has a source is no assumption."""
    return models.CheckConstraint(name=naam, condition=Q(aanname=False) | Q(bron=""))


class Kaartimport(models.Model):
    """That the map of this municipality was read in, and from which definition: one row."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gemeente": Klasse.GEEN,
        "definitie": Klasse.GEEN,
        "ingelezen_op": Klasse.GEEN,
    }
    id = models.PositiveSmallIntegerField(primary_key=True, default=ENIGE)
    gemeente = models.CharField(max_length=4)
    # SHA-256 of the definition file as it was read in.
    definitie = models.CharField(max_length=64)
    ingelezen_op = models.DateField()

    class Meta:
        verbose_name = _("ingelezen kaart")
        verbose_name_plural = _("ingelezen kaarten")
        constraints = (models.CheckConstraint(name="kaartimport_is_de_enige", condition=Q(id=ENIGE)),)

    def __str__(self) -> str:
        return self.gemeente


class Organisatie(Herkomst):
    """Somebody that offers help: a foundation, a welfare organisation, a regional body."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "omschrijving": Klasse.GEEN,
        "telefoon": Klasse.GEEN,
        "email": Klasse.GEEN,
        "website": Klasse.GEEN,
        **HERKOMST,
    }
    kenmerk = models.UUIDField(unique=True)
    naam = models.CharField(_("Naam"), max_length=120, unique=True)
    omschrijving = models.TextField(_("Wat doet deze organisatie?"), blank=True)
    # Of the organisation, never of a person who works there.
    telefoon = models.CharField(_("Telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("E-mailadres"), blank=True)
    website = models.URLField(_("Website"), blank=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        constraints = (
            models.CheckConstraint(name="organisatie_naam_gevuld", condition=~Q(naam="")),
            bron_of_aanname("organisatie_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.naam


class Locatie(Herkomst):
    """A place of an organisation, in a village of the municipality."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "organisatie": Klasse.SLEUTEL,
        "kern": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "adres": Klasse.GEEN,
        **HERKOMST,
    }
    kenmerk = models.UUIDField(unique=True)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="locaties")
    kern = models.ForeignKey("organisatie.Kern", on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("Naam"), max_length=120)
    adres = models.CharField(_("Adres"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("locatie")
        verbose_name_plural = _("locaties")
        constraints = (
            models.UniqueConstraint(name="locatie_uniek", fields=["organisatie", "kern", "naam"]),
            models.CheckConstraint(name="locatie_naam_gevuld", condition=~Q(naam="")),
            bron_of_aanname("locatie_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.naam

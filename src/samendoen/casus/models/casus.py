"""Casus: one household, who is involved in it, and who directs it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.rules import RedenSluiten, Status, Taakrol
from samendoen.kernel.api import Klasse, Wet

STATUSSEN = {Status.OPEN: _("Open"), Status.GESLOTEN: _("Gesloten")}
REDENEN = {
    RedenSluiten.DOELEN_BEREIKT: _("De doelen zijn bereikt"),
    RedenSluiten.ZELF_VERDER: _("Het huishouden kan zelf verder"),
    RedenSluiten.OVERGEDRAGEN: _("Warm overgedragen"),
    RedenSluiten.VERHUISD: _("Verhuisd"),
    RedenSluiten.OVERLEDEN: _("Overleden"),
    RedenSluiten.GEEN_CONTACT: _("Geen contact meer"),
    RedenSluiten.VERGISSING: _("Bij vergissing geopend"),
}


def keuzes(namen: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """Return choices by their plain code: a migration keeps values, not our classes."""
    return [(code.value, naam) for code, naam in namen.items()]


def codes(soort: Iterable[StrEnum]) -> list[str]:
    """Return plain codes, for the same reason."""
    return [code.value for code in soort]


class Casus(models.Model):
    """What is done with and for one household, across laws; at most one is open for a household.

    `dossier` is that of the person with whom it began (decision record 0008).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "huishouden": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "team": Klasse.SLEUTEL,
        "status": Klasse.GEEN,
        "geopend_op": Klasse.GEEN,
        "gesloten_op": Klasse.GEEN,
        "reden_sluiten": Klasse.GEEN,
        "intensiteit": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one casus.
    kenmerk = models.UUIDField(unique=True)
    huishouden = models.ForeignKey("inwoners.Huishouden", on_delete=models.PROTECT, related_name="+")
    dossier = models.OneToOneField("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=keuzes(STATUSSEN), default=Status.OPEN.value)
    geopend_op = models.DateField(_("Geopend op"))
    gesloten_op = models.DateField(_("Gesloten op"), null=True)
    reden_sluiten = models.CharField(
        _("Reden van sluiten"), max_length=30, choices=keuzes(REDENEN), blank=True
    )
    # A code of the municipality's caseload (definities); empty: nobody judged it.
    intensiteit = models.SlugField(_("Zwaarte"), max_length=60, blank=True, db_index=False)

    class Meta:
        verbose_name = _("casus")
        verbose_name_plural = _("casussen")
        constraints = (
            models.CheckConstraint(name="casus_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="casus_gesloten_is_heel",
                condition=Q(status=Status.OPEN.value, gesloten_op__isnull=True, reden_sluiten="")
                | Q(
                    status=Status.GESLOTEN.value,
                    gesloten_op__isnull=False,
                    reden_sluiten__in=codes(RedenSluiten),
                ),
            ),
            models.CheckConstraint(
                name="casus_gesloten_na_opening",
                condition=Q(gesloten_op__isnull=True) | Q(gesloten_op__gte=F("geopend_op")),
            ),
            models.UniqueConstraint(
                name="casus_een_open", fields=["huishouden"], condition=Q(status=Status.OPEN.value)
            ),
        )
        indexes = (
            models.Index(fields=["team", "status", "-geopend_op", "-id"], name="casus_team"),
            models.Index(fields=["huishouden"], name="casus_huishouden"),
        )

    def __str__(self) -> str:
        return f"casus {self.pk}"


class Betrokkene(models.Model):
    """Somebody of the household, or of another one, with whom the casus works; an own dossier each."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="betrokkenen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.OneToOneField("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("betrokkene")
        verbose_name_plural = _("betrokkenen")
        constraints = (
            models.CheckConstraint(name="betrokkene_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="betrokkene_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.UniqueConstraint(name="betrokkene_eenmaal", fields=["casus", "inwoner"]),
        )

    def __str__(self) -> str:
        return f"{self.inwoner_id} in casus {self.casus_id}"


class Casusmelding(models.Model):
    """That a question belongs to a casus: to one at most."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "sinds": Klasse.GEEN,
    }
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="meldingen")
    melding = models.OneToOneField("toegang.Melding", on_delete=models.PROTECT, related_name="+")
    sinds = models.DateField()

    class Meta:
        verbose_name = _("melding van een casus")
        verbose_name_plural = _("meldingen van een casus")

    def __str__(self) -> str:
        return f"melding {self.melding_id} in casus {self.casus_id}"


class Regie(models.Model):
    """Who directs a casus, or stands beside the director, from-until (`tot` = first day no longer).

    An open casus has exactly one director; history is kept.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "gebruiker": Klasse.MEDEWERKER,
        "rol": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="regie")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=10, choices=[(rol.value, rol.value) for rol in Taakrol])
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("regie")
        verbose_name_plural = _("regie")
        constraints = (
            models.CheckConstraint(name="regie_rol", condition=Q(rol__in=codes(Taakrol))),
            # Handed over on the day it began: an empty period, kept as history.
            models.CheckConstraint(
                name="regie_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.UniqueConstraint(
                name="regie_een_per_rol", fields=["casus", "rol"], condition=Q(tot__isnull=True)
            ),
        )
        indexes = (models.Index(fields=["gebruiker"], condition=Q(tot__isnull=True), name="regie_loopt"),)

    def __str__(self) -> str:
        return f"{self.rol} van casus {self.casus_id}"

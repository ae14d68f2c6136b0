"""Gezag over a child, and the other people who matter to a resident."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.inwoners.models.periode import eindigt_na_begin
from samendoen.inwoners.rules import Relatiesoort
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import nooit_tegelijk

RELATIESOORTEN = {
    Relatiesoort.MANTELZORGER: _("Mantelzorger"),
    Relatiesoort.NETWERK: _("Iemand uit het netwerk"),
    Relatiesoort.VERTEGENWOORDIGER: _("Wettelijk vertegenwoordiger"),
    Relatiesoort.CURATOR: _("Curator"),
    Relatiesoort.MENTOR: _("Mentor"),
    Relatiesoort.BEWINDVOERDER: _("Bewindvoerder"),
    Relatiesoort.GEMACHTIGDE: _("Gemachtigde"),
}


class Gezag(models.Model):
    """Who decides for a child, from-until (BW 1:245). It ends by law when the child turns 18."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "gezaghebber": Klasse.SLEUTEL,
        "van": Klasse.PERSOON,
        "tot": Klasse.PERSOON,
    }
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    gezaghebber = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("gezag")
        verbose_name_plural = _("gezag")
        constraints = (
            models.CheckConstraint(name="gezag_wet", condition=Q(wet=Wet.GEEN)),
            models.CheckConstraint(name="gezag_over_ander", condition=~Q(inwoner=F("gezaghebber"))),
            eindigt_na_begin("gezag_periode"),
            nooit_tegelijk("gezag_niet_dubbel", "inwoner_id", "gezaghebber_id"),
        )

    def __str__(self) -> str:
        return f"gezag van {self.gezaghebber_id} over {self.inwoner_id}"


class Relatie(models.Model):
    """Somebody who matters to a resident: another resident, or a name with a telephone number."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "soort": Klasse.PERSOON,
        "ander": Klasse.SLEUTEL,
        "naam": Klasse.PERSOON,
        "telefoon": Klasse.PERSOON,
        "adres": Klasse.PERSOON,
        "toelichting": Klasse.PERSOON,
        "van": Klasse.PERSOON,
        "tot": Klasse.PERSOON,
    }
    kenmerk = models.UUIDField(unique=True)
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    soort = models.CharField(_("Soort"), max_length=20, choices=list(RELATIESOORTEN.items()))
    ander = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("Naam"), max_length=200, blank=True)
    telefoon = models.CharField(_("Telefoon"), max_length=30, blank=True)
    adres = models.CharField(_("Postadres"), max_length=200, blank=True)
    toelichting = models.CharField(_("Toelichting"), max_length=200, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("relatie")
        verbose_name_plural = _("relaties")
        constraints = (
            models.CheckConstraint(name="relatie_wet", condition=Q(wet=Wet.GEEN)),
            models.CheckConstraint(name="relatie_soort", condition=Q(soort__in=list(Relatiesoort))),
            models.CheckConstraint(
                name="relatie_inwoner_of_naam",
                condition=Q(ander__isnull=False, naam="") | (Q(ander__isnull=True) & ~Q(naam="")),
            ),
            models.CheckConstraint(
                name="relatie_met_ander", condition=Q(ander__isnull=True) | ~Q(ander=F("inwoner"))
            ),
            eindigt_na_begin("relatie_periode"),
        )

    def __str__(self) -> str:
        return f"{self.soort} van {self.inwoner_id}"

"""Besluit: what was decided, why, and the letter as it was sent (Awb art. 1:3, 3:40-3:50)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.aanvraag import UITKOMSTEN, Aanvraag
from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.rules import Besluitstatus, Uitkomst
from samendoen.besluiten.rules.wijziging import Verandering
from samendoen.kernel.api import Klasse, Wet

BESLUITSTATUSSEN = {
    Besluitstatus.GENOMEN: _("Genomen, nog niet bekendgemaakt"),
    Besluitstatus.TERUGGENOMEN: _("Teruggenomen"),
    Besluitstatus.BEKENDGEMAAKT: _("Bekendgemaakt"),
    Besluitstatus.GEWIJZIGD: _("Gewijzigd door een later besluit"),
    Besluitstatus.HERROEPEN: _("Vervangen door een nieuw besluit"),
}
VERANDERINGEN = {
    Verandering.VERLENGING: _("Verlenging"),
    Verandering.WIJZIGING: _("Wijziging"),
    Verandering.BEEINDIGING: _("Beëindiging"),
}
_VOOR = Q(
    status__in=[Besluitstatus.GENOMEN.value, Besluitstatus.TERUGGENOMEN.value], bekendgemaakt_op__isnull=True
)
_NA = Q(
    status__in=[
        Besluitstatus.BEKENDGEMAAKT.value,
        Besluitstatus.GEWIJZIGD.value,
        Besluitstatus.HERROEPEN.value,
    ],
    bekendgemaakt_op__isnull=False,
)


class Besluit(models.Model):
    """A decision on an application. One at a time is being prepared, one at a time holds.

    `grond` is the article that it rests on. `brief` is the letter as it was sent; erasure empties it and
    the reasons. `op_tijd` (taken within the term) and `bekend_op_tijd` (given within it, which is what the
    law asks) are None for a decision that revises an earlier one.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "aanvraag": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "status": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "grond": Klasse.GEEN,
        "bevinding": Klasse.BIJZONDER,
        "niet_lichter": Klasse.BIJZONDER,
        "motivering": Klasse.BIJZONDER,
        "bedrag_eurocent": Klasse.GEEN,
        "besloten_op": Klasse.GEEN,
        "besloten_door": Klasse.MEDEWERKER,
        "op_tijd": Klasse.GEEN,
        "tweede_nodig": Klasse.GEEN,
        "tweede_door": Klasse.MEDEWERKER,
        "bekendgemaakt_op": Klasse.GEEN,
        "bekend_op_tijd": Klasse.GEEN,
        "bezwaar_tot": Klasse.GEEN,
        "brief": Klasse.BIJZONDER,
        "herziet": Klasse.SLEUTEL,
        "verandering": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    status = models.CharField(
        max_length=20, choices=keuzes(BESLUITSTATUSSEN), default=Besluitstatus.GENOMEN.value
    )
    uitkomst = models.CharField(max_length=20, choices=keuzes(UITKOMSTEN))
    grond = models.CharField(max_length=300, blank=True)
    bevinding = models.TextField(blank=True)
    niet_lichter = models.TextField(blank=True)
    motivering = models.TextField(blank=True)
    bedrag_eurocent = models.BigIntegerField(default=0)
    besloten_op = models.DateField()
    besloten_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    op_tijd = models.BooleanField(null=True)
    tweede_nodig = models.BooleanField(default=False)
    tweede_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bekendgemaakt_op = models.DateField(null=True)
    bekend_op_tijd = models.BooleanField(null=True)
    bezwaar_tot = models.DateField(null=True)
    brief = models.JSONField(null=True)
    herziet = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    # What it does with a provision that holds (see Wijziging); "" for a decision about a new one.
    verandering = models.CharField(max_length=20, choices=keuzes(VERANDERINGEN), blank=True)

    class Meta:
        verbose_name = _("besluit")
        verbose_name_plural = _("besluiten")
        constraints = (
            models.CheckConstraint(name="besluit_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="besluit_uitkomst", condition=Q(uitkomst__in=[u.value for u in Uitkomst])
            ),
            models.CheckConstraint(name="besluit_bekendmaking", condition=_VOOR | _NA),
            models.CheckConstraint(
                name="besluit_bekend_na_besluit",
                condition=Q(bekendgemaakt_op__isnull=True) | Q(bekendgemaakt_op__gte=F("besloten_op")),
            ),
            models.CheckConstraint(
                name="besluit_bezwaar_bij_besluit",
                condition=Q(bezwaar_tot__isnull=True, bekendgemaakt_op__isnull=True)
                | Q(bezwaar_tot__isnull=True, uitkomst=Uitkomst.INGETROKKEN.value)
                | Q(bezwaar_tot__gt=F("bekendgemaakt_op")),
            ),
            models.CheckConstraint(
                name="besluit_niet_alleen_getekend",
                condition=Q(tweede_nodig=False)
                | Q(status__in=[Besluitstatus.GENOMEN.value, Besluitstatus.TERUGGENOMEN.value])
                | Q(tweede_door__isnull=False),
            ),
            models.UniqueConstraint(
                name="besluit_een_in_wording",
                fields=["aanvraag"],
                condition=Q(status=Besluitstatus.GENOMEN.value),
            ),
            models.UniqueConstraint(
                name="besluit_een_geldt",
                fields=["aanvraag"],
                condition=Q(status=Besluitstatus.BEKENDGEMAAKT.value),
            ),
        )
        indexes = (models.Index(fields=["aanvraag"], name="besluit_aanvraag"),)

    def __str__(self) -> str:
        return f"besluit {self.pk}"

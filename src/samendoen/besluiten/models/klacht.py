"""Klacht: somebody was treated badly, or thinks so (Awb chapter 9)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.rules.klacht import Afloop, Klachtstatus, Nietbehandeld, Nietgehoord, Oordeel
from samendoen.kernel.api import Klasse, Wet

KLACHTSTATUSSEN = {Klachtstatus.OPEN: _("In behandeling"), Klachtstatus.AFGEHANDELD: _("Afgehandeld")}
AFLOPEN = {
    Afloop.INFORMEEL: _("Opgelost: de klager is tevreden"),
    Afloop.OORDEEL: _("Oordeel gegeven"),
    Afloop.NIET_BEHANDELD: _("Niet in behandeling genomen"),
    Afloop.INGETROKKEN: _("De klager trekt de klacht in"),
    Afloop.VERGISSING: _("Per vergissing vastgelegd"),
}
OORDELEN = {
    Oordeel.GEGROND: _("Gegrond"),
    Oordeel.GEDEELTELIJK: _("Voor een deel gegrond"),
    Oordeel.ONGEGROND: _("Ongegrond"),
    Oordeel.GEEN: _("Geen oordeel mogelijk"),
}
NIETBEHANDELD = {
    Nietbehandeld.EERDER: _("Eerder behandeld (9:8 lid 1 onder a)"),
    Nietbehandeld.JAAR: _("Langer dan een jaar geleden (9:8 lid 1 onder b)"),
    Nietbehandeld.BEZWAAR: _("Er kon bezwaar worden gemaakt (9:8 lid 1 onder c)"),
    Nietbehandeld.BEROEP: _("Er kan of kon beroep worden ingesteld (9:8 lid 1 onder d)"),
    Nietbehandeld.RECHTER: _("Ligt bij de rechter of is een strafzaak (9:8 lid 1 onder e en f)"),
    Nietbehandeld.BELANG: _("Het belang is kennelijk onvoldoende (9:8 lid 2)"),
}
NIETGEHOORD = {
    Nietgehoord.KENNELIJK_ONGEGROND: _("De klacht is kennelijk ongegrond"),
    Nietgehoord.WIL_NIET: _("De klager wil niet gehoord worden"),
    Nietgehoord.GEEN_ANTWOORD: _("De klager liet niets weten binnen de gestelde termijn"),
}


class Klacht(models.Model):
    """A complaint, in a dossier of its own that only who took it down and who handles it may read.

    `beklaagde` is the employee whom it is about, if anybody: nobody reads a complaint about oneself here
    (a copy is handed over, Awb art. 9:9). Erasure empties the words and who complained.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "status": Klasse.GEEN,
        "ontvangen_op": Klasse.GEEN,
        "gebeurd_op": Klasse.GEEN,
        "klager": Klasse.PERSOON,
        "klageradres": Klasse.PERSOON,
        "beklaagde": Klasse.MEDEWERKER,
        "over": Klasse.BIJZONDER,
        "commissie": Klasse.GEEN,
        "behandelaar": Klasse.MEDEWERKER,
        "termijn": Klasse.SLEUTEL,
        "klager_gehoord_op": Klasse.GEEN,
        "beklaagde_gehoord_op": Klasse.GEEN,
        "nietgehoord": Klasse.GEEN,
        "verslag": Klasse.BIJZONDER,
        "afloop": Klasse.GEEN,
        "oordeel": Klasse.GEEN,
        "nietbehandeld": Klasse.GEEN,
        "bevindingen": Klasse.BIJZONDER,
        "conclusies": Klasse.BIJZONDER,
        "afgehandeld_op": Klasse.GEEN,
        "op_tijd": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one complaint.
    kenmerk = models.UUIDField(unique=True)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    status = models.CharField(max_length=20, choices=keuzes(KLACHTSTATUSSEN), default=Klachtstatus.OPEN.value)
    ontvangen_op = models.DateField()
    gebeurd_op = models.DateField()
    klager = models.CharField(max_length=200, blank=True)
    klageradres = models.TextField(blank=True)
    beklaagde = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    over = models.TextField(blank=True)
    commissie = models.BooleanField(default=False)
    behandelaar = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    termijn = models.ForeignKey("werk.Termijn", null=True, on_delete=models.PROTECT, related_name="+")
    klager_gehoord_op = models.DateField(null=True)
    beklaagde_gehoord_op = models.DateField(null=True)
    nietgehoord = models.CharField(max_length=20, choices=keuzes(NIETGEHOORD), blank=True)
    verslag = models.TextField(blank=True)
    afloop = models.CharField(max_length=20, choices=keuzes(AFLOPEN), blank=True)
    oordeel = models.CharField(max_length=20, choices=keuzes(OORDELEN), blank=True)
    nietbehandeld = models.CharField(max_length=20, choices=keuzes(NIETBEHANDELD), blank=True)
    bevindingen = models.TextField(blank=True)
    conclusies = models.TextField(blank=True)
    afgehandeld_op = models.DateField(null=True)
    op_tijd = models.BooleanField(null=True)

    class Meta:
        verbose_name = _("klacht")
        verbose_name_plural = _("klachten")
        constraints = (
            models.CheckConstraint(name="klacht_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="klacht_niet_over_behandelaar",
                condition=Q(beklaagde__isnull=True) | ~Q(beklaagde=F("behandelaar")),
            ),
            models.CheckConstraint(
                name="klacht_afgehandeld_met_afloop",
                condition=Q(status=Klachtstatus.OPEN.value, afloop="", afgehandeld_op__isnull=True)
                | (Q(status=Klachtstatus.AFGEHANDELD.value, afgehandeld_op__isnull=False) & ~Q(afloop="")),
            ),
        )
        indexes = (models.Index(fields=["status", "ontvangen_op"], name="klacht_stand"),)

    def __str__(self) -> str:
        return f"klacht {self.pk}"

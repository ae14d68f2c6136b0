"""Taak: what somebody must do by when, made by a rule or by hand."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.werk.models.termijn import codes, een_eigenaar
from samendoen.werk.rules import HANDMATIG, Taakstatus

OPEN = Q(status=Taakstatus.OPEN.value)


class Taak(models.Model):
    """What somebody must do. A rule's words are ours (`tekst`, `uitleg`); what a person types is `notitie`,
    about the resident of the dossier, and erased with it."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "regel": Klasse.GEEN,
        "sleutel": Klasse.SLEUTEL,
        "onderwerp_soort": Klasse.GEEN,
        "onderwerp_id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "groep": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "bij_sinds": Klasse.GEEN,
        "uiterlijk": Klasse.GEEN,
        "status": Klasse.GEEN,
        "afgerond_op": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "uitleg": Klasse.GEEN,
        "notitie": Klasse.PERSOON,
    }
    regel = models.SlugField(max_length=60, db_index=False)
    # Makes it the same task tomorrow: given by the rule, or made by the client for a handmade one.
    sleutel = models.CharField(max_length=100)
    onderwerp_soort = models.CharField(max_length=60, blank=True)
    onderwerp_id = models.BigIntegerField(null=True)
    dossier = models.ForeignKey("kernel.Dossier", null=True, on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, blank=True)
    groep = models.ForeignKey(
        "kernel.Groep", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    bij_sinds = models.DateField()
    uiterlijk = models.DateField()
    status = models.CharField(max_length=12, default=Taakstatus.OPEN.value)
    afgerond_op = models.DateField(null=True)
    tekst = models.CharField(max_length=200, blank=True)
    uitleg = models.CharField(max_length=400, blank=True)
    notitie = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("taak")
        verbose_name_plural = _("taken")
        constraints = (
            models.UniqueConstraint(name="taak_eenmaal", fields=["regel", "sleutel"]),
            models.CheckConstraint(name="taak_een_eigenaar", condition=een_eigenaar()),
            models.CheckConstraint(name="taak_status", condition=Q(status__in=codes(Taakstatus))),
            models.CheckConstraint(
                name="taak_gedaan_op",
                condition=Q(status=Taakstatus.GEDAAN.value, afgerond_op__isnull=False)
                | (~Q(status=Taakstatus.GEDAAN.value) & Q(afgerond_op__isnull=True)),
            ),
            models.CheckConstraint(
                name="taak_woorden",
                condition=(Q(regel=HANDMATIG, tekst="", uitleg="") & ~Q(notitie=""))
                | (~Q(regel=HANDMATIG) & ~Q(tekst="") & ~Q(uitleg="") & Q(notitie="")),
            ),
            models.CheckConstraint(
                name="taak_onderwerp",
                condition=Q(onderwerp_soort="", onderwerp_id__isnull=True)
                | (~Q(onderwerp_soort="") & Q(onderwerp_id__isnull=False)),
            ),
            # Words about a resident can be found back: by person and law.
            models.CheckConstraint(
                name="taak_over_wie",
                condition=Q(regel=HANDMATIG, dossier__isnull=False, inwoner__isnull=False, wet__in=Wet.values)
                | Q(regel=HANDMATIG, dossier__isnull=True, inwoner__isnull=True, wet="")
                | (~Q(regel=HANDMATIG) & Q(inwoner__isnull=True, wet="")),
            ),
        )
        indexes = (
            models.Index(fields=["groep", "uiterlijk"], condition=OPEN, name="taak_groep"),
            models.Index(fields=["gebruiker", "uiterlijk"], condition=OPEN, name="taak_gebruiker"),
            models.Index(fields=["regel"], condition=OPEN, name="taak_regel"),
            models.Index(
                fields=["afgerond_op"], condition=Q(status=Taakstatus.GEDAAN.value), name="taak_afgerond"
            ),
        )

    def __str__(self) -> str:
        return f"taak {self.pk} ({self.regel})"

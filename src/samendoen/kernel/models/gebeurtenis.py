"""The backbone: what happened. A database trigger refuses every change to it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.models.dossier import Dossier, Persoon, Wet
from samendoen.kernel.privacy import Klasse


class ActorSoort(models.TextChoices):
    """Who did it."""

    GEBRUIKER = "gebruiker", _("Gebruiker")
    INWONER = "inwoner", _("Inwoner")
    AANBIEDER = "aanbieder", _("Aanbieder")
    SYSTEEM = "systeem", _("Systeem")


class Gebeurtenis(models.Model):
    """One thing that happened, without anything personal in it."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "onderwerp_soort": Klasse.GEEN,
        "onderwerp_id": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "versie": Klasse.GEEN,
        "voorgevallen_op": Klasse.GEEN,
        "vastgelegd_op": Klasse.GEEN,
        "actor_soort": Klasse.GEEN,
        "actor_id": Klasse.SLEUTEL,
        "gegevens": Klasse.GEEN,
        "herroept": Klasse.SLEUTEL,
    }
    dossier = models.ForeignKey(
        Dossier, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    onderwerp_soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField()
    soort = models.CharField(max_length=80)
    versie = models.PositiveSmallIntegerField()
    # Legal time: the day on which it happened. System time: the moment we wrote it down.
    voorgevallen_op = models.DateField()
    vastgelegd_op = models.DateTimeField()
    actor_soort = models.CharField(max_length=20, choices=ActorSoort)
    actor_id = models.BigIntegerField(null=True)
    gegevens = models.JSONField()
    herroept = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        constraints = (
            models.CheckConstraint(name="gebeurtenis_actor", condition=Q(actor_soort__in=ActorSoort.values)),
            models.UniqueConstraint(
                name="gebeurtenis_eenmaal_herroepen",
                fields=["herroept"],
                condition=Q(herroept__isnull=False),
            ),
        )
        indexes = (
            models.Index(fields=["dossier", "voorgevallen_op", "id"], name="gebeurtenis_tijdlijn"),
            models.Index(fields=["onderwerp_soort", "onderwerp_id", "id"], name="gebeurtenis_onderwerp"),
            models.Index(fields=["soort", "vastgelegd_op"], name="gebeurtenis_soort"),
        )

    def __str__(self) -> str:
        return f"{self.soort} {self.onderwerp_id}"


class GebeurtenisInhoud(models.Model):
    """The personal words that belong to an event; erasure deletes here and nowhere else."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gebeurtenis": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "veld": Klasse.GEEN,
        "waarde": Klasse.BIJZONDER,
    }
    gebeurtenis = models.ForeignKey(Gebeurtenis, on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+", db_index=False)
    wet = models.CharField(max_length=20, choices=Wet)
    veld = models.SlugField(max_length=40)
    waarde = models.TextField()

    class Meta:
        verbose_name = _("inhoud van een gebeurtenis")
        verbose_name_plural = _("inhoud van gebeurtenissen")
        constraints = (
            models.UniqueConstraint(
                name="gebeurtenisinhoud_uniek", fields=["gebeurtenis", "inwoner", "wet", "veld"]
            ),
        )
        indexes = (models.Index(fields=["inwoner", "wet"], name="gebeurtenisinhoud_inwoner"),)

    def __str__(self) -> str:
        return f"{self.veld} bij {self.gebeurtenis_id}"

"""Search rows, data keys and the list of what was erased."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.models.dossier import Dossier, Persoon, Wet
from samendoen.kernel.privacy import Klasse


class Zoekregel(models.Model):
    """One row per thing that can be found, for every context; seen only through its dossier."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "onderwerp_id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "label": Klasse.PERSOON,
        "tekst": Klasse.BIJZONDER,
        "vector": Klasse.BIJZONDER,
    }
    soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField()
    dossier = models.ForeignKey(Dossier, null=True, on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey(Persoon, null=True, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    label = models.CharField(max_length=200)
    tekst = models.TextField(blank=True)
    vector = models.GeneratedField(
        expression=SearchVector("tekst", config="dutch"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = _("zoekregel")
        verbose_name_plural = _("zoekregels")
        constraints = (models.UniqueConstraint(name="zoekregel_uniek", fields=["soort", "onderwerp_id"]),)
        indexes = (GinIndex(fields=["vector"], name="zoekregel_vector"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.onderwerp_id}"


class Gegevenssleutel(models.Model):
    """A data key, wrapped by the master key that lives outside the database."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "ingepakt": Klasse.GEHEIM,
        "hoofdsleutel": Klasse.GEEN,
        "gemaakt_op": Klasse.GEEN,
    }
    ingepakt = models.BinaryField()
    hoofdsleutel = models.SlugField(max_length=40)
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = _("gegevenssleutel")
        verbose_name_plural = _("gegevenssleutels")

    def __str__(self) -> str:
        return f"gegevenssleutel {self.pk}"


class Wislijstregel(models.Model):
    """That a person was erased under a law; replayed after a restore."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "gewist_op": Klasse.GEEN,
    }
    inwoner = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    reden = models.SlugField(max_length=40)
    gewist_op = models.DateTimeField()

    class Meta:
        verbose_name = _("wislijstregel")
        verbose_name_plural = _("wislijst")

    def __str__(self) -> str:
        return f"persoon {self.inwoner_id}, {self.wet}"

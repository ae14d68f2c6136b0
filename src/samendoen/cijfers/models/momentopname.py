"""Momentopname: that the facts of a day were frozen. Publicatie: what of them left the house."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse

HASH = "^[0-9a-f]{64}$"


class Momentopname(models.Model):
    """One day's facts, frozen as Parquet files. The row is what makes the files count."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "peildatum": Klasse.GEEN,
        "gemaakt_op": Klasse.GEEN,
        "rijen": Klasse.GEEN,
        "hashes": Klasse.GEEN,
        "gegevens_hash": Klasse.GEEN,
        "definities_hash": Klasse.GEEN,
        "versie": Klasse.GEEN,
    }
    peildatum = models.DateField(unique=True)
    gemaakt_op = models.DateTimeField()
    # Per fact: number of rows, and SHA-256 of its file.
    rijen = models.JSONField()
    hashes = models.JSONField()
    # SHA-256 over the hashes of all files: the same events give the same one.
    gegevens_hash = models.CharField(max_length=64)
    # SHA-256 over the definition files of the indicators as they were then.
    definities_hash = models.CharField(max_length=64)
    # Version of Samendoen that made it.
    versie = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("momentopname")
        verbose_name_plural = _("momentopnamen")
        constraints = (
            models.CheckConstraint(
                name="momentopname_hash",
                condition=models.Q(gegevens_hash__regex=HASH, definities_hash__regex=HASH),
            ),
        )

    def __str__(self) -> str:
        return f"momentopname {self.peildatum}"


class Publicatie(models.Model):
    """The protected tables of one snapshot, as they left the house. Never made anew.

    `tabellen` holds per indicator its question, the hidden places with how they are hidden, and per choice of
    breakdowns the figures; of what is hidden there is no count.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "peildatum": Klasse.GEEN,
        "gemaakt_op": Klasse.GEEN,
        "drempel": Klasse.GEEN,
        "tabellen": Klasse.GEEN,
        "hash": Klasse.GEEN,
    }
    peildatum = models.DateField(unique=True)
    gemaakt_op = models.DateTimeField()
    drempel = models.PositiveSmallIntegerField()
    tabellen = models.JSONField()
    # SHA-256 over the tables.
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("publicatie")
        verbose_name_plural = _("publicaties")
        constraints = (
            models.CheckConstraint(name="publicatie_hash", condition=models.Q(hash__regex=HASH)),
            models.CheckConstraint(name="publicatie_drempel", condition=models.Q(drempel__gte=5)),
        )

    def __str__(self) -> str:
        return f"publicatie {self.peildatum}"

"""A document that was read, as it waits for a person who accepts or corrects it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import HASH, Onderdeel, Plan, gevuld
from samendoen.beleid.rules.overnemen import Staat
from samendoen.kernel.api import Klasse

STATEN = {
    Staat.OPEN: _("Na te kijken"),
    Staat.OVERGENOMEN: _("Overgenomen"),
    Staat.WEGGELEGD: _("Weggelegd"),
}


class Lezing(models.Model):
    """What was read of a document for a plan, with what somebody corrected; nothing of the file itself.

    `inhoud` is the JSON of `beleid lees` with the findings; an activity that is left out has `weglaten`.
    `versie` goes up with every correction: whoever corrects an older one is told so.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "hash": Klasse.GEEN,
        "inhoud": Klasse.GEEN,
        "versie": Klasse.GEEN,
        "staat": Klasse.GEEN,
        "gelezen_op": Klasse.GEEN,
        "onderdeel": Klasse.SLEUTEL,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lezingen")
    naam = models.CharField(max_length=200)
    # SHA-256 of the file.
    hash = models.CharField(max_length=64)
    inhoud = models.JSONField()
    versie = models.PositiveIntegerField(default=1)
    staat = models.CharField(max_length=20, choices=[(s.value, naam) for s, naam in STATEN.items()])
    gelezen_op = models.DateField()
    # What it became.
    onderdeel = models.OneToOneField(Onderdeel, null=True, on_delete=models.PROTECT, related_name="lezing")

    class Meta:
        verbose_name = _("lezing")
        verbose_name_plural = _("lezingen")
        constraints = (
            gevuld("lezing", "naam"),
            models.CheckConstraint(name="lezing_hash", condition=Q(hash__regex=HASH)),
            models.CheckConstraint(name="lezing_staat", condition=Q(staat__in=list(Staat))),
            models.CheckConstraint(
                name="lezing_overgenomen",
                condition=Q(staat=Staat.OVERGENOMEN, onderdeel__isnull=False)
                | (~Q(staat=Staat.OVERGENOMEN) & Q(onderdeel__isnull=True)),
            ),
            models.UniqueConstraint(
                name="lezing_een_open", fields=["plan", "hash"], condition=Q(staat=Staat.OPEN)
            ),
        )

    def __str__(self) -> str:
        return self.naam

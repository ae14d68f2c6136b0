"""Verzoek: what a provider asks, by a product of a 315 or by a 317 as a whole."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.berichten.models.bericht import Bericht
from samendoen.berichten.rules.verzoekstand import LOOPT, Verzoekstatus
from samendoen.kernel.api import Klasse, Wet

VERZOEKSTATUSSEN = {
    Verzoekstatus.ONTVANGEN: _("Ontvangen"),
    Verzoekstatus.IN_ONDERZOEK: _("In onderzoek"),
    Verzoekstatus.TOEGEWEZEN: _("Toegewezen"),
    Verzoekstatus.AFGEWEZEN: _("Afgewezen"),
}
AFWIJSREDENEN = {
    "1": _("Dit is geen wijziging maar een nieuwe aanvraag"),
    "2": _("Past niet binnen het budget"),
    "3": _("Geen contract met deze aanbieder"),
    "4": _("Past niet binnen het contract"),
    "5": _("Een andere gemeente gaat hierover"),
    "6": _("Stapelt op wat er al is"),
    "7": _("Niet passend bij de hulpvraag"),
    "8": _("Woonplaatsbeginsel: een andere gemeente betaalt"),
    "9": _("Leeftijdsgrens bereikt"),
}
"""Code of WJ759 -> why a request is refused, in our words."""


class Verzoek(models.Model):
    """A request: the message it came in, its reference at the provider ("" after erasure), where it stands.

    `gevraagd` are its products in codes (`rules.verzoekstand.Gevraagd`). `melding` is the question at the
    front door that a 315 became. `antwoord` is the latest 319, `reden` (WJ759) why it was refused,
    `toewijzingen` are the assignments that grant it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "bericht": Klasse.SLEUTEL,
        "aanbieder": Klasse.SLEUTEL,
        "referentie": Klasse.SLEUTEL,
        "dagtekening": Klasse.GEEN,
        "ontvangen_op": Klasse.GEEN,
        "status": Klasse.GEEN,
        "gevraagd": Klasse.BIJZONDER,
        "reden": Klasse.GEEN,
        "antwoord": Klasse.SLEUTEL,
        "toewijzingen": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "inwoner": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
    }
    bericht = models.ForeignKey(Bericht, on_delete=models.PROTECT, related_name="verzoeken")
    aanbieder = models.CharField(max_length=8)
    referentie = models.CharField(max_length=36, blank=True)
    dagtekening = models.DateField()
    ontvangen_op = models.DateField()
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Verzoekstatus])
    gevraagd = models.JSONField(default=list)
    reden = models.CharField(max_length=2, blank=True)
    antwoord = models.ForeignKey(Bericht, null=True, on_delete=models.PROTECT, related_name="+")
    toewijzingen = ArrayField(models.BigIntegerField(), default=list)
    melding = models.ForeignKey("toegang.Melding", null=True, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    inwoner = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("verzoek van een aanbieder")
        verbose_name_plural = _("verzoeken van aanbieders")
        constraints = (
            models.CheckConstraint(name="verzoek_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="verzoek_status", condition=Q(status__in=[s.value for s in Verzoekstatus])
            ),
            # A provider gives each request a reference of its own (TR347).
            models.UniqueConstraint(
                name="verzoek_referentie",
                fields=["aanbieder", "wet", "referentie"],
                condition=~Q(referentie=""),
            ),
        )
        indexes = (
            models.Index(
                fields=["status", "id"],
                name="verzoek_loopt",
                condition=Q(status__in=sorted(s.value for s in LOOPT)),
            ),
            models.Index(fields=["inwoner", "wet"], name="verzoek_inwoner"),
        )

    def __str__(self) -> str:
        return f"verzoek {self.pk}"

"""Direction at a partner: one life domain of a casus that an organisation of the kaart directs."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus
from samendoen.kernel.api import Klasse, Wet


class Partnerregie(models.Model):
    """Which organisation directs which life domain, from-until (`tot` = first day no longer).

    `inwoner` is the person with whom the casus began: the words fall under that dossier.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "leefgebied": Klasse.BIJZONDER,
        "organisatie": Klasse.SLEUTEL,
        "contact": Klasse.PERSOON,
        "afspraak": Klasse.BIJZONDER,
        "van": Klasse.GEEN,
        "bekijken_op": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one agreement.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="partnerregies")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    leefgebied = models.SlugField(_("Leefgebied"), max_length=60)
    organisatie = models.ForeignKey("kaart.Organisatie", on_delete=models.PROTECT, related_name="+")
    contact = models.CharField(_("Wie is daar het aanspreekpunt?"), max_length=200, blank=True)
    afspraak = models.TextField(_("Wat spreekt u af?"), blank=True)
    van = models.DateField()
    bekijken_op = models.DateField(_("Wanneer kijkt u samen hoe het gaat?"))
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("regie bij een partner")
        verbose_name_plural = _("regie bij partners")
        constraints = (
            models.CheckConstraint(name="partnerregie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="partnerregie_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(name="partnerregie_bekijken", condition=Q(bekijken_op__gt=F("van"))),
            models.UniqueConstraint(
                name="partnerregie_een_per_leefgebied",
                fields=["casus", "leefgebied"],
                condition=Q(tot__isnull=True),
            ),
        )
        indexes = (
            models.Index(fields=["bekijken_op"], condition=Q(tot__isnull=True), name="partnerregie_bekijken"),
        )

    def __str__(self) -> str:
        return f"{self.leefgebied} van casus {self.casus_id}"

"""Levering: what a provider reports about giving what it was assigned."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.voorziening import Toewijzing
from samendoen.besluiten.rules.levering import Leveringsoort
from samendoen.kernel.api import Klasse

STOPREDENEN = {
    "02": _("overlijden"),
    "19": _("volgens plan afgerond"),
    "20": _("tijdelijk gestopt"),
    "21": _("door de inwoner gestopt"),
    "22": _("door de aanbieder gestopt"),
    "23": _("samen eerder gestopt"),
    "31": _("volgens plan afgerond"),
    "32": _("door de inwoner gestopt"),
    "33": _("door de aanbieder gestopt"),
    "34": _("samen eerder gestopt"),
    "35": _("gestopt door iets van buiten"),
    "36": _("door de gemeente gestopt"),
    "37": _("na een verzoek om wijziging"),
    "38": _("naar een andere aanbieder"),
    "39": _("naar hulp uit een andere wet"),
}
VERHUISD = _("verhuisd naar een andere gemeente")
"""Why delivery stopped, by code (JZ588, WMO588); "31" means another thing under the Wmo."""


class Levering(models.Model):
    """A report of a start or a stop. It gives no right and blocks no payment.

    `begin` is the first day of delivery, in a stop too: it says which start it ends. `tot` is the first day
    no longer. One that was taken back stays, with the day on which that was.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "toewijzing": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "begin": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "gemeld_op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=5, choices=[(s.value, s.value) for s in Leveringsoort])
    begin = models.DateField()
    tot = models.DateField(null=True)
    reden = models.CharField(max_length=2, blank=True)
    gemeld_op = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("levering")
        verbose_name_plural = _("leveringen")
        constraints = (
            models.CheckConstraint(
                name="levering_start_of_stop",
                condition=Q(soort=Leveringsoort.START.value, tot__isnull=True, reden="")
                | (Q(soort=Leveringsoort.STOP.value, tot__gt=F("begin")) & ~Q(reden="")),
            ),
            models.UniqueConstraint(
                name="levering_start_eenmaal",
                fields=["toewijzing", "begin"],
                condition=Q(soort=Leveringsoort.START.value, ingetrokken_op__isnull=True),
            ),
            models.UniqueConstraint(
                name="levering_stop_eenmaal",
                fields=["toewijzing", "begin", "tot", "reden"],
                condition=Q(soort=Leveringsoort.STOP.value, ingetrokken_op__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"levering {self.pk}"

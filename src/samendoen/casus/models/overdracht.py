"""Warm handover of the direction of a casus."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes
from samendoen.casus.rules import Overdrachtstatus
from samendoen.kernel.api import Klasse, Wet


class Overdracht(models.Model):
    """That who directs asks a colleague to take over, and what came of it; at most one waits in a casus.

    `inwoner` is the person with whom the casus began: the words fall under that dossier.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "van": Klasse.MEDEWERKER,
        "naar": Klasse.MEDEWERKER,
        "voorgesteld_op": Klasse.GEEN,
        "toelichting": Klasse.BIJZONDER,
        "status": Klasse.GEEN,
        "contact_op": Klasse.GEEN,
        "beantwoord_op": Klasse.GEEN,
        "reden": Klasse.BIJZONDER,
    }
    # Made by the client: the same form sent twice is one proposal.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overdrachten")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    van = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateField()
    toelichting = models.TextField(_("Wat moet uw collega weten?"), blank=True)
    status = models.CharField(
        max_length=20,
        choices=[(s.value, s.value) for s in Overdrachtstatus],
        default=Overdrachtstatus.VOORGESTELD.value,
    )
    contact_op = models.DateField(_("Samen gesproken op"), null=True)
    beantwoord_op = models.DateField(null=True)
    reden = models.TextField(_("Waarom niet?"), blank=True)

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")
        constraints = (
            models.CheckConstraint(name="overdracht_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="overdracht_status", condition=Q(status__in=codes(Overdrachtstatus))),
            models.CheckConstraint(
                name="overdracht_contact",
                condition=Q(status=Overdrachtstatus.AANVAARD.value, contact_op__isnull=False)
                | (~Q(status=Overdrachtstatus.AANVAARD.value) & Q(contact_op__isnull=True)),
            ),
            models.UniqueConstraint(
                name="overdracht_een_wacht",
                fields=["casus"],
                condition=Q(status=Overdrachtstatus.VOORGESTELD.value),
            ),
        )

    def __str__(self) -> str:
        return f"overdracht {self.pk}"

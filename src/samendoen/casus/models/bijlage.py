"""Bijlage: a file in a dossier. The file itself is encrypted, outside the database and the web root."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes
from samendoen.casus.models.notitie import Notitie
from samendoen.casus.rules import Bestandsoort
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import BlindeIndex, VersleuteldTekst


class Bijlage(models.Model):
    """A file about somebody in a casus, perhaps with a note. `bestand` is the random name under which it is
    kept, "" when it was removed or erased; `afdruk` (keyed hash of the content) finds a file sent twice."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "notitie": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "naam": Klasse.BIJZONDER,
        "soort": Klasse.GEEN,
        "bytes": Klasse.GEEN,
        "afdruk": Klasse.BIJZONDER,
        "bestand": Klasse.SLEUTEL,
        "gescand": Klasse.GEEN,
        "toegevoegd_door": Klasse.MEDEWERKER,
        "toegevoegd_op": Klasse.GEEN,
        "verwijderd_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="bijlagen")
    notitie = models.ForeignKey(Notitie, null=True, on_delete=models.PROTECT, related_name="bijlagen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    naam = VersleuteldTekst(null=True)
    soort = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Bestandsoort])
    bytes = models.PositiveIntegerField()
    afdruk = BlindeIndex(null=True)
    bestand = models.CharField(max_length=64, blank=True)
    gescand = models.BooleanField(_("Door de virusscanner bekeken"))
    toegevoegd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    toegevoegd_op = models.DateTimeField()
    verwijderd_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("bijlage")
        verbose_name_plural = _("bijlagen")
        constraints = (
            models.CheckConstraint(name="bijlage_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="bijlage_soort", condition=Q(soort__in=codes(Bestandsoort))),
            models.UniqueConstraint(
                name="bijlage_eenmaal", fields=["dossier", "afdruk"], condition=~Q(bestand="")
            ),
        )

    def __str__(self) -> str:
        return f"bijlage {self.pk}"

"""Eigenvraag: an own question that somebody keeps, to ask again of newer figures."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse


class Eigenvraag(models.Model):
    """A question under a name of its keeper's own. `adres` holds codes only (`rules/keuze.py`)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gebruiker": Klasse.MEDEWERKER,
        "naam": Klasse.MEDEWERKER,
        "adres": Klasse.GEEN,
        "bewaard_op": Klasse.GEEN,
    }
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("Naam"), max_length=80)
    adres = models.CharField(max_length=1000)
    bewaard_op = models.DateTimeField()

    class Meta:
        verbose_name = _("eigen vraag")
        verbose_name_plural = _("eigen vragen")
        constraints = (models.UniqueConstraint(name="eigenvraag_naam", fields=["gebruiker", "naam"]),)

    def __str__(self) -> str:
        return f"eigen vraag {self.pk}"

"""Toegangstoken: the key with which another system speaks to the API."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.privacy import Klasse


class Toegangstoken(models.Model):
    """A key of a system account, from the moment it was made until `tot` (first day no longer).

    Of the secret only its hash is kept: it is random, so nothing slower than SHA-256 is needed.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "naam": Klasse.MEDEWERKER,
        "afdruk": Klasse.GEHEIM,
        "gemaakt_op": Klasse.GEEN,
        "gemaakt_door": Klasse.SLEUTEL,
        "tot": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
        "laatst_gebruikt_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one token.
    kenmerk = models.UUIDField(unique=True)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(_("Naam"), max_length=80)
    afdruk = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField()
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    tot = models.DateField(_("Geldig tot"))
    ingetrokken_op = models.DateTimeField(null=True)
    # A day and no moment: then a thousand requests are one write.
    laatst_gebruikt_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("toegangstoken")
        verbose_name_plural = _("toegangstokens")
        constraints = (
            models.CheckConstraint(name="toegangstoken_naam_gevuld", condition=~Q(naam="")),
            models.CheckConstraint(name="toegangstoken_afdruk", condition=Q(afdruk__regex="^[0-9a-f]{64}$")),
        )

    def __str__(self) -> str:
        return f"toegangstoken {self.pk}"

"""Huishouden and who belongs to it, from-until."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.inwoners.models.periode import eindigt_na_begin
from samendoen.inwoners.rules import Gezinsrol
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import nooit_tegelijk

GEZINSROLLEN = {
    Gezinsrol.OUDER: _("Ouder"),
    Gezinsrol.PARTNER: _("Partner"),
    Gezinsrol.KIND: _("Kind"),
    Gezinsrol.OVERIG: _("Andere huisgenoot"),
}


class Huishouden(models.Model):
    """People who live together; it stays the same when somebody joins or leaves."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "gevormd_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    gevormd_op = models.DateField()

    class Meta:
        verbose_name = _("huishouden")
        verbose_name_plural = _("huishoudens")

    def __str__(self) -> str:
        return f"huishouden {self.pk}"


class Gezinslid(models.Model):
    """That somebody lives in a household. Only a child may have a second home beside the main one."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "huishouden": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "rol": Klasse.PERSOON,
        "hoofdverblijf": Klasse.PERSOON,
        "van": Klasse.PERSOON,
        "tot": Klasse.PERSOON,
    }
    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="leden")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    rol = models.CharField(_("Rol"), max_length=10, choices=list(GEZINSROLLEN.items()))
    hoofdverblijf = models.BooleanField(default=True)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("gezinslid")
        verbose_name_plural = _("gezinsleden")
        constraints = (
            models.CheckConstraint(name="gezinslid_wet", condition=Q(wet=Wet.GEEN)),
            models.CheckConstraint(name="gezinslid_rol", condition=Q(rol__in=list(Gezinsrol))),
            models.CheckConstraint(
                name="gezinslid_tweede_huis_is_van_kind",
                condition=Q(hoofdverblijf=True) | Q(rol=Gezinsrol.KIND),
            ),
            eindigt_na_begin("gezinslid_periode"),
            nooit_tegelijk("gezinslid_niet_dubbel", "huishouden_id", "inwoner_id"),
            nooit_tegelijk("gezinslid_een_hoofdverblijf", "inwoner_id", waar=Q(hoofdverblijf=True)),
            nooit_tegelijk("gezinslid_een_tweede_huis", "inwoner_id", waar=Q(hoofdverblijf=False)),
        )

    def __str__(self) -> str:
        return f"{self.inwoner_id} in {self.huishouden_id}"

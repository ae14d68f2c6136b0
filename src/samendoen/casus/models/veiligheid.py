"""Safety: the marks that warn a professional, and how safe somebody was judged to be.

Nobody of the household reads any of it. Every row says whom it is about, and falls under that dossier.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import Merksoort, Onveiligheid
from samendoen.kernel.api import Klasse, Wet

MERKSOORTEN = {
    Merksoort.AGRESSIE: _("Agressie"),
    Merksoort.VEILIGHEID: _("Onveilige situatie"),
}
OORDELEN_VEILIGHEID = {
    Onveiligheid.ACUUT: _("Acuut onveilig"),
    Onveiligheid.STRUCTUREEL: _("Structureel onveilig"),
    Onveiligheid.GEEN: _("Niet onveilig"),
}


class Veiligheidsmerk(models.Model):
    """A warning about somebody: what to do (`instructie`), why, who decided, through which day (`tot`).

    It ends by itself after that day, or sooner (`opgeheven_op`).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "soort": Klasse.BIJZONDER,
        "instructie": Klasse.BIJZONDER,
        "reden": Klasse.BIJZONDER,
        "besloten_door": Klasse.MEDEWERKER,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "opgeheven_op": Klasse.GEEN,
        "reden_opheffen": Klasse.BIJZONDER,
    }
    # Made by the client: the same form sent twice is one mark.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="merken")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=keuzes(MERKSOORTEN))
    instructie = models.TextField(_("Wat moet een collega doen?"), blank=True)
    reden = models.TextField(_("Waarom?"), blank=True)
    besloten_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    van = models.DateField(_("Vanaf"))
    tot = models.DateField(_("Tot en met"))
    opgeheven_op = models.DateField(null=True)
    reden_opheffen = models.TextField(_("Waarom niet meer?"), blank=True)

    class Meta:
        verbose_name = _("veiligheidsmerk")
        verbose_name_plural = _("veiligheidsmerken")
        constraints = (
            models.CheckConstraint(name="merk_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="merk_soort", condition=Q(soort__in=codes(Merksoort))),
            models.CheckConstraint(name="merk_periode", condition=Q(tot__gte=F("van"))),
        )
        indexes = (
            models.Index(fields=["inwoner"], condition=Q(opgeheven_op__isnull=True), name="merk_inwoner"),
            models.Index(fields=["tot"], condition=Q(opgeheven_op__isnull=True), name="merk_einde"),
        )

    def __str__(self) -> str:
        return f"merk {self.pk}"


class Veiligheidstaxatie(models.Model):
    """How safe a professional judged somebody to be on a day, in which words, and when to look again."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "oordeel": Klasse.BIJZONDER,
        "woorden": Klasse.BIJZONDER,
        "op": Klasse.GEEN,
        "opnieuw_op": Klasse.GEEN,
        "door": Klasse.MEDEWERKER,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="taxaties")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    oordeel = models.CharField(max_length=20, choices=keuzes(OORDELEN_VEILIGHEID))
    woorden = models.TextField(_("Waar blijkt dat uit?"), blank=True)
    op = models.DateField(_("Op"))
    opnieuw_op = models.DateField(_("Opnieuw kijken op"), null=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("veiligheidstaxatie")
        verbose_name_plural = _("veiligheidstaxaties")
        constraints = (
            models.CheckConstraint(name="taxatie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="taxatie_oordeel", condition=Q(oordeel__in=codes(Onveiligheid))),
            # Danger is looked at again.
            models.CheckConstraint(
                name="taxatie_opnieuw",
                condition=Q(opnieuw_op__isnull=True, oordeel=Onveiligheid.GEEN.value)
                | Q(opnieuw_op__gt=F("op")),
            ),
        )
        indexes = (
            models.Index(fields=["casus", "inwoner", "-op", "-id"], name="taxatie_laatste"),
            models.Index(
                fields=["opnieuw_op"], condition=Q(opnieuw_op__isnull=False), name="taxatie_opnieuw_op"
            ),
        )

    def __str__(self) -> str:
        return f"taxatie {self.pk}"

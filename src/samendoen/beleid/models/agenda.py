"""What is done in a year: activities, their lights and their account."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import REGEL_PRIVACY, Doelstelling, Planregel, gevuld
from samendoen.beleid.rules import Aspect, Kleur
from samendoen.kernel.api import Klasse

ASPECTEN = {
    Aspect.KWALITEIT: _("kwaliteit"),
    Aspect.TIJD: _("tijd"),
    Aspect.GELD: _("geld"),
    Aspect.RESULTAAT: _("resultaat"),
}
KLEUREN = {
    Kleur.GROEN: _("Groen: op koers"),
    Kleur.ORANJE: _("Oranje: let op"),
    Kleur.ROOD: _("Rood: bijsturen"),
    Kleur.ONBEKEND: _("Nog niet bekend"),
}


class Activiteit(Planregel):
    """What somebody does this year for a goal, and the result that was promised."""

    privacy: ClassVar[dict[str, Klasse]] = REGEL_PRIVACY | {
        "id": Klasse.SLEUTEL,
        "doelstelling": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "resultaat": Klasse.GEEN,
        "partners": Klasse.GEEN,
        "adviezen": Klasse.GEEN,
        "eigenaar": Klasse.SLEUTEL,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    doelstelling = models.ForeignKey(Doelstelling, on_delete=models.PROTECT, related_name="activiteiten")
    code = models.CharField(max_length=60)
    titel = models.CharField(_("Activiteit"), max_length=200)
    resultaat = models.TextField(_("Beloofd resultaat"))
    # Names of organisations, never of people.
    partners = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    # How it should go on, as the document gives it, per result.
    adviezen = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    # Who gives the account of it: a colleague.
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")
        constraints = (
            models.UniqueConstraint(name="activiteit_code", fields=["doelstelling", "code"]),
            gevuld("activiteit", "titel"),
            gevuld("activiteit", "resultaat"),
            gevuld("activiteit", "bron"),
        )

    def __str__(self) -> str:
        return self.code


class Verantwoording(models.Model):
    """The account of an activity as it was written on a day; the newest one counts, the others stay.

    `bron` names the document where it comes from one. Without `gepubliceerd_op` only who works on it may
    read it. It is never changed: other words are another row.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "activiteit": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "door": Klasse.SLEUTEL,
        "geschreven_op": Klasse.GEEN,
        "gepubliceerd_op": Klasse.GEEN,
    }
    activiteit = models.ForeignKey(Activiteit, on_delete=models.PROTECT, related_name="verantwoordingen")
    op = models.DateField()
    tekst = models.TextField(_("Verantwoording"))
    bron = models.CharField(max_length=300, blank=True)
    # Who wrote it, and at what moment; None: it was read in.
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField(null=True)
    gepubliceerd_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("verantwoording")
        verbose_name_plural = _("verantwoordingen")
        constraints = (gevuld("verantwoording", "tekst"),)
        indexes = (models.Index(fields=["activiteit", "-op", "-id"], name="verantwoording_nieuwste"),)

    def __str__(self) -> str:
        return f"verantwoording {self.pk}"


class Stand(models.Model):
    """A light as it was set: about what, which colour, for which day and why. It is never changed;
    a later one takes its place. `synthetisch`: made up for the demo, in no document. Without
    `gepubliceerd_op` only who works on it may see it."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "activiteit": Klasse.SLEUTEL,
        "aspect": Klasse.GEEN,
        "kleur": Klasse.GEEN,
        "peildatum": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "synthetisch": Klasse.GEEN,
        "door": Klasse.SLEUTEL,
        "gepubliceerd_op": Klasse.GEEN,
    }
    activiteit = models.ForeignKey(Activiteit, on_delete=models.PROTECT, related_name="standen")
    aspect = models.CharField(max_length=20, choices=[(a.value, naam) for a, naam in ASPECTEN.items()])
    kleur = models.CharField(max_length=20, choices=[(k.value, naam) for k, naam in KLEUREN.items()])
    peildatum = models.DateField()
    toelichting = models.TextField(_("Waarom"), blank=True)
    synthetisch = models.BooleanField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    gepubliceerd_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("stand")
        verbose_name_plural = _("standen")
        constraints = (
            models.CheckConstraint(name="stand_aspect", condition=Q(aspect__in=list(Aspect))),
            models.CheckConstraint(name="stand_kleur", condition=Q(kleur__in=list(Kleur))),
            # A light that asks attention says why.
            models.CheckConstraint(
                name="stand_toelichting_gevuld", condition=Q(kleur=Kleur.GROEN) | ~Q(toelichting="")
            ),
        )
        indexes = (models.Index(fields=["activiteit", "aspect", "-peildatum", "-id"], name="stand_nieuwste"),)

    def __str__(self) -> str:
        return f"{self.aspect} {self.kleur}"

"""What keeps a plan up through the year: changes with their words, offers to publish, days of reporting."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.agenda import Activiteit, Verantwoording
from samendoen.beleid.models.plan import Plan, gevuld
from samendoen.beleid.rules.jaar import Aanbodstaat, Regelsoort
from samendoen.kernel.api import Klasse

OPEN = Q(staat=Aanbodstaat.OPEN.value)


class Planwijziging(models.Model):
    """What one change did to one field of a theme, goal or activity, in words: before, after and why.

    It is never changed. `regel` is the number of the row that `regelsoort` names.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "regelsoort": Klasse.GEEN,
        "regel": Klasse.SLEUTEL,
        "versie": Klasse.GEEN,
        "veld": Klasse.GEEN,
        "oud": Klasse.GEEN,
        "nieuw": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "door": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="wijzigingen")
    regelsoort = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Regelsoort])
    regel = models.BigIntegerField()
    versie = models.PositiveIntegerField()
    veld = models.CharField(max_length=30)
    oud = models.TextField(blank=True)
    nieuw = models.TextField(blank=True)
    reden = models.TextField(blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("wijziging van een plan")
        verbose_name_plural = _("wijzigingen van een plan")
        constraints = (
            models.CheckConstraint(
                name="planwijziging_regelsoort", condition=Q(regelsoort__in=list(Regelsoort))
            ),
        )
        indexes = (models.Index(fields=["regelsoort", "regel", "-id"], name="planwijziging_regel"),)

    def __str__(self) -> str:
        return f"{self.regelsoort} {self.regel} {self.veld}"


class Aanbieding(models.Model):
    """An account with the lights beside it, offered for publication to somebody else than who made them."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "activiteit": Klasse.SLEUTEL,
        "tekst": Klasse.SLEUTEL,
        "standen": Klasse.SLEUTEL,
        "staat": Klasse.GEEN,
        "door": Klasse.SLEUTEL,
        "aangeboden_op": Klasse.GEEN,
        "beoordelaar": Klasse.SLEUTEL,
        "beoordeeld_op": Klasse.GEEN,
        "opmerking": Klasse.GEEN,
    }
    activiteit = models.ForeignKey(Activiteit, on_delete=models.PROTECT, related_name="aanbiedingen")
    tekst = models.ForeignKey(Verantwoording, on_delete=models.PROTECT, related_name="aanbiedingen")
    # The newest light of every aspect, by number, as it was when this was offered.
    standen = ArrayField(models.BigIntegerField())
    staat = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Aanbodstaat])
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    aangeboden_op = models.DateTimeField()
    beoordelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    beoordeeld_op = models.DateTimeField(null=True)
    # What the writer must know when it comes back, or why it was taken off again.
    opmerking = models.TextField(blank=True)

    class Meta:
        verbose_name = _("aanbieding")
        verbose_name_plural = _("aanbiedingen")
        constraints = (
            models.UniqueConstraint(name="aanbieding_een_open", fields=["activiteit"], condition=OPEN),
            models.CheckConstraint(name="aanbieding_staat", condition=Q(staat__in=list(Aanbodstaat))),
            # Four eyes, in the database too: nobody judges what they offered themselves.
            models.CheckConstraint(
                name="aanbieding_vier_ogen",
                condition=~Q(staat=Aanbodstaat.GOEDGEKEURD.value)
                | Q(door__isnull=True)
                | Q(beoordelaar__isnull=True)
                | ~Q(door=models.F("beoordelaar")),
            ),
        )
        indexes = (models.Index(fields=["activiteit", "-id"], name="aanbieding_nieuwste"),)

    def __str__(self) -> str:
        return f"aanbieding {self.pk}"


class Rapportdag(models.Model):
    """A day on which a plan reports: by then every activity has its lights and its account.

    So many days before, the owner gets a task (`dagen_vooraf`), and so many days before a reminder
    (`dagen_herinnering`); the day after it goes to the adviser.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "titel": Klasse.GEEN,
        "dag": Klasse.GEEN,
        "dagen_vooraf": Klasse.GEEN,
        "dagen_herinnering": Klasse.GEEN,
        "adviseur": Klasse.SLEUTEL,
        "vervallen_op": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rapportdagen")
    kenmerk = models.UUIDField(unique=True)
    titel = models.CharField(max_length=120)
    dag = models.DateField()
    dagen_vooraf = models.PositiveSmallIntegerField()
    dagen_herinnering = models.PositiveSmallIntegerField()
    adviseur = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    vervallen_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("rapportdag")
        verbose_name_plural = _("rapportdagen")
        constraints = (
            gevuld("rapportdag", "titel"),
            models.UniqueConstraint(
                name="rapportdag_eenmaal", fields=["plan", "dag"], condition=Q(vervallen_op__isnull=True)
            ),
            models.CheckConstraint(
                name="rapportdag_herinnering", condition=Q(dagen_herinnering__lte=models.F("dagen_vooraf"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} {self.dag}"

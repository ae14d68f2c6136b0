"""What the council asked and was promised beside a goal, and money that cannot be stopped at once."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.begroting import Begrotingsregel
from samendoen.beleid.models.plan import Doelstelling, gevuld
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat
from samendoen.kernel.api import Klasse

BELOFTESOORTEN = {
    Beloftesoort.MOTIE: _("Motie"),
    Beloftesoort.AMENDEMENT: _("Amendement"),
    Beloftesoort.TOEZEGGING: _("Toezegging"),
}


class Belofte(models.Model):
    """A motion, an amendment or a promise behind a goal: from which day, by when, and what came of it."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "doel": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "gedaan_op": Klasse.GEEN,
        "uiterlijk": Klasse.GEEN,
        "staat": Klasse.GEEN,
        "beeindigd_op": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    doel = models.ForeignKey(Doelstelling, on_delete=models.PROTECT, related_name="beloften")
    soort = models.CharField(max_length=20, choices=[(s.value, naam) for s, naam in BELOFTESOORTEN.items()])
    titel = models.CharField(max_length=200)
    tekst = models.TextField(blank=True)
    gedaan_op = models.DateField()
    uiterlijk = models.DateField(null=True)
    staat = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Beloftestaat])
    beeindigd_op = models.DateField(null=True)
    uitkomst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("motie of toezegging")
        verbose_name_plural = _("moties en toezeggingen")
        constraints = (
            models.CheckConstraint(name="belofte_soort", condition=Q(soort__in=list(Beloftesoort))),
            models.CheckConstraint(
                name="belofte_einde_zegt_wat",
                condition=Q(staat=Beloftestaat.OPEN, beeindigd_op__isnull=True, uitkomst="")
                | Q(staat__in=[Beloftestaat.AFGEDAAN, Beloftestaat.VERVALLEN], beeindigd_op__isnull=False)
                & ~Q(uitkomst=""),
            ),
            gevuld("belofte", "titel"),
        )
        indexes = (models.Index(fields=["doel", "staat"], name="belofte_bij_doel"),)

    def __str__(self) -> str:
        return self.titel


class Verplichting(models.Model):
    """Money of a line of the budget that is promised to somebody, by contract or decision of subsidy.

    `opzegtermijn` in whole months; None: it cannot be ended before `tot`. A wrong one is taken back.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "regel": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "per_jaar_eurocent": Klasse.GEEN,
        "vanaf": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "opzegtermijn": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="verplichtingen")
    # What it is and with which organisation; never a person.
    naam = models.CharField(max_length=200)
    per_jaar_eurocent = models.BigIntegerField()
    vanaf = models.DateField()
    tot = models.DateField(null=True)
    opzegtermijn = models.PositiveSmallIntegerField(null=True)
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("verplichting")
        verbose_name_plural = _("verplichtingen")
        constraints = (
            models.CheckConstraint(name="verplichting_bedrag", condition=Q(per_jaar_eurocent__gt=0)),
            models.CheckConstraint(
                name="verplichting_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf"))
            ),
            # Without an end and without notice nobody could ever stop it.
            models.CheckConstraint(
                name="verplichting_eindigt",
                condition=Q(tot__isnull=False) | Q(opzegtermijn__isnull=False),
            ),
            gevuld("verplichting", "naam"),
        )

    def __str__(self) -> str:
        return self.naam

"""Initiatives with their judgement, moments and decision; the villages' subsidy budget."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.begroting import Begrotingsregel
from samendoen.beleid.models.plan import Doelstelling, Plan, gevuld
from samendoen.beleid.rules.initiatief import Besluit, Initiatiefstaat, Uitkomst
from samendoen.kernel.api import Klasse

STATEN = {
    Initiatiefstaat.TOETS: _("In de toets"),
    Initiatiefstaat.LOOPT: _("Loopt"),
    Initiatiefstaat.AFGEWEZEN: _("Afgewezen"),
    Initiatiefstaat.BESLOTEN: _("Afgerond"),
}
UITKOMSTEN = {
    Uitkomst.VOLDOET: _("Voldoet"),
    Uitkomst.NIET: _("Voldoet niet"),
    Uitkomst.UITWERKEN: _("Nog uit te werken"),
}
BESLUITEN = {
    Besluit.STRUCTUREEL: _("Structureel: het krijgt vast geld"),
    Besluit.STOPPEN: _("Stoppen"),
    Besluit.AANBESTEDEN: _("Aanbesteden: de opdracht gaat de markt op"),
}


class Initiatief(models.Model):
    """An initiative: what it wants, for how much and how long, and what was agreed to judge it by.

    `indiener` is an organisation or a group, never a person. `regel` and `jaar`: which money it is of.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "doel": Klasse.SLEUTEL,
        "eigenaar": Klasse.SLEUTEL,
        "regel": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "indiener": Klasse.GEEN,
        "omschrijving": Klasse.GEEN,
        "dorp": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "bedrag_eurocent": Klasse.GEEN,
        "jaar": Klasse.GEEN,
        "beoogd": Klasse.GEEN,
        "gronden": Klasse.GEEN,
        "staat": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "besluit": Klasse.GEEN,
        "zaak": Klasse.GEEN,
        "raad": Klasse.GEEN,
        "besteed_eurocent": Klasse.GEEN,
        "ingediend_op": Klasse.GEEN,
        "versie": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="initiatieven")
    doel = models.ForeignKey(Doelstelling, null=True, on_delete=models.PROTECT, related_name="initiatieven")
    # Who keeps it here, and gets the tasks.
    eigenaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    regel = models.ForeignKey(Begrotingsregel, on_delete=models.PROTECT, related_name="initiatieven")
    naam = models.CharField(max_length=200)
    indiener = models.CharField(max_length=120)
    omschrijving = models.TextField(blank=True)
    dorp = models.CharField(max_length=120, blank=True)
    van = models.DateField()
    tot = models.DateField()
    bedrag_eurocent = models.BigIntegerField()
    jaar = models.PositiveSmallIntegerField()
    beoogd = models.TextField(blank=True)
    gronden = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    staat = models.CharField(max_length=20, choices=[(s.value, n) for s, n in STATEN.items()])
    # Why it was refused, decided so, or taken back.
    reden = models.TextField(blank=True)
    besluit = models.CharField(max_length=20, blank=True)
    zaak = models.TextField(blank=True)
    raad = models.CharField(max_length=200, blank=True)
    besteed_eurocent = models.BigIntegerField(null=True)
    ingediend_op = models.DateField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("initiatief")
        verbose_name_plural = _("initiatieven")
        constraints = (
            models.CheckConstraint(name="initiatief_staat", condition=Q(staat__in=list(Initiatiefstaat))),
            models.CheckConstraint(name="initiatief_begrensd", condition=Q(tot__gte=F("van"))),
            models.CheckConstraint(name="initiatief_bedrag", condition=Q(bedrag_eurocent__gt=0)),
            models.CheckConstraint(
                name="initiatief_besloten",
                condition=Q(staat=Initiatiefstaat.BESLOTEN.value, besteed_eurocent__isnull=False)
                & Q(besluit__in=list(Besluit))
                | ~Q(staat=Initiatiefstaat.BESLOTEN.value) & Q(besluit="", besteed_eurocent__isnull=True),
            ),
            gevuld("initiatief", "naam"),
        )
        indexes = (models.Index(fields=["regel", "jaar", "staat"], name="initiatief_geld"),)

    def __str__(self) -> str:
        return f"initiatief {self.pk}"


class Toetsregel(models.Model):
    """How one condition was judged on a day, with the words; the newest counts, it is never changed."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "initiatief": Klasse.SLEUTEL,
        "voorwaarde": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "op": Klasse.GEEN,
    }
    initiatief = models.ForeignKey(Initiatief, on_delete=models.PROTECT, related_name="toetsen")
    voorwaarde = models.CharField(max_length=60)
    uitkomst = models.CharField(max_length=20, choices=[(u.value, n) for u, n in UITKOMSTEN.items()])
    toelichting = models.TextField()
    op = models.DateField()

    class Meta:
        verbose_name = _("toetsregel")
        verbose_name_plural = _("toetsregels")
        constraints = (
            models.CheckConstraint(name="toetsregel_uitkomst", condition=Q(uitkomst__in=list(Uitkomst))),
            gevuld("toetsregel", "toelichting"),
        )
        indexes = (models.Index(fields=["initiatief", "voorwaarde", "-id"], name="toetsregel_nieuwste"),)

    def __str__(self) -> str:
        return f"{self.voorwaarde} {self.uitkomst}"


class Evaluatiemoment(models.Model):
    """A day that was agreed at the start to look back on; what was found when that was done."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "initiatief": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "gehouden_op": Klasse.GEEN,
        "bevinding": Klasse.GEEN,
    }
    initiatief = models.ForeignKey(Initiatief, on_delete=models.PROTECT, related_name="momenten")
    op = models.DateField()
    gehouden_op = models.DateField(null=True)
    bevinding = models.TextField(blank=True)

    class Meta:
        verbose_name = _("evaluatiemoment")
        verbose_name_plural = _("evaluatiemomenten")
        constraints = (
            models.UniqueConstraint(name="evaluatiemoment_dag", fields=["initiatief", "op"]),
            models.CheckConstraint(
                name="evaluatiemoment_bevinding",
                condition=Q(gehouden_op__isnull=True, bevinding="")
                | Q(gehouden_op__isnull=False) & ~Q(bevinding=""),
            ),
        )

    def __str__(self) -> str:
        return f"evaluatie {self.op}"


class Dorpsbudget(models.Model):
    """The subsidy money of a year for small initiatives in the villages."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "jaar": Klasse.GEEN,
        "eurocent": Klasse.GEEN,
        "verdeeld_op": Klasse.GEEN,
    }
    jaar = models.PositiveSmallIntegerField(unique=True)
    eurocent = models.BigIntegerField()
    verdeeld_op = models.DateField()

    class Meta:
        verbose_name = _("dorpsbudget")
        verbose_name_plural = _("dorpsbudgetten")
        constraints = (models.CheckConstraint(name="dorpsbudget_bedrag", condition=Q(eurocent__gt=0)),)

    def __str__(self) -> str:
        return f"dorpsbudget {self.jaar}"


class Dorpsdeel(models.Model):
    """The share of a village, and the number of inhabitants it rests on. Never typed: always computed."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "budget": Klasse.SLEUTEL,
        "dorp": Klasse.GEEN,
        "inwoners": Klasse.GEEN,
        "eurocent": Klasse.GEEN,
    }
    budget = models.ForeignKey(Dorpsbudget, on_delete=models.PROTECT, related_name="delen")
    dorp = models.CharField(max_length=120)
    inwoners = models.PositiveIntegerField()
    eurocent = models.BigIntegerField()

    class Meta:
        verbose_name = _("deel van een dorp")
        verbose_name_plural = _("delen van dorpen")
        constraints = (models.UniqueConstraint(name="dorpsdeel_eenmaal", fields=["budget", "dorp"]),)

    def __str__(self) -> str:
        return self.dorp


class Dorpsuitgave(models.Model):
    """What a village spent of its share. A mistake is withdrawn, never changed."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "deel": Klasse.SLEUTEL,
        "omschrijving": Klasse.GEEN,
        "eurocent": Klasse.GEEN,
        "op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    deel = models.ForeignKey(Dorpsdeel, on_delete=models.PROTECT, related_name="uitgaven")
    omschrijving = models.CharField(max_length=200)
    eurocent = models.BigIntegerField()
    op = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("uitgave van een dorp")
        verbose_name_plural = _("uitgaven van dorpen")
        constraints = (
            models.CheckConstraint(name="dorpsuitgave_bedrag", condition=Q(eurocent__gt=0)),
            gevuld("dorpsuitgave", "omschrijving"),
        )

    def __str__(self) -> str:
        return f"uitgave {self.pk}"

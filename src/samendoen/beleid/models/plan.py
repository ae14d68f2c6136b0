"""Plan, its parts, themes and goals."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.rules import DRIE, Deelsoort
from samendoen.kernel.api import Klasse

HASH = "^[0-9a-f]{64}$"
DEELSOORTEN = {Deelsoort.BELEIDSPLAN: _("Beleidsplan"), Deelsoort.JAARAGENDA: _("Jaaragenda")}


def drie_aspecten() -> list[str]:
    """Return the lights that an agenda has unless its plan says otherwise."""
    return [aspect.value for aspect in DRIE]


def gevuld(model: str, veld: str) -> models.CheckConstraint:
    """Return the constraint that a text is not empty."""
    return models.CheckConstraint(name=f"{model}_{veld}_gevuld", condition=~Q(**{veld: ""}))


# What a line of a plan has so that it can be kept up: who made it on screen, which version, whether it ended.
REGEL_PRIVACY: dict[str, Klasse] = {
    "kenmerk": Klasse.SLEUTEL,
    "versie": Klasse.GEEN,
    "beeindigd_op": Klasse.GEEN,
    "beeindigd_reden": Klasse.GEEN,
}


class Planregel(models.Model):
    """What a theme, a goal and an activity have in common: it is changed, ended and restored, never deleted.

    `kenmerk` is that of who added it on screen; None: it was read in.
    """

    kenmerk = models.UUIDField(null=True, unique=True)
    versie = models.PositiveIntegerField(default=1)
    beeindigd_op = models.DateField(null=True)
    beeindigd_reden = models.TextField(blank=True)

    class Meta:
        abstract = True


class Plan(models.Model):
    """What a municipality wants with its social domain, over the years."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "gemeente": Klasse.GEEN,
        "definitie": Klasse.GEEN,
        "geimporteerd_op": Klasse.GEEN,
    }
    code = models.SlugField(_("Code"), max_length=60, unique=True)
    titel = models.CharField(_("Titel"), max_length=200)
    # The name only: a database may also show the plan of another municipality, as the demo does.
    gemeente = models.CharField(_("Gemeente"), max_length=120)
    # SHA-256 of the definition file as it was imported.
    definitie = models.CharField(max_length=64)
    geimporteerd_op = models.DateField()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        constraints = (
            gevuld("plan", "titel"),
            models.CheckConstraint(name="plan_definitie", condition=Q(definitie__regex=HASH)),
        )

    def __str__(self) -> str:
        return self.code


class Onderdeel(models.Model):
    """A part of a plan: the policy plan itself, or the agenda of one year."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "jaar": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "aspecten": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="onderdelen")
    code = models.CharField(max_length=60)
    soort = models.CharField(max_length=20, choices=[(s.value, naam) for s, naam in DEELSOORTEN.items()])
    titel = models.CharField(max_length=200)
    jaar = models.PositiveSmallIntegerField()
    volgorde = models.PositiveSmallIntegerField()
    # What its lights are about; as its document has them.
    aspecten = ArrayField(models.CharField(max_length=20), default=drie_aspecten)
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("onderdeel")
        verbose_name_plural = _("onderdelen")
        constraints = (
            models.UniqueConstraint(name="onderdeel_code", fields=["plan", "code"]),
            models.CheckConstraint(name="onderdeel_soort", condition=Q(soort__in=list(Deelsoort))),
            gevuld("onderdeel", "bron"),
        )

    def __str__(self) -> str:
        return self.code


class Thema(Planregel):
    """A theme: goals that belong together."""

    privacy: ClassVar[dict[str, Klasse]] = REGEL_PRIVACY | {
        "id": Klasse.SLEUTEL,
        "onderdeel": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
    }
    onderdeel = models.ForeignKey(Onderdeel, on_delete=models.PROTECT, related_name="themas")
    code = models.CharField(max_length=60)
    titel = models.CharField(max_length=200)
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        constraints = (
            models.UniqueConstraint(name="thema_code", fields=["onderdeel", "code"]),
            gevuld("thema", "titel"),
            gevuld("thema", "bron"),
        )

    def __str__(self) -> str:
        return self.code


class Doelstelling(Planregel):
    """What is to be reached. `dient`: the goals of another part that it serves."""

    privacy: ClassVar[dict[str, Klasse]] = REGEL_PRIVACY | {
        "id": Klasse.SLEUTEL,
        "thema": Klasse.SLEUTEL,
        "code": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "tevreden_als": Klasse.GEEN,
        "tellen": Klasse.GEEN,
        "vertellen": Klasse.GEEN,
        "niveau": Klasse.GEEN,
        "indicatoren": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bron": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
        "dient": Klasse.SLEUTEL,
    }
    thema = models.ForeignKey(Thema, on_delete=models.PROTECT, related_name="doelen")
    code = models.CharField(max_length=60)
    titel = models.CharField(_("Doel"), max_length=200)
    tevreden_als = models.TextField(_("Wanneer zijn we tevreden?"), blank=True)
    # What is counted and what is told to know whether we are satisfied.
    tellen = ArrayField(models.TextField(), default=list, blank=True)
    vertellen = ArrayField(models.TextField(), default=list, blank=True)
    # The level of prevention it works on, in words; empty where a plan knows none.
    niveau = models.CharField(max_length=200, blank=True)
    # Codes of indicators of `cijfers`, in the order in which they were linked.
    indicatoren = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    volgorde = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=300)
    # What a reader of the source must know: that it names this goal in two ways, for one.
    toelichting = models.TextField(blank=True)
    dient = models.ManyToManyField("self", through="Doelkoppeling", symmetrical=False, related_name="gediend")

    class Meta:
        verbose_name = _("doelstelling")
        verbose_name_plural = _("doelstellingen")
        constraints = (
            models.UniqueConstraint(name="doelstelling_code", fields=["thema", "code"]),
            gevuld("doelstelling", "titel"),
            gevuld("doelstelling", "bron"),
        )

    def __str__(self) -> str:
        return self.code


class Doelkoppeling(models.Model):
    """That a goal serves another one. `aanname`: our reading; the documents do not say so."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "van": Klasse.SLEUTEL,
        "naar": Klasse.SLEUTEL,
        "aanname": Klasse.GEEN,
        "toelichting": Klasse.GEEN,
    }
    van = models.ForeignKey(Doelstelling, on_delete=models.PROTECT, related_name="koppelingen")
    naar = models.ForeignKey(Doelstelling, on_delete=models.PROTECT, related_name="gekoppeld")
    aanname = models.BooleanField()
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name = _("doelkoppeling")
        verbose_name_plural = _("doelkoppelingen")
        constraints = (
            models.UniqueConstraint(name="doelkoppeling_uniek", fields=["van", "naar"]),
            models.CheckConstraint(name="doelkoppeling_twee_doelen", condition=~Q(van=F("naar"))),
        )

    def __str__(self) -> str:
        return f"{self.van_id} dient {self.naar_id}"

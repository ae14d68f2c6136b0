"""Plan: versions of what a household wants to reach, and who does what for it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import MAATWERK, Actiestatus, Oordeel, Planstatus, Spreker
from samendoen.kaart.api import Ondersteuningsniveau
from samendoen.kernel.api import Klasse, Wet

PLANSTATUSSEN = {
    Planstatus.CONCEPT: _("Concept"),
    Planstatus.VASTGESTELD: _("Vastgesteld"),
    Planstatus.VERVANGEN: _("Vervangen door een nieuwe versie"),
    Planstatus.VERVALLEN: _("Weggegooid"),
}
ACTIESTATUSSEN = {
    Actiestatus.AFGESPROKEN: _("Afgesproken"),
    Actiestatus.GEDAAN: _("Gedaan"),
    Actiestatus.GESTOPT: _("Gestopt"),
}
SPREKERS = {
    Spreker.ZELF: _("De inwoner zelf"),
    Spreker.OUDERS: _("De ouders met gezag"),
    Spreker.VERTEGENWOORDIGER: _("De wettelijk vertegenwoordiger"),
}
# Who must agree, in words; `recht` says it in Dutch alone. Oneself alone needs no words.
BESLISSEN = {
    frozenset({Spreker.OUDERS}): _(
        "Onder de 12 jaar beslissen de ouders met gezag. Het kind krijgt wel uitleg die het begrijpt."
    ),
    frozenset({Spreker.OUDERS, Spreker.ZELF}): _(
        "Van 12 tot en met 15 jaar beslissen de jeugdige en de ouders met gezag samen."
    ),
    frozenset({Spreker.ZELF}): _("Vanaf 16 jaar beslist iemand zelf."),
}
OORDELEN = {Oordeel.AKKOORD: _("Eens met het plan"), Oordeel.NIET_AKKOORD: _("Niet eens met het plan")}


class Plan(models.Model):
    """One version of the household's plan. What is agreed does not change any more: a next version does."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "versie": Klasse.GEEN,
        "status": Klasse.GEEN,
        "opgesteld_op": Klasse.GEEN,
        "vastgesteld_op": Klasse.GEEN,
        "evaluatie_op": Klasse.GEEN,
    }
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="plannen")
    versie = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=20, choices=keuzes(PLANSTATUSSEN), default=Planstatus.CONCEPT.value)
    opgesteld_op = models.DateField()
    vastgesteld_op = models.DateField(null=True)
    evaluatie_op = models.DateField(_("Samen terugkijken op"), null=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        constraints = (
            models.UniqueConstraint(name="plan_versie", fields=["casus", "versie"]),
            models.UniqueConstraint(
                name="plan_een_concept", fields=["casus"], condition=Q(status=Planstatus.CONCEPT.value)
            ),
            models.UniqueConstraint(
                name="plan_een_vastgesteld",
                fields=["casus"],
                condition=Q(status=Planstatus.VASTGESTELD.value),
            ),
            models.CheckConstraint(
                name="plan_vastgesteld_is_heel",
                condition=Q(
                    status__in=codes([Planstatus.CONCEPT, Planstatus.VERVALLEN]), vastgesteld_op__isnull=True
                )
                | Q(
                    status__in=codes([Planstatus.VASTGESTELD, Planstatus.VERVANGEN]),
                    vastgesteld_op__isnull=False,
                    evaluatie_op__isnull=False,
                ),
            ),
        )
        indexes = (
            models.Index(
                fields=["evaluatie_op"],
                condition=Q(status=Planstatus.VASTGESTELD.value),
                name="plan_evaluatie",
            ),
        )

    def __str__(self) -> str:
        return f"plan {self.versie} van casus {self.casus_id}"


class Doel(models.Model):
    """A goal of one person on one life domain, in that person's words; `kenmerk` is the same in the next
    version. `tevreden_als` says when we are satisfied."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "leefgebied": Klasse.BIJZONDER,
        "tekst": Klasse.BIJZONDER,
        "tevreden_als": Klasse.BIJZONDER,
        "volgorde": Klasse.GEEN,
        "bijgewerkt_door": Klasse.MEDEWERKER,
        "bijgewerkt_op": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="doelen")
    kenmerk = models.UUIDField()
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    leefgebied = models.SlugField(_("Leefgebied"), max_length=60)
    tekst = models.TextField(_("Doel"), blank=True)
    tevreden_als = models.TextField(_("Wanneer zijn we tevreden?"), blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")
        constraints = (
            models.CheckConstraint(name="doel_wet", condition=Q(wet__in=Wet.values)),
            models.UniqueConstraint(name="doel_eenmaal", fields=["plan", "kenmerk"]),
        )

    def __str__(self) -> str:
        return f"doel {self.pk}"


class Actie(models.Model):
    """Who does what by when for a goal, on one level of the pyramid; `kenmerk` as that of a goal.

    Maatwerk says why the lighter levels do not suffice; the wall of that is in the rules (erasure empties
    the words).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "doel": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "niveau": Klasse.GEEN,
        "tekst": Klasse.BIJZONDER,
        "wie": Klasse.BIJZONDER,
        "niet_lichter": Klasse.BIJZONDER,
        "gemist": Klasse.BIJZONDER,
        "gemis_reden": Klasse.BIJZONDER,
        "aanbod": Klasse.SLEUTEL,
        "van": Klasse.GEEN,
        "uiterlijk": Klasse.GEEN,
        "status": Klasse.GEEN,
        "afgerond_op": Klasse.GEEN,
        "volgorde": Klasse.GEEN,
        "bijgewerkt_door": Klasse.MEDEWERKER,
        "bijgewerkt_op": Klasse.GEEN,
    }
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="acties")
    kenmerk = models.UUIDField()
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    niveau = models.CharField(
        _("Wie helpt"), max_length=20, choices=[(n.value, n.value) for n in Ondersteuningsniveau]
    )
    tekst = models.TextField(_("Wat spreken we af?"), blank=True)
    wie = models.CharField(_("Wie doet dit?"), max_length=200, blank=True)
    niet_lichter = models.TextField(_("Waarom is lichtere hulp niet genoeg?"), blank=True)
    # A lighter offer that would fit was not available: which kind, and why (codes of `definities/gemis`).
    gemist = models.SlugField(max_length=60, blank=True)
    gemis_reden = models.SlugField(max_length=60, blank=True)
    aanbod = models.ForeignKey("kaart.Aanbod", null=True, on_delete=models.PROTECT, related_name="+")
    van = models.DateField(null=True)
    uiterlijk = models.DateField(_("Uiterlijk"), null=True)
    status = models.CharField(
        max_length=20, choices=keuzes(ACTIESTATUSSEN), default=Actiestatus.AFGESPROKEN.value
    )
    afgerond_op = models.DateField(null=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("actie")
        verbose_name_plural = _("acties")
        constraints = (
            models.CheckConstraint(name="actie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="actie_niveau", condition=Q(niveau__in=codes(Ondersteuningsniveau))),
            models.CheckConstraint(
                name="actie_maatwerk_zonder_aanbod", condition=~Q(niveau=MAATWERK) | Q(aanbod__isnull=True)
            ),
            models.CheckConstraint(
                name="actie_afgerond_is_heel",
                condition=Q(status=Actiestatus.AFGESPROKEN.value, afgerond_op__isnull=True)
                | Q(status__in=codes([Actiestatus.GEDAAN, Actiestatus.GESTOPT]), afgerond_op__isnull=False),
            ),
            models.CheckConstraint(
                name="actie_gemis_is_heel",
                condition=Q(gemist="", gemis_reden="") | ~Q(gemist="") & ~Q(gemis_reden=""),
            ),
            models.UniqueConstraint(name="actie_eenmaal", fields=["doel", "kenmerk"]),
        )

    def __str__(self) -> str:
        return f"actie {self.pk}"


class Akkoord(models.Model):
    """What somebody says of a version of the plan: agreed, or where not and why. The last one counts."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "oordeel": Klasse.GEEN,
        "op": Klasse.GEEN,
        "gezegd_door": Klasse.GEEN,
        "toelichting": Klasse.BIJZONDER,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="akkoorden")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    oordeel = models.CharField(max_length=20, choices=keuzes(OORDELEN))
    op = models.DateField()
    # Codes of Spreker: for a child the parents speak, alone or together with it.
    gezegd_door = ArrayField(models.CharField(max_length=20, choices=keuzes(SPREKERS)))
    toelichting = models.TextField(_("Toelichting"), blank=True)

    class Meta:
        verbose_name = _("akkoord")
        verbose_name_plural = _("akkoorden")
        constraints = (
            models.CheckConstraint(name="akkoord_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="akkoord_oordeel", condition=Q(oordeel__in=codes(Oordeel))),
            models.CheckConstraint(
                name="akkoord_gezegd_door",
                condition=Q(gezegd_door__contained_by=codes(Spreker)) & ~Q(gezegd_door=[]),
            ),
            models.UniqueConstraint(name="akkoord_eenmaal", fields=["plan", "inwoner"]),
        )

    def __str__(self) -> str:
        return f"{self.oordeel} van {self.inwoner_id}"

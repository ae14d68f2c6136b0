"""Evaluation: a household looks back on its plan, goal by goal."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import codes, keuzes
from samendoen.casus.models.plan import Doel, Plan
from samendoen.casus.rules import Bereikt, Einde, Mate, Vervolg
from samendoen.kernel.api import Klasse, Wet

BEREIKT = {
    Bereikt.BEREIKT: _("Bereikt"),
    Bereikt.DEELS: _("Deels bereikt"),
    Bereikt.NIET: _("Niet bereikt"),
}
VERVOLG = {
    Vervolg.DOORGAAN: _("Doorgaan"),
    Vervolg.OPSCHALEN: _("Zwaardere hulp"),
    Vervolg.AFSCHALEN: _("Lichtere hulp"),
    Vervolg.STOPPEN: _("Stoppen"),
}
EINDES = {
    Einde.LOOPT: _("De hulp loopt nog"),
    Einde.VOLGENS_PLAN: _("Gestopt volgens plan"),
    Einde.IN_OVERLEG: _("Eerder gestopt, samen besloten"),
    Einde.DOOR_INWONER: _("Eerder gestopt door de inwoner"),
    Einde.DOOR_AANBIEDER: _("Eerder gestopt door wie hielp"),
    Einde.OMSTANDIGHEDEN: _("Gestopt door iets van buiten, zoals verhuizen"),
}
MATES = {Mate.JA: _("Ja"), Mate.DEELS: _("Deels"), Mate.NEE: _("Nee")}


class Evaluatie(models.Model):
    """That people looked back on a version of the plan, and when they do so again.

    It does not change any more: one recorded by mistake is withdrawn, and counts no longer.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "volgende_op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one evaluation.
    kenmerk = models.UUIDField(unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="evaluaties")
    op = models.DateField(_("Teruggekeken op"))
    volgende_op = models.DateField(_("Wanneer kijkt u weer terug?"))
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("evaluatie")
        verbose_name_plural = _("evaluaties")
        constraints = (
            models.CheckConstraint(name="evaluatie_volgende", condition=Q(volgende_op__gt=F("op"))),
        )

    def __str__(self) -> str:
        return f"evaluatie {self.pk}"


class Doeluitslag(models.Model):
    """What was said of one goal: how far it was reached, in whose words, and what is done next."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "evaluatie": Klasse.SLEUTEL,
        "doel": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "bereikt": Klasse.GEEN,
        "woorden": Klasse.BIJZONDER,
        "vervolg": Klasse.GEEN,
        "reden": Klasse.BIJZONDER,
    }
    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.PROTECT, related_name="doelen")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="uitslagen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    bereikt = models.CharField(max_length=20, choices=keuzes(BEREIKT))
    woorden = models.TextField(_("Wat vindt de inwoner ervan?"), blank=True)
    vervolg = models.CharField(max_length=20, choices=keuzes(VERVOLG))
    reden = models.TextField(_("Waarom?"), blank=True)

    class Meta:
        verbose_name = _("uitslag van een doel")
        verbose_name_plural = _("uitslagen van doelen")
        constraints = (
            models.CheckConstraint(name="doeluitslag_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="doeluitslag_bereikt", condition=Q(bereikt__in=codes(Bereikt))),
            models.CheckConstraint(name="doeluitslag_vervolg", condition=Q(vervolg__in=codes(Vervolg))),
            models.UniqueConstraint(name="doeluitslag_eenmaal", fields=["evaluatie", "doel"]),
        )

    def __str__(self) -> str:
        return f"doel {self.doel_id}: {self.bereikt}"


class Uitkomst(models.Model):
    """The outcome of the help for one person: drop-out, satisfaction, and of a young person the rest of the
    national criteria. Whether goals were reached stands with the goals."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "evaluatie": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "einde": Klasse.GEEN,
        "cijfer": Klasse.GEEN,
        "zonder_hulp": Klasse.GEEN,
        "minder_problemen": Klasse.GEEN,
    }
    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.PROTECT, related_name="uitkomsten")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    einde = models.CharField(max_length=20, choices=keuzes(EINDES), default=Einde.LOOPT.value)
    cijfer = models.PositiveSmallIntegerField(null=True)
    zonder_hulp = models.CharField(max_length=10, choices=keuzes(MATES), blank=True)
    minder_problemen = models.CharField(max_length=10, choices=keuzes(MATES), blank=True)

    class Meta:
        verbose_name = _("uitkomst")
        verbose_name_plural = _("uitkomsten")
        constraints = (
            models.CheckConstraint(name="uitkomst_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="uitkomst_einde", condition=Q(einde__in=codes(Einde))),
            models.CheckConstraint(
                name="uitkomst_cijfer",
                condition=Q(cijfer__isnull=True) | Q(cijfer__gte=1, cijfer__lte=10),
            ),
            models.CheckConstraint(
                name="uitkomst_mates",
                condition=Q(zonder_hulp__in=["", *codes(Mate)], minder_problemen__in=["", *codes(Mate)]),
            ),
            models.UniqueConstraint(name="uitkomst_eenmaal", fields=["evaluatie", "inwoner"]),
        )

    def __str__(self) -> str:
        return f"uitkomst voor {self.inwoner_id}: {self.einde}"

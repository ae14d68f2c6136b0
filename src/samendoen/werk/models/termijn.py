"""Termijn: a running legal clock, with what stopped it and what moved it."""

from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.fields.ranges import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.recht.api import Grond
from samendoen.werk.rules import Termijnstatus, Verdagingsreden

LOOPT = Q(status=Termijnstatus.LOOPT.value)
AFGEROND = (Termijnstatus.GEHAALD, Termijnstatus.GEMIST)


def codes(keuzes: type[StrEnum]) -> list[str]:
    """Return the plain codes: migrations keep values, not our classes."""
    return [keuze.value for keuze in keuzes]


def een_eigenaar() -> Q:
    """Return the condition that exactly one of group and user is filled."""
    return Q(groep__isnull=False, gebruiker__isnull=True) | Q(groep__isnull=True, gebruiker__isnull=False)


class Termijn(models.Model):
    """A legal clock. Its last day is always what `recht` computes from start, suspensions, extensions."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "grondslag": Klasse.GEEN,
        "start": Klasse.GEEN,
        "onderwerp_soort": Klasse.GEEN,
        "onderwerp_id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "groep": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "bij_sinds": Klasse.GEEN,
        "uiterste_datum": Klasse.GEEN,
        "nadert_op": Klasse.GEEN,
        "geschorst_vanaf": Klasse.GEEN,
        "status": Klasse.GEEN,
        "gehaald_op": Klasse.GEEN,
    }
    soort = models.CharField(max_length=40)
    grondslag = models.CharField(max_length=120)
    start = models.DateField()
    onderwerp_soort = models.CharField(max_length=60)
    onderwerp_id = models.BigIntegerField()
    dossier = models.ForeignKey("kernel.Dossier", null=True, on_delete=models.PROTECT, related_name="+")
    groep = models.ForeignKey(
        "kernel.Groep", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # Since when it lies with this group or user.
    bij_sinds = models.DateField()
    uiterste_datum = models.DateField()
    # From this day it asks for attention; moves with the last day.
    nadert_op = models.DateField()
    # Begin of the suspension that has not ended; then the last day is the earliest possible.
    geschorst_vanaf = models.DateField(null=True)
    status = models.CharField(max_length=12, default=Termijnstatus.LOOPT.value)
    gehaald_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("termijn")
        verbose_name_plural = _("termijnen")
        constraints = (
            models.CheckConstraint(name="termijn_een_eigenaar", condition=een_eigenaar()),
            models.CheckConstraint(name="termijn_status", condition=Q(status__in=codes(Termijnstatus))),
            models.CheckConstraint(
                name="termijn_afgerond_is_heel",
                condition=Q(
                    status=Termijnstatus.GEHAALD.value,
                    gehaald_op__isnull=False,
                    gehaald_op__lte=F("uiterste_datum"),
                )
                | Q(
                    status=Termijnstatus.GEMIST.value,
                    gehaald_op__isnull=False,
                    gehaald_op__gt=F("uiterste_datum"),
                )
                | Q(
                    status__in=[Termijnstatus.LOOPT.value, Termijnstatus.VERVALLEN.value],
                    gehaald_op__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="termijn_gehaald_na_start",
                condition=Q(gehaald_op__isnull=True) | Q(gehaald_op__gte=F("start")),
            ),
            models.CheckConstraint(
                name="termijn_uiterste_na_start", condition=Q(uiterste_datum__gte=F("start"))
            ),
            models.CheckConstraint(
                name="termijn_nadert_voor_uiterste",
                condition=Q(nadert_op__gte=F("start"), nadert_op__lte=F("uiterste_datum")),
            ),
            models.UniqueConstraint(
                name="termijn_loopt_eenmaal",
                fields=["onderwerp_soort", "onderwerp_id", "soort"],
                condition=LOOPT,
            ),
        )
        indexes = (
            models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="termijn_onderwerp"),
            models.Index(fields=["uiterste_datum"], condition=LOOPT, name="termijn_uiterste"),
            models.Index(
                fields=["nadert_op"], condition=LOOPT & Q(geschorst_vanaf=None), name="termijn_nadert"
            ),
            models.Index(fields=["groep", "uiterste_datum"], condition=LOOPT, name="termijn_groep"),
            models.Index(fields=["gebruiker", "uiterste_datum"], condition=LOOPT, name="termijn_gebruiker"),
        )

    def __str__(self) -> str:
        return f"{self.soort} van {self.onderwerp_soort} {self.onderwerp_id}"


class Enkel(Func):
    """A range with one number in it: equality for a gist index without extensions."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, '[]')"

    def __init__(self, veld: str, **extra: Any) -> None:
        super().__init__(F(veld), F(veld), **extra)


class Periode(Func):
    """The days of a suspension; without end: for ever."""

    function = "daterange"
    output_field = DateRangeField()


class Schorsing(models.Model):
    """A period in which a clock stands still, as `recht.Schorsing`: with `aanvulling` from the day of the
    invitation until that of the supplement, else both days included (Awb art. 4:15)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "termijn": Klasse.SLEUTEL,
        "sleutel": Klasse.SLEUTEL,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "hersteltermijn": Klasse.GEEN,
        "reden": Klasse.GEEN,
    }
    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="schorsingen")
    # Made by the client: the same form sent twice is one suspension.
    sleutel = models.UUIDField()
    van = models.DateField()
    tot = models.DateField(null=True)
    # The last day that was set for the supplement.
    hersteltermijn = models.DateField(null=True)
    reden = models.CharField(max_length=20)

    class Meta:
        verbose_name = _("schorsing")
        verbose_name_plural = _("schorsingen")
        constraints = (
            models.UniqueConstraint(name="schorsing_eenmaal", fields=["termijn", "sleutel"]),
            models.CheckConstraint(name="schorsing_reden", condition=Q(reden__in=codes(Grond))),
            models.CheckConstraint(
                name="schorsing_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(
                name="schorsing_hersteltermijn",
                condition=Q(reden=Grond.AANVULLING.value, hersteltermijn__gt=F("van"))
                | (~Q(reden=Grond.AANVULLING.value) & Q(hersteltermijn__isnull=True)),
            ),
            models.UniqueConstraint(
                name="schorsing_een_open", fields=["termijn"], condition=Q(tot__isnull=True)
            ),
            ExclusionConstraint(
                name="schorsing_overlapt_niet",
                index_type="GIST",
                expressions=[
                    (Enkel("termijn"), RangeOperators.OVERLAPS),
                    (Periode("van", "tot", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"schorsing van {self.termijn_id}"


class Verdaging(models.Model):
    """A postponement of the decision, in calendar days (Awb art. 4:14 lid 3, 7:10 lid 3, 9:11 lid 2)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "termijn": Klasse.SLEUTEL,
        "sleutel": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "dagen": Klasse.GEEN,
        "reden": Klasse.GEEN,
    }
    termijn = models.ForeignKey(Termijn, on_delete=models.PROTECT, related_name="verdagingen")
    sleutel = models.UUIDField()
    op = models.DateField()
    dagen = models.PositiveSmallIntegerField()
    reden = models.CharField(max_length=20)

    class Meta:
        verbose_name = _("verdaging")
        verbose_name_plural = _("verdagingen")
        constraints = (
            models.UniqueConstraint(name="verdaging_eenmaal", fields=["termijn", "sleutel"]),
            models.CheckConstraint(name="verdaging_dagen", condition=Q(dagen__gte=1)),
            models.CheckConstraint(name="verdaging_reden", condition=Q(reden__in=codes(Verdagingsreden))),
        )

    def __str__(self) -> str:
        return f"verdaging van {self.termijn_id}"

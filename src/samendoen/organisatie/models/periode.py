"""What most models here share: a period, and where a fact about the organisation comes from."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse

PERIODE: dict[str, Klasse] = {"van": Klasse.GEEN, "tot": Klasse.GEEN}
HERKOMST: dict[str, Klasse] = {"aanname": Klasse.GEEN, "bron": Klasse.GEEN, "toelichting": Klasse.GEEN}


class Periode(models.Model):
    """From `van` up to but not including `tot`; open where a date is missing."""

    van = models.DateField(_("Vanaf"), null=True)
    tot = models.DateField(_("Tot"), null=True)

    class Meta:
        abstract = True


class Herkomst(models.Model):
    """Published (`bron`: document and place), openly assumed (`aanname`), or entered on screen (neither)."""

    aanname = models.BooleanField(_("Aanname"), default=False)
    bron = models.CharField(_("Bron"), max_length=200, blank=True)
    toelichting = models.TextField(_("Toelichting"), blank=True)

    class Meta:
        abstract = True


def loopt_op(dag: date, pad: str = "") -> Q:
    """Return the condition that the period of a row (or of the row at `pad`, ending in "__") holds `dag`."""
    begonnen = Q(**{f"{pad}van__isnull": True}) | Q(**{f"{pad}van__lte": dag})
    open_einde = Q(**{f"{pad}tot__isnull": True}) | Q(**{f"{pad}tot__gt": dag})
    return begonnen & open_einde


def oplopend(naam: str, *, leeg_mag: bool = False) -> models.CheckConstraint:
    """Return the constraint that a period ends after it begins; `leeg_mag`: or was taken back at once."""
    later = Q(tot__gte=F("van")) if leeg_mag else Q(tot__gt=F("van"))
    heel = Q(van__isnull=True) | Q(tot__isnull=True) | later
    return models.CheckConstraint(name=naam, condition=heel)


def bron_of_aanname(naam: str) -> models.CheckConstraint:
    """Return the constraint that what has a source is no assumption."""
    return models.CheckConstraint(name=naam, condition=Q(aanname=False) | Q(bron=""))

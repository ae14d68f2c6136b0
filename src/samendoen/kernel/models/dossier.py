"""Dossier and who may see it: what retention and access hang on."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.privacy import Klasse


class Wet(models.TextChoices):
    """Law under which something is held; retention and erasure follow it."""

    WMO = "wmo", _("Wmo 2015")
    JEUGD = "jeugd", _("Jeugdwet")
    PARTICIPATIE = "participatie", _("Participatiewet")
    SCHULDHULP = "schuldhulp", _("Wet gemeentelijke schuldhulpverlening")
    GEEN = "geen", _("Geen bijzondere wet")


class Niveau(models.IntegerChoices):
    """How far a grant goes. No grant at all is `onzichtbaar`."""

    ROUTEERBAAR = 1, _("Routeerbaar")
    LEESBAAR = 2, _("Leesbaar")
    SCHRIJFBAAR = 3, _("Schrijfbaar")


class Grond(models.TextChoices):
    """Why somebody has access."""

    TEAM = "team", _("Team")
    REGIE = "regie", _("Regie")
    TWEEDE = "tweede", _("Tweede professional")
    LEIDING = "leiding", _("Leiding")
    CONSULTATIE = "consultatie", _("Consultatie")
    TOESTEMMING = "toestemming", _("Toestemming")
    NOOD = "nood", _("Noodtoegang")
    AANNAME = "aanname", _("Nam de vraag op")


class Persoon(models.Model):
    """Anchor of a resident: that somebody exists. Who that is stands in `inwoners`."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "pseudoniemsleutel": Klasse.GEHEIM,
    }
    # Random key from which snapshots make this resident's pseudonym; erasure destroys it.
    pseudoniemsleutel = models.BinaryField(null=True, max_length=16)

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")

    def __str__(self) -> str:
        return f"persoon {self.pk}"


class Groep(models.Model):
    """Anchor of a team: grants can be given to all its members at once."""

    privacy: ClassVar[dict[str, Klasse]] = {"id": Klasse.SLEUTEL, "code": Klasse.GEEN}
    code = models.SlugField(max_length=60, unique=True)

    class Meta:
        verbose_name = _("groep")
        verbose_name_plural = _("groepen")

    def __str__(self) -> str:
        return self.code


class Groepslid(models.Model):
    """Membership of a group, from-until (until = first day no longer)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "groep": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    groep = models.ForeignKey(Groep, on_delete=models.PROTECT, related_name="+")
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("groepslid")
        verbose_name_plural = _("groepsleden")
        constraints = (
            models.UniqueConstraint(fields=["groep", "gebruiker", "van"], name="groepslid_uniek"),
            models.CheckConstraint(
                name="groepslid_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.gebruiker_id} in {self.groep_id}"


class Rolrecht(models.Model):
    """A role of a user, from-until. Written by `organisatie`."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "rol": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=20)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        verbose_name = _("rolrecht")
        verbose_name_plural = _("rolrechten")
        constraints = (
            models.UniqueConstraint(fields=["gebruiker", "rol", "van"], name="rolrecht_uniek"),
            models.CheckConstraint(
                name="rolrecht_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.gebruiker_id}: {self.rol}"


class Dossier(models.Model):
    """Person x law x kind: the unit of access and retention."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "persoon": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "geopend_op": Klasse.GEEN,
        "laatst_gewijzigd_op": Klasse.GEEN,
        "gewist_op": Klasse.GEEN,
    }
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    soort = models.SlugField(max_length=40)
    geopend_op = models.DateField()
    # Retention counts from here (Wmo 5.3.4, Jeugdwet 7.3.8).
    laatst_gewijzigd_op = models.DateField()
    gewist_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        constraints = (
            models.CheckConstraint(name="dossier_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="dossier_gewijzigd_na_opening",
                condition=Q(laatst_gewijzigd_op__gte=F("geopend_op")),
            ),
        )
        indexes = (
            models.Index(fields=["persoon", "wet"], name="dossier_persoon_wet"),
            models.Index(fields=["wet", "laatst_gewijzigd_op"], name="dossier_bewaren"),
        )

    def __str__(self) -> str:
        return f"dossier {self.pk} ({self.soort}, {self.wet})"


class Inzagerecht(models.Model):
    """One grant on one dossier: to a user or to a group, why, and from-until."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "groep": Klasse.SLEUTEL,
        "niveau": Klasse.GEEN,
        "grond": Klasse.GEEN,
        "wet": Klasse.GEEN,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
    }
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    groep = models.ForeignKey(Groep, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    niveau = models.PositiveSmallIntegerField(choices=Niveau)
    grond = models.CharField(max_length=20, choices=Grond)
    wet = models.CharField(max_length=20, choices=Wet)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("inzagerecht")
        verbose_name_plural = _("inzagerechten")
        constraints = (
            models.CheckConstraint(
                name="inzagerecht_gebruiker_of_groep",
                condition=Q(gebruiker__isnull=False, groep__isnull=True)
                | Q(gebruiker__isnull=True, groep__isnull=False),
            ),
            models.CheckConstraint(
                name="inzagerecht_periode", condition=Q(tot__isnull=True) | Q(tot__gt=F("van"))
            ),
            models.CheckConstraint(name="inzagerecht_niveau", condition=Q(niveau__in=Niveau.values)),
            models.CheckConstraint(name="inzagerecht_grond", condition=Q(grond__in=Grond.values)),
        )
        indexes = (
            models.Index(
                fields=["gebruiker", "dossier"],
                condition=Q(gebruiker__isnull=False),
                name="inzagerecht_gebruiker",
            ),
            models.Index(
                fields=["groep", "dossier"], condition=Q(groep__isnull=False), name="inzagerecht_groep"
            ),
        )

    def __str__(self) -> str:
        return f"{self.grond} op {self.dossier_id}"


class Inzagelogregel(models.Model):
    """One row per page read: who saw which dossiers and persons, when and on which page."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "pagina": Klasse.GEEN,
        "dossiers": Klasse.SLEUTEL,
        "personen": Klasse.SLEUTEL,
    }
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(db_default=Now())
    pagina = models.SlugField(max_length=60)
    dossiers = ArrayField(models.BigIntegerField())
    # Who was looked up: somebody may be known without having a dossier.
    personen = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        verbose_name = _("inzagelogregel")
        verbose_name_plural = _("inzagelog")
        indexes = (models.Index(fields=["gebruiker", "op"], name="inzagelog_gebruiker_op"),)

    def __str__(self) -> str:
        return f"{self.gebruiker_id} zag {self.pagina}"

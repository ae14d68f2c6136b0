"""Aanvraag: somebody asks for a provision (Awb art. 1:3 lid 3), and what was advised on it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.catalogus import Product, keuzes
from samendoen.besluiten.rules import Aanvraagstatus, Uitkomst
from samendoen.kernel.api import Klasse, Wet

AANVRAAGSTATUSSEN = {
    Aanvraagstatus.INGEDIEND: _("Te beslissen"),
    Aanvraagstatus.BESLOTEN: _("Bekend te maken"),
    Aanvraagstatus.BEKENDGEMAAKT: _("Bekendgemaakt"),
    Aanvraagstatus.INGETROKKEN: _("Ingetrokken"),
}

UITKOMSTEN = {
    Uitkomst.TOEGEKEND: _("Toegekend"),
    Uitkomst.GEDEELTELIJK: _("Gedeeltelijk toegekend"),
    Uitkomst.AFGEWEZEN: _("Afgewezen"),
    Uitkomst.INGETROKKEN: _("Aanvraag ingetrokken"),
    Uitkomst.BEEINDIGD: _("Beëindigd"),
}


class Aanvraag(models.Model):
    """An application of one person in a casus for one product. `motivering` is what was asked, in words."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "team": Klasse.SLEUTEL,
        "product": Klasse.SLEUTEL,
        "actie": Klasse.SLEUTEL,
        "aangevraagd_op": Klasse.GEEN,
        "motivering": Klasse.BIJZONDER,
        "status": Klasse.GEEN,
        "melding": Klasse.SLEUTEL,
        "route": Klasse.GEEN,
        "bewijs": Klasse.GEEN,
        "over": Klasse.SLEUTEL,
    }
    # Made by the client: the same form sent twice is one application.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey("casus.Casus", on_delete=models.PROTECT, related_name="+", db_index=False)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT, related_name="+", db_index=False)
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    actie = models.ForeignKey("casus.Actie", null=True, on_delete=models.PROTECT, related_name="+")
    aangevraagd_op = models.DateField()
    motivering = models.TextField(blank=True)
    status = models.CharField(
        max_length=20, choices=keuzes(AANVRAAGSTATUSSEN), default=Aanvraagstatus.INGEDIEND.value
    )
    # Along a short route: from which question, and which proof was seen.
    melding = models.ForeignKey("toegang.Melding", null=True, on_delete=models.PROTECT, related_name="+")
    route = models.SlugField(max_length=60, blank=True, db_index=False)
    bewijs = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    # The provision that it asks to extend or change.
    over = models.ForeignKey("besluiten.Voorziening", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("aanvraag")
        verbose_name_plural = _("aanvragen")
        constraints = (
            models.CheckConstraint(name="aanvraag_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="aanvraag_status", condition=Q(status__in=[s.value for s in Aanvraagstatus])
            ),
        )
        indexes = (
            models.Index(
                fields=["team"],
                name="aanvraag_open",
                condition=Q(status__in=[Aanvraagstatus.INGEDIEND.value, Aanvraagstatus.BESLOTEN.value]),
            ),
            models.Index(fields=["casus"], name="aanvraag_casus"),
        )

    def __str__(self) -> str:
        return f"aanvraag {self.pk}"


class Advies(models.Model):
    """What somebody who may not decide would decide; the last one on an application is kept.

    `inhoud` holds the fields of the decision as they were filled in; erasure empties it.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "aanvraag": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "inhoud": Klasse.BIJZONDER,
        "gegeven_op": Klasse.GEEN,
        "gegeven_door": Klasse.MEDEWERKER,
    }
    aanvraag = models.OneToOneField(Aanvraag, on_delete=models.PROTECT, related_name="advies")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    uitkomst = models.CharField(max_length=20, choices=keuzes(UITKOMSTEN))
    inhoud = models.JSONField(null=True)
    gegeven_op = models.DateField()
    gegeven_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("advies")
        verbose_name_plural = _("adviezen")
        constraints = (
            models.CheckConstraint(name="advies_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="advies_uitkomst", condition=Q(uitkomst__in=[u.value for u in Uitkomst])
            ),
        )

    def __str__(self) -> str:
        return f"advies over aanvraag {self.aanvraag_id}"

"""Melding: a question that came in at the front door."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.toegang.rules import Kanaal, RedenIntrekken, Status, Uitkomst

WETTEN = {wet: wet.label for wet in Wet}
KANALEN = {
    Kanaal.TELEFOON: _("Telefoon"),
    Kanaal.WEBSITE: _("Website"),
    Kanaal.INLOOP: _("Inloop"),
    Kanaal.SPREEKUUR: _("Spreekuur"),
    Kanaal.SCHOOL: _("School"),
    Kanaal.HUISARTS: _("Huisarts"),
    Kanaal.POLITIE: _("Politie"),
    Kanaal.VEILIG_THUIS: _("Veilig Thuis"),
    Kanaal.MELDPUNT_BEZORGD: _("Meldpunt Bezorgd"),
    Kanaal.VROEGSIGNAAL: _("Vroegsignaal schulden"),
    Kanaal.AANBIEDER: _("Aanbieder"),
    Kanaal.JEUGDBESCHERMING: _("Jeugdbescherming"),
}
STATUSSEN = {
    Status.OPEN: _("Open"),
    Status.AFGEHANDELD: _("Afgehandeld"),
    Status.INGETROKKEN: _("Ingetrokken"),
}
UITKOMSTEN = {
    Uitkomst.INFORMATIE_EN_ADVIES: _("Informatie en advies gegeven"),
    Uitkomst.ONDERZOCHT: _("Onderzocht, verslag verstuurd"),
    Uitkomst.DOORVERWEZEN: _("Warm overgedragen aan een andere organisatie"),
}
REDENEN = {
    RedenIntrekken.DOOR_INWONER: _("De inwoner trok de vraag in"),
    RedenIntrekken.DUBBEL: _("Dubbel opgenomen"),
    RedenIntrekken.VERKEERD_OPGENOMEN: _("Verkeerd opgenomen"),
}


class Melding(models.Model):
    """A question as it came in, under one legal frame, for one team (Wmo 2015 art. 2.3.2)."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "team": Klasse.SLEUTEL,
        "kanaal": Klasse.GEEN,
        "ontvangen_op": Klasse.GEEN,
        "vraag": Klasse.BIJZONDER,
        "status": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "afgehandeld_op": Klasse.GEEN,
    }
    # Made by the client: the same form or request sent twice is one melding.
    kenmerk = models.UUIDField(unique=True)
    dossier = models.OneToOneField("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(_("Wettelijk kader"), max_length=20, choices=Wet)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT, related_name="+")
    kanaal = models.CharField(_("Kanaal"), max_length=20, choices=list(KANALEN.items()))
    ontvangen_op = models.DateField(_("Ontvangen op"))
    vraag = models.TextField(_("De vraag"), blank=True)
    status = models.CharField(max_length=20, choices=list(STATUSSEN.items()), default=Status.OPEN)
    uitkomst = models.CharField(max_length=30, choices=list(UITKOMSTEN.items()), blank=True)
    afgehandeld_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        constraints = (
            models.CheckConstraint(name="melding_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="melding_kanaal", condition=Q(kanaal__in=list(Kanaal))),
            models.CheckConstraint(name="melding_status", condition=Q(status__in=list(Status))),
            models.CheckConstraint(
                name="melding_afgehandeld_is_heel",
                condition=Q(
                    status=Status.AFGEHANDELD, afgehandeld_op__isnull=False, uitkomst__in=list(Uitkomst)
                )
                | Q(status__in=[Status.OPEN, Status.INGETROKKEN], afgehandeld_op__isnull=True, uitkomst=""),
            ),
            models.CheckConstraint(
                name="melding_afgehandeld_na_ontvangst",
                condition=Q(afgehandeld_op__isnull=True) | Q(afgehandeld_op__gte=F("ontvangen_op")),
            ),
        )
        indexes = (models.Index(fields=["team", "-ontvangen_op", "-id"], name="melding_team_ontvangen"),)

    def __str__(self) -> str:
        return f"melding {self.pk}"

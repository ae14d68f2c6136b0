"""Melding: a question that came in at the front door."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.toegang.rules import (
    WACHTROUTES,
    Kanaal,
    Melder,
    RedenIntrekken,
    Route,
    Status,
    Uitkomst,
    Zorgvrager,
)

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
MELDERS = {
    Melder.ZELF: _("De inwoner zelf"),
    Melder.ANDER: _("Iemand anders"),
    Melder.ANONIEM: _("Anoniem"),
}
ZORGVRAGERS = {
    Zorgvrager.ONBEKEND: _("Niet bekend"),
    Zorgvrager.VINDT_DE_WEG: _("Vindt zelf de weg"),
    Zorgvrager.VINDT_DIE_NIET: _("Vindt de weg niet"),
    Zorgvrager.WIL_NIET: _("Wil geen hulp"),
}
ROUTES = {
    Route.TEAM: _("Naar een team"),
    Route.INFORMATIE_EN_ADVIES: _("Informatie en advies"),
    Route.WARME_OVERDRACHT: _("Warme overdracht"),
    Route.SPOED: _("Spoed"),
    Route.EROPAF: _("Eropaf"),
}
UITKOMSTEN = {
    Uitkomst.INFORMATIE_EN_ADVIES: _("Informatie en advies gegeven"),
    Uitkomst.ONDERZOCHT: _("Onderzocht, verslag verstuurd"),
    Uitkomst.DOORVERWEZEN: _("Warm overgedragen aan een andere organisatie"),
    Uitkomst.LOSGELATEN: _("Losgelaten na ErOpAf"),
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
        "mede_kaders": Klasse.GEEN,
        "leefgebieden": Klasse.GEEN,
        "spoed": Klasse.GEEN,
        "melder": Klasse.GEEN,
        "vrijwillig": Klasse.GEEN,
        "zorgvrager": Klasse.GEEN,
        "herkend": Klasse.GEEN,
        "route": Klasse.GEEN,
        "getrieerd_op": Klasse.GEEN,
        "triageregel": Klasse.GEEN,
        "organisatie": Klasse.SLEUTEL,
        "contact": Klasse.PERSOON,
        "opvolgen_op": Klasse.GEEN,
        "bevestigd_op": Klasse.GEEN,
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
    mede_kaders = ArrayField(models.CharField(max_length=20, choices=Wet), default=list, blank=True)
    # Codes of the municipality's lens (organisatie.api.leefgebieden).
    leefgebieden = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    spoed = models.BooleanField(_("Spoed"), default=False)
    melder = models.CharField(
        _("Wie meldt"), max_length=20, choices=list(MELDERS.items()), default=Melder.ZELF
    )
    vrijwillig = models.BooleanField(_("Vrijwillig"), default=True)
    zorgvrager = models.PositiveSmallIntegerField(
        _("Zorgvrager"), choices=[(z.value, naam) for z, naam in ZORGVRAGERS.items()], default=0
    )
    # Whether the anchor is that of a resident we know; else it is of somebody not recognised yet.
    herkend = models.BooleanField(default=False)
    # Empty: still to be triaged.
    route = models.CharField(_("Route"), max_length=30, choices=list(ROUTES.items()), blank=True)
    getrieerd_op = models.DateField(null=True)
    triageregel = models.SlugField(max_length=80, blank=True)
    # Of a warm referral: who took over, whom we spoke to there, and the day to ask whether it worked
    # (empty once that was done).
    organisatie = models.ForeignKey(
        "kaart.Organisatie", null=True, on_delete=models.PROTECT, related_name="+"
    )
    contact = models.CharField(_("Contactpersoon"), max_length=120, blank=True)
    opvolgen_op = models.DateField(null=True)
    bevestigd_op = models.DateField(null=True)

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
            models.CheckConstraint(
                name="melding_mede_kaders", condition=Q(mede_kaders__contained_by=Wet.values)
            ),
            models.CheckConstraint(name="melding_melder", condition=Q(melder__in=list(Melder))),
            models.CheckConstraint(name="melding_zorgvrager", condition=Q(zorgvrager__in=[0, 1, 2, 3])),
            models.CheckConstraint(
                name="melding_triage_is_heel",
                condition=Q(route="", getrieerd_op__isnull=True, triageregel="")
                | Q(route__in=list(Route), getrieerd_op__isnull=False) & ~Q(triageregel=""),
            ),
            models.CheckConstraint(
                name="melding_overdracht_is_heel",
                condition=Q(route=Route.WARME_OVERDRACHT, organisatie__isnull=False)
                | ~Q(route=Route.WARME_OVERDRACHT)
                & Q(organisatie__isnull=True, contact="", opvolgen_op__isnull=True),
            ),
            models.CheckConstraint(
                name="melding_getrieerd_na_ontvangst",
                condition=Q(getrieerd_op__isnull=True) | Q(getrieerd_op__gte=F("ontvangen_op")),
            ),
            models.CheckConstraint(
                name="melding_bevestigd_na_ontvangst",
                condition=Q(bevestigd_op__isnull=True) | Q(bevestigd_op__gte=F("ontvangen_op")),
            ),
        )
        indexes = (
            models.Index(fields=["team", "-ontvangen_op", "-id"], name="melding_team_ontvangen"),
            models.Index(fields=["-ontvangen_op", "-id"], name="melding_ontvangen"),
            models.Index(
                fields=["ontvangen_op"], condition=Q(status=Status.OPEN, route=""), name="melding_te_trieren"
            ),
            models.Index(
                fields=["team", "ontvangen_op"],
                condition=Q(status=Status.OPEN, route__in=sorted(route.value for route in WACHTROUTES)),
                name="melding_wacht",
            ),
            models.Index(
                fields=["opvolgen_op"], condition=Q(opvolgen_op__isnull=False), name="melding_opvolgen"
            ),
        )

    def __str__(self) -> str:
        return f"melding {self.pk}"

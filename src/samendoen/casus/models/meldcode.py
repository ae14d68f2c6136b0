"""Meldcode: a path of five steps about the safety of people, and the steps towards Veilig Thuis.

Nobody of the household reads any of it; a professional does who may read the dossier of everybody it is
about. Its words fall under the dossiers of all these people: erasing one erases them.
"""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import Doelgroep, GeenTweede, Meldbesluit, Padstatus, Stapsoort
from samendoen.kernel.api import Klasse, Wet

DOELGROEPEN = {
    Doelgroep.KIND: _("Een kind"),
    Doelgroep.VOLWASSENE: _("Een volwassene (18+)"),
    Doelgroep.OUDERE: _("Een oudere (65+)"),
}
PADSTATUSSEN = {
    Padstatus.LOOPT: _("Loopt"),
    Padstatus.GEPAUZEERD: _("Gepauzeerd"),
    Padstatus.AFGEROND: _("Afgerond"),
    Padstatus.INGETROKKEN: _("Ingetrokken"),
}
STAPSOORTEN = {
    Stapsoort.SIGNALEN: _("Signalen in kaart"),
    Stapsoort.OVERLEG: _("Overleg"),
    Stapsoort.GESPREK: _("Gesprek"),
    Stapsoort.WEGEN: _("Wegen"),
    Stapsoort.BESLISSEN: _("Beslissen"),
    Stapsoort.VT_MELDING: _("Gemeld bij Veilig Thuis"),
    Stapsoort.VT_TERUGKOPPELING: _("Terugkoppeling van Veilig Thuis"),
    Stapsoort.TAFEL_VERZOEK: _("Verzoek aan de jeugdbeschermingstafel"),
    Stapsoort.TAFEL_UITKOMST: _("Uitkomst van de jeugdbeschermingstafel"),
    Stapsoort.RAAD_VERZOEK: _("Verzoek tot onderzoek bij de Raad voor de Kinderbescherming"),
}
MELDBESLUITEN = {
    Meldbesluit.MELDEN: _("Melden bij Veilig Thuis"),
    Meldbesluit.MELDEN_EN_HULP: _("Melden, en zelf hulp bieden of regelen"),
    Meldbesluit.HULP: _("Niet melden: zelf hulp bieden of regelen"),
    Meldbesluit.AFSLUITEN: _("Geen vermoeden meer: afsluiten"),
}
GEEN_TWEEDE = {
    GeenTweede.GEEN_COLLEGA: _("Er is geen collega beschikbaar"),
    GeenTweede.TE_SPOED: _("Het kon niet wachten"),
    GeenTweede.ANDER_KIJKT_MEE: _("Iemand van een andere organisatie kijkt al mee"),
    GeenTweede.ANDERS: _("Een andere reden"),
}


class Meldcodepad(models.Model):
    """One path, about the safety of one or more people of a casus (`personen`).

    `geen_tweede` says why nobody stands beside the director.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "doelgroep": Klasse.GEEN,
        "status": Klasse.GEEN,
        "begonnen_op": Klasse.GEEN,
        "begonnen_door": Klasse.MEDEWERKER,
        "gepauzeerd_tot": Klasse.GEEN,
        "afgerond_op": Klasse.GEEN,
        "reden": Klasse.BIJZONDER,
        "geen_tweede": Klasse.GEEN,
        "geen_tweede_woorden": Klasse.BIJZONDER,
    }
    # Made by the client: the same form sent twice is one path.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="meldcodes")
    # The first of `personen`: on that dossier its events are recorded.
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    doelgroep = models.CharField(max_length=20, choices=keuzes(DOELGROEPEN))
    status = models.CharField(max_length=20, choices=keuzes(PADSTATUSSEN), default=Padstatus.LOOPT.value)
    begonnen_op = models.DateField(_("Begonnen op"))
    begonnen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    gepauzeerd_tot = models.DateField(_("Verder kijken op"), null=True)
    afgerond_op = models.DateField(null=True)
    reden = models.TextField(_("Waarom?"), blank=True)
    geen_tweede = models.CharField(max_length=20, choices=keuzes(GEEN_TWEEDE), blank=True)
    geen_tweede_woorden = models.TextField(blank=True)

    class Meta:
        verbose_name = _("meldcode")
        verbose_name_plural = _("meldcodes")
        constraints = (
            models.CheckConstraint(name="meldcode_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="meldcode_doelgroep", condition=Q(doelgroep__in=codes(Doelgroep))),
            models.CheckConstraint(
                name="meldcode_geen_tweede", condition=Q(geen_tweede__in=["", *codes(GeenTweede)])
            ),
            models.CheckConstraint(
                name="meldcode_status_is_heel",
                condition=Q(status__in=codes([Padstatus.LOOPT, Padstatus.INGETROKKEN]))
                & Q(gepauzeerd_tot__isnull=True, afgerond_op__isnull=True)
                | Q(status=Padstatus.GEPAUZEERD.value, gepauzeerd_tot__isnull=False, afgerond_op__isnull=True)
                | Q(status=Padstatus.AFGEROND.value, gepauzeerd_tot__isnull=True)
                & Q(afgerond_op__gte=F("begonnen_op")),
            ),
        )
        indexes = (
            models.Index(fields=["casus", "status"], name="meldcode_casus"),
            models.Index(
                fields=["gepauzeerd_tot"], condition=Q(gepauzeerd_tot__isnull=False), name="meldcode_pauze"
            ),
        )

    def __str__(self) -> str:
        return f"meldcode {self.pk}"


class Meldcodepersoon(models.Model):
    """Somebody whose safety a path is about."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "pad": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
    }
    pad = models.ForeignKey(Meldcodepad, on_delete=models.PROTECT, related_name="personen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("persoon in een meldcode")
        verbose_name_plural = _("personen in een meldcode")
        constraints = (
            models.UniqueConstraint(name="meldcodepersoon_eenmaal", fields=["pad", "inwoner"]),
            models.CheckConstraint(name="meldcodepersoon_wet", condition=Q(wet__in=Wet.values)),
        )

    def __str__(self) -> str:
        return f"{self.inwoner_id} in meldcode {self.pad_id}"


class Meldcodestap(models.Model):
    """What was written down of a step; the last one that was not taken back is the one that stands.

    `antwoorden` are those to the weighing questions, as "sleutel_ja" and "sleutel_nee".
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "pad": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "overgeslagen": Klasse.GEEN,
        "woorden": Klasse.BIJZONDER,
        "met_wie": Klasse.GEEN,
        "antwoorden": Klasse.BIJZONDER,
        "besluit": Klasse.BIJZONDER,
        "afgeweken": Klasse.GEEN,
        "op": Klasse.GEEN,
        "door": Klasse.MEDEWERKER,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    pad = models.ForeignKey(Meldcodepad, on_delete=models.PROTECT, related_name="stappen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    soort = models.CharField(max_length=20, choices=keuzes(STAPSOORTEN))
    overgeslagen = models.BooleanField(default=False)
    woorden = models.TextField(blank=True)
    met_wie = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    antwoorden = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    besluit = models.CharField(max_length=20, choices=keuzes(MELDBESLUITEN), blank=True)
    afgeweken = models.BooleanField(default=False)
    op = models.DateField(_("Op"))
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("stap van een meldcode")
        verbose_name_plural = _("stappen van een meldcode")
        constraints = (
            models.CheckConstraint(name="meldcodestap_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="meldcodestap_soort", condition=Q(soort__in=codes(Stapsoort))),
            models.CheckConstraint(
                name="meldcodestap_besluit", condition=Q(besluit__in=["", *codes(Meldbesluit)])
            ),
        )

    def __str__(self) -> str:
        return f"stap {self.pk} van meldcode {self.pad_id}"

"""Notitie: what was said or seen with people, or else is to be kept; its words are encrypted."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import Notitiesoort, Notitiestatus, Wijze
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import VersleuteldTekst

NOTITIESTATUSSEN = {
    Notitiestatus.CONCEPT: _("Concept"),
    Notitiestatus.KLAAR: _("Afgerond"),
    Notitiestatus.VERVANGEN: _("Vervangen"),
    Notitiestatus.INGETROKKEN: _("Ingetrokken"),
    Notitiestatus.WEGGEGOOID: _("Weggegooid"),
}
WIJZEN = {
    Wijze.THUIS: _("Thuis"),
    Wijze.KANTOOR: _("Op kantoor of op school"),
    Wijze.TELEFOON: _("Telefoon"),
    Wijze.BEELDBELLEN: _("Beeldbellen"),
    Wijze.BERICHT: _("Bericht of e-mail"),
    Wijze.OVERLEG: _("Overleg"),
    Wijze.ANDERS: _("Anders"),
}


class Notitie(models.Model):
    """A note in a casus. `woorden` holds with whom the contact was and what stands under each heading, as
    JSON; None after erasure. `schonen_sinds` is the day on which one of several about whom it was, was
    erased: until somebody takes out what is about that person, the note asks it. `verbetert` is the note in
    whose place it comes when it is finished.

    `inwoner`, `wet` and `dossier` are those of the first about whom it is; all stand in Notitiepersoon.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "nummer": Klasse.GEEN,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "sjabloon": Klasse.GEEN,
        "status": Klasse.GEEN,
        "wijze": Klasse.GEEN,
        "op": Klasse.GEEN,
        "woorden": Klasse.BIJZONDER,
        "reden": Klasse.BIJZONDER,
        "schonen_sinds": Klasse.GEEN,
        "lezers_gekozen": Klasse.GEEN,
        "verbetert": Klasse.SLEUTEL,
        "versie": Klasse.GEEN,
        "begonnen_door": Klasse.MEDEWERKER,
        "bijgewerkt_door": Klasse.MEDEWERKER,
        "bijgewerkt_op": Klasse.GEEN,
        "afgerond_op": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one note.
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="notities")
    nummer = models.PositiveIntegerField()
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Notitiesoort])
    sjabloon = models.SlugField(max_length=30)
    status = models.CharField(
        max_length=20, choices=keuzes(NOTITIESTATUSSEN), default=Notitiestatus.CONCEPT.value
    )
    wijze = models.CharField(max_length=20, choices=keuzes(WIJZEN), blank=True)
    op = models.DateField(_("Wanneer"))
    woorden = VersleuteldTekst(null=True)
    reden = VersleuteldTekst(null=True)
    schonen_sinds = models.DateField(null=True)
    # Chosen by somebody; else those whom the rule names.
    lezers_gekozen = models.BooleanField(default=False)
    verbetert = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=0)
    begonnen_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField(null=True)
    afgerond_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notitie")
        verbose_name_plural = _("notities")
        constraints = (
            models.UniqueConstraint(name="notitie_nummer", fields=["casus", "nummer"]),
            models.UniqueConstraint(
                name="notitie_een_verbetering",
                fields=["verbetert"],
                condition=Q(status=Notitiestatus.CONCEPT.value),
            ),
            models.CheckConstraint(
                name="notitie_schonen_met_woorden",
                condition=Q(schonen_sinds__isnull=True) | Q(woorden__isnull=False),
            ),
            models.CheckConstraint(name="notitie_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="notitie_soort", condition=Q(soort__in=codes(Notitiesoort))),
            models.CheckConstraint(name="notitie_status", condition=Q(status__in=codes(Notitiestatus))),
            models.CheckConstraint(
                name="notitie_afgerond_is_heel",
                condition=Q(
                    status__in=[Notitiestatus.CONCEPT.value, Notitiestatus.WEGGEGOOID.value],
                    afgerond_op__isnull=True,
                )
                | Q(afgerond_op__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=["schonen_sinds"], condition=Q(schonen_sinds__isnull=False), name="notitie_schonen"
            ),
        )

    def __str__(self) -> str:
        return f"notitie {self.nummer} van casus {self.casus_id}"


class Notitiepersoon(models.Model):
    """Somebody about whom a note is (`over`), who of the household may read it (`leest`), or both."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "notitie": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "over": Klasse.GEEN,
        "leest": Klasse.GEEN,
    }
    notitie = models.ForeignKey(Notitie, on_delete=models.PROTECT, related_name="personen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    over = models.BooleanField()
    leest = models.BooleanField()

    class Meta:
        verbose_name = _("persoon bij een notitie")
        verbose_name_plural = _("personen bij notities")
        constraints = (
            models.UniqueConstraint(name="notitiepersoon_eenmaal", fields=["notitie", "inwoner"]),
            models.CheckConstraint(name="notitiepersoon_ergens_voor", condition=Q(over=True) | Q(leest=True)),
        )

    def __str__(self) -> str:
        return f"persoon {self.inwoner_id} bij notitie {self.notitie_id}"

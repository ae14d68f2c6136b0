"""Bezwaar: somebody does not agree with a decision (Awb chapters 6 and 7)."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.besluiten.models.besluit import Besluit
from samendoen.besluiten.models.catalogus import keuzes
from samendoen.besluiten.rules.bezwaar import (
    Afzien,
    Bezwaarstatus,
    Bezwaaruitkomst,
    Gebrek,
    Horen,
    Intrekreden,
    Namens,
    Nietontvankelijk,
)
from samendoen.kernel.api import Klasse, Wet

BEZWAARSTATUSSEN = {
    Bezwaarstatus.ONTVANGEN: _("In behandeling"),
    Bezwaarstatus.BESLIST: _("Beslist, nog niet bekendgemaakt"),
    Bezwaarstatus.BEKENDGEMAAKT: _("Afgehandeld"),
    Bezwaarstatus.INGETROKKEN: _("Ingetrokken"),
}
BEZWAARUITKOMSTEN = {
    Bezwaaruitkomst.NIET_ONTVANKELIJK: _("Niet-ontvankelijk"),
    Bezwaaruitkomst.ONGEGROND: _("Ongegrond"),
    Bezwaaruitkomst.GEDEELTELIJK: _("Voor een deel gegrond"),
    Bezwaaruitkomst.GEGROND: _("Gegrond"),
}
NIETONTVANKELIJK = {
    Nietontvankelijk.TE_LAAT: _("Te laat, zonder goede reden (Awb artikel 6:11)"),
    Nietontvankelijk.VERZUIM: _("Niet aangevuld binnen de gestelde termijn (Awb artikel 6:6)"),
    Nietontvankelijk.GEEN_BELANG: _("Geen belanghebbende, of geen besluit (Awb artikel 1:2 en 7:1)"),
}
NAMENS = {
    Namens.INWONER: _("De inwoner zelf"),
    Namens.GEMACHTIGDE: _("Een gemachtigde"),
    Namens.VERTEGENWOORDIGER: _("De wettelijk vertegenwoordiger"),
}
GEBREKEN = {
    Gebrek.NAAM_ADRES: _("naam of adres"),
    Gebrek.DATUM: _("datum"),
    Gebrek.BESLUIT: _("tegen welk besluit"),
    Gebrek.GRONDEN: _("waarom iemand het niet eens is"),
    Gebrek.HANDTEKENING: _("handtekening"),
    Gebrek.MACHTIGING: _("machtiging"),
}
HOREN = {
    Horen.NOG_NIET: _("Nog niet gehoord"),
    Horen.GEPLAND: _("Gesprek gepland"),
    Horen.GEHOORD: _("Gehoord"),
    Horen.AFGEZIEN: _("Afgezien van horen"),
}
AFZIEN = {
    Afzien.KENNELIJK_NIET_ONTVANKELIJK: _("Kennelijk niet-ontvankelijk (7:3 onder a)"),
    Afzien.KENNELIJK_ONGEGROND: _("Kennelijk ongegrond (7:3 onder b)"),
    Afzien.WIL_NIET: _("De indiener wil niet gehoord worden (7:3 onder c)"),
    Afzien.GEEN_ANTWOORD: _("De indiener liet niets weten binnen de gestelde termijn (7:3 onder d)"),
    Afzien.VOLLEDIG_TEGEMOET: _("Wij geven de indiener helemaal gelijk (7:3 onder e)"),
}
INTREKREDENEN = {
    Intrekreden.INDIENER: _("De indiener trekt het bezwaar in"),
    Intrekreden.VERGISSING: _("Het bezwaar is per vergissing vastgelegd"),
}
LOOPT = (Bezwaarstatus.ONTVANGEN.value, Bezwaarstatus.BESLIST.value)


class Bezwaar(models.Model):
    """An objection to an announced decision, in a dossier of its own: who sees it is not who sees the casus.

    `termijn` is its running clock. Erasure empties the words and who objected for somebody else.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "besluit": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "status": Klasse.GEEN,
        "ontvangen_op": Klasse.GEEN,
        "gepost_op": Klasse.GEEN,
        "namens": Klasse.GEEN,
        "indiener": Klasse.PERSOON,
        "indieneradres": Klasse.PERSOON,
        "gronden": Klasse.BIJZONDER,
        "tijdig": Klasse.GEEN,
        "commissie": Klasse.GEEN,
        "behandelaar": Klasse.MEDEWERKER,
        "termijn": Klasse.SLEUTEL,
        "gebreken": Klasse.GEEN,
        "herstel_gevraagd_op": Klasse.GEEN,
        "hersteltermijn": Klasse.GEEN,
        "hersteld_op": Klasse.GEEN,
        "termijn_stil": Klasse.GEEN,
        "horen": Klasse.GEEN,
        "horen_op": Klasse.GEEN,
        "afzien": Klasse.GEEN,
        "hoorverslag": Klasse.BIJZONDER,
        "uitkomst": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "verschoonbaar": Klasse.GEEN,
        "motivering": Klasse.BIJZONDER,
        "beslist_op": Klasse.GEEN,
        "beslist_door": Klasse.MEDEWERKER,
        "bekendgemaakt_op": Klasse.GEEN,
        "op_tijd": Klasse.GEEN,
        "beroep_tot": Klasse.GEEN,
        "ingebreke_op": Klasse.GEEN,
        "dwangsom_eurocent": Klasse.GEEN,
        "intrekreden": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one objection.
    kenmerk = models.UUIDField(unique=True)
    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    status = models.CharField(
        max_length=20, choices=keuzes(BEZWAARSTATUSSEN), default=Bezwaarstatus.ONTVANGEN.value
    )
    ontvangen_op = models.DateField()
    gepost_op = models.DateField(null=True)
    namens = models.CharField(max_length=20, choices=keuzes(NAMENS))
    indiener = models.CharField(max_length=200, blank=True)
    indieneradres = models.TextField(blank=True)
    gronden = models.TextField(blank=True)
    tijdig = models.BooleanField()
    commissie = models.BooleanField(default=False)
    behandelaar = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    termijn = models.ForeignKey("werk.Termijn", null=True, on_delete=models.PROTECT, related_name="+")
    gebreken = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    herstel_gevraagd_op = models.DateField(null=True)
    hersteltermijn = models.DateField(null=True)
    hersteld_op = models.DateField(null=True)
    termijn_stil = models.BooleanField(default=False)
    horen = models.CharField(max_length=20, choices=keuzes(HOREN), default=Horen.NOG_NIET.value)
    horen_op = models.DateField(null=True)
    afzien = models.CharField(max_length=40, choices=keuzes(AFZIEN), blank=True)
    hoorverslag = models.TextField(blank=True)
    uitkomst = models.CharField(max_length=20, choices=keuzes(BEZWAARUITKOMSTEN), blank=True)
    reden = models.CharField(max_length=20, choices=keuzes(NIETONTVANKELIJK), blank=True)
    verschoonbaar = models.BooleanField(null=True)
    motivering = models.TextField(blank=True)
    beslist_op = models.DateField(null=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bekendgemaakt_op = models.DateField(null=True)
    op_tijd = models.BooleanField(null=True)
    beroep_tot = models.DateField(null=True)
    ingebreke_op = models.DateField(null=True)
    dwangsom_eurocent = models.IntegerField(default=0)
    intrekreden = models.CharField(max_length=20, choices=keuzes(INTREKREDENEN), blank=True)

    class Meta:
        verbose_name = _("bezwaar")
        verbose_name_plural = _("bezwaren")
        constraints = (
            models.CheckConstraint(name="bezwaar_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="bezwaar_bekend_met_uitkomst",
                condition=~Q(status=Bezwaarstatus.BEKENDGEMAAKT.value)
                | (Q(bekendgemaakt_op__isnull=False, beroep_tot__isnull=False) & ~Q(uitkomst="")),
            ),
            models.UniqueConstraint(
                name="bezwaar_een_loopt", fields=["besluit"], condition=Q(status__in=LOOPT)
            ),
        )
        indexes = (models.Index(fields=["status", "ontvangen_op"], name="bezwaar_stand"),)

    def __str__(self) -> str:
        return f"bezwaar {self.pk}"

"""Inwoner: who the anchor `kernel.Persoon` is."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.inwoners.rules import Contactkanaal, Geslacht
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import BlindeIndex, VersleuteldTekst

GESLACHTEN = {
    Geslacht.VROUW: _("Vrouw"),
    Geslacht.MAN: _("Man"),
    Geslacht.ONBEKEND: _("Onbekend"),
}
KANALEN = {
    Contactkanaal.TELEFOON: _("Telefoon"),
    Contactkanaal.EMAIL: _("E-mail"),
    Contactkanaal.BRIEF: _("Brief"),
    Contactkanaal.LANGSKOMEN: _("Langskomen"),
}
# ISO 639 codes of the languages that are offered; another code may be kept too.
TALEN = {
    "nl": _("Nederlands"),
    "en": _("Engels"),
    "ar": _("Arabisch"),
    "tr": _("Turks"),
    "pl": _("Pools"),
    "uk": _("Oekraïens"),
    "ti": _("Tigrinya"),
    "fr": _("Frans"),
    "de": _("Duits"),
}


class Inwoner(models.Model):
    """A resident. Its key is that of the person; kept as long as that person has a dossier under any law."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "kenmerk": Klasse.SLEUTEL,
        "voornamen": Klasse.PERSOON,
        "roepnaam": Klasse.PERSOON,
        "voorletters": Klasse.PERSOON,
        "tussenvoegsel": Klasse.PERSOON,
        "achternaam": Klasse.PERSOON,
        "naam_zoek": Klasse.PERSOON,
        "geboortedatum": Klasse.PERSOON,
        "geslacht": Klasse.PERSOON,
        "overleden_op": Klasse.PERSOON,
        "bsn": Klasse.BIJZONDER,
        "bsn_index": Klasse.BIJZONDER,
        "straat": Klasse.PERSOON,
        "huisnummer": Klasse.PERSOON,
        "postcode": Klasse.PERSOON,
        "plaats": Klasse.PERSOON,
        "bag_id": Klasse.PERSOON,
        "telefoon": Klasse.PERSOON,
        "email": Klasse.PERSOON,
        "voorkeurstaal": Klasse.PERSOON,
        "voorkeurskanaal": Klasse.PERSOON,
        "laaggeletterd": Klasse.PERSOON,
        "geheimhouding": Klasse.PERSOON,
    }
    inwoner = models.OneToOneField(
        "kernel.Persoon", on_delete=models.PROTECT, related_name="+", primary_key=True
    )
    # Who somebody is, is held under no law of its own: it goes when the last dossier goes.
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    # Made by the client: the same form sent twice is one resident.
    kenmerk = models.UUIDField(unique=True)
    voornamen = models.CharField(_("Voornamen"), max_length=200, blank=True)
    roepnaam = models.CharField(_("Roepnaam"), max_length=100, blank=True)
    voorletters = models.CharField(_("Voorletters"), max_length=20, blank=True)
    tussenvoegsel = models.CharField(_("Tussenvoegsel"), max_length=30, blank=True)
    achternaam = models.CharField(_("Achternaam"), max_length=200)
    naam_zoek = models.CharField(max_length=200)
    geboortedatum = models.DateField(_("Geboortedatum"))
    geslacht = models.CharField(
        _("Geslacht"), max_length=10, choices=list(GESLACHTEN.items()), default=Geslacht.ONBEKEND
    )
    overleden_op = models.DateField(_("Overleden op"), null=True)
    bsn = VersleuteldTekst(null=True)
    bsn_index = BlindeIndex(null=True)
    straat = models.CharField(_("Straat"), max_length=120, blank=True)
    huisnummer = models.CharField(_("Huisnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("Postcode"), max_length=7, blank=True)
    plaats = models.CharField(_("Plaats"), max_length=80, blank=True)
    bag_id = models.CharField(_("BAG-nummer"), max_length=16, blank=True)
    telefoon = models.CharField(_("Telefoon"), max_length=30, blank=True)
    email = models.CharField(_("E-mailadres"), max_length=200, blank=True)
    voorkeurstaal = models.CharField(_("Taal"), max_length=8, default="nl")
    voorkeurskanaal = models.CharField(
        _("Liefst bereikt per"), max_length=12, choices=list(KANALEN.items()), blank=True
    )
    laaggeletterd = models.BooleanField(_("Moeite met lezen of schrijven"), default=False)
    geheimhouding = models.BooleanField(_("Geheim adres"), default=False)

    class Meta:
        verbose_name = _("inwoner")
        verbose_name_plural = _("inwoners")
        constraints = (
            models.UniqueConstraint(name="inwoner_bsn_uniek", fields=["bsn_index"]),
            models.CheckConstraint(
                name="inwoner_bsn_heel",
                condition=Q(bsn__isnull=True, bsn_index__isnull=True)
                | Q(bsn__isnull=False, bsn_index__isnull=False),
            ),
            models.CheckConstraint(name="inwoner_wet", condition=Q(wet=Wet.GEEN)),
            models.CheckConstraint(name="inwoner_heeft_naam", condition=~Q(achternaam="") & ~Q(naam_zoek="")),
            models.CheckConstraint(name="inwoner_geslacht", condition=Q(geslacht__in=list(Geslacht))),
            models.CheckConstraint(
                name="inwoner_kanaal", condition=Q(voorkeurskanaal__in=["", *Contactkanaal])
            ),
            models.CheckConstraint(
                name="inwoner_postcode",
                condition=Q(postcode="") | Q(postcode__regex="^[1-9][0-9]{3} [A-Z]{2}$"),
            ),
            models.CheckConstraint(
                name="inwoner_overleden_na_geboorte",
                condition=Q(overleden_op__isnull=True) | Q(overleden_op__gte=F("geboortedatum")),
            ),
        )
        indexes = (
            models.Index(fields=["geboortedatum", "naam_zoek"], name="inwoner_geboorte_naam"),
            models.Index(fields=["postcode", "huisnummer"], name="inwoner_adres", condition=~Q(postcode="")),
            # The beginning of a name, whatever the collation of the database.
            models.Index(fields=["naam_zoek"], name="inwoner_naam", opclasses=["text_pattern_ops"]),
        )

    def __str__(self) -> str:
        return f"inwoner {self.pk}"

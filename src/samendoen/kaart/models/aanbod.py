"""Aanbod: something that a resident can be sent to."""

from collections.abc import Mapping
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kaart.models.organisatie import HERKOMST, Herkomst, Locatie, Organisatie, bron_of_aanname
from samendoen.kaart.rules import Doelgroep, Ondersteuningsniveau, normaal
from samendoen.kernel.api import Klasse

NIVEAUS = {
    Ondersteuningsniveau.EIGEN_KRACHT: _("Eigen kracht"),
    Ondersteuningsniveau.NETWERK: _("Netwerk"),
    Ondersteuningsniveau.ALGEMEEN: _("Voor iedereen"),
    Ondersteuningsniveau.BASISHULP: _("Basishulp van het team"),
    Ondersteuningsniveau.MAATWERK: _("Maatwerk"),
}
DOELGROEPEN = {
    Doelgroep.KINDEREN: _("Kinderen"),
    Doelgroep.JONGEREN: _("Jongeren"),
    Doelgroep.OUDERS: _("Ouders"),
    Doelgroep.VOLWASSENEN: _("Volwassenen"),
    Doelgroep.OUDEREN: _("Ouderen"),
    Doelgroep.MANTELZORGERS: _("Mantelzorgers"),
    Doelgroep.NIEUWKOMERS: _("Nieuwkomers"),
}
# ISO 639 codes; the languages that an intake is held in.
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


class Aanbod(Herkomst):
    """An offer: what it is, for whom, how heavy, what it costs, how long one waits, how to apply.

    Without a place it is there for the whole municipality; without a target group for everybody.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "organisatie": Klasse.SLEUTEL,
        "locaties": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "leefgebieden": Klasse.GEEN,
        "doelgroepen": Klasse.GEEN,
        "niveau": Klasse.GEEN,
        "prijs": Klasse.GEEN,
        "wachttijd_weken": Klasse.GEEN,
        "aanmelden": Klasse.GEEN,
        "talen": Klasse.GEEN,
        "gestopt_op": Klasse.GEEN,
        "zoektekst": Klasse.GEEN,
        **HERKOMST,
    }
    kenmerk = models.UUIDField(unique=True)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="aanbod")
    locaties = models.ManyToManyField(Locatie, related_name="+", blank=True)
    naam = models.CharField(_("Naam"), max_length=120)
    tekst = models.TextField(_("Wat is het?"))
    # Codes of the municipality's lens (organisatie.api.leefgebieden).
    leefgebieden = ArrayField(models.SlugField(max_length=60), default=list, blank=True)
    doelgroepen = ArrayField(models.SlugField(max_length=20), default=list, blank=True)
    niveau = models.CharField(_("Niveau"), max_length=20, choices=list(NIVEAUS.items()))
    prijs = models.CharField(_("Kosten"), max_length=120, blank=True)
    # None: nobody told us; 0: one can come at once.
    wachttijd_weken = models.PositiveSmallIntegerField(_("Wachttijd"), null=True)
    aanmelden = models.TextField(_("Zo meldt u iemand aan"), blank=True)
    talen = ArrayField(models.SlugField(max_length=5), default=list, blank=True)
    gestopt_op = models.DateField(_("Gestopt op"), null=True)
    # What is searched: own words, organisation, target groups; the embedded server has no trigrams.
    zoektekst = models.TextField(blank=True)

    class Meta:
        verbose_name = _("aanbod")
        verbose_name_plural = _("aanbod")
        constraints = (
            models.UniqueConstraint(name="aanbod_uniek", fields=["organisatie", "naam"]),
            models.CheckConstraint(name="aanbod_niveau", condition=Q(niveau__in=list(Ondersteuningsniveau))),
            models.CheckConstraint(name="aanbod_naam_gevuld", condition=~Q(naam="")),
            models.CheckConstraint(
                name="aanbod_wachttijd",
                condition=Q(wachttijd_weken__isnull=True) | Q(wachttijd_weken__lte=260),
            ),
            bron_of_aanname("aanbod_bron_of_aanname"),
        )

    def __str__(self) -> str:
        return self.naam

    def maak_zoektekst(self, organisatie: str, gebieden: Mapping[str, str]) -> None:
        """Fill `zoektekst`; `gebieden` gives the names of life domains, target groups are words already."""
        domeinen = [gebieden.get(code, code) for code in self.leefgebieden]
        self.zoektekst = normaal(" ".join([self.naam, organisatie, self.tekst, *domeinen, *self.doelgroepen]))

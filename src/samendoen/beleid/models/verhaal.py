"""Stories beside a goal, with the consent they rest on. No story points at a resident (record 0025)."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import Doelstelling
from samendoen.beleid.models.rapport import Rapport
from samendoen.beleid.rules.beeld import Beeldsoort
from samendoen.beleid.rules.verhaal import LEVEND, Gebruik, Gever, Verhaalstaat, Verteller, Wijze
from samendoen.kernel.api import Klasse
from samendoen.kernel.velden import VersleuteldTekst

STATEN = {
    Verhaalstaat.CONCEPT: _("Concept"),
    Verhaalstaat.AANGEBODEN: _("Wacht op een collega"),
    Verhaalstaat.GEPUBLICEERD: _("Gepubliceerd"),
    Verhaalstaat.INGETROKKEN: _("Toestemming ingetrokken"),
    Verhaalstaat.VERLOPEN: _("Toestemming verlopen"),
    Verhaalstaat.WEGGEGOOID: _("Weggegooid"),
}
VERTELLERS = {
    Verteller.INWONER: _("een inwoner"),
    Verteller.OUDER: _("een ouder"),
    Verteller.JONGERE: _("een jongere"),
    Verteller.MANTELZORGER: _("een mantelzorger"),
    Verteller.VRIJWILLIGER: _("een vrijwilliger"),
    Verteller.PROFESSIONAL: _("een professional"),
    Verteller.ORGANISATIE: _("een organisatie"),
}
GEVERS = {
    Gever.ZELF: _("De verteller zelf"),
    Gever.OUDERS: _("Ouders of voogd van de verteller"),
    Gever.VERTEGENWOORDIGER: _("Wettelijk vertegenwoordiger"),
}
WIJZEN = {
    Wijze.FORMULIER: _("Ondertekend formulier"),
    Wijze.EMAIL: _("E-mail"),
    Wijze.OPNAME: _("Opname van beeld of geluid"),
}
GEBRUIKEN = {
    Gebruik.KOERS: _("naast het cijfer op Koers, voor raad en medewerkers"),
    Gebruik.RAPPORT: _("in een rapport aan de raad"),
    Gebruik.MARKT: _("op de verantwoordingsmarkt"),
}


def _keuzes(namen: dict[object, object]) -> list[tuple[str, object]]:
    return [(str(code), naam) for code, naam in namen.items()]


class Verhaal(models.Model):
    """A story as it is told now. Its words are gone once it ended, for whatever reason.

    `versie` goes up with every change of words: who changes an older one is told so.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "doel": Klasse.SLEUTEL,
        "titel": Klasse.TOESTEMMING,
        "tekst": Klasse.TOESTEMMING,
        "verteller": Klasse.GEEN,
        "dorp": Klasse.TOESTEMMING,
        "staat": Klasse.GEEN,
        "reden": Klasse.TOESTEMMING,
        "versie": Klasse.GEEN,
        "opgetekend_op": Klasse.GEEN,
        "gepubliceerd_op": Klasse.GEEN,
        "geeindigd_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    doel = models.ForeignKey(Doelstelling, on_delete=models.PROTECT, related_name="verhalen")
    titel = VersleuteldTekst(null=True)
    tekst = VersleuteldTekst(null=True)
    verteller = models.CharField(max_length=20, choices=[(v.value, n) for v, n in VERTELLERS.items()])
    # The village that is told beside it, if any.
    dorp = VersleuteldTekst(null=True)
    staat = models.CharField(max_length=20, choices=[(s.value, n) for s, n in STATEN.items()])
    # Why a colleague sent it back, or why it was taken off.
    reden = VersleuteldTekst(null=True)
    versie = models.PositiveIntegerField(default=1)
    opgetekend_op = models.DateField()
    gepubliceerd_op = models.DateField(null=True)
    geeindigd_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("verhaal")
        verbose_name_plural = _("verhalen")
        constraints = (
            models.CheckConstraint(name="verhaal_staat", condition=Q(staat__in=list(Verhaalstaat))),
            models.CheckConstraint(
                name="verhaal_geeindigd_is_leeg",
                condition=Q(staat__in=list(LEVEND), geeindigd_op__isnull=True)
                | Q(
                    ~Q(staat__in=list(LEVEND)),
                    titel__isnull=True,
                    tekst__isnull=True,
                    dorp__isnull=True,
                    reden__isnull=True,
                    geeindigd_op__isnull=False,
                ),
            ),
        )
        indexes = (models.Index(fields=["doel", "staat"], name="verhaal_bij_doel"),)

    def __str__(self) -> str:
        return f"verhaal {self.pk}"


class Toestemming(models.Model):
    """Consent for a story: who gave it (a capacity), for what, until when, where the proof lies.

    `code` is what the teller gets, to withdraw it without us keeping a name. The newest one counts. It stays
    when the story is gone: that there was consent must be shown (AVG art. 7 lid 1).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "verhaal": Klasse.SLEUTEL,
        "code": Klasse.SLEUTEL,
        "gever": Klasse.GEEN,
        "wijze": Klasse.GEEN,
        "vindplaats": Klasse.SLEUTEL,
        "gebruik": Klasse.GEEN,
        "gegeven_op": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    verhaal = models.ForeignKey(Verhaal, on_delete=models.PROTECT, related_name="toestemmingen")
    code = models.CharField(max_length=12, unique=True)
    gever = models.CharField(max_length=20, choices=[(g.value, n) for g, n in GEVERS.items()])
    wijze = models.CharField(max_length=20, choices=[(w.value, n) for w, n in WIJZEN.items()])
    # The number under which the form, e-mail or recording is kept.
    vindplaats = models.CharField(max_length=60)
    gebruik = ArrayField(models.CharField(max_length=20))
    gegeven_op = models.DateField()
    # The last day on which it holds.
    tot = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        constraints = (
            models.CheckConstraint(name="toestemming_gever", condition=Q(gever__in=list(Gever))),
            models.CheckConstraint(name="toestemming_wijze", condition=Q(wijze__in=list(Wijze))),
            models.CheckConstraint(name="toestemming_gebruik", condition=~Q(gebruik=[])),
        )

    def __str__(self) -> str:
        return f"toestemming {self.pk}"


class Verhaalbeeld(models.Model):
    """The picture or clip of a story: encrypted outside the database, without what the device wrote in it.

    `omschrijving` says in words what one sees (and of a clip what is said); it is the alternative text.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "verhaal": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "bytes": Klasse.GEEN,
        "bestand": Klasse.SLEUTEL,
        "omschrijving": Klasse.TOESTEMMING,
        "gescand": Klasse.GEEN,
    }
    verhaal = models.OneToOneField(Verhaal, on_delete=models.PROTECT, related_name="beeld")
    soort = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Beeldsoort])
    bytes = models.PositiveIntegerField()
    # The random name under which it is kept; "" once it was erased.
    bestand = models.CharField(max_length=64, blank=True)
    omschrijving = VersleuteldTekst(null=True)
    gescand = models.BooleanField(_("Door de virusscanner bekeken"))

    class Meta:
        verbose_name = _("beeld bij een verhaal")
        verbose_name_plural = _("beelden bij verhalen")
        constraints = (
            models.CheckConstraint(name="verhaalbeeld_soort", condition=Q(soort__in=list(Beeldsoort))),
        )

    def __str__(self) -> str:
        return f"beeld {self.pk}"


class Vlagbevestiging(models.Model):
    """That somebody looked at a sign in a story and left it, with the reason. Gone when the story ends."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "verhaal": Klasse.SLEUTEL,
        "vlag": Klasse.TOESTEMMING,
        "reden": Klasse.TOESTEMMING,
    }
    verhaal = models.ForeignKey(Verhaal, on_delete=models.PROTECT, related_name="bevestigingen")
    vlag = VersleuteldTekst(null=True)
    reden = VersleuteldTekst(null=True)

    class Meta:
        verbose_name = _("bevestiging")
        verbose_name_plural = _("bevestigingen")

    def __str__(self) -> str:
        return f"bevestiging {self.pk}"


class Rapportverhaal(models.Model):
    """That a frozen report holds a story: whom to tell when consent is withdrawn."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "rapport": Klasse.SLEUTEL,
        "verhaal": Klasse.SLEUTEL,
    }
    rapport = models.ForeignKey(Rapport, on_delete=models.PROTECT, related_name="verhalen")
    verhaal = models.ForeignKey(Verhaal, on_delete=models.PROTECT, related_name="rapporten")

    class Meta:
        verbose_name = _("verhaal in een rapport")
        verbose_name_plural = _("verhalen in rapporten")
        constraints = (models.UniqueConstraint(name="rapportverhaal_eenmaal", fields=["rapport", "verhaal"]),)

    def __str__(self) -> str:
        return f"{self.rapport_id} met {self.verhaal_id}"

"""What is done for a question that waits: its priority, contacts, and what helps meanwhile."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.toegang.models.melding import Melding
from samendoen.toegang.rules import Contactuitkomst

CONTACTUITKOMSTEN = {
    Contactuitkomst.GESPROKEN: _("Gesproken"),
    Contactuitkomst.BERICHT: _("Bericht achtergelaten"),
    Contactuitkomst.NIET_BEREIKT: _("Niet bereikt"),
}


class Wachtplek(models.Model):
    """The place of a question in line, as far as people decided it and called; there from the first of that.

    Without a row, and with an empty `prioriteit`, a question has the priority that its route begins with.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "prioriteit": Klasse.GEEN,
        "reden": Klasse.BIJZONDER,
        "contact_op": Klasse.GEEN,
        "volgende_op": Klasse.GEEN,
        "verteld_op": Klasse.GEEN,
        "verwachte_weken": Klasse.GEEN,
    }
    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="wachtplek")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    prioriteit = models.SlugField(_("Prioriteit"), max_length=60, blank=True, db_index=False)
    reden = models.TextField(_("Waarom deze prioriteit"), blank=True)
    # What its contacts say together (rules.laatste).
    contact_op = models.DateField(null=True)
    volgende_op = models.DateField(null=True)
    verteld_op = models.DateField(null=True)
    verwachte_weken = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("plek op de wachtlijst")
        verbose_name_plural = _("plekken op de wachtlijst")
        constraints = (models.CheckConstraint(name="wachtplek_wet", condition=Q(wet__in=Wet.values)),)

    def __str__(self) -> str:
        return f"wachtplek van melding {self.melding_id}"


class Wachtcontact(models.Model):
    """That somebody called, or tried to, and what was agreed. One that was a mistake stays, crossed out."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "gebruiker": Klasse.MEDEWERKER,
        "op": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "woorden": Klasse.BIJZONDER,
        "volgende_op": Klasse.GEEN,
        "verwachte_weken": Klasse.GEEN,
        "ingetrokken": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one contact.
    kenmerk = models.UUIDField(unique=True)
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="wachtcontacten")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    op = models.DateField(_("Gebeld op"))
    uitkomst = models.CharField(
        max_length=20, choices=[(code.value, naam) for code, naam in CONTACTUITKOMSTEN.items()]
    )
    woorden = models.TextField(_("Wat is er gezegd"), blank=True)
    volgende_op = models.DateField(_("Volgend contact"))
    verwachte_weken = models.PositiveSmallIntegerField(null=True)
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("contact op de wachtlijst")
        verbose_name_plural = _("contacten op de wachtlijst")
        constraints = (
            models.CheckConstraint(name="wachtcontact_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="wachtcontact_uitkomst",
                condition=Q(uitkomst__in=[code.value for code in Contactuitkomst]),
            ),
            models.CheckConstraint(name="wachtcontact_volgende_later", condition=Q(volgende_op__gt=F("op"))),
        )

    def __str__(self) -> str:
        return f"contact {self.pk} bij melding {self.melding_id}"


class Overbrugging(models.Model):
    """What helps while one waits: an offer of the map, or something else in words. `tot` is the first day no
    longer."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "aanbod": Klasse.SLEUTEL,
        "tekst": Klasse.BIJZONDER,
        "van": Klasse.GEEN,
        "tot": Klasse.GEEN,
        "ingetrokken": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one offer.
    kenmerk = models.UUIDField(unique=True)
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="overbruggingen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    aanbod = models.ForeignKey("kaart.Aanbod", null=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField(_("Wat helpt zolang"), blank=True)
    van = models.DateField(_("Vanaf"))
    tot = models.DateField(_("Tot"), null=True)
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("overbrugging")
        verbose_name_plural = _("overbruggingen")
        constraints = (
            models.CheckConstraint(name="overbrugging_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="overbrugging_periode", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
        )

    def __str__(self) -> str:
        return f"overbrugging {self.pk} bij melding {self.melding_id}"

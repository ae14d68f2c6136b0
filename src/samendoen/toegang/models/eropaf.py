"""ErOpAf: contact sought without a request, what was decided, and a worry that somebody else reported."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse, Wet
from samendoen.toegang.models.melding import Melding
from samendoen.toegang.rules import (
    Eropafkeuze,
    Eropafstatus,
    Poginguitkomst,
    Pogingwijze,
    Verkenninguitkomst,
)

POGINGWIJZEN = {
    Pogingwijze.HUISBEZOEK: _("Aan de deur"),
    Pogingwijze.TELEFOON: _("Telefoon"),
    Pogingwijze.BRIEF: _("Brief of kaartje"),
    Pogingwijze.BERICHT: _("App of e-mail"),
    Pogingwijze.VIA_ANDER: _("Via iemand anders"),
}
POGINGUITKOMSTEN = {
    Poginguitkomst.NIET_BEREIKT: _("Niet bereikt"),
    Poginguitkomst.AFGEHOUDEN: _("Houdt het af"),
    Poginguitkomst.GESPROKEN: _("Gesproken"),
    Poginguitkomst.AFSPRAAK: _("Afspraak gemaakt"),
    Poginguitkomst.WIL_HULP: _("Wil hulp"),
}
EROPAFKEUZES = {
    Eropafkeuze.DOORGAAN: _("Doorgaan met contact zoeken"),
    Eropafkeuze.LOSLATEN_NA_HULP: _("Loslaten: er is hulp"),
    Eropafkeuze.LOSLATEN: _("Loslaten om een andere reden"),
    Eropafkeuze.CASUS: _("Een casus openen"),
    Eropafkeuze.VERKENNEND_ONDERZOEK: _("Verkennend onderzoek (Wvggz)"),
    Eropafkeuze.VERKENNING_VERTELD: _("Uitkomst van het verkennend onderzoek verteld"),
    Eropafkeuze.OVERDRAGEN: _("Overdragen"),
}
VERKENNINGUITKOMSTEN = {
    Verkenninguitkomst.AANVRAGEN: _("Een zorgmachtiging aanvragen bij de officier van justitie"),
    Verkenninguitkomst.NIET_AANVRAGEN: _("Geen zorgmachtiging aanvragen"),
}
EROPAFSTATUSSEN = {
    Eropafstatus.LOOPT: _("Loopt"),
    Eropafstatus.LOSGELATEN: _("Losgelaten"),
    Eropafstatus.OVERGEDRAGEN: _("Overgedragen"),
    Eropafstatus.CASUS: _("Verder in een casus"),
    Eropafstatus.VERVALLEN: _("Vervallen: de melding is ingetrokken"),
}


def keuzes(teksten: Mapping[Any, Any]) -> list[tuple[str, Any]]:
    """Return the choices of a field: codes as plain text."""
    return [(code.value, tekst) for code, tekst in teksten.items()]


class Eropaf(models.Model):
    """The path of one melding: of a melding at most one runs. The state is the fold of its events."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "status": Klasse.GEEN,
        "begonnen_op": Klasse.GEEN,
        "beeindigd_op": Klasse.GEEN,
        "laatste_poging_op": Klasse.GEEN,
        "volgende_op": Klasse.GEEN,
        "verkenning_op": Klasse.GEEN,
        "verkenning_uitkomst": Klasse.GEEN,
    }
    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="eropafs")
    status = models.CharField(
        max_length=20, choices=keuzes(EROPAFSTATUSSEN), default=Eropafstatus.LOOPT.value
    )
    begonnen_op = models.DateField()
    beeindigd_op = models.DateField(null=True)
    laatste_poging_op = models.DateField(null=True)
    # The day by which contact is sought again.
    volgende_op = models.DateField(null=True)
    verkenning_op = models.DateField(null=True)
    verkenning_uitkomst = models.CharField(max_length=20, choices=keuzes(VERKENNINGUITKOMSTEN), blank=True)

    class Meta:
        verbose_name = _("ErOpAf")
        verbose_name_plural = _("ErOpAf")
        constraints = (
            models.UniqueConstraint(
                name="eropaf_loopt_eenmaal", fields=["melding"], condition=Q(status=Eropafstatus.LOOPT.value)
            ),
            models.CheckConstraint(
                name="eropaf_is_heel",
                condition=Q(
                    status=Eropafstatus.LOOPT.value, beeindigd_op__isnull=True, volgende_op__isnull=False
                )
                | Q(
                    status__in=[s.value for s in Eropafstatus if s is not Eropafstatus.LOOPT],
                    beeindigd_op__gte=F("begonnen_op"),
                    volgende_op__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="eropaf_verkenning_is_heel",
                condition=Q(verkenning_uitkomst="") | Q(verkenning_op__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=["volgende_op"], condition=Q(status=Eropafstatus.LOOPT.value), name="eropaf_volgende"
            ),
        )

    def __str__(self) -> str:
        return f"eropaf {self.pk}"


class Contactpoging(models.Model):
    """That somebody sought contact: how, what came of it, and in words what moves the resident."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "eropaf": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "op": Klasse.GEEN,
        "wijze": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "woorden": Klasse.BIJZONDER,
        "door": Klasse.MEDEWERKER,
        "ingetrokken": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    eropaf = models.ForeignKey(Eropaf, on_delete=models.PROTECT, related_name="pogingen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    op = models.DateField()
    wijze = models.CharField(max_length=20, choices=keuzes(POGINGWIJZEN))
    uitkomst = models.CharField(max_length=20, choices=keuzes(POGINGUITKOMSTEN))
    woorden = models.TextField(blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("contactpoging")
        verbose_name_plural = _("contactpogingen")

    def __str__(self) -> str:
        return f"contactpoging {self.pk}"


class Eropafbesluit(models.Model):
    """Who decided what on the way, and why."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "eropaf": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "besluit": Klasse.GEEN,
        "op": Klasse.GEEN,
        "motivering": Klasse.BIJZONDER,
        "door": Klasse.MEDEWERKER,
        "ingetrokken": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    eropaf = models.ForeignKey(Eropaf, on_delete=models.PROTECT, related_name="besluiten")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    besluit = models.CharField(max_length=30, choices=keuzes(EROPAFKEUZES))
    op = models.DateField()
    motivering = models.TextField(blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("besluit van ErOpAf")
        verbose_name_plural = _("besluiten van ErOpAf")

    def __str__(self) -> str:
        return f"besluit van ErOpAf {self.pk}"


class Zorgmelding(models.Model):
    """What belongs to a worry about somebody: whom it is about as told, and who reported it.

    Of who stays anonymous the database keeps nothing.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "aanduiding": Klasse.PERSOON,
        "anoniem": Klasse.GEEN,
        "melder_naam": Klasse.PERSOON,
        "melder_telefoon": Klasse.PERSOON,
        "melder_relatie": Klasse.PERSOON,
    }
    melding = models.OneToOneField(Melding, on_delete=models.PROTECT, related_name="zorgmelding")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    aanduiding = models.CharField(max_length=200, blank=True)
    anoniem = models.BooleanField()
    melder_naam = models.CharField(max_length=120, blank=True)
    melder_telefoon = models.CharField(max_length=30, blank=True)
    melder_relatie = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("zorgmelding")
        verbose_name_plural = _("zorgmeldingen")
        constraints = (
            models.CheckConstraint(
                name="zorgmelding_anoniem_is_leeg",
                condition=Q(anoniem=False) | Q(melder_naam="", melder_telefoon="", melder_relatie=""),
            ),
        )

    def __str__(self) -> str:
        return f"zorgmelding {self.melding_id}"

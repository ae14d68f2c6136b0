"""Bericht and Berichtregel: every message as it came or went, and what it is about."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.berichten.rules.toestand import TELT_NIET, VAN_IN, Richting, Status
from samendoen.kernel.api import Klasse, Wet
from samendoen.kernel.velden import VersleuteldeBytes

RICHTINGEN = {Richting.IN: _("Ontvangen"), Richting.UIT: _("Verstuurd")}
STATUSSEN = {
    Status.ONTVANGEN: _("Ontvangen, nog niet verwerkt"),
    Status.VERWERKT: _("Verwerkt"),
    Status.AFGEKEURD: _("Afgekeurd"),
    Status.GEWEIGERD: _("Geweigerd"),
    Status.DUBBEL: _("Dubbel ontvangen"),
    Status.AFWIJKEND: _("Afwijkend: het nummer was al gebruikt"),
    Status.KLAAR: _("Klaar om te versturen"),
    Status.AANGEBODEN: _("Verstuurd"),
    Status.BEANTWOORD: _("Beantwoord"),
    Status.MISLUKT: _("Niet aangekomen"),
}
_IN = sorted(s.value for s in VAN_IN)
_UIT = sorted(s.value for s in Status if s not in VAN_IN)


class Bericht(models.Model):
    """A message of iWmo or iJw, received or made by us. `ruw` are its bytes, gone after erasure.

    `afzender` and `ontvanger` are who really sent and got it: of an answer its header says the reverse.
    Its identity is (afzender, soort, identificatie). `levering` is the mark of one delivery: the same
    message delivered twice has two. `antwoord_op` is the message that it answers, `eerste` the one that had
    its identity before. `inwoner` is whom it is about when that is one person whom we know; about more
    persons say the lines. `bevindingen` holds what was found: level, rule, code, path and sentence.
    `referentie` is the number of the envelope in which it travels, `envelop` what stands on it: the version
    of who made it and, of what came, kind, sender and function, and the number of the fault that tells of its
    refusal. `opnieuw_op` is when a step that failed is tried again. `afgehandeld_op`: a person settled what
    it asked. `toegekend_eurocent` is what was granted of an invoice that is in the ledger, credits taken off.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "richting": Klasse.GEEN,
        "soort": Klasse.GEEN,
        "afzender": Klasse.GEEN,
        "ontvanger": Klasse.GEEN,
        "identificatie": Klasse.SLEUTEL,
        "dagtekening": Klasse.GEEN,
        "sha256": Klasse.SLEUTEL,
        "ruw": Klasse.BIJZONDER,
        "levering": Klasse.SLEUTEL,
        "naam": Klasse.GEEN,
        "referentie": Klasse.SLEUTEL,
        "envelop": Klasse.GEEN,
        "op": Klasse.GEEN,
        "status": Klasse.GEEN,
        "fout": Klasse.GEEN,
        "bevindingen": Klasse.GEEN,
        "verwerkt_op": Klasse.GEEN,
        "aangeboden_op": Klasse.GEEN,
        "pogingen": Klasse.GEEN,
        "opnieuw_op": Klasse.GEEN,
        "afgehandeld_op": Klasse.GEEN,
        "toegekend_eurocent": Klasse.GEEN,
        "antwoord_op": Klasse.SLEUTEL,
        "eerste": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "inwoner": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
    }
    richting = models.CharField(max_length=3, choices=[(r.value, r.value) for r in Richting])
    soort = models.CharField(max_length=6, blank=True)
    afzender = models.CharField(max_length=8, blank=True)
    ontvanger = models.CharField(max_length=8, blank=True)
    identificatie = models.CharField(max_length=12, blank=True)
    dagtekening = models.DateField(null=True)
    sha256 = models.CharField(max_length=64)
    ruw = VersleuteldeBytes(null=True)
    levering = models.UUIDField(null=True, unique=True)
    naam = models.CharField(max_length=60, blank=True)
    referentie = models.UUIDField(null=True)
    envelop = models.JSONField(default=dict)
    op = models.DateTimeField()
    status = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Status])
    fout = models.SlugField(max_length=20, blank=True)
    bevindingen = models.JSONField(default=list)
    verwerkt_op = models.DateTimeField(null=True)
    aangeboden_op = models.DateTimeField(null=True)
    pogingen = models.PositiveIntegerField(default=0)
    opnieuw_op = models.DateTimeField(null=True)
    afgehandeld_op = models.DateField(null=True)
    toegekend_eurocent = models.BigIntegerField(null=True)
    antwoord_op = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="antwoorden")
    eerste = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    inwoner = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey("kernel.Dossier", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        constraints = (
            models.CheckConstraint(name="bericht_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="bericht_status",
                condition=Q(richting=Richting.IN.value, status__in=_IN)
                | Q(richting=Richting.UIT.value, status__in=_UIT),
            ),
            models.UniqueConstraint(
                name="bericht_identiteit",
                fields=["afzender", "soort", "identificatie"],
                condition=~Q(status__in=sorted(s.value for s in TELT_NIET)) & ~Q(identificatie=""),
            ),
            # A message is answered once: the same answer may go again, another one may not be made.
            models.UniqueConstraint(
                name="bericht_een_antwoord",
                fields=["antwoord_op"],
                condition=~Q(status__in=sorted(s.value for s in TELT_NIET)),
            ),
        )
        indexes = (
            # What waits for the next run.
            models.Index(
                fields=["status", "id"],
                name="bericht_wacht",
                condition=Q(status__in=[Status.ONTVANGEN.value, Status.KLAAR.value]),
            ),
            models.Index(fields=["status", "op"], name="bericht_status_op"),
            models.Index(fields=["inwoner", "wet"], name="bericht_inwoner"),
            # A fault names the envelope that it is about.
            models.Index(
                fields=["referentie"], name="bericht_referentie", condition=Q(referentie__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"bericht {self.pk}"


class Berichtregel(models.Model):
    """One class of a message: a granted product, a start, a prestatie. It links a message to assignments.

    `pad` is where it stands in the message, `volgnummer` its order. `retourcodes` are the verdict on it: ours
    for what came in, theirs for what we sent. `vingerafdruk` is, of a product that we sent, what we said of
    it: another one means that the assignment changed since. `toegewezen_op` is the moment that we gave it: of
    two the latest counts (OP033x1).
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "bericht": Klasse.SLEUTEL,
        "volgnummer": Klasse.GEEN,
        "klasse": Klasse.GEEN,
        "pad": Klasse.GEEN,
        "toewijzing": Klasse.SLEUTEL,
        "dossier": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "retourcodes": Klasse.GEEN,
        "vingerafdruk": Klasse.SLEUTEL,
        "toegewezen_op": Klasse.GEEN,
    }
    bericht = models.ForeignKey(Bericht, on_delete=models.PROTECT, related_name="regels")
    volgnummer = models.PositiveIntegerField()
    klasse = models.CharField(max_length=40)
    pad = models.CharField(max_length=200)
    toewijzing = models.ForeignKey(
        "besluiten.Toewijzing", null=True, on_delete=models.PROTECT, related_name="+"
    )
    dossier = models.ForeignKey("kernel.Dossier", null=True, on_delete=models.PROTECT, related_name="+")
    inwoner = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet, default=Wet.GEEN)
    retourcodes = ArrayField(models.CharField(max_length=4), default=list)
    vingerafdruk = models.CharField(max_length=64, blank=True)
    toegewezen_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("regel van een bericht")
        verbose_name_plural = _("regels van een bericht")
        constraints = (
            models.CheckConstraint(name="berichtregel_wet", condition=Q(wet__in=Wet.values)),
            models.UniqueConstraint(name="berichtregel_volgorde", fields=["bericht", "volgnummer"]),
        )
        indexes = (
            models.Index(fields=["toewijzing"], name="berichtregel_toewijzing"),
            models.Index(fields=["inwoner", "wet"], name="berichtregel_inwoner"),
        )

    def __str__(self) -> str:
        return f"regel {self.volgnummer} van bericht {self.bericht_id}"

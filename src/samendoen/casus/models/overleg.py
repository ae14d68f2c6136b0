"""Case tables: a meeting, who sits at it, what is on the agenda, and what was shared with whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import Afzegreden, Puntstatus
from samendoen.kernel.api import Klasse, Wet

PUNTSTATUSSEN = {
    Puntstatus.OPEN: _("Nog te bespreken"),
    Puntstatus.BESPROKEN: _("Besproken"),
    Puntstatus.VERPLAATST: _("Naar een volgend overleg"),
}


AFZEGREDENEN = {
    Afzegreden.WEINIG_PUNTEN: _("Te weinig om te bespreken"),
    Afzegreden.TE_WEINIG_MENSEN: _("Te weinig mensen kunnen erbij zijn"),
    Afzegreden.SAMENGEVOEGD: _("Samengevoegd met een ander overleg"),
    Afzegreden.SPOED: _("Iets dringenders gaat voor"),
    Afzegreden.VRIJ: _("Feestdag of vakantie"),
    Afzegreden.ANDERS: _("Iets anders"),
}


class Overleg(models.Model):
    """A meeting of one kind of table (`tafel`, from the definitions), kept by one team. Says nothing about a
    household: being at it gives no right to see a dossier. One that is cancelled stays to be seen; on that
    day the same table may be planned anew."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "tafel": Klasse.GEEN,
        "team": Klasse.SLEUTEL,
        "op": Klasse.GEEN,
        "voorzitter": Klasse.MEDEWERKER,
        "afgezegd_op": Klasse.GEEN,
        "afgezegd_reden": Klasse.GEEN,
    }
    # Made by the client: the same form sent twice is one meeting.
    kenmerk = models.UUIDField(unique=True)
    tafel = models.SlugField(max_length=60, db_index=False)
    team = models.ForeignKey("organisatie.Team", on_delete=models.PROTECT, related_name="+")
    op = models.DateField(_("Op welke dag?"))
    voorzitter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    afgezegd_op = models.DateField(null=True)
    afgezegd_reden = models.CharField(max_length=20, choices=keuzes(AFZEGREDENEN), blank=True)

    class Meta:
        verbose_name = _("overleg")
        verbose_name_plural = _("overleggen")
        constraints = (
            models.UniqueConstraint(
                name="overleg_eenmaal", fields=["tafel", "team", "op"], condition=Q(afgezegd_op__isnull=True)
            ),
            models.CheckConstraint(
                name="overleg_afgezegd_is_heel",
                condition=Q(afgezegd_op__isnull=True, afgezegd_reden="")
                | Q(afgezegd_op__isnull=False, afgezegd_reden__in=codes(Afzegreden)),
            ),
        )

    def __str__(self) -> str:
        return f"overleg {self.pk}"


class Deelnemer(models.Model):
    """Somebody at a meeting: a colleague, or somebody from outside with an organisation."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "overleg": Klasse.SLEUTEL,
        "gebruiker": Klasse.MEDEWERKER,
        "naam": Klasse.MEDEWERKER,
        "organisatie": Klasse.MEDEWERKER,
    }
    kenmerk = models.UUIDField(unique=True)
    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="deelnemers")
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    naam = models.CharField(_("Naam"), max_length=200, blank=True)
    organisatie = models.CharField(_("Organisatie"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("deelnemer")
        verbose_name_plural = _("deelnemers")
        constraints = (
            models.CheckConstraint(
                name="deelnemer_collega_of_buiten",
                condition=Q(gebruiker__isnull=False, naam="", organisatie="")
                | (Q(gebruiker__isnull=True) & ~Q(naam="") & ~Q(organisatie="")),
            ),
            models.UniqueConstraint(name="deelnemer_eenmaal", fields=["overleg", "gebruiker"]),
        )

    def __str__(self) -> str:
        return f"deelnemer {self.pk}"


class Agendapunt(models.Model):
    """A question or a casus on the agenda of a meeting, and what came of it.

    Who may open the `dossier` sees it; others see a number. An item that moves to a next meeting stays where
    it was (`naar`), and stands there anew: nothing disappears from an agenda.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "overleg": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "vraag": Klasse.BIJZONDER,
        "status": Klasse.GEEN,
        "uitkomst": Klasse.GEEN,
        "verslag": Klasse.BIJZONDER,
        "besproken_op": Klasse.GEEN,
        "naar": Klasse.SLEUTEL,
    }
    kenmerk = models.UUIDField(unique=True)
    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="punten")
    melding = models.ForeignKey("toegang.Melding", null=True, on_delete=models.PROTECT, related_name="+")
    casus = models.ForeignKey(Casus, null=True, on_delete=models.PROTECT, related_name="agendapunten")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    vraag = models.TextField(_("Wat wilt u bespreken?"), blank=True)
    status = models.CharField(max_length=12, default=Puntstatus.OPEN.value)
    uitkomst = models.SlugField(max_length=60, blank=True, db_index=False)
    verslag = models.TextField(_("Wat is besproken en afgesproken?"), blank=True)
    besproken_op = models.DateField(null=True)
    naar = models.ForeignKey(Overleg, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("agendapunt")
        verbose_name_plural = _("agendapunten")
        constraints = (
            models.CheckConstraint(name="agendapunt_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(name="agendapunt_status", condition=Q(status__in=codes(Puntstatus))),
            models.CheckConstraint(
                name="agendapunt_over_een",
                condition=Q(melding__isnull=True, casus__isnull=False)
                | Q(melding__isnull=False, casus__isnull=True),
            ),
            models.CheckConstraint(
                name="agendapunt_besproken",
                condition=(Q(status=Puntstatus.BESPROKEN.value, besproken_op__isnull=False) & ~Q(uitkomst=""))
                | (~Q(status=Puntstatus.BESPROKEN.value) & Q(besproken_op__isnull=True, uitkomst="")),
            ),
            models.CheckConstraint(
                name="agendapunt_naar",
                condition=Q(status=Puntstatus.VERPLAATST.value, naar__isnull=False)
                | (~Q(status=Puntstatus.VERPLAATST.value) & Q(naar__isnull=True)),
            ),
            models.UniqueConstraint(
                name="agendapunt_melding_eenmaal",
                fields=["overleg", "melding"],
                condition=~Q(status=Puntstatus.VERPLAATST.value),
            ),
            models.UniqueConstraint(
                name="agendapunt_casus_eenmaal",
                fields=["overleg", "casus"],
                condition=~Q(status=Puntstatus.VERPLAATST.value),
            ),
        )

    def __str__(self) -> str:
        return f"agendapunt {self.pk}"


class Deling(models.Model):
    """What was shared with one participant about an agenda item, and on which legal basis (`grond`, a code of
    the table's definition); consent has its day. A mistake is withdrawn, and stays to be seen."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "punt": Klasse.SLEUTEL,
        "deelnemer": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "wat": Klasse.BIJZONDER,
        "grond": Klasse.GEEN,
        "toestemming_op": Klasse.PERSOON,
        "op": Klasse.GEEN,
        "ingetrokken_op": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="delingen")
    deelnemer = models.ForeignKey(Deelnemer, on_delete=models.PROTECT, related_name="delingen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    wat = models.TextField(_("Wat is gedeeld?"), blank=True)
    grond = models.SlugField(max_length=60, db_index=False)
    toestemming_op = models.DateField(_("Toestemming gegeven op"), null=True)
    op = models.DateField()
    ingetrokken_op = models.DateField(null=True)

    class Meta:
        verbose_name = _("deling")
        verbose_name_plural = _("delingen")
        constraints = (models.CheckConstraint(name="deling_wet", condition=Q(wet__in=Wet.values)),)

    def __str__(self) -> str:
        return f"deling {self.pk}"

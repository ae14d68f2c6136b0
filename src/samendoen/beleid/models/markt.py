"""The accountability market of a year: programme, contributions, what was heard and what comes of it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.beleid.models.plan import Doelstelling, Plan, gevuld
from samendoen.beleid.models.verhaal import Verhaal
from samendoen.beleid.rules.markt import Gevolg, Herkomst, Regelsoort, Vorm
from samendoen.kernel.api import Klasse

HERKOMSTEN = {
    Herkomst.PARTNER: _("Organisatie"),
    Herkomst.INWONER: _("Inwoner"),
    Herkomst.GEMEENTE: _("Gemeente"),
    Herkomst.RAAD: _("Gemeenteraad"),
}
VORMEN = {
    Vorm.KRAAM: _("Kraam"),
    Vorm.GESPREK: _("Gesprek"),
    Vorm.KRANT: _("Krantenbericht"),
    Vorm.VLOG: _("Vlog"),
    Vorm.VERHAAL: _("Verhaal"),
}
GEVOLGEN = {
    Gevolg.BIJSTELLEN: _("We stellen het doel bij"),
    Gevolg.DOORGAAN: _("We gaan zo door"),
    Gevolg.UITZOEKEN: _("We zoeken het uit"),
    Gevolg.NIETS: _("We doen er niets mee"),
}


class Markt(models.Model):
    """A market: of which plan and year, when and where, and the question it is about."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "plan": Klasse.SLEUTEL,
        "jaar": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "op": Klasse.GEEN,
        "plaats": Klasse.GEEN,
        "vraag": Klasse.GEEN,
        "gepubliceerd": Klasse.GEEN,
        "versie": Klasse.GEEN,
    }
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="markten")
    jaar = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=200)
    op = models.DateField()
    plaats = models.CharField(max_length=200, blank=True)
    vraag = models.CharField(max_length=300, blank=True)
    # Which of the two parts may be seen.
    gepubliceerd = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("verantwoordingsmarkt")
        verbose_name_plural = _("verantwoordingsmarkten")
        constraints = (
            models.UniqueConstraint(name="markt_per_jaar", fields=["plan", "jaar"]),
            gevuld("markt", "titel"),
        )

    def __str__(self) -> str:
        return f"markt {self.jaar}"


class Marktregel(models.Model):
    """A line of a market. `van` is an organisation or a role, never a name; `gevolg` and `reden`: what comes
    of what was heard, and why. A line that was struck stays, and can come back."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "markt": Klasse.SLEUTEL,
        "soort": Klasse.GEEN,
        "begin": Klasse.GEEN,
        "einde": Klasse.GEEN,
        "titel": Klasse.GEEN,
        "tekst": Klasse.GEEN,
        "herkomst": Klasse.GEEN,
        "van": Klasse.GEEN,
        "vorm": Klasse.GEEN,
        "doel": Klasse.SLEUTEL,
        "verhaal": Klasse.SLEUTEL,
        "gevolg": Klasse.GEEN,
        "reden": Klasse.GEEN,
        "afgedaan_op": Klasse.GEEN,
        "geschrapt_op": Klasse.GEEN,
        "versie": Klasse.GEEN,
    }
    kenmerk = models.UUIDField(unique=True)
    markt = models.ForeignKey(Markt, on_delete=models.PROTECT, related_name="regels")
    soort = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Regelsoort])
    begin = models.TimeField(null=True)
    einde = models.TimeField(null=True)
    titel = models.CharField(max_length=200)
    tekst = models.TextField(blank=True)
    herkomst = models.CharField(max_length=20, blank=True)
    van = models.CharField(max_length=120, blank=True)
    vorm = models.CharField(max_length=20, blank=True)
    doel = models.ForeignKey(Doelstelling, null=True, on_delete=models.PROTECT, related_name="marktregels")
    verhaal = models.ForeignKey(Verhaal, null=True, on_delete=models.PROTECT, related_name="marktregels")
    gevolg = models.CharField(max_length=20, blank=True)
    reden = models.TextField(blank=True)
    afgedaan_op = models.DateField(null=True)
    geschrapt_op = models.DateField(null=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("regel van een markt")
        verbose_name_plural = _("regels van een markt")
        constraints = (
            models.CheckConstraint(name="marktregel_soort", condition=Q(soort__in=list(Regelsoort))),
            models.CheckConstraint(
                name="marktregel_bijstellen", condition=~Q(gevolg="bijstellen") | Q(doel__isnull=False)
            ),
            gevuld("marktregel", "titel"),
        )
        indexes = (models.Index(fields=["markt", "soort", "begin"], name="marktregel_op_volgorde"),)

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"

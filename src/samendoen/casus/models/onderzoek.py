"""Onderzoek: what was found with somebody on each life domain, and the report that was sent about it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samendoen.casus.models.casus import Casus, codes, keuzes
from samendoen.casus.rules import (
    HOOGSTE,
    LAAGSTE,
    Clientondersteuning,
    EigenPlan,
    Onderdeel,
    Onderzoekstatus,
    Verteld,
)
from samendoen.kernel.api import Klasse, Wet

ONDERZOEKSTATUSSEN = {
    Onderzoekstatus.LOOPT: _("Loopt"),
    Onderzoekstatus.AFGEROND: _("Verslag verstuurd"),
    Onderzoekstatus.WEGGEGOOID: _("Weggegooid"),
}
CLIENTONDERSTEUNINGEN = {
    Clientondersteuning.JA: _("Aangeboden, en de inwoner wil dit"),
    Clientondersteuning.AFGEZIEN: _("Aangeboden, maar de inwoner wil dit niet"),
    Clientondersteuning.NEE: _("Nog niet aangeboden"),
}
EIGEN_PLANNEN = {
    EigenPlan.GEEN: _("Geen eigen plan"),
    EigenPlan.PERSOONLIJK: _("Persoonlijk plan"),
    EigenPlan.FAMILIEGROEP: _("Familiegroepsplan"),
}
VERTELD = {
    Verteld.BIJDRAGE: _("Wat de hulp kan kosten (eigen bijdrage)"),
    Verteld.PGB: _("Dat kiezen voor een persoonsgebonden budget kan, en wat dat betekent"),
    Verteld.IDENTITEIT: _("Wie het is: een geldig identiteitsbewijs is bekeken"),
}
# What the checklist says of a part that is missing.
ONDERDELEN = {
    Onderdeel.LEEFGEBIED: _("Kies waar u samen naar kijkt: minstens één leefgebied."),
    Onderdeel.BEHOEFTE: _("Hoe het nu gaat en wat de inwoner wil."),
    Onderdeel.EIGEN_KRACHT: _("Wat iemand zelf of met huisgenoten kan."),
    Onderdeel.NETWERK: _("Wat mensen in de omgeving doen of kunnen doen."),
    Onderdeel.MANTELZORG: _("Wat de mantelzorger nodig heeft, of dat er geen mantelzorger is."),
    Onderdeel.ALGEMEEN: _("Welk aanbod voor iedereen is bekeken."),
    Onderdeel.SAMENWERKING: _("Hoe u afstemt met zorg, school, wonen, werk en inkomen."),
    Onderdeel.BIJDRAGE: _("Verteld wat de hulp kan kosten."),
    Onderdeel.PGB: _("Verteld dat een persoonsgebonden budget kan."),
    Onderdeel.EIGEN_PLAN: _("Gevraagd naar een eigen plan, en daarop geantwoord."),
    Onderdeel.CLIENTONDERSTEUNING: _("Gratis cliëntondersteuning aangeboden."),
    Onderdeel.IDENTITEIT: _("Vastgesteld wie de inwoner is."),
    Onderdeel.CONCLUSIE: _("De conclusie van het onderzoek."),
}


class Onderzoek(models.Model):
    """One investigation of a casus, into one or more of its questions; of a casus at most one runs.

    `kopie_van` is the one with whose words it began.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "casus": Klasse.SLEUTEL,
        "nummer": Klasse.GEEN,
        "status": Klasse.GEEN,
        "begonnen_op": Klasse.GEEN,
        "verstuurd_op": Klasse.GEEN,
        "kopie_van": Klasse.SLEUTEL,
    }
    kenmerk = models.UUIDField(unique=True)
    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="onderzoeken")
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=20, choices=keuzes(ONDERZOEKSTATUSSEN), default=Onderzoekstatus.LOOPT.value
    )
    begonnen_op = models.DateField(_("Begonnen op"))
    verstuurd_op = models.DateField(_("Verslag verstuurd op"), null=True)
    kopie_van = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        constraints = (
            models.UniqueConstraint(name="onderzoek_nummer", fields=["casus", "nummer"]),
            models.UniqueConstraint(
                name="onderzoek_een_loopt", fields=["casus"], condition=Q(status=Onderzoekstatus.LOOPT.value)
            ),
            models.CheckConstraint(
                name="onderzoek_verstuurd_is_heel",
                condition=Q(
                    status__in=codes([Onderzoekstatus.LOOPT, Onderzoekstatus.WEGGEGOOID]),
                    verstuurd_op__isnull=True,
                )
                | Q(status=Onderzoekstatus.AFGEROND.value, verstuurd_op__gte=F("begonnen_op")),
            ),
        )

    def __str__(self) -> str:
        return f"onderzoek {self.nummer} van casus {self.casus_id}"


class Onderzoekmelding(models.Model):
    """That an investigation is into a question: a question has one at most."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderzoek": Klasse.SLEUTEL,
        "melding": Klasse.SLEUTEL,
    }
    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="meldingen")
    melding = models.OneToOneField("toegang.Melding", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("melding van een onderzoek")
        verbose_name_plural = _("meldingen van een onderzoek")

    def __str__(self) -> str:
        return f"melding {self.melding_id} in onderzoek {self.onderzoek_id}"


class Onderzochte(models.Model):
    """Somebody in an investigation: what goes for this person on every life domain.

    `samenwerking` is with whom help is tuned, `conclusie` what comes out of it. A plan of the resident's own
    came in as text, on paper, or both; `plan_antwoord` says what is done with it. `versie` counts what was
    written, by whom last and when.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderzoek": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "clientondersteuning": Klasse.GEEN,
        "eigen_plan": Klasse.GEEN,
        "plan_ontvangen_op": Klasse.GEEN,
        "plan_tekst": Klasse.BIJZONDER,
        "plan_antwoord": Klasse.BIJZONDER,
        "verteld": Klasse.GEEN,
        "samenwerking": Klasse.BIJZONDER,
        "conclusie": Klasse.BIJZONDER,
        "versie": Klasse.GEEN,
        "bijgewerkt_door": Klasse.MEDEWERKER,
        "bijgewerkt_op": Klasse.GEEN,
    }
    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="personen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    clientondersteuning = models.CharField(max_length=20, choices=keuzes(CLIENTONDERSTEUNINGEN), blank=True)
    eigen_plan = models.CharField(max_length=20, choices=keuzes(EIGEN_PLANNEN), blank=True)
    plan_ontvangen_op = models.DateField(null=True)
    plan_tekst = models.TextField(blank=True)
    plan_antwoord = models.TextField(blank=True)
    verteld = ArrayField(models.CharField(max_length=20, choices=keuzes(VERTELD)), default=list, blank=True)
    samenwerking = models.TextField(blank=True)
    conclusie = models.TextField(blank=True)
    versie = models.PositiveIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("onderzochte")
        verbose_name_plural = _("onderzochten")
        constraints = (
            models.UniqueConstraint(name="onderzochte_eenmaal", fields=["onderzoek", "inwoner"]),
            models.CheckConstraint(name="onderzochte_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="onderzochte_clientondersteuning",
                condition=Q(clientondersteuning__in=["", *codes(Clientondersteuning)]),
            ),
            models.CheckConstraint(
                name="onderzochte_verteld", condition=Q(verteld__contained_by=codes(Verteld))
            ),
            models.CheckConstraint(
                name="onderzochte_plan_is_heel",
                condition=Q(eigen_plan__in=codes([EigenPlan.PERSOONLIJK, EigenPlan.FAMILIEGROEP]))
                | Q(eigen_plan__in=["", EigenPlan.GEEN.value], plan_ontvangen_op__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.inwoner_id} in onderzoek {self.onderzoek_id}"


class Bevinding(models.Model):
    """What was found with somebody on one life domain, asked as Wmo 2015 art. 2.3.2 lid 4 asks it.

    `aanbod` are the offers on the kaart that were looked at. The resident gives a mark now and later.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderzochte": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "leefgebied": Klasse.BIJZONDER,
        "situatie": Klasse.BIJZONDER,
        "wens": Klasse.BIJZONDER,
        "eigen_kracht": Klasse.BIJZONDER,
        "netwerk": Klasse.BIJZONDER,
        "mantelzorg": Klasse.BIJZONDER,
        "algemeen": Klasse.BIJZONDER,
        "aanbod": Klasse.SLEUTEL,
        "cijfer": Klasse.PERSOON,
        "cijfer_later": Klasse.PERSOON,
        "volgorde": Klasse.GEEN,
        "versie": Klasse.GEEN,
        "bijgewerkt_door": Klasse.MEDEWERKER,
        "bijgewerkt_op": Klasse.GEEN,
    }
    onderzochte = models.ForeignKey(Onderzochte, on_delete=models.PROTECT, related_name="bevindingen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    leefgebied = models.SlugField(_("Leefgebied"), max_length=60)
    situatie = models.TextField(blank=True)
    wens = models.TextField(blank=True)
    eigen_kracht = models.TextField(blank=True)
    netwerk = models.TextField(blank=True)
    mantelzorg = models.TextField(blank=True)
    algemeen = models.TextField(blank=True)
    # Offers are stopped, never taken away; an array keeps an autosave to one row.
    aanbod = ArrayField(models.BigIntegerField(), default=list, blank=True)
    cijfer = models.PositiveSmallIntegerField(null=True)
    cijfer_later = models.PositiveSmallIntegerField(null=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    versie = models.PositiveIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    bijgewerkt_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("bevinding")
        verbose_name_plural = _("bevindingen")
        constraints = (
            models.UniqueConstraint(name="bevinding_eenmaal", fields=["onderzochte", "leefgebied"]),
            models.CheckConstraint(name="bevinding_wet", condition=Q(wet__in=Wet.values)),
            models.CheckConstraint(
                name="bevinding_cijfer",
                condition=(Q(cijfer__isnull=True) | Q(cijfer__range=(LAAGSTE, HOOGSTE)))
                & (Q(cijfer_later__isnull=True) | Q(cijfer_later__range=(LAAGSTE, HOOGSTE))),
            ),
        )

    def __str__(self) -> str:
        return f"bevinding {self.pk}"


class Verslagbrief(models.Model):
    """The report as it was sent to somebody: the letter around it, without what it says of people.

    `kader` is the letter as JSON (decision record 0010), a secret address not in it; erasure empties it.
    `aan` has custody and is not in the casus: that letter hangs on the dossier of the child.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "onderzoek": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "aan": Klasse.SLEUTEL,
        "kader": Klasse.PERSOON,
    }
    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="brieven")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey("kernel.Persoon", null=True, on_delete=models.PROTECT, related_name="+")
    kader = models.JSONField(null=True)

    class Meta:
        verbose_name = _("brief met het verslag")
        verbose_name_plural = _("brieven met het verslag")
        constraints = (
            models.UniqueConstraint(
                name="verslagbrief_eenmaal", fields=["onderzoek", "inwoner"], condition=Q(aan__isnull=True)
            ),
            models.UniqueConstraint(
                name="verslagbrief_buiten", fields=["onderzoek", "aan"], condition=Q(aan__isnull=False)
            ),
            models.CheckConstraint(name="verslagbrief_wet", condition=Q(wet__in=Wet.values)),
        )

    def __str__(self) -> str:
        return f"verslag van onderzoek {self.onderzoek_id} aan {self.inwoner_id}"


class Verslagdeel(models.Model):
    """What a letter says of one person: an own row, so that erasing a child reaches the parents' letters."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "brief": Klasse.SLEUTEL,
        "inwoner": Klasse.SLEUTEL,
        "wet": Klasse.GEEN,
        "dossier": Klasse.SLEUTEL,
        "volgorde": Klasse.GEEN,
        "blokken": Klasse.BIJZONDER,
    }
    brief = models.ForeignKey(Verslagbrief, on_delete=models.PROTECT, related_name="delen")
    inwoner = models.ForeignKey("kernel.Persoon", on_delete=models.PROTECT, related_name="+")
    wet = models.CharField(max_length=20, choices=Wet)
    dossier = models.ForeignKey("kernel.Dossier", on_delete=models.PROTECT, related_name="+")
    volgorde = models.PositiveSmallIntegerField(default=0)
    blokken = models.JSONField(null=True)

    class Meta:
        verbose_name = _("deel van een verslag")
        verbose_name_plural = _("delen van een verslag")
        constraints = (
            models.UniqueConstraint(name="verslagdeel_eenmaal", fields=["brief", "inwoner"]),
            models.CheckConstraint(name="verslagdeel_wet", condition=Q(wet__in=Wet.values)),
        )

    def __str__(self) -> str:
        return f"deel over {self.inwoner_id} in brief {self.brief_id}"

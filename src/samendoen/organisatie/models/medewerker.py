"""Medewerker: who works here, behind an account."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.api import Klasse
from samendoen.organisatie.rules import Registratie

REGISTRATIES = {
    Registratie.SKJ: _("SKJ (Kwaliteitsregister Jeugd)"),
    Registratie.BIG: _("BIG-register"),
}


class Medewerker(models.Model):
    """An employee. Roles and teams hang on the account (kernel); the professional register hangs here.

    Norm of the responsible assignment of work: Jeugdwet art. 4.1.1, Besluit Jeugdwet art. 5.1.1.
    """

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "kenmerk": Klasse.SLEUTEL,
        "gebruiker": Klasse.SLEUTEL,
        "functie": Klasse.MEDEWERKER,
        "registratie": Klasse.MEDEWERKER,
        "registratienummer": Klasse.MEDEWERKER,
        "registratie_tot": Klasse.MEDEWERKER,
        "uren_per_week": Klasse.MEDEWERKER,
    }
    # Made by the client: the same form sent twice is one employee.
    kenmerk = models.UUIDField(unique=True)
    gebruiker = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(_("Functie"), max_length=120, blank=True)
    registratie = models.CharField(
        _("Beroepsregister"),
        max_length=3,
        choices=[(r.value, naam) for r, naam in REGISTRATIES.items()],
        blank=True,
    )
    registratienummer = models.CharField(_("Registratienummer"), max_length=20, blank=True)
    registratie_tot = models.DateField(_("Registratie geldig tot"), null=True)
    uren_per_week = models.DecimalField(_("Uren per week"), max_digits=4, decimal_places=2, null=True)

    class Meta:
        verbose_name = _("medewerker")
        verbose_name_plural = _("medewerkers")
        constraints = (
            models.CheckConstraint(
                name="medewerker_registratie_is_heel",
                condition=Q(registratie="", registratienummer="", registratie_tot__isnull=True)
                | (
                    Q(registratie__in=[r.value for r in Registratie], registratie_tot__isnull=False)
                    & ~Q(registratienummer="")
                ),
            ),
            models.CheckConstraint(
                name="medewerker_uren",
                condition=Q(uren_per_week__isnull=True) | Q(uren_per_week__gt=0, uren_per_week__lte=40),
            ),
        )

    def __str__(self) -> str:
        return f"medewerker {self.pk}"

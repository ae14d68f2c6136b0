"""Gebruiker: who logs in."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from samendoen.kernel.privacy import Klasse


class Gebruiker(AbstractBaseUser):
    """An account: of an employee, a partner, a policy adviser, a council member or a resident."""

    privacy: ClassVar[dict[str, Klasse]] = {
        "id": Klasse.SLEUTEL,
        "password": Klasse.GEHEIM,
        "gebruikersnaam": Klasse.MEDEWERKER,
        "naam": Klasse.MEDEWERKER,
        "email": Klasse.MEDEWERKER,
        "is_active": Klasse.GEEN,
        "sinds": Klasse.GEEN,
    }

    last_login = None  # a login is no action and leaves no trace here; allauth's own log does that
    gebruikersnaam = models.CharField(_("Gebruikersnaam"), max_length=80, unique=True)
    naam = models.CharField(_("Naam"), max_length=120)
    email = models.EmailField(_("E-mailadres"), blank=True)
    is_active = models.BooleanField(_("Actief"), default=True)
    sinds = models.DateField(_("Sinds"), null=True)

    objects = BaseUserManager["Gebruiker"]()

    USERNAME_FIELD = "gebruikersnaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        constraints = (models.CheckConstraint(name="gebruiker_naam_gevuld", condition=~models.Q(naam="")),)

    def __str__(self) -> str:
        return self.naam

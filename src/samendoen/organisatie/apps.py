"""Django app of organisatie."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisatieConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.organisatie"
    label = "organisatie"
    verbose_name = _("Organisatie")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.organisatie import stekkers

        stekkers.meld_aan()

"""Django app of besluiten."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BesluitenConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.besluiten"
    label = "besluiten"
    verbose_name = _("Besluiten")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.besluiten import stekkers

        stekkers.meld_aan()

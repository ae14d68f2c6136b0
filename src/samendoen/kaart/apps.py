"""Django app of kaart."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KaartConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.kaart"
    label = "kaart"
    verbose_name = _("Sociale kaart")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.kaart import stekkers

        stekkers.meld_aan()

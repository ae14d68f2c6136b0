"""Django app of berichten."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BerichtenConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.berichten"
    label = "berichten"
    verbose_name = _("Berichten")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.berichten import stekkers

        stekkers.meld_aan()

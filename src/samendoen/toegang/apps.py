"""Django app of the front door."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ToegangConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.toegang"
    label = "toegang"
    verbose_name = _("Toegang")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.toegang import stekkers

        stekkers.meld_aan()

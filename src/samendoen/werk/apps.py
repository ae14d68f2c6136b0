"""Django app of werk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WerkConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.werk"
    label = "werk"
    verbose_name = _("Werk")

    def ready(self) -> None:
        """Plug in what werk holds."""
        from samendoen.werk import stekkers

        stekkers.meld_aan()

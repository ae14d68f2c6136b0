"""Django app of beleid."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BeleidConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.beleid"
    label = "beleid"
    verbose_name = _("Beleid")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.beleid import stekkers

        stekkers.meld_aan()

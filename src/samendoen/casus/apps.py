"""Django app of casus."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasusConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.casus"
    label = "casus"
    verbose_name = _("Casus")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.casus import stekkers

        stekkers.meld_aan()

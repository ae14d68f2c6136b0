"""Django app of cijfers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CijfersConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.cijfers"
    label = "cijfers"
    verbose_name = _("Cijfers")

    def ready(self) -> None:
        """Plug in; the figures stack itself is only imported when somebody asks for figures."""
        from samendoen.cijfers import stekkers

        stekkers.meld_aan()

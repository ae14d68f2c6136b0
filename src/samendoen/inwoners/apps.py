"""Django app of inwoners."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InwonersConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.inwoners"
    label = "inwoners"
    verbose_name = _("Inwoners")

    def ready(self) -> None:
        """Plug in."""
        from samendoen.inwoners import stekkers

        stekkers.meld_aan()

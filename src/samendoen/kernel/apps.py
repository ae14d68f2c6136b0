"""Django app of the kernel."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KernelConfig(AppConfig):
    """The floor that every context stands on."""

    name = "samendoen.kernel"
    label = "kernel"
    verbose_name = _("Kern")

    def ready(self) -> None:
        """Plug in what the kernel itself holds, and set up lookups and the log."""
        from samendoen.kernel import lijsten, logboek, plug_in

        lijsten.meld_aan()
        logboek.stel_in()
        plug_in.meld_aan()

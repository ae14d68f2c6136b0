"""Django app of site."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.site"
    label = "site"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Plug in the public pages."""
        from samendoen.site.web import plug_in

        plug_in.meld_aan()

"""Django app of site."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from samendoen.site.databank import PLANNEN


class SiteConfig(AppConfig):
    """See the package's docstring."""

    name = "samendoen.site"
    label = "site"
    verbose_name = _("Site")

    def ready(self) -> None:
        """Plug in the public pages; have each connection keep the plans of what is asked often."""
        from samendoen.site.web import plug_in

        plug_in.meld_aan()
        connection_created.connect(_bewaar_plannen, dispatch_uid="site.plannen")


def _bewaar_plannen(*, connection: Any, **_rest: object) -> None:
    connection.connection.prepared_max = PLANNEN

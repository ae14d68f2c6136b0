"""WSGI entry point, as granian loads it."""

import gc
import os

gc.disable()  # loading makes what stays: a fifth of the time went to looking for cycles in it

from django.core.wsgi import get_wsgi_application  # noqa: E402

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samendoen.site.settings")
application = get_wsgi_application()

from django.urls import get_resolver  # noqa: E402  what follows needs Django set up

from samendoen.kernel.api import laat_met_rust  # noqa: E402

_ = get_resolver().url_patterns  # every screen is loaded now, not while the first one waits
laat_met_rust()

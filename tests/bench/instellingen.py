"""Settings of the bench: the real ones, with the floors at addresses of their own."""

from samendoen.site.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
# The name under which Django's own test client asks: it counts the queries of a page.
ALLOWED_HOSTS = [*ALLOWED_HOSTS, "testserver"]  # noqa: F405

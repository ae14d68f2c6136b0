"""Settings of the tests: the real ones, on a data folder of this run."""

import os
import shutil
import tempfile
from multiprocessing import parent_process
from pathlib import Path

# Workers of xdist inherit the variable and so share one embedded server.
if "SAMENDOEN_TESTHOME" not in os.environ:
    _map = tempfile.mkdtemp(prefix="samendoen-test-")
    os.environ["SAMENDOEN_TESTHOME"] = _map
    EIGENAAR = parent_process() is None
else:
    EIGENAAR = False
TESTMAP = Path(os.environ["SAMENDOEN_TESTHOME"])
os.environ["SAMENDOEN_HOME"] = str(TESTMAP / "home")
os.environ.pop("SAMENDOEN_SLEUTELS", None)
os.environ.pop("SAMENDOEN_VANDAAG", None)

from samendoen.site import databank  # noqa: E402
from samendoen.site.settings import *  # noqa: E402, F403

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405  a connection left open keeps the test database
if databank.eigen_server() is None:
    DATABASES["default"]["TEST"] = {"TEMPLATE": databank.NAAM}  # noqa: F405  see tests.klaarmap
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def ruim_op() -> None:
    """Remove the data folder of this run; only the process that made it does."""
    if EIGENAAR:
        shutil.rmtree(TESTMAP, ignore_errors=True)

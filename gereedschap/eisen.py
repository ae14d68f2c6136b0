"""Say in one sentence what is missing before anything is installed. Runs on any Python 3."""

import sys
from importlib.util import find_spec

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Samendoen vraagt Python 3.11 of nieuwer; dit is {}.{}. "
        "Wijs een nieuwere aan, bijvoorbeeld: make demo PYTHON=python3.12".format(*sys.version_info[:2])
    )
if find_spec("pip") is None:
    sys.exit("Bij deze Python ontbreekt pip. Installeer het, bijvoorbeeld met: sudo apt install python3-pip")

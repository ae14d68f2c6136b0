"""More of the same, far faster than the actions can: the small municipality again and again in SQL.

Bench data alone. Each copy has people, teams, households and casussen of its own, so that nobody's own
work grows with the database. It bypasses the actions, the triggers and the foreign keys of the database.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction

CONTEXTEN = ("kernel", "organisatie", "werk", "inwoners", "toegang", "casus", "besluiten")
# One of each per municipality, or no content of a dossier.
EENMALIG = {
    "kernel.Gegevenssleutel",
    "kernel.Wislijstregel",
    "kernel.Inzagelogregel",
    "kernel.Toegangstoken",
    "organisatie.Gemeente",
    "organisatie.Kern",
    "organisatie.Mandaat",
    "organisatie.Capaciteit",
}
STAP = 10_000_000
# Columns that hold an id without saying so to the database.
LOSSE_IDS = {"onderwerp_id", "actor_id"}


def gekopieerd() -> list[type[models.Model]]:
    """Return the models of which each copy has rows of its own."""
    alle = [m for m in apps.get_models() if m._meta.app_label in CONTEXTEN]
    return [m for m in alle if m._meta.label not in EENMALIG and m._meta.managed]


def vermenigvuldig(van: int, tot: int) -> None:
    """Write copies number `van` up to (not including) `tot` of the municipality; copy 0 is itself."""
    modellen = gekopieerd()
    eigen = {m._meta.db_table for m in modellen}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for nummer in range(van, tot):
            for model in modellen:
                cursor.execute(_kopie(model, nummer, eigen))
    met_id = [m for m in modellen if isinstance(m._meta.pk, models.AutoField)]
    with connection.cursor() as cursor:
        for model in met_id:
            tabel = model._meta.db_table
            hoogste = f"coalesce((SELECT max(id) FROM {tabel}), 1)"
            cursor.execute(f"SELECT setval(pg_get_serial_sequence(%s, 'id'), {hoogste})", [tabel])
        # Now, and not by the autovacuum while something is measured.
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def _kopie(model: type[models.Model], nummer: int, eigen: set[str]) -> str:
    kolommen = list(_kolommen(model, nummer, eigen))
    tabel, meta = model._meta.db_table, model._meta
    namen = ", ".join(f'"{naam}"' for naam, _sql in kolommen)
    waarden = ", ".join(sql for _naam, sql in kolommen)
    assert meta.pk is not None
    return (
        f'INSERT INTO "{tabel}" ({namen}) SELECT {waarden} FROM "{tabel}" WHERE "{meta.pk.column}" < {STAP}'
    )


def _kolommen(model: type[models.Model], nummer: int, eigen: set[str]) -> Iterator[tuple[str, str]]:
    for veld in model._meta.concrete_fields:
        if not isinstance(veld, models.GeneratedField):
            yield str(veld.column), _waarde(veld, nummer, eigen)


def _waarde(veld: models.Field, nummer: int, eigen: set[str]) -> str:  # type: ignore[type-arg]
    kolom, verschil = f'"{veld.column}"', nummer * STAP
    if isinstance(veld, models.ForeignKey):
        return f"{kolom} + {verschil}" if veld.related_model._meta.db_table in eigen else kolom
    if veld.primary_key or veld.column in LOSSE_IDS:
        return f"{kolom} + {verschil}"
    if veld.unique and isinstance(veld, models.UUIDField):
        return "gen_random_uuid()"
    if isinstance(veld, models.CharField) and _alleen_hier(veld):
        return f"CASE {kolom} WHEN '' THEN '' ELSE {kolom} || '-{nummer}' END"
    if isinstance(veld, models.BinaryField) and str(veld.column).endswith("_index"):
        return f"sha256({kolom} || '{nummer}'::bytea)"
    return kolom


def _alleen_hier(veld: models.Field) -> bool:  # type: ignore[type-arg]
    """Tell whether a value may stand in one row only."""
    regels = [r for r in veld.model._meta.constraints if isinstance(r, models.UniqueConstraint)]
    return veld.unique or any(tuple(regel.fields) == (veld.name,) for regel in regels)


def aantallen() -> dict[str, int]:
    """Return how much this database holds of what the measurements are about."""
    tabellen = {
        "meldingen": "toegang_melding",
        "casussen": "casus_casus",
        "gebeurtenissen": "kernel_gebeurtenis",
    }
    with connection.cursor() as cursor:
        gevonden = {}
        for naam, tabel in tabellen.items():
            cursor.execute(f"SELECT count(*) FROM {tabel}")
            gevonden[naam] = int(cursor.fetchone()[0])
    return gevonden

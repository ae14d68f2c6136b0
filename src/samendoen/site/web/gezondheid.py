"""For operations: does the process live (`/gezond`), and may traffic come (`/klaar`)."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

TEKST = "text/plain; charset=utf-8"


@require_safe
@never_cache
def gezond(request: HttpRequest) -> HttpResponse:
    """Answer "ok" without touching the database: restarting this process would not repair that one."""
    return HttpResponse("ok\n", content_type=TEKST)


@require_safe
@never_cache
def klaar(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers and holds every migration, else 503 with what is missing.

    Says which check failed, never why in the words of the database: anybody may ask this.
    """
    for controle in CONTROLES:
        mist = controle()
        if mist:
            return HttpResponse(f"{mist}\n", status=503, content_type=TEKST)
    return HttpResponse("ok\n", content_type=TEKST)


def _databank() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return "De databank is niet bereikbaar."
    return ""


def _migraties() -> str:
    try:
        uitvoerder = MigrationExecutor(connection)
        plan = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
    except DatabaseError:
        connection.close()
        return "De databank is niet bereikbaar."
    return f"{len(plan)} migraties zijn nog niet uitgevoerd. Draai: samendoen migrate." if plan else ""


CONTROLES: tuple[Callable[[], str], ...] = (_databank, _migraties)

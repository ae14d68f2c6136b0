"""Which parts of a page may have something to show: one question for all; an empty part costs none."""

from functools import cache

from django.db import connection

from samendoen.kernel import geheugen, stekkers
from samendoen.kernel.actor import Actor


def gevuld(door: Actor, pagina: str, onderwerp_id: int) -> frozenset[str]:
    """Return the keys of the parts of this page that have a row at all, about whomever.

    It authorises nobody: who fills a part asks for the rows that its reader may read, and need not ask when
    there are none. Where nothing is remembered (outside a request, within an action) all of them are in it.
    """
    if not geheugen.aan():
        return frozenset(_delen(pagina)[0])
    return _gevuld(door, pagina, onderwerp_id)


@geheugen.onthoud
def _gevuld(door: Actor, pagina: str, onderwerp_id: int) -> frozenset[str]:
    sleutels, vraag = _delen(pagina)
    if not sleutels:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(vraag, {"id": onderwerp_id})
        [rij] = cursor.fetchall()
    return frozenset(sleutel for sleutel, is_er in zip(sleutels, rij, strict=True) if is_er)


@cache
def _delen(pagina: str) -> tuple[tuple[str, ...], str]:
    """Return the keys of a page and the question about all of them; the stekkers are in by now."""
    delen = {s: bron for s, bron in stekkers.vulling if s.partition(":")[0] == pagina}
    vragen = (f"EXISTS(SELECT 1 FROM {deel.rijen})" for deel in delen.values())
    return tuple(delen), "SELECT " + ", ".join(vragen)

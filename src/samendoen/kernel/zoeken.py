"""The one search table: filled by the writer, in the writer's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from samendoen.kernel import stekkers
from samendoen.kernel.access import log_inzage, zichtbaar
from samendoen.kernel.acties import actie, schrijft
from samendoen.kernel.actor import Actor
from samendoen.kernel.bulk import schrijf
from samendoen.kernel.models import Zoekregel
from samendoen.kernel.rechten import Permissie

MEESTE_VONDSTEN = 10


@dataclass(frozen=True, slots=True)
class Vindbaar:
    """One thing to be found: `label` is all a result shows, `tekst` is what is searched."""

    soort: str
    onderwerp_id: int
    dossier_id: int
    persoon_id: int
    wet: str
    label: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Vondst:
    """One thing that was found: its kind, its number, and the few words that a result shows."""

    soort: str
    onderwerp_id: int
    label: str


def vind(door: Actor, woorden: str = "", nummer: int | None = None) -> list[Vondst]:
    """Return at most ten things, the newest first, on dossiers that this actor may read; logged.

    By number, or by words that must all occur in it (in their Dutch forms); neither finds nothing.
    """
    rijen = zichtbaar(Zoekregel.objects.all(), door)
    if nummer is not None:
        rijen = rijen.filter(onderwerp_id=nummer)
    elif woorden.strip():
        rijen = rijen.filter(vector=SearchQuery(woorden, config="dutch", search_type="plain"))
    else:
        return []
    velden = ("soort", "onderwerp_id", "label", "dossier_id")
    gevonden = list(rijen.order_by("-onderwerp_id", "soort").values_list(*velden)[:MEESTE_VONDSTEN])
    log_inzage(door, "zoeken", [dossier for *_rest, dossier in gevonden if dossier is not None])
    return [Vondst(soort, onderwerp, label) for soort, onderwerp, label, _dossier in gevonden]


_BEGIN, _EIND = "\x02", "\x03"
_OPMAAK = (
    f"StartSel={_BEGIN}, StopSel={_EIND}, MaxFragments=2, MinWords=6, MaxWords=22, FragmentDelimiter=' … '"
)
_IN_TEKSTEN = """
    SELECT plek, ts_headline('dutch', tekst, vraag, %s)
    FROM (
        SELECT t.plek, t.tekst, vraag, ts_rank(vector, vraag) AS rang
        FROM unnest(%s::int[], %s::text[]) AS t(plek, tekst),
            websearch_to_tsquery('dutch', %s) AS vraag, to_tsvector('dutch', t.tekst) AS vector
        WHERE vector @@ vraag
        ORDER BY rang DESC, t.plek
        LIMIT %s
    ) AS beste
    ORDER BY rang DESC, plek
"""


def vind_in_teksten(
    woorden: str, teksten: Sequence[str], hoogstens: int = 40
) -> list[tuple[int, SafeString]]:
    """Return (place in `teksten`, fragment with the words marked) of the texts in which the words occur, in
    their Dutch forms; the best first. "A phrase" and -not this work as in a web search.

    The texts go along as a parameter and are kept nowhere: encrypted words stay out of every index (decision
    record 0014). Who calls gives only what this reader may open.
    """
    schoon = [tekst.replace(_BEGIN, " ").replace(_EIND, " ").replace("\x00", " ") for tekst in teksten]
    if not schoon or not woorden.strip():
        return []
    with connection.cursor() as cursor:
        waarden: list[Any] = [
            _OPMAAK,
            list(range(len(schoon))),
            schoon,
            woorden.replace("\x00", " "),
            hoogstens,
        ]
        cursor.execute(_IN_TEKSTEN, waarden)
        return [(plek, _gemerkt(fragment)) for plek, fragment in cursor.fetchall()]


def _gemerkt(fragment: str) -> SafeString:
    veilig = escape(fragment)
    return mark_safe(veilig.replace(_BEGIN, "<mark>").replace(_EIND, "</mark>"))


def maak_vindbaar(dingen: Iterable[Vindbaar]) -> None:
    """Write or overwrite search rows."""
    rijen = [
        Zoekregel(
            soort=d.soort,
            onderwerp_id=d.onderwerp_id,
            dossier_id=d.dossier_id,
            inwoner_id=d.persoon_id,
            wet=d.wet,
            label=d.label,
            tekst=d.tekst,
        )
        for d in dingen
    ]
    with schrijft("kernel"):
        schrijf(
            rijen, of_werk_bij=(("soort", "onderwerp_id"), ("label", "tekst", "dossier", "inwoner", "wet"))
        )


@actie("kernel", Permissie.SYSTEEM)
def herbouw_zoekregels(door: Actor) -> int:
    """Fill the search table anew from every `zoekbron`; return the number of rows.

    For after a change of what is found or shown; nobody searches an empty table meanwhile.
    """
    Zoekregel.objects.all().delete()
    for _soort, bron in stekkers.zoekbron:
        maak_vindbaar(bron())
    return Zoekregel.objects.count()

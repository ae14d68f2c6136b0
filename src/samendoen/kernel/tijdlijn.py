"""The timeline of a dossier: events as sentences, newest first."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from samendoen.kernel import stekkers
from samendoen.kernel.gebeurtenissen import SOORTEN
from samendoen.kernel.models import ActorSoort, Gebeurtenis, Gebruiker

PAGINA = 30
_ERBIJ = """
SELECT herroept_id, NULL, NULL FROM kernel_gebeurtenis WHERE herroept_id = ANY(%s)
UNION ALL
SELECT gebeurtenis_id, veld, waarde FROM kernel_gebeurtenisinhoud WHERE gebeurtenis_id = ANY(%s)
"""


def tijdlijn(dossiers: Iterable[int], voor: int | None = None) -> list[dict[str, Any]]:
    """Return 30 events of these dossiers before event `voor`, as dicts: id, soort, datum, zin, wie, inhoud.

    The caller has authorised the dossiers. A revoked event stays, with `herroepen` set; what is `besloten`
    is not in it. Two queries, a third for the names of users, whatever the number of events.
    """
    besloten = sorted({klasse.soort for klasse in SOORTEN.values() if klasse.besloten})
    rijen = Gebeurtenis.objects.filter(dossier__in=list(dossiers)).exclude(soort__in=besloten).order_by("-id")
    if voor is not None:
        rijen = rijen.filter(pk__lt=voor)
    return _regels(list(rijen[:PAGINA]))


def verloop(onderwerp_soort: str, onderwerp_id: int) -> list[dict[str, Any]]:
    """Return every event of one subject, newest first, also what is `besloten`; as `tijdlijn` does.

    For the page of that subject, which authorised its reader.
    """
    rijen = Gebeurtenis.objects.filter(onderwerp_soort=onderwerp_soort, onderwerp_id=onderwerp_id)
    return _regels(list(rijen.order_by("-id")))


def _regels(pagina: list[Gebeurtenis]) -> list[dict[str, Any]]:
    herroepen, inhoud = _wat_erbij_hoort([rij.pk for rij in pagina])
    namen = _namen(pagina)
    return [
        {
            "id": rij.pk,
            "soort": rij.soort,
            "datum": rij.voorgevallen_op,
            "zin": _zin(rij, inhoud.get(rij.pk, {})),
            "wie": namen.get(rij.actor_id or 0, "Samendoen"),
            "inhoud": inhoud.get(rij.pk, {}),
            "herroepen": rij.pk in herroepen,
        }
        for rij in pagina
    ]


def _wat_erbij_hoort(ids: list[int]) -> tuple[set[int], dict[int, dict[str, str]]]:
    """Return which of these events were revoked, and by event its words. One query."""
    herroepen: set[int] = set()
    inhoud: dict[int, dict[str, str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_ERBIJ, [ids, ids])
        for nummer, veld, waarde in cursor.fetchall():
            if veld is None:
                herroepen.add(nummer)
            else:
                inhoud.setdefault(nummer, {})[veld] = waarde
    return herroepen, inhoud


def _zin(rij: Gebeurtenis, inhoud: dict[str, str]) -> str:
    zin = stekkers.gebeurteniszin.geef(rij.soort)
    return zin(rij.gegevens, inhoud) if zin else rij.soort


def _namen(rijen: list[Gebeurtenis]) -> dict[int, str]:
    ids = {rij.actor_id for rij in rijen if rij.actor_soort == ActorSoort.GEBRUIKER and rij.actor_id}
    return dict(Gebruiker.objects.filter(pk__in=ids).values_list("pk", "naam"))

"""The timeline of a dossier: events as sentences, newest first."""

from collections.abc import Iterable
from typing import Any

from samendoen.kernel import stekkers
from samendoen.kernel.gebeurtenissen import SOORTEN
from samendoen.kernel.models import ActorSoort, Gebeurtenis, GebeurtenisInhoud, Gebruiker

PAGINA = 30


def tijdlijn(dossiers: Iterable[int], voor: int | None = None) -> list[dict[str, Any]]:
    """Return 30 events of these dossiers before event `voor`, as dicts: id, soort, datum, zin, wie, inhoud.

    The caller has authorised the dossiers. A revoked event stays, with `herroepen` set; what is `besloten`
    is not in it. Three queries, whatever the number of events.
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
    ids = [rij.pk for rij in pagina]
    herroepen = set(
        Gebeurtenis.objects.filter(herroept__in=ids).values_list("herroept_id", flat=True) if ids else ()
    )
    inhoud: dict[int, dict[str, str]] = {}
    for nummer, veld, waarde in GebeurtenisInhoud.objects.filter(gebeurtenis__in=ids).values_list(
        "gebeurtenis_id", "veld", "waarde"
    ):
        inhoud.setdefault(nummer, {})[veld] = waarde
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


def _zin(rij: Gebeurtenis, inhoud: dict[str, str]) -> str:
    zin = stekkers.gebeurteniszin.geef(rij.soort)
    return zin(rij.gegevens, inhoud) if zin else rij.soort


def _namen(rijen: list[Gebeurtenis]) -> dict[int, str]:
    ids = {rij.actor_id for rij in rijen if rij.actor_soort == ActorSoort.GEBRUIKER and rij.actor_id}
    return dict(Gebruiker.objects.filter(pk__in=ids).values_list("pk", "naam"))

"""What providers reported about giving, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samendoen.besluiten.models import STOPREDENEN, VERHUISD, Levering
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules.levering import Leverperiode, Melding, periodes
from samendoen.kernel.api import Wet
from samendoen.schil.api import datum_zonder_dag


def leveringszinnen(voorziening_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return by provision a sentence for every period of delivery, the oldest first.

    For who authorised the provisions; one read.
    """
    rijen = Levering.objects.filter(
        toewijzing__voorziening__in=list(voorziening_ids), ingetrokken_op__isnull=True
    )
    van: dict[int, tuple[int, str, str]] = {}
    meldingen = []
    for toewijzing, voorziening, naam, wet, begin, tot, reden in rijen.values_list(
        "toewijzing_id", "toewijzing__voorziening_id", "toewijzing__aanbieder__naam",
        "toewijzing__voorziening__wet", "begin", "tot", "reden",
    ):  # fmt: skip
        van[toewijzing] = (voorziening, naam, wet)
        meldingen.append(Melding(toewijzing, begin, tot, reden))
    zinnen: dict[int, list[str]] = {}
    for p in periodes(meldingen):
        voorziening, naam, wet = van[p.toewijzing]
        zinnen.setdefault(voorziening, []).append(_zin(p, naam, wet))
    return zinnen


def _zin(p: Leverperiode, naam: str, wet: str) -> str:
    woorden = {"naam": naam, "begin": datum_zonder_dag(p.begin)}
    if p.tot is None:
        return _("Begonnen op %(begin)s, gemeld door %(naam)s.") % woorden
    woorden |= {"eind": datum_zonder_dag(laatste_dag(p.tot)), "reden": stopreden(p.reden, wet)}
    return _("Gegeven van %(begin)s tot en met %(eind)s: %(reden)s. Gemeld door %(naam)s.") % woorden


def stopreden(code: str, wet: str) -> str:
    """Return why delivery stopped, in words; the code itself when it is unknown."""
    if code == "31" and wet == Wet.WMO:
        return str(VERHUISD)
    return str(STOPREDENEN.get(code, code))

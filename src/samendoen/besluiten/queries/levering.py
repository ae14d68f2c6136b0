"""What providers reported about giving, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samendoen.besluiten.models import STOPREDENEN, VERHUISD, Levering, Toewijzing
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules.levering import REDENEN, Leverperiode, Melding, periodes
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


def redenen_voor_keuze(wet: str) -> list[tuple[str, str]]:
    """Return (code, words) of why help can stop under a law, in order of the standard: for a choice."""
    return [(code, capfirst(stopreden(code, wet))) for code in sorted(REDENEN.get(wet, ()))]


@dataclass(frozen=True, slots=True)
class Gemeld:
    """A report that stands, in words. `mag_weg`: it can be taken back, no stop stands on it."""

    id: int
    begin: date
    tot: date | None
    reden: str
    tekst: str
    gemeld: str
    mag_weg: bool


@dataclass(frozen=True, slots=True)
class Leveringbeeld:
    """What stands for an assignment, the newest first. `zelf`: we write it ourselves, since it went to its
    provider without a message; `loopt_sinds`: the first day of what runs."""

    wet: str
    zelf: bool
    loopt_sinds: date | None
    meldingen: tuple[Gemeld, ...]


def leveringbeeld(toewijzing_id: int) -> Leveringbeeld:
    """Return what was reported on an assignment; for who authorised it."""
    t = Toewijzing.objects.select_related("aanbieder", "voorziening").get(pk=toewijzing_id)
    wet, vanaf = t.voorziening.wet, t.aanbieder.berichten_vanaf
    rijen = list(Levering.objects.filter(toewijzing=t, ingetrokken_op__isnull=True).order_by("-pk"))
    gestopt = {rij.begin for rij in rijen if rij.tot is not None}
    loopt = [rij.begin for rij in rijen if rij.tot is None and rij.begin not in gestopt]
    return Leveringbeeld(
        wet=wet,
        zelf=vanaf is None or t.toegewezen_op < vanaf,
        loopt_sinds=max(loopt, default=None),
        meldingen=tuple(_gemeld(rij, wet, gestopt) for rij in rijen),
    )


def _gemeld(rij: Levering, wet: str, gestopt: set[date]) -> Gemeld:
    if rij.tot is None:
        tekst = _("Start op %(dag)s.") % {"dag": datum_zonder_dag(rij.begin)}
    else:
        woorden = {"dag": datum_zonder_dag(laatste_dag(rij.tot)), "reden": stopreden(rij.reden, wet)}
        tekst = _("Stop, laatste dag %(dag)s: %(reden)s.") % woorden
    return Gemeld(
        id=rij.pk,
        begin=rij.begin,
        tot=rij.tot,
        reden=rij.reden,
        tekst=tekst,
        gemeld=_("Gemeld op %(dag)s.") % {"dag": datum_zonder_dag(rij.gemeld_op)},
        mag_weg=rij.tot is not None or rij.begin not in gestopt,
    )

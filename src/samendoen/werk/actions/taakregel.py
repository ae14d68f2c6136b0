"""The rule engine: what the rules ask today becomes tasks, and stays the same task tomorrow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from samendoen.kernel import stekkers
from samendoen.kernel.api import (
    Actor,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.kernel.stekkers import Taakregel, Taakvoorstel
from samendoen.werk.definities import taakregels
from samendoen.werk.events import TaakGemaakt, TaakHeropend, TaakVervallen, TaakVerzet
from samendoen.werk.models import Taak
from samendoen.werk.rules import HANDMATIG, Taakstatus

PARTIJ = 1000
SLOT = 0x7461616B  # "taak": the advisory lock that lets one engine run at a time
BIJGEWERKT = [
    "tekst",
    "uitleg",
    "uiterlijk",
    "groep_id",
    "gebruiker_id",
    "dossier_id",
    "bij_sinds",
    "status",
]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What a run of the rules did, in numbers of tasks."""

    gemaakt: int = 0
    heropend: int = 0
    verzet: int = 0
    vervallen: int = 0

    def __add__(self, ander: "Uitslag") -> "Uitslag":
        return Uitslag(
            self.gemaakt + ander.gemaakt,
            self.heropend + ander.heropend,
            self.verzet + ander.verzet,
            self.vervallen + ander.vervallen,
        )


@actie("werk", Permissie.SYSTEEM)
def pas_taakregels_toe(door: Actor, dag: date | None = None, codes: Iterable[str] | None = None) -> Uitslag:
    """Bring the tasks of all rules (or of `codes`) to what they should be on `dag` (today).

    What is new becomes an open task; what is there stays, with its rule's words of today; an open task
    that is no longer asked lapses; a lapsed one that is asked again opens again; a finished one stays
    finished. A rule that this municipality switched off asks nothing. Running it again changes nothing,
    and of two workers at once one waits for the other.
    """
    dag = dag or klok.vandaag()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SLOT])
    gevraagd = None if codes is None else set(codes)
    regels = [regel for code, regel in stekkers.taakregel if gevraagd is None or code in gevraagd]
    uitslag = sum((_pas_toe(door, regel, dag) for regel in regels), Uitslag())
    return uitslag


@actie("werk", Permissie.SYSTEEM)
def ruim_taken_op(door: Actor, dag: date | None = None) -> int:
    """Let the open tasks lapse of rules that nobody plugs in any more; return how many."""
    bekend = [HANDMATIG, *(code for code, _regel in stekkers.taakregel)]
    wees = Taak.objects.select_for_update().filter(status=Taakstatus.OPEN).exclude(regel__in=bekend)
    return _verval(door, list(wees.order_by("pk")), dag or klok.vandaag())


@actie("werk", None)
def laat_taken_vervallen(door: Actor, regel: str, onderwerp_soort: str, onderwerp_ids: Iterable[int]) -> int:
    """Let the open tasks of a rule about these subjects lapse; return how many.

    For the action that does what the rule asks: the task is off the desk at once, not after the next night.
    """
    rijen = Taak.objects.select_for_update().filter(
        regel=regel,
        onderwerp_soort=onderwerp_soort,
        onderwerp_id__in=list(onderwerp_ids),
        status=Taakstatus.OPEN,
    )
    return _verval(door, list(rijen.order_by("pk")), klok.vandaag())


def _pas_toe(door: Actor, regel: Taakregel, dag: date) -> Uitslag:
    definitie = taakregels().get(regel.code)
    geldt = definitie is None or definitie.geldt
    voorstellen = {v.sleutel: v for v in regel.voorstellen(dag)} if geldt else {}
    bestaand = {t.sleutel: t for t in _bestaand(regel.code, voorstellen)}
    nieuw = [_rij(regel.code, v, dag) for s, v in voorstellen.items() if s not in bestaand]
    Taak.objects.bulk_create(nieuw, batch_size=PARTIJ)
    weer = [t for s, t in bestaand.items() if s in voorstellen and t.status == Taakstatus.VERVALLEN]
    open_ = [t for s, t in bestaand.items() if s in voorstellen and t.status == Taakstatus.OPEN]
    gewijzigd = [t for t in open_ if _woorden(t) != _woorden(_rij(regel.code, voorstellen[t.sleutel], dag))]
    verzet = [t for t in gewijzigd if _verzet(t, voorstellen[t.sleutel])]
    for taak in (*weer, *gewijzigd):
        _neem_over(taak, voorstellen[taak.sleutel], dag)
    werk_bij([*weer, *gewijzigd], BIJGEWERKT)
    weg = [t for s, t in bestaand.items() if s not in voorstellen and t.status == Taakstatus.OPEN]
    leg_vast(
        door,
        *(_vast(t, _gemaakt(t), dag) for t in nieuw),
        *(_vast(t, TaakHeropend(), dag) for t in weer),
        *(_vast(t, _verzetting(t), dag) for t in verzet),
    )
    return Uitslag(len(nieuw), len(weer), len(verzet), _verval(door, weg, dag))


def _bestaand(code: str, voorstellen: Iterable[str]) -> list[Taak]:
    """Return the open tasks of a rule and those, in whatever state, that it asks for now."""
    van_regel = Taak.objects.select_for_update().filter(regel=code).order_by("pk")
    open_ = list(van_regel.filter(status=Taakstatus.OPEN))
    rest = set(voorstellen) - {t.sleutel for t in open_}
    return open_ + (list(van_regel.filter(sleutel__in=rest)) if rest else [])


def _rij(code: str, v: Taakvoorstel, dag: date) -> Taak:
    return Taak(
        regel=code,
        sleutel=v.sleutel,
        onderwerp_soort=v.onderwerp_soort,
        onderwerp_id=v.onderwerp_id,
        dossier_id=v.dossier_id,
        groep_id=v.groep_id,
        gebruiker_id=v.gebruiker_id,
        bij_sinds=dag,
        uiterlijk=v.uiterlijk,
        tekst=v.tekst,
        uitleg=v.uitleg,
    )


def _woorden(taak: Taak) -> tuple[object, ...]:
    return (taak.tekst, taak.uitleg, taak.uiterlijk, taak.groep_id, taak.gebruiker_id, taak.dossier_id)


def _verzet(taak: Taak, v: Taakvoorstel) -> bool:
    was = (taak.uiterlijk, taak.groep_id, taak.gebruiker_id)
    return was != (v.uiterlijk, v.groep_id, v.gebruiker_id)


def _neem_over(taak: Taak, v: Taakvoorstel, dag: date) -> None:
    if (taak.groep_id, taak.gebruiker_id) != (v.groep_id, v.gebruiker_id) or taak.status != Taakstatus.OPEN:
        taak.bij_sinds = dag
    taak.tekst, taak.uitleg, taak.uiterlijk = v.tekst, v.uitleg, v.uiterlijk
    taak.groep_id, taak.gebruiker_id, taak.dossier_id = v.groep_id, v.gebruiker_id, v.dossier_id
    taak.status = Taakstatus.OPEN


def _verval(door: Actor, taken: Sequence[Taak], dag: date) -> int:
    if taken:
        Taak.objects.filter(pk__in=[t.pk for t in taken]).update(status=Taakstatus.VERVALLEN)
        leg_vast(door, *(_vast(t, TaakVervallen(regel=t.regel), dag) for t in taken))
    return len(taken)


def _vast(taak: Taak, gebeurtenis: Gebeurtenissoort, dag: date) -> Vastlegging:
    return Vastlegging(gebeurtenis, taak.pk, dag, dossier_id=taak.dossier_id)


def _gemaakt(taak: Taak) -> TaakGemaakt:
    return TaakGemaakt(
        regel=taak.regel, uiterlijk=taak.uiterlijk, groep=taak.groep_id, gebruiker=taak.gebruiker_id
    )


def _verzetting(taak: Taak) -> TaakVerzet:
    return TaakVerzet(uiterlijk=taak.uiterlijk, groep=taak.groep_id, gebruiker=taak.gebruiker_id)

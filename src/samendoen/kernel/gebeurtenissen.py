"""Recording events: typed kinds, one way in, nothing personal outside GebeurtenisInhoud."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar

from django.utils.translation import gettext as _
from procrastinate.contrib.django import app as jobs
from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import to_json

from samendoen.kernel import klok, stekkers
from samendoen.kernel.acties import nog_niet_geraakt, schrijft, schrijvend
from samendoen.kernel.actor import Actor
from samendoen.kernel.bulk import schrijf_waarden
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Dossier, Gebeurtenis, GebeurtenisInhoud

# The only text an event may hold: a code. Free text is personal and goes to the content.
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]{0,79}$")]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Gebeurtenissoort(BaseModel):
    """Base of every event kind: frozen, closed, versioned.

    A subclass sets `soort` ("context.werkwoord_in_verleden_tijd"), `onderwerp` ("context.model")
    and, after its first change, `versie`. The names are kept for ever: stored events carry them.
    `besloten` kinds stand on no timeline of a dossier, whoever reads it: only on the page of their own
    subject (`verloop`), which says who may.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    soort: ClassVar[str]
    onderwerp: ClassVar[str]
    versie: ClassVar[int] = 1
    besloten: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        sleutel = (cls.soort, cls.versie)
        if sleutel in SOORTEN:
            raise RuntimeError(f"Event kind {sleutel} is declared twice")
        SOORTEN[sleutel] = cls


SOORTEN: dict[tuple[str, int], type[Gebeurtenissoort]] = {}


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """One event to record. `inhoud` holds the personal words, about `persoon_id` under `wet`.

    `ook` are further dossiers that it changes: retention counts from it there too.
    """

    gebeurtenis: Gebeurtenissoort
    onderwerp_id: int
    voorgevallen_op: date
    dossier_id: int | None = None
    persoon_id: int | None = None
    wet: str = ""
    inhoud: Mapping[str, str] = field(default_factory=dict)
    herroept_id: int | None = None
    ook: Sequence[int] = ()


def leg_vast(door: Actor, *vastleggingen: Vastlegging) -> list[int]:
    """Record events, inside the action that made them happen; return their ids.

    In the same transaction the dossiers' retention date moves and the followers' jobs are deferred.
    """
    context = schrijvend()
    for v in vastleggingen:
        if context is None or not v.gebeurtenis.soort.startswith(f"{context}."):
            raise RuntimeError(f"{v.gebeurtenis.soort} recorded outside an action of its context")
    with schrijft("kernel"):
        ids = schrijf_waarden(Gebeurtenis, [_rij(door, v) for v in vastleggingen])
        inhoud = [rij for pk, v in zip(ids, vastleggingen, strict=True) for rij in _inhoud(pk, v)]
        schrijf_waarden(GebeurtenisInhoud, inhoud)
        eigen = {v.dossier_id for v in vastleggingen if v.dossier_id}
        _raak_aan(eigen.union(*(v.ook for v in vastleggingen)))
    _roep_volgers(zip(ids, vastleggingen, strict=True))
    return ids


def _rij(door: Actor, v: Vastlegging) -> dict[str, Any]:
    return {
        "dossier_id": v.dossier_id,
        "onderwerp_soort": v.gebeurtenis.onderwerp,
        "onderwerp_id": v.onderwerp_id,
        "soort": v.gebeurtenis.soort,
        "versie": v.gebeurtenis.versie,
        "voorgevallen_op": v.voorgevallen_op,
        "vastgelegd_op": klok.nu(),
        "actor_soort": door.soort,
        "actor_id": door.id,
        "gegevens": v.gebeurtenis.model_dump(mode="json"),
        "herroept_id": v.herroept_id,
    }


def _inhoud(gebeurtenis_id: int, v: Vastlegging) -> list[dict[str, Any]]:
    gevuld = {veld: waarde for veld, waarde in v.inhoud.items() if waarde}
    if not gevuld:
        return []
    if v.persoon_id is None or not v.wet:
        soort = v.gebeurtenis.soort
        raise RuntimeError(f"{soort} has personal content, but not about whom and under which law")
    wie = {"gebeurtenis_id": gebeurtenis_id, "inwoner_id": v.persoon_id, "wet": v.wet}
    return [{**wie, "veld": veld, "waarde": waarde} for veld, waarde in gevuld.items()]


def _raak_aan(dossiers: set[int]) -> None:
    nog = nog_niet_geraakt(dossiers)
    if nog:
        dag = klok.vandaag()
        Dossier.objects.filter(pk__in=nog, laatst_gewijzigd_op__lt=dag).update(laatst_gewijzigd_op=dag)


def _roep_volgers(vastgelegd: Iterable[tuple[int, Vastlegging]]) -> None:
    for pk, v in vastgelegd:
        for volger in stekkers.volger.geef(v.gebeurtenis.soort) or ():
            jobs.configure_task(volger.taak).defer(gebeurtenis_id=pk)


def lees(rij: Gebeurtenis) -> Gebeurtenissoort:
    """Return the typed event of a stored row; an unknown kind is a Domeinfout, never a guess."""
    return verwoord(rij.soort, rij.versie, rij.gegevens)


def verwoord(soort: str, versie: int, gegevens: Mapping[str, Any]) -> Gebeurtenissoort:
    """Return the typed event of stored kind, version and data; see `lees`."""
    return verwoord_json(soort, versie, to_json(gegevens))


def verwoord_json(soort: str, versie: int, gegevens: str | bytes) -> Gebeurtenissoort:
    """As `verwoord`, from the data as they are stored: JSON."""
    return lezers[soort, versie](gegevens)


class _Lezers(dict[tuple[str, int], Callable[[str | bytes], Gebeurtenissoort]]):
    """What reads the data of a kind and version: as `model_validate_json`, without its step of Python."""

    def __missing__(self, sleutel: tuple[str, int]) -> Callable[[str | bytes], Gebeurtenissoort]:
        klasse = SOORTEN.get(sleutel)
        if klasse is None:
            raise Domeinfout(
                "onbekende_gebeurtenis",
                _("Deze versie van Samendoen kent de gebeurtenis %(soort)s (versie %(versie)s) niet.")
                % {"soort": sleutel[0], "versie": sleutel[1]},
                _("Werk Samendoen bij."),
            )
        lezer: Callable[[str | bytes], Gebeurtenissoort] = klasse.__pydantic_validator__.validate_json
        self[sleutel] = lezer
        return lezer


lezers = _Lezers()
"""For who reads hundreds of thousands; others use `verwoord`."""


def aantal_gebeurtenissen() -> int:
    """Return how many events this installation holds."""
    return Gebeurtenis.objects.count()


def van_onderwerp(soort: str, onderwerp_ids: Iterable[int]) -> dict[int, list[Gebeurtenis]]:
    """Return the events of these subjects in order of recording, those revoked left out."""
    per: dict[int, list[Gebeurtenis]] = {}
    rijen = Gebeurtenis.objects.filter(onderwerp_soort=soort, onderwerp_id__in=list(onderwerp_ids))
    alle = list(rijen.order_by("id"))
    herroepen = {rij.herroept_id for rij in alle if rij.herroept_id}
    for rij in alle:
        if rij.pk not in herroepen:
            per.setdefault(rij.onderwerp_id, []).append(rij)
    return per

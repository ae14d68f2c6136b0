"""Plan a meeting of a case table, change it, and say who sits at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import is_systeem, niet_gevonden
from samendoen.casus.actions.overlegrechten import eis_gepland, haal_overleggen_op_slot
from samendoen.casus.definities import tafels
from samendoen.casus.events import DeelnemerToegevoegd, DeelnemerWeggehaald, OverlegGepland, OverlegGewijzigd
from samendoen.casus.models import Deelnemer, Deling, Overleg
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
    wie_mag,
)
from samendoen.organisatie.api import TeamWaarde, teams_bij_code

LANGSTE_NAAM = 200
VERSTE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class NieuwOverleg:
    """A meeting: which table, of which team (code), on which day, and who chairs it."""

    kenmerk: UUID
    tafel: str
    team: str
    op: date
    voorzitter: int | None = None


@dataclass(frozen=True, slots=True)
class Deelnemerinvoer:
    """Who sits at a meeting: a colleague, or a name with an organisation."""

    kenmerk: UUID
    overleg: int
    gebruiker: int | None = None
    naam: str = ""
    organisatie: str = ""


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"overleg_{veld}", wat, doe, veld=veld)


@actie("casus", Permissie.CASUS_WERKEN)
def plan_overleggen(door: Actor, nieuwe: Sequence[NieuwOverleg]) -> list[int]:
    """Plan meetings of one's own teams, or that one chairs; return their ids in order. A `kenmerk` that is
    known, or a meeting of that table, team and day, gives what exists.

    Raises NietGevonden for a team that is not one's own; Domeinfout with the field for an unknown table, a
    day more than a year away, or a chair who cannot.
    """
    teams = teams_bij_code(klok.vandaag())
    _controleer(door, nieuwe, teams)
    bekend = _bekend(nieuwe)
    vers = [n for n in nieuwe if _sleutel(n) not in bekend and n.kenmerk not in bekend]
    uniek = {_sleutel(n): n for n in vers}
    rijen = schrijf(
        Overleg(
            kenmerk=n.kenmerk,
            tafel=n.tafel,
            team_id=teams[n.team].id,
            op=n.op,
            voorzitter_id=n.voorzitter,
        )
        for n in uniek.values()
    )
    leg_vast(door, *(_gepland(rij, n) for rij, n in zip(rijen, uniek.values(), strict=True)))
    alle = bekend | {_sleutel(n): rij.pk for rij, n in zip(rijen, uniek.values(), strict=True)}
    return [alle.get(n.kenmerk) or alle[_sleutel(n)] for n in nieuwe]


Sleutel = UUID | tuple[str, str, date]


def _sleutel(n: NieuwOverleg) -> Sleutel:
    return n.tafel, n.team, n.op


def _bekend(nieuwe: Sequence[NieuwOverleg]) -> dict[Sleutel, int]:
    rijen = Overleg.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]) | Overleg.objects.filter(
        tafel__in={n.tafel for n in nieuwe},
        team__code__in={n.team for n in nieuwe},
        op__in={n.op for n in nieuwe},
        afgezegd_op=None,
    )
    uit: dict[Sleutel, int] = {}
    velden = ("kenmerk", "tafel", "team__code", "op", "pk", "afgezegd_op")
    for kenmerk, tafel, team, op, pk, afgezegd in rijen.values_list(*velden):
        uit[kenmerk] = pk
        if afgezegd is None:
            uit[tafel, team, op] = pk
    return uit


def _controleer(door: Actor, nieuwe: Sequence[NieuwOverleg], teams: dict[str, TeamWaarde]) -> None:
    kent = tafels()
    mogen = _voorzitters(n.voorzitter for n in nieuwe)
    for n in nieuwe:
        if n.tafel not in kent:
            raise fout("tafel", _("Deze tafel bestaat niet."), _("Kies een tafel uit de lijst."))
        eigen = n.team in teams and (teams[n.team].groep_id in door.groepen or n.voorzitter == door.id)
        if n.team not in teams or not (eigen or is_systeem(door)):
            raise niet_gevonden()
        _controleer_dag(n.op)
        _controleer_voorzitter(n.voorzitter, mogen)


def _voorzitters(ids: object) -> set[int]:
    gevraagd = sorted({pk for pk in ids if pk is not None})  # type: ignore[attr-defined]
    return wie_mag(Permissie.WERK_ZIEN, gevraagd, klok.vandaag())


def _controleer_dag(op: date) -> None:
    if abs(op - klok.vandaag()) > VERSTE:
        raise fout("op", _("Deze dag ligt meer dan een jaar weg."), _("Kies een dag dichterbij."))


def _controleer_voorzitter(voorzitter: int | None, mogen: set[int]) -> None:
    if voorzitter is not None and voorzitter not in mogen:
        raise fout("voorzitter", _("Deze collega kan niet voorzitten."), _("Kies iemand van het team."))


def _gepland(rij: Overleg, n: NieuwOverleg) -> Vastlegging:
    gebeurtenis = OverlegGepland(tafel=n.tafel, team=n.team, op=n.op, voorzitter=n.voorzitter)
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag())


@actie("casus", Permissie.CASUS_WERKEN)
def wijzig_overleg(door: Actor, overleg_id: int, op: date, voorzitter: int | None) -> None:
    """Give a meeting another day or chair; the same again changes nothing.

    Raises NietGevonden for a meeting that is not one's own; Domeinfout for an impossible day or chair, or
    when that table has a meeting of the team on that day already.
    """
    rij = haal_overleggen_op_slot(door, [overleg_id])[overleg_id]
    eis_gepland(rij)
    if (rij.op, rij.voorzitter_id) == (op, voorzitter):
        return
    _controleer_dag(op)
    _controleer_voorzitter(voorzitter, _voorzitters([voorzitter]))
    eis_vrije_dag(rij, op)
    rij.op, rij.voorzitter_id = op, voorzitter
    werk_bij([rij], ["op", "voorzitter"])
    leg_vast(door, Vastlegging(OverlegGewijzigd(op=op, voorzitter=voorzitter), rij.pk, klok.vandaag()))


def eis_vrije_dag(rij: Overleg, op: date) -> None:
    """Refuse a day on which this table of this team has another meeting."""
    zelfde = Overleg.objects.filter(tafel=rij.tafel, team=rij.team_id, op=op, afgezegd_op=None)
    if zelfde.exclude(pk=rij.pk).exists():
        raise fout("op", _("Op deze dag is dit overleg er al."), _("Kies een andere dag."))


@actie("casus", Permissie.CASUS_WERKEN)
def voeg_deelnemers_toe(door: Actor, invoer: Sequence[Deelnemerinvoer]) -> list[int]:
    """Say who sits at meetings; return the ids in order. It opens no dossier to anybody. Somebody who sits
    there already stays there once.

    Raises NietGevonden for a meeting that is not one's own; Domeinfout with the field for nobody, or for
    somebody from outside without a name or an organisation.
    """
    haal_overleggen_op_slot(door, [d.overleg for d in invoer])
    mogen = _voorzitters(d.gebruiker for d in invoer)
    for d in invoer:
        _controleer_deelnemer(d, mogen)
    bekend: dict[object, int] = {}
    for rij in Deelnemer.objects.filter(overleg__in={d.overleg for d in invoer}):
        bekend[rij.kenmerk] = rij.pk
        if rij.gebruiker_id:
            bekend[rij.overleg_id, rij.gebruiker_id] = rij.pk
    vers = [d for d in invoer if d.kenmerk not in bekend and (d.overleg, d.gebruiker) not in bekend]
    rijen = schrijf(
        Deelnemer(
            kenmerk=d.kenmerk,
            overleg_id=d.overleg,
            gebruiker_id=d.gebruiker,
            naam=" ".join(d.naam.split()),
            organisatie=" ".join(d.organisatie.split()),
        )
        for d in vers
    )
    leg_vast(door, *(_erbij(rij) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend.get(d.kenmerk) or bekend[d.overleg, d.gebruiker] for d in invoer]


def _erbij(rij: Deelnemer) -> Vastlegging:
    gebeurtenis = DeelnemerToegevoegd(deelnemer=rij.kenmerk, gebruiker=rij.gebruiker_id)
    return Vastlegging(gebeurtenis, rij.overleg_id, klok.vandaag())


def _controleer_deelnemer(d: Deelnemerinvoer, mogen: set[int]) -> None:
    buiten = bool(d.naam.strip() or d.organisatie.strip())
    if buiten == (d.gebruiker is not None):
        raise fout(
            "naam",
            _("Het is niet duidelijk wie er aan tafel zit."),
            _("Kies een collega, of vul een naam en een organisatie in."),
        )
    if d.gebruiker is not None:
        if d.gebruiker not in mogen:
            raise fout("gebruiker", _("Deze collega bestaat niet (meer)."), _("Kies iemand uit de lijst."))
        return
    for veld, tekst in (("naam", d.naam), ("organisatie", d.organisatie)):
        if not tekst.strip() or len(tekst) > LANGSTE_NAAM or "\x00" in tekst:
            raise fout(
                veld,
                _("Vul van iemand van buiten een naam en een organisatie in."),
                _("Vul beide in, elk hoogstens %(n)s tekens.") % {"n": LANGSTE_NAAM},
            )


@actie("casus", Permissie.CASUS_WERKEN)
def haal_deelnemer_weg(door: Actor, deelnemer_id: int) -> None:
    """Take somebody off the list of a meeting, who was put there by mistake.

    Raises NietGevonden; Domeinfout when something was shared with them: withdraw that first.
    """
    rij = Deelnemer.objects.filter(pk=deelnemer_id).first()
    if rij is None:
        raise niet_gevonden()
    haal_overleggen_op_slot(door, [rij.overleg_id])
    if Deling.objects.filter(deelnemer=rij).exists():
        raise Domeinfout(
            "deelnemer_kreeg_iets",
            _("Met deze deelnemer is iets gedeeld: dat blijft te zien."),
            _("Trek een vergissing in bij het agendapunt. De deelnemer blijft op de lijst staan."),
        )
    gebeurtenis = DeelnemerWeggehaald(deelnemer=rij.kenmerk)
    rij.delete()
    leg_vast(door, Vastlegging(gebeurtenis, rij.overleg_id, klok.vandaag()))

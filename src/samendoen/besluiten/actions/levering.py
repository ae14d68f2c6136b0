"""Keep what a provider reports about giving: a start, a stop, and that one of them was a mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_voorzieningen, niet_gevonden
from samendoen.besluiten.actions.herroeping import vast_voorziening
from samendoen.besluiten.events import (
    VOORZIENING,
    StartGemeld,
    StartIngetrokken,
    StopGemeld,
    StopIngetrokken,
)
from samendoen.besluiten.models import Levering, Toewijzing, Voorziening
from samendoen.besluiten.rules import EEN_DAG
from samendoen.besluiten.rules.levering import REDENEN, Leveringsoort, Melding, bezwaar, gestopt
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
    werk_bij,
)


@dataclass(frozen=True, slots=True)
class Startmelding:
    """That giving began on `begin`. `kenmerk` is made by the client; reported on `op` (today)."""

    toewijzing: int
    begin: date
    kenmerk: UUID
    op: date | None = None


@dataclass(frozen=True, slots=True)
class Stopmelding:
    """That what began on `begin` stopped; `eind` is the last day, `reden` a code of the standard."""

    toewijzing: int
    begin: date
    eind: date
    reden: str
    kenmerk: UUID
    op: date | None = None


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def meld_start(door: Actor, meldingen: Sequence[Startmelding]) -> list[int]:
    """Keep that providers began; return the ids in the order asked.

    A start gives no right and blocks no payment. A known `kenmerk`, or the same said again, gives the report
    that exists. Raises NietGevonden or Geweigerd without the right on an assignment; Domeinfout when it runs
    already. All or nothing.
    """
    return _meld(door, [(m.kenmerk, Melding(m.toewijzing, m.begin), m.op) for m in meldingen])


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def meld_stop(door: Actor, meldingen: Sequence[Stopmelding]) -> list[int]:
    """Keep that providers stopped, for a while or for good; see `meld_start`.

    Raises Domeinfout when no such start stands, for a reason that this law does not know, or when a stop
    that stands leaves no room for this one.
    """
    return _meld(
        door,
        [(m.kenmerk, Melding(m.toewijzing, m.begin, m.eind + EEN_DAG, m.reden), m.op) for m in meldingen],
    )


def _meld(door: Actor, nieuwe: Sequence[tuple[UUID, Melding, date | None]]) -> list[int]:
    voorzieningen = _haal(door, [m.toewijzing for _kenmerk, m, _op in nieuwe])
    rijen = Levering.objects.filter(kenmerk__in=[kenmerk for kenmerk, _m, _op in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    staat = _staande(voorzieningen)
    te_schrijven: dict[Melding, Levering] = {}
    for kenmerk, m, op in nieuwe:
        if kenmerk in bekend or m in staat or m in te_schrijven:
            continue
        eerder = [e for e in (*staat, *te_schrijven) if e.toewijzing == m.toewijzing]
        _controleer(m, voorzieningen[m.toewijzing].wet, eerder)
        te_schrijven[m] = _rij(kenmerk, m, op or klok.vandaag())
    schrijf(te_schrijven.values())
    leg_vast(
        door,
        *(
            vast_voorziening(voorzieningen[m.toewijzing], _gemeld(rij), rij.gemeld_op)
            for m, rij in te_schrijven.items()
        ),
    )
    staat |= {m: rij.pk for m, rij in te_schrijven.items()}
    return [bekend[kenmerk] if kenmerk in bekend else staat[m] for kenmerk, m, _op in nieuwe]


def _haal(door: Actor, toewijzingen: Sequence[int]) -> dict[int, Voorziening]:
    """Return the provision of each assignment, locked; refuses like `haal_voorzieningen`."""
    van = dict(Toewijzing.objects.filter(pk__in=toewijzingen).values_list("pk", "voorziening_id"))
    if any(pk not in van for pk in toewijzingen):
        raise niet_gevonden()
    voorzieningen = haal_voorzieningen(door, van.values())
    return {toewijzing: voorzieningen[voorziening] for toewijzing, voorziening in van.items()}


def _staande(toewijzingen: Mapping[int, Voorziening]) -> dict[Melding, int]:
    """Return the reports that stand on these assignments, with their ids, in order."""
    rijen = Levering.objects.filter(toewijzing__in=toewijzingen, ingetrokken_op__isnull=True)
    velden = rijen.order_by("pk").values_list("pk", "toewijzing_id", "begin", "tot", "reden")
    return {Melding(t, begin, tot, reden): pk for pk, t, begin, tot, reden in velden}


def _rij(kenmerk: UUID, m: Melding, op: date) -> Levering:
    soort = Leveringsoort.START if m.tot is None else Leveringsoort.STOP
    return Levering(
        kenmerk=kenmerk,
        toewijzing_id=m.toewijzing,
        soort=soort.value,
        begin=m.begin,
        tot=m.tot,
        reden=m.reden,
        gemeld_op=op,
    )


def _gemeld(rij: Levering) -> Gebeurtenissoort:
    if rij.tot is None:
        return StartGemeld(toewijzing=rij.toewijzing_id, levering=rij.pk, begin=rij.begin)
    return StopGemeld(
        toewijzing=rij.toewijzing_id, levering=rij.pk, begin=rij.begin, tot=rij.tot, reden=rij.reden
    )


def _controleer(m: Melding, wet: str, eerder: Sequence[Melding]) -> None:
    if m.tot is not None and m.reden not in REDENEN.get(wet, frozenset()):
        raise Domeinfout(
            "levering_reden",
            _("Deze reden om te stoppen bestaat niet bij deze wet."),
            _("Kies een code uit de lijst van de standaard."),
            veld="reden",
        )
    code = bezwaar(m, eerder)
    if code:
        wat, doe = _BEZWAREN[code]()
        raise Domeinfout(f"levering_{code}", wat, doe, veld="begin" if m.tot is None else "eind")


_BEZWAREN = {
    "loopt_al": lambda: (_("Deze hulp loopt al."), _("Meld eerst dat die is gestopt.")),
    "geen_start": lambda: (
        _("Op deze dag is deze hulp niet begonnen."),
        _("Neem de begindatum over van de start die is gemeld."),
    ),
    "voor_begin": lambda: (
        _("De hulp stopt dan voordat zij begint."),
        _("Kies een dag op of na de begindatum."),
    ),
    "al_gestopt": lambda: (
        _("Deze hulp is al voorgoed gestopt."),
        _("Trek die melding eerst in als zij niet klopt."),
    ),
    "weer_tijdelijk": lambda: (
        _("Deze hulp is al tijdelijk gestopt."),
        _("Meld eerst een nieuwe start, of dat de hulp voorgoed stopt."),
    ),
    "voor_eerdere_stop": lambda: (
        _("Deze hulp was toen al gestopt, op een latere dag."),
        _("Trek die melding eerst in, of kies een latere dag."),
    ),
}


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def trek_start_in(door: Actor, starts: Sequence[tuple[int, date]]) -> None:
    """Take back (assignment, first day) that was reported by mistake; twice is harmless.

    Raises NietGevonden or Geweigerd without the right on an assignment; Domeinfout when it was not
    reported, or when a stop stands on it: that one goes first.
    """
    _trek_in(door, [Melding(toewijzing, begin) for toewijzing, begin in starts])


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def trek_stop_in(door: Actor, stops: Sequence[tuple[int, date, date, str]]) -> None:
    """Take back (assignment, first day, last day, reason) that was a mistake; as `trek_start_in`."""
    _trek_in(door, [Melding(t, begin, eind + EEN_DAG, reden) for t, begin, eind, reden in stops])


def _trek_in(door: Actor, weg: Sequence[Melding]) -> None:
    voorzieningen = _haal(door, [m.toewijzing for m in weg])
    staat = _staande(voorzieningen)
    alle = Levering.objects.filter(toewijzing__in=voorzieningen).order_by("pk")
    # The row that stands comes last among equals.
    rijen = {
        Melding(rij.toewijzing_id, rij.begin, rij.tot, rij.reden): rij
        for rij in sorted(alle, key=lambda rij: (rij.ingetrokken_op is None, rij.pk))
    }
    te_doen: dict[Melding, Levering] = {}
    for m in weg:
        if m not in rijen:
            raise Domeinfout(
                "levering_onbekend",
                _("Dit is niet gemeld."),
                _("Neem over wat er precies is gemeld."),
            )
        if rijen[m].ingetrokken_op is None and m not in te_doen:
            _controleer_intrekken(m, [e for e in staat if e.toewijzing == m.toewijzing])
            del staat[m]
            te_doen[m] = rijen[m]
    for rij in te_doen.values():
        rij.ingetrokken_op = klok.vandaag()
    werk_bij(te_doen.values(), ["ingetrokken_op"])
    leg_vast(door, *_intrekkingen(list(te_doen.values()), voorzieningen))


def _controleer_intrekken(m: Melding, staat: Sequence[Melding]) -> None:
    if m.tot is None and gestopt(m.begin, staat):
        raise Domeinfout(
            "levering_gestopt",
            _("Deze hulp is daarna gestopt."),
            _("Trek eerst de melding van de stop in."),
        )


def _intrekkingen(rijen: Sequence[Levering], voorzieningen: Mapping[int, Voorziening]) -> list[Vastlegging]:
    """Return the events that revoke; each names the one it takes back."""
    if not rijen:
        return []
    alle = van_onderwerp(VOORZIENING, {voorzieningen[rij.toewijzing_id].pk for rij in rijen})
    soorten = {StartGemeld.soort, StopGemeld.soort}
    gemeld = {g.gegevens["levering"]: g.pk for per in alle.values() for g in per if g.soort in soorten}
    return [
        Vastlegging(
            StartIngetrokken(levering=rij.pk) if rij.tot is None else StopIngetrokken(levering=rij.pk),
            v.pk,
            klok.vandaag(),
            dossier_id=v.dossier_id,
            herroept_id=gemeld[rij.pk],
        )
        for rij in rijen
        for v in [voorzieningen[rij.toewijzing_id]]
    ]

"""Take meldingen: check, write, grant, start the clocks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import IntegrityError, transaction

from samendoen.inwoners.api import NieuweInwoner, namen, registreer_inwoners
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    Vindbaar,
    Wet,
    actie,
    ken_toe,
    klok,
    leg_vast,
    maak_vindbaar,
    open_dossiers,
    schrijf,
)
from samendoen.organisatie.api import TeamWaarde, leefgebieden, teams_bij_code
from samendoen.toegang.actions.controle import Lijsten, NieuweMelding, controleer
from samendoen.toegang.events import MeldingGeregistreerd
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import NABELLEN, TERMIJN_BIJ_MELDING
from samendoen.werk.api import TermijnStart, start_termijnen

SOORT = "toegang.melding"
# Kinds of teams that take questions first, the nearest to the front door first.
VOORDEUR = ("loket", "toegangsteam", "gebiedsteam")


@actie("toegang", Permissie.MELDING_REGISTREREN)
def registreer_meldingen(door: Actor, nieuwe: Sequence[NieuweMelding]) -> list[int]:
    """Register meldingen and start their clocks; return their ids in the order asked.

    A `kenmerk` that is known gives the melding that exists, and changes nothing. Raises Domeinfout
    (with the field) for an empty question, an unknown team, channel, frame, life domain or resident,
    or an impossible day.
    """
    nieuwe, teams = _gecontroleerd(door, nieuwe)
    alle = _vind_of_schrijf(door, nieuwe, teams)
    return [alle[n.kenmerk] for n in nieuwe]


def registreer_verse(door: Actor, nieuwe: Sequence[NieuweMelding]) -> list[int]:
    """As `registreer_meldingen`, within an action that has seen that nobody has such a `kenmerk`.

    Raises IntegrityError when another writes one at this very moment: the action is then tried again.
    """
    nieuwe, teams = _gecontroleerd(door, nieuwe)
    geschreven = _schrijf(door, list(nieuwe), teams)
    return [geschreven[n.kenmerk] for n in nieuwe]


def is_kenmerk_bezet(fout: IntegrityError) -> bool:
    """Tell whether a melding with this `kenmerk` was written in the meantime."""
    return "toegang_melding_kenmerk" in str(fout)


def _gecontroleerd(
    door: Actor, nieuwe: Sequence[NieuweMelding]
) -> tuple[list[NieuweMelding], dict[str, TeamWaarde]]:
    """Return the meldingen with their teams, all of them right. Raises as `registreer_meldingen`."""
    gevuld, teams = _met_teams(door, nieuwe)
    bekend = Lijsten(teams, leefgebieden().keys(), bekende_inwoners(gevuld))
    for nieuw in gevuld:
        controleer(nieuw, bekend)
    return gevuld, teams


@actie("toegang", Permissie.MELDING_REGISTREREN)
def neem_meldingen_op(
    door: Actor, opnamen: Sequence[tuple[NieuweMelding, NieuweInwoner | None]]
) -> list[int]:
    """Register meldingen, each with the resident whom it makes known to us (None: as the melding says).

    Both or neither. Raises what `registreer_meldingen` and `inwoners.registreer_inwoners` raise; the fields
    have different names.
    """
    verse = [inwoner for _melding, inwoner in opnamen if inwoner is not None]
    personen = iter(registreer_inwoners(door, verse))
    return registreer_meldingen(
        door,
        [nieuw if inwoner is None else replace(nieuw, inwoner=next(personen)) for nieuw, inwoner in opnamen],
    )


def _met_teams(
    door: Actor, nieuwe: Sequence[NieuweMelding]
) -> tuple[list[NieuweMelding], dict[str, TeamWaarde]]:
    """Fill in the teams, and return those teams. Those of others are read only where no own one fits."""
    dag = klok.vandaag()
    teams = teams_bij_code(dag, {n.team for n in nieuwe}, door.groepen)
    eigen = {code: team for code, team in teams.items() if team.groep_id in door.groepen}
    gevuld = [_met_team(door, nieuw, eigen) for nieuw in nieuwe]
    if all(nieuw.team for nieuw in gevuld):
        return gevuld, teams
    teams = teams_bij_code(dag)
    return [_met_team(door, nieuw, teams) for nieuw in nieuwe], teams


def _met_team(door: Actor, nieuw: NieuweMelding, teams: dict[str, TeamWaarde]) -> NieuweMelding:
    """Fill in the front desk's own team where none is named; "" when nobody takes this frame."""
    if nieuw.team or nieuw.kader not in set(Wet):
        return nieuw
    passend = [team for team in teams.values() if nieuw.kader in team.kaders]
    eigen = [team for team in passend if team.groep_id in door.groepen]
    bij_soort = [team for soort in VOORDEUR for team in passend if team.soort == soort]
    keuze = [*(t for t in eigen if t.soort in VOORDEUR), *eigen, *bij_soort]
    return replace(nieuw, team=keuze[0].code) if keuze else nieuw


def _vind_of_schrijf(
    door: Actor, nieuwe: Sequence[NieuweMelding], teams: dict[str, TeamWaarde]
) -> dict[UUID, int]:
    """Of a form that is sent twice at one moment the second finds what the first wrote."""
    bekend = _bekend(nieuwe)
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    try:
        with transaction.atomic():
            return bekend | _schrijf(door, list(eerste.values()), teams)
    except IntegrityError as fout:
        if not is_kenmerk_bezet(fout):
            raise
    return _vind_of_schrijf(door, nieuwe, teams)


def bekende_inwoners(nieuwe: Iterable[NieuweMelding]) -> frozenset[int]:
    """Return which of the residents that are named exist; one query, none without names."""
    gevraagd = {n.inwoner for n in nieuwe if n.inwoner is not None}
    return frozenset(namen(SYSTEEM, gevraagd)) if gevraagd else frozenset()


def _bekend(nieuwe: Sequence[NieuweMelding]) -> dict[UUID, int]:
    rijen = Melding.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    return dict(rijen.values_list("kenmerk", "pk"))


def _schrijf(door: Actor, nieuwe: list[NieuweMelding], teams: dict[str, TeamWaarde]) -> dict[UUID, int]:
    if not nieuwe:
        return {}
    dossiers = open_dossiers(
        [n.kader for n in nieuwe],
        "melding",
        [n.ontvangen_op for n in nieuwe],
        [n.inwoner for n in nieuwe],
    )
    meldingen = schrijf(
        Melding(
            kenmerk=n.kenmerk,
            dossier_id=d.pk,
            inwoner_id=d.persoon_id,
            wet=n.kader,
            team_id=teams[n.team].id,
            kanaal=n.kanaal,
            ontvangen_op=n.ontvangen_op,
            vraag=n.vraag.strip(),
            mede_kaders=_overige(n),
            leefgebieden=list(n.leefgebieden),
            spoed=n.spoed,
            melder=n.melder,
            vrijwillig=n.vrijwillig,
            zorgvrager=n.zorgvrager,
            herkend=n.inwoner is not None,
        )
        for n, d in zip(nieuwe, dossiers, strict=True)
    )
    paren = list(zip(nieuwe, meldingen, strict=True))
    ken_toe(t for n, m in paren for t in _toekenningen(door, m, teams[n.team]))
    leg_vast(door, *(_geregistreerd(n, m) for n, m in paren))
    maak_vindbaar(vindbaar(m, teams[n.team].naam) for n, m in paren)
    start_termijnen(
        door,
        [
            TermijnStart(
                soort=TERMIJN_BIJ_MELDING[n.kader],
                start=n.ontvangen_op,
                dossier_id=m.dossier_id,
                onderwerp_soort=SOORT,
                onderwerp_id=m.pk,
                groep_id=teams[n.team].groep_id,
            )
            for n, m in paren
            if n.kader in TERMIJN_BIJ_MELDING
        ],
    )
    return {m.kenmerk: m.pk for m in meldingen}


def _overige(nieuw: NieuweMelding) -> list[str]:
    """Return the other legal frames that the question falls under."""
    return [kader for kader in dict.fromkeys(nieuw.mede_kaders) if kader != nieuw.kader]


def _toekenningen(door: Actor, melding: Melding, team: TeamWaarde) -> list[Toekenning]:
    """The team works on it; who took it keeps it for a fortnight, wherever triage brings it."""
    van_team = Toekenning(
        melding.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, melding.wet, groep_id=team.groep_id
    )
    if door.id is None:
        return [van_team]
    van_aannemer = Toekenning(
        melding.dossier_id,
        Niveau.SCHRIJFBAAR,
        Grond.AANNAME,
        melding.wet,
        gebruiker_id=door.id,
        tot=klok.einde_van(klok.vandaag() + NABELLEN),
    )
    return [van_team, van_aannemer]


def _geregistreerd(nieuw: NieuweMelding, melding: Melding) -> Vastlegging:
    return Vastlegging(
        MeldingGeregistreerd(
            kanaal=nieuw.kanaal,
            kader=nieuw.kader,
            team=nieuw.team,
            mede_kaders=tuple(melding.mede_kaders),
            leefgebieden=tuple(melding.leefgebieden),
            spoed=nieuw.spoed,
            melder=nieuw.melder,
            vrijwillig=nieuw.vrijwillig,
            zorgvrager=nieuw.zorgvrager,
            herkend=melding.herkend,
        ),
        melding.pk,
        nieuw.ontvangen_op,
        dossier_id=melding.dossier_id,
        persoon_id=melding.inwoner_id,
        wet=melding.wet,
        inhoud={"vraag": melding.vraag},
    )


def vindbaar(melding: Melding, teamnaam: str) -> Vindbaar:
    """Return the search row of a melding: found by its words, shown by team and day alone."""
    return Vindbaar(
        SOORT,
        melding.pk,
        melding.dossier_id,
        melding.inwoner_id,
        melding.wet,
        label=f"{teamnaam}, {melding.ontvangen_op:%d-%m-%Y}",
        tekst=melding.vraag,
    )

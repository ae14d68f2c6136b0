"""Triage: a human decides where questions go, beside what the table proposes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samendoen.kernel.api import (
    Actor,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    actie,
    beeindig_op,
    ken_toe,
    klok,
    leg_vast,
    maak_vindbaar,
    werk_bij,
)
from samendoen.organisatie.api import TeamWaarde, teams_bij_code
from samendoen.toegang.access import TRIAGEVELDEN, haal_op_slot, naar
from samendoen.toegang.actions.bekeken import van_lijst
from samendoen.toegang.actions.controle import Besluitlijsten, Triagebesluit, controleer_besluit
from samendoen.toegang.actions.eropafhaken import begin, draag_over, eis_overdracht
from samendoen.toegang.actions.registratie import SOORT, vindbaar
from samendoen.toegang.events import MeldingAfgehandeld, MeldingGetrieerd
from samendoen.toegang.models import Melding
from samendoen.toegang.queries.triage import tafel, triagevragen
from samendoen.toegang.rules import AF_BIJ_LOKET, NAAR_TEAM, Route, Triagevoorstel, wijkt_af
from samendoen.werk.api import verdeel_termijnen, voltooi_termijnen

VELDEN = [*TRIAGEVELDEN, "team", "status", "uitkomst", "afgehandeld_op"]


@dataclass(frozen=True, slots=True)
class Genomen:
    """A decision with the melding it changed, what the table proposed, and the team it came from."""

    besluit: Triagebesluit
    melding: Melding
    voorstel: Triagevoorstel
    was_bij: int
    op: date


@actie("toegang", Permissie.MELDING_TRIEREN)
def trieer_meldingen(door: Actor, besluiten: Sequence[Triagebesluit]) -> None:
    """Decide where questions go; what the table proposed is recorded beside it.

    To a team (team, spoed, eropaf): the melding, its clocks and the team's grants move there. Information
    and advice, and a warm referral: it is handled, and its clocks are met or missed on that day. A decision
    that stands already changes nothing. Raises NietGevonden or Geweigerd without the right on one of them;
    Domeinfout (with the field) for what cannot be, a choice other than proposed without a reason, or a
    decision that a colleague took meanwhile (`gezien`). To ErOpAf begins it; away from it ends it as handed
    over, and always asks a reason. All or nothing.
    """
    meldingen = haal_op_slot(door, [b.melding for b in besluiten])
    nieuw = [b for b in besluiten if not _staat_al(meldingen[b.melding], b)]
    if not nieuw:
        return
    teams = teams_bij_code(klok.vandaag())
    lijsten = Besluitlijsten.van(nieuw, teams)
    tabel, vragen = tafel(), triagevragen(door, [meldingen[b.melding] for b in nieuw])
    weg = eis_overdracht(*_weg_van_eropaf(nieuw))
    genomen = []
    for besluit in nieuw:
        melding, voorstel = meldingen[besluit.melding], tabel.stel_voor(vragen[besluit.melding])
        op = besluit.op or klok.vandaag()
        melding.status = naar(melding, "trieer_en_sluit" if besluit.uitkomst in AF_BIJ_LOKET else "trieer")
        controleer_besluit(besluit, melding, voorstel, lijsten, op)
        was = melding.team_id
        _pas_toe(melding, besluit, voorstel, teams, op)
        genomen.append(Genomen(besluit, melding, voorstel, was, op))
    werk_bij([g.melding for g in genomen], VELDEN)
    codes = {team.id: code for code, team in teams.items()}
    leg_vast(door, *(v for g in genomen for v in _vast(g, codes)))
    voltooi_termijnen(door, SOORT, [(g.melding.pk, g.op) for g in genomen if g.melding.afgehandeld_op])
    van_lijst(door, [g.melding.pk for g in genomen])
    draag_over(door, weg, [(g.melding, g.besluit.reden, g.op) for g in genomen])
    begin(door, [(g.melding, g.op) for g in genomen])
    _verhuis(door, [g.melding for g in genomen if g.melding.team_id != g.was_bij], teams)


def _weg_van_eropaf(besluiten: Sequence[Triagebesluit]) -> tuple[list[int], dict[int, str]]:
    """Return the meldingen that go anywhere but to ErOpAf, and the reasons that were given."""
    weg = [b for b in besluiten if b.uitkomst != Route.EROPAF]
    return [b.melding for b in weg], {b.melding: b.reden for b in weg}


def _staat_al(melding: Melding, besluit: Triagebesluit) -> bool:
    """Tell whether this very decision stands already: a form that was sent twice."""
    staat = (melding.route, melding.organisatie_id, melding.opvolgen_op, melding.contact)
    gevraagd = (besluit.uitkomst, besluit.organisatie, besluit.opvolgen_op, besluit.contact.strip())
    return staat == gevraagd and (besluit.uitkomst not in NAAR_TEAM or melding.team.code == besluit.team)


def _pas_toe(
    melding: Melding,
    besluit: Triagebesluit,
    voorstel: Triagevoorstel,
    teams: Mapping[str, TeamWaarde],
    op: date,
) -> None:
    melding.route, melding.getrieerd_op, melding.triageregel = besluit.uitkomst, op, voorstel.regel
    melding.organisatie_id, melding.opvolgen_op = besluit.organisatie, besluit.opvolgen_op
    melding.contact = besluit.contact.strip()
    if besluit.uitkomst in AF_BIJ_LOKET:
        melding.uitkomst, melding.afgehandeld_op = AF_BIJ_LOKET[besluit.uitkomst], op
    else:
        melding.team_id = teams[besluit.team].id


def _vast(genomen: Genomen, codes: Mapping[int, str]) -> list[Vastlegging]:
    besluit, melding, voorstel = genomen.besluit, genomen.melding, genomen.voorstel
    getrieerd = MeldingGetrieerd(
        uitkomst=besluit.uitkomst,
        team=codes.get(melding.team_id) or melding.team.code,
        regel=voorstel.regel,
        voorstel=voorstel.uitkomst,
        voorstel_team=voorstel.team or None,
        definitie=voorstel.hash,
        afgeweken=wijkt_af(voorstel, besluit.uitkomst, besluit.team),
        organisatie=besluit.organisatie,
        opvolgen_op=besluit.opvolgen_op,
    )
    vast = [
        Vastlegging(
            getrieerd,
            melding.pk,
            genomen.op,
            dossier_id=melding.dossier_id,
            persoon_id=melding.inwoner_id,
            wet=melding.wet,
            inhoud={"reden": besluit.reden.strip(), "contact": melding.contact},
        )
    ]
    if melding.afgehandeld_op:
        af = MeldingAfgehandeld(uitkomst=melding.uitkomst)
        vast.append(Vastlegging(af, melding.pk, genomen.op, dossier_id=melding.dossier_id))
    return vast


def _verhuis(door: Actor, meldingen: Sequence[Melding], teams: Mapping[str, TeamWaarde]) -> None:
    """Take meldingen from the team that they lay with to the one they go to: grants, clocks, search rows."""
    if not meldingen:
        return
    per_id = {team.id: team for team in teams.values()}
    beeindig_op([m.dossier_id for m in meldingen], Grond.TEAM)
    ken_toe(
        Toekenning(m.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, m.wet, groep_id=per_id[m.team_id].groep_id)
        for m in meldingen
    )
    verdeel_termijnen(door, SOORT, {m.pk: per_id[m.team_id].groep_id for m in meldingen})
    maak_vindbaar(vindbaar(m, per_id[m.team_id].naam) for m in meldingen)

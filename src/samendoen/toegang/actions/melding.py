"""Use cases on a melding: register, handle, reopen, withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Toekenning,
    Vastlegging,
    Vindbaar,
    actie,
    haal,
    ken_toe,
    klok,
    leg_vast,
    maak_vindbaar,
    open_dossiers,
    van_onderwerp,
    werk_bij,
)
from samendoen.organisatie.api import TeamWaarde, teams_bij_code
from samendoen.toegang.events import (
    MeldingAfgehandeld,
    MeldingGeregistreerd,
    MeldingHeropend,
    MeldingIngetrokken,
)
from samendoen.toegang.models import STATUSSEN, Melding
from samendoen.toegang.rules import (
    MELDING_OVERGANGEN,
    NABELLEN,
    OUDSTE,
    TERMIJN_BIJ_MELDING,
    Kanaal,
    RedenIntrekken,
    Status,
    Uitkomst,
)
from samendoen.werk.api import (
    TermijnStart,
    heropen_termijnen,
    laat_vervallen,
    start_termijnen,
    voltooi_termijnen,
)

SOORT = "toegang.melding"


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """What the front desk writes down. `kenmerk` is made by the client and makes a repeat harmless."""

    kenmerk: UUID
    vraag: str
    kanaal: str
    kader: str
    team: str
    ontvangen_op: date


@actie("toegang", Permissie.MELDING_REGISTREREN)
def registreer_meldingen(door: Actor, nieuwe: Sequence[NieuweMelding]) -> list[int]:
    """Register meldingen and start their clocks; return their ids in the order asked.

    A `kenmerk` that is known gives the melding that exists, and changes nothing. Raises Domeinfout
    (with the field) for an empty question, an unknown team, channel or frame, or an impossible day.
    """
    teams = teams_bij_code(klok.vandaag())
    for nieuw in nieuwe:
        _controleer(nieuw, teams)
    alle = _vind_of_schrijf(door, nieuwe, teams)
    return [alle[n.kenmerk] for n in nieuwe]


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
        if "toegang_melding_kenmerk" not in str(fout):
            raise
    return _vind_of_schrijf(door, nieuwe, teams)


def _controleer(nieuw: NieuweMelding, teams: dict[str, TeamWaarde]) -> None:
    vandaag = klok.vandaag()
    fouten = (
        ("vraag", not nieuw.vraag.strip(), _("De vraag ontbreekt."), _("Schrijf op wat de inwoner vraagt.")),
        ("team", nieuw.team not in teams, _("Dit team bestaat niet."), _("Kies een team uit de lijst.")),
        (
            "kanaal",
            nieuw.kanaal not in set(Kanaal),
            _("Dit kanaal bestaat niet."),
            _("Kies een kanaal uit de lijst."),
        ),
        (
            "ontvangen_op",
            nieuw.ontvangen_op > vandaag,
            _("De dag van ontvangst ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
        (
            "ontvangen_op",
            nieuw.ontvangen_op < vandaag - OUDSTE,
            _("De dag van ontvangst ligt meer dan een jaar terug."),
            _("Controleer het jaartal."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"melding_{veld}", wat, doe, veld=veld)
    if nieuw.kader not in teams[nieuw.team].kaders:
        raise Domeinfout(
            "melding_kader",
            _("%(team)s behandelt geen vragen onder dit wettelijk kader.") % {"team": teams[nieuw.team].naam},
            _("Kies een ander kader of een ander team."),
            veld="kader",
        )


def _bekend(nieuwe: Sequence[NieuweMelding]) -> dict[UUID, int]:
    rijen = Melding.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    return dict(rijen.values_list("kenmerk", "pk"))


def _schrijf(door: Actor, nieuwe: list[NieuweMelding], teams: dict[str, TeamWaarde]) -> dict[UUID, int]:
    if not nieuwe:
        return {}
    dossiers = open_dossiers([n.kader for n in nieuwe], "melding", [n.ontvangen_op for n in nieuwe])
    meldingen = Melding.objects.bulk_create(
        Melding(
            kenmerk=n.kenmerk,
            dossier_id=d.pk,
            inwoner_id=d.persoon_id,
            wet=n.kader,
            team_id=teams[n.team].id,
            kanaal=n.kanaal,
            ontvangen_op=n.ontvangen_op,
            vraag=n.vraag.strip(),
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


def _toekenningen(door: Actor, melding: Melding, team: TeamWaarde) -> list[Toekenning]:
    van_team = Toekenning(
        melding.dossier_id, Niveau.SCHRIJFBAAR, Grond.TEAM, melding.wet, groep_id=team.groep_id
    )
    if door.id is None or team.groep_id in door.groepen:
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
        MeldingGeregistreerd(kanaal=nieuw.kanaal, kader=nieuw.kader, team=nieuw.team),
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
        label=f"{teamnaam}, {melding.ontvangen_op.isoformat()}",
        tekst=melding.vraag,
    )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def handel_meldingen_af(door: Actor, afhandelingen: Sequence[tuple[int, str, date]]) -> None:
    """Close (melding, outcome, day); their clocks are met or missed on that day.

    Raises NietGevonden or Geweigerd without the right on one of them, Domeinfout when one is not open,
    the outcome is unknown, or the day lies before the receipt or after today. All or nothing.
    """
    meldingen = _op_slot(door, [pk for pk, _uitkomst, _op in afhandelingen])
    for pk, uitkomst, op in afhandelingen:
        melding = meldingen[pk]
        melding.status = _naar(melding, "handel_af")
        _controleer_afhandeling(melding, uitkomst, op)
        melding.uitkomst, melding.afgehandeld_op = uitkomst, op
    werk_bij(meldingen.values(), ["status", "uitkomst", "afgehandeld_op"])
    leg_vast(
        door,
        *(
            Vastlegging(MeldingAfgehandeld(uitkomst=u), pk, op, dossier_id=meldingen[pk].dossier_id)
            for pk, u, op in afhandelingen
        ),
    )
    voltooi_termijnen(door, SOORT, [(pk, op) for pk, _uitkomst, op in afhandelingen])


def handel_melding_af(door: Actor, melding_id: int, uitkomst: str, op: date) -> None:
    """Close one melding; see handel_meldingen_af."""
    handel_meldingen_af(door, [(melding_id, uitkomst, op)])


def _controleer_afhandeling(melding: Melding, uitkomst: str, op: date) -> None:
    if uitkomst not in set(Uitkomst):
        raise Domeinfout(
            "melding_uitkomst",
            _("Deze uitkomst bestaat niet."),
            _("Kies een uitkomst uit de lijst."),
            veld="uitkomst",
        )
    if not melding.ontvangen_op <= op <= klok.vandaag():
        raise Domeinfout(
            "melding_afgehandeld_op",
            _("De dag van afhandeling ligt vóór de ontvangst of in de toekomst."),
            _("Kies een dag tussen de ontvangst en vandaag."),
            veld="op",
        )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def heropen_melding(door: Actor, melding_id: int) -> None:
    """Undo the handling: the melding is open again and its clock runs on as if it never stopped."""
    melding = _op_slot(door, [melding_id])[melding_id]
    melding.status = _naar(melding, "heropen")
    melding.uitkomst, melding.afgehandeld_op = "", None
    melding.save(update_fields=["status", "uitkomst", "afgehandeld_op"])
    afgehandeld = [
        g for g in van_onderwerp(SOORT, [melding_id])[melding_id] if g.soort == MeldingAfgehandeld.soort
    ][-1]
    leg_vast(
        door,
        Vastlegging(
            MeldingHeropend(),
            melding_id,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=afgehandeld.pk,
        ),
    )
    heropen_termijnen(door, SOORT, [melding_id])


@actie("toegang", Permissie.MELDING_INTREKKEN)
def trek_melding_in(door: Actor, melding_id: int, reden: str) -> None:
    """Take a melding back, with a reason; its clocks lapse. Counts leave out what was taken down wrongly.

    `door_inwoner` keeps the count (somebody did ask); the other reasons revoke the registration.
    """
    melding = _op_slot(door, [melding_id])[melding_id]
    if reden not in set(RedenIntrekken):
        raise Domeinfout(
            "melding_reden", _("Deze reden bestaat niet."), _("Kies een reden uit de lijst."), veld="reden"
        )
    melding.status = _naar(melding, "trek_in")
    melding.save(update_fields=["status"])
    eerste = van_onderwerp(SOORT, [melding_id])[melding_id][0]
    leg_vast(
        door,
        Vastlegging(
            MeldingIngetrokken(reden=reden),
            melding_id,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=None if reden == RedenIntrekken.DOOR_INWONER else eerste.pk,
        ),
    )
    laat_vervallen(door, SOORT, [melding_id])


def _op_slot(door: Actor, ids: Sequence[int]) -> dict[int, Melding]:
    """Fetch, authorise and lock; the system (demo, jobs) may touch all."""
    rijen = Melding.objects.select_for_update(of=("self",))
    if door.id is None:
        return {m.pk: m for m in rijen.filter(pk__in=ids)}
    return {pk: haal(rijen, door, pk, niveau=Niveau.SCHRIJFBAAR) for pk in ids}


def _naar(melding: Melding, overgang: str) -> Status:
    volgende = MELDING_OVERGANGEN[Status(melding.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "melding_status",
            _("Deze melding is %(status)s; dit kan nu niet meer.")
            % {"status": str(STATUSSEN[Status(melding.status)]).lower()},
            _("Ververs de pagina om te zien hoe de melding er nu voor staat."),
        )
    return volgende

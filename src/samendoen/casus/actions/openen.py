"""Open a casus: household, everybody involved with an own dossier, director, grants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.actions.meldingen import controleer_meldingen, haal_meldingen
from samendoen.casus.actions.rechten import Dossiers, geef_regie, geef_team
from samendoen.casus.actions.wie import Voordracht, eis_regisseurs
from samendoen.casus.events import CASUS, CasusGeopend
from samendoen.casus.models import Betrokkene, Casus, Casusmelding, Regie
from samendoen.casus.queries.kernen import Casuskern, lopende_van_huishoudens
from samendoen.casus.rules import Taakrol
from samendoen.inwoners.api import leden_van_huishoudens, zorg_voor_huishoudens
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    Vindbaar,
    actie,
    ken_toe,
    klok,
    leg_vast,
    maak_vindbaar,
    open_dossiers,
    schrijf,
)
from samendoen.organisatie.api import TeamWaarde, teamnaam, teams_bij_code
from samendoen.toegang.api import Meldingkern


@dataclass(frozen=True, slots=True)
class NieuweCasus:
    """A casus to open for the household of the resident of a melding.

    `kenmerk` is made by the client and makes a repeat harmless. Without `regisseur` (a user's id) who acts
    directs it; without `team` (a code) it is the team of the melding.
    """

    kenmerk: UUID
    melding: int
    op: date
    regisseur: int | None = None
    team: str = ""


@dataclass(slots=True)
class _Opening:
    """One casus that is about to be opened, with what is known of it by then."""

    nieuw: NieuweCasus
    melding: Meldingkern
    team: TeamWaarde
    regisseur: int
    huishouden: int = 0
    personen: tuple[int, ...] = ()


@actie("casus", Permissie.CASUS_WERKEN)
def open_casussen(door: Actor, nieuwe: Sequence[NieuweCasus]) -> list[int]:
    """Open casussen; return their ids in the order asked.

    Everybody of the household is involved, each with an own dossier under the law of the melding; the
    team and the director get grants on all of them, and the director on that of the melding.
    A `kenmerk` that is known gives the casus that exists. Raises NietGevonden or Geweigerd without the
    right to write in a melding, and Domeinfout for a melding of somebody who is not recognised, an
    impossible day, team or director, or a household that has an open casus ("casus_loopt", which says
    which one, and who directs it).
    """
    kernen = haal_meldingen(door, [n.melding for n in nieuwe])
    bekend = dict(Casus.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    alle = bekend | (_open(door, list(eerste.values()), kernen) if eerste else {})
    return [alle[n.kenmerk] for n in nieuwe]


def _open(door: Actor, nieuwe: Sequence[NieuweCasus], kernen: Mapping[int, Meldingkern]) -> dict[UUID, int]:
    controleer_meldingen([kernen[n.melding] for n in nieuwe])
    teams = teams_bij_code(klok.vandaag())
    openingen = [_opening(door, n, kernen[n.melding], teams) for n in nieuwe]
    eis_regisseurs(door, (Voordracht(o.regisseur, o.team.groep_id) for o in openingen))
    _zoek_huishoudens(door, openingen)
    _weiger_lopende(openingen)
    try:
        with transaction.atomic():
            return _schrijf(door, openingen)
    except IntegrityError as fout:
        if "casus_een_open" not in str(fout):
            raise
        # In the meantime a colleague opened one for this household.
        _weiger_lopende(openingen)
        raise


def _opening(door: Actor, nieuw: NieuweCasus, kern: Meldingkern, teams: Mapping[str, TeamWaarde]) -> _Opening:
    team = teams.get(nieuw.team or kern.team)
    regisseur = nieuw.regisseur if nieuw.regisseur is not None else door.id
    fouten = (
        ("team", team is None, _("Dit team bestaat niet."), _("Kies een team uit de lijst.")),
        (
            "team",
            team is not None and kern.wet not in team.kaders,
            _("Dit team werkt niet onder het wettelijk kader van de melding."),
            _("Kies een ander team."),
        ),
        ("regisseur", regisseur is None, _("De regisseur ontbreekt."), _("Kies wie de regie voert.")),
        (
            "op",
            not kern.ontvangen_op <= nieuw.op <= klok.vandaag(),
            _("De dag van openen ligt vóór de melding of in de toekomst."),
            _("Kies een dag tussen de melding en vandaag."),
        ),
    )
    weiger_eerste("casus", fouten)
    assert team is not None and regisseur is not None
    return _Opening(nieuw, kern, team, regisseur)


def _zoek_huishoudens(door: Actor, openingen: Sequence[_Opening]) -> None:
    """Fill in the household of each, made where there is none, and who lives there now."""
    for dag in {o.nieuw.op for o in openingen}:
        van_dag = [o for o in openingen if o.nieuw.op == dag]
        huishoudens = zorg_voor_huishoudens(door, [o.melding.persoon_id for o in van_dag], dag)
        for o in van_dag:
            o.huishouden = huishoudens[o.melding.persoon_id]
    leden = leden_van_huishoudens({o.huishouden for o in openingen})
    for o in openingen:
        samen = (lid.persoon_id for lid in leden.get(o.huishouden, ()))
        o.personen = tuple(dict.fromkeys((o.melding.persoon_id, *samen)))


def _weiger_lopende(openingen: Iterable[_Opening]) -> None:
    alle = [o.huishouden for o in openingen]
    for kern in lopende_van_huishoudens(alle).values():
        raise casus_loopt(kern)
    if len(set(alle)) < len(alle):
        raise Domeinfout(
            "casus_dubbel",
            _("Twee van deze meldingen horen bij hetzelfde huishouden."),
            _("Open één casus en voeg de andere melding daaraan toe."),
        )


def casus_loopt(kern: Casuskern) -> Domeinfout:
    """Return the error that says which casus the household has, and who directs it."""
    return Domeinfout(
        "casus_loopt",
        _("Voor dit huishouden loopt al casus %(nr)s. Regisseur is %(naam)s (%(team)s).")
        % {"nr": kern.id, "naam": kern.regisseur, "team": teamnaam(kern.team)},
        _("Voeg de melding toe aan die casus."),
    )


def _schrijf(door: Actor, openingen: Sequence[_Opening]) -> dict[UUID, int]:
    paren = [(o, persoon) for o in openingen for persoon in o.personen]
    wetten, dagen = [o.melding.wet for o, _p in paren], [o.nieuw.op for o, _p in paren]
    verse = iter(open_dossiers(wetten, "casus", dagen, [persoon for _o, persoon in paren]))
    dossiers = [[next(verse) for _persoon in o.personen] for o in openingen]
    casussen = schrijf(
        Casus(
            kenmerk=o.nieuw.kenmerk,
            huishouden_id=o.huishouden,
            dossier_id=eigen[0].pk,
            wet=o.melding.wet,
            team_id=o.team.id,
            geopend_op=o.nieuw.op,
        )
        for o, eigen in zip(openingen, dossiers, strict=True)
    )
    rijen = list(zip(casussen, openingen, dossiers, strict=True))
    schrijf(
        Betrokkene(casus=c, inwoner_id=d.persoon_id, wet=c.wet, dossier=d, van=c.geopend_op)
        for c, _o, eigen in rijen
        for d in eigen
    )
    schrijf(Casusmelding(casus=c, melding_id=o.melding.id, sinds=c.geopend_op) for c, o, _eigen in rijen)
    samen = {c.pk: [(d.pk, c.wet) for d in eigen] for c, _o, eigen in rijen}
    _geef_rechten([(c, o) for c, o, _eigen in rijen], samen)
    leg_vast(door, *(_geopend(c, o) for c, o, _eigen in rijen))
    maak_vindbaar(vindbaar(c, eigen[0].persoon_id, o.team.naam) for c, o, eigen in rijen)
    return {c.kenmerk: c.pk for c in casussen}


def _geef_rechten(paren: Sequence[tuple[Casus, _Opening]], samen: Dossiers) -> None:
    """Give team and director their grants; `samen` are the dossiers of everybody involved."""
    regie = schrijf(
        Regie(casus=c, gebruiker_id=o.regisseur, rol=Taakrol.REGISSEUR, van=c.geopend_op) for c, o in paren
    )
    van_melding = {c.pk: [(o.melding.dossier_id, o.melding.wet)] for c, o in paren}
    # The team of the melding works on it already.
    ander_team = {c.pk: van_melding[c.pk] for c, o in paren if o.melding.team_id != c.team_id}
    groepen = {c.pk: o.team.groep_id for c, o in paren}
    met_melding = {pk: [*samen[pk], *van_melding[pk]] for pk in samen}
    ken_toe([*geef_team(groepen, samen), *geef_team(groepen, ander_team), *geef_regie(regie, met_melding)])


def _geopend(casus: Casus, o: _Opening) -> Vastlegging:
    gebeurtenis = CasusGeopend(
        kader=casus.wet,
        team=o.team.code,
        huishouden=o.huishouden,
        melding=o.melding.id,
        regisseur=o.regisseur,
        betrokkenen=o.personen,
    )
    return Vastlegging(gebeurtenis, casus.pk, casus.geopend_op, dossier_id=casus.dossier_id)


def vindbaar(casus: Casus, persoon_id: int, teamnaam: str) -> Vindbaar:
    """Return the search row of a casus: found by its number, shown by number and team alone."""
    return Vindbaar(
        CASUS,
        casus.pk,
        casus.dossier_id,
        persoon_id,
        casus.wet,
        label=f"Casus {casus.pk}, {teamnaam}",
        tekst=f"casus {casus.pk}",
    )

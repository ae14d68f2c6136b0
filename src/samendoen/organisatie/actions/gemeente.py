"""Use case: read in the starting data of a municipality, once."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    maak_groepen,
)
from samendoen.kernel.definities import MetHerkomst
from samendoen.organisatie import definities
from samendoen.organisatie.definities import Gemeentedefinitie, gemeentedefinitie, gemeentedefinitie_hash
from samendoen.organisatie.events import GemeenteGeimporteerd
from samendoen.organisatie.models import Capaciteit, Gemeente, Kern, Mandaat, Team, TeamNaam
from samendoen.organisatie.models.gemeente import ENIGE


@dataclass(frozen=True, slots=True)
class Importuitslag:
    """What an import did; `zin` says it to a person. Not `nieuw`: it was there, nothing has changed."""

    code: str
    naam: str
    nieuw: bool
    zin: str


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def importeer_gemeente(door: Actor, naam_of_code: str) -> Importuitslag:
    """Read in villages, teams, capacity and mandates; a second time changes nothing and says so.

    Raises Domeinfout for an unknown municipality, a wrong definition, or a database that is another's.
    """
    definitie, merk = gemeentedefinitie(naam_of_code), gemeentedefinitie_hash(naam_of_code)
    code, naam = definitie.gemeente.code, definitie.gemeente.naam
    rij, nieuw = Gemeente.objects.get_or_create(
        id=ENIGE,
        defaults={"code": code, "naam": naam, "definitie": merk, "geimporteerd_op": klok.vandaag()},
    )
    if rij.code != code:
        raise Domeinfout(
            "andere_gemeente",
            _("Deze databank is al van de gemeente %(naam)s.") % {"naam": rij.naam},
            _("Gebruik voor elke gemeente een eigen databank (SAMENDOEN_HOME of DATABASE_URL)."),
        )
    if not nieuw:
        zin = _("%(naam)s was al ingelezen; er is niets veranderd.") % {"naam": rij.naam}
        return Importuitslag(code, rij.naam, False, zin)
    _schrijf(definitie)
    leg_vast(door, Vastlegging(_gebeurtenis(definitie, merk), ENIGE, klok.vandaag()))
    return Importuitslag(code, naam, True, _("%(naam)s is ingelezen.") % {"naam": naam})


def _gebeurtenis(definitie: Gemeentedefinitie, merk: str) -> GemeenteGeimporteerd:
    return GemeenteGeimporteerd(
        gemeente=definitie.gemeente.code,
        definitie=merk,
        teams=len(definitie.team),
        kernen=len(definitie.kern),
        capaciteit=len(definitie.capaciteit),
        mandaten=len(definitie.mandaat),
    )


def _herkomst(deel: MetHerkomst) -> dict[str, str | bool]:
    return {"bron": deel.bron, "aanname": deel.aanname, "toelichting": deel.toelichting}


def _schrijf(definitie: Gemeentedefinitie) -> None:
    kernen = Kern.objects.bulk_create(
        Kern(naam=kern.naam, postcodes=list(kern.postcodes), **_herkomst(kern)) for kern in definitie.kern
    )
    teams = _schrijf_teams(definitie.team, {kern.naam: kern for kern in kernen})
    _schrijf_capaciteit(definitie.capaciteit, teams)
    _schrijf_mandaten(definitie, teams)


def _schrijf_teams(delen: Sequence[definities.Team], kernen: dict[str, Kern]) -> dict[str, Team]:
    groepen = maak_groepen(deel.code for deel in delen)
    teams = Team.objects.bulk_create(
        Team(
            code=deel.code,
            soort=deel.soort.value,
            groep_id=groepen[deel.code],
            kaders=[kader.value for kader in deel.kaders],
            telnaam=deel.telnaam or "",
            omschrijving=deel.omschrijving,
            van=deel.van,
            tot=deel.tot,
            **_herkomst(deel),
        )
        for deel in delen
    )
    TeamNaam.objects.bulk_create(
        TeamNaam(
            team=team,
            naam=naam.naam,
            uitvoerder=naam.uitvoerder,
            van=naam.van,
            tot=naam.tot,
            **_herkomst(naam),
        )
        for team, deel in zip(teams, delen, strict=True)
        for naam in deel.naam
    )
    bedient = Team.kernen.through
    bedient.objects.bulk_create(
        bedient(team_id=team.pk, kern_id=kernen[naam].pk)
        for team, deel in zip(teams, delen, strict=True)
        for naam in (deel.gebied.kernen if deel.gebied else ())
    )
    return {team.code: team for team in teams}


def _schrijf_capaciteit(delen: Sequence[definities.Capaciteit], teams: dict[str, Team]) -> None:
    rijen = Capaciteit.objects.bulk_create(
        Capaciteit(
            functie=deel.functie,
            fte=deel.fte,
            personen=deel.personen,
            van=deel.van,
            tot=deel.tot,
            **_herkomst(deel),
        )
        for deel in delen
    )
    koppel = Capaciteit.teams.through
    koppel.objects.bulk_create(
        koppel(capaciteit_id=rij.pk, team_id=teams[code].pk)
        for rij, deel in zip(rijen, delen, strict=True)
        for code in deel.teams
    )


def _schrijf_mandaten(definitie: Gemeentedefinitie, teams: dict[str, Team]) -> None:
    rijen = Mandaat.objects.bulk_create(
        Mandaat(
            kenmerk=uuid5(NAMESPACE_URL, f"mandaat/{definitie.gemeente.code}/{deel.code}"),
            rol=deel.rol.value,
            bevoegdheid=deel.bevoegdheid.value,
            kaders=[kader.value for kader in deel.kaders],
            tot_bedrag_eurocent=deel.grens.tot_bedrag_eurocent if deel.grens else None,
            tweede_handtekening=deel.tweede_handtekening,
            van=deel.van,
            tot=deel.tot,
            **_mandaatherkomst(deel),
        )
        for deel in definitie.mandaat
    )
    koppel = Mandaat.teams.through
    koppel.objects.bulk_create(
        koppel(mandaat_id=rij.pk, team_id=teams[code].pk)
        for rij, deel in zip(rijen, definitie.mandaat, strict=True)
        for code in deel.teams
    )


def _mandaatherkomst(deel: definities.Mandaat) -> dict[str, str | bool]:
    """Return where a mandate comes from: an assumption as soon as its limit is one."""
    if not deel.grens or deel.grens.aanname == deel.aanname:
        return _herkomst(deel)
    zinnen = [deel.toelichting, deel.grens.toelichting]
    if deel.bron:
        zinnen.append(f"Bron van de bevoegdheid: {deel.bron}.")
    return {"bron": "", "aanname": True, "toelichting": " ".join(zin for zin in zinnen if zin)}

"""What somebody sees who is about to open a casus from a question."""

from dataclasses import dataclass

from django.urls import reverse

from samendoen.casus.access import niet_gevonden
from samendoen.casus.queries.kernen import (
    Casuskern,
    casuskernen,
    casussen_van_meldingen,
    lopende_van_huishoudens,
)
from samendoen.casus.queries.keuzes import collegas
from samendoen.casus.queries.mensen import huishoudnaam
from samendoen.inwoners.api import huishoudens_van, leden_van, namen
from samendoen.kernel.api import Actor, klok, log_inzage
from samendoen.organisatie.api import teams_bij_code
from samendoen.toegang.api import Meldingkern, meldingkernen


@dataclass(frozen=True, slots=True)
class Opening:
    """A question, the household behind it, and the casus that runs there already (`loopt`), if any.

    `casus_id` is the casus that the question itself belongs to. `url` leads to the running casus for who
    may read it.
    """

    melding_id: int
    vraag: str
    team: str
    huishouden: str
    casus_id: int | None
    loopt: Casuskern | None
    loopt_team: str
    url: str
    collegas: tuple[tuple[int, str], ...]
    herkend: bool


def opening(door: Actor, melding_id: int) -> Opening:
    """Return what the page shows; logged. NietGevonden outside the scope.

    That a casus runs, with whom and where, is told to who has a question of that household before them.
    """
    kern = meldingkernen(door, [melding_id]).get(melding_id)
    if kern is None:
        raise niet_gevonden()
    log_inzage(door, "casus-openen", [kern.dossier_id])
    huishouden = huishoudens_van([kern.persoon_id]).get(kern.persoon_id) if kern.herkend else None
    loopt = lopende_van_huishoudens([huishouden]).get(huishouden) if huishouden else None
    teams = {team.code: team for team in teams_bij_code(klok.vandaag()).values()}
    team = teams.get(kern.team)
    leesbaar = bool(loopt and casuskernen(door, [loopt.id]))
    return Opening(
        melding_id=melding_id,
        vraag=kern.vraag,
        team=team.naam if team else kern.team,
        huishouden=_huishouden(door, kern, huishouden),
        casus_id=casussen_van_meldingen([melding_id]).get(melding_id),
        loopt=loopt,
        loopt_team=teams[loopt.team].naam if loopt and loopt.team in teams else "",
        url=reverse("casus", args=[loopt.id]) if loopt and leesbaar else "",
        collegas=tuple(_collegas(door, team.groep_id if team else None)),
        herkend=kern.herkend,
    )


def _huishouden(door: Actor, kern: Meldingkern, huishouden_id: int | None) -> str:
    """Return the words by which people recognise the household: whom this actor may know comes by name."""
    leden = [lid.persoon_id for lid in leden_van(huishouden_id)] if huishouden_id else [kern.persoon_id]
    bekend = namen(door, leden) if kern.herkend else {}
    return huishoudnaam([bekend[pk] for pk in leden if pk in bekend], len(leden) - len(bekend))


def _collegas(door: Actor, groep_id: int | None) -> list[tuple[int, str]]:
    """Return who can direct: the colleagues of the team, and whoever asks."""
    keuzes = collegas([groep_id]) if groep_id is not None else []
    zelf = [] if door.id is None or door.id in dict(keuzes) else [(door.id, door.naam)]
    return [*zelf, *keuzes]

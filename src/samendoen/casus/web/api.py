"""The casus for other systems: one casus, with who is involved and the plan."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop
from ninja import Router
from pydantic import Field

from samendoen.casus.queries import uitlezen
from samendoen.casus.rules import Actiestatus, Planstatus, RedenSluiten, Status
from samendoen.kaart.api import Ondersteuningsniveau
from samendoen.kernel.api import Dag, Permissie, Tokenpoort, Uitvoer, Verzoek, Wet, antwoord

router = Router(tags=["casussen"])


class Betrokkene(Uitvoer):
    """Somebody with whom the casus works."""

    inwoner: int
    kader: Wet


class Actie(Uitvoer):
    """Who does what for a goal."""

    kenmerk: UUID
    niveau: Ondersteuningsniveau
    tekst: str
    wie: str
    niet_lichter: str
    aanbod: int | None
    van: Dag | None
    uiterlijk: Dag | None
    status: Actiestatus


class Doel(Uitvoer):
    """What somebody wants to reach."""

    kenmerk: UUID
    inwoner: int
    leefgebied: str
    tekst: str
    tevreden_als: str
    acties: list[Actie]


class Plan(Uitvoer):
    """The version that holds, else the one that is being written."""

    versie: int
    status: Planstatus
    opgesteld_op: Dag
    vastgesteld_op: Dag | None
    evaluatie_op: Dag | None
    doelen: list[Doel] = Field(
        description=gettext_noop("Alleen de doelen van wie het account het dossier mag lezen.")
    )


class Casus(Uitvoer):
    """One casus."""

    nummer: int
    kenmerk: UUID
    status: Status
    geopend_op: Dag
    gesloten_op: Dag | None
    reden_sluiten: RedenSluiten | str
    huishouden: int
    kader: Wet
    team: str
    regisseur: str
    betrokkenen: list[Betrokkene]
    meldingen: list[int] = Field(description=gettext_noop("Nummers van de meldingen die erbij horen."))
    plan: Plan | None


@router.get(
    "/{int:nummer}",
    auth=Tokenpoort(Permissie.WERK_ZIEN),
    response={200: Casus},
    url_name="api_casus",
    summary=gettext_noop("Eén casus"),
    description=gettext_noop("Met wie erbij betrokken is en het plan dat geldt. Buiten bereik: 404."),
)
def lees(request: HttpRequest, nummer: int) -> HttpResponse:
    """One casus; 404 when it does not exist or lies outside the scope of the account."""
    return antwoord(uitlezen.casus(cast(Verzoek, request).actor, nummer))

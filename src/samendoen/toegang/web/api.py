"""The front door for other systems: take a melding, list, read one, and find those of one resident."""

from typing import Annotated, cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop
from ninja import Query, Router
from pydantic import Field, StringConstraints

from samendoen.inwoners.api import persoon_met_bsn
from samendoen.kernel.api import (
    Actor,
    Dag,
    Geheel,
    Invoer,
    Janee,
    Permissie,
    Tokenpoort,
    Uitvoer,
    Verzoek,
    Wet,
    antwoord,
    eis_bekende,
)
from samendoen.toegang.actions.aanlevering import neem_aan
from samendoen.toegang.actions.controle import LANGSTE, NieuweMelding
from samendoen.toegang.queries import uitlezen
from samendoen.toegang.rules import Kanaal, Melder, Route, Status, Uitkomst

router = Router(tags=["meldingen"])
Code = Annotated[str, Field(max_length=60)]
BSN_UITLEG = gettext_noop("Burgerservicenummer. Nooit in het adres, alleen hier.")
Bsn = Annotated[str, StringConstraints(strip_whitespace=True, max_length=12), Field(description=BSN_UITLEG)]
Kader = Annotated[Wet, Field(description=gettext_noop("Wettelijk kader waaronder de vraag valt."))]
Tot = Annotated[Dag | None, Field(description=gettext_noop("Eerste dag die niet meer meetelt."))]
Bladzij = Annotated[
    Geheel, Field(ge=1, le=10_000, description=gettext_noop("Bladzijde, van honderd meldingen."))
]


class MeldingInvoer(Invoer):
    """A question as another system hands it over."""

    kenmerk: UUID = Field(
        description=gettext_noop("UUID die u zelf maakt. Hetzelfde kenmerk nog eens maakt niets dubbel.")
    )
    vraag: str = Field(
        max_length=LANGSTE, description=gettext_noop("De vraag, in de woorden van de inwoner.")
    )
    kader: Kader
    kanaal: Kanaal = Field(description=gettext_noop("Hoe de vraag binnenkwam."))
    ontvangen_op: Dag = Field(description=gettext_noop("Dag van ontvangst: vanaf deze dag loopt de termijn."))
    team: Code = Field(
        default="", description=gettext_noop("Code van het team. Leeg: het team van de voordeur.")
    )
    bsn: Bsn = ""
    mede_kaders: tuple[Wet, ...] = Field(default=(), max_length=5)
    leefgebieden: tuple[Code, ...] = Field(default=(), max_length=30)
    spoed: Janee = False
    melder: Melder = Melder.ZELF
    vrijwillig: Janee = True
    zorgvrager: Geheel = Field(default=0, ge=0, le=3)


class Opgenomen(Uitvoer):
    """The melding that was taken, or that stood there already."""

    nummer: int
    kenmerk: UUID
    herkend: bool = Field(description=gettext_noop("Of de melding bij een bekende inwoner hoort."))


class Melding(Uitvoer):
    """A melding as it stands."""

    nummer: int
    kenmerk: UUID
    status: Status
    ontvangen_op: Dag
    kader: Wet
    mede_kaders: tuple[Wet, ...]
    team: str
    kanaal: Kanaal
    vraag: str
    leefgebieden: tuple[str, ...]
    spoed: bool
    melder: Melder
    vrijwillig: bool
    zorgvrager: int
    herkend: bool
    inwoner: int | None = Field(description=gettext_noop("Nummer van de inwoner, als die herkend is."))
    route: Route | str = Field(description=gettext_noop("Wat bij de triage is besloten; leeg: nog niets."))
    opvolgen_op: Dag | None
    bevestigd_op: Dag | None
    uitkomst: Uitkomst | str
    afgehandeld_op: Dag | None


class EenMelding(Melding):
    """One melding, with its clock."""

    uiterlijk: Dag | None = Field(description=gettext_noop("Laatste dag van de termijn."))


class Meldingen(Uitvoer):
    """A page of meldingen, the latest received first."""

    pagina: int
    volgende: int | None = Field(description=gettext_noop("Volgende bladzijde, als die er is."))
    meldingen: list[Melding]


class Selectie(Invoer):
    """Which meldingen."""

    status: Status | None = None
    team: Code | None = None
    ontvangen_vanaf: Dag | None = None
    ontvangen_tot: Tot = None


class Lijstvraag(Selectie):
    """Which meldingen, in an address: a number is text there."""

    pagina: int = Field(default=1, ge=1, le=10_000)


class Zoekvraag(Selectie):
    """Of whom, and which meldingen."""

    bsn: Bsn = Field(min_length=1)
    pagina: Bladzij = 1


@router.post(
    "",
    auth=Tokenpoort(Permissie.MELDING_REGISTREREN),
    response={201: Opgenomen, 200: Opgenomen},
    url_name="api_melding_nieuw",
    summary=gettext_noop("Melding opnemen"),
    description=gettext_noop(
        "Maakt een melding en start de termijn. Hetzelfde kenmerk nog eens: 200 met de melding die er al is."
    ),
)
def neem_op(request: HttpRequest, melding: MeldingInvoer) -> HttpResponse:
    """Take a melding: 201, or 200 for a repeat."""
    uit = neem_aan(_door(request), _nieuw(melding), melding.bsn)
    gemaakt = antwoord(
        {"nummer": uit.nummer, "kenmerk": melding.kenmerk, "herkend": uit.herkend},
        status=201 if uit.nieuw else 200,
    )
    gemaakt.headers["Location"] = f"{request.path}/{uit.nummer}"
    return gemaakt


def _nieuw(melding: MeldingInvoer) -> NieuweMelding:
    return NieuweMelding(
        kenmerk=melding.kenmerk,
        vraag=melding.vraag,
        kanaal=melding.kanaal.value,
        kader=melding.kader.value,
        team=melding.team,
        ontvangen_op=melding.ontvangen_op,
        mede_kaders=tuple(kader.value for kader in melding.mede_kaders),
        leefgebieden=melding.leefgebieden,
        spoed=melding.spoed,
        melder=melding.melder.value,
        vrijwillig=melding.vrijwillig,
        zorgvrager=melding.zorgvrager,
    )


@router.get(
    "",
    auth=Tokenpoort(Permissie.WERK_ZIEN),
    response={200: Meldingen},
    url_name="api_meldingen",
    summary=gettext_noop("Meldingen"),
    description=gettext_noop("Honderd meldingen die het account mag lezen, de laatst ontvangen eerst."),
)
def lijst(request: HttpRequest, vraag: Query[Lijstvraag]) -> HttpResponse:
    """A page of meldingen."""
    eis_bekende(request, Lijstvraag.model_fields)
    return antwoord(uitlezen.bladzij(_door(request), vraag.model_dump()))


@router.post(
    "/zoek",
    auth=Tokenpoort(Permissie.WERK_ZIEN),
    response={200: Meldingen},
    url_name="api_meldingen_zoek",
    summary=gettext_noop("Meldingen van één inwoner"),
    description=gettext_noop(
        "Als de lijst, van wie dit burgerservicenummer heeft. Onbekend of niet te lezen: een lege lijst."
    ),
)
def zoek(request: HttpRequest, vraag: Zoekvraag) -> HttpResponse:
    """The meldingen of one resident; by POST, so that the number is in no address and no log."""
    door = _door(request)
    persoon_id = persoon_met_bsn(door, vraag.bsn)
    return antwoord(uitlezen.bladzij(door, vraag.model_dump(), [persoon_id] if persoon_id else []))


@router.get(
    "/{int:nummer}",
    auth=Tokenpoort(Permissie.WERK_ZIEN),
    response={200: EenMelding},
    url_name="api_melding",
    summary=gettext_noop("Eén melding"),
    description=gettext_noop("Buiten het bereik van het account: 404, net als wat niet bestaat."),
)
def lees(request: HttpRequest, nummer: int) -> HttpResponse:
    """One melding; 404 when it does not exist or lies outside the scope of the account."""
    return antwoord(uitlezen.melding(_door(request), nummer))


def _door(request: HttpRequest) -> Actor:
    return cast(Verzoek, request).actor

"""What the front desk checks before it writes: each finding with its field and what to do."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kaart.api import organisaties
from samendoen.kernel.api import Domeinfout, Wet, klok
from samendoen.organisatie.api import TeamWaarde
from samendoen.toegang.access import triagestand
from samendoen.toegang.models import Melding
from samendoen.toegang.rules import (
    NAAR_TEAM,
    OUDSTE,
    Kanaal,
    Melder,
    Route,
    Triagevoorstel,
    Zorgvrager,
    wijkt_af,
)

LANGSTE = 4000


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """What the front desk writes down. `kenmerk` is made by the client and makes a repeat harmless.

    `team` may be "": not triaged yet, so it lies with the front desk's own team. `inwoner` is the person
    whom it is about (`inwoners`), None for somebody not recognised. Who may bring a question to which
    resident was asked where that resident was recognised.
    """

    kenmerk: UUID
    vraag: str
    kanaal: str
    kader: str
    team: str
    ontvangen_op: date
    inwoner: int | None = None
    mede_kaders: tuple[str, ...] = ()
    leefgebieden: tuple[str, ...] = ()
    spoed: bool = False
    melder: str = Melder.ZELF.value
    vrijwillig: bool = True
    zorgvrager: int = 0


@dataclass(frozen=True, slots=True)
class Lijsten:
    """What exists today: teams, life domains of the municipality, and who of the named residents."""

    teams: Mapping[str, TeamWaarde]
    leefgebieden: Collection[str]
    inwoners: Collection[int]


def controleer(nieuw: NieuweMelding, bekend: Lijsten) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    for veld, wat, doe in chain(_inhoud(nieuw), _keuzes(nieuw, bekend), _dagen(nieuw)):
        raise Domeinfout(f"melding_{veld}", wat, doe, veld=veld)
    if nieuw.kader not in bekend.teams[nieuw.team].kaders:
        raise Domeinfout(
            "melding_kader",
            _("%(team)s behandelt geen vragen onder dit wettelijk kader.")
            % {"team": bekend.teams[nieuw.team].naam},
            _("Kies een ander kader of een ander team."),
            veld="kader",
        )


# A field, what is wrong with it and what to do: worded only once it is wrong.
Bevindingen = Iterator[tuple[str, str, str]]


def _inhoud(nieuw: NieuweMelding) -> Bevindingen:
    if not nieuw.vraag.strip():
        yield "vraag", _("De vraag ontbreekt."), _("Schrijf op wat de inwoner vraagt.")
    if len(nieuw.vraag) > LANGSTE:
        wat = _("De vraag is langer dan %(n)s tekens.") % {"n": LANGSTE}
        yield "vraag", wat, _("Maak de tekst korter.")


def _keuzes(nieuw: NieuweMelding, bekend: Lijsten) -> Bevindingen:
    if not {nieuw.kader, *nieuw.mede_kaders} <= set(Wet):
        yield "kader", _("Dit wettelijk kader bestaat niet."), _("Kies er een uit de lijst.")
    if nieuw.team not in bekend.teams:
        yield "team", _("Dit team bestaat niet."), _("Kies een team uit de lijst.")
    if nieuw.kanaal not in set(Kanaal):
        yield "kanaal", _("Dit kanaal bestaat niet."), _("Kies er een uit de lijst.")
    if set(nieuw.leefgebieden) - set(bekend.leefgebieden):
        yield "leefgebieden", _("Dit leefgebied bestaat niet."), _("Kies er een uit de lijst.")
    if nieuw.melder not in set(Melder):
        yield "melder", _("Deze melder bestaat niet."), _("Kies er een uit de lijst.")
    if nieuw.zorgvrager not in set(Zorgvrager):
        yield "zorgvrager", _("Deze zorgvrager bestaat niet."), _("Kies er een uit de lijst.")
    if nieuw.inwoner is not None and nieuw.inwoner not in bekend.inwoners:
        yield "inwoner", _("Deze inwoner is niet bekend."), _("Zoek de inwoner opnieuw.")


def _dagen(nieuw: NieuweMelding) -> Bevindingen:
    vandaag = klok.vandaag()
    if nieuw.ontvangen_op > vandaag:
        wat = _("De dag van ontvangst ligt in de toekomst.")
        yield "ontvangen_op", wat, _("Kies vandaag of een dag daarvoor.")
    if nieuw.ontvangen_op < vandaag - OUDSTE:
        wat = _("De dag van ontvangst ligt meer dan een jaar terug.")
        yield "ontvangen_op", wat, _("Controleer het jaartal.")


@dataclass(frozen=True, slots=True)
class Triagebesluit:
    """Where a human sends a question: a route (`rules.Route`), with for a team its code, and for a warm
    referral the organisation (id on the kaart), whom we spoke to there and the day to ask whether it worked.

    `reden` is asked where the choice is another than the table proposes. `op` is the day of the decision
    (today). `gezien` is the decision that stood on the page (`triagestand`); None: whatever stands.
    """

    melding: int
    uitkomst: str
    team: str = ""
    organisatie: int | None = None
    opvolgen_op: date | None = None
    reden: str = ""
    op: date | None = None
    contact: str = ""
    gezien: str | None = None


@dataclass(frozen=True, slots=True)
class Besluitlijsten:
    """What exists today for a decision to name."""

    teams: Mapping[str, TeamWaarde]
    organisaties: Collection[int]

    @classmethod
    def van(cls, besluiten: Iterable[Triagebesluit], teams: Mapping[str, TeamWaarde]) -> "Besluitlijsten":
        """Return the teams, and which of the organisations that are named exist: one query at most."""
        genoemd = {b.organisatie for b in besluiten if b.organisatie is not None}
        return cls(teams, organisaties(genoemd).keys() if genoemd else ())


def controleer_besluit(
    besluit: Triagebesluit, melding: Melding, voorstel: Triagevoorstel, bekend: Besluitlijsten, op: date
) -> None:
    """Raise Domeinfout with the field for the first thing that cannot be."""
    if besluit.gezien not in (None, triagestand(melding)):
        raise Domeinfout(
            "melding_al_getrieerd",
            _("Een collega heeft deze vraag intussen getrieerd."),
            _("Ververs de pagina om te zien wat er is besloten."),
        )
    bevindingen = chain(
        _bestemming(besluit, bekend),
        _overdracht(besluit, bekend, op),
        _dag_en_reden(besluit, melding, voorstel, op),
        _te_lang("reden", besluit.reden, 500),
        _te_lang("contact", besluit.contact, 120),
    )
    for veld, wat, doe in bevindingen:
        raise Domeinfout(f"triage_{veld}", wat, doe, veld=veld)
    if besluit.uitkomst in NAAR_TEAM and melding.wet not in bekend.teams[besluit.team].kaders:
        raise Domeinfout(
            "triage_team",
            _("%(team)s behandelt geen vragen onder dit wettelijk kader.")
            % {"team": bekend.teams[besluit.team].naam},
            _("Kies een ander team."),
            veld="team",
        )


def _dag_en_reden(
    besluit: Triagebesluit, melding: Melding, voorstel: Triagevoorstel, op: date
) -> Bevindingen:
    if not melding.ontvangen_op <= op <= klok.vandaag():
        wat = _("De dag van het besluit ligt vóór de ontvangst of in de toekomst.")
        yield "op", wat, _("Kies een dag tussen de ontvangst en vandaag.")
    if wijkt_af(voorstel, besluit.uitkomst, besluit.team) and not besluit.reden.strip():
        yield "reden", _("U kiest iets anders dan het voorstel."), _("Schrijf kort op waarom.")


def _te_lang(veld: str, tekst: str, hoogstens: int) -> Bevindingen:
    if len(tekst.strip()) > hoogstens:
        wat = _("Deze tekst is langer dan %(n)s tekens.") % {"n": hoogstens}
        yield veld, wat, _("Maak de tekst korter.")


def _bestemming(besluit: Triagebesluit, bekend: Besluitlijsten) -> Bevindingen:
    naar_team = besluit.uitkomst in NAAR_TEAM
    if besluit.uitkomst not in set(Route):
        yield "uitkomst", _("Deze route bestaat niet."), _("Kies er een uit de lijst.")
    if naar_team and not besluit.team:
        yield "team", _("Er is nog geen team gekozen."), _("Kies een team.")
    if naar_team and besluit.team not in bekend.teams:
        yield "team", _("Dit team bestaat niet."), _("Kies een team uit de lijst.")


def _overdracht(besluit: Triagebesluit, bekend: Besluitlijsten, op: date) -> Bevindingen:
    dag = besluit.opvolgen_op
    if besluit.uitkomst != Route.WARME_OVERDRACHT:
        if besluit.organisatie is not None or dag is not None or besluit.contact:
            wat = _("Een organisatie, contactpersoon en dag om na te vragen horen bij een warme overdracht.")
            yield "uitkomst", wat, _("Kies een warme overdracht, of laat deze velden leeg.")
        return
    if besluit.organisatie is None:
        wat = _("Er is nog geen organisatie gekozen.")
        yield "organisatie", wat, _("Kies aan wie u de inwoner overdraagt.")
    if besluit.organisatie not in bekend.organisaties:
        wat = _("Deze organisatie staat niet op de sociale kaart.")
        yield "organisatie", wat, _("Kies een organisatie uit de lijst.")
    if dag is None:
        wat = _("De dag om na te vragen of het is gelukt, ontbreekt.")
        yield "opvolgen_op", wat, _("Kies een dag, bijvoorbeeld over twee weken.")
    elif dag <= op:
        wat = _("De dag om na te vragen ligt niet na het besluit.")
        yield "opvolgen_op", wat, _("Kies een latere dag.")

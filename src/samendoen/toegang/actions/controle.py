"""What the front desk checks before it writes: each finding with its field and what to do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
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
    for veld, mis, wat, doe in (*_inhoud(nieuw), *_keuzes(nieuw, bekend), *_dagen(nieuw)):
        if mis:
            raise Domeinfout(f"melding_{veld}", wat, doe, veld=veld)
    if nieuw.kader not in bekend.teams[nieuw.team].kaders:
        raise Domeinfout(
            "melding_kader",
            _("%(team)s behandelt geen vragen onder dit wettelijk kader.")
            % {"team": bekend.teams[nieuw.team].naam},
            _("Kies een ander kader of een ander team."),
            veld="kader",
        )


Bevinding = tuple[str, bool, str, str]


def _inhoud(nieuw: NieuweMelding) -> tuple[Bevinding, ...]:
    return (
        ("vraag", not nieuw.vraag.strip(), _("De vraag ontbreekt."), _("Schrijf op wat de inwoner vraagt.")),
        (
            "vraag",
            len(nieuw.vraag) > LANGSTE,
            _("De vraag is langer dan %(n)s tekens.") % {"n": LANGSTE},
            _("Maak de tekst korter."),
        ),
    )


def _keuzes(nieuw: NieuweMelding, bekend: Lijsten) -> tuple[Bevinding, ...]:
    lijst = _("Kies er een uit de lijst.")
    kaders = {nieuw.kader, *nieuw.mede_kaders}
    vreemd = set(nieuw.leefgebieden) - set(bekend.leefgebieden)
    onbekend = nieuw.inwoner is not None and nieuw.inwoner not in bekend.inwoners
    return (
        ("kader", not kaders <= set(Wet), _("Dit wettelijk kader bestaat niet."), lijst),
        (
            "team",
            nieuw.team not in bekend.teams,
            _("Dit team bestaat niet."),
            _("Kies een team uit de lijst."),
        ),
        ("kanaal", nieuw.kanaal not in set(Kanaal), _("Dit kanaal bestaat niet."), lijst),
        ("leefgebieden", bool(vreemd), _("Dit leefgebied bestaat niet."), lijst),
        ("melder", nieuw.melder not in set(Melder), _("Deze melder bestaat niet."), lijst),
        ("zorgvrager", nieuw.zorgvrager not in set(Zorgvrager), _("Deze zorgvrager bestaat niet."), lijst),
        ("inwoner", onbekend, _("Deze inwoner is niet bekend."), _("Zoek de inwoner opnieuw.")),
    )


def _dagen(nieuw: NieuweMelding) -> tuple[Bevinding, ...]:
    vandaag = klok.vandaag()
    return (
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
    afwijkend = wijkt_af(voorstel, besluit.uitkomst, besluit.team) and not besluit.reden.strip()
    for veld, mis, wat, doe in (
        *_bestemming(besluit, bekend),
        *_overdracht(besluit, bekend, op),
        (
            "op",
            not melding.ontvangen_op <= op <= klok.vandaag(),
            _("De dag van het besluit ligt vóór de ontvangst of in de toekomst."),
            _("Kies een dag tussen de ontvangst en vandaag."),
        ),
        (
            "reden",
            afwijkend,
            _("U kiest iets anders dan het voorstel."),
            _("Schrijf kort op waarom."),
        ),
        _te_lang("reden", besluit.reden, 500),
        _te_lang("contact", besluit.contact, 120),
    ):
        if mis:
            raise Domeinfout(f"triage_{veld}", wat, doe, veld=veld)
    if besluit.uitkomst in NAAR_TEAM and melding.wet not in bekend.teams[besluit.team].kaders:
        raise Domeinfout(
            "triage_team",
            _("%(team)s behandelt geen vragen onder dit wettelijk kader.")
            % {"team": bekend.teams[besluit.team].naam},
            _("Kies een ander team."),
            veld="team",
        )


def _te_lang(veld: str, tekst: str, hoogstens: int) -> Bevinding:
    wat = _("Deze tekst is langer dan %(n)s tekens.") % {"n": hoogstens}
    return (veld, len(tekst.strip()) > hoogstens, wat, _("Maak de tekst korter."))


def _bestemming(besluit: Triagebesluit, bekend: Besluitlijsten) -> tuple[Bevinding, ...]:
    naar_team = besluit.uitkomst in NAAR_TEAM
    return (
        (
            "uitkomst",
            besluit.uitkomst not in set(Route),
            _("Deze route bestaat niet."),
            _("Kies er een uit de lijst."),
        ),
        ("team", naar_team and not besluit.team, _("Er is nog geen team gekozen."), _("Kies een team.")),
        (
            "team",
            naar_team and besluit.team not in bekend.teams,
            _("Dit team bestaat niet."),
            _("Kies een team uit de lijst."),
        ),
    )


def _overdracht(besluit: Triagebesluit, bekend: Besluitlijsten, op: date) -> tuple[Bevinding, ...]:
    warm = besluit.uitkomst == Route.WARME_OVERDRACHT
    gevuld = besluit.organisatie is not None or besluit.opvolgen_op is not None or bool(besluit.contact)
    dag = besluit.opvolgen_op
    return (
        (
            "organisatie",
            warm and besluit.organisatie is None,
            _("Er is nog geen organisatie gekozen."),
            _("Kies aan wie u de inwoner overdraagt."),
        ),
        (
            "organisatie",
            warm and besluit.organisatie not in bekend.organisaties,
            _("Deze organisatie staat niet op de sociale kaart."),
            _("Kies een organisatie uit de lijst."),
        ),
        (
            "opvolgen_op",
            warm and dag is None,
            _("De dag om na te vragen of het is gelukt, ontbreekt."),
            _("Kies een dag, bijvoorbeeld over twee weken."),
        ),
        (
            "opvolgen_op",
            warm and dag is not None and dag <= op,
            _("De dag om na te vragen ligt niet na het besluit."),
            _("Kies een latere dag."),
        ),
        (
            "uitkomst",
            gevuld and not warm,
            _("Een organisatie, contactpersoon en dag om na te vragen horen bij een warme overdracht."),
            _("Kies een warme overdracht, of laat deze velden leeg."),
        ),
    )

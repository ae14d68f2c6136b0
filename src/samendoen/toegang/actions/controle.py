"""What the front desk checks before a melding is written: each finding with its field and what to do."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout, Wet, klok
from samendoen.organisatie.api import TeamWaarde
from samendoen.toegang.rules import OUDSTE, Kanaal, Melder, Zorgvrager

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

"""Use cases on what the council asked and was promised, and on money that cannot be stopped at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.beleid.actions.begroting import MEESTE, neem_regels
from samendoen.beleid.events.raad import (
    BelofteBeeindigd,
    BelofteHeropend,
    BelofteVastgelegd,
    VerplichtingIngetrokken,
    VerplichtingVastgelegd,
)
from samendoen.beleid.models import Belofte, Doelstelling, Verplichting
from samendoen.beleid.queries.raad import belofte_onbekend, verplichting_onbekend
from samendoen.beleid.rules.raad import Beloftesoort, Beloftestaat
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
)

LANGSTE = 4_000
LANGSTE_TERMIJN = 120


@dataclass(frozen=True, slots=True)
class NieuweBelofte:
    """What was asked or promised on `gedaan_op`, to be done by `uiterlijk` (None: not said)."""

    kenmerk: UUID
    doel_id: int
    soort: Beloftesoort
    titel: str
    gedaan_op: date
    uiterlijk: date | None = None
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class NieuweVerplichting:
    """So much a year of a line, from a day up to and including a day; see `rules.raad.Vast`."""

    kenmerk: UUID
    regel_id: int
    naam: str
    per_jaar_eurocent: int
    vanaf: date
    tot: date | None = None
    opzegtermijn: int | None = None


@actie("beleid", Permissie.BELEID_BEHEREN)
def leg_belofte_vast(door: Actor, nieuw: NieuweBelofte) -> int:
    """Put a motion or promise beside a goal and return its id; the same `kenmerk` again changes nothing.

    Raises Domeinfout for no title, a day to come or an end before its beginning; NietGevonden without a goal.
    """
    if not Doelstelling.objects.select_for_update().filter(pk=nieuw.doel_id).exists():
        raise NietGevonden("doel_onbekend", _("Dit doel bestaat niet."), _("Kies een doel op Koers."))
    bekend = Belofte.objects.filter(kenmerk=nieuw.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    _controleer_belofte(nieuw)
    rij = Belofte.objects.create(
        kenmerk=nieuw.kenmerk,
        doel_id=nieuw.doel_id,
        soort=nieuw.soort.value,
        titel=nieuw.titel.strip(),
        tekst=nieuw.tekst.strip(),
        gedaan_op=nieuw.gedaan_op,
        uiterlijk=nieuw.uiterlijk,
        staat=Beloftestaat.OPEN.value,
    )
    gebeurtenis = BelofteVastgelegd(doel=rij.doel_id, beloftesoort=rij.soort, uiterlijk=rij.uiterlijk)
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, rij.gedaan_op))
    return rij.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def beeindig_belofte(door: Actor, belofte_id: int, staat: Beloftestaat, uitkomst: str) -> None:
    """Say that a promise was kept or has lapsed, and what came of it; the same again changes nothing.

    Raises Domeinfout without words or for one that ended otherwise, NietGevonden when there is none.
    """
    rij = _op_slot(belofte_id)
    if (rij.staat, rij.uitkomst) == (staat.value, uitkomst.strip()):
        return
    if staat is Beloftestaat.OPEN or rij.staat != Beloftestaat.OPEN:
        raise Domeinfout(
            "belofte_niet_open",
            _("Deze motie of toezegging is al afgerond."),
            _("Heropen haar eerst als dat niet klopt."),
        )
    if not uitkomst.strip() or len(uitkomst) > LANGSTE:
        raise Domeinfout(
            "belofte_uitkomst",
            _("Er staat niet bij wat ervan kwam."),
            _("Schrijf dat in een paar zinnen op."),
            veld="uitkomst",
        )
    rij.staat, rij.uitkomst, rij.beeindigd_op = staat.value, uitkomst.strip(), klok.vandaag()
    rij.save(update_fields=["staat", "uitkomst", "beeindigd_op"])
    leg_vast(door, Vastlegging(BelofteBeeindigd(staat=rij.staat), rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def heropen_belofte(door: Actor, belofte_id: int) -> None:
    """Let a promise that was ended too soon ask something again; an open one stays as it is."""
    rij = _op_slot(belofte_id)
    if rij.staat == Beloftestaat.OPEN:
        return
    rij.staat, rij.uitkomst, rij.beeindigd_op = Beloftestaat.OPEN.value, "", None
    rij.save(update_fields=["staat", "uitkomst", "beeindigd_op"])
    leg_vast(door, Vastlegging(BelofteHeropend(), rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def leg_verplichting_vast(door: Actor, nieuw: NieuweVerplichting) -> int:
    """Record what of a line is promised and return its id; the same `kenmerk` again changes nothing.

    Raises Domeinfout for an amount or period that cannot be, or without an end and without notice.
    """
    neem_regels([nieuw.regel_id])
    bekend = Verplichting.objects.filter(kenmerk=nieuw.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    _controleer_verplichting(nieuw)
    rij = Verplichting.objects.create(
        kenmerk=nieuw.kenmerk,
        regel_id=nieuw.regel_id,
        naam=nieuw.naam.strip(),
        per_jaar_eurocent=nieuw.per_jaar_eurocent,
        vanaf=nieuw.vanaf,
        tot=nieuw.tot,
        opzegtermijn=nieuw.opzegtermijn,
    )
    gebeurtenis = VerplichtingVastgelegd(
        regel=rij.regel_id,
        per_jaar_eurocent=rij.per_jaar_eurocent,
        tot=rij.tot,
        opzegtermijn=rij.opzegtermijn,
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, rij.vanaf))
    return rij.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def trek_verplichting_in(door: Actor, verplichting_id: int) -> None:
    """Take back what was entered wrongly; a second time changes nothing. Raises NietGevonden."""
    rij = Verplichting.objects.select_for_update().filter(pk=verplichting_id).first()
    if rij is None:
        raise verplichting_onbekend()
    if rij.ingetrokken_op is not None:
        return
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    leg_vast(door, Vastlegging(VerplichtingIngetrokken(regel=rij.regel_id), rij.pk, rij.ingetrokken_op))


def _op_slot(belofte_id: int) -> Belofte:
    rij = Belofte.objects.select_for_update().filter(pk=belofte_id).first()
    if rij is None:
        raise belofte_onbekend()
    return rij


def _controleer_belofte(nieuw: NieuweBelofte) -> None:
    fouten = (
        ("titel", not nieuw.titel.strip() or len(nieuw.titel) > 200, _("De titel ontbreekt of is te lang.")),
        ("tekst", len(nieuw.tekst) > LANGSTE, _("De tekst is te lang.")),
        ("gedaan_op", nieuw.gedaan_op > klok.vandaag(), _("Deze dag ligt in de toekomst.")),
        (
            "uiterlijk",
            nieuw.uiterlijk is not None and nieuw.uiterlijk < nieuw.gedaan_op,
            _("De uiterste dag ligt voor de dag van de toezegging."),
        ),
    )
    _weiger("belofte", fouten)


def _controleer_verplichting(nieuw: NieuweVerplichting) -> None:
    fouten = (
        ("naam", not nieuw.naam.strip() or len(nieuw.naam) > 200, _("De naam ontbreekt of is te lang.")),
        ("per_jaar", not 0 < nieuw.per_jaar_eurocent <= MEESTE, _("Het bedrag is meer dan nul.")),
        ("tot", nieuw.tot is not None and nieuw.tot < nieuw.vanaf, _("Het einde ligt voor het begin.")),
        (
            "opzegtermijn",
            nieuw.opzegtermijn is not None and not 0 <= nieuw.opzegtermijn <= LANGSTE_TERMIJN,
            _("Een opzegtermijn is 0 tot en met 120 maanden."),
        ),
        (
            "tot",
            nieuw.tot is None and nieuw.opzegtermijn is None,
            _("Er staat geen einde en geen opzegtermijn bij."),
        ),
    )
    _weiger("verplichting", fouten)


def _weiger(wat: str, fouten: tuple[tuple[str, bool, str], ...]) -> None:
    for veld, mis, zin in fouten:
        if mis:
            raise Domeinfout(f"{wat}_{veld}", zin, _("Verbeter dit en probeer het opnieuw."), veld=veld)

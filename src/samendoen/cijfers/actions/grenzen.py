"""Set from where on a figure is green, orange or red. What was set before stays as it was."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.cijfers.events import GrensGezet
from samendoen.cijfers.models import Lichtgrens
from samendoen.cijfers.queries.soorten import keur_code
from samendoen.cijfers.rules.lichten import keur_grenzen
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, op_beurt

LANGSTE_EIGENAAR = 120
LANGSTE_REDEN = 500
HOOGSTE = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class NieuweGrens:
    """Bounds to be, in the unit that people read (a share in percent, money in euros); both None: no light.

    `eigenaar`: whose they are (the council, the board). They colour figures of `geldt_vanaf` and later.
    """

    kenmerk: UUID
    indicator: str
    hoger: bool
    groen: Decimal | None
    oranje: Decimal | None
    geldt_vanaf: date
    eigenaar: str
    toelichting: str


@actie("cijfers", Permissie.BELEID_BEHEREN)
def zet_grens(door: Actor, nieuw: NieuweGrens) -> int:
    """Set the bounds of an indicator and return the id of the row; a known `kenmerk` gives the one it made.

    A mistake is put right by setting them again for the same day: what was set last holds. Raises
    NietGevonden for an unknown indicator; Domeinfout for bounds that cannot be, another direction than the
    definition has, or without an owner or a reason.
    """
    richting = keur_code(nieuw.indicator).richting
    op_beurt(f"cijfers.grens.{nieuw.indicator}")
    bekend = Lichtgrens.objects.filter(kenmerk=nieuw.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    _keur(nieuw, richting)
    rij = Lichtgrens.objects.create(
        kenmerk=nieuw.kenmerk,
        indicator=nieuw.indicator,
        hoger=nieuw.hoger,
        groen=nieuw.groen,
        oranje=nieuw.oranje,
        geldt_vanaf=nieuw.geldt_vanaf,
        eigenaar=nieuw.eigenaar.strip(),
        toelichting=nieuw.toelichting.strip(),
        gezet_op=klok.nu(),
        gezet_door_id=door.id,
    )
    gebeurtenis = GrensGezet(
        indicator=rij.indicator,
        geldt_vanaf=rij.geldt_vanaf,
        hoger=rij.hoger,
        groen=_deel(rij.groen),
        oranje=_deel(rij.oranje),
    )
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return rij.pk


def _deel(waarde: Decimal | None) -> int | None:
    return None if waarde is None else int(waarde * 10_000)


def _keur(nieuw: NieuweGrens, richting: str) -> None:
    groen, oranje = nieuw.groen, nieuw.oranje
    half = (groen is None) != (oranje is None)
    te_ver = any(g is not None and abs(g) >= HOOGSTE for g in (groen, oranje))
    scheef = groen is not None and oranje is not None and not keur_grenzen(nieuw.hoger, groen, oranje)
    eis = (
        ("groen", half, _("Een van de twee grenzen ontbreekt."), _("Vul ze allebei in, of geen van beide.")),
        ("groen", te_ver, _("Dit getal is te groot."), _("Vul een kleiner getal in.")),
        ("oranje", scheef, _("Oranje ligt aan de verkeerde kant van groen."), _kant(nieuw.hoger)),
        (
            "hoger",
            richting != "geen" and (richting == "hoger") != nieuw.hoger,
            _("Bij dit cijfer is het andersom."),
            _("Kies de richting die in de uitleg van het cijfer staat."),
        ),
        (
            "eigenaar",
            not 0 < len(nieuw.eigenaar.strip()) <= LANGSTE_EIGENAAR,
            _("De eigenaar van de grens ontbreekt of is te lang."),
            _("Noem van wie de grens is, bijvoorbeeld de gemeenteraad."),
        ),
        (
            "toelichting",
            not 0 < len(nieuw.toelichting.strip()) <= LANGSTE_REDEN,
            _("De reden ontbreekt of is te lang."),
            _("Schrijf in één of twee zinnen waarom de grens hier ligt."),
        ),
    )
    for veld, mis, wat, doe in eis:
        if mis:
            raise Domeinfout(f"grens_{veld}", wat, doe, veld=veld)


def _kant(hoger: bool) -> str:
    if hoger:
        return _("Hoger is hier beter: kies voor oranje een lager getal dan voor groen.")
    return _("Lager is hier beter: kies voor oranje een hoger getal dan voor groen.")

"""Advice at the desk, without a dossier: count it, and take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    van_onderwerp,
)
from samendoen.organisatie.api import leefgebieden
from samendoen.toegang.events import ADVIES, AdviesGegeven, AdviesIngetrokken
from samendoen.toegang.models import Advies
from samendoen.toegang.rules import OUDSTE, Antwoordsoort, Kanaal


@dataclass(frozen=True, slots=True)
class Adviesinvoer:
    """An answer to count. There is no place for anybody's name in it, and no free text."""

    kenmerk: UUID
    kanaal: str
    antwoord: str
    op: date
    leefgebied: str = ""


@actie("toegang", Permissie.MELDING_REGISTREREN)
def geef_adviezen(door: Actor, adviezen: Sequence[Adviesinvoer]) -> list[int]:
    """Count answers that were given; return their ids in the order asked. A known `kenmerk` changes nothing.

    Raises Domeinfout (with the field) for an unknown code or an impossible day. All or nothing.
    """
    gebieden = leefgebieden()
    for advies in adviezen:
        _controleer(advies, gebieden.keys())
    rijen = Advies.objects.filter(kenmerk__in=[a.kenmerk for a in adviezen])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    nieuw = {a.kenmerk: a for a in adviezen if a.kenmerk not in bekend}
    gemaakt = schrijf(
        Advies(
            kenmerk=a.kenmerk,
            kanaal=a.kanaal,
            leefgebied=a.leefgebied,
            antwoord=a.antwoord,
            op=a.op,
            door_id=door.id,
        )
        for a in nieuw.values()
    )
    leg_vast(
        door,
        *(
            Vastlegging(
                AdviesGegeven(kanaal=a.kanaal, leefgebied=a.leefgebied or None, antwoord=a.antwoord),
                a.pk,
                a.op,
            )
            for a in gemaakt
        ),
    )
    bekend |= {a.kenmerk: a.pk for a in gemaakt}
    return [bekend[a.kenmerk] for a in adviezen]


def _gegeven(advies: Advies) -> AdviesGegeven:
    return AdviesGegeven(kanaal=advies.kanaal, leefgebied=advies.leefgebied or None, antwoord=advies.antwoord)


def _controleer(advies: Adviesinvoer, gebieden: object) -> None:
    lijst = _("Kies er een uit de lijst.")
    vandaag = klok.vandaag()
    for veld, mis, wat in (
        ("kanaal", advies.kanaal not in set(Kanaal), _("Dit kanaal bestaat niet.")),
        ("antwoord", advies.antwoord not in set(Antwoordsoort), _("Dit antwoord bestaat niet.")),
        (
            "leefgebied",
            bool(advies.leefgebied) and advies.leefgebied not in gebieden,  # type: ignore[operator]
            _("Dit leefgebied bestaat niet."),
        ),
        (
            "op",
            not vandaag - OUDSTE <= advies.op <= vandaag,
            _("Deze dag ligt in de toekomst of meer dan een jaar terug."),
        ),
    ):
        if mis:
            raise Domeinfout(f"advies_{veld}", wat, lijst if veld != "op" else _("Kies een dag."), veld=veld)


@actie("toegang", Permissie.MELDING_REGISTREREN)
def trek_advies_in(door: Actor, advies_id: int) -> None:
    """Take one's own advice back: it counts no longer. Taken back already changes nothing.

    Raises NietGevonden for an advice that somebody else gave.
    """
    rijen = Advies.objects.select_for_update().filter(pk=advies_id)
    advies = (rijen if door.id is None else rijen.filter(door=door.id)).first()
    if advies is None:
        raise NietGevonden(
            "niet_gevonden",
            _("Dit advies bestaat niet, of een collega gaf het."),
            _("Vraag uw collega om het in te trekken."),
        )
    if advies.ingetrokken:
        return
    gegeven = van_onderwerp(ADVIES, [advies_id])[advies_id][0]
    advies.ingetrokken = True
    advies.save(update_fields=["ingetrokken"])
    leg_vast(door, Vastlegging(AdviesIngetrokken(), advies_id, klok.vandaag(), herroept_id=gegeven.pk))

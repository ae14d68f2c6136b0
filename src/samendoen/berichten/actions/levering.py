"""A start or stop that a provider reports (305, 307), or takes back: kept with the assignment."""

from uuid import NAMESPACE_URL, UUID, uuid5

from samendoen.berichten.actions.ontvangen import Ontvangen
from samendoen.berichten.models import Bericht
from samendoen.berichten.rules.bericht import Groep
from samendoen.berichten.rules.constraints import VERWIJDEREN
from samendoen.besluiten.api import (
    Startmelding,
    Stopmelding,
    meld_start,
    meld_stop,
    trek_start_in,
    trek_stop_in,
)
from samendoen.kernel.api import Actor


def neem_starts_over(door: Actor, ontvangen: Ontvangen) -> None:
    """Keep the starts of a 305 in which nothing was found, line by line: one may take back another.

    A line without an assignment (work that is not assigned per client) stays a line of the message.
    """
    for regel, groep in ontvangen.goed("StartProduct"):
        begin = groep.datum("Begindatum")
        if regel.toewijzing_id is None or begin is None:
            continue
        if groep.tekst("StatusAanlevering") == VERWIJDEREN:
            trek_start_in(door, [(regel.toewijzing_id, begin)])
        else:
            kenmerk = _kenmerk(ontvangen.rij, groep)
            meld_start(door, [Startmelding(regel.toewijzing_id, begin, kenmerk, ontvangen.rij.dagtekening)])


def neem_stops_over(door: Actor, ontvangen: Ontvangen) -> None:
    """Keep the stops of a 307 in which nothing was found; as `neem_starts_over`."""
    for regel, groep in ontvangen.goed("StopProduct"):
        begin, eind = groep.datum("Begindatum"), groep.datum("Einddatum")
        reden = groep.tekst("RedenBeeindiging")
        if regel.toewijzing_id is None or begin is None or eind is None:
            continue
        if groep.tekst("StatusAanlevering") == VERWIJDEREN:
            trek_stop_in(door, [(regel.toewijzing_id, begin, eind, reden)])
        else:
            kenmerk, dag = _kenmerk(ontvangen.rij, groep), ontvangen.rij.dagtekening
            meld_stop(door, [Stopmelding(regel.toewijzing_id, begin, eind, reden, kenmerk, dag)])


def _kenmerk(rij: Bericht, groep: Groep) -> UUID:
    """Return a mark that is the same whenever this line is applied."""
    return uuid5(NAMESPACE_URL, f"{rij.afzender}/{rij.soort}/{rij.identificatie}{groep.pad}")

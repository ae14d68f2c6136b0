"""How a story ends: consent withdrawn or over, a draft thrown away. Words and picture go."""

from collections.abc import Callable, Sequence

from samendoen.beleid.actions import verhaal_lijst
from samendoen.beleid.actions.verhaal import haal_verhaal
from samendoen.beleid.events.verhaal import VerhaalIngetrokken, VerhaalVerlopen, VerhaalWeggegooid
from samendoen.beleid.models import Rapportverhaal, Toestemming, Verhaal, Verhaalbeeld
from samendoen.beleid.queries.verhalen import rapporten_met
from samendoen.beleid.rules.verhaal import LEVEND, Daad, Verhaalstaat
from samendoen.kernel.api import (
    Actor,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    wis_bestanden,
)
from samendoen.kernel.stekkers import Register

bij_intrekking: Register[Callable[[Actor, int, tuple[int, ...]], None]] = Register("bij_intrekking")
"""Who keeps words of a story elsewhere plugs in here: called with (actor, story, its frozen reports) in the
transaction of the withdrawal, before that ends. What it raises undoes the withdrawal."""


@actie("beleid", Permissie.BELEID_BEHEREN)
def trek_verhaal_in(door: Actor, verhaal_id: int) -> tuple[int, ...]:
    """Withdraw consent: the story is gone at once and for good; return the reports that held it.

    At any time, by one person, without a reason: consent that is withdrawn goes before everything.
    """
    rij = haal_verhaal(verhaal_id, Daad.TREK_IN)
    rapporten = rapporten_met(verhaal_id)
    Toestemming.objects.filter(verhaal=rij, ingetrokken_op=None).update(ingetrokken_op=klok.vandaag())
    _wis([rij], Verhaalstaat.INGETROKKEN)
    leg_vast(door, Vastlegging(VerhaalIngetrokken(rapporten=rapporten), rij.pk, klok.vandaag()))
    for _naam, vertel in bij_intrekking:
        vertel(door, verhaal_id, rapporten)
    return rapporten


@actie("beleid", Permissie.BELEID_BEHEREN)
def gooi_verhaal_weg(door: Actor, verhaal_id: int) -> None:
    """Throw a draft away, with its picture. Raises Domeinfout for a story that is no draft."""
    rij = haal_verhaal(verhaal_id, Daad.GOOI_WEG)
    _wis([rij], Verhaalstaat.WEGGEGOOID)
    leg_vast(door, Vastlegging(VerhaalWeggegooid(), rij.pk, klok.vandaag()))


@actie("beleid", Permissie.SYSTEEM)
def laat_verhalen_verlopen(door: Actor) -> int:
    """Erase the stories whose consent is over; return how many. Every night; they were hidden already."""
    levend = Verhaal.objects.select_for_update().filter(staat__in=list(LEVEND)).order_by("pk")
    geldig = set(
        Toestemming.objects.filter(verhaal__staat__in=list(LEVEND))
        .order_by("verhaal", "-pk")
        .distinct("verhaal")
        .values_list("verhaal", "tot")
    )
    vandaag = klok.vandaag()
    over = {verhaal for verhaal, tot in geldig if tot < vandaag}
    rijen = [rij for rij in levend if rij.pk in over]
    _wis(rijen, Verhaalstaat.VERLOPEN)
    leg_vast(door, *(Vastlegging(VerhaalVerlopen(), rij.pk, vandaag) for rij in rijen))
    return len(rijen)


@actie("beleid", Permissie.SYSTEEM)
def wis_beeindigde_verhalen(door: Actor) -> int:
    """After a restore: end again every story that is on the list of those that ended; return how many."""
    rijen = Verhaal.objects.filter(kenmerk__in=verhaal_lijst.lees(), staat__in=list(LEVEND))
    nummers = list(rijen.order_by("pk").values_list("pk", flat=True))
    for nummer in nummers:
        trek_verhaal_in(door, nummer)
    return len(nummers)


@actie("beleid", None)
def noteer_verhalen(door: Actor, rapport_id: int, verhalen: Sequence[int]) -> None:
    """Remember that a frozen report holds these stories. Part of making a report."""
    Rapportverhaal.objects.bulk_create(
        (Rapportverhaal(rapport_id=rapport_id, verhaal_id=pk) for pk in dict.fromkeys(verhalen)),
        ignore_conflicts=True,
    )


def _wis(rijen: Sequence[Verhaal], staat: Verhaalstaat) -> None:
    """Empty every field that consent allowed, and delete the file; a restore will not bring it back."""
    beelden = list(Verhaalbeeld.objects.filter(verhaal__in=rijen))
    wis_bestanden([beeld.bestand for beeld in beelden])
    Verhaalbeeld.objects.filter(pk__in=[b.pk for b in beelden]).update(bestand="", omschrijving=None)
    for rij in rijen:
        rij.bevestigingen.all().delete()
        rij.titel = rij.tekst = rij.dorp = rij.reden = None
        rij.staat, rij.geeindigd_op = staat.value, klok.vandaag()
        rij.save(update_fields=["titel", "tekst", "dorp", "reden", "staat", "geeindigd_op"])
    verhaal_lijst.schrijf(rij.kenmerk for rij in rijen)

"""Use cases on what helps while a question waits: offer it, end it, take it back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kaart.api import aanbod
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast, schrijf
from samendoen.toegang.access import haal_op_slot, niet_gevonden
from samendoen.toegang.actions.wachtlijst import eis_tekst, eis_wacht, gebeurtenis_van
from samendoen.toegang.events import OverbruggingGeboden, OverbruggingGestopt, OverbruggingIngetrokken
from samendoen.toegang.models import Melding, Overbrugging, Wachtplek


@dataclass(frozen=True, slots=True)
class Overbruggingsinvoer:
    """What helps meanwhile: an offer of the map (its id) or words; `tot` = first day no longer."""

    kenmerk: UUID
    melding: int
    van: date
    tot: date | None = None
    aanbod: int | None = None
    tekst: str = ""


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def bied_overbruggingen(door: Actor, invoer: Sequence[Overbruggingsinvoer]) -> None:
    """Record what helps while questions wait. When the waiting ends it goes on: ending it is its own step.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right on one of
    them, Domeinfout (with the field) for one that does not wait, an offer that does not exist, nothing said,
    or an impossible period. All or nothing.
    """
    meldingen = haal_op_slot(door, [o.melding for o in invoer])
    gelijk = Overbrugging.objects.filter(kenmerk__in=[o.kenmerk for o in invoer])
    bekend = set(gelijk.values_list("kenmerk", flat=True))
    nieuw = [o for o in invoer if o.kenmerk not in bekend]
    if not nieuw:
        return
    eis_wacht({o.melding: meldingen[o.melding] for o in nieuw})
    bestaat = aanbod({o.aanbod for o in nieuw if o.aanbod is not None})
    for o in nieuw:
        _controleer(o, meldingen[o.melding], bestaat)
    rijen = schrijf(_rij(o, meldingen[o.melding]) for o in nieuw)
    _zorg_voor_plekken([meldingen[o.melding] for o in nieuw])
    leg_vast(door, *(_geboden(rij, meldingen[rij.melding_id]) for rij in rijen))


def _controleer(o: Overbruggingsinvoer, melding: Melding, bestaat: Collection[int]) -> None:
    fouten = (
        (
            "aanbod",
            o.aanbod is not None and o.aanbod not in bestaat,
            _("Dit aanbod bestaat niet."),
            _("Kies er een uit de lijst."),
        ),
        (
            "tekst",
            o.aanbod is None and not o.tekst.strip(),
            _("Er staat niet wat zolang helpt."),
            _("Kies een aanbod, of schrijf op wat u hebt afgesproken."),
        ),
        (
            "van",
            o.van < melding.ontvangen_op,
            _("De eerste dag ligt vóór de melding."),
            _("Kies de dag van de melding of later."),
        ),
        (
            "tot",
            o.tot is not None and o.tot <= o.van,
            _("De dag waarop het stopt, ligt niet na de eerste dag."),
            _("Kies een latere dag, of laat het veld leeg als u die nog niet weet."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout(f"overbrugging_{veld}", wat, doe, veld=veld)
    eis_tekst("tekst", o.tekst)


def _rij(o: Overbruggingsinvoer, melding: Melding) -> Overbrugging:
    return Overbrugging(
        kenmerk=o.kenmerk,
        melding=melding,
        inwoner_id=melding.inwoner_id,
        wet=melding.wet,
        aanbod_id=o.aanbod,
        tekst=o.tekst.strip(),
        van=o.van,
        tot=o.tot,
    )


def _zorg_voor_plekken(meldingen: Sequence[Melding]) -> None:
    """Make the place in line where there is none: it says that something was written about the waiting."""
    staat = set(Wachtplek.objects.filter(melding__in=meldingen).values_list("melding_id", flat=True))
    mist = {m.pk: m for m in meldingen if m.pk not in staat}
    schrijf(Wachtplek(melding_id=pk, inwoner_id=m.inwoner_id, wet=m.wet) for pk, m in mist.items())


def _geboden(rij: Overbrugging, melding: Melding) -> Vastlegging:
    return Vastlegging(
        OverbruggingGeboden(overbrugging=rij.kenmerk, aanbod=rij.aanbod_id, tot=rij.tot),
        rij.melding_id,
        rij.van,
        dossier_id=melding.dossier_id,
        persoon_id=melding.inwoner_id,
        wet=melding.wet,
        inhoud={"toelichting": rij.tekst},
    )


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def stop_overbrugging(door: Actor, melding_id: int, overbrugging_id: int, op: date) -> None:
    """Say on which day something helps no longer, perhaps another day than was said before.

    Also after the waiting has ended. Raises NietGevonden or Geweigerd without the right, Domeinfout for a day
    before it began or one that was taken back.
    """
    melding, rij = _haal(door, melding_id, overbrugging_id)
    if rij.ingetrokken or op < rij.van:
        raise Domeinfout(
            "overbrugging_op",
            _("Op deze dag kan dit niet stoppen: het begon later, of was een vergissing."),
            _("Kies de eerste dag of een dag daarna."),
            veld="op",
        )
    if rij.tot == op:
        return
    rij.tot = op
    rij.save(update_fields=["tot"])
    gebeurtenis = OverbruggingGestopt(overbrugging=rij.kenmerk)
    leg_vast(door, Vastlegging(gebeurtenis, melding_id, op, dossier_id=melding.dossier_id))


@actie("toegang", Permissie.MELDING_AFHANDELEN)
def trek_overbrugging_in(door: Actor, melding_id: int, overbrugging_id: int) -> None:
    """Cross out what was recorded by mistake. Again changes nothing. NietGevonden or Geweigerd without the
    right."""
    melding, rij = _haal(door, melding_id, overbrugging_id)
    if rij.ingetrokken:
        return
    rij.ingetrokken = True
    rij.save(update_fields=["ingetrokken"])
    herroept = gebeurtenis_van(melding_id, OverbruggingGeboden.soort, "overbrugging", rij.kenmerk)
    leg_vast(
        door,
        Vastlegging(
            OverbruggingIngetrokken(overbrugging=rij.kenmerk),
            melding_id,
            klok.vandaag(),
            dossier_id=melding.dossier_id,
            herroept_id=herroept,
        ),
    )


def _haal(door: Actor, melding_id: int, overbrugging_id: int) -> tuple[Melding, Overbrugging]:
    melding = haal_op_slot(door, [melding_id])[melding_id]
    rij = Overbrugging.objects.select_for_update().filter(pk=overbrugging_id, melding=melding).first()
    if rij is None:
        raise niet_gevonden()
    return melding, rij

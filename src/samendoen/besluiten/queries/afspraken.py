"""Agreements as they stand beside each other, and why a new one does not fit."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from samendoen.besluiten.models import Contract, Tarief
from samendoen.besluiten.models.tarief import HOUDT
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules.geldigheid import Afspraak, Bezwaar, Inpassing, pas_in
from samendoen.kernel.api import Domeinfout, NietGevonden
from samendoen.schil.api import datum_zonder_dag

T = TypeVar("T", bound=Tarief | Contract)


def haal_afspraak(model: type[T], pk: int, *, op_slot: bool = False) -> T:
    """Return a tariff or a contract that was not taken back; NietGevonden for another id."""
    soort: Any = model
    rijen = soort.objects.filter(HOUDT, pk=pk)
    rij: T | None = (rijen.select_for_update(of=("self",)) if op_slot else rijen).first()
    if rij is None:
        raise NietGevonden(
            "niet_gevonden",
            _("Deze afspraak bestaat niet, of is ingetrokken."),
            _("Ga terug naar de lijst van aanbieders."),
        )
    return rij


def naast(rij: T) -> list[T]:
    """Return what holds beside this row: the tariffs of the same product and provider, or its contracts."""
    model: Any = type(rij)
    waar = {veld: getattr(rij, veld) for veld in ("aanbieder_id", "product_id") if hasattr(rij, veld)}
    return list(model.objects.filter(HOUDT, **waar).order_by("van"))


def afspraken(rijen: Iterable[Tarief | Contract]) -> list[Afspraak]:
    """Return rows as the rules of validity see them."""
    return [Afspraak(r.pk, r.van, r.tot, r.sluit_id, r.sluit_tot) for r in rijen]


def passend(bestaand: Iterable[Tarief | Contract], van: date, tot: date | None) -> Inpassing:
    """Return how a period fits among these; Domeinfout that says what is in its way when it does not."""
    past = pas_in(afspraken(bestaand), van, tot)
    if past.bezwaar is not None:
        raise _bezwaar(past)
    return past


def _bezwaar(past: Inpassing) -> Domeinfout:
    """Return the error for an agreement that does not fit, with what is in its way."""
    van = datum_zonder_dag(past.met.van) if past.met else ""
    tot = datum_zonder_dag(laatste_dag(past.met.tot)) if past.met and past.met.tot else ""
    voor = datum_zonder_dag(laatste_dag(past.met.van)) if past.met else ""
    terug = _("Kies andere dagen, of trek eerst in wat er staat als dat een vergissing was.")
    zinnen = {
        Bezwaar.LEEG: (
            "tot",
            _("De periode eindigt voordat zij begint."),
            _("Kies een laatste dag op of na de eerste."),
        ),
        Bezwaar.ZELFDE_BEGIN: ("van", _("Vanaf %(van)s is al iets afgesproken.") % {"van": van}, terug),
        Bezwaar.LATER: (
            "tot",
            _("Vanaf %(van)s is al iets anders afgesproken; dat overlapt.") % {"van": van},
            _("Kies als laatste dag %(dag)s of eerder, of trek de latere afspraak eerst in.") % {"dag": voor},
        ),
        Bezwaar.BINNEN: (
            "tot",
            _("Dit valt binnen een afspraak die loopt tot en met %(tot)s; daarna zou er niets gelden.")
            % {"tot": tot},
            _("Kies als laatste dag %(tot)s of later.") % {"tot": tot},
        ),
    }
    assert past.bezwaar is not None
    veld, zin, doe = zinnen[past.bezwaar]
    return Domeinfout(f"overlap_{past.bezwaar}", zin, doe, veld=veld)

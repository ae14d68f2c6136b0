"""Who bears a number: for another system that hands it over, and gets nothing back but that."""

from collections.abc import Iterable

from samendoen.inwoners.actions.gegevens import BSN_DOEL
from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.queries.herkennen import eis_nummer, eis_zoekrecht
from samendoen.kernel.api import Actor
from samendoen.kernel.velden import blinde_indexen
from samendoen.recht.api import is_bsn


def persoon_met_bsn(door: Actor, bsn: str) -> int | None:
    """Return the person with this number, None when nobody here has it; one query.

    A number that fails the check is a Domeinfout, Geweigerd is for who may not search residents. Whoever
    shows or writes something about this person logs that; the number alone tells nothing.
    """
    eis_zoekrecht(door)
    index = blinde_indexen([eis_nummer(bsn)], BSN_DOEL)[0]
    return Inwoner.objects.filter(bsn_index=index).values_list("pk", flat=True).first()


def personen_met_bsn(door: Actor, nummers: Iterable[str]) -> dict[str, int]:
    """Return number -> person for those among these that somebody here has; one query.

    A number that fails the check is left out. Geweigerd for who may not search residents; see
    `persoon_met_bsn`.
    """
    eis_zoekrecht(door)
    goede = [nummer for nummer in set(nummers) if is_bsn(nummer)]
    indexen = dict(zip(blinde_indexen(goede, BSN_DOEL), goede, strict=True))
    rijen = Inwoner.objects.filter(bsn_index__in=list(indexen)).values_list("bsn_index", "pk")
    return {indexen[bytes(index)]: pk for index, pk in rijen if index is not None}

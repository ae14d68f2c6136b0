"""Who bears a number: for another system that hands it over, and gets nothing back but that."""

from samendoen.inwoners.actions.gegevens import BSN_DOEL
from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.queries.herkennen import eis_nummer, eis_zoekrecht
from samendoen.kernel.api import Actor
from samendoen.kernel.velden import blinde_indexen


def persoon_met_bsn(door: Actor, bsn: str) -> int | None:
    """Return the person with this number, None when nobody here has it; one query.

    A number that fails the check is a Domeinfout, Geweigerd is for who may not search residents. Whoever
    shows or writes something about this person logs that; the number alone tells nothing.
    """
    eis_zoekrecht(door)
    index = blinde_indexen([eis_nummer(bsn)], BSN_DOEL)[0]
    return Inwoner.objects.filter(bsn_index=index).values_list("pk", flat=True).first()

"""Which questions came in at a team, for who keeps a list of them: numbers alone."""

from collections.abc import Iterable
from datetime import date

from samendoen.toegang.models import Melding
from samendoen.toegang.rules import Status


def nieuwe_meldingen(team_id: int, sinds: date, kanalen: Iterable[str] = ()) -> list[int]:
    """Return the ids of the meldingen of a team received on a day or later, the oldest first; of these
    channels, or of all. One that was withdrawn is left out. Who may know more asks `meldingkernen`."""
    rijen = Melding.objects.filter(team=team_id, ontvangen_op__gte=sinds).exclude(status=Status.INGETROKKEN)
    codes = [str(kanaal) for kanaal in kanalen]
    if codes:
        rijen = rijen.filter(kanaal__in=codes)
    return list(rijen.order_by("ontvangen_op", "pk").values_list("pk", flat=True))

"""Postpone the clock of a procedure: a part of other actions."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout
from samendoen.werk.api import Verdagingsreden, laatste_dagen, verdaag_termijn


def verdaag(
    door: Actor, onderwerp: tuple[str, int], termijn_id: int | None, dagen: int, reden: str, sleutel: UUID
) -> date | None:
    """Postpone the clock of this subject (kind, id); return its new last day, None when nothing changed (the
    same `sleutel` again).

    Raises Domeinfout for an unknown reason, or what `verdaag_termijn` refuses.
    """
    if termijn_id is None or reden not in {r.value for r in Verdagingsreden}:
        raise Domeinfout(
            "verdaging_reden", _("Deze reden bestaat niet."), _("Kies een reden uit de lijst."), veld="reden"
        )
    soort, nummer = onderwerp
    eerder = laatste_dagen(soort, [nummer])
    verdaag_termijn(door, termijn_id, dagen, Verdagingsreden(reden), sleutel)
    nu = laatste_dagen(soort, [nummer])
    return nu[nummer] if nu != eerder else None

"""Who may direct a casus or stand beside the director."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, Permissie, groepsleden, klok, wie_mag


@dataclass(frozen=True, slots=True)
class Voordracht:
    """Somebody who is to direct a casus of a team (its group)."""

    gebruiker_id: int
    groep_id: int


def eis_regisseurs(door: Actor, voordrachten: Iterable[Voordracht]) -> None:
    """Raise Domeinfout unless each may work in casussen and belongs to the team; three queries at most.

    Whoever acts may take a casus in which they may write upon themselves, also from outside the team.
    """
    alle = set(voordrachten)
    mogen = bevoegd({v.gebruiker_id for v in alle})
    leden = set(groepsleden([v.groep_id for v in alle], klok.vandaag()))
    for v in alle:
        in_team = v.gebruiker_id == door.id or (v.groep_id, v.gebruiker_id) in leden
        if v.gebruiker_id not in mogen or not in_team:
            raise Domeinfout(
                "casus_regisseur",
                _("Deze collega kan de regie van deze casus niet voeren."),
                _("Kies een consulent of teamleider van het team van de casus."),
                veld="regisseur",
            )


def eis_bevoegd(gebruiker_id: int) -> None:
    """Raise Domeinfout unless this colleague may work in casussen: the second one may be of any team."""
    if gebruiker_id not in bevoegd({gebruiker_id}):
        raise Domeinfout(
            "casus_tweede",
            _("Deze collega werkt niet in casussen."),
            _("Kies een consulent of teamleider."),
            veld="tweede",
        )


def bevoegd(gebruiker_ids: set[int]) -> set[int]:
    """Return which of these users may work in casussen today."""
    return wie_mag(Permissie.CASUS_WERKEN, sorted(gebruiker_ids), klok.vandaag())

"""Use case on a team: another name from a day on."""

from datetime import date

from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, leg_vast
from samendoen.organisatie.access import haal_team
from samendoen.organisatie.events import TeamHernoemd
from samendoen.organisatie.models import TeamNaam


@actie("organisatie", Permissie.ORGANISATIE_BEHEREN)
def hernoem_team(door: Actor, code: str, naam: str, van: date) -> None:
    """Give a team another name from `van`; before that day it keeps the one it had.

    The same name again changes nothing. Raises Domeinfout for an empty name, or for a day before
    the running name began: history is not rewritten.
    """
    team = haal_team(code)
    laatste = TeamNaam.objects.select_for_update().filter(team_id=team.id, tot__isnull=True).first()
    nieuw = naam.strip()
    if not nieuw:
        raise Domeinfout("naam_leeg", _("De naam ontbreekt."), _("Vul de nieuwe naam in."), veld="naam")
    if laatste is None or (laatste.van and van <= laatste.van and laatste.naam != nieuw):
        raise Domeinfout(
            "naam_te_vroeg",
            _("Op deze dag had het team al een andere naam."),
            _("Kies een dag na het begin van de laatste naam."),
            veld="van",
        )
    if laatste.naam == nieuw:
        return
    laatste.tot = van
    laatste.save(update_fields=["tot"])
    TeamNaam.objects.create(team_id=team.id, naam=nieuw, uitvoerder=laatste.uitvoerder, van=van)
    leg_vast(door, Vastlegging(TeamHernoemd(team=code), team.id, van))

"""Agree when somebody looks whether a provision still fits."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_voorzieningen
from samendoen.besluiten.actions.controle import LANGSTE_PERIODE, eis
from samendoen.besluiten.actions.herroeping import vast_voorziening
from samendoen.besluiten.events import VOORZIENING, HerbeoordelingGepland
from samendoen.besluiten.models import Voorziening
from samendoen.besluiten.queries.herbeoordeling import HERBEOORDELEN
from samendoen.besluiten.rules import Voorzieningstatus
from samendoen.kernel.api import Actor, Permissie, actie, klok, leg_vast, werk_bij
from samendoen.werk.api import laat_taken_vervallen


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def plan_herbeoordelingen(door: Actor, plannen: Sequence[tuple[int, date | None]]) -> None:
    """Agree (provision, day) on which it is looked at again (Wmo 2015 art. 2.3.9); None: no longer.

    A task comes some time before. The same day again is passed over. Raises NietGevonden or Geweigerd without
    the right on one; Domeinfout for one that does not hold, or an impossible day.
    """
    dagen = dict(plannen)
    alle = haal_voorzieningen(door, dagen)
    anders = [v for pk, v in alle.items() if v.herbeoordelen_op != dagen[pk]]
    for v in anders:
        _controleer(v, dagen[v.pk])
        v.herbeoordelen_op = dagen[v.pk]
    werk_bij(anders, ["herbeoordelen_op"])
    vandaag = klok.vandaag()
    laat_taken_vervallen(door, HERBEOORDELEN, VOORZIENING, [v.pk for v in anders])
    leg_vast(
        door, *(vast_voorziening(v, HerbeoordelingGepland(op=v.herbeoordelen_op), vandaag) for v in anders)
    )


def _controleer(v: Voorziening, op: date | None) -> None:
    vandaag = klok.vandaag()
    eis(
        "herbeoordeling",
        (
            (
                "voorziening",
                v.status != Voorzieningstatus.GELDT,
                _("Deze voorziening geldt niet, of nog niet."),
                _("Plan een herbeoordeling bij een voorziening die geldt."),
            ),
            (
                "op",
                op is not None and op < vandaag,
                _("Deze dag is al geweest."),
                _("Kies vandaag of later."),
            ),
            (
                "op",
                op is not None and op.year - vandaag.year > LANGSTE_PERIODE,
                _("Deze dag ligt meer dan twintig jaar vooruit."),
                _("Controleer het jaartal."),
            ),
            (
                "op",
                op is not None and v.tot is not None and op >= v.tot,
                _("Dan is de hulp al gestopt."),
                _("Kies een dag voor de laatste dag van de hulp."),
            ),
        ),
    )

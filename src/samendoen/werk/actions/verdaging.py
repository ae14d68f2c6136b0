"""The decision is postponed (Awb art. 4:14 lid 3, 7:10 lid 3, 9:11 lid 2)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
)
from samendoen.werk import rules
from samendoen.werk.access import haal_termijn
from samendoen.werk.actions.rekenwerk import GEREKEND, herreken, naar, stil_en_verdaagd, volgens_recht
from samendoen.werk.events import TermijnVerdaagd
from samendoen.werk.models import Termijn, Verdaging
from samendoen.werk.rules import Verdagingsreden


@actie("werk", Permissie.TERMIJN_WIJZIGEN)
def verdaag_termijn(door: Actor, termijn_id: int, dagen: int, reden: Verdagingsreden, sleutel: UUID) -> int:
    """Postpone by calendar days; return the id of the postponement.

    Postponements of one clock add up, and together stay within what the article allows. The same
    `sleutel` again changes nothing. Raises NietGevonden, Geweigerd, or Domeinfout: not running, past
    its last day, fewer than one day, or more than the law allows for this kind.
    """
    termijn = haal_termijn(door, termijn_id, Niveau.SCHRIJFBAAR, op_slot=True)
    bekend = Verdaging.objects.filter(termijn=termijn, sleutel=sleutel).first()
    if bekend is not None:
        return bekend.pk
    naar(termijn, "verdaag")
    vandaag = klok.vandaag()
    _controleer(termijn, dagen, vandaag)
    rij = Verdaging.objects.create(termijn=termijn, sleutel=sleutel, op=vandaag, dagen=dagen, reden=reden)
    herreken([termijn])
    termijn.save(update_fields=GEREKEND)
    gebeurtenis = TermijnVerdaagd(dagen=dagen, reden=reden, uiterste_datum=termijn.uiterste_datum)
    leg_vast(door, Vastlegging(gebeurtenis, termijn.pk, vandaag, dossier_id=termijn.dossier_id))
    return rij.pk


def _controleer(termijn: Termijn, dagen: int, vandaag: date) -> None:
    if dagen < 1:
        raise Domeinfout(
            "verdaging_dagen",
            _("Verdagen maakt een termijn langer."),
            _("Vul een aantal dagen van 1 of meer in."),
            veld="dagen",
        )
    if vandaag > termijn.uiterste_datum and termijn.geschorst_vanaf is None:
        raise Domeinfout(
            "verdaging_te_laat",
            _("De laatste dag is voorbij: verdagen kan alleen daarvoor."),
            _("Rond het werk af, of schort op als de inwoner daarmee instemt."),
        )
    stil, extra = stil_en_verdaagd([termijn.pk])
    with volgens_recht("dagen"):
        tot_nu = extra.get(termijn.pk, 0)
        rules.reken(termijn.soort, termijn.start, stil.get(termijn.pk, []), tot_nu + dagen)

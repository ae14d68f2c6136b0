"""Direction of a casus: exactly one director at any time, and perhaps somebody beside."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot, is_systeem
from samendoen.casus.actions.overdrachtverval import sluit_af
from samendoen.casus.actions.rechten import Dossiers, dossiers_van_casussen, wissel
from samendoen.casus.actions.wie import Voordracht, eis_bevoegd, eis_regisseurs
from samendoen.casus.events import RegieOvergedragen, TweedeGezet
from samendoen.casus.models import Casus, Regie
from samendoen.casus.rules import Taakrol
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)

Overdrachten = Sequence[tuple[int, int, date]]
"""(casus, user who directs from now on, first day)."""


@actie("casus", Permissie.CASUS_WERKEN)
def draag_regie_over(door: Actor, overdrachten: Overdrachten) -> None:
    """Let another professional direct; the grants of who did so end, those of the new one begin.

    Whoever may write in a casus may take it upon themselves; to give it to somebody else asks the permission
    to assign direction, or that colleague's own yes (a warm handover). Who directs already goes on, and a
    proposal that waited is withdrawn.
    Raises NietGevonden or Geweigerd without the right on one of them, Domeinfout for a closed casus,
    somebody who cannot direct it, or a day before the present director began or after today.
    """
    casussen = haal_op_slot(door, [casus for casus, _wie, _op in overdrachten])
    eis_open(casussen.values())
    regie = _lopend(casussen, Taakrol.REGISSEUR)
    nieuw = [o for o in overdrachten if regie[o[0]].gebruiker_id != o[1]]
    for casus, wie, op in nieuw:
        _controleer(door, regie[casus], wie, op)
    eis_regisseurs(door, (Voordracht(wie, casussen[c].team.groep_id) for c, wie, _op in nieuw))
    voor = {casus: regie[casus].gebruiker_id for casus, _wie, _op in nieuw}
    for casus, _wie, op in nieuw:
        regie[casus].tot = op
    werk_bij([regie[casus] for casus in voor], ["tot"])
    rijen = schrijf(
        Regie(casus_id=casus, gebruiker_id=wie, rol=Taakrol.REGISSEUR, van=op) for casus, wie, op in nieuw
    )
    dossiers = dossiers_van_casussen(list(voor))
    wissel(Taakrol.REGISSEUR, rijen, dossiers)
    stappen = [
        Vastlegging(
            RegieOvergedragen(van=voor[casus], naar=wie), casus, op, dossier_id=casussen[casus].dossier_id
        )
        for casus, wie, op in nieuw
    ]
    leg_vast(door, *stappen, *_niet_langer_tweede(casussen, nieuw, dossiers))
    if voor:
        sluit_af(door, list(voor))


def _niet_langer_tweede(
    casussen: Mapping[int, Casus], nieuw: Overdrachten, dossiers: Dossiers
) -> list[Vastlegging]:
    """Who stood beside the director and directs now, stands beside no longer."""
    naar = {casus: (wie, op) for casus, wie, op in nieuw}
    tweede = _lopend({c: casussen[c] for c in naar}, Taakrol.TWEEDE)
    zelf = [r for casus, r in tweede.items() if r.gebruiker_id == naar[casus][0]]
    for regie in zelf:
        regie.tot = max(regie.van, naar[regie.casus_id][1])
    werk_bij(zelf, ["tot"])
    if zelf:
        wissel(Taakrol.TWEEDE, [], {r.casus_id: dossiers[r.casus_id] for r in zelf})
    return [
        Vastlegging(
            TweedeGezet(gebruiker=None),
            r.casus_id,
            r.tot or r.van,
            dossier_id=casussen[r.casus_id].dossier_id,
        )
        for r in zelf
    ]


def _controleer(door: Actor, regie: Regie, wie: int, op: date) -> None:
    eigen = is_systeem(door) or door.id == wie
    if not eigen and not door.mag(Permissie.REGIE_TOEWIJZEN):
        raise Geweigerd(
            "regie_van_ander",
            _("U kunt een ander niet zonder antwoord regisseur maken."),
            _("Stel een warme overdracht voor, of vraag de teamleider."),
        )
    if not regie.van <= op <= klok.vandaag():
        raise Domeinfout(
            "regie_op",
            _("Deze dag ligt vóór het begin van de huidige regie of in de toekomst."),
            _("Kies een dag daartussen, of vandaag."),
            veld="op",
        )


@actie("casus", Permissie.CASUS_WERKEN)
def zet_tweede(door: Actor, casus_id: int, gebruiker_id: int | None) -> None:
    """Say from today who stands beside the director, or (None) that nobody does.

    The second one may be of another team: expertise is brought to the household. Raises NietGevonden or
    Geweigerd without the right, Domeinfout for a closed casus, the director, or somebody who does not
    work in casussen. Who is it already stays so.
    """
    casus = haal_op_slot(door, [casus_id])[casus_id]
    eis_open([casus])
    eerder = _lopend({casus_id: casus}, Taakrol.TWEEDE).get(casus_id)
    if gebruiker_id == (eerder.gebruiker_id if eerder else None):
        return
    if gebruiker_id is not None:
        _eis_een_ander(casus, gebruiker_id)
    vandaag = klok.vandaag()
    if eerder:
        eerder.tot = vandaag
        eerder.save(update_fields=["tot"])
    nieuw = (
        [Regie(casus=casus, gebruiker_id=gebruiker_id, rol=Taakrol.TWEEDE, van=vandaag)]
        if gebruiker_id is not None
        else []
    )
    wissel(Taakrol.TWEEDE, schrijf(nieuw), dossiers_van_casussen([casus_id]))
    gebeurtenis = TweedeGezet(gebruiker=gebruiker_id)
    leg_vast(door, Vastlegging(gebeurtenis, casus_id, vandaag, dossier_id=casus.dossier_id))


def _eis_een_ander(casus: Casus, gebruiker_id: int) -> None:
    eis_bevoegd(gebruiker_id)
    if _lopend({casus.pk: casus}, Taakrol.REGISSEUR)[casus.pk].gebruiker_id == gebruiker_id:
        raise Domeinfout(
            "casus_tweede",
            _("Deze collega is de regisseur van deze casus."),
            _("Kies een andere collega."),
            veld="tweede",
        )


def _lopend(casussen: Mapping[int, Casus], rol: Taakrol) -> dict[int, Regie]:
    rijen = Regie.objects.select_for_update().filter(casus__in=casussen, rol=rol, tot=None)
    return {r.casus_id: r for r in rijen.order_by("pk")}

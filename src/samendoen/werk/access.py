"""Who may see and touch which clocks and tasks: through the dossier, or as its owner when there is none."""

from typing import TypeVar

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.kernel.api import (
    Actor,
    EigenWerk,
    Geweigerd,
    HeeftRecht,
    NietGevonden,
    Niveau,
    Permissie,
    haal,
)
from samendoen.werk.models import Taak, Termijn

W = TypeVar("W", Termijn, Taak)


def van_mij(door: Actor) -> Q:
    """Return the condition that something lies with this actor personally."""
    return Q(gebruiker_id=door.id) if door.id is not None else Q(pk__in=())


def bij_mij(door: Actor) -> Q:
    """Return the condition that something lies with this actor, or is about a dossier of theirs."""
    return van_mij(door) | Q(EigenWerk("dossier_id", door))


def van_team(door: Actor) -> Q:
    """Return the condition that something lies with a group of this actor."""
    return Q(groep_id__in=door.groepen)


def binnen(rijen: QuerySet[W], door: Actor, niveau: Niveau = Niveau.LEESBAAR) -> QuerySet[W]:
    """Keep what this actor may see: the dossier decides; without one, whose it is.

    Who does no casework (a policy adviser) sees what is about no dossier, and nothing else.
    """
    los = Q(van_mij(door) | van_team(door), dossier__isnull=True)
    if not door.mag(Permissie.WERK_ZIEN):
        return rijen.filter(los)
    return rijen.filter(Q(HeeftRecht("dossier_id", door, niveau)) | los)


def haal_termijn(door: Actor, termijn_id: int, niveau: Niveau, *, op_slot: bool = False) -> Termijn:
    """Fetch, authorise and (with `op_slot`) lock a clock. Raises NietGevonden or Geweigerd."""
    return _haal(Termijn.objects.all(), door, termijn_id, niveau, op_slot)


def haal_taak(door: Actor, taak_id: int) -> Taak:
    """Fetch, authorise and lock a task to change it.

    Who got it personally needs no more than to read the dossier (a colleague who was consulted); others
    must be able to write in it. Raises NietGevonden or Geweigerd.
    """
    eigen = Taak.objects.filter(van_mij(door), pk=taak_id, dossier__isnull=False).exists()
    niveau = Niveau.LEESBAAR if eigen else Niveau.SCHRIJFBAAR
    return _haal(Taak.objects.all(), door, taak_id, niveau, True)


def haal_om_te_lezen(door: Actor, taak_id: int) -> Taak:
    """Fetch and authorise a task to read it, with whom it lies. Raises NietGevonden."""
    return _haal(Taak.objects.select_related("groep", "gebruiker"), door, taak_id, Niveau.LEESBAAR, False)


def _haal(rijen: QuerySet[W], door: Actor, pk: int, niveau: Niveau, op_slot: bool) -> W:
    if op_slot:
        rijen = rijen.select_for_update(of=("self",))
    los = rijen.filter(van_mij(door) | van_team(door), pk=pk, dossier__isnull=True).first()
    if los is None and not door.mag(Permissie.WERK_ZIEN):
        raise Geweigerd(
            "geen_recht",
            _("Deze taak hoort niet bij uw rol."),
            _("Kies een taak op de pagina Vandaag."),
        )
    return los or haal(rijen, door, pk, niveau=niveau)


def eis_eigen_groep(door: Actor, groep_id: int) -> None:
    """Refuse a group that this actor does not belong to."""
    if groep_id not in door.groepen:
        raise NietGevonden(
            "niet_uw_team",
            _("U hoort niet bij dit team."),
            _("Kies uzelf of een team waar u bij hoort."),
            veld="voor",
        )

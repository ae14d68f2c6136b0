"""Who may keep a meeting, and who may write about an item on its agenda.

A meeting belongs to its team and to the colleagues who sit at it. An item belongs to its dossier: being at
the table opens nothing.
"""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.casus.access import binnen, is_systeem, niet_gevonden, weiger
from samendoen.casus.models import Agendapunt, Deelnemer, Deling, Overleg
from samendoen.casus.rules import PUNT_OVERGANGEN, Puntstatus
from samendoen.kernel.api import Actor, Domeinfout, Niveau


def eigen_overleggen(door: Actor) -> QuerySet[Overleg]:
    """Return the meetings of one's teams, those one chairs, and those one sits at; the system gets all."""
    rijen = Overleg.objects.select_related("team", "voorzitter")
    if is_systeem(door):
        return rijen
    aan_tafel = Deelnemer.objects.filter(overleg=OuterRef("pk"), gebruiker=door.id)
    return rijen.filter(Q(team__groep__in=door.groepen) | Q(voorzitter=door.id) | Exists(aan_tafel))


def haal_overleg(door: Actor, overleg_id: int) -> Overleg:
    """Fetch and authorise one meeting to read; NietGevonden outside one's own."""
    rij = eigen_overleggen(door).filter(pk=overleg_id).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def haal_overleggen_op_slot(door: Actor, ids: Iterable[int]) -> dict[int, Overleg]:
    """Return one's own meetings locked for a change; NietGevonden when one of them is not."""
    gevraagd = set(ids)
    rijen = eigen_overleggen(door).filter(pk__in=gevraagd).order_by("pk").select_for_update(of=("self",))
    gevonden = {rij.pk: rij for rij in rijen}
    if gevraagd - gevonden.keys():
        raise niet_gevonden()
    return gevonden


def vergrendel_overleggen(ids: Iterable[int]) -> dict[int, Overleg]:
    """Return any meetings locked, to put something on their agenda: whose meeting it is does not matter, but
    it is held."""
    gevraagd = set(ids)
    rijen = Overleg.objects.select_related("team").filter(pk__in=gevraagd).order_by("pk")
    gevonden = {rij.pk: rij for rij in rijen.select_for_update(of=("self",))}
    if gevraagd - gevonden.keys():
        raise niet_gevonden()
    for rij in gevonden.values():
        eis_gepland(rij)
    return gevonden


def eis_gepland(rij: Overleg) -> None:
    """Refuse what asks a meeting that is held, of one that was cancelled."""
    if rij.afgezegd_op is not None:
        raise Domeinfout(
            "overleg_afgezegd",
            _("Dit overleg is afgezegd."),
            _("Kies een ander overleg, of plan dit overleg toch weer."),
            veld="overleg",
        )


def leesbare_punten(door: Actor) -> QuerySet[Agendapunt]:
    """Return the agenda items whose dossier this actor may open."""
    return binnen(Agendapunt.objects.select_related("overleg", "overleg__team"), door)


def haal_punt(door: Actor, punt_id: int) -> Agendapunt:
    """Fetch and authorise one agenda item to read; NietGevonden outside the scope."""
    rij = leesbare_punten(door).filter(pk=punt_id).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def haal_punten_op_slot(door: Actor, ids: Iterable[int]) -> dict[int, Agendapunt]:
    """Return agenda items locked for a change. NietGevonden or Geweigerd when this actor may not write in the
    dossier of one of them."""
    gevraagd = set(ids)
    rijen = Agendapunt.objects.select_related("overleg", "overleg__team").filter(
        pk__in=gevraagd, dossier__gewist_op=None
    )
    slot = binnen(rijen, door, niveau=Niveau.SCHRIJFBAAR).order_by("pk").select_for_update(of=("self",))
    gevonden = {rij.pk: rij for rij in slot}
    if gevraagd - gevonden.keys():
        raise weiger(leesbare_punten(door), gevraagd - gevonden.keys())
    return gevonden


def haal_deling_op_slot(door: Actor, deling_id: int) -> Deling:
    """Return what was shared, locked with its agenda item; refuses as haal_punten_op_slot does."""
    rij = Deling.objects.filter(pk=deling_id).first()
    if rij is None:
        raise niet_gevonden()
    punt = haal_punten_op_slot(door, [rij.punt_id])[rij.punt_id]
    rij = Deling.objects.select_for_update().get(pk=deling_id)
    rij.punt = punt
    return rij


def naar(punt: Agendapunt, overgang: str) -> Puntstatus:
    """Return the status of an item after this step; Domeinfout when it cannot be taken any more."""
    volgende = PUNT_OVERGANGEN[Puntstatus(punt.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "punt_status",
            _("Dit punt is intussen besproken of verplaatst; dit kan nu niet meer."),
            _("Ververs de pagina om te zien hoe het ervoor staat."),
        )
    return volgende

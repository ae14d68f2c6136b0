"""Who sees and who may do what with the account of an activity.

Everything of a plan is for who may see policy, except lights and texts that were not published: those are
for who manages the plan, and for the owner of that activity.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from samendoen.beleid.models import Activiteit
from samendoen.kernel.api import Actor, Domeinfout, Geweigerd, NietGevonden, Permissie

GEPUBLICEERD = Q(gepubliceerd_op__isnull=False)
"""What everybody may see of lights and texts: the council too."""


def zicht(door: Actor) -> Q:
    """Return which lights and texts this actor may see."""
    if door.mag(Permissie.BELEID_BEHEREN):
        return Q()
    if door.mag(Permissie.BELEID_VERANTWOORDEN):
        return GEPUBLICEERD | Q(activiteit__eigenaar=door.id)
    return GEPUBLICEERD


def ziet_concept(door: Actor, activiteit: Activiteit) -> bool:
    """Tell whether this actor works on the account of an activity, and so sees what is not published."""
    if door.mag(Permissie.BELEID_BEHEREN):
        return True
    return door.mag(Permissie.BELEID_VERANTWOORDEN) and door.id == activiteit.eigenaar_id


def haal_om_te_verantwoorden(door: Actor, ids: list[int]) -> dict[int, Activiteit]:
    """Take activities one after another for who may give the account of them.

    Raises NietGevonden for an unknown one, Geweigerd for one that is somebody else's, Domeinfout for one that
    ended.
    """
    rijen = Activiteit.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    gevonden = {rij.pk: rij for rij in rijen}
    if set(ids) - set(gevonden):
        raise activiteit_onbekend()
    for rij in gevonden.values():
        eis_ziet_concept(door, rij)
        if rij.beeindigd_op is not None:
            raise Domeinfout(
                "activiteit_beeindigd",
                _("Deze activiteit is beëindigd."),
                _("Herstel haar eerst op de pagina Plan bewerken."),
            )
    return gevonden


def eis_ziet_concept(door: Actor, activiteit: Activiteit) -> None:
    """Refuse who does not work on the account of this activity. Raises Geweigerd."""
    if not ziet_concept(door, activiteit):
        raise Geweigerd(
            "niet_de_eigenaar",
            _("Een collega is eigenaar van deze activiteit."),
            _("Vraag de beleidsadviseur om u eigenaar te maken."),
        )


def activiteit_onbekend() -> NietGevonden:
    """Return the error for an activity that does not exist."""
    return NietGevonden(
        "activiteit_onbekend",
        _("Deze activiteit bestaat niet."),
        _("Kies een activiteit op de pagina Koers."),
    )

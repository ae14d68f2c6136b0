"""Fetch, authorise and lock messages: about a dossier for who may write there, others by role."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from samendoen.berichten.models import Bericht
from samendoen.kernel.api import Actor, ActorSoort, NietGevonden, Niveau, haal, zichtbaar


def is_systeem(door: Actor) -> bool:
    """Tell whether this is the system itself: jobs, and the demo."""
    return door.soort == ActorSoort.SYSTEEM or door.id is None


def leesbaar(door: Actor) -> QuerySet[Bericht]:
    """Return the messages that this actor may read, without their bytes: those about a dossier of theirs, and
    those about none, for who holds the permission of the screen."""
    alle = Bericht.objects.defer("ruw")
    if is_systeem(door):
        return alle
    return zichtbaar(alle, door) | alle.filter(dossier=None)


def haal_berichten(door: Actor, ids: Iterable[int]) -> dict[int, Bericht]:
    """Return these messages locked for a change, without their bytes, in one order.

    Raises NietGevonden or Geweigerd when this actor may not write about the dossier of one of them.
    """
    gevraagd = list(dict.fromkeys(ids))
    alle = Bericht.objects.defer("ruw").select_for_update(of=("self",))
    rijen = {rij.pk: rij for rij in alle.filter(pk__in=gevraagd).order_by("pk")}
    for pk in gevraagd:
        if pk not in rijen:
            raise NietGevonden(
                "niet_gevonden",
                _("Dit bericht bestaat niet, of het ligt buiten uw werkgebied."),
                _("Zoek opnieuw, of vraag uw teamleider."),
            )
        if rijen[pk].dossier_id is not None and not is_systeem(door):
            haal(Bericht.objects.defer("ruw"), door, pk, niveau=Niveau.SCHRIJFBAAR)
    return rijen

"""Fetch, authorise and lock messages: about a dossier for who may write there, others by role."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from samendoen.berichten.models import Bericht, Verzoek
from samendoen.kernel.api import (
    Actor,
    ActorSoort,
    HeeftRecht,
    NietGevonden,
    Niveau,
    Permissie,
    Wet,
    haal,
    klok,
    zichtbaar,
)
from samendoen.organisatie.api import teams_bij_code

BACKOFFICE = "backoffice"


def is_systeem(door: Actor) -> bool:
    """Tell whether this is the system itself: jobs, and the demo."""
    return door.soort == ActorSoort.SYSTEEM or door.id is None


def leesbaar(door: Actor) -> QuerySet[Bericht]:
    """Return the messages that this actor may read, without their bytes: those about a dossier of theirs, and
    for the back office those about no dossier, or about more, under the laws of its teams."""
    alle = Bericht.objects.defer("ruw")
    if is_systeem(door):
        return alle
    eigen = Q(HeeftRecht("dossier_id", door, Niveau.LEESBAAR))
    if not door.mag(Permissie.BERICHTEN_ZIEN):
        return alle.filter(eigen)
    return alle.filter(eigen | Q(dossier=None, wet__in=_wetten(door)))


def _wetten(door: Actor) -> set[str]:
    """Return the laws of the back offices that this actor is in; what is under no law is for each of them."""
    teams = teams_bij_code(klok.vandaag()).values()
    eigen = [team for team in teams if team.soort == BACKOFFICE and team.groep_id in door.groepen]
    return {Wet.GEEN.value}.union(*(team.kaders for team in eigen)) if eigen else set()


def haal_om_te_lezen(door: Actor, pk: int) -> Bericht:
    """Return a message that this actor may read, without its bytes; NietGevonden outside the scope."""
    rij = leesbaar(door).filter(pk=pk).first()
    if rij is None:
        raise niet_gevonden()
    return rij


def niet_gevonden() -> NietGevonden:
    """Return the refusal for what does not exist or lies outside one's scope."""
    return NietGevonden(
        "niet_gevonden",
        _("Dit bericht bestaat niet, of het ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


def haal_berichten(door: Actor, ids: Iterable[int]) -> dict[int, Bericht]:
    """Return these messages locked for a change, without their bytes, in one order.

    Raises NietGevonden or Geweigerd when this actor may not write about the dossier of one of them, and
    NietGevonden for one about no dossier, or about more, that this actor may not read.
    """
    gevraagd = list(dict.fromkeys(ids))
    alle = Bericht.objects.defer("ruw").select_for_update(of=("self",))
    rijen = {rij.pk: rij for rij in alle.filter(pk__in=gevraagd).order_by("pk")}
    for pk in gevraagd:
        if pk not in rijen:
            raise niet_gevonden()
        if rijen[pk].dossier_id is not None and not is_systeem(door):
            haal(Bericht.objects.defer("ruw"), door, pk, niveau=Niveau.SCHRIJFBAAR)
    zonder = {pk for pk, rij in rijen.items() if rij.dossier_id is None}
    if zonder and zonder.difference(leesbaar(door).filter(pk__in=zonder).values_list("pk", flat=True)):
        raise niet_gevonden()
    return rijen


def leesbare_verzoeken(door: Actor) -> QuerySet[Verzoek]:
    """Return the requests of providers about the dossiers that this actor may read; the system gets all."""
    alle = Verzoek.objects.all()
    return alle if is_systeem(door) else zichtbaar(alle, door)


def haal_verzoek_om_te_lezen(door: Actor, pk: int) -> Verzoek:
    """Return a request that this actor may read; NietGevonden outside the scope."""
    return haal(Verzoek.objects.all(), door, pk, niveau=Niveau.LEESBAAR)


def haal_verzoeken(door: Actor, ids: Iterable[int]) -> dict[int, Verzoek]:
    """Return these requests locked for a change, in one order.

    Raises NietGevonden or Geweigerd when this actor may not write about the dossier of one of them.
    """
    gevraagd = sorted(set(ids))
    alle = Verzoek.objects.select_related("dossier").select_for_update(of=("self",))
    rijen = {rij.pk: rij for rij in alle.filter(pk__in=gevraagd).order_by("pk")}
    for pk in gevraagd:
        if pk not in rijen or not is_systeem(door):
            haal(Verzoek.objects.all(), door, pk, niveau=Niveau.SCHRIJFBAAR)
    return rijen

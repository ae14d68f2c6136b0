"""Fetch, authorise and lock; and where something may go from where it stands."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from samendoen.besluiten.models import (
    AANVRAAGSTATUSSEN,
    BESLUITSTATUSSEN,
    BEZWAARSTATUSSEN,
    VOORZIENINGSTATUSSEN,
    Aanvraag,
    Besluit,
    Bezwaar,
    Voorziening,
)
from samendoen.besluiten.rules import (
    AANVRAAG_OVERGANGEN,
    BESLUIT_OVERGANGEN,
    VOORZIENING_OVERGANGEN,
    Aanvraagstatus,
    Besluitstatus,
    Voorzieningstatus,
)
from samendoen.besluiten.rules.bezwaar import BEZWAAR_OVERGANGEN, Bezwaarstatus
from samendoen.kernel.api import Actor, ActorSoort, Domeinfout, NietGevonden, Niveau, haal, zichtbaar

M = TypeVar("M", bound=Model)
S = TypeVar("S", bound=StrEnum)


def is_systeem(door: Actor) -> bool:
    """Tell whether this is the system itself (jobs, the demo): it may touch all and asks no mandate."""
    return door.soort == ActorSoort.SYSTEEM or door.id is None


def binnen(rijen: QuerySet[M], door: Actor, niveau: Niveau = Niveau.LEESBAAR) -> QuerySet[M]:
    """Return the rows whose dossier this actor may read (or write); the system gets all."""
    return rijen if is_systeem(door) else zichtbaar(rijen, door, niveau=niveau)


def niet_gevonden() -> NietGevonden:
    """Return the refusal for what does not exist or lies outside one's scope."""
    return NietGevonden(
        "niet_gevonden",
        _("Dit bestaat niet, of het ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


def haal_op_slot(rijen: QuerySet[M], door: Actor, ids: Iterable[int]) -> dict[int, M]:
    """Return these rows locked for a change, always in the same order; one statement.

    Raises NietGevonden or Geweigerd when this actor may not write one of them.
    """
    gevraagd = list(dict.fromkeys(ids))
    op_slot = binnen(rijen.select_for_update(of=("self",)), door, Niveau.SCHRIJFBAAR)
    gevonden = {rij.pk: rij for rij in op_slot.filter(pk__in=gevraagd).order_by("pk")}
    for pk in gevraagd:
        if pk not in gevonden:
            if not is_systeem(door):
                haal(rijen, door, pk, niveau=Niveau.SCHRIJFBAAR)
            raise niet_gevonden()
    return gevonden


def haal_aanvragen(door: Actor, ids: Iterable[int]) -> dict[int, Aanvraag]:
    """Return these applications, locked, with product and team; everything about one waits for this lock."""
    return haal_op_slot(Aanvraag.objects.select_related("product", "team"), door, ids)


def haal_besluiten(door: Actor, ids: Sequence[int]) -> dict[int, Besluit]:
    """Return these decisions with their applications, both locked; refuses like `haal_op_slot`."""
    van = dict(Besluit.objects.filter(pk__in=ids).values_list("pk", "aanvraag_id"))
    if any(pk not in van for pk in ids):
        raise niet_gevonden()
    aanvragen = haal_aanvragen(door, van.values())
    rijen = Besluit.objects.select_for_update(of=("self",)).select_related("besloten_door", "tweede_door")
    besluiten = {rij.pk: rij for rij in rijen.filter(pk__in=ids).order_by("pk")}
    for besluit in besluiten.values():
        besluit.aanvraag = aanvragen[besluit.aanvraag_id]
    return besluiten


def haal_voorzieningen(door: Actor, ids: Iterable[int]) -> dict[int, Voorziening]:
    """Return these provisions, locked, with product and chosen provider."""
    return haal_op_slot(Voorziening.objects.select_related("product", "aanbieder"), door, ids)


def _naar(
    overgangen: Mapping[S, Mapping[str, S]], namen: Mapping[S, Any], nu: S, stap: str, zin: str, doe: str
) -> S:
    volgende = overgangen[nu].get(stap)
    if volgende is None:
        raise Domeinfout("status", zin % {"status": str(namen[nu]).lower()}, doe)
    return volgende


def naar_aanvraag(aanvraag: Aanvraag, stap: str) -> Aanvraagstatus:
    """Return the status of an application after this step; Domeinfout when it cannot be taken any more."""
    zin = _("Over deze aanvraag kan dit niet meer: de stand is ‘%(status)s’.")
    doe = _("Ververs de pagina. Misschien was een collega u voor.")
    nu = Aanvraagstatus(aanvraag.status)
    return _naar(AANVRAAG_OVERGANGEN, AANVRAAGSTATUSSEN, nu, stap, zin, doe)


def naar_besluit(besluit: Besluit, stap: str) -> Besluitstatus:
    """Return the status of a decision after this step; Domeinfout when it cannot be taken any more."""
    zin = _("Met dit besluit kan dit niet meer: de stand is ‘%(status)s’.")
    doe = _("Ververs de pagina om te zien hoe het besluit er nu voor staat.")
    nu = Besluitstatus(besluit.status)
    return _naar(BESLUIT_OVERGANGEN, BESLUITSTATUSSEN, nu, stap, zin, doe)


def naar_voorziening(voorziening: Voorziening, stap: str) -> Voorzieningstatus:
    """Return the status of a provision after this step; Domeinfout when it cannot be taken any more."""
    zin = _("Met deze voorziening kan dit niet: de stand is ‘%(status)s’.")
    doe = _("Ververs de pagina om te zien hoe de voorziening er nu voor staat.")
    nu = Voorzieningstatus(voorziening.status)
    return _naar(VOORZIENING_OVERGANGEN, VOORZIENINGSTATUSSEN, nu, stap, zin, doe)


def haal_bezwaar(door: Actor, bezwaar_id: int) -> Bezwaar:
    """Return this objection, locked, with the decision and its application; refuses like `haal_op_slot`."""
    rijen = Bezwaar.objects.select_related("besluit__aanvraag__product", "besluit__aanvraag__team", "dossier")
    return haal_op_slot(rijen, door, [bezwaar_id])[bezwaar_id]


def naar_bezwaar(bezwaar: Bezwaar, stap: str) -> Bezwaarstatus:
    """Return the status of an objection after this step; Domeinfout when it cannot be taken any more."""
    zin = _("Met dit bezwaar kan dit niet meer: de stand is ‘%(status)s’.")
    doe = _("Ververs de pagina om te zien hoe het bezwaar er nu voor staat.")
    nu = Bezwaarstatus(bezwaar.status)
    return _naar(BEZWAAR_OVERGANGEN, BEZWAARSTATUSSEN, nu, stap, zin, doe)

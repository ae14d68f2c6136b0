"""Fetch, authorise and lock; and where a melding may go from where it stands."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.kernel.api import Actor, Domeinfout, NietGevonden, Niveau, haal, zichtbaar
from samendoen.toegang.models import STATUSSEN, Melding
from samendoen.toegang.rules import MELDING_OVERGANGEN, Status

# What triage writes on a row; taken back, each is as it was before.
ONGETRIEERD = {
    "route": "",
    "getrieerd_op": None,
    "triageregel": "",
    "organisatie_id": None,
    "contact": "",
    "opvolgen_op": None,
}
TRIAGEVELDEN = [veld.removesuffix("_id") for veld in ONGETRIEERD]


def haal_op_slot(door: Actor, ids: Sequence[int]) -> dict[int, Melding]:
    """Return these meldingen, each with its team, locked for a change; the system may touch all.

    Raises NietGevonden or Geweigerd when this actor may not write one of them.
    """
    rijen = Melding.objects.select_for_update(of=("self",)).select_related("team")
    eigen = rijen if door.id is None else zichtbaar(rijen, door, niveau=Niveau.SCHRIJFBAAR)
    gevonden = {m.pk: m for m in eigen.filter(pk__in=ids).order_by("pk")}
    for pk in ids:
        if pk not in gevonden:
            _weiger(door, pk)
    return gevonden


def _weiger(door: Actor, pk: int) -> None:
    haal(Melding.objects.all(), door, pk, niveau=Niveau.SCHRIJFBAAR)
    raise niet_gevonden()


def niet_gevonden() -> NietGevonden:
    """Return the refusal of what does not exist, or lies outside one's scope: the same words."""
    return NietGevonden(
        "niet_gevonden",
        _("Dit bestaat niet, of het ligt buiten uw werkgebied."),
        _("Zoek opnieuw, of vraag uw teamleider."),
    )


def naar(melding: Melding, overgang: str) -> Status:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = MELDING_OVERGANGEN[Status(melding.status)].get(overgang)
    if volgende is None:
        raise Domeinfout(
            "melding_status",
            _("Deze melding is %(status)s; dit kan nu niet meer.")
            % {"status": str(STATUSSEN[Status(melding.status)]).lower()},
            _("Ververs de pagina om te zien hoe de melding er nu voor staat."),
        )
    return volgende


def zet_ongetrieerd(melding: Melding) -> list[str]:
    """Take the triage of a melding back, in memory; return the fields that changed."""
    for veld, waarde in ONGETRIEERD.items():
        setattr(melding, veld, waarde)
    return TRIAGEVELDEN


def triagestand(melding: Melding) -> str:
    """Return the decision that stands, as a page remembers which one it showed."""
    return f"{melding.route}.{melding.team_id}.{melding.getrieerd_op or ''}"

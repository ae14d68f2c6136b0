"""Prepare a decision for somebody with a wider mandate."""

from typing import Any

from samendoen.besluiten.access import haal_aanvragen, is_systeem, naar_aanvraag
from samendoen.besluiten.actions.besluit import NieuwBesluit
from samendoen.besluiten.actions.controle import controleer_advies
from samendoen.besluiten.events import AdviesGegeven
from samendoen.besluiten.models import Advies
from samendoen.kernel.api import Actor, Permissie, Vastlegging, actie, klok, leg_vast

VELDEN = (
    "uitkomst",
    "bevinding",
    "niet_lichter",
    "motivering",
    "omvang",
    "van",
    "tot",
    "vorm",
    "aanbieder",
    "wijze",
)


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def geef_advies(door: Actor, nieuw: NieuwBesluit) -> None:
    """Keep what would be decided, for who may (Awb art. 3:5, 10:3); an earlier advice is replaced.

    May be incomplete: it is checked when somebody decides. Raises NietGevonden or Geweigerd without the
    right on the application, Domeinfout when it was decided, or for an outcome that does not exist.
    """
    aanvraag = haal_aanvragen(door, [nieuw.aanvraag])[nieuw.aanvraag]
    naar_aanvraag(aanvraag, "besluit")
    controleer_advies(nieuw)
    inhoud = _als_json(nieuw)
    bestaand = Advies.objects.filter(aanvraag=aanvraag).first()
    if bestaand and bestaand.inhoud == inhoud:
        return
    Advies.objects.update_or_create(
        aanvraag=aanvraag,
        defaults={
            "inwoner_id": aanvraag.inwoner_id,
            "wet": aanvraag.wet,
            "uitkomst": nieuw.uitkomst,
            "inhoud": inhoud,
            "gegeven_op": klok.vandaag(),
            "gegeven_door_id": None if is_systeem(door) else door.id,
        },
    )
    leg_vast(
        door,
        Vastlegging(
            AdviesGegeven(uitkomst=nieuw.uitkomst),
            aanvraag.pk,
            klok.vandaag(),
            dossier_id=aanvraag.dossier_id,
            persoon_id=aanvraag.inwoner_id,
            wet=aanvraag.wet,
            inhoud={"motivering": nieuw.motivering.strip()},
        ),
    )


def _als_json(nieuw: NieuwBesluit) -> dict[str, Any]:
    waarden = {veld: getattr(nieuw, veld) for veld in VELDEN}
    return {veld: w if w is None else str(w) for veld, w in waarden.items()}

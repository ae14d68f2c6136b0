"""It becomes clear whom a question is about: its dossier moves to that resident."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samendoen.inwoners.api import NieuweInwoner, namen, registreer_inwoners
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    verplaats_dossier,
    werk_bij,
)
from samendoen.toegang.access import haal_op_slot, naar
from samendoen.toegang.actions.eropafhaken import verhuis
from samendoen.toegang.actions.wachtlijst import verplaats_wachten
from samendoen.toegang.events import InwonerGekoppeld
from samendoen.toegang.models import Melding
from samendoen.werk.api import verplaats_taken


@actie("toegang", Permissie.MELDING_REGISTREREN)
def koppel_inwoners(door: Actor, koppelingen: Sequence[tuple[int, int]]) -> None:
    """Link (melding, person): the dossier with all that hangs on it becomes that resident's.

    The same again changes nothing. Who may bring a question to which resident was asked where that resident
    was recognised. Raises NietGevonden or Geweigerd without the right on one of them; Domeinfout when the
    melding is withdrawn or is about somebody else already, or nobody knows this resident. All or nothing.
    """
    meldingen = haal_op_slot(door, [pk for pk, _persoon in koppelingen])
    nieuw = {pk: persoon for pk, persoon in koppelingen if _is_nieuw(meldingen[pk], persoon)}
    bekend = namen(SYSTEEM, nieuw.values())
    if not set(nieuw.values()) <= bekend.keys():
        raise Domeinfout(
            "melding_inwoner",
            _("Deze inwoner is niet bekend."),
            _("Zoek de inwoner opnieuw."),
            veld="inwoner",
        )
    for pk, persoon in nieuw.items():
        melding = meldingen[pk]
        melding.status = naar(melding, "koppel")
        verplaats_dossier(melding.dossier_id, persoon)
        verplaats_taken(door, melding.dossier_id, persoon)
        melding.inwoner_id, melding.herkend = persoon, True
    werk_bij([meldingen[pk] for pk in nieuw], ["inwoner", "herkend"])
    verplaats_wachten(nieuw)
    verhuis(nieuw)
    vandaag = klok.vandaag()
    leg_vast(
        door,
        *(Vastlegging(InwonerGekoppeld(), pk, vandaag, dossier_id=meldingen[pk].dossier_id) for pk in nieuw),
    )


@actie("toegang", Permissie.MELDING_REGISTREREN)
def koppel_nieuwe_inwoners(door: Actor, koppelingen: Sequence[tuple[int, NieuweInwoner]]) -> None:
    """Register residents and link to each the melding that turned out to be about them; both or neither.

    Raises what `koppel_inwoners` and `inwoners.registreer_inwoners` raise.
    """
    haal_op_slot(door, [pk for pk, _wie in koppelingen])  # refused before anybody is registered
    personen = registreer_inwoners(door, [inwoner for _melding, inwoner in koppelingen])
    koppel_inwoners(door, [(pk, persoon) for (pk, _wie), persoon in zip(koppelingen, personen, strict=True)])


def _is_nieuw(melding: Melding, persoon: int) -> bool:
    """Tell whether there is something to link; a melding about somebody else is a mistake of its own."""
    if melding.herkend and melding.inwoner_id != persoon:
        raise Domeinfout(
            "melding_van_ander",
            _("Deze melding hoort al bij een inwoner."),
            _("Hoort zij bij iemand anders? Trek haar in als verkeerd opgenomen en neem haar opnieuw op."),
            veld="inwoner",
        )
    return not melding.herkend

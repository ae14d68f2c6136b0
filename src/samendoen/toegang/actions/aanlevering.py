"""A melding that another system hands over: new, or the repeat of one that stands there."""

from dataclasses import dataclass, replace

from django.db import IntegrityError
from django.utils.translation import gettext as _

from samendoen.inwoners.api import persoon_met_bsn
from samendoen.kernel.api import Actor, Domeinfout, Permissie, actie, op_beurt, zichtbaar
from samendoen.toegang.actions.controle import NieuweMelding
from samendoen.toegang.actions.registratie import is_kenmerk_bezet, registreer_verse
from samendoen.toegang.models import Melding


@dataclass(frozen=True, slots=True)
class Aanlevering:
    """The melding, whether it is of a resident we know, and whether it was made just now."""

    nummer: int
    herkend: bool
    nieuw: bool


def neem_aan(door: Actor, melding: NieuweMelding, bsn: str = "") -> Aanlevering:
    """Do `lever_melding_aan`; once more when a form wrote the same `kenmerk` at this very moment."""
    try:
        return lever_melding_aan(door, melding, bsn)
    except IntegrityError as fout:
        if not is_kenmerk_bezet(fout):
            raise
    return lever_melding_aan(door, melding, bsn)


@actie("toegang", Permissie.MELDING_REGISTREREN)
def lever_melding_aan(door: Actor, melding: NieuweMelding, bsn: str = "") -> Aanlevering:
    """Register a melding, of the resident with this number if one is given.

    One at a time for a `kenmerk`: of two requests at one moment the second is the repeat, and changes
    nothing. Raises Domeinfout for a `kenmerk` of another question (nothing is lost in silence), a number
    that nobody here has, and what `registreer_meldingen` raises.
    """
    op_beurt(f"toegang.melding {melding.kenmerk}")
    rijen = Melding.objects.filter(kenmerk=melding.kenmerk)
    nummer = rijen.values_list("pk", flat=True).first()
    if nummer is None:
        inwoner = _herkend(door, bsn) if bsn else melding.inwoner
        [nummer] = registreer_verse(door, [replace(melding, inwoner=inwoner)])
        return Aanlevering(nummer, inwoner is not None, nieuw=True)
    toen = zichtbaar(rijen, door).first()
    if toen is None or not _zelfde(melding, toen):
        raise Domeinfout(
            "kenmerk_bezet",
            _("Dit kenmerk hoort al bij een andere melding. Deze vraag is niet opgenomen."),
            _("Stuur de vraag opnieuw met een nieuw kenmerk."),
        )
    return Aanlevering(nummer, toen.herkend, nieuw=False)


def _herkend(door: Actor, bsn: str) -> int:
    persoon_id = persoon_met_bsn(door, bsn)
    if persoon_id is None:
        raise Domeinfout(
            "inwoner_onbekend",
            _("Bij dit burgerservicenummer is geen inwoner bekend. De melding is niet opgenomen."),
            _("Controleer het nummer, of laat het weg: dan herkent het team de inwoner."),
            veld="bsn",
        )
    return persoon_id


def _zelfde(melding: NieuweMelding, toen: Melding) -> bool:
    """Tell whether it asks the same, as far as triage and erasure leave that as it was."""
    zelfde_vraag = toen.vraag in ("", melding.vraag.strip())
    return zelfde_vraag and (melding.kader, melding.kanaal, melding.ontvangen_op) == (
        toen.wet,
        toen.kanaal,
        toen.ontvangen_op,
    )

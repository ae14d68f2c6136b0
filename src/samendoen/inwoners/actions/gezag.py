"""Use cases on custody: who decides for a child, from-until (BW 1:245)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.inwoners.access import geboortedatums, haal_inwoners
from samendoen.inwoners.events import GezagBeeindigd, GezagVastgelegd
from samendoen.inwoners.models import Gezag
from samendoen.inwoners.rules import JONGSTE_GEZAGHEBBER, MEESTE_GEZAGHEBBERS, tegelijk
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)
from samendoen.recht.api import bereikt, is_minderjarig


@dataclass(frozen=True, slots=True)
class NieuwGezag:
    """Custody over a child; `van` is the first day of it."""

    kind: int
    gezaghebber: int
    van: date


@dataclass(frozen=True, slots=True)
class Gezagseinde:
    """Custody ends before its time; `tot` is the first day no longer."""

    kind: int
    gezaghebber: int
    tot: date


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"gezag_{veld}", wat, doe, veld=veld)


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def leg_gezag_vast(door: Actor, nieuwe: Sequence[NieuwGezag]) -> None:
    """Record custody; the very same again changes nothing. Asks a writable grant on each child.

    Raises NietGevonden or Geweigerd; Domeinfout for an unknown holder, one too young, somebody of age, a day
    in the future or before the birth, custody that runs already, or a third holder at one time.
    """
    kinderen = haal_inwoners(door, [n.kind for n in nieuwe], Niveau.SCHRIJFBAAR)
    houders = geboortedatums(door, [n.gezaghebber for n in nieuwe])
    rijen = _rijen(kinderen)
    verse = [n for n in dict.fromkeys(nieuwe) if not _staat_er(rijen[n.kind], n)]
    gemaakt = []
    for nieuw in verse:
        _controleer(nieuw, kinderen[nieuw.kind].geboortedatum, houders)
        _controleer_samen(nieuw, rijen[nieuw.kind])
        rij = Gezag(inwoner_id=nieuw.kind, gezaghebber_id=nieuw.gezaghebber, van=nieuw.van)
        gemaakt.append(rij)
        rijen[nieuw.kind].append(rij)
    Gezag.objects.bulk_create(gemaakt)
    leg_vast(
        door,
        *(Vastlegging(GezagVastgelegd(gezaghebber=n.gezaghebber), n.kind, n.van) for n in verse),
    )


def _rijen(kinderen: Iterable[int]) -> dict[int, list[Gezag]]:
    per: dict[int, list[Gezag]] = {kind: [] for kind in kinderen}
    for rij in Gezag.objects.filter(inwoner__in=list(per)).order_by("pk"):
        per[rij.inwoner_id].append(rij)
    return per


def _staat_er(rijen: Iterable[Gezag], nieuw: NieuwGezag) -> bool:
    return any(
        (rij.gezaghebber_id, rij.van, rij.tot) == (nieuw.gezaghebber, nieuw.van, None) for rij in rijen
    )


def _controleer(nieuw: NieuwGezag, geboren: date, houders: Mapping[int, date]) -> None:
    houder = houders.get(nieuw.gezaghebber)
    fouten = (
        (
            "gezaghebber",
            houder is None,
            _("Deze persoon is niet bekend, of ligt buiten uw werkgebied."),
            _("Zoek opnieuw en kies iemand uit de lijst."),
        ),
        (
            "gezaghebber",
            nieuw.gezaghebber == nieuw.kind,
            _("Niemand heeft gezag over zichzelf."),
            _("Kies iemand anders."),
        ),
        (
            "van",
            nieuw.van > klok.vandaag(),
            _("Deze dag ligt in de toekomst."),
            _("Kies vandaag of een dag daarvoor."),
        ),
        (
            "van",
            nieuw.van < geboren,
            _("Deze dag ligt vóór de geboorte van het kind."),
            _("Kies de geboortedag of een dag daarna."),
        ),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise fout(veld, wat, doe)
    if not is_minderjarig(geboren, nieuw.van):
        raise fout("van", _("Op deze dag was dit geen kind meer."), _("Gezag eindigt bij 18 jaar."))
    if houder is None or nieuw.van < bereikt(houder, JONGSTE_GEZAGHEBBER):
        raise fout(
            "gezaghebber",
            _("Deze persoon was toen nog te jong voor gezag."),
            _("Controleer wie u koos en vanaf welke dag."),
        )


def _controleer_samen(nieuw: NieuwGezag, rijen: Sequence[Gezag]) -> None:
    if any(
        rij.gezaghebber_id == nieuw.gezaghebber and (rij.tot is None or rij.tot > nieuw.van) for rij in rijen
    ):
        raise fout(
            "gezaghebber",
            _("Deze persoon heeft in deze periode al gezag over dit kind."),
            _("Kijk bij het gezag sinds wanneer."),
        )
    if tegelijk([*((rij.van, rij.tot) for rij in rijen), (nieuw.van, None)], nieuw.van) > MEESTE_GEZAGHEBBERS:
        raise fout(
            "gezaghebber",
            _("Twee mensen hebben al gezag over dit kind. Meer kan niet."),
            _("Leg eerst vast wiens gezag eindigde."),
        )


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def beeindig_gezag(door: Actor, eindes: Sequence[Gezagseinde]) -> None:
    """End custody; the same again changes nothing. Ending on its first day undoes a mistake.

    Asks a writable grant on each child. Raises Domeinfout for custody that is not there, and for a day in the
    future or before it began.
    """
    rijen = _rijen(haal_inwoners(door, [e.kind for e in eindes], Niveau.SCHRIJFBAAR))
    verse = [e for e in dict.fromkeys(eindes) if not _is_voorbij(rijen[e.kind], e)]
    anders = [_beeindigd(rijen[einde.kind], einde) for einde in verse]
    werk_bij(anders, ["tot"])
    leg_vast(
        door,
        *(Vastlegging(GezagBeeindigd(gezaghebber=e.gezaghebber), e.kind, e.tot) for e in verse),
    )


def _is_voorbij(rijen: Iterable[Gezag], einde: Gezagseinde) -> bool:
    return any((rij.gezaghebber_id, rij.tot) == (einde.gezaghebber, einde.tot) for rij in rijen)


def _beeindigd(rijen: Iterable[Gezag], einde: Gezagseinde) -> Gezag:
    lopend = next((r for r in rijen if r.gezaghebber_id == einde.gezaghebber and r.tot is None), None)
    if lopend is None:
        raise Domeinfout(
            "gezag_loopt_niet",
            _("Dit gezag loopt niet (meer)."),
            _("Ververs de pagina om te zien wie er nu gezag heeft."),
        )
    if einde.tot > klok.vandaag():
        raise fout("tot", _("Deze dag ligt in de toekomst."), _("Kies vandaag of een dag daarvoor."))
    if einde.tot < lopend.van:
        raise fout(
            "tot", _("Deze dag ligt voor de eerste dag van het gezag."), _("Kies die dag of een dag daarna.")
        )
    lopend.tot = einde.tot
    return lopend

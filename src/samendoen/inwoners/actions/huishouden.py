"""Use cases on a household: form it, or make sure that there is one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.inwoners.access import geboortedatums
from samendoen.inwoners.events import HuishoudenGevormd
from samendoen.inwoners.models import Gezinslid, Huishouden
from samendoen.inwoners.queries.huishoudens import huishoudens_van
from samendoen.inwoners.rules import Gezinsrol, dubbel
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
)

BEZET = ("gezinslid_een_hoofdverblijf", "gezinslid_een_tweede_huis", "gezinslid_niet_dubbel")


@dataclass(frozen=True, slots=True)
class NieuwHuishouden:
    """A household and who lives there since when. `leden` are (person, role).

    Who is in `ook_hier` is a child that has its main home elsewhere (co-parents).
    """

    kenmerk: UUID
    van: date
    leden: tuple[tuple[int, str], ...]
    ook_hier: frozenset[int] = frozenset()


def fout(veld: str, wat: str, doe: str) -> Domeinfout:
    """Return the error of one field."""
    return Domeinfout(f"huishouden_{veld}", wat, doe, veld=veld)


def al_ergens() -> Domeinfout:
    """Return the error of somebody who lives elsewhere already."""
    return fout(
        "leden",
        _("Een van deze mensen hoort in deze periode al bij een huishouden."),
        _("Leg eerst het vertrek daar vast, of kies dat het kind op twee adressen woont."),
    )


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def vorm_huishoudens(door: Actor, nieuwe: Sequence[NieuwHuishouden]) -> list[int]:
    """Record households with their members; return their ids in the order asked.

    A `kenmerk` that is known gives the household that exists. Members count from their birth when that is
    later. Raises Domeinfout for nobody, an unknown role or person, somebody named twice, a second home of
    who is no child, a day in the future, or somebody who already belongs to a household.
    """
    alle = _vind_of_vorm(door, nieuwe)
    return [alle[n.kenmerk] for n in nieuwe]


def _vind_of_vorm(door: Actor, nieuwe: Sequence[NieuwHuishouden]) -> dict[UUID, int]:
    rijen = Huishouden.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    for nieuw in eerste.values():
        _controleer(nieuw)
    datums = geboren(door, {p for n in eerste.values() for p, _rol in n.leden})
    try:
        with transaction.atomic():
            return bekend | schrijf_huishoudens(door, list(eerste.values()), datums)
    except IntegrityError as f:
        if any(naam in str(f) for naam in BEZET):
            raise al_ergens() from f
        if "kenmerk" not in str(f):
            raise
    return _vind_of_vorm(door, nieuwe)


def _controleer(nieuw: NieuwHuishouden) -> None:
    rollen = dict(nieuw.leden)
    if not nieuw.leden:
        raise fout("leden", _("Dit huishouden heeft geen leden."), _("Kies wie er woont."))
    if dubbel([p for p, _rol in nieuw.leden]) is not None:
        raise fout("leden", _("Iemand staat twee keer in dit huishouden."), _("Kies iedereen één keer."))
    if not set(rollen.values()) <= set(Gezinsrol):
        raise fout("rol", _("Deze rol bestaat niet."), _("Kies een rol uit de lijst."))
    if any(rollen.get(p) != Gezinsrol.KIND for p in nieuw.ook_hier):
        wat = _("Alleen een kind kan op twee adressen wonen.")
        raise fout("ook_hier", wat, _("Kies voor deze persoon één huishouden."))
    if nieuw.van > klok.vandaag():
        raise fout("van", _("Deze dag ligt in de toekomst."), _("Kies vandaag of een dag daarvoor."))


def geboren(door: Actor, personen: Iterable[int]) -> dict[int, date]:
    """Return the birth dates of who is to live somewhere; raises when this actor may not name one of them."""
    ids = set(personen)
    bekend = geboortedatums(door, ids)
    if ids - bekend.keys():
        raise fout(
            "leden",
            _("Een van deze mensen is niet bekend, of ligt buiten uw werkgebied."),
            _("Zoek opnieuw en kies iemand uit de lijst."),
        )
    return bekend


def schrijf_huishoudens(
    door: Actor, nieuwe: Sequence[NieuwHuishouden], datums: dict[int, date]
) -> dict[UUID, int]:
    """Write households that were checked, with members and events; only from an action of this context."""
    if not nieuwe:
        return {}
    rijen = schrijf(Huishouden(kenmerk=n.kenmerk, gevormd_op=n.van) for n in nieuwe)
    per = [
        [
            Gezinslid(
                huishouden=rij,
                inwoner_id=persoon,
                rol=str(rol),
                hoofdverblijf=persoon not in n.ook_hier,
                van=max(n.van, datums.get(persoon, n.van)),
            )
            for persoon, rol in n.leden
        ]
        for n, rij in zip(nieuwe, rijen, strict=True)
    ]
    schrijf(lid for leden in per for lid in leden)
    leg_vast(door, *(_gevormd(rij, leden) for rij, leden in zip(rijen, per, strict=True)))
    return {rij.kenmerk: rij.pk for rij in rijen}


def _gevormd(huishouden: Huishouden, leden: Sequence[Gezinslid]) -> Vastlegging:
    gebeurtenis = HuishoudenGevormd(
        personen=tuple(lid.inwoner_id for lid in leden),
        rollen=tuple(lid.rol for lid in leden),
        sinds=tuple(lid.van for lid in leden),
        hoofdverblijf=tuple(lid.hoofdverblijf for lid in leden),
    )
    return Vastlegging(gebeurtenis, huishouden.pk, huishouden.gevormd_op)


@actie("inwoners", None)
def zorg_voor_huishoudens(door: Actor, persoon_ids: Sequence[int], op: date | None = None) -> dict[int, int]:
    """Return the household of each person; who has none gets one alone, from `op` (today).

    A part of other actions: the caller has authorised. Two at once: the second finds what the first made.
    """
    dag = op or klok.vandaag()
    # Whose household runs today has one, even if it began after `op`: a second beside it cannot be.
    bekend = huishoudens_van(persoon_ids) | huishoudens_van(persoon_ids, dag)
    nieuwe = [
        NieuwHuishouden(uuid4(), dag, ((persoon, Gezinsrol.OVERIG.value),))
        for persoon in sorted(set(persoon_ids))
        if persoon not in bekend
    ]
    try:
        with transaction.atomic():
            gemaakt = schrijf_huishoudens(door, nieuwe, {})
    except IntegrityError as f:
        if not any(naam in str(f) for naam in BEZET):
            raise
        # In the meantime, or from a day after `op`: the one that exists counts.
        return zorg_voor_huishoudens(door, persoon_ids, klok.vandaag())
    return bekend | {n.leden[0][0]: gemaakt[n.kenmerk] for n in nieuwe}


def zorg_voor_huishouden(door: Actor, persoon_id: int, op: date | None = None) -> int:
    """Return the household of one person; see zorg_voor_huishoudens."""
    return zorg_voor_huishoudens(door, [persoon_id], op)[persoon_id]

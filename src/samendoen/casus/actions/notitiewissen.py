"""Erase somebody from notes, and take out of a note what it says of somebody who was erased.

A note about several people is in the dossier of each of them (decision record 0015). Of who is erased the
link goes at once; what the words say of that person only somebody who reads them can take out.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.casus.access import haal_notities
from samendoen.casus.actions.notitie import STEMPEL, stempel, vastlegging
from samendoen.casus.actions.notitieinvoer import (
    Deel,
    Notitieinvoer,
    Woorden,
    controleer,
    woorden_van,
)
from samendoen.casus.actions.onderzoekinvoer import netjes
from samendoen.casus.events import NotitieGeschoond, NotitieLosgemaakt
from samendoen.casus.models import Notitie, Notitiepersoon
from samendoen.casus.rules import Notitiestatus, merk
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    werk_bij,
)

TELT = (Notitiestatus.CONCEPT, Notitiestatus.KLAAR)


@dataclass(frozen=True, slots=True)
class Schoning:
    """A note without what it said of who was erased: heading -> text, whole. `gezien` is the sign
    (`notitieteken`) of the words that one read."""

    notitie: int
    delen: Mapping[str, str]
    met_wie: str
    gezien: str


def notitieteken(rij: Notitie) -> str:
    """Return the sign of the words of a note."""
    return merk(rij.woorden or "")


def wis_notities(persoon_id: int, wet: str) -> int:
    """Erase somebody from the notes about them under one law, for the eraser; return how many.

    A note about nobody else, or one that counts no more, loses its words. A note about others too stays for
    them: that it was about this person is gone, and it asks to be cleaned.
    """
    over = Notitiepersoon.objects.filter(inwoner_id=persoon_id, wet=wet, over=True)
    rijen = list(Notitie.objects.filter(pk__in=over.values("notitie")).order_by("pk").select_for_update())
    anderen = _anderen(rijen, persoon_id)
    samen = [rij for rij in rijen if rij.woorden is not None and rij.status in TELT and anderen[rij.pk]]
    gehouden = {rij.pk for rij in samen}
    alleen = [r for r in rijen if r.pk not in gehouden and (r.woorden, r.reden) != (None, None)]
    for rij in alleen:
        rij.woorden = rij.reden = rij.schonen_sinds = None
    werk_bij(alleen, ["woorden", "reden", "schonen_sinds"])
    for rij in samen:
        eerste = anderen[rij.pk][0]
        rij.inwoner_id, rij.wet, rij.dossier_id = eerste.inwoner_id, eerste.wet, eerste.dossier_id
        rij.schonen_sinds = klok.vandaag()
    werk_bij(samen, ["inwoner", "wet", "dossier", "schonen_sinds"])
    over.filter(notitie__in=gehouden).delete()
    leg_vast(SYSTEEM, *(_losgemaakt(rij) for rij in samen))
    return len(alleen) + len(samen)


def _anderen(rijen: list[Notitie], persoon_id: int) -> dict[int, list[Notitiepersoon]]:
    """Return note -> the others about whom it is, whose data are kept."""
    per: dict[int, list[Notitiepersoon]] = defaultdict(list)
    wie = Notitiepersoon.objects.filter(notitie__in=rijen, over=True, dossier__gewist_op=None)
    for rij in wie.exclude(inwoner_id=persoon_id).order_by("pk"):
        per[rij.notitie_id].append(rij)
    return per


def _losgemaakt(rij: Notitie) -> Vastlegging:
    wie = list(Notitiepersoon.objects.filter(notitie=rij).order_by("pk"))
    gebeurtenis = NotitieLosgemaakt(
        over=tuple(p.inwoner_id for p in wie if p.over), lezers=tuple(p.inwoner_id for p in wie if p.leest)
    )
    # On no dossier: of the others nothing happened, and what is kept is not kept longer by it.
    return Vastlegging(gebeurtenis, rij.pk, klok.vandaag())


@actie("casus", Permissie.CASUS_WERKEN)
def schoon_notitie(door: Actor, schoning: Schoning) -> None:
    """Write a note without what it said of somebody whose data were erased. The old words are gone; with the
    same words somebody says that nothing in it was about that person.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for a note that does not ask it, words that
    a colleague changed since, nothing left, or a text that cannot be.
    """
    rij = haal_notities(door, [schoning.notitie])[schoning.notitie]
    _controleer(rij, schoning)
    delen = tuple(Deel(d.code, d.kop, netjes(schoning.delen.get(d.code, ""))) for d in woorden_van(rij).delen)
    if not any(deel.tekst for deel in delen):
        raise Domeinfout(
            "notitie_leeg",
            _("Er blijft niets over."),
            _("Laat staan wat over de anderen gaat, of trek de notitie in."),
        )
    rij.woorden, rij.schonen_sinds = Woorden(netjes(schoning.met_wie), delen).als_tekst(), None
    stempel(rij, door)
    werk_bij([rij], ["woorden", "schonen_sinds", *STEMPEL])
    leg_vast(door, vastlegging(rij, NotitieGeschoond(nummer=rij.nummer), stil=True))


def _controleer(rij: Notitie, schoning: Schoning) -> None:
    if rij.schonen_sinds is None or notitieteken(rij) != schoning.gezien:
        raise Domeinfout(
            "notitie_anders",
            _("Een collega heeft deze notitie intussen gewijzigd of al geschoond."),
            _("Kopieer wat u wilt bewaren en open de notitie opnieuw."),
        )
    controleer(Notitieinvoer(rij.pk, rij.op, schoning.delen, schoning.met_wie), rij)

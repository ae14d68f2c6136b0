"""Begin a note, write in it while one talks, and say about whom it is and who may read it."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from samendoen.casus.access import (
    Betrokkenewaarde,
    betrokkenen_van,
    eis_open,
    haal_notities,
    haal_op_slot,
)
from samendoen.casus.actions.notitieinvoer import (
    DEEL,
    Deel,
    NieuweNotitie,
    Notitieinvoer,
    Notitiewie,
    Woorden,
    controleer,
    gevraagd,
    leeg,
    staand,
    woorden_van,
)
from samendoen.casus.actions.onderzoek import eis_schrijfbaar
from samendoen.casus.actions.onderzoekinvoer import als_tekst, netjes
from samendoen.casus.definities import Sjabloon, sjablonen
from samendoen.casus.events import NotitieBegonnen, NotitieWieGekozen
from samendoen.casus.models import NOTITIESTATUSSEN, Casus, Notitie, Notitiepersoon
from samendoen.casus.rules import (
    NOTITIE_OVERGANGEN,
    Huisgenoot,
    Notitiestatus,
    Samenvoeging,
    standaard_lezers,
    voeg_samen,
)
from samendoen.inwoners.api import gezag_over, kernen, leden_van_huishoudens
from samendoen.kernel.api import (
    SYSTEEM,
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)

Wie = Mapping[int, Betrokkenewaarde]
"""Person -> who that is in the casus."""
STEMPEL = ("versie", "bijgewerkt_door", "bijgewerkt_op")


@actie("casus", Permissie.CASUS_WERKEN)
def begin_notities(door: Actor, nieuwe: Sequence[NieuweNotitie]) -> list[int]:
    """Begin notes in open casussen; return the ids. A `kenmerk` that is known changes nothing.

    Raises NietGevonden or Geweigerd without the right on the casus or a person, Domeinfout with the field for
    a closed casus, a template that does not exist, or a day in the future.
    """
    casussen = haal_op_slot(door, [n.casus for n in nieuwe])
    bekend = dict(
        Notitie.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    nog = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    eis_open(casussen[n.casus] for n in nog.values())
    bestaan = sjablonen()
    for n in nog.values():
        _controleer(n, bestaan)
    mogen = betrokkenen_van(door, [n.casus for n in nog.values()], schrijven=True)
    nummers = nummer_vanaf(casussen)
    rijen, wie = [], {}
    for n in nog.values():
        over = n.over or tuple(mogen.get(n.casus, {}))
        mensen = {p: eis_schrijfbaar(door, mogen, n.casus, p) for p in dict.fromkeys(over)}
        wie[n.kenmerk] = mensen
        nummers[n.casus] += 1
        rijen.append(_rij(door, n, nummers[n.casus], bestaan[n.sjabloon], mensen))
    schrijf(rijen)
    begonnen(door, rijen, wie, casussen)
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[n.kenmerk] for n in nieuwe]


def _controleer(n: NieuweNotitie, bestaan: Mapping[str, Sjabloon]) -> None:
    if n.sjabloon not in bestaan:
        raise Domeinfout(
            "notitie_sjabloon",
            _("Dit sjabloon bestaat niet."),
            _("Kies een sjabloon uit de lijst."),
            veld="sjabloon",
        )
    if n.op is not None and n.op > klok.vandaag():
        raise Domeinfout(
            "notitie_op", _("Deze dag ligt in de toekomst."), _("Kies de dag waarop het was."), veld="op"
        )


def _rij(door: Actor, n: NieuweNotitie, nummer: int, sjabloon: Sjabloon, mensen: Wie) -> Notitie:
    eerste = eis_iemand(mensen)
    return Notitie(
        kenmerk=n.kenmerk,
        casus_id=n.casus,
        nummer=nummer,
        inwoner_id=eerste.persoon_id,
        wet=eerste.wet,
        dossier_id=eerste.dossier_id,
        soort=sjabloon.soort.value,
        sjabloon=sjabloon.code,
        wijze=sjabloon.wijze.value if sjabloon.wijze else "",
        op=n.op or klok.vandaag(),
        woorden=leeg(sjabloon).als_tekst(),
        begonnen_door_id=door.id,
    )


def eis_iemand(mensen: Wie) -> Betrokkenewaarde:
    """Return the first about whom a note is; Domeinfout for nobody."""
    if not mensen:
        raise Domeinfout(
            "notitie_over",
            _("Deze notitie gaat over niemand."),
            _("Kies over wie de notitie gaat."),
            veld="over",
        )
    return next(iter(mensen.values()))


def nummer_vanaf(casus_ids: Iterable[int]) -> dict[int, int]:
    """Return casus -> the number of its last note; for who holds the lock on the casus."""
    ids = list(casus_ids)
    laatste = Notitie.objects.filter(casus__in=ids).values("casus").annotate(nr=Max("nummer"))
    return dict.fromkeys(ids, 0) | {r["casus"]: r["nr"] for r in laatste}


def begonnen(
    door: Actor,
    rijen: Sequence[Notitie],
    wie: Mapping[UUID, Wie],
    casussen: Mapping[int, Casus],
    gekozen: Mapping[UUID, Wie] | None = None,
) -> None:
    """Write about whom new notes are and who may read them, and record that they began; `gekozen` are
    readers whom somebody chose before.

    On no timeline: what is not finished did not happen yet.
    """
    regel = Lezersregel({rij.casus_id: casussen[rij.casus_id] for rij in rijen})
    vast = []
    for rij in rijen:
        over = wie[rij.kenmerk]
        lezers = (gekozen or {}).get(rij.kenmerk) or regel(rij, tuple(over))
        zet_personen(rij, over, lezers)
        gebeurtenis = NotitieBegonnen(
            casus=rij.casus_id,
            nummer=rij.nummer,
            sjabloon=rij.sjabloon,
            over=tuple(over),
            lezers=tuple(lezers),
            verbetert=rij.verbetert_id,
        )
        vast.append(vastlegging(rij, gebeurtenis, over, stil=True))
    leg_vast(door, *vast)


def vastlegging(
    rij: Notitie, gebeurtenis: Gebeurtenissoort, over: Wie | None = None, *, stil: bool = False
) -> Vastlegging:
    """Return what is recorded of a note; `stil` keeps it off the timeline. Retention counts from it for
    everybody about whom it is."""
    dossiers = [w.dossier_id for w in over.values()] if over is not None else dossiers_van_notitie(rij)
    op = rij.op if not stil else klok.vandaag()
    return Vastlegging(
        gebeurtenis, rij.pk, op, dossier_id=None if stil else rij.dossier_id, ook=tuple(dossiers)
    )


def dossiers_van_notitie(rij: Notitie) -> list[int]:
    """Return the dossiers of everybody about whom a note is."""
    return list(Notitiepersoon.objects.filter(notitie=rij, over=True).values_list("dossier_id", flat=True))


class Lezersregel:
    """Give who of the household may read a note by the rule; looks up everybody of these casussen once."""

    def __init__(self, casussen: Mapping[int, Casus]) -> None:
        self.wie = betrokkenen_van(SYSTEEM, casussen)
        personen = {p for per in self.wie.values() for p in per}
        self.kernen = kernen(SYSTEEM, personen)
        self.gezag = gezag_over(personen)
        leden = leden_van_huishoudens({c.huishouden_id for c in casussen.values()})
        self.thuis = {
            pk: {lid.persoon_id for lid in leden.get(c.huishouden_id, ())} for pk, c in casussen.items()
        }

    def __call__(self, rij: Notitie, over: Sequence[int]) -> dict[int, Betrokkenewaarde]:
        """Return person -> who that is, of those who may read it."""
        wie, thuis = self.wie.get(rij.casus_id, {}), self.thuis[rij.casus_id]
        mensen = {
            p: Huisgenoot(p, kern.geboortedatum, p in thuis, self.gezag.get(p, ()))
            for p, kern in self.kernen.items()
            if p in wie
        }
        mag = standaard_lezers(over, mensen, klok.vandaag())
        return {p: w for p, w in wie.items() if p in mag}


def zet_personen(rij: Notitie, over: Wie, lezers: Wie) -> None:
    """Write about whom a note is and who may read it."""
    Notitiepersoon.objects.filter(notitie=rij).delete()
    schrijf(
        Notitiepersoon(
            notitie=rij,
            inwoner_id=p,
            wet=w.wet,
            dossier_id=w.dossier_id,
            over=p in over,
            leest=p in lezers,
        )
        for p, w in {**over, **lezers}.items()
    )


@actie("casus", Permissie.CASUS_WERKEN)
def schrijf_notities(door: Actor, invoer: Sequence[Notitieinvoer]) -> list[Samenvoeging]:
    """Write in notes that are not finished; return per input which fields became another.

    As schrijf_bevindingen: what a colleague wrote in other fields stays; where both changed the same field
    nothing is written at all, and a Domeinfout ("notitie_botst") names the field. What is typed is no event.
    Raises NietGevonden or Geweigerd without the right, Domeinfout for a note that is finished or wrong input.
    """
    notities = haal_notities(door, [i.notitie for i in invoer])
    uit = []
    for i in invoer:
        rij = notities[i.notitie]
        eis(rij, "rond_af")
        controleer(i, rij)
        uit.append(_verwerk(rij, i, door))
    werk_bij(notities.values(), ["op", "wijze", "woorden", *STEMPEL])
    return uit


def _verwerk(rij: Notitie, i: Notitieinvoer, door: Actor) -> Samenvoeging:
    nu = staand(rij)
    wens = gevraagd(i, nu)
    samen = voeg_samen(_teksten(nu), _teksten(wens), i.gelezen or {})
    if samen.botst:
        raise Domeinfout(
            "notitie_botst",
            _("Een collega heeft hier intussen ook iets veranderd."),
            _("Kies welke tekst blijft, of bewaar allebei."),
            veld=samen.botst[0],
        )
    if samen.anders:
        nieuw = nu | {veld: wens[veld] for veld in samen.anders}
        oud = woorden_van(rij)
        rij.op, rij.wijze = nieuw["op"], nieuw.get("wijze", "")
        delen = tuple(Deel(d.code, d.kop, nieuw[f"{DEEL}{d.code}"]) for d in oud.delen)
        rij.woorden = Woorden(nieuw.get("met_wie", ""), delen).als_tekst()
        stempel(rij, door)
    return samen


def _teksten(waarden: Mapping[str, object]) -> dict[str, str]:
    return {veld: als_tekst(netjes(waarde)) for veld, waarde in waarden.items()}


def stempel(rij: Notitie, door: Actor) -> None:
    """Say who changed this note last."""
    rij.versie += 1
    rij.bijgewerkt_door_id, rij.bijgewerkt_op = door.id, klok.nu()


def eis(rij: Notitie, stap: str) -> Notitiestatus:
    """Return the status after this step; Domeinfout when it cannot be taken any more."""
    volgende = NOTITIE_OVERGANGEN[Notitiestatus(rij.status)].get(stap)
    if volgende is None:
        raise Domeinfout(
            "notitie_status",
            _("Notitie %(nr)s is %(status)s; dit kan nu niet meer.")
            % {"nr": rij.nummer, "status": str(NOTITIESTATUSSEN[Notitiestatus(rij.status)]).lower()},
            _("Ververs de pagina. Klopt de notitie niet? Maak dan een verbeterde versie."),
        )
    return volgende


@actie("casus", Permissie.CASUS_WERKEN)
def kies_wie(door: Actor, keuzes: Sequence[Notitiewie]) -> None:
    """Say about whom notes are that are not finished, and who of the household may read them.

    Raises NietGevonden or Geweigerd without the right on the note or a person, Domeinfout with the field
    for nobody, or a reader who is not in the casus.
    """
    notities = haal_notities(door, [k.notitie for k in keuzes])
    casussen = {n.casus_id: n.casus for n in notities.values()}
    mogen = betrokkenen_van(door, casussen, schrijven=True)
    regel = Lezersregel(casussen)
    vast = []
    for k in keuzes:
        rij = notities[k.notitie]
        eis(rij, "rond_af")
        over = {p: eis_schrijfbaar(door, mogen, rij.casus_id, p) for p in dict.fromkeys(k.over)}
        eerste = eis_iemand(over)
        lezers: Wie = regel(rij, tuple(over))
        if k.lezers is not None:
            lezers = {p: eis_schrijfbaar(door, mogen, rij.casus_id, p) for p in dict.fromkeys(k.lezers)}
        rij.inwoner_id, rij.wet, rij.dossier_id = eerste.persoon_id, eerste.wet, eerste.dossier_id
        rij.lezers_gekozen = k.lezers is not None
        stempel(rij, door)
        zet_personen(rij, over, lezers)
        gebeurtenis = NotitieWieGekozen(over=tuple(over), lezers=tuple(lezers))
        vast.append(vastlegging(rij, gebeurtenis, over, stil=True))
    velden = ["inwoner", "wet", "dossier", "lezers_gekozen", *STEMPEL]
    werk_bij(notities.values(), velden)
    leg_vast(door, *vast)

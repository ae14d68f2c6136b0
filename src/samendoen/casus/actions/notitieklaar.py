"""Finish a note, correct it by a new version, withdraw it, or throw away what was never finished."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import Betrokkenewaarde, eis_open, haal_notities
from samendoen.casus.actions.notitie import (
    STEMPEL,
    Lezersregel,
    begonnen,
    eis,
    nummer_vanaf,
    stempel,
    vastlegging,
    zet_personen,
)
from samendoen.casus.actions.notitieinvoer import woorden_van
from samendoen.casus.events import (
    NotitieAfgerond,
    NotitieIngetrokken,
    NotitieTeruggezet,
    NotitieVervangen,
    NotitieWeggegooid,
)
from samendoen.casus.models import Notitie, Notitiepersoon
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

LANGSTE_REDEN = 2000


@actie("casus", Permissie.CASUS_WERKEN)
def rond_notities_af(door: Actor, notitie_ids: Sequence[int]) -> None:
    """Finish notes: they do not change any more. One that corrects another comes in its place.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for a note that is not a concept, that is
    empty, or that corrects one that was withdrawn or replaced meanwhile.
    """
    oud = Notitie.objects.filter(pk__in=list(notitie_ids), verbetert__isnull=False)
    alle = haal_notities(door, {*notitie_ids, *oud.values_list("verbetert_id", flat=True)})
    regel = Lezersregel({n.casus_id: n.casus for n in alle.values()})
    vast = []
    for pk in notitie_ids:
        rij = alle[pk]
        status = eis(rij, "rond_af")
        _eis_woorden(rij)
        over, lezers = _personen(rij)
        if not rij.lezers_gekozen:
            # Custody may have changed since it was begun: the readers are those of today.
            lezers = regel(rij, tuple(over))
            zet_personen(rij, over, lezers)
        rij.status, rij.afgerond_op = status.value, klok.nu()
        rij.save(update_fields=["status", "afgerond_op"])
        gebeurtenis = NotitieAfgerond(
            casus=rij.casus_id,
            nummer=rij.nummer,
            sjabloon=rij.sjabloon,
            wijze=rij.wijze or None,
            over=tuple(over),
            lezers=tuple(lezers),
            verbetert=rij.verbetert_id,
        )
        vast.append(vastlegging(rij, gebeurtenis, over))
        if rij.verbetert_id is not None:
            vorige = alle[rij.verbetert_id]
            vorige.status = eis(vorige, "vervang").value
            vorige.save(update_fields=["status"])
            vast.append(vastlegging(vorige, NotitieVervangen(door=rij.pk), stil=True))
    leg_vast(door, *vast)


def _eis_woorden(rij: Notitie) -> None:
    if not any(deel.tekst for deel in woorden_van(rij).delen):
        raise Domeinfout(
            "notitie_leeg",
            _("Er staat nog niets in deze notitie."),
            _("Schrijf eerst op wat er was, of gooi de notitie weg."),
        )


def _personen(rij: Notitie) -> tuple[dict[int, Betrokkenewaarde], dict[int, Betrokkenewaarde]]:
    """Return about whom a note is, and who may read it; person -> who that is."""
    rijen = list(Notitiepersoon.objects.filter(notitie=rij).order_by("pk"))
    wie = {p.inwoner_id: Betrokkenewaarde(p.inwoner_id, p.dossier_id, p.wet) for p in rijen}
    over = {p.inwoner_id: wie[p.inwoner_id] for p in rijen if p.over}
    return over, {p.inwoner_id: wie[p.inwoner_id] for p in rijen if p.leest}


@actie("casus", Permissie.CASUS_WERKEN)
def verbeter_notitie(door: Actor, notitie_id: int, kenmerk: UUID) -> int:
    """Begin a corrected version of a finished note, with its words; return the id. The old one counts until
    the new one is finished. Who does this twice gets the version that was begun.

    Raises NietGevonden or Geweigerd without the right, Domeinfout for a note that does not count any more, a
    closed casus, or words that were erased.
    """
    oud = haal_notities(door, [notitie_id])[notitie_id]
    loopt = Notitie.objects.filter(verbetert=oud, status="concept").values_list("pk", flat=True).first()
    if loopt is not None:
        return loopt
    eis(oud, "vervang")
    eis_open([oud.casus])
    if oud.woorden is None:
        raise Domeinfout(
            "notitie_gewist", _("De woorden van deze notitie zijn gewist."), _("Maak een nieuwe notitie.")
        )
    if oud.schonen_sinds is not None:
        raise Domeinfout(
            "notitie_schonen",
            _("In deze notitie staan misschien nog woorden over iemand van wie de gegevens zijn gewist."),
            _("Haal die eerst weg."),
        )
    over, lezers = _personen(oud)
    nieuw = Notitie(
        kenmerk=kenmerk,
        casus=oud.casus,
        nummer=nummer_vanaf([oud.casus_id])[oud.casus_id] + 1,
        inwoner_id=oud.inwoner_id,
        wet=oud.wet,
        dossier_id=oud.dossier_id,
        soort=oud.soort,
        sjabloon=oud.sjabloon,
        wijze=oud.wijze,
        op=oud.op,
        woorden=oud.woorden,
        lezers_gekozen=oud.lezers_gekozen,
        verbetert=oud,
        begonnen_door_id=door.id,
    )
    schrijf([nieuw])
    gekozen = {nieuw.kenmerk: lezers} if oud.lezers_gekozen else {}
    begonnen(door, [nieuw], {nieuw.kenmerk: over}, {oud.casus_id: oud.casus}, gekozen)
    return nieuw.pk


@actie("casus", Permissie.CASUS_WERKEN)
def gooi_notitie_weg(door: Actor, notitie_id: int) -> None:
    """Throw away a note that was never finished, with its words. Raises NietGevonden or Geweigerd without the
    right, Domeinfout for one that is finished."""
    rij = haal_notities(door, [notitie_id])[notitie_id]
    rij.status = eis(rij, "gooi_weg").value
    rij.woorden = rij.schonen_sinds = None
    stempel(rij, door)
    rij.save(update_fields=["status", "woorden", "schonen_sinds", *STEMPEL])
    leg_vast(door, vastlegging(rij, NotitieWeggegooid(nummer=rij.nummer), stil=True))


@actie("casus", Permissie.CASUS_WERKEN)
def trek_notitie_in(door: Actor, notitie_id: int, reden: str) -> None:
    """Withdraw a finished note that was a mistake, and say why; it stays readable as withdrawn.

    Raises NietGevonden or Geweigerd without the right, Domeinfout without a reason or for a note that is not
    finished or does not count any more.
    """
    rij = haal_notities(door, [notitie_id])[notitie_id]
    status = eis(rij, "trek_in")
    if not reden.strip() or len(reden) > LANGSTE_REDEN or "\x00" in reden:
        raise Domeinfout(
            "notitie_reden",
            _("Er staat niet waarom u de notitie intrekt, of het is te lang."),
            _("Schrijf in een paar zinnen op wat er niet klopt."),
            veld="reden",
        )
    rij.status, rij.reden = status.value, reden.strip()
    rij.save(update_fields=["status", "reden"])
    leg_vast(door, _nu(rij, NotitieIngetrokken(nummer=rij.nummer)))


@actie("casus", Permissie.CASUS_WERKEN)
def zet_notitie_terug(door: Actor, notitie_id: int) -> None:
    """Let a withdrawn note count again. Raises NietGevonden or Geweigerd without the right, Domeinfout for
    one that was not withdrawn."""
    rij = haal_notities(door, [notitie_id])[notitie_id]
    rij.status, rij.reden = eis(rij, "zet_terug").value, None
    rij.save(update_fields=["status", "reden"])
    leg_vast(door, _nu(rij, NotitieTeruggezet(nummer=rij.nummer)))


def _nu(rij: Notitie, gebeurtenis: NotitieIngetrokken | NotitieTeruggezet) -> Vastlegging:
    return replace(vastlegging(rij, gebeurtenis), voorgevallen_op=klok.vandaag())

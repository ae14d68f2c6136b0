"""Use cases on a resident: register, change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from samendoen.inwoners.access import adres_dicht, haal_inwoners
from samendoen.inwoners.actions.gegevens import BSN_DOEL, fout, schoon
from samendoen.inwoners.events import GegevensGewijzigd, InwonerGeregistreerd
from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.rules import zoeknaam
from samendoen.kernel.api import (
    Actor,
    ActorSoort,
    Domeinfout,
    Geweigerd,
    Niveau,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    nieuwe_personen,
    schrijf,
    werk_bij,
)
from samendoen.kernel.velden import blinde_indexen, een_gegevenssleutel

ADRES = frozenset({"straat", "huisnummer", "postcode", "plaats", "bag_id", "geheimhouding"})


@dataclass(frozen=True, slots=True)
class NieuweInwoner:
    """Who somebody is. `kenmerk` is made by the client and makes a repeat harmless."""

    kenmerk: UUID
    achternaam: str
    geboortedatum: date
    voornamen: str = ""
    tussenvoegsel: str = ""
    geslacht: str = "onbekend"
    bsn: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    voorkeurstaal: str = "nl"
    geheimhouding: bool = False
    roepnaam: str = ""
    voorletters: str = ""
    bag_id: str = ""
    voorkeurskanaal: str = ""
    laaggeletterd: bool = False
    overleden_op: date | None = None


_VELDEN = [f.name for f in fields(NieuweInwoner) if f.name != "kenmerk"]


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def registreer_inwoners(door: Actor, nieuwe: Sequence[NieuweInwoner]) -> list[int]:
    """Register residents; return their person ids in the order asked.

    A `kenmerk` that is known gives the resident that exists, and changes nothing. Raises Domeinfout (with
    the field) for a name that is missing, an impossible birth date, a BSN that fails the check, or one
    that belongs to somebody who is known; without a word about who that is.
    """
    alle = _vind_of_schrijf(door, nieuwe)
    return [alle[n.kenmerk] for n in nieuwe]


def _vind_of_schrijf(door: Actor, nieuwe: Sequence[NieuweInwoner]) -> dict[UUID, int]:
    """Of a form that is sent twice at one moment the second finds what the first wrote."""
    rijen = Inwoner.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    eerste = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    schone = {kenmerk: schoon({v: getattr(n, v) for v in _VELDEN}) for kenmerk, n in eerste.items()}
    try:
        with transaction.atomic():
            return bekend | _schrijf(door, schone)
    except (IntegrityError, Domeinfout) as f:
        # Whichever of the two refused first, the number or the `kenmerk`: the same form is no double.
        if not Inwoner.objects.filter(kenmerk__in=list(eerste)).exists():
            raise (bsn_bekend() if "inwoner_bsn_uniek" in str(f) else f) from f
    return _vind_of_schrijf(door, nieuwe)


def _schrijf(door: Actor, schone: Mapping[UUID, dict[str, Any]]) -> dict[UUID, int]:
    if not schone:
        return {}
    for velden in schone.values():
        _controleer_samen(velden)
    indexen = _bsn_indexen([velden["bsn"] for velden in schone.values()])
    personen = nieuwe_personen(len(schone))
    rijen = [
        Inwoner(
            inwoner_id=persoon.pk,
            kenmerk=kenmerk,
            naam_zoek=zoeknaam(velden["achternaam"]),
            bsn_index=indexen.get(velden["bsn"]),
            **{**velden, "bsn": velden["bsn"] or None},
        )
        for persoon, (kenmerk, velden) in zip(personen, schone.items(), strict=True)
    ]
    with een_gegevenssleutel():
        schrijf(rijen)
    leg_vast(door, *(Vastlegging(InwonerGeregistreerd(), rij.pk, klok.vandaag()) for rij in rijen))
    return {rij.kenmerk: rij.pk for rij in rijen}


def _bsn_indexen(nummers: Sequence[str], behalve: Sequence[int] = ()) -> dict[str, bytes]:
    """Return the index of each number; raises when one is named twice or belongs to somebody known."""
    gevuld = [nummer for nummer in nummers if nummer]
    indexen = dict(zip(gevuld, blinde_indexen(gevuld, BSN_DOEL), strict=True))
    bezet = Inwoner.objects.filter(bsn_index__in=list(indexen.values())).exclude(pk__in=behalve)
    if len(indexen) < len(gevuld) or (indexen and bezet.exists()):
        raise bsn_bekend()
    return indexen


def bsn_bekend() -> Domeinfout:
    """Return the error of a number that is taken; it says nothing about whose it is."""
    return fout(
        "bsn",
        _("Een inwoner met dit burgerservicenummer is al bekend."),
        _("Zoek op het nummer en kies deze inwoner, of controleer de cijfers."),
    )


def _controleer_samen(velden: Mapping[str, Any]) -> None:
    if velden["overleden_op"] and velden["overleden_op"] < velden["geboortedatum"]:
        raise fout(
            "overleden_op",
            _("De dag van overlijden ligt vóór de geboorte."),
            _("Controleer de twee datums."),
        )


@dataclass(frozen=True, slots=True)
class Gegevenswijziging:
    """What to change about a resident: only the fields that are named. An empty BSN leaves it as it is."""

    persoon_id: int
    velden: Mapping[str, Any]


@actie("inwoners", Permissie.INWONER_WIJZIGEN)
def wijzig_inwoners(door: Actor, wijzigingen: Sequence[Gegevenswijziging]) -> None:
    """Change data of residents; the event names the fields that became another, not their content.

    Raises NietGevonden or Geweigerd without the right on one of them; also for a secret address (and for
    making it public) without direction. Domeinfout with the field as in registreer_inwoners.
    """
    rijen = haal_inwoners(door, [w.persoon_id for w in wijzigingen], Niveau.SCHRIJFBAAR)
    anders = {w.persoon_id: _anders(rijen[w.persoon_id], w.velden) for w in wijzigingen}
    _bescherm_adres(door, anders)
    nummers = {pk: velden["bsn"] for pk, velden in anders.items() if "bsn" in velden}
    indexen = _bsn_indexen(list(nummers.values()), behalve=list(nummers))
    for pk, velden in anders.items():
        _pas_toe(rijen[pk], velden, indexen)
    gewijzigd = [rijen[pk] for pk, velden in anders.items() if velden]
    try:
        with transaction.atomic(), een_gegevenssleutel():
            werk_bij(gewijzigd, [*_VELDEN, "naam_zoek", "bsn_index"])
    except IntegrityError as f:
        if "inwoner_bsn_uniek" in str(f):
            raise bsn_bekend() from f
        raise
    gebeurtenissen = ((rij.pk, GegevensGewijzigd(velden=tuple(sorted(anders[rij.pk])))) for rij in gewijzigd)
    leg_vast(door, *(Vastlegging(g, pk, klok.vandaag()) for pk, g in gebeurtenissen))


def _anders(rij: Inwoner, velden: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that get another value."""
    gevraagd = schoon(velden)
    if not gevraagd.get("bsn", True):
        del gevraagd["bsn"]
    return {veld: waarde for veld, waarde in gevraagd.items() if waarde != getattr(rij, veld)}


def _bescherm_adres(door: Actor, anders: Mapping[int, Mapping[str, Any]]) -> None:
    raakt = [pk for pk, velden in anders.items() if ADRES & velden.keys()]
    if door.soort != ActorSoort.SYSTEEM and adres_dicht(door, raakt):
        raise Geweigerd(
            "geheim_adres",
            _("Het adres van deze inwoner is geheim. U mag het niet zien en niet wijzigen."),
            _("Vraag de regisseur of de teamleider om het te wijzigen."),
        )


def _pas_toe(rij: Inwoner, velden: Mapping[str, Any], indexen: Mapping[str, bytes]) -> None:
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    rij.naam_zoek = zoeknaam(rij.achternaam)
    if "bsn" in velden:
        rij.bsn_index = indexen[velden["bsn"]]
    _controleer_samen({"overleden_op": rij.overleden_op, "geboortedatum": rij.geboortedatum})

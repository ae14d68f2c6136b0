"""Let an expert read along in a casus for a while, and end it sooner."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import betrokkenen_van, eis_open, haal_op_slot, niet_gevonden
from samendoen.casus.actions.controle import weiger_eerste
from samendoen.casus.actions.rechten import Dossiers, dossiers_van_casussen
from samendoen.casus.events import ConsultatieBeeindigd, ConsultatieBegonnen
from samendoen.casus.models import Casus, Consultatie
from samendoen.casus.rules import LANGSTE_CONSULTATIE
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Grond,
    Niveau,
    Permissie,
    Rol,
    Toekenning,
    Vastlegging,
    actie,
    beeindig,
    ken_toe,
    klok,
    leg_vast,
    rollen_van,
    schrijf,
    werk_bij,
    wie_mag,
)

LANGSTE = 2000
DESKUNDIG = frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.KWALITEIT})


@dataclass(frozen=True, slots=True)
class Consultatieinvoer:
    """Who reads along in a casus, for what, and through which day."""

    kenmerk: UUID
    casus: int
    gebruiker: int
    waarvoor: str
    tot: date


def deskundigen(gebruiker_ids: Iterable[int]) -> set[int]:
    """Return which of these users may be consulted: active, and in a role that advises on households."""
    ids, vandaag = sorted(set(gebruiker_ids)), klok.vandaag()
    rollen = rollen_van(ids, vandaag)
    return {pk for pk in wie_mag(Permissie.WERK_ZIEN, ids, vandaag) if rollen[pk] & DESKUNDIG}


@actie("casus", Permissie.INZAGE_TOEKENNEN)
def begin_consultaties(door: Actor, invoer: Sequence[Consultatieinvoer]) -> list[int]:
    """Let experts read along in casussen through a last day, at most a month; return the ids.

    They read of everybody about whom this actor may write, and never a secret address. It ends by itself; a
    `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd without the right, Domeinfout
    with the field for a closed casus, who cannot be consulted, a missing purpose, or an impossible day.
    """
    casussen = haal_op_slot(door, [c.casus for c in invoer])
    bekend = dict(
        Consultatie.objects.filter(kenmerk__in=[c.kenmerk for c in invoer]).values_list("kenmerk", "pk")
    )
    nieuw = [c for c in invoer if c.kenmerk not in bekend]
    eis_open(casussen[c.casus] for c in nieuw)
    mogen = deskundigen(c.gebruiker for c in nieuw)
    for c in nieuw:
        _controleer(c, c.gebruiker in mogen)
    begin = dict(Casus.objects.filter(pk__in=casussen).values_list("pk", "dossier__persoon_id"))
    rijen = schrijf(
        Consultatie(
            kenmerk=c.kenmerk,
            casus_id=c.casus,
            inwoner_id=begin[c.casus],
            wet=casussen[c.casus].wet,
            gebruiker_id=c.gebruiker,
            waarvoor=c.waarvoor.strip(),
            van=klok.vandaag(),
            tot=c.tot,
        )
        for c in nieuw
    )
    wie = betrokkenen_van(door, [c.casus for c in nieuw], schrijven=True)
    ken_toe(
        Toekenning(
            b.dossier_id,
            Niveau.LEESBAAR,
            Grond.CONSULTATIE,
            b.wet,
            gebruiker_id=c.gebruiker,
            tot=klok.einde_van(c.tot),
        )
        for c in nieuw
        for b in wie[c.casus].values()
    )
    leg_vast(door, *(_begonnen(rij, casussen[rij.casus_id]) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[c.kenmerk] for c in invoer]


def _controleer(c: Consultatieinvoer, mag: bool) -> None:
    vandaag = klok.vandaag()
    fouten = (
        (
            "gebruiker",
            not mag,
            _("Deze collega kan niet meelezen."),
            _("Kies een consulent, teamleider of kwaliteitsmedewerker."),
        ),
        (
            "waarvoor",
            not c.waarvoor.strip(),
            _("Er staat niet waarvoor iemand meeleest."),
            _("Schrijf op wat u van uw collega wilt weten."),
        ),
        (
            "waarvoor",
            len(c.waarvoor) > LANGSTE or "\x00" in c.waarvoor,
            _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": LANGSTE},
            _("Kort het in."),
        ),
        (
            "tot",
            not vandaag <= c.tot <= vandaag + LANGSTE_CONSULTATIE,
            _("Een consultatie duurt tot en met een dag binnen een maand."),
            _("Kies een einddatum tussen vandaag en over een maand."),
        ),
    )
    weiger_eerste("consultatie", fouten)


def _begonnen(rij: Consultatie, casus: Casus) -> Vastlegging:
    return Vastlegging(
        ConsultatieBegonnen(consultatie=rij.kenmerk, gebruiker=rij.gebruiker_id, tot=rij.tot),
        rij.casus_id,
        rij.van,
        dossier_id=casus.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"toelichting": rij.waarvoor},
    )


@actie("casus", Permissie.INZAGE_TOEKENNEN)
def stop_consultatie(door: Actor, consultatie_id: int) -> None:
    """End a consultation now: the expert reads along no longer. Raises NietGevonden or Geweigerd without the
    right, Domeinfout when it ended already."""
    rij = Consultatie.objects.filter(pk=consultatie_id).first()
    if rij is None:
        raise niet_gevonden()
    casus = haal_op_slot(door, [rij.casus_id])[rij.casus_id]
    lopend = lopende([casus.pk])
    rij = next((r for r in lopend if r.pk == consultatie_id), None)
    if rij is None:
        raise Domeinfout(
            "consultatie_voorbij",
            _("Deze consultatie is al voorbij."),
            _("Ververs de pagina om te zien wie nu meeleest."),
        )
    _beeindig(door, [rij], {casus.pk: casus}, dossiers_van_casussen([casus.pk]))


def lopende(casus_ids: Iterable[int]) -> list[Consultatie]:
    """Return the consultations that run today in these casussen, locked."""
    rijen = Consultatie.objects.select_for_update().filter(casus__in=list(casus_ids), beeindigd_op=None)
    return list(rijen.filter(tot__gte=klok.vandaag()).order_by("pk"))


def sluit_consultaties(door: Actor, casussen: Mapping[int, Casus], dossiers: Dossiers) -> None:
    """End what still runs in casussen that close."""
    _beeindig(door, lopende(casussen), casussen, dossiers)


def _beeindig(
    door: Actor, rijen: Sequence[Consultatie], casussen: Mapping[int, Casus], dossiers: Dossiers
) -> None:
    vandaag = klok.vandaag()
    for rij in rijen:
        rij.beeindigd_op = vandaag
        for dossier, _wet in dossiers.get(rij.casus_id, ()):
            beeindig(dossier, Grond.CONSULTATIE, gebruiker_id=rij.gebruiker_id)
    werk_bij(rijen, ["beeindigd_op"])
    leg_vast(
        door,
        *(
            Vastlegging(
                ConsultatieBeeindigd(consultatie=rij.kenmerk),
                rij.casus_id,
                vandaag,
                dossier_id=casussen[rij.casus_id].dossier_id,
            )
            for rij in rijen
        ),
    )

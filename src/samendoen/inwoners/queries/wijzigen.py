"""What the forms about one resident start from; each opened form is in the read log."""

from uuid import UUID

from samendoen.inwoners.access import adres_dicht, haal_inwoner, onbekend
from samendoen.inwoners.models import Gezag, Gezinslid, Inwoner, Relatie
from samendoen.inwoners.queries.pagina import namen_voor
from samendoen.inwoners.rules import JONGSTE_GEZAGHEBBER
from samendoen.kernel.api import Actor, Niveau, dossiers_van, klok, log_inzage
from samendoen.recht.api import bereikt


def te_wijzigen(door: Actor, persoon_id: int) -> Inwoner:
    """Return a resident about whom this actor may write; NietGevonden or Geweigerd otherwise."""
    rij = haal_inwoner(door, persoon_id, Niveau.SCHRIJFBAAR, op_slot=False)
    log_inzage(door, "inwoner-wijzigen", dossiers_van([persoon_id], door), [persoon_id])
    return rij


def is_ingeschreven(kenmerk: UUID) -> bool:
    """Tell whether this very form was done already."""
    return Inwoner.objects.filter(kenmerk=kenmerk).exists()


def adres_is_dicht(door: Actor, persoon_id: int) -> bool:
    """Tell whether this actor may not see the address of this resident."""
    return bool(adres_dicht(door, [persoon_id]))


def huisgenoten_voor_keuze(
    door: Actor, persoon_id: int, *, voor_gezag: bool = False
) -> list[tuple[int, str]]:
    """Return (person, name) of who lives or lived with somebody, as far as this actor may name them.

    `voor_gezag`: only who is old enough for custody, and does not have it already.
    """
    huizen = Gezinslid.objects.filter(inwoner=persoon_id).values("huishouden")
    leden = Gezinslid.objects.filter(huishouden__in=huizen).exclude(inwoner=persoon_id)
    rijen = Inwoner.objects.filter(pk__in=leden.values("inwoner"))
    if voor_gezag:
        heeft_al = Gezag.objects.filter(inwoner=persoon_id, tot=None).values("gezaghebber")
        geboren = rijen.values_list("pk", "geboortedatum")
        oud_genoeg = [pk for pk, dag in geboren if bereikt(dag, JONGSTE_GEZAGHEBBER) <= klok.vandaag()]
        rijen = rijen.filter(pk__in=oud_genoeg).exclude(pk__in=heeft_al)
    namen = namen_voor(door, rijen.values_list("pk", flat=True))
    return sorted(((pk, naam.tekst) for pk, naam in namen.items()), key=lambda paar: (paar[1], paar[0]))


def naam_van_lid(door: Actor, persoon_id: int, huishouden_id: int, wie: int) -> str:
    """Return the name of somebody of a household of this resident; NietGevonden for anybody else.

    A number in an address names nobody who has nothing to do with this resident.
    """
    leden = Gezinslid.objects.filter(huishouden=huishouden_id, inwoner__in=[persoon_id, wie])
    samen = set(leden.values_list("inwoner_id", flat=True)) == {persoon_id, wie}
    return _naam(door, wie if samen else None)


def naam_van_gezaghebber(door: Actor, kind: int, wie: int) -> str:
    """Return the name of who has or had custody over this child; NietGevonden for anybody else."""
    heeft = Gezag.objects.filter(inwoner=kind, gezaghebber=wie).exists()
    return _naam(door, wie if heeft else None)


def _naam(door: Actor, persoon_id: int | None) -> str:
    naam = namen_voor(door, [persoon_id]).get(persoon_id) if persoon_id is not None else None
    if naam is None:
        raise onbekend()
    return naam.tekst


def naam_van_relatie(door: Actor, persoon_id: int, relatie_id: int) -> str:
    """Return by which name a relation of this resident is known; NietGevonden for another one."""
    rij = Relatie.objects.filter(pk=relatie_id, inwoner=persoon_id).first()
    if rij is None:
        raise onbekend()
    return _naam(door, rij.ander_id) if rij.ander_id else rij.naam

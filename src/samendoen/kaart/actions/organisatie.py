"""Use cases on an organisation and its places: put on the map, change."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.kaart.access import haal_organisatie
from samendoen.kaart.events import LocatieGemaakt, OrganisatieGemaakt, OrganisatieGewijzigd
from samendoen.kaart.models import Aanbod, Locatie, Organisatie
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    werk_bij,
)
from samendoen.organisatie.api import kernen, leefgebieden

BEURT = "kaart"


@dataclass(frozen=True, slots=True)
class Organisatiegegevens:
    """What the map says about an organisation. Telephone and e-mail are its own, never a person's."""

    naam: str
    omschrijving: str = ""
    telefoon: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class NieuweOrganisatie:
    """An organisation to be. `kenmerk` is made by the client and makes a repeat harmless."""

    kenmerk: UUID
    gegevens: Organisatiegegevens


@dataclass(frozen=True, slots=True)
class NieuweLocatie:
    """A place to be, in a village by its number (organisatie.api.kernen)."""

    kenmerk: UUID
    organisatie_id: int
    kern_id: int
    naam: str
    adres: str = ""


@actie("kaart", Permissie.KAART_BEHEREN)
def maak_organisaties(door: Actor, nieuwe: Sequence[NieuweOrganisatie]) -> list[int]:
    """Put organisations on the map; return their ids in the order asked.

    A known `kenmerk` gives what exists. Raises Domeinfout for a name that is missing or taken.
    """
    op_beurt(BEURT)
    bekend = dict(
        Organisatie.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    verse = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    _namen_vrij([n.gegevens.naam for n in verse.values()])
    rijen = Organisatie.objects.bulk_create(
        Organisatie(kenmerk=n.kenmerk, **_velden(n.gegevens)) for n in verse.values()
    )
    leg_vast(door, *(Vastlegging(OrganisatieGemaakt(), rij.pk, klok.vandaag()) for rij in rijen))
    alle = bekend | {rij.kenmerk: rij.pk for rij in rijen}
    return [alle[n.kenmerk] for n in nieuwe]


@actie("kaart", Permissie.KAART_BEHEREN)
def wijzig_organisatie(door: Actor, organisatie_id: int, gegevens: Organisatiegegevens) -> None:
    """Change what the map says about an organisation; its offers are found by its new name.

    It is no assumption of ours any more, and no longer what a document says. Raises as `maak_organisaties`.
    """
    op_beurt(BEURT)
    rij = haal_organisatie(organisatie_id, op_slot=True)
    if gegevens.naam.strip() != rij.naam:
        _namen_vrij([gegevens.naam])
    for veld, waarde in _velden(gegevens).items():
        setattr(rij, veld, waarde)
    rij.aanname, rij.bron = False, ""
    rij.save()
    aanbod, namen = list(Aanbod.objects.filter(organisatie=rij)), leefgebieden()
    for deel in aanbod:
        deel.maak_zoektekst(rij.naam, namen)
    werk_bij(aanbod, ["zoektekst"])
    leg_vast(door, Vastlegging(OrganisatieGewijzigd(), rij.pk, klok.vandaag()))


@actie("kaart", Permissie.KAART_BEHEREN)
def maak_locaties(door: Actor, nieuwe: Sequence[NieuweLocatie]) -> list[int]:
    """Give organisations places; return their ids in the order asked. A known `kenmerk` gives what exists.

    Raises NietGevonden for an unknown organisation, Domeinfout for an unknown village or a double place.
    """
    op_beurt(BEURT)
    bekend = dict(
        Locatie.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    verse = {n.kenmerk: n for n in nieuwe if n.kenmerk not in bekend}
    dorpen = kernen()
    for nieuw in verse.values():
        _controleer_locatie(nieuw, dorpen)
    rijen = Locatie.objects.bulk_create(
        Locatie(
            kenmerk=n.kenmerk,
            organisatie_id=n.organisatie_id,
            kern_id=n.kern_id,
            naam=n.naam.strip(),
            adres=n.adres.strip(),
        )
        for n in verse.values()
    )
    dag = klok.vandaag()
    leg_vast(door, *(Vastlegging(LocatieGemaakt(organisatie=r.organisatie_id), r.pk, dag) for r in rijen))
    alle = bekend | {rij.kenmerk: rij.pk for rij in rijen}
    return [alle[n.kenmerk] for n in nieuwe]


def _velden(gegevens: Organisatiegegevens) -> dict[str, str]:
    namen = ("naam", "omschrijving", "telefoon", "email", "website")
    return {naam: getattr(gegevens, naam).strip() for naam in namen}


def _namen_vrij(namen: Sequence[str]) -> None:
    schoon = [naam.strip() for naam in namen]
    if not all(schoon):
        raise Domeinfout(
            "organisatie_naam", _("De naam ontbreekt."), _("Vul de naam van de organisatie in."), veld="naam"
        )
    dubbel = Organisatie.objects.filter(naam__in=schoon).values_list("naam", flat=True).first()
    if dubbel or len(set(schoon)) < len(schoon):
        raise Domeinfout(
            "organisatie_bestaat",
            _("%(naam)s staat al op de kaart.") % {"naam": dubbel or schoon[0]},
            _("Zoek de organisatie op en wijzig die."),
            veld="naam",
        )


def _controleer_locatie(nieuw: NieuweLocatie, dorpen: dict[int, str]) -> None:
    haal_organisatie(nieuw.organisatie_id)
    zelfde = Locatie.objects.filter(
        organisatie=nieuw.organisatie_id, kern=nieuw.kern_id, naam=nieuw.naam.strip()
    )
    fouten = (
        ("naam", not nieuw.naam.strip(), _("De naam ontbreekt."), _("Vul in hoe deze plek heet.")),
        (
            "kern_id",
            nieuw.kern_id not in dorpen,
            _("Deze kern bestaat niet."),
            _("Kies een kern uit de lijst."),
        ),
        ("naam", zelfde.exists(), _("Deze plek staat al op de kaart."), _("Kies die bij het aanbod.")),
    )
    for veld, mis, wat, doe in fouten:
        if mis:
            raise Domeinfout("locatie_onjuist", wat, doe, veld=veld)

"""The few words by which other screens know a resident; each for who may know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.inwoners.access import adres_dicht, afgeschermd, inwoners, leesbaar, onbekend
from samendoen.inwoners.models import Inwoner
from samendoen.inwoners.rules import volledige_naam
from samendoen.kernel.api import Actor, klok, onthoud_elk
from samendoen.recht.api import leeftijd

NAAMVELDEN = ("voornamen", "roepnaam", "tussenvoegsel", "achternaam")
ADRESVELDEN = ("straat", "huisnummer", "postcode", "plaats")


@dataclass(frozen=True, slots=True)
class InwonerKern:
    """A resident in one line. `geheim`: the address is secret; `plaats` is empty for who may not know it."""

    persoon_id: int
    naam: str
    geboortedatum: date
    leeftijd: int
    plaats: str
    geheim: bool


@dataclass(frozen=True, slots=True)
class Postadres:
    """Where a letter goes. Without `regels` it is handed over by hand or by the director."""

    naam: str
    regels: tuple[str, ...]
    geheim: bool


def naam_van(rij: Inwoner) -> str:
    """Return the name by which a resident is addressed."""
    return volledige_naam(rij.voornamen, rij.roepnaam, rij.tussenvoegsel, rij.achternaam)


@onthoud_elk
def kernen(door: Actor, persoon_ids: Iterable[int]) -> dict[int, InwonerKern]:
    """Return the residents among these whom this actor has a grant on; the system gets all."""
    velden = (*NAAMVELDEN, "geboortedatum", "plaats", "overleden_op")
    rijen = list(inwoners(door, persoon_ids).only(*velden))
    ids = {rij.pk for rij in rijen}
    geheim = afgeschermd(ids)
    dicht = adres_dicht(door, ids, geheim)
    vandaag = klok.vandaag()
    return {
        rij.pk: InwonerKern(
            persoon_id=rij.pk,
            naam=naam_van(rij),
            geboortedatum=rij.geboortedatum,
            leeftijd=leeftijd(rij.geboortedatum, max(rij.geboortedatum, rij.overleden_op or vandaag)),
            plaats="" if rij.pk in dicht else rij.plaats,
            geheim=rij.pk in geheim,
        )
        for rij in rijen
    }


@onthoud_elk
def namen(door: Actor, persoon_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of the residents among these whom this actor has a grant on."""
    rijen = inwoners(door, persoon_ids).values_list("pk", *NAAMVELDEN)
    return {pk: volledige_naam(*delen) for pk, *delen in rijen}


def postadressen(door: Actor, persoon_ids: Iterable[int]) -> dict[int, Postadres]:
    """Return where a letter goes to each resident among these whom this actor has a grant on.

    The lines of a secret address are for regie, tweede and leiding alone: a job or a log never sees them.
    """
    ids = leesbaar(door, persoon_ids)
    geheim = afgeschermd(ids)
    dicht = adres_dicht(door, ids, geheim)
    return {
        rij.pk: Postadres(naam_van(rij), () if rij.pk in dicht else adresregels(rij), rij.pk in geheim)
        for rij in Inwoner.objects.filter(pk__in=ids).only(*NAAMVELDEN, *ADRESVELDEN)
    }


def postadres(door: Actor, persoon_id: int) -> Postadres:
    """Return where a letter to this resident goes, as `postadressen`; NietGevonden outside the scope."""
    adres = postadressen(door, [persoon_id]).get(persoon_id)
    if adres is None:
        raise onbekend()
    return adres


def adresregels(rij: Inwoner) -> tuple[str, ...]:
    """Return the lines of an address as on an envelope; who calls has asked whether it may be read."""
    regels = (f"{rij.straat} {rij.huisnummer}".strip(), f"{rij.postcode}  {rij.plaats.upper()}".strip())
    return tuple(regel for regel in regels if regel)

"""Who a resident is for a provider that is asked to help: what the national messages carry of a client."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samendoen.inwoners.access import afgeschermd
from samendoen.inwoners.models import Inwoner


@dataclass(frozen=True, slots=True)
class Clientgegevens:
    """A resident as a message names him. `geheim`: the address is kept secret and left empty here."""

    persoon_id: int
    bsn: str
    geboortedatum: date
    geslacht: str
    achternaam: str
    tussenvoegsel: str
    voornamen: str
    voorletters: str
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    telefoon: str
    taal: str
    geheim: bool


def clientgegevens(persoon_ids: Iterable[int]) -> dict[int, Clientgegevens]:
    """Return these residents as a message to a provider names them; two queries, whatever their number.

    For the traffic, which is the system, and for the list of budgets that goes to the SVB. An address that
    is secret (also because somebody in the same home keeps it so) is not in it for anybody: a provider that
    must know it, hears it from the director.
    """
    ids = list(persoon_ids)
    geheim = afgeschermd(ids)
    return {rij.pk: _gegevens(rij, rij.pk in geheim) for rij in Inwoner.objects.filter(pk__in=ids)}


def _gegevens(rij: Inwoner, geheim: bool) -> Clientgegevens:
    return Clientgegevens(
        persoon_id=rij.pk,
        bsn=rij.bsn or "",
        geboortedatum=rij.geboortedatum,
        geslacht=rij.geslacht,
        achternaam=rij.achternaam,
        tussenvoegsel=rij.tussenvoegsel,
        voornamen=rij.voornamen,
        voorletters=rij.voorletters,
        straat="" if geheim else rij.straat,
        huisnummer="" if geheim else rij.huisnummer,
        postcode="" if geheim else rij.postcode,
        plaats="" if geheim else rij.plaats,
        telefoon=rij.telefoon,
        taal=rij.voorkeurstaal,
        geheim=geheim,
    )

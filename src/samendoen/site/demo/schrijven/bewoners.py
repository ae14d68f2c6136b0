"""Residents and households, in the week in which they become known."""

from collections.abc import Iterable, Iterator, Sequence

from samendoen.inwoners.api import NieuweInwoner, NieuwHuishouden, registreer_inwoners, vorm_huishoudens
from samendoen.kernel.api import Actor
from samendoen.site.demo.mensen import Gezin, Mens
from samendoen.site.demo.schrijven.nummers import Nummers


def schrijf_bewoners(door: Actor, gezinnen: Sequence[Gezin], nummers: Nummers) -> None:
    """Register everybody of these households, and the households; children of two homes are one child."""
    huizen = [huis for gezin in gezinnen for huis in (gezin, gezin.ander_huis) if huis]
    nieuw = {mens.kenmerk: _inwoner(mens, huis) for huis in reversed(huizen) for mens in huis.mensen}
    ids = registreer_inwoners(door, list(nieuw.values()))
    nummers.personen |= dict(zip(nieuw, ids, strict=True))
    vorm_huishoudens(door, list(_huishoudens(gezinnen, nummers)))


def _huishoudens(gezinnen: Iterable[Gezin], nummers: Nummers) -> Iterator[NieuwHuishouden]:
    for gezin in gezinnen:
        yield _huishouden(gezin, nummers)
        if gezin.ander_huis:
            yield _huishouden(gezin.ander_huis, nummers, {mens.kenmerk for mens in gezin.mensen})


def _huishouden(huis: Gezin, nummers: Nummers, elders: Iterable[object] = ()) -> NieuwHuishouden:
    """Return a household; who also is in another (`elders`) has the main home there."""
    daar = set(elders)
    return NieuwHuishouden(
        kenmerk=huis.kenmerk,
        van=huis.sinds,
        leden=tuple((nummers.personen[mens.kenmerk], rol) for mens, rol in huis.leden),
        ook_hier=frozenset(nummers.personen[m.kenmerk] for m in huis.mensen if m.kenmerk in daar),
    )


def _inwoner(mens: Mens, huis: Gezin) -> NieuweInwoner:
    return NieuweInwoner(
        kenmerk=mens.kenmerk,
        achternaam=mens.achternaam,
        geboortedatum=mens.geboortedatum,
        voornamen=mens.voornamen,
        tussenvoegsel=mens.tussenvoegsel,
        geslacht=mens.geslacht,
        bsn=mens.bsn,
        straat=huis.straat.naam,
        huisnummer=str(huis.huisnummer),
        postcode=huis.straat.postcode,
        plaats=huis.straat.plaats,
        voorkeurstaal=mens.voorkeurstaal,
        geheimhouding=huis.geheim,
    )

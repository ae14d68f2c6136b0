"""What one needs at the door: where, who, what to mind, what was agreed, and the note that one writes."""

from collections.abc import Iterable
from dataclasses import dataclass

from samendoen.casus.access import binnen
from samendoen.casus.actions.notitieinvoer import woorden_van
from samendoen.casus.definities import Sjabloon, sjablonen
from samendoen.casus.models import Actie, Notitie
from samendoen.casus.queries.mensen import Mens
from samendoen.casus.queries.notitie import Notitieregel, Schrijfblad, leesbare, regel, schrijfblad_van
from samendoen.casus.queries.schrijven import Blad, formulierblad
from samendoen.casus.rules import Actiestatus, Notitiestatus, Planstatus, Wijze
from samendoen.inwoners.api import leden_van, postadressen
from samendoen.kernel.api import Actor, Niveau, klok
from samendoen.schil.api import termijn_tekst

AFSPRAKEN = "afspraken"
"""The heading under which a template asks what was agreed."""
MEESTE = 8


@dataclass(frozen=True, slots=True)
class Adresbeeld:
    """Where people live. Without `regels` the address is secret to this reader."""

    regels: tuple[str, ...]
    wie: str


@dataclass(frozen=True, slots=True)
class Bezoekbeeld:
    """The page for at the door. `vorige` is the last note with what was agreed in it; `concept` the note
    that this writer began."""

    blad: Blad
    adressen: tuple[Adresbeeld, ...]
    hier: tuple[Mens, ...]
    elders: tuple[Mens, ...]
    onbekend: int
    afspraken: tuple[tuple[str, str, str], ...]
    vorige: Notitieregel | None
    vorige_afspraken: str
    concept: Schrijfblad | None


def thuissjabloon() -> Sjabloon | None:
    """Return the template of a visit at home: the first of which the contact is at home."""
    return next((s for s in sjablonen().values() if s.wijze is Wijze.THUIS), None)


def bezoekbeeld(door: Actor, casus_id: int) -> Bezoekbeeld:
    """Return what one needs at the door; logged. Refuses who may not write in the casus (404, 403). A secret
    address is only in it for who may know it."""
    blad = formulierblad(door, casus_id)
    leden = {lid.persoon_id for lid in leden_van(blad.casus.huishouden_id)}
    mensen = blad.mensen.bekend
    hier = tuple(m for m in mensen if m.persoon_id in leden)
    vorige = _vorige(door, casus_id)
    return Bezoekbeeld(
        blad=blad,
        adressen=_adressen(door, hier or mensen),
        hier=hier,
        elders=tuple(m for m in mensen if m.persoon_id not in leden),
        onbekend=len(leden) - len(hier),
        afspraken=_afspraken(door, casus_id),
        vorige=regel(vorige, blad.mensen) if vorige else None,
        vorige_afspraken=_onder(vorige) if vorige else "",
        concept=_concept(door, blad),
    )


def _adressen(door: Actor, mensen: Iterable[Mens]) -> tuple[Adresbeeld, ...]:
    """Return each address with who lives there, by first name."""
    alle = list(mensen)
    adressen = postadressen(door, [m.persoon_id for m in alle])
    per: dict[tuple[str, ...], list[str]] = {}
    for m in alle:
        if m.persoon_id in adressen:
            per.setdefault(adressen[m.persoon_id].regels, []).append(m.roepnaam)
    return tuple(Adresbeeld(regels, ", ".join(namen)) for regels, namen in per.items())


def _afspraken(door: Actor, casus_id: int) -> tuple[tuple[str, str, str], ...]:
    """Return (what, who, until when) of what still goes on in the plan that holds, the most urgent first."""
    rijen = Actie.objects.filter(
        doel__plan__casus=casus_id,
        doel__plan__status=Planstatus.VASTGESTELD,
        status=Actiestatus.AFGESPROKEN,
    ).exclude(tekst="")
    alle = binnen(rijen, door, pad="doel__dossier").order_by("uiterlijk", "pk")[:MEESTE]
    vandaag = klok.vandaag()
    return tuple((a.tekst, a.wie, termijn_tekst(a.uiterlijk, vandaag) if a.uiterlijk else "") for a in alle)


def _vorige(door: Actor, casus_id: int) -> Notitie | None:
    klaar = leesbare(door, casus_id).filter(status=Notitiestatus.KLAAR, soort="contact")
    return next((rij for rij in klaar[:MEESTE] if _onder(rij)), None)


def _onder(rij: Notitie) -> str:
    return next((d.tekst for d in woorden_van(rij).delen if d.code == AFSPRAKEN and d.tekst), "")


def _concept(door: Actor, blad: Blad) -> Schrijfblad | None:
    sjabloon = thuissjabloon()
    if sjabloon is None or not blad.open:
        return None
    rijen = leesbare(door, blad.id, niveau=Niveau.SCHRIJFBAAR).filter(
        status=Notitiestatus.CONCEPT, sjabloon=sjabloon.code, begonnen_door=door.id, verbetert=None
    )
    rij = rijen.order_by("-pk").first()
    return schrijfblad_van(blad, rij) if rij else None

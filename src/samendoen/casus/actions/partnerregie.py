"""Let a partner direct one life domain of a casus, look at it together, and take it back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.casus.access import eis_open, haal_op_slot, is_systeem, niet_gevonden
from samendoen.casus.definities import partners
from samendoen.casus.events import CASUS, PartnerregieBeeindigd, PartnerregieBegonnen, PartnerregieBekeken
from samendoen.casus.models import Casus, Partnerregie, Regie
from samendoen.casus.queries.taken import PARTNERREGIE
from samendoen.casus.rules import VERSTE_BEKIJKEN
from samendoen.kaart.api import organisaties_voor_keuze
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Geweigerd,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.werk.api import laat_taken_vervallen

LANGSTE, LANGSTE_CONTACT = 2000, 200


@dataclass(frozen=True, slots=True)
class Partnerregieinvoer:
    """Which organisation directs which life domain of a casus from a day on, who is asked there, and what
    was agreed. `bekijken_op`: when director and partner look at it together."""

    kenmerk: UUID
    casus: int
    leefgebied: str
    organisatie: int
    contact: str
    afspraak: str
    van: date
    bekijken_op: date


def mag_regisseren(door: Actor, casus_ids: Iterable[int]) -> bool:
    """Tell whether somebody decides on who directs what: who directs or stands beside, or who assigns it."""
    ids = set(casus_ids)
    if is_systeem(door) or door.mag(Permissie.REGIE_TOEWIJZEN):
        return True
    eigen = Regie.objects.filter(casus__in=ids, gebruiker=door.id, tot=None)
    return ids <= set(eigen.values_list("casus_id", flat=True))


def eis_regie(door: Actor, casus_ids: Iterable[int]) -> None:
    """Refuse who does not decide on the direction of casussen that were authorised."""
    if not mag_regisseren(door, casus_ids):
        raise Geweigerd(
            "partnerregie_regisseur",
            _("Alleen de regisseur beslist wie een deel van de regie overneemt."),
            _("Overleg met de regisseur van deze casus, of met de teamleider."),
        )


@actie("casus", Permissie.CASUS_WERKEN)
def begin_partnerregies(door: Actor, invoer: Sequence[Partnerregieinvoer]) -> list[int]:
    """Let partners direct a life domain of casussen; return the ids. The rest stays with the director.

    A `kenmerk` that is known changes nothing. Raises NietGevonden or Geweigerd for who does not direct,
    Domeinfout with the field for a closed casus, an organisation that the municipality has no agreement with
    for this life domain, one that is directed elsewhere already, missing words, or an impossible day.
    """
    casussen = haal_op_slot(door, [p.casus for p in invoer])
    eis_regie(door, casussen)
    bekend = dict(
        Partnerregie.objects.filter(kenmerk__in=[p.kenmerk for p in invoer]).values_list("kenmerk", "pk")
    )
    nieuw = [p for p in invoer if p.kenmerk not in bekend]
    eis_open(casussen[p.casus] for p in nieuw)
    lopend = Partnerregie.objects.filter(casus__in=casussen, tot=None)
    bezet = set(lopend.values_list("casus_id", "leefgebied")) if nieuw else set()
    mogen = toegestaan() if nieuw else set()
    for p in nieuw:
        for veld, wat, doe in _bevindingen(p, casussen[p.casus], mogen, bezet):
            raise Domeinfout(f"partnerregie_{veld}", wat, doe, veld=veld)
        bezet.add((p.casus, p.leefgebied))
    begin = dict(Casus.objects.filter(pk__in=casussen).values_list("pk", "dossier__persoon_id"))
    rijen = schrijf(
        Partnerregie(
            kenmerk=p.kenmerk,
            casus_id=p.casus,
            inwoner_id=begin[p.casus],
            wet=casussen[p.casus].wet,
            leefgebied=p.leefgebied,
            organisatie_id=p.organisatie,
            contact=p.contact.strip(),
            afspraak=p.afspraak.strip(),
            van=p.van,
            bekijken_op=p.bekijken_op,
        )
        for p in nieuw
    )
    leg_vast(door, *(_vast(rij, _begonnen(rij), rij.van, casussen, rij.afspraak) for rij in rijen))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[p.kenmerk] for p in invoer]


def toegestaan(namen: Mapping[int, str] | None = None) -> set[tuple[int, str]]:
    """Return (organisation, life domain) for which the municipality has an agreement.

    `namen`: the organisations on the map, for who has fetched them already.
    """
    op_kaart = dict(organisaties_voor_keuze()) if namen is None else namen
    nummers = {naam: pk for pk, naam in op_kaart.items()}
    return {
        (nummers[partner.organisatie], gebied)
        for partner in partners()
        if partner.organisatie in nummers
        for gebied in partner.leefgebieden
    }


def _bevindingen(
    p: Partnerregieinvoer, casus: Casus, mogen: set[tuple[int, str]], bezet: set[tuple[int, str]]
) -> Iterator[tuple[str, str, str]]:
    if (p.organisatie, p.leefgebied) not in mogen:
        yield (
            "organisatie",
            _("Met deze organisatie is geen afspraak over de regie op dit leefgebied."),
            _("Kies een organisatie en een leefgebied uit de lijst."),
        )
    if (p.casus, p.leefgebied) in bezet:
        yield (
            "organisatie",
            _("De regie op dit leefgebied ligt al bij een partner."),
            _("Neem die eerst terug."),
        )
    yield from _woorden(
        "contact", p.contact, LANGSTE_CONTACT, _("Er staat niet wie daar het aanspreekpunt is.")
    )
    yield from _woorden("afspraak", p.afspraak, LANGSTE, _("Er staat niet wat u afspreekt."))
    if not casus.geopend_op <= p.van <= klok.vandaag():
        yield (
            "van",
            _("De eerste dag ligt vóór de opening van de casus of in de toekomst."),
            _("Kies een dag tussen de opening en vandaag."),
        )
    yield from _bekijken(max(p.van, klok.vandaag()), p.bekijken_op)


def _woorden(veld: str, tekst: str, lengte: int, leeg: str) -> Iterator[tuple[str, str, str]]:
    if not tekst.strip():
        yield veld, leeg, _("Schrijf het op.")
    if len(tekst) > lengte or "\x00" in tekst:
        yield veld, _("Dit is te lang: hoogstens %(n)s tekens.") % {"n": lengte}, _("Kort het in.")


def _bekijken(na: date, op: date) -> Iterator[tuple[str, str, str]]:
    if not na < op <= na + VERSTE_BEKIJKEN:
        yield (
            "bekijken_op",
            _("U kijkt samen terug op een dag na vandaag, binnen een jaar."),
            _("Kies een andere dag."),
        )


@actie("casus", Permissie.CASUS_WERKEN)
def bekijk_partnerregies(door: Actor, bekeken: Sequence[tuple[int, date, str]]) -> None:
    """Record of (agreement, next day, words) that director and partner looked at it together today.

    The task to do so is off the desk at once. Refuses as begin_partnerregies does, and what was taken back.
    """
    rijen, casussen = _haal(door, [pk for pk, _op, _woorden in bekeken])
    for pk, op, woorden in bekeken:
        fouten = [*_bekijken(klok.vandaag(), op), *_woorden("toelichting", woorden or "-", LANGSTE, "")]
        for veld, wat, doe in fouten:
            raise Domeinfout(f"partnerregie_{veld}", wat, doe, veld=veld)
        rijen[pk].bekijken_op = op
    werk_bij(rijen.values(), ["bekijken_op"])
    leg_vast(
        door,
        *(
            _vast(
                rijen[pk],
                PartnerregieBekeken(partnerregie=rijen[pk].kenmerk, bekijken_op=op),
                klok.vandaag(),
                casussen,
                woorden.strip(),
            )
            for pk, op, woorden in bekeken
        ),
    )
    laat_taken_vervallen(door, PARTNERREGIE, CASUS, casussen)


@actie("casus", Permissie.CASUS_WERKEN)
def beeindig_partnerregies(door: Actor, einden: Sequence[tuple[int, date]]) -> None:
    """Take (agreement, first day) back: the director directs that life domain again from that day.

    Ended on its first day it never was. Refuses as begin_partnerregies does, and what was taken back already.
    """
    rijen, casussen = _haal(door, [pk for pk, _op in einden])
    for pk, op in einden:
        if not rijen[pk].van <= op <= klok.vandaag():
            raise Domeinfout(
                "partnerregie_op",
                _("Deze dag ligt vóór het begin van de regie bij de partner of in de toekomst."),
                _("Kies een dag tussen het begin en vandaag."),
                veld="op",
            )
        rijen[pk].tot = op
    _sluit(door, list(rijen.values()), casussen)


def sluit_partnerregies(door: Actor, casussen: Mapping[int, Casus]) -> None:
    """End what a partner still directs in casussen that close, on the day they close."""
    rijen = list(Partnerregie.objects.select_for_update().filter(casus__in=casussen, tot=None).order_by("pk"))
    for rij in rijen:
        rij.tot = max(rij.van, casussen[rij.casus_id].gesloten_op or klok.vandaag())
    if rijen:
        _sluit(door, rijen, casussen)


def _sluit(door: Actor, rijen: Sequence[Partnerregie], casussen: Mapping[int, Casus]) -> None:
    werk_bij(rijen, ["tot"])
    leg_vast(
        door,
        *(
            _vast(rij, PartnerregieBeeindigd(partnerregie=rij.kenmerk), rij.tot or klok.vandaag(), casussen)
            for rij in rijen
        ),
    )
    laat_taken_vervallen(door, PARTNERREGIE, CASUS, casussen)


def _haal(door: Actor, ids: Sequence[int]) -> tuple[dict[int, Partnerregie], dict[int, Casus]]:
    """Return these running agreements and their casussen, locked; authorised on who directs."""
    van = dict(Partnerregie.objects.filter(pk__in=ids).values_list("pk", "casus_id"))
    if set(ids) - van.keys():
        raise niet_gevonden()
    casussen = haal_op_slot(door, van.values())
    eis_regie(door, casussen)
    eis_open(casussen.values())
    lopend = Partnerregie.objects.select_for_update().filter(pk__in=ids, tot=None).order_by("pk")
    rijen = {rij.pk: rij for rij in lopend}
    if set(ids) - rijen.keys():
        raise Domeinfout(
            "partnerregie_voorbij",
            _("Deze regie is al teruggenomen."),
            _("Ververs de pagina om te zien hoe de casus er nu voor staat."),
        )
    return rijen, casussen


def _begonnen(rij: Partnerregie) -> PartnerregieBegonnen:
    return PartnerregieBegonnen(
        partnerregie=rij.kenmerk,
        leefgebied=rij.leefgebied,
        organisatie=rij.organisatie_id,
        bekijken_op=rij.bekijken_op,
    )


def _vast(
    rij: Partnerregie, soort: Gebeurtenissoort, op: date, casussen: Mapping[int, Casus], woorden: str = ""
) -> Vastlegging:
    dossier = casussen[rij.casus_id].dossier_id
    if not woorden:
        return Vastlegging(soort, rij.casus_id, op, dossier_id=dossier)
    return Vastlegging(
        soort,
        rij.casus_id,
        op,
        dossier_id=dossier,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud={"toelichting": woorden},
    )

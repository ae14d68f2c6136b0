"""Use cases on a story: write it down once there is consent, change its words, give it a picture."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import doel_onbekend
from samendoen.beleid.actions.tekstkeur import keur_lengte, weiger_zwaar
from samendoen.beleid.events.verhaal import BeeldGezet, BeeldWeggehaald, VerhaalGewijzigd, VerhaalOpgetekend
from samendoen.beleid.models import Doelstelling, Toestemming, Verhaal, Verhaalbeeld
from samendoen.beleid.queries.verhalen import DOEL
from samendoen.beleid.rules.beeld import GROOTSTE, Beeld, Beeldbezwaar, schoon
from samendoen.beleid.rules.verhaal import (
    LANGSTE_TOESTEMMING,
    Bezwaar,
    Daad,
    Gebruik,
    Gever,
    Verhaalstaat,
    Verteller,
    Wijze,
    beoordeel_toestemming,
    wordt,
)
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Scan,
    Vastlegging,
    actie,
    bewaar_bestand,
    klok,
    leg_vast,
    scan,
    wis_bestanden,
)

LANGSTE_TITEL, LANGSTE_VERHAAL, LANGSTE_OMSCHRIJVING = 120, 4000, 2000
_TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Toestemminginvoer:
    """Consent as it was given: by whom (a capacity), how recorded and kept, for what, until when."""

    gever: str
    wijze: str
    vindplaats: str
    gebruik: tuple[str, ...]
    gegeven_op: date
    tot: date


@dataclass(frozen=True, slots=True)
class NieuwVerhaal:
    """A story to write down beside a goal; `dorp` is "" when none is told."""

    kenmerk: UUID
    doel: int
    titel: str
    tekst: str
    verteller: str
    toestemming: Toestemminginvoer
    dorp: str = ""


@dataclass(frozen=True, slots=True)
class Verhaalwijziging:
    """Other words for a story; `versie` is the one that was read."""

    versie: int
    doel: int
    titel: str
    tekst: str
    verteller: str
    dorp: str = ""


@actie("beleid", Permissie.BELEID_BEHEREN)
def teken_verhalen_op(door: Actor, nieuwe: Sequence[NieuwVerhaal]) -> list[int]:
    """Write stories down as drafts and return their ids; one whose `kenmerk` is known changes nothing.

    Raises Domeinfout without valid consent, for empty or too long words, and for words that identify by
    themselves (a number, an address, a date of birth): those are not kept; NietGevonden for the goal.
    """
    bekend = dict(
        Verhaal.objects.filter(kenmerk__in=[n.kenmerk for n in nieuwe]).values_list("kenmerk", "pk")
    )
    nog = [n for n in nieuwe if n.kenmerk not in bekend]
    for nieuw in nog:
        keur_toestemming(nieuw.toestemming)
        _keur_woorden(nieuw)
    _eis_doelen({n.doel for n in nog})
    rijen = Verhaal.objects.bulk_create(_rij(n) for n in nog)
    paren = list(zip(rijen, nog, strict=True))
    schrijf_toestemmingen((rij, nieuw.toestemming) for rij, nieuw in paren)
    vandaag = klok.vandaag()
    leg_vast(door, *(Vastlegging(_opgetekend(nieuw), rij.pk, vandaag) for rij, nieuw in paren))
    bekend |= {rij.kenmerk: rij.pk for rij in rijen}
    return [bekend[n.kenmerk] for n in nieuwe]


def _rij(n: NieuwVerhaal) -> Verhaal:
    return Verhaal(
        kenmerk=n.kenmerk,
        doel_id=n.doel,
        titel=n.titel.strip(),
        tekst=n.tekst.strip(),
        verteller=n.verteller,
        dorp=n.dorp.strip() or None,
        staat=Verhaalstaat.CONCEPT.value,
        opgetekend_op=klok.vandaag(),
    )


def _opgetekend(n: NieuwVerhaal) -> VerhaalOpgetekend:
    t = n.toestemming
    return VerhaalOpgetekend(
        doel=n.doel,
        verteller=n.verteller,
        gever=t.gever,
        wijze=t.wijze,
        gebruik=t.gebruik,
        gegeven_op=t.gegeven_op,
        tot=t.tot,
    )


def schrijf_toestemmingen(paren: Iterable[tuple[Verhaal, Toestemminginvoer]]) -> None:
    """Keep consent, each with a code of its own for its teller."""
    Toestemming.objects.bulk_create(
        Toestemming(
            verhaal=verhaal,
            code="".join(secrets.choice(_TEKENS) for _nr in range(8)),
            gever=t.gever,
            wijze=t.wijze,
            vindplaats=t.vindplaats.strip(),
            gebruik=list(t.gebruik),
            gegeven_op=t.gegeven_op,
            tot=t.tot,
        )
        for verhaal, t in paren
    )


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_verhaal(door: Actor, verhaal_id: int, nieuw: Verhaalwijziging) -> None:
    """Give a draft other words. Raises Domeinfout as `teken_verhalen_op` does, and for an old version."""
    rij = haal_verhaal(verhaal_id, Daad.WIJZIG)
    if rij.versie != nieuw.versie:
        raise Domeinfout(
            "verhaal_intussen_gewijzigd",
            _("Iemand anders heeft dit verhaal intussen gewijzigd."),
            _("Kopieer uw tekst, open het verhaal opnieuw en voeg samen."),
        )
    _keur_woorden(nieuw)
    _eis_doelen({nieuw.doel})
    rij.doel_id, rij.verteller = nieuw.doel, nieuw.verteller
    rij.titel, rij.tekst, rij.dorp = nieuw.titel.strip(), nieuw.tekst.strip(), nieuw.dorp.strip() or None
    rij.versie += 1
    rij.save(update_fields=["doel", "verteller", "titel", "tekst", "dorp", "versie"])
    _leg_vast(door, VerhaalGewijzigd(doel=nieuw.doel, nummer=rij.versie), verhaal_id)


@actie("beleid", Permissie.BELEID_BEHEREN)
def zet_beeld(door: Actor, verhaal_id: int, inhoud: bytes, omschrijving: str) -> None:
    """Give a draft a picture or clip (the one it had is gone), cleaned of what the device wrote in it.

    Raises Domeinfout ("beeld_…") for a file that is too large, of another kind, that cannot be cleaned or
    scanned, or without words that say what one sees.
    """
    gekeurd = _keur_beeld(inhoud)
    gescand = _scan(gekeurd.inhoud)
    rij = haal_verhaal(verhaal_id, Daad.WIJZIG)
    keur_lengte(omschrijving, "omschrijving", LANGSTE_OMSCHRIJVING)
    weiger_zwaar(omschrijving, "omschrijving")
    oud = Verhaalbeeld.objects.filter(verhaal=rij).first()
    if oud:
        wis_bestanden([oud.bestand])
        oud.delete()
    with bewaar_bestand(gekeurd.inhoud, DOEL) as bestand:
        Verhaalbeeld.objects.create(
            verhaal=rij,
            soort=gekeurd.soort.value,
            bytes=len(gekeurd.inhoud),
            bestand=bestand,
            omschrijving=omschrijving.strip(),
            gescand=gescand,
        )
        g = BeeldGezet(beeldsoort=gekeurd.soort.value, bytes=len(gekeurd.inhoud))
        _leg_vast(door, g, verhaal_id)


@actie("beleid", Permissie.BELEID_BEHEREN)
def haal_beeld_weg(door: Actor, verhaal_id: int) -> None:
    """Remove the picture or clip of a draft; without one nothing changes."""
    rij = haal_verhaal(verhaal_id, Daad.WIJZIG)
    beeld = Verhaalbeeld.objects.filter(verhaal=rij).first()
    if beeld is None:
        return
    wis_bestanden([beeld.bestand])
    beeld.delete()
    _leg_vast(door, BeeldWeggehaald(), verhaal_id)


def _leg_vast(door: Actor, gebeurtenis: VerhaalGewijzigd | BeeldGezet | BeeldWeggehaald, pk: int) -> None:
    leg_vast(door, Vastlegging(gebeurtenis, pk, klok.vandaag()))


def haal_verhaal(verhaal_id: int, daad: Daad) -> Verhaal:
    """Return a story, locked, to which `daad` can be done now. Raises NietGevonden, Domeinfout."""
    rij = Verhaal.objects.select_for_update().filter(pk=verhaal_id).first()
    if rij is None:
        raise verhaal_onbekend()
    if wordt(daad, Verhaalstaat(rij.staat)) is None:
        raise Domeinfout(
            "verhaal_staat",
            _("Dit kan nu niet: het verhaal is '%(staat)s'.") % {"staat": rij.get_staat_display()},
            _("Een verhaal dat wacht of gepubliceerd is, haalt u eerst terug."),
        )
    return rij


def verhaal_onbekend() -> NietGevonden:
    """Return the error for a story that does not exist, or that this reader may not see."""
    return NietGevonden(
        "verhaal_onbekend", _("Dit verhaal is er niet (meer)."), _("Kies een verhaal bij Koers, Verhalen.")
    )


def keur_toestemming(t: Toestemminginvoer) -> None:
    """Raise Domeinfout when consent is not whole or does not hold."""
    if t.gever not in set(Gever) or t.wijze not in set(Wijze) or set(t.gebruik) - set(Gebruik):
        raise Domeinfout(
            "toestemming_onbekend",
            _("Deze soort toestemming bestaat niet."),
            _("Kies uit de lijst."),
            veld="gever",
        )
    keur_lengte(t.vindplaats, "vindplaats", 60)
    weiger_zwaar(t.vindplaats, "vindplaats")
    bezwaar = beoordeel_toestemming(t.gegeven_op, t.tot, t.gebruik, klok.vandaag())
    if bezwaar is None:
        return
    jaren = LANGSTE_TOESTEMMING.days // 365
    wat, doe, veld = {
        Bezwaar.TOEKOMST: (
            _("Deze dag moet nog komen."),
            _("Vul de dag van de toestemming in."),
            "gegeven_op",
        ),
        Bezwaar.VERLEDEN: (
            _("Deze toestemming is al voorbij."),
            _("Vraag opnieuw toestemming, en schrijf het verhaal daarna pas op."),
            "tot",
        ),
        Bezwaar.TE_LANG: (
            _("Toestemming geldt hoogstens %(n)s jaar.") % {"n": jaren},
            _("Kies een eerdere laatste dag; daarna kunt u opnieuw vragen."),
            "tot",
        ),
        Bezwaar.GEEN_GEBRUIK: (
            _("Het is niet duidelijk waarvoor de toestemming is."),
            _("Kies ten minste één gebruik."),
            "gebruik",
        ),
    }[bezwaar]
    raise Domeinfout(f"toestemming_{bezwaar.value}", wat, doe, veld=veld)


def _keur_woorden(nieuw: NieuwVerhaal | Verhaalwijziging) -> None:
    if nieuw.verteller not in set(Verteller):
        raise Domeinfout(
            "verteller_onbekend", _("Deze verteller bestaat niet."), _("Kies uit de lijst."), veld="verteller"
        )
    keur_lengte(nieuw.titel, "titel", LANGSTE_TITEL)
    keur_lengte(nieuw.tekst, "tekst", LANGSTE_VERHAAL)
    weiger_zwaar(nieuw.titel, "titel")
    weiger_zwaar(nieuw.tekst, "tekst")


def _eis_doelen(ids: set[int]) -> None:
    if Doelstelling.objects.filter(pk__in=ids).count() != len(ids):
        raise doel_onbekend()


def _keur_beeld(inhoud: bytes) -> Beeld:
    gekeurd = schoon(inhoud)
    if isinstance(gekeurd, Beeld):
        return gekeurd
    mb = GROOTSTE // (1024 * 1024)
    wat, doe = {
        Beeldbezwaar.LEEG: (_("Dit bestand is leeg."), _("Kies een ander bestand.")),
        Beeldbezwaar.TE_GROOT: (
            _("Dit bestand is groter dan %(mb)s MB.") % {"mb": mb},
            _("Maak de foto kleiner of het filmpje korter."),
        ),
        Beeldbezwaar.SOORT: (
            _("Dit soort bestand nemen wij niet aan."),
            _("Kies een foto (jpg, png) of een filmpje (mp4)."),
        ),
        Beeldbezwaar.STUK: (
            _("Dit bestand is niet heel."),
            _("Sla het opnieuw op, en kies het dan nog eens."),
        ),
        Beeldbezwaar.SPOREN: (
            _("In dit filmpje staan gegevens die wij niet kunnen weghalen, zoals een route."),
            _("Sla het op als mp4 met alleen beeld en geluid, en kies het dan nog eens."),
        ),
    }[gekeurd]
    raise Domeinfout(f"beeld_{gekeurd.value}", wat, doe, veld="bestand")


def _scan(inhoud: bytes) -> bool:
    """Return whether the scanner found the file clean; False when there is no scanner."""
    uitkomst = scan(inhoud)
    if uitkomst in (Scan.GEWEIGERD, Scan.STUK):
        raise Domeinfout(
            f"beeld_scan_{uitkomst.value}",
            _("De virusscanner laat dit bestand niet door. Het is niet bewaard."),
            _("Meld het aan de beheerder, of kies een ander bestand."),
            veld="bestand",
        )
    return uitkomst is Scan.SCHOON

"""Use cases of the accountability market: plan it, write its lines, publish, take back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import doel_onbekend, plan_onbekend
from samendoen.beleid.actions.tekstkeur import keur_lengte, weiger_naam, weiger_zwaar
from samendoen.beleid.events.markt import (
    MarktdeelGepubliceerd,
    MarktdeelTeruggehaald,
    MarktGepland,
    MarktGewijzigd,
    MarktregelAfgedaan,
    MarktregelGeschrapt,
    MarktregelGezet,
    MarktregelHersteld,
)
from samendoen.beleid.models import Doelstelling, Markt, Marktregel, Plan, Verhaal
from samendoen.beleid.rules.markt import Gevolg, Hapering, Herkomst, Marktdeel, Regelsoort, Vorm, hapert
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
)

LANGSTE_TEKST, LANGSTE_LABEL, LANGSTE_TITEL = 4000, 120, 200


@dataclass(frozen=True, slots=True)
class Marktgegevens:
    """When and where a market is, and the question it is about."""

    titel: str
    op: date
    plaats: str = ""
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Marktregelinvoer:
    """A line; which fields count depends on `soort`. `regel` and `versie`: the line that it replaces."""

    kenmerk: UUID
    markt: int
    soort: str
    titel: str
    tekst: str = ""
    begin: time | None = None
    einde: time | None = None
    herkomst: str = ""
    van: str = ""
    vorm: str = ""
    doel: int | None = None
    verhaal: int | None = None
    gevolg: str = ""
    reden: str = ""
    regel: int | None = None
    versie: int = 1


@actie("beleid", Permissie.BELEID_BEHEREN)
def plan_markt(door: Actor, plan: str, nieuw: Marktgegevens) -> int:
    """Plan the market of a plan for the year of its day; return its id. There is one a year."""
    rij = Plan.objects.filter(code=plan).first()
    if rij is None:
        raise plan_onbekend(plan)
    _keur_gegevens(nieuw)
    op_beurt(f"beleid.markt.{plan}.{nieuw.op.year}")
    if Markt.objects.filter(plan=rij, jaar=nieuw.op.year).exists():
        raise Domeinfout(
            "markt_bestaat",
            _("Voor %(jaar)s staat er al een markt van dit plan.") % {"jaar": nieuw.op.year},
            _("Open die markt en wijzig haar, of kies een dag in een ander jaar."),
            veld="op",
        )
    markt = Markt.objects.create(
        plan=rij,
        jaar=nieuw.op.year,
        titel=nieuw.titel.strip(),
        op=nieuw.op,
        plaats=nieuw.plaats.strip(),
        vraag=nieuw.vraag.strip(),
    )
    _leg_vast(door, markt, MarktGepland(plan=plan, jaar=markt.jaar, op=markt.op))
    return markt.pk


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_markt(door: Actor, markt_id: int, nieuw: Marktgegevens) -> None:
    """Move a market within its year, or give it another question. Raises Domeinfout."""
    markt = _haal(markt_id)
    _keur_gegevens(nieuw)
    if nieuw.op.year != markt.jaar:
        raise Domeinfout(
            "markt_ander_jaar",
            _("Dit is de markt van %(jaar)s.") % {"jaar": markt.jaar},
            _("Kies een dag in dat jaar, of plan voor het andere jaar een nieuwe markt."),
            veld="op",
        )
    markt.titel, markt.op = nieuw.titel.strip(), nieuw.op
    markt.plaats, markt.vraag = nieuw.plaats.strip(), nieuw.vraag.strip()
    markt.versie += 1
    markt.save(update_fields=["titel", "op", "plaats", "vraag", "versie"])
    _leg_vast(door, markt, MarktGewijzigd(op=markt.op))


@actie("beleid", Permissie.BELEID_BEHEREN)
def zet_marktregels(door: Actor, regels: Sequence[Marktregelinvoer]) -> list[int]:
    """Write lines and return their ids; a `kenmerk` that is known changes nothing, unless `regel` names it.

    Raises Domeinfout for a line that is not whole, that names a person, or that somebody changed meanwhile;
    NietGevonden for an unknown market, line or goal.
    """
    for r in regels:
        _keur_regel(r)
    for nummer in sorted({r.markt for r in regels}):
        _haal(nummer)
    doelen = {r.doel for r in regels if r.doel}
    if Doelstelling.objects.filter(pk__in=doelen).count() != len(doelen):
        raise doel_onbekend()
    return [_zet(door, r) for r in regels]


def _zet(door: Actor, r: Marktregelinvoer) -> int:
    bekend = Marktregel.objects.filter(kenmerk=r.kenmerk).first() if r.regel is None else _regel(r.regel)
    if bekend and r.regel is None:
        return bekend.pk
    if bekend and (bekend.versie, bekend.markt_id, bekend.soort) != (r.versie, r.markt, r.soort):
        raise Domeinfout(
            "markt_intussen_gewijzigd",
            _("Iemand anders heeft deze regel intussen gewijzigd."),
            _("Open de regel opnieuw en wijzig haar dan."),
        )
    rij = bekend or Marktregel(kenmerk=r.kenmerk, markt_id=r.markt, soort=r.soort)
    for veld, waarde in _velden(r).items():
        setattr(rij, veld, waarde)
    rij.versie = rij.versie + 1 if bekend else 1
    rij.save()
    g = MarktregelGezet(
        regel=rij.pk, regelsoort=rij.soort, doel=rij.doel_id, gevolg=rij.gevolg or None, nieuw=bekend is None
    )
    _leg_vast(door, rij.markt, g)
    return rij.pk


def _velden(r: Marktregelinvoer) -> dict[str, Any]:
    agenda, gehoord = r.soort == Regelsoort.AGENDA, r.soort == Regelsoort.GEHOORD
    bijdrage = r.soort == Regelsoort.BIJDRAGE
    return {
        "titel": r.titel.strip(),
        "tekst": r.tekst.strip(),
        "begin": r.begin if agenda else None,
        "einde": r.einde if agenda else None,
        "herkomst": r.herkomst if bijdrage else "",
        "van": r.van.strip(),
        "vorm": r.vorm if bijdrage else "",
        "doel_id": r.doel,
        "verhaal_id": r.verhaal if bijdrage else None,
        "gevolg": r.gevolg if gehoord else "",
        "reden": r.reden.strip() if gehoord else "",
    }


@actie("beleid", Permissie.BELEID_BEHEREN)
def schrap_marktregel(door: Actor, regel_id: int, *, terug: bool = False) -> None:
    """Strike a line, or (`terug`) let it stand again; what is so already stays so."""
    rij = _regel(regel_id)
    if (rij.geschrapt_op is None) == terug:
        return
    rij.geschrapt_op = None if terug else klok.vandaag()
    rij.save(update_fields=["geschrapt_op"])
    g = MarktregelHersteld(regel=rij.pk) if terug else MarktregelGeschrapt(regel=rij.pk)
    _leg_vast(door, rij.markt, g)


@actie("beleid", Permissie.BELEID_BEHEREN)
def doe_marktregel_af(door: Actor, regel_id: int, *, terug: bool = False) -> None:
    """Say that what was promised after the market is done, or (`terug`) that it is not."""
    rij = _regel(regel_id)
    if rij.soort != Regelsoort.GEHOORD:
        raise Domeinfout(
            "markt_niet_af_te_doen",
            _("Alleen wat gehoord is, kan worden afgedaan."),
            _("Kies een regel bij Wat we hoorden."),
        )
    if (rij.afgedaan_op is None) == terug:
        return
    rij.afgedaan_op = None if terug else klok.vandaag()
    rij.save(update_fields=["afgedaan_op"])
    _leg_vast(door, rij.markt, MarktregelAfgedaan(regel=rij.pk, afgedaan=not terug))


@actie("beleid", Permissie.BELEID_BEHEREN)
def publiceer_markt(door: Actor, markt_id: int, deel: str, *, terug: bool = False) -> None:
    """Show the programme or the outcome to the council, or (`terug`) take it back to work on.

    Raises Domeinfout for an outcome before the day of the market, or without a line.
    """
    markt = _haal(markt_id)
    if deel not in set(Marktdeel):
        raise Domeinfout("marktdeel_onbekend", _("Dit deel bestaat niet."), _("Kies programma of uitkomst."))
    if (deel in markt.gepubliceerd) != terug:
        return
    if not terug:
        _eis_toonbaar(markt, Marktdeel(deel))
    over = [d for d in markt.gepubliceerd if d != deel]
    markt.gepubliceerd = over if terug else [*over, deel]
    markt.save(update_fields=["gepubliceerd"])
    _leg_vast(door, markt, MarktdeelTeruggehaald(deel=deel) if terug else MarktdeelGepubliceerd(deel=deel))


def _eis_toonbaar(markt: Markt, deel: Marktdeel) -> None:
    if deel is Marktdeel.UITKOMST and markt.op > klok.vandaag():
        raise Domeinfout(
            "markt_moet_nog_komen",
            _("De markt moet nog komen; er is nog geen uitkomst."),
            _("Publiceer de uitkomst na de markt."),
        )
    nodig = [Regelsoort.GEHOORD] if deel is Marktdeel.UITKOMST else [Regelsoort.AGENDA]
    if not markt.regels.filter(soort__in=nodig, geschrapt_op=None).exists():
        raise Domeinfout(
            "markt_leeg", _("Hier staat nog niets in."), _("Schrijf eerst ten minste één regel op.")
        )


def _haal(markt_id: int) -> Markt:
    markt = Markt.objects.select_for_update().filter(pk=markt_id).first()
    if markt is None:
        raise markt_onbekend()
    return markt


def markt_onbekend() -> NietGevonden:
    """Return the error for a market, or a line of one, that is not there or not to be seen yet."""
    return NietGevonden("markt_onbekend", _("Deze markt is er niet."), _("Kies een markt bij Koers, Markt."))


def _regel(regel_id: int) -> Marktregel:
    rij = Marktregel.objects.select_for_update().filter(pk=regel_id).first()
    if rij is None:
        raise markt_onbekend()
    return rij


def _leg_vast(door: Actor, markt: Markt, gebeurtenis: Gebeurtenissoort) -> None:
    leg_vast(door, Vastlegging(gebeurtenis, markt.pk, klok.vandaag()))


def _keur_gegevens(g: Marktgegevens) -> None:
    keur_lengte(g.titel, "titel", LANGSTE_TITEL)
    for veld, tekst in (("titel", g.titel), ("vraag", g.vraag)):  # the address of a hall is nobody's
        weiger_zwaar(tekst, veld)


def _keur_regel(r: Marktregelinvoer) -> None:
    bekend = (
        r.soort in set(Regelsoort)
        and r.herkomst in {*Herkomst, ""}
        and r.vorm in {*Vorm, ""}
        and r.gevolg in {*Gevolg, ""}
    )
    if not bekend:
        raise Domeinfout("marktregel_soort", _("Deze keuze bestaat niet."), _("Kies uit de lijst."))
    keur_lengte(r.titel, "titel", LANGSTE_TITEL)
    if len(r.tekst) > LANGSTE_TEKST or len(r.reden) > LANGSTE_TEKST or len(r.van) > LANGSTE_LABEL:
        raise Domeinfout("tekst_te_lang", _("Een tekst is te lang."), _("Maak hem korter."))
    for veld, tekst in (("titel", r.titel), ("tekst", r.tekst), ("reden", r.reden), ("van", r.van)):
        weiger_zwaar(tekst, veld)
    weiger_naam(r.van, "van")
    if r.verhaal and not Verhaal.objects.filter(pk=r.verhaal).exists():
        raise Domeinfout("verhaal_onbekend", _("Dit verhaal is er niet."), _("Kies een verhaal."))
    _weiger_hapering(r)


def _weiger_hapering(r: Marktregelinvoer) -> None:
    mist = hapert(
        Regelsoort(r.soort),
        tijd=r.begin is not None and (r.einde is None or r.einde > r.begin),
        herkomst=bool(r.herkomst and r.van.strip()),
        gevolg=r.gevolg,
        doel=r.doel is not None,
        reden=bool(r.reden.strip()),
    )
    if mist is None:
        return
    wat, doe, veld = {
        Hapering.TIJD: (_("De tijd klopt niet."), _("Vul een begin in, en een einde daarna."), "begin"),
        Hapering.HERKOMST: (_("Van wie dit komt, ontbreekt."), _("Noem de organisatie of de rol."), "van"),
        Hapering.GEVOLG: (_("Wat ermee gebeurt, ontbreekt."), _("Kies wat ermee gebeurt."), "gevolg"),
        Hapering.DOEL: (_("Welk doel u bijstelt, ontbreekt."), _("Kies het doel."), "doel"),
        Hapering.REDEN: (_("De reden ontbreekt."), _("Schrijf op waarom."), "reden"),
    }[mist]
    raise Domeinfout(f"marktregel_{mist.value}", wat, doe, veld=veld)

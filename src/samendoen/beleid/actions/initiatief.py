"""Use cases on an initiative before it gets money: write it down, judge it, grant or refuse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.beleid.actions.agenda import doel_onbekend, plan_onbekend
from samendoen.beleid.actions.tekstkeur import keur_lengte, weiger_naam, weiger_zwaar
from samendoen.beleid.definities import plancodes, plandefinitie
from samendoen.beleid.events.initiatief import (
    InitiatiefAfgewezen,
    InitiatiefGewijzigd,
    InitiatiefIngediend,
    InitiatiefToegekend,
    VoorwaardeGetoetst,
)
from samendoen.beleid.models import (
    Doelstelling,
    Evaluatiemoment,
    Initiatief,
    Plan,
    Toetsregel,
)
from samendoen.beleid.models.initiatief import STATEN
from samendoen.beleid.queries.initiatiefgeld import geld_van_jaar, pot_van
from samendoen.beleid.rules.initiatief import (
    Daad,
    Initiatiefstaat,
    Mist,
    Uitkomst,
    mist_bij_start,
    niet_voldaan,
    tekort,
    wordt,
)
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
)
from samendoen.schil.api import euro

LANGSTE_TEKST = 4000


@dataclass(frozen=True, slots=True)
class Initiatiefgegevens:
    """What is asked and agreed. `regel`: code of the line that pays; `jaar`: the money of which year."""

    naam: str
    indiener: str
    van: date
    tot: date
    bedrag_eurocent: int
    regel: str
    jaar: int
    omschrijving: str = ""
    dorp: str = ""
    doel: int | None = None
    beoogd: str = ""
    gronden: tuple[str, ...] = ()
    momenten: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class NieuwInitiatief:
    """An initiative to judge by the conditions of a plan."""

    kenmerk: UUID
    plan: str
    gegevens: Initiatiefgegevens


@actie("beleid", Permissie.BELEID_BEHEREN)
def schrijf_initiatieven_in(door: Actor, nieuwe: Sequence[NieuwInitiatief]) -> list[int]:
    """Write initiatives down to be judged and return their ids; a known `kenmerk` changes nothing.

    Raises Domeinfout for a plan without conditions, or what is not whole; NietGevonden for an unknown plan.
    """
    uit = []
    for nieuw in nieuwe:
        bekend = Initiatief.objects.filter(kenmerk=nieuw.kenmerk).first()
        if bekend is None:
            plan = Plan.objects.filter(code=nieuw.plan).first()
            if plan is None:
                raise plan_onbekend(nieuw.plan)
            voorwaarden_van(plan.code)
            bekend = Initiatief(
                kenmerk=nieuw.kenmerk,
                plan=plan,
                eigenaar_id=door.id,
                staat=Initiatiefstaat.TOETS.value,
                ingediend_op=klok.vandaag(),
            )
            _vul(bekend, nieuw.gegevens)
            g = InitiatiefIngediend(plan=plan.code, bedrag_eurocent=bekend.bedrag_eurocent)
            leg_vast(door, Vastlegging(g, bekend.pk, klok.vandaag()))
        uit.append(bekend.pk)
    return uit


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_initiatief(door: Actor, initiatief_id: int, versie: int, nieuw: Initiatiefgegevens) -> None:
    """Change what is asked or agreed, before it gets money. Raises Domeinfout, also for an old version."""
    rij = haal_initiatief(initiatief_id, Daad.WIJZIG)
    if rij.versie != versie:
        raise Domeinfout(
            "initiatief_intussen_gewijzigd",
            _("Iemand anders heeft dit initiatief intussen gewijzigd."),
            _("Open het opnieuw en wijzig het dan."),
        )
    rij.versie += 1
    _vul(rij, nieuw)
    g = InitiatiefGewijzigd(nummer=rij.versie, bedrag_eurocent=rij.bedrag_eurocent)
    leg_vast(door, Vastlegging(g, rij.pk, klok.vandaag()))


def _vul(rij: Initiatief, g: Initiatiefgegevens) -> None:
    _keur(g)
    pot = pot_van(rij.plan)
    if pot is None or g.regel not in pot.ids:
        raise Domeinfout(
            "geldregel_onbekend",
            _("Uit dit geld worden geen initiatieven betaald."),
            _("Kies een regel uit de lijst."),
            veld="regel",
        )
    if g.doel and not Doelstelling.objects.filter(pk=g.doel, thema__onderdeel__plan=rij.plan).exists():
        raise doel_onbekend()
    rij.naam, rij.indiener = g.naam.strip(), g.indiener.strip()
    rij.omschrijving, rij.dorp, rij.beoogd = g.omschrijving.strip(), g.dorp, g.beoogd.strip()
    rij.van, rij.tot, rij.bedrag_eurocent, rij.jaar = g.van, g.tot, g.bedrag_eurocent, g.jaar
    rij.regel_id, rij.doel_id = pot.ids[g.regel], g.doel
    rij.gronden = [grond.strip() for grond in g.gronden if grond.strip()]
    rij.save()
    Evaluatiemoment.objects.filter(initiatief=rij).delete()
    Evaluatiemoment.objects.bulk_create(
        Evaluatiemoment(initiatief=rij, op=dag) for dag in sorted(set(g.momenten))
    )


def _keur(g: Initiatiefgegevens) -> None:
    keur_lengte(g.naam, "naam", 200)
    keur_lengte(g.indiener, "indiener", 120)
    weiger_naam(g.indiener, "indiener")
    lange = {"omschrijving": g.omschrijving, "beoogd": g.beoogd, "gronden": "\n".join(g.gronden)}
    for veld, tekst in ({"naam": g.naam, "indiener": g.indiener} | lange).items():
        weiger_zwaar(tekst, veld)
    if any(len(tekst) > LANGSTE_TEKST for tekst in lange.values()) or any(len(t) > 200 for t in g.gronden):
        raise Domeinfout("tekst_te_lang", _("Een tekst is te lang."), _("Maak hem korter."), veld="gronden")
    if g.tot < g.van:
        raise Domeinfout(
            "initiatief_tijd", _("Het einde ligt voor het begin."), _("Kies een later einde."), veld="tot"
        )
    if g.bedrag_eurocent <= 0:
        raise Domeinfout(
            "initiatief_bedrag", _("Een initiatief kost geld."), _("Vul een bedrag in."), veld="bedrag"
        )


@actie("beleid", Permissie.BELEID_BEHEREN)
def toets_initiatief(door: Actor, initiatief_id: int, oordelen: Mapping[str, tuple[str, str]]) -> None:
    """Judge conditions: by code (outcome, words). What stands so already stays; earlier judgements stay too.

    Raises Domeinfout for a condition or outcome that does not exist, or without words.
    """
    rij = haal_initiatief(initiatief_id, Daad.TOETS)
    codes = voorwaarden_van(rij.plan.code)
    nu = laatste_toets(rij.pk)
    nieuw = {c: (u, t.strip()) for c, (u, t) in oordelen.items() if nu.get(c) != (u, t.strip())}
    for code, (uitkomst, tekst) in nieuw.items():
        if code not in codes or uitkomst not in set(Uitkomst):
            raise Domeinfout("voorwaarde_onbekend", _("Deze keuze bestaat niet."), _("Kies uit de lijst."))
        keur_lengte(tekst, f"toelichting_{code}", LANGSTE_TEKST)
        weiger_zwaar(tekst, f"toelichting_{code}")
    vandaag = klok.vandaag()
    Toetsregel.objects.bulk_create(
        Toetsregel(initiatief=rij, voorwaarde=code, uitkomst=uitkomst, toelichting=tekst, op=vandaag)
        for code, (uitkomst, tekst) in nieuw.items()
    )
    gebeurtenissen = (VoorwaardeGetoetst(voorwaarde=c, uitkomst=u) for c, (u, _t) in nieuw.items())
    leg_vast(door, *(Vastlegging(g, rij.pk, vandaag) for g in gebeurtenissen))


@actie("beleid", Permissie.BELEID_BEHEREN)
def ken_initiatief_toe(door: Actor, initiatief_id: int) -> None:
    """Give an initiative its money. Raises Domeinfout while a condition is not met, while something was not
    agreed for the start, or when there is no room in the money of that year."""
    rij = haal_initiatief(initiatief_id, Daad.KEN_TOE)
    _eis_voorwaarden(rij)
    _eis_afspraken(rij)
    op_beurt(f"beleid.initiatiefgeld.{rij.plan.code}.{rij.jaar}")
    _eis_ruimte(rij)
    rij.staat, rij.reden = Initiatiefstaat.LOOPT.value, ""
    rij.save(update_fields=["staat", "reden"])
    g = InitiatiefToegekend(
        regel=rij.regel.code, jaar=rij.jaar, bedrag_eurocent=rij.bedrag_eurocent, van=rij.van, tot=rij.tot
    )
    leg_vast(door, Vastlegging(g, rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijs_initiatief_af(door: Actor, initiatief_id: int, reden: str) -> None:
    """Refuse an initiative with the reason. Raises Domeinfout without one."""
    rij = haal_initiatief(initiatief_id, Daad.WIJS_AF)
    keur_lengte(reden, "reden", LANGSTE_TEKST)
    weiger_zwaar(reden, "reden")
    rij.staat, rij.reden = Initiatiefstaat.AFGEWEZEN.value, reden.strip()
    rij.save(update_fields=["staat", "reden"])
    leg_vast(door, Vastlegging(InitiatiefAfgewezen(), rij.pk, klok.vandaag()))


def _eis_voorwaarden(rij: Initiatief) -> None:
    namen = voorwaarden_van(rij.plan.code)
    open_ = niet_voldaan(list(namen), {c: u for c, (u, _t) in laatste_toets(rij.pk).items()})
    if open_:
        raise Domeinfout(
            "voorwaarde_niet_voldaan",
            _("Nog niet aan alle voorwaarden is voldaan: %(lijst)s.")
            % {"lijst": "; ".join(namen[c] for c in open_)},
            _("Toets deze voorwaarden, of wijs het initiatief af."),
        )


def _eis_afspraken(rij: Initiatief) -> None:
    momenten = list(rij.momenten.values_list("op", flat=True))
    mist = mist_bij_start(rij.van, rij.tot, rij.bedrag_eurocent, rij.beoogd, rij.gronden, momenten)
    if mist is None:
        return
    wat = {
        Mist.TIJD: _("Er is geen begin en einde afgesproken."),
        Mist.GELD: _("Er is geen bedrag afgesproken."),
        Mist.DOEL: _("Er is niet afgesproken wat het moet bereiken."),
        Mist.GRONDEN: _("Er is niet afgesproken waarop het wordt beoordeeld."),
        Mist.MOMENTEN: _("Er is niet afgesproken wanneer er wordt geëvalueerd."),
        Mist.MOMENT_ERBUITEN: _("Een evaluatie ligt voor het begin, of meer dan een half jaar na het einde."),
    }[mist]
    raise Domeinfout(f"initiatief_{mist.value}", wat, _("Spreek het af en vul het in bij Wijzigen."))


def _eis_ruimte(rij: Initiatief) -> None:
    pot = pot_van(rij.plan)
    if pot is None:
        return
    krap = tekort(geld_van_jaar(pot, rij.jaar), pot.deel_van, rij.regel.code, rij.bedrag_eurocent)
    if krap is None:
        return
    naam = pot.namen[krap.code]
    if krap.over is None:
        raise Domeinfout(
            "geld_niet_bepaald",
            _("Voor %(jaar)s is nog niet bepaald hoeveel er is: %(naam)s.")
            % {"jaar": rij.jaar, "naam": naam},
            _("Kies ander geld of een ander jaar, of wacht tot het bedrag vaststaat."),
        )
    raise Domeinfout(
        "geld_tekort",
        _("In %(jaar)s is er nog %(over)s: %(naam)s. Gevraagd is %(bedrag)s.")
        % {
            "jaar": rij.jaar,
            "over": euro(krap.over),
            "naam": naam,
            "bedrag": euro(rij.bedrag_eurocent),
        },
        _("Spreek een lager bedrag af, of kies ander geld of een ander jaar."),
    )


def haal_initiatief(initiatief_id: int, daad: Daad) -> Initiatief:
    """Return an initiative, locked, to which `daad` can be done now. Raises NietGevonden, Domeinfout."""
    rijen = Initiatief.objects.select_for_update(of=("self",)).select_related("plan", "regel")
    rij = rijen.filter(pk=initiatief_id).first()
    if rij is None:
        raise initiatief_onbekend()
    if wordt(daad, Initiatiefstaat(rij.staat)) is None:
        raise Domeinfout(
            "initiatief_staat",
            _("Dit kan nu niet: het initiatief is '%(staat)s'.")
            % {"staat": STATEN[Initiatiefstaat(rij.staat)]},
            _("Neem eerst de laatste stap terug, als die niet klopt."),
        )
    return rij


def initiatief_onbekend() -> NietGevonden:
    """Return the error for an initiative that does not exist."""
    return NietGevonden(
        "initiatief_onbekend", _("Dit initiatief is er niet."), _("Kies er een bij Koers, Initiatieven.")
    )


def voorwaarden_van(plan: str) -> dict[str, str]:
    """Return the conditions of a plan by code, in order. Raises Domeinfout when it has none."""
    gevonden = plandefinitie(plan)[0].voorwaarde if plan in plancodes() else ()
    if not gevonden:
        raise Domeinfout(
            "plan_zonder_voorwaarden",
            _("Dit plan kent geen voorwaarden voor initiatieven."),
            _("Kies een plan dat ze wel heeft."),
            veld="plan",
        )
    return {v.code: v.titel for v in gevonden}


def laatste_toets(initiatief_id: int) -> dict[str, tuple[str, str]]:
    """Return the judgement that counts per condition: outcome and words."""
    rijen = Toetsregel.objects.filter(initiatief=initiatief_id).order_by("voorwaarde", "-pk")
    return {t.voorwaarde: (t.uitkomst, t.toelichting) for t in rijen.distinct("voorwaarde")}

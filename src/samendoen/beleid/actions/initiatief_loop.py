"""Use cases on an initiative that runs: look back as agreed, decide, take the last step back."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.beleid.actions.initiatief import LANGSTE_TEKST, haal_initiatief, initiatief_onbekend
from samendoen.beleid.actions.tekstkeur import keur_lengte, weiger_zwaar
from samendoen.beleid.events.initiatief import (
    EvaluatieGehouden,
    EvaluatieTeruggenomen,
    InitiatiefBesloten,
    InitiatiefHeropend,
)
from samendoen.beleid.models import Evaluatiemoment
from samendoen.beleid.rules.initiatief import (
    Besluit,
    Daad,
    Initiatiefstaat,
    Weigering,
    weiger_besluit,
    wordt,
)
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast


@dataclass(frozen=True, slots=True)
class Besluitinvoer:
    """How it goes on and why, what it cost; for structural money the business case and the council."""

    besluit: str
    reden: str
    besteed_eurocent: int
    zaak: str = ""
    raad: str = ""


@actie("beleid", Permissie.BELEID_BEHEREN)
def houd_evaluatie(door: Actor, moment_id: int, op: date, bevinding: str) -> None:
    """Write down what was found at an agreed moment. Raises Domeinfout for a day to come or no words."""
    moment = _moment(moment_id)
    if moment.gehouden_op is not None:
        raise Domeinfout(
            "evaluatie_al_gehouden",
            _("Deze evaluatie staat er al."),
            _("Neem haar terug als zij niet klopt."),
        )
    if op > klok.vandaag():
        raise Domeinfout(
            "evaluatie_toekomst",
            _("Deze dag moet nog komen."),
            _("Vul de dag van de evaluatie in."),
            veld="op",
        )
    keur_lengte(bevinding, "bevinding", LANGSTE_TEKST)
    weiger_zwaar(bevinding, "bevinding")
    moment.gehouden_op, moment.bevinding = op, bevinding.strip()
    moment.save(update_fields=["gehouden_op", "bevinding"])
    g = EvaluatieGehouden(moment=moment.pk, op=op)
    leg_vast(door, Vastlegging(g, moment.initiatief_id, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def neem_evaluatie_terug(door: Actor, moment_id: int) -> None:
    """Take an evaluation back: the moment is open again. One that is open stays so."""
    moment = _moment(moment_id)
    if moment.gehouden_op is None:
        return
    moment.gehouden_op, moment.bevinding = None, ""
    moment.save(update_fields=["gehouden_op", "bevinding"])
    leg_vast(door, Vastlegging(EvaluatieTeruggenomen(moment=moment.pk), moment.initiatief_id, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def besluit_over_initiatief(door: Actor, initiatief_id: int, nieuw: Besluitinvoer) -> None:
    """Decide how an initiative goes on. Raises Domeinfout before it was evaluated as agreed."""
    rij = haal_initiatief(initiatief_id, Daad.BESLUIT)
    if nieuw.besluit not in set(Besluit):
        raise Domeinfout("besluit_onbekend", _("Dit besluit bestaat niet."), _("Kies uit de lijst."))
    momenten = list(rij.momenten.values_list("gehouden_op", flat=True))
    gehouden = sum(1 for dag in momenten if dag)
    weigering = weiger_besluit(
        Besluit(nieuw.besluit),
        gehouden,
        len(momenten) - gehouden,
        nieuw.reden,
        nieuw.zaak,
        nieuw.raad,
        nieuw.besteed_eurocent,
        rij.bedrag_eurocent,
    )
    if weigering:
        _weiger(weigering)
    for veld, tekst in (("reden", nieuw.reden), ("zaak", nieuw.zaak), ("raad", nieuw.raad)):
        weiger_zwaar(tekst[:LANGSTE_TEKST], veld)
    rij.staat, rij.besluit = Initiatiefstaat.BESLOTEN.value, nieuw.besluit
    rij.reden, rij.zaak = nieuw.reden.strip()[:LANGSTE_TEKST], nieuw.zaak.strip()[:LANGSTE_TEKST]
    rij.raad, rij.besteed_eurocent = nieuw.raad.strip()[:200], nieuw.besteed_eurocent
    rij.save(update_fields=["staat", "besluit", "reden", "zaak", "raad", "besteed_eurocent"])
    g = InitiatiefBesloten(besluit=nieuw.besluit, besteed_eurocent=nieuw.besteed_eurocent)
    leg_vast(door, Vastlegging(g, rij.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def neem_stap_terug(door: Actor, initiatief_id: int, reden: str) -> None:
    """Take the last step back: a grant (while nothing was evaluated), a refusal, or the decision.

    Raises Domeinfout without a reason.
    """
    rij = haal_initiatief(initiatief_id, Daad.HEROPEN)
    keur_lengte(reden, "reden", LANGSTE_TEKST)
    weiger_zwaar(reden, "reden")
    if rij.staat == Initiatiefstaat.LOOPT and rij.momenten.filter(gehouden_op__isnull=False).exists():
        raise Domeinfout(
            "initiatief_al_geevalueerd",
            _("Dit initiatief is al geëvalueerd; de toekenning kan niet meer terug."),
            _("Besluit om te stoppen, of neem eerst de evaluatie terug."),
        )
    nieuw = wordt(Daad.HEROPEN, Initiatiefstaat(rij.staat))
    assert nieuw is not None
    rij.staat, rij.reden, rij.besluit, rij.besteed_eurocent = nieuw.value, reden.strip(), "", None
    rij.zaak = rij.raad = ""
    rij.save(update_fields=["staat", "reden", "besluit", "besteed_eurocent", "zaak", "raad"])
    leg_vast(door, Vastlegging(InitiatiefHeropend(), rij.pk, klok.vandaag()))


def _moment(moment_id: int) -> Evaluatiemoment:
    gevonden = Evaluatiemoment.objects.filter(pk=moment_id).values_list("initiatief", flat=True).first()
    if gevonden is None:
        raise initiatief_onbekend()
    haal_initiatief(gevonden, Daad.EVALUEER)
    return Evaluatiemoment.objects.select_for_update().get(pk=moment_id)


def _weiger(weigering: Weigering) -> None:
    wat, doe, veld = {
        Weigering.NIETS_GEEVALUEERD: (
            _("Er is nog niet geëvalueerd."),
            _("Houd eerst de evaluatie die bij de start is afgesproken."),
            "",
        ),
        Weigering.NOG_MOMENTEN: (
            _("Niet alle afgesproken evaluaties zijn gehouden."),
            _("Houd ze eerst; alleen stoppen kan eerder."),
            "besluit",
        ),
        Weigering.REDEN: (_("De reden ontbreekt."), _("Schrijf op waarom."), "reden"),
        Weigering.ZAAK: (
            _("Voor vast geld is een businesscase nodig."),
            _("Schrijf op wat de resultaten in geld betekenen."),
            "zaak",
        ),
        Weigering.RAAD: (
            _("Vast geld kan pas als de raad budget beschikbaar stelt."),
            _("Noem het besluit van de raad."),
            "raad",
        ),
        Weigering.TE_VEEL: (
            _("Er is meer uitgegeven dan er was toegekend."),
            _("Controleer het bedrag."),
            "besteed",
        ),
    }[weigering]
    raise Domeinfout(f"besluit_{weigering.value}", wat, doe, veld=veld or None)

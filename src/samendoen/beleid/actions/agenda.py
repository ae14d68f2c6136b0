"""Use cases on the year agenda: set a light, write an account, measure a goal, lights for the demo."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.beleid.actions.plan import importeer_plan
from samendoen.beleid.events import IndicatorGekoppeld, StandGezet, VerantwoordingGewijzigd
from samendoen.beleid.models import Activiteit, Doelstelling, Plan, Stand, Verantwoording
from samendoen.beleid.rules import Aspect, Kleur, voorbeeldkleur
from samendoen.cijfers.api import indicatornamen
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

VOORBEELDPLAN = "lopik"
LANGSTE_TEKST = 4000


@dataclass(frozen=True, slots=True)
class NieuweStand:
    """A light to set: of which activity, about what, which colour, for which day, and why."""

    activiteit_id: int
    aspect: str
    kleur: str
    peildatum: date
    toelichting: str


@dataclass(frozen=True, slots=True)
class NieuweVerantwoording:
    """The account of an activity in other words."""

    activiteit_id: int
    tekst: str


@actie("beleid", Permissie.BELEID_BEHEREN)
def zet_standen(door: Actor, nieuwe: Sequence[NieuweStand]) -> list[int]:
    """Set lights with their reason and return the ids of those that are new.

    A light that stands already like this (same day, colour and reason) is left as it is. Raises
    Domeinfout for a colour or aspect that does not exist, a day to come, or without a reason;
    NietGevonden for an unknown activity.
    """
    for nieuw in nieuwe:
        _controleer_stand(nieuw)
    _op_slot([nieuw.activiteit_id for nieuw in nieuwe])
    staat = _laatste([nieuw.activiteit_id for nieuw in nieuwe])
    rijen = []
    for n in nieuwe:
        rij = Stand(
            activiteit_id=n.activiteit_id,
            aspect=n.aspect,
            kleur=n.kleur,
            peildatum=n.peildatum,
            toelichting=n.toelichting.strip(),
            synthetisch=False,
        )
        sleutel = (n.activiteit_id, n.aspect)
        if staat.get(sleutel) != _kern(rij):
            rijen.append(rij)
            staat[sleutel] = _kern(rij)
    return _leg_standen_vast(door, rijen)


@actie("beleid", Permissie.BELEID_BEHEREN)
def zet_voorbeeldstanden(door: Actor, code: str) -> int:
    """Give every activity of a plan that has no light yet made-up ones, and return how many.

    The same code gives the same colours. They are marked `synthetisch`, and a light that somebody
    set is never touched. Raises NietGevonden for a plan that was not read in.
    """
    plan = Plan.objects.filter(code=code).first()
    if plan is None:
        raise plan_onbekend(code)
    op_beurt(f"beleid.plan.{code}")
    activiteiten = list(Activiteit.objects.filter(doelstelling__thema__onderdeel__plan=plan).order_by("pk"))
    bezet = set(Stand.objects.filter(activiteit__in=activiteiten).values_list("activiteit_id", flat=True))
    rijen = [
        Stand(
            activiteit=activiteit,
            aspect=aspect,
            kleur=voorbeeldkleur(activiteit.code, aspect),
            peildatum=klok.vandaag(),
            toelichting=_("Een verzonnen voorbeeld: in het document is dit licht niet te lezen."),
            synthetisch=True,
        )
        for activiteit in activiteiten
        if activiteit.pk not in bezet
        for aspect in Aspect
    ]
    return len(_leg_standen_vast(door, rijen))


@actie("beleid", Permissie.BELEID_BEHEREN)
def laad_voorbeeld(door: Actor) -> None:
    """Read in Lopik's plan with made-up lights, for the demo; a second time changes nothing."""
    importeer_plan(door, VOORBEELDPLAN)
    zet_voorbeeldstanden(door, VOORBEELDPLAN)


@actie("beleid", Permissie.BELEID_BEHEREN)
def wijzig_verantwoordingen(door: Actor, nieuwe: Sequence[NieuweVerantwoording]) -> list[int]:
    """Give activities another account and return the ids of those that are new; the old ones stay.

    The same text again changes nothing. Raises Domeinfout for an empty or too long text.
    """
    for nieuw in nieuwe:
        _controleer_tekst(nieuw.tekst, "tekst", _("De verantwoording is leeg."))
    ids = [nieuw.activiteit_id for nieuw in nieuwe]
    _op_slot(ids)
    staat = dict(
        Verantwoording.objects.filter(activiteit__in=ids)
        .order_by("activiteit", "-op", "-pk")
        .distinct("activiteit")
        .values_list("activiteit", "tekst")
    )
    laatste = {n.activiteit_id: n.tekst.strip() for n in nieuwe}
    rijen = Verantwoording.objects.bulk_create(
        Verantwoording(activiteit_id=nummer, op=klok.vandaag(), tekst=tekst)
        for nummer, tekst in laatste.items()
        if staat.get(nummer) != tekst
    )
    leg_vast(
        door,
        *(
            Vastlegging(VerantwoordingGewijzigd(tekst=_hash(rij.tekst)), rij.activiteit_id, klok.vandaag())
            for rij in rijen
        ),
    )
    return [rij.pk for rij in rijen]


@actie("beleid", Permissie.BELEID_BEHEREN)
def koppel_indicator(door: Actor, doel_id: int, code: str) -> None:
    """Measure a goal by an indicator, or ("") by none. Raises Domeinfout for one that does not exist."""
    doel = Doelstelling.objects.select_for_update().filter(pk=doel_id).first()
    if doel is None:
        raise doel_onbekend()
    if code and code not in indicatornamen():
        raise Domeinfout(
            "onbekende_indicator",
            _("Deze indicator bestaat niet."),
            _("Kies een indicator uit de lijst."),
            veld="indicator",
        )
    if doel.indicator == code:
        return
    doel.indicator = code
    doel.save(update_fields=["indicator"])
    leg_vast(door, Vastlegging(IndicatorGekoppeld(indicator=code or None), doel.pk, klok.vandaag()))


def plan_onbekend(code: str) -> NietGevonden:
    """Return the error for a plan that was not read in."""
    return NietGevonden(
        "plan_onbekend",
        _("Het plan '%(code)s' is hier niet ingelezen.") % {"code": code[:60]},
        _("Lees het in op de pagina Koers, of met 'samendoen beleid importeer'."),
    )


def doel_onbekend() -> NietGevonden:
    """Return the error for a goal that does not exist."""
    return NietGevonden("doel_onbekend", _("Dit doel bestaat niet."), _("Kies een doel op de pagina Koers."))


def activiteit_onbekend() -> NietGevonden:
    """Return the error for an activity that does not exist."""
    return NietGevonden(
        "activiteit_onbekend",
        _("Deze activiteit bestaat niet."),
        _("Kies een activiteit op de pagina Koers."),
    )


def _op_slot(ids: Sequence[int]) -> None:
    """Take the activities one after another; an unknown one is an error."""
    gevonden = Activiteit.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    if set(ids) - set(gevonden.values_list("pk", flat=True)):
        raise activiteit_onbekend()


def _laatste(ids: Sequence[int]) -> dict[tuple[int, str], tuple[str, date, str, bool]]:
    rijen = Stand.objects.filter(activiteit__in=ids).order_by("activiteit", "aspect", "-peildatum", "-pk")
    return {(rij.activiteit_id, rij.aspect): _kern(rij) for rij in rijen.distinct("activiteit", "aspect")}


def _kern(rij: Stand) -> tuple[str, date, str, bool]:
    return rij.kleur, rij.peildatum, rij.toelichting, rij.synthetisch


def _leg_standen_vast(door: Actor, rijen: list[Stand]) -> list[int]:
    gemaakt = Stand.objects.bulk_create(rijen)
    leg_vast(
        door,
        *(
            Vastlegging(
                StandGezet(
                    aspect=rij.aspect, kleur=rij.kleur, peildatum=rij.peildatum, synthetisch=rij.synthetisch
                ),
                rij.activiteit_id,
                rij.peildatum,
            )
            for rij in gemaakt
        ),
    )
    return [rij.pk for rij in gemaakt]


def _controleer_stand(nieuw: NieuweStand) -> None:
    fouten = (
        ("aspect", nieuw.aspect not in set(Aspect), _("Een licht gaat over kwaliteit, tijd of geld.")),
        ("kleur", nieuw.kleur not in set(Kleur), _("Dit licht bestaat niet.")),
        ("peildatum", nieuw.peildatum > klok.vandaag(), _("De peildatum ligt in de toekomst.")),
    )
    doe = {
        "aspect": _("Kies een van deze drie."),
        "kleur": _("Kies groen, oranje, rood of nog niet bekend."),
        "peildatum": _("Kies vandaag of een dag daarvoor."),
    }
    for veld, mis, wat in fouten:
        if mis:
            raise Domeinfout(f"stand_{veld}", wat, doe[veld], veld=veld)
    _controleer_tekst(nieuw.toelichting, "toelichting", _("De reden ontbreekt."))


def _controleer_tekst(tekst: str, veld: str, leeg: str) -> None:
    if not tekst.strip():
        raise Domeinfout(
            f"{veld}_leeg", leeg, _("Schrijf in een paar zinnen op hoe het ervoor staat."), veld=veld
        )
    if len(tekst) > LANGSTE_TEKST:
        raise Domeinfout(
            f"{veld}_te_lang",
            _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE_TEKST},
            _("Maak de tekst korter."),
            veld=veld,
        )


def _hash(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()

"""Use cases on the year agenda: set a light, write an account, measure a goal, lights for the demo."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samendoen.beleid.access import activiteit_onbekend, haal_om_te_verantwoorden
from samendoen.beleid.actions.aanbod import laat_verlopen
from samendoen.beleid.actions.plan import importeer_plan
from samendoen.beleid.events import (
    IndicatorGekoppeld,
    IndicatorLosgemaakt,
    StandGezet,
    VerantwoordingGewijzigd,
)
from samendoen.beleid.models import Activiteit, Doelstelling, Plan, Stand, Verantwoording
from samendoen.beleid.rules import Aspect, Kleur, reden_nodig, voorbeeldkleur
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

__all__ = ["activiteit_onbekend"]
VOORBEELDPLAN = "lopik"
LANGSTE_TEKST = 4000
MEESTE_INDICATOREN = 6


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
    """The account of an activity in other words. `basis` is the number of the text that the writer had before
    them (None: there was none); the system need not say it."""

    activiteit_id: int
    tekst: str
    basis: int | None = None


@actie("beleid", Permissie.BELEID_VERANTWOORDEN)
def zet_standen(door: Actor, nieuwe: Sequence[NieuweStand]) -> list[int]:
    """Set lights with their reason and return the ids of those that are new.

    For who manages the plan and for the owner of the activity. Nobody else sees them until somebody else
    approved them (`bied_aan`, `keur_goed`). A light that stands already like this (same day, colour and
    reason) is left as it is. Raises Domeinfout for a colour or aspect that does not exist, a day to come,
    or without a reason where the light is not green or differs from the one before; NietGevonden for an
    unknown activity; Geweigerd for that of a colleague.
    """
    for nieuw in nieuwe:
        _controleer_stand(nieuw)
    activiteiten = haal_om_te_verantwoorden(door, [nieuw.activiteit_id for nieuw in nieuwe])
    _controleer_aspecten(nieuwe)
    reeks = _reeksen(list(activiteiten))
    rijen = []
    for n in nieuwe:
        rij = Stand(
            activiteit_id=n.activiteit_id,
            aspect=n.aspect,
            kleur=n.kleur,
            peildatum=n.peildatum,
            toelichting=n.toelichting.strip(),
            synthetisch=False,
            door_id=door.id,
            gepubliceerd_op=_meteen(door),
        )
        eerder = reeks.setdefault((n.activiteit_id, n.aspect), [])
        if not eerder or _kern(eerder[-1]) != _kern(rij):
            _eis_reden(eerder, rij)
            rijen.append(rij)
            eerder.append(rij)
            eerder.sort(key=lambda stand: stand.peildatum)
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
    activiteiten = Activiteit.objects.filter(doelstelling__thema__onderdeel__plan=plan).order_by("pk")
    alle = list(activiteiten.select_related("doelstelling__thema__onderdeel"))
    bezet = set(Stand.objects.filter(activiteit__in=alle).values_list("activiteit_id", flat=True))
    rijen = [
        Stand(
            activiteit=activiteit,
            aspect=aspect,
            kleur=voorbeeldkleur(activiteit.code, Aspect(aspect)),
            peildatum=klok.vandaag(),
            toelichting=_("Een verzonnen voorbeeld: in het document is dit licht niet te lezen."),
            synthetisch=True,
            gepubliceerd_op=klok.vandaag(),
        )
        for activiteit in alle
        if activiteit.pk not in bezet
        for aspect in activiteit.doelstelling.thema.onderdeel.aspecten
    ]
    return len(_leg_standen_vast(door, rijen))


@actie("beleid", Permissie.BELEID_BEHEREN)
def laad_voorbeeld(door: Actor) -> None:
    """Read in Lopik's plan with made-up lights, for the demo; a second time changes nothing."""
    importeer_plan(door, VOORBEELDPLAN)
    zet_voorbeeldstanden(door, VOORBEELDPLAN)


@actie("beleid", Permissie.BELEID_VERANTWOORDEN)
def wijzig_verantwoordingen(door: Actor, nieuwe: Sequence[NieuweVerantwoording]) -> list[int]:
    """Give activities another account and return the ids of those that are new; the old ones stay.

    For whom, and who sees them: as zet_standen. The same text again changes nothing. Raises Domeinfout for
    an empty or too long text, and ("verantwoording_botst") when a colleague wrote since `basis`: nothing is
    written then, and nothing is lost.
    """
    for nieuw in nieuwe:
        _controleer_tekst(nieuw.tekst, "tekst", _("De verantwoording is leeg."))
    ids = [nieuw.activiteit_id for nieuw in nieuwe]
    haal_om_te_verantwoorden(door, ids)
    staat = {
        rij.activiteit_id: rij
        for rij in Verantwoording.objects.filter(activiteit__in=ids)
        .order_by("activiteit", "-op", "-pk")
        .distinct("activiteit")
    }
    anders = {
        n.activiteit_id: n
        for n in nieuwe
        if n.activiteit_id not in staat or staat[n.activiteit_id].tekst != n.tekst.strip()
    }
    for n in anders.values():
        _eis_niet_intussen(door, n, staat.get(n.activiteit_id))
    rijen = Verantwoording.objects.bulk_create(
        Verantwoording(
            activiteit_id=n.activiteit_id,
            op=klok.vandaag(),
            tekst=n.tekst.strip(),
            door_id=door.id,
            geschreven_op=klok.nu(),
            gepubliceerd_op=_meteen(door),
        )
        for n in anders.values()
    )
    leg_vast(
        door,
        *(
            Vastlegging(VerantwoordingGewijzigd(tekst=hash_van(rij.tekst)), rij.activiteit_id, klok.vandaag())
            for rij in rijen
        ),
    )
    # What was offered is not what stands there any more.
    laat_verlopen(door, list(anders))
    return [rij.pk for rij in rijen]


@actie("beleid", Permissie.BELEID_BEHEREN)
def koppel_indicator(door: Actor, doel_id: int, code: str) -> None:
    """Measure a goal by an indicator too; linked already, nothing changes.

    Raises Domeinfout for one that does not exist or one too many, NietGevonden for an unknown goal.
    """
    doel = _doel_op_slot(doel_id)
    if code not in indicatornamen():
        raise Domeinfout(
            "onbekende_indicator",
            _("Deze indicator bestaat niet."),
            _("Kies een indicator uit de lijst."),
            veld="indicator",
        )
    if code in doel.indicatoren:
        return
    if len(doel.indicatoren) >= MEESTE_INDICATOREN:
        raise Domeinfout(
            "te_veel_indicatoren",
            _("Bij dit doel staan al %(n)s cijfers.") % {"n": MEESTE_INDICATOREN},
            _("Maak er eerst een los."),
            veld="indicator",
        )
    doel.indicatoren = [*doel.indicatoren, code]
    doel.save(update_fields=["indicatoren"])
    leg_vast(door, Vastlegging(IndicatorGekoppeld(indicator=code), doel.pk, klok.vandaag()))


@actie("beleid", Permissie.BELEID_BEHEREN)
def maak_indicator_los(door: Actor, doel_id: int, code: str) -> None:
    """Measure a goal by this indicator no longer; when it was not linked nothing changes. NietGevonden for an
    unknown goal."""
    doel = _doel_op_slot(doel_id)
    if code not in doel.indicatoren:
        return
    doel.indicatoren = [ander for ander in doel.indicatoren if ander != code]
    doel.save(update_fields=["indicatoren"])
    leg_vast(door, Vastlegging(IndicatorLosgemaakt(indicator=code), doel.pk, klok.vandaag()))


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


def hash_van(tekst: str) -> str:
    """Return the SHA-256 of a text, by which an event names it."""
    return hashlib.sha256(tekst.encode()).hexdigest()


def _doel_op_slot(doel_id: int) -> Doelstelling:
    doel = Doelstelling.objects.select_for_update().filter(pk=doel_id).first()
    if doel is None:
        raise doel_onbekend()
    return doel


def _meteen(door: Actor) -> date | None:
    """Return since when what this actor writes is public: what is read in at once, what a person writes after
    somebody else approved it."""
    return klok.vandaag() if door.id is None else None


def _reeksen(ids: Sequence[int]) -> dict[tuple[int, str], list[Stand]]:
    """Return the lights of activities by aspect, in the order in which they hold."""
    per: dict[tuple[int, str], list[Stand]] = {}
    for rij in Stand.objects.filter(activiteit__in=ids).order_by("peildatum", "pk"):
        per.setdefault((rij.activiteit_id, rij.aspect), []).append(rij)
    return per


def _eis_reden(eerder: Sequence[Stand], nieuw: Stand) -> None:
    # What was made up for the demo says nothing about how it went.
    vorige = [s for s in eerder if s.peildatum <= nieuw.peildatum and not s.synthetisch]
    oud = Kleur(vorige[-1].kleur) if vorige else None
    if reden_nodig(oud, Kleur(nieuw.kleur)):
        _controleer_tekst(nieuw.toelichting, "toelichting", _("De reden ontbreekt."))


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
    laat_verlopen(door, list({rij.activiteit_id for rij in gemaakt}))
    return [rij.pk for rij in gemaakt]


def _eis_niet_intussen(door: Actor, nieuw: NieuweVerantwoording, staat: Verantwoording | None) -> None:
    """Refuse to write over what a colleague wrote since; the system was asked by nobody who read."""
    if door.id is not None and nieuw.basis != (staat.pk if staat else None):
        raise Domeinfout(
            "verantwoording_botst",
            _("Een collega heeft deze verantwoording intussen ook gewijzigd."),
            _("Vergelijk de twee teksten en kies wat er blijft staan."),
            veld="tekst",
        )


def _controleer_aspecten(nieuwe: Sequence[NieuweStand]) -> None:
    """Refuse a light that the agenda does not have."""
    rijen = Activiteit.objects.filter(pk__in=[n.activiteit_id for n in nieuwe])
    mogen = dict(rijen.values_list("pk", "doelstelling__thema__onderdeel__aspecten"))
    if any(n.aspect not in mogen[n.activiteit_id] for n in nieuwe):
        raise Domeinfout(
            "stand_aspect",
            _("Dit licht hoort niet bij deze agenda."),
            _("Kies een licht dat op de pagina van de activiteit staat."),
            veld="aspect",
        )


def _controleer_stand(nieuw: NieuweStand) -> None:
    fouten = (
        ("aspect", nieuw.aspect not in set(Aspect), _("Dit onderwerp van een licht bestaat niet.")),
        ("kleur", nieuw.kleur not in set(Kleur), _("Dit licht bestaat niet.")),
        ("peildatum", nieuw.peildatum > klok.vandaag(), _("De peildatum ligt in de toekomst.")),
    )
    doe = {
        "aspect": _("Kies kwaliteit, tijd, geld of resultaat."),
        "kleur": _("Kies groen, oranje, rood of nog niet bekend."),
        "peildatum": _("Kies vandaag of een dag daarvoor."),
    }
    for veld, mis, wat in fouten:
        if mis:
            raise Domeinfout(f"stand_{veld}", wat, doe[veld], veld=veld)
    _controleer_lengte(nieuw.toelichting, "toelichting")


def _controleer_tekst(tekst: str, veld: str, leeg: str) -> None:
    if not tekst.strip():
        raise Domeinfout(
            f"{veld}_leeg", leeg, _("Schrijf in een paar zinnen op hoe het ervoor staat."), veld=veld
        )
    _controleer_lengte(tekst, veld)


def _controleer_lengte(tekst: str, veld: str) -> None:
    if len(tekst) > LANGSTE_TEKST:
        raise Domeinfout(
            f"{veld}_te_lang",
            _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE_TEKST},
            _("Maak de tekst korter."),
            veld=veld,
        )

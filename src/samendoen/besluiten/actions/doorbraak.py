"""Grant a doorbraakbudget, record what was paid from it, and take mistakes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_op_slot, is_systeem, niet_gevonden
from samendoen.besluiten.actions.aanvraag import casussen_op_slot
from samendoen.besluiten.actions.controle import LANGSTE, eis
from samendoen.besluiten.definities.doorbraak import eigen_doorbraak
from samendoen.besluiten.events import (
    DOORBRAAK,
    DoorbraakIngetrokken,
    DoorbraakToegekend,
    DoorbraakuitgaveGeboekt,
    DoorbraakuitgaveIngetrokken,
)
from samendoen.besluiten.models import Doorbraak, Doorbraakuitgave
from samendoen.besluiten.rules import OUDSTE
from samendoen.besluiten.rules.doorbraak import ruimte
from samendoen.casus import api as casussen
from samendoen.casus.api import Casuskern
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    van_onderwerp,
)
from samendoen.schil.api import euro_centen


@dataclass(frozen=True, slots=True)
class NieuweDoorbraak:
    """A budget to be, in whole eurocents. `waarvoor` it is, and `waarom` no product or scheme helps."""

    kenmerk: UUID
    casus: int
    bedrag_eurocent: int
    waarvoor: str
    waarom: str
    op: date


@dataclass(frozen=True, slots=True)
class NieuweUitgave:
    """A payment to be, in whole eurocents."""

    kenmerk: UUID
    budget: int
    bedrag_eurocent: int
    omschrijving: str
    op: date


def _vast(
    rij: Doorbraak,
    g: Gebeurtenissoort,
    op: date,
    inhoud: dict[str, str] | None = None,
    weg: int | None = None,
) -> Vastlegging:
    return Vastlegging(
        g,
        rij.pk,
        op,
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud=inhoud or {},
        herroept_id=weg,
    )


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def ken_doorbraak_toe(door: Actor, invoer: NieuweDoorbraak) -> int:
    """Grant a household an amount outside the products; return the id. A known `kenmerk` gives what exists.

    Raises NietGevonden or Geweigerd without the right on the casus; Domeinfout for a closed casus, more than
    one's role may grant, more than is left of the household's ceiling, or words or a day that cannot be.
    """
    kern = casussen_op_slot(door, {invoer.casus})[invoer.casus]
    bekend = Doorbraak.objects.filter(kenmerk=invoer.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    _controleer(door, invoer, kern)
    personen = {b.dossier_id: b.persoon_id for b in casussen.betrokkenen(invoer.casus)}
    rij = Doorbraak.objects.create(
        kenmerk=invoer.kenmerk,
        casus_id=invoer.casus,
        dossier_id=kern.dossier_id,
        inwoner_id=personen[kern.dossier_id],
        wet=kern.wet,
        bedrag_eurocent=invoer.bedrag_eurocent,
        waarvoor=invoer.waarvoor.strip(),
        waarom=invoer.waarom.strip(),
        toegekend_op=invoer.op,
        toegekend_door_id=None if is_systeem(door) else door.id,
    )
    gebeurtenis = DoorbraakToegekend(
        casus=rij.casus_id, kader=rij.wet, team=kern.team, bedrag_eurocent=rij.bedrag_eurocent
    )
    leg_vast(
        door, _vast(rij, gebeurtenis, rij.toegekend_op, {"waarvoor": rij.waarvoor, "waarom": rij.waarom})
    )
    return rij.pk


def _controleer(door: Actor, n: NieuweDoorbraak, kern: Casuskern) -> None:
    eis(
        "doorbraak",
        (
            ("bedrag", kern.status != "open", _("Deze casus is gesloten."), _("Heropen eerst de casus.")),
            ("bedrag", n.bedrag_eurocent <= 0, _("Dit bedrag kan niet."), _("Vul een bedrag boven nul in.")),
            *_teksten((("waarvoor", n.waarvoor), ("waarom", n.waarom))),
            (
                "op",
                not klok.vandaag() - OUDSTE <= n.op <= klok.vandaag(),
                _("Deze dag ligt te ver terug of in de toekomst."),
                _("Kies een dag in het afgelopen jaar."),
            ),
        ),
    )
    regels = eigen_doorbraak()
    mag = n.bedrag_eurocent if is_systeem(door) else regels.tot(door.rollen)
    over = ruimte(
        regels.budget.plafond_eurocent, toegekend_aan(kern.huishouden_id), n.op, regels.budget.maanden
    )
    if n.bedrag_eurocent > mag:
        raise Domeinfout(
            "doorbraak_rol",
            _("Uw rol mag ten hoogste %(bedrag)s toekennen.") % {"bedrag": euro_centen(mag)},
            _("Vraag uw teamleider om dit budget toe te kennen."),
            veld="bedrag",
        )
    if n.bedrag_eurocent > over:
        raise Domeinfout(
            "doorbraak_plafond",
            _("Dit huishouden kan nog %(bedrag)s krijgen, binnen %(maanden)s maanden.")
            % {"bedrag": euro_centen(over), "maanden": regels.budget.maanden},
            _("Kies een lager bedrag, of zoek een andere oplossing."),
            veld="bedrag",
        )


def _teksten(velden: Sequence[tuple[str, str]]) -> tuple[tuple[str, bool, str, str], ...]:
    return tuple(
        (
            veld,
            not tekst.strip() or len(tekst) > LANGSTE,
            _("Hier ontbreekt een tekst, of zij is te lang."),
            _("Schrijf in een paar zinnen op waar het om gaat."),
        )
        for veld, tekst in velden
    )


def toegekend_aan(huishouden_id: int) -> list[tuple[date, int]]:
    """Return what a household was granted, in whatever casus: (day, eurocents)."""
    rijen = Doorbraak.objects.filter(casus__huishouden=huishouden_id, ingetrokken_op__isnull=True)
    return list(rijen.values_list("toegekend_op", "bedrag_eurocent"))


def _haal(door: Actor, doorbraak_id: int) -> Doorbraak:
    return haal_op_slot(Doorbraak.objects.all(), door, [doorbraak_id])[doorbraak_id]


@actie("besluiten", Permissie.CASUS_WERKEN)
def boek_doorbraakuitgave(door: Actor, invoer: NieuweUitgave) -> int:
    """Record what was paid from a budget; return the id. A known `kenmerk` gives what exists.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout for a budget that was taken back,
    more than is left of it, or words or a day that cannot be.
    """
    rij = _haal(door, invoer.budget)
    bekend = Doorbraakuitgave.objects.filter(kenmerk=invoer.kenmerk).first()
    if bekend is not None:
        return bekend.pk
    over = rij.bedrag_eurocent - besteed(rij.pk)
    eis(
        "uitgave",
        (
            (
                "bedrag",
                rij.ingetrokken_op is not None,
                _("Dit budget is ingetrokken."),
                _("Ken een nieuw budget toe."),
            ),
            (
                "bedrag",
                not 0 < invoer.bedrag_eurocent <= over,
                _("Van dit budget is nog %(bedrag)s over.") % {"bedrag": euro_centen(over)},
                _("Vul een bedrag in dat daar binnen past."),
            ),
            *_teksten((("omschrijving", invoer.omschrijving),)),
            (
                "op",
                not rij.toegekend_op <= invoer.op <= klok.vandaag(),
                _("De dag ligt vóór het toekennen of in de toekomst."),
                _("Kies een dag tussen het toekennen en vandaag."),
            ),
        ),
    )
    uitgave = Doorbraakuitgave.objects.create(
        kenmerk=invoer.kenmerk,
        budget=rij,
        inwoner_id=rij.inwoner_id,
        wet=rij.wet,
        bedrag_eurocent=invoer.bedrag_eurocent,
        omschrijving=invoer.omschrijving.strip(),
        op=invoer.op,
    )
    gebeurtenis = DoorbraakuitgaveGeboekt(uitgave=uitgave.pk, bedrag_eurocent=uitgave.bedrag_eurocent)
    leg_vast(door, _vast(rij, gebeurtenis, uitgave.op, {"omschrijving": uitgave.omschrijving}))
    return uitgave.pk


def besteed(doorbraak_id: int) -> int:
    """Return what was paid from a budget, in eurocents."""
    rijen = Doorbraakuitgave.objects.filter(budget=doorbraak_id, ingetrokken_op__isnull=True)
    totaal: int | None = rijen.aggregate(s=Sum("bedrag_eurocent"))["s"]
    return totaal or 0


@actie("besluiten", Permissie.CASUS_WERKEN)
def trek_doorbraakuitgave_in(door: Actor, uitgave_id: int) -> None:
    """Take back a payment that was recorded by mistake; again is harmless.

    Raises NietGevonden or Geweigerd without the right on it.
    """
    uitgave = Doorbraakuitgave.objects.filter(pk=uitgave_id).first()
    if uitgave is None:
        raise niet_gevonden()
    rij = _haal(door, uitgave.budget_id)
    uitgave.refresh_from_db()
    if uitgave.ingetrokken_op is not None:
        return
    uitgave.ingetrokken_op = klok.vandaag()
    uitgave.save(update_fields=["ingetrokken_op"])
    geboekt = next(
        g.pk
        for g in van_onderwerp(DOORBRAAK, [rij.pk])[rij.pk]
        if g.soort == DoorbraakuitgaveGeboekt.soort and g.gegevens["uitgave"] == uitgave_id
    )
    leg_vast(door, _vast(rij, DoorbraakuitgaveIngetrokken(uitgave=uitgave_id), klok.vandaag(), weg=geboekt))


@actie("besluiten", Permissie.BESLUIT_NEMEN)
def trek_doorbraak_in(door: Actor, doorbraak_id: int) -> None:
    """Take back a budget that was granted by mistake, of which nothing was spent; again is harmless.

    Raises NietGevonden or Geweigerd without the right on it; Domeinfout when something was spent.
    """
    rij = _haal(door, doorbraak_id)
    if rij.ingetrokken_op is not None:
        return
    if besteed(rij.pk):
        raise Domeinfout(
            "doorbraak_besteed",
            _("Uit dit budget is al betaald."),
            _("Trek eerst de uitgaven in die niet kloppen."),
        )
    rij.ingetrokken_op = klok.vandaag()
    rij.save(update_fields=["ingetrokken_op"])
    alle = van_onderwerp(DOORBRAAK, [rij.pk])[rij.pk]
    eerste = next(g.pk for g in alle if g.soort == DoorbraakToegekend.soort)
    leg_vast(door, _vast(rij, DoorbraakIngetrokken(), klok.vandaag(), weg=eerste))

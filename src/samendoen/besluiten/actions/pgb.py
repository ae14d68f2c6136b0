"""Write down a budget of one's own: how much, who manages it, what was checked; and the care agreement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from samendoen.besluiten.access import haal_voorzieningen, is_systeem
from samendoen.besluiten.actions.controle import LANGSTE, Bevinding, eis
from samendoen.besluiten.events.pgb import PgbVastgelegd, ZorgovereenkomstBeoordeeld
from samendoen.besluiten.models import Pgb, Voorziening
from samendoen.besluiten.rules import Voorzieningstatus, Vorm
from samendoen.besluiten.rules.pgb import Beheer, Voorwaarde, hoogste_budget, ontbrekend
from samendoen.kernel.api import (
    Actor,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    schrijf,
    werk_bij,
)
from samendoen.schil.api import euro_centen

LANGSTE_NAAM = 120
LOOPT = (Voorzieningstatus.VOORGENOMEN, Voorzieningstatus.GELDT)


@dataclass(frozen=True, slots=True)
class Pgbinvoer:
    """A budget of a provision, in cents a year (None: what the help costs in kind). `voorwaarden`: those that
    are met."""

    voorziening: int
    budget_eurocent: int | None
    beheer: str = Beheer.ZELF.value
    vertegenwoordiger: str = ""
    voorwaarden: tuple[str, ...] = ()
    toelichting: str = ""


@actie("besluiten", Permissie.BESLUIT_VOORBEREIDEN)
def leg_pgb_vast(door: Actor, nieuwe: Sequence[Pgbinvoer]) -> None:
    """Write down budgets, or change them. The same again records nothing.

    Once the decision is announced the amount stands: another one needs a new decision. A condition that is
    not met must be explained. Raises NietGevonden or Geweigerd without the right on a provision; Domeinfout
    with the field. All or nothing.
    """
    voorzieningen = haal_voorzieningen(door, [n.voorziening for n in nieuwe])
    nieuwe = [_met_bedrag(n, voorzieningen[n.voorziening]) for n in nieuwe]
    bestaand = {rij.voorziening_id: rij for rij in Pgb.objects.filter(voorziening__in=voorzieningen)}
    anders = [n for n in nieuwe if _verschilt(n, bestaand.get(n.voorziening))]
    for n in anders:
        _controleer(n, voorzieningen[n.voorziening], bestaand.get(n.voorziening))
    rijen = [_rij(n, voorzieningen[n.voorziening], bestaand.get(n.voorziening)) for n in anders]
    schrijf(rij for rij in rijen if rij.voorziening_id not in bestaand)
    velden = ["budget_eurocent", "beheer", "vertegenwoordiger", "voorwaarden", "toelichting"]
    werk_bij([rij for rij in rijen if rij.voorziening_id in bestaand], velden)
    leg_vast(door, *(_vast(rij, _vastgelegd(rij), _woorden(rij)) for rij in rijen))


def _met_bedrag(n: Pgbinvoer, v: Voorziening) -> Pgbinvoer:
    return n if n.budget_eurocent is not None else replace(n, budget_eurocent=hoogste(v))


def _verschilt(n: Pgbinvoer, rij: Pgb | None) -> bool:
    return rij is None or (
        rij.budget_eurocent,
        rij.beheer,
        rij.vertegenwoordiger,
        tuple(rij.voorwaarden),
        rij.toelichting,
    ) != (n.budget_eurocent, n.beheer, _vertegenwoordiger(n), _vervuld(n), n.toelichting.strip())


def _vertegenwoordiger(n: Pgbinvoer) -> str:
    return n.vertegenwoordiger.strip() if n.beheer == Beheer.VERTEGENWOORDIGER else ""


def _vervuld(n: Pgbinvoer) -> tuple[str, ...]:
    return tuple(v.value for v in Voorwaarde if v in n.voorwaarden)


def hoogste(v: Voorziening) -> int:
    """Return in cents the most that a budget in place of this provision may be in a year."""
    return hoogste_budget(v.product.prijs_eurocent, v.omvang, v.frequentie)


def _controleer(n: Pgbinvoer, v: Voorziening, rij: Pgb | None) -> None:
    assert n.budget_eurocent is not None  # see _met_bedrag
    bekend = rij is not None and v.status == Voorzieningstatus.GELDT
    meer = _("Kies zorg in natura, of leg uit waarom u toch een budget geeft.")
    bevindingen: tuple[Bevinding, ...] = (
        *_is_pgb(v),
        (
            "budget",
            bekend and rij is not None and rij.budget_eurocent != n.budget_eurocent,
            _("Het bedrag staat in een besluit dat bekend is."),
            _("Neem een nieuw besluit als het bedrag moet veranderen."),
        ),
        ("budget", n.budget_eurocent <= 0, _("Het budget is nul of minder."), _("Vul een bedrag in.")),
        (
            "budget",
            n.budget_eurocent > hoogste(v),
            _("Het budget is hoger dan dezelfde hulp in natura kost: %(bedrag)s per jaar.")
            % {"bedrag": euro_centen(hoogste(v))},
            _("Vul dat bedrag in, of minder (Wmo 2015, artikel 2.3.6 lid 5)."),
        ),
        ("beheer", n.beheer not in set(Beheer), _("Deze keuze bestaat niet."), _("Kies wie het beheert.")),
        (
            "vertegenwoordiger",
            n.beheer == Beheer.VERTEGENWOORDIGER and not n.vertegenwoordiger.strip(),
            _("De naam van de vertegenwoordiger ontbreekt."),
            _("Vul in wie het budget beheert."),
        ),
        (
            "vertegenwoordiger",
            len(n.vertegenwoordiger) > LANGSTE_NAAM,
            _("De naam is te lang."),
            _("Maak de tekst korter."),
        ),
        (
            "toelichting",
            bool(ontbrekend(n.voorwaarden)) and not n.toelichting.strip(),
            _("Niet aan alle voorwaarden voor een budget is voldaan."),
            meer,
        ),
        (
            "toelichting",
            len(n.toelichting) > LANGSTE,
            _("De tekst is langer dan %(n)s tekens.") % {"n": LANGSTE},
            _("Maak de tekst korter."),
        ),
    )
    eis("pgb", bevindingen)


def _is_pgb(v: Voorziening) -> tuple[Bevinding, ...]:
    return (
        (
            "voorziening",
            v.vorm != Vorm.PGB,
            _("Deze voorziening is in natura."),
            _("Alleen bij een persoonsgebonden budget is dit nodig."),
        ),
        (
            "voorziening",
            v.status not in LOOPT,
            _("Deze voorziening geldt niet meer."),
            _("Open het besluit dat nu geldt."),
        ),
    )


def _rij(n: Pgbinvoer, v: Voorziening, rij: Pgb | None) -> Pgb:
    rij = rij or Pgb(voorziening=v, dossier_id=v.dossier_id, inwoner_id=v.inwoner_id, wet=v.wet)
    assert n.budget_eurocent is not None  # see _met_bedrag
    rij.budget_eurocent, rij.beheer = n.budget_eurocent, n.beheer
    rij.vertegenwoordiger, rij.toelichting = _vertegenwoordiger(n), n.toelichting.strip()
    rij.voorwaarden = list(_vervuld(n))
    return rij


def _vastgelegd(rij: Pgb) -> PgbVastgelegd:
    return PgbVastgelegd(
        budget_eurocent=rij.budget_eurocent, beheer=rij.beheer, voorwaarden=tuple(rij.voorwaarden)
    )


def _woorden(rij: Pgb) -> Mapping[str, str]:
    return {"vertegenwoordiger": rij.vertegenwoordiger, "toelichting": rij.toelichting}


def _vast(rij: Pgb, gebeurtenis: Gebeurtenissoort, inhoud: Mapping[str, str]) -> Vastlegging:
    return Vastlegging(
        gebeurtenis,
        rij.voorziening_id,
        klok.vandaag(),
        dossier_id=rij.dossier_id,
        persoon_id=rij.inwoner_id,
        wet=rij.wet,
        inhoud=inhoud,
    )


@actie("besluiten", Permissie.VOORZIENING_TOEWIJZEN)
def beoordeel_zorgovereenkomsten(door: Actor, oordelen: Sequence[tuple[int, date | None]]) -> None:
    """Write down on which day the agreement of (provision, day) was checked; None takes that back.

    The same again records nothing. Raises NietGevonden or Geweigerd; Domeinfout for a provision without a
    budget that was written down, or for an impossible day.
    """
    voorzieningen = haal_voorzieningen(door, [pk for pk, _op in oordelen])
    bestaand = {rij.voorziening_id: rij for rij in Pgb.objects.filter(voorziening__in=voorzieningen)}
    for pk, op in oordelen:
        rij = bestaand.get(pk)
        bevindingen: tuple[Bevinding, ...] = (
            *_is_pgb(voorzieningen[pk]),
            (
                "voorziening",
                rij is None,
                _("Van dit budget is nog niets vastgelegd."),
                _("Leg eerst vast hoeveel het is en wie het beheert."),
            ),
            (
                "op",
                op is not None and op > klok.vandaag(),
                _("Deze dag ligt in de toekomst."),
                _("Kies vandaag of eerder."),
            ),
        )
        eis("zorgovereenkomst", bevindingen)
    paren = [(bestaand[pk], op) for pk, op in oordelen if bestaand[pk].overeenkomst_op != op]
    for rij, op in paren:
        rij.overeenkomst_op = op
        rij.overeenkomst_door_id = None if is_systeem(door) or op is None else door.id
    werk_bij([rij for rij, _op in paren], ["overeenkomst_op", "overeenkomst_door"])
    leg_vast(door, *(_vast(rij, ZorgovereenkomstBeoordeeld(op=op), {}) for rij, op in paren))

"""Agree on contracts and tariffs: new from a day on, another end, and taken back when it was a mistake."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from samendoen.besluiten.actions.controle import Bevinding, eis
from samendoen.besluiten.events.aanbod import (
    ContractAfgesproken,
    ContractEindigt,
    ContractIngetrokken,
    TariefAfgesproken,
    TariefEindigt,
    TariefIngetrokken,
)
from samendoen.besluiten.models import Aanbieder, Contract, Product, Tarief
from samendoen.besluiten.queries.afspraken import afspraken, haal_afspraak, naast, passend
from samendoen.besluiten.rules import geldigheid
from samendoen.kernel.api import (
    Actor,
    Gebeurtenissoort,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    werk_bij,
)

BEURT = "besluiten.afspraak"
EERSTE_DAG, LAATSTE_JAAR = date(2015, 1, 1), 2099
HOOGSTE_TARIEF = 10_000_000
T = TypeVar("T", Tarief, Contract)


@dataclass(frozen=True, slots=True)
class NieuwTarief:
    """What a unit of a product costs from `van` (`tot`: first day no longer). `aanbieder` "": everybody."""

    product: str
    aanbieder: str
    eurocent: int
    van: date
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class NieuwContract:
    """That a provider (AGB code) gives these products from `van` (`tot`: first day no longer)."""

    aanbieder: str
    producten: tuple[str, ...]
    van: date
    tot: date | None = None


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def spreek_tarieven_af(door: Actor, nieuwe: Sequence[NieuwTarief]) -> list[int]:
    """Agree on tariffs; return their ids in the order asked. Each closes the one before it.

    The same again gives the one that exists. Raises Domeinfout (with the field) for an unknown product or
    provider, an impossible amount, or days on which something else was agreed already. All or nothing.
    """
    op_beurt(BEURT)
    producten = Product.objects.in_bulk([n.product for n in nieuwe], field_name="code")
    aanbieders = Aanbieder.objects.in_bulk([n.aanbieder for n in nieuwe if n.aanbieder], field_name="agb")
    return [_tarief(door, n, producten, aanbieders) for n in nieuwe]


def _tarief(
    door: Actor, n: NieuwTarief, producten: Mapping[str, Product], aanbieders: Mapping[str, Aanbieder]
) -> int:
    bevindingen: tuple[Bevinding, ...] = (
        *_onbekend(n.aanbieder, aanbieders),
        *_onbekende_producten((n.product,), producten, "product"),
        (
            "eurocent",
            not 0 < n.eurocent <= HOOGSTE_TARIEF,
            _("Dit tarief kan niet: het is nul of minder, of meer dan 100.000 euro."),
            _("Vul het bedrag per eenheid in."),
        ),
        *_dagen(n.van, n.tot),
    )
    eis("tarief", bevindingen)
    product, aanbieder = producten[n.product], aanbieders.get(n.aanbieder)
    rij = Tarief(
        product=product,
        aanbieder=aanbieder,
        eurocent=n.eurocent,
        eenheid=product.eenheid,
        van=n.van,
        tot=n.tot,
    )
    gebeurtenis = TariefAfgesproken(
        product=n.product, aanbieder=n.aanbieder or None, eurocent=n.eurocent, van=n.van, tot=n.tot
    )
    return _pas_in(door, rij, gebeurtenis, lambda o: o.eurocent == n.eurocent).pk


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def spreek_contracten_af(door: Actor, nieuwe: Sequence[NieuwContract]) -> list[int]:
    """Agree on contracts; return their ids in the order asked. Each closes the one before it.

    Raises as `spreek_tarieven_af`; also for a contract about nothing.
    """
    op_beurt(BEURT)
    producten = Product.objects.in_bulk({p for n in nieuwe for p in n.producten}, field_name="code")
    aanbieders = Aanbieder.objects.in_bulk([n.aanbieder for n in nieuwe], field_name="agb")
    return [_contract(door, n, producten, aanbieders) for n in nieuwe]


def _contract(
    door: Actor, n: NieuwContract, producten: Mapping[str, Product], aanbieders: Mapping[str, Aanbieder]
) -> int:
    bevindingen: tuple[Bevinding, ...] = (
        ("aanbieder", not n.aanbieder, _("De aanbieder ontbreekt."), _("Kies een aanbieder uit de lijst.")),
        *_onbekend(n.aanbieder, aanbieders),
        (
            "producten",
            not n.producten,
            _("Er is geen product gekozen."),
            _("Kies wat deze aanbieder levert."),
        ),
        *_onbekende_producten(n.producten, producten, "producten"),
        *_dagen(n.van, n.tot),
    )
    eis("contract", bevindingen)
    codes = tuple(sorted(set(n.producten)))
    rij = Contract(aanbieder=aanbieders[n.aanbieder], van=n.van, tot=n.tot)
    gebeurtenis = ContractAfgesproken(aanbieder=n.aanbieder, producten=codes, van=n.van, tot=n.tot)

    def gelijk(oud: Contract) -> bool:
        return set(oud.producten.values_list("code", flat=True)) == set(codes)

    gemaakt = _pas_in(door, rij, gebeurtenis, gelijk)
    if gemaakt is rij:
        rij.producten.set([producten[code] for code in codes])
    return gemaakt.pk


def _onbekend(agb: str, aanbieders: Mapping[str, Aanbieder]) -> tuple[Bevinding, ...]:
    zin, doe = _("Deze aanbieder bestaat niet."), _("Kies een aanbieder uit de lijst.")
    return (("aanbieder", bool(agb) and agb not in aanbieders, zin, doe),)


def _onbekende_producten(
    codes: Sequence[str], producten: Mapping[str, Product], veld: str
) -> tuple[Bevinding, ...]:
    eigen = any(code in producten and producten[code].eigen_uitgifte for code in codes)
    lijst = _("Kies een product uit de lijst.")
    return (
        (veld, any(code not in producten for code in codes), _("Dit product bestaat niet."), lijst),
        (veld, eigen, _("Dit geeft de gemeente zelf: er hoort geen aanbieder of tarief bij."), lijst),
    )


def _dagen(van: date, tot: date | None) -> tuple[Bevinding, ...]:
    jaartal = _("Controleer het jaartal.")
    return (
        (
            "van",
            not van >= EERSTE_DAG or van.year > LAATSTE_JAAR,
            _("De eerste dag ligt voor 2015 of na 2099."),
            jaartal,
        ),
        ("tot", tot is not None and tot.year > LAATSTE_JAAR, _("De laatste dag ligt na 2099."), jaartal),
    )


def _pas_in(door: Actor, rij: T, gebeurtenis: Gebeurtenissoort, gelijk: Callable[[T], bool]) -> T:
    """Write a row among those beside it, or return the one that says the same already."""
    oude = {r.pk: r for r in naast(rij)}
    zelfde = next((r for r in oude.values() if (r.van, r.tot) == (rij.van, rij.tot) and gelijk(r)), None)
    if zelfde is not None:
        return zelfde
    past = passend(oude.values(), rij.van, rij.tot)
    if past.sluit is not None:
        rij.sluit_id, rij.sluit_tot = past.sluit.id, past.sluit.tot
        _eindigt(door, [(oude[past.sluit.id], rij.van)])
    rij.save()
    leg_vast(door, Vastlegging(gebeurtenis, rij.pk, klok.vandaag()))
    return rij


def _eindigt(door: Actor, paren: Sequence[tuple[Any, date | None]]) -> None:
    """Let each row (a tariff or a contract) end on another day, and record it."""
    anders = [(rij, tot) for rij, tot in paren if rij.tot != tot]
    for rij, tot in anders:
        rij.tot = tot
    werk_bij([rij for rij, _tot in anders], ["tot"])
    soort = {Tarief: TariefEindigt, Contract: ContractEindigt}
    leg_vast(door, *(Vastlegging(soort[type(rij)](tot=tot), rij.pk, klok.vandaag()) for rij, tot in anders))


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def beeindig_contracten(door: Actor, einden: Sequence[tuple[int, date | None]]) -> None:
    """Let contracts end on (id, first day no longer; None: they go on). The same again records nothing.

    Raises NietGevonden; Domeinfout for an end before the beginning, or beyond the next contract.
    """
    op_beurt(BEURT)
    _beeindig(door, Contract, einden)


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def beeindig_tarieven(door: Actor, einden: Sequence[tuple[int, date | None]]) -> None:
    """Let tariffs end on (id, first day no longer; None: they go on). As `beeindig_contracten`."""
    op_beurt(BEURT)
    _beeindig(door, Tarief, einden)


def _beeindig(door: Actor, model: type[T], einden: Sequence[tuple[int, date | None]]) -> None:
    for pk, tot in einden:
        rij = haal_afspraak(model, pk, op_slot=True)
        eis("afspraak", _dagen(rij.van, tot))
        passend((r for r in naast(rij) if r.pk != pk), rij.van, tot)
        _eindigt(door, [(rij, tot)])


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def trek_contracten_in(door: Actor, ids: Sequence[int]) -> None:
    """Take contracts back that were a mistake: they never held; what they closed goes on as before.

    Raises NietGevonden for one that does not exist or was taken back.
    """
    op_beurt(BEURT)
    _trek_in(door, Contract, ids, ContractIngetrokken())


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def trek_tarieven_in(door: Actor, ids: Sequence[int]) -> None:
    """Take tariffs back that were a mistake. As `trek_contracten_in`; invoices that were booked stay."""
    op_beurt(BEURT)
    _trek_in(door, Tarief, ids, TariefIngetrokken())


def _trek_in(door: Actor, model: type[T], ids: Sequence[int], gebeurtenis: Gebeurtenissoort) -> None:
    for pk in ids:
        rij = haal_afspraak(model, pk, op_slot=True)
        oude = {r.pk: r for r in naast(rij)}
        [weg] = afspraken([rij])
        na = {a.id: a for a in geldigheid.trek_in(afspraken(oude.values()), weg)}
        rij.ingetrokken_op = klok.vandaag()
        rij.save(update_fields=["ingetrokken_op"])
        leg_vast(door, Vastlegging(gebeurtenis, pk, klok.vandaag()))
        for r in oude.values():
            if r.pk in na:
                r.sluit_id, r.sluit_tot = na[r.pk].sluit, na[r.pk].sluit_tot
        werk_bij([r for r in oude.values() if r.pk in na], ["sluit", "sluit_tot"])
        _eindigt(door, [(r, na[r.pk].tot) for r in oude.values() if r.pk in na])

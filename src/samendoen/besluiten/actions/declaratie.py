"""Book invoices of providers, as they were judged: a ledger in cents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samendoen.besluiten.events import DeclaratieGeboekt
from samendoen.besluiten.models import Aanbieder, Declaratie, Declaratieregel, Toewijzing
from samendoen.besluiten.rules.geld import Boekregel, bezwaar_regel, maand_van
from samendoen.kernel.api import (
    Actor,
    Domeinfout,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    schrijf,
)

GEEN_PRODUCT = "geen"


@dataclass(frozen=True, slots=True)
class Regelinvoer:
    """A line as the provider sent it and as it was judged; `tot` is the first day no longer.

    Amounts in whole cents, positive; a line with `vorige_referentie` takes that one back. `toegekend` is all
    of it or 0; then `retourcodes` say why. `eenheid` (WJ756), `categorie` and `productcode` are codes of the
    standard, as they were declared.
    """

    referentie: str
    toewijzing: int | None
    van: date
    tot: date
    volume: int
    eenheid: str
    ingediend_eurocent: int
    toegekend_eurocent: int
    tarief_eurocent: int | None = None
    vorige_referentie: str = ""
    retourcodes: tuple[str, ...] = ()
    categorie: str = ""
    productcode: str = ""


@dataclass(frozen=True, slots=True)
class Declaratieinvoer:
    """An invoice of a provider (AGB code) under one law. `kenmerk` is made by the client."""

    kenmerk: UUID
    aanbieder: str
    wet: str
    nummer: str
    van: date
    tot: date
    dagtekening: date
    regels: Sequence[Regelinvoer] = field(default_factory=tuple)


@dataclass(slots=True)
class _Boek:
    """What lines are held against: assignments of the providers, and what was granted before."""

    toewijzingen: Mapping[tuple[str, int], tuple[int, int]]
    producten: Mapping[int, str]
    toegekend: dict[tuple[int, str], dict[str, Boekregel]]


@actie("besluiten", Permissie.SYSTEEM)
def boek_declaraties(door: Actor, invoer: Sequence[Declaratieinvoer]) -> list[int]:
    """Book invoices with their lines; return the ids in the order asked. All or nothing.

    A known `kenmerk` gives the invoice that was booked. Raises Domeinfout for an unknown provider, a number
    that it used before, or a line that the ledger does not allow (see `bezwaar_regel`). One provider at a
    time: who comes second waits.
    """
    for agb in sorted({d.aanbieder for d in invoer}):
        op_beurt(f"declaraties:{agb}")
    rijen = Declaratie.objects.filter(kenmerk__in=[d.kenmerk for d in invoer])
    bekend = dict(rijen.values_list("kenmerk", "pk"))
    nieuwe = list({d.kenmerk: d for d in invoer if d.kenmerk not in bekend}.values())
    if nieuwe:
        bekend |= _boek(door, nieuwe)
    return [bekend[d.kenmerk] for d in invoer]


def _boek(door: Actor, nieuwe: Sequence[Declaratieinvoer]) -> dict[UUID, int]:
    agbs = Aanbieder.objects.filter(agb__in=[d.aanbieder for d in nieuwe])
    aanbieders = {rij.agb: rij for rij in agbs}
    _controleer_koppen(nieuwe, aanbieders)
    boek = _lees(nieuwe, aanbieders)
    for d in nieuwe:
        _controleer_regels(d, aanbieders[d.aanbieder].pk, boek)
    koppen = schrijf(_kop(d, aanbieders[d.aanbieder]) for d in nieuwe)
    schrijf(_regel(kop, d, regel, boek) for kop, d in zip(koppen, nieuwe, strict=True) for regel in d.regels)
    leg_vast(
        door,
        *(
            Vastlegging(_geboekt(d, boek), kop.pk, kop.geboekt_op)
            for kop, d in zip(koppen, nieuwe, strict=True)
        ),
    )
    return {kop.kenmerk: kop.pk for kop in koppen}


def _controleer_koppen(nieuwe: Sequence[Declaratieinvoer], aanbieders: Mapping[str, Aanbieder]) -> None:
    eerder = Declaratie.objects.filter(nummer__in=[d.nummer for d in nieuwe])
    gezien = set(eerder.values_list("aanbieder__agb", "wet", "nummer"))
    for d in nieuwe:
        if d.aanbieder not in aanbieders:
            raise Domeinfout(
                "declaratie_aanbieder",
                _("Deze aanbieder bestaat niet."),
                _("Controleer de AGB-code."),
                veld="aanbieder",
            )
        if (d.aanbieder, d.wet, d.nummer) in gezien:
            raise Domeinfout(
                "declaratie_nummer",
                _("Deze aanbieder gebruikte dit declaratienummer al."),
                _("Vraag de aanbieder om een nieuw nummer."),
                veld="nummer",
            )
        gezien.add((d.aanbieder, d.wet, d.nummer))


def _lees(nieuwe: Sequence[Declaratieinvoer], aanbieders: Mapping[str, Aanbieder]) -> _Boek:
    nummers = {r.toewijzing for d in nieuwe for r in d.regels if r.toewijzing}
    rijen = Toewijzing.objects.filter(pk__in=nummers, aanbieder__in=list(aanbieders.values()))
    velden = ("aanbieder__agb", "pk", "voorziening__product", "voorziening__product__code")
    alle = list(rijen.values_list(*velden))
    referenties = {naam for d in nieuwe for r in d.regels for naam in (r.referentie, r.vorige_referentie)}
    return _Boek(
        {(agb, pk): (pk, product) for agb, pk, product, _code in alle},
        {product: code for _agb, _pk, product, code in alle},
        _toegekend(aanbieders.values(), referenties - {""}),
    )


def _toegekend(
    aanbieders: Iterable[Aanbieder], referenties: set[str]
) -> dict[tuple[int, str], dict[str, Boekregel]]:
    """Return by provider and law what was granted of these references, and what took one of them back."""
    rijen = Declaratieregel.objects.filter(aanbieder__in=list(aanbieders), toegekend_eurocent__gt=0)
    zelf, terug = rijen.filter(referentie__in=referenties), rijen.filter(vorige_referentie__in=referenties)
    velden = (
        "aanbieder_id", "wet", "referentie", "vorige_referentie", "toewijzing_id", "ingediend_eurocent",
        "toegekend_eurocent",
    )  # fmt: skip
    per: dict[tuple[int, str], dict[str, Boekregel]] = {}
    for aanbieder, wet, *rest in zelf.union(terug).values_list(*velden):
        per.setdefault((aanbieder, wet), {})[rest[0]] = Boekregel(*rest)
    return per


def _controleer_regels(d: Declaratieinvoer, aanbieder: int, boek: _Boek) -> None:
    toegekend = boek.toegekend.setdefault((aanbieder, d.wet), {})
    for r in d.regels:
        toewijzing = r.toewijzing if (d.aanbieder, r.toewijzing) in boek.toewijzingen else None
        regel = Boekregel(
            r.referentie, r.vorige_referentie, toewijzing, r.ingediend_eurocent, r.toegekend_eurocent
        )
        code = bezwaar_regel(regel, toegekend)
        if code:
            wat = _("De regel met referentie %(referentie)s kan niet worden geboekt: %(waarom)s.")
            raise Domeinfout(
                f"declaratieregel_{code}",
                wat % {"referentie": r.referentie, "waarom": _BEZWAREN[code]()},
                _("Er is niets geboekt. Beoordeel deze regel opnieuw."),
                veld="regels",
            )
        if regel.toegekend:
            toegekend[regel.referentie] = regel


_BEZWAREN = {
    "bedrag": lambda: _("een regel wordt helemaal toegekend of helemaal niet"),
    "toewijzing": lambda: _("de toewijzing is niet van deze aanbieder"),
    "dubbel": lambda: _("deze referentie is al toegekend"),
    "vorige": lambda: _("er is geen toegekende regel om terug te draaien"),
    "al_terug": lambda: _("die regel is al teruggedraaid"),
    "ander_bedrag": lambda: _("het bedrag is anders dan dat van de regel die wordt teruggedraaid"),
}


def _som(regels: Sequence[Regelinvoer], veld: str) -> int:
    return sum(getattr(r, veld) * (-1 if r.vorige_referentie else 1) for r in regels)


def _kop(d: Declaratieinvoer, aanbieder: Aanbieder) -> Declaratie:
    return Declaratie(
        kenmerk=d.kenmerk,
        aanbieder=aanbieder,
        wet=d.wet,
        nummer=d.nummer,
        van=d.van,
        tot=d.tot,
        dagtekening=d.dagtekening,
        geboekt_op=klok.vandaag(),
        ingediend_eurocent=_som(d.regels, "ingediend_eurocent"),
        toegekend_eurocent=_som(d.regels, "toegekend_eurocent"),
    )


def _regel(kop: Declaratie, d: Declaratieinvoer, r: Regelinvoer, boek: _Boek) -> Declaratieregel:
    toewijzing, product = boek.toewijzingen.get((d.aanbieder, r.toewijzing or 0), (None, None))
    return Declaratieregel(
        declaratie=kop,
        aanbieder_id=kop.aanbieder_id,
        wet=d.wet,
        referentie=r.referentie,
        vorige_referentie=r.vorige_referentie,
        toewijzing_id=toewijzing,
        product_id=product,
        categorie=r.categorie,
        productcode=r.productcode,
        van=r.van,
        tot=r.tot,
        volume=r.volume,
        eenheid=r.eenheid,
        tarief_eurocent=r.tarief_eurocent,
        credit=bool(r.vorige_referentie),
        ingediend_eurocent=r.ingediend_eurocent,
        toegekend_eurocent=r.toegekend_eurocent,
        retourcodes=list(r.retourcodes),
    )


def _geboekt(d: Declaratieinvoer, boek: _Boek) -> DeclaratieGeboekt:
    def product(r: Regelinvoer) -> str:
        gevonden = boek.toewijzingen.get((d.aanbieder, r.toewijzing or 0))
        return boek.producten[gevonden[1]] if gevonden else GEEN_PRODUCT

    return DeclaratieGeboekt(
        aanbieder=d.aanbieder,
        kader=d.wet,
        van=d.van,
        tot=d.tot,
        producten=tuple(product(r) for r in d.regels),
        maanden=tuple(maand_van(r.van) for r in d.regels),
        credits=tuple(bool(r.vorige_referentie) for r in d.regels),
        ingediend=tuple(r.ingediend_eurocent for r in d.regels),
        toegekend=tuple(r.toegekend_eurocent for r in d.regels),
    )

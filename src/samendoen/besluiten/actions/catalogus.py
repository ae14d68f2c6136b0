"""Use case: read in the municipality's starting catalogue, once."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from samendoen.besluiten.definities import Catalogus, catalogus
from samendoen.besluiten.events import CatalogusIngelezen
from samendoen.besluiten.models import Aanbieder, Beschikbaarheid, Catalogusimport, Contract, Product, Tarief
from samendoen.besluiten.models.catalogus import ENIGE
from samendoen.kernel.api import Actor, Domeinfout, Permissie, Vastlegging, actie, klok, leg_vast
from samendoen.kernel.definities import MetHerkomst
from samendoen.organisatie.api import gemeente


@dataclass(frozen=True, slots=True)
class Catalogusuitslag:
    """What reading in did. Not `nieuw`: it was there, nothing has changed."""

    producten: int
    aanbieders: int
    nieuw: bool
    zin: str


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def importeer_catalogus(door: Actor, gemeentecode: str) -> Catalogusuitslag:
    """Read in products and providers; a second time changes nothing and says so.

    Raises Domeinfout before the municipality itself is read in, or for another one's catalogue.
    """
    definitie, merk = catalogus(gemeentecode)
    deze = gemeente()
    if deze is None or deze.code != definitie.gemeente:
        raise Domeinfout(
            "andere_gemeente",
            _("Deze catalogus hoort niet bij de gemeente van deze databank."),
            _("Lees eerst de gemeente zelf in, en daarna haar eigen catalogus."),
        )
    _rij, nieuw = Catalogusimport.objects.get_or_create(
        id=ENIGE,
        defaults={"gemeente": definitie.gemeente, "definitie": merk, "ingelezen_op": klok.vandaag()},
    )
    if not nieuw:
        zin = _("De catalogus was al ingelezen; er is niets veranderd.")
        return Catalogusuitslag(Product.objects.count(), Aanbieder.objects.count(), False, zin)
    producten = _schrijf_producten(definitie)
    aanbieders = _schrijf_aanbieders(definitie)
    _schrijf_afspraken(definitie, producten, aanbieders)
    gebeurtenis = CatalogusIngelezen(
        gemeente=definitie.gemeente, definitie=merk, producten=len(producten), aanbieders=len(aanbieders)
    )
    leg_vast(door, Vastlegging(gebeurtenis, ENIGE, klok.vandaag()))
    zin = _("De catalogus is ingelezen: %(p)s producten en %(a)s aanbieders.") % {
        "p": len(producten),
        "a": len(aanbieders),
    }
    return Catalogusuitslag(len(producten), len(aanbieders), True, zin)


def _herkomst(deel: MetHerkomst) -> dict[str, str | bool]:
    return {"bron": deel.bron, "aanname": deel.aanname, "toelichting": deel.toelichting}


def _schrijf_producten(definitie: Catalogus) -> dict[str, Product]:
    namen = {deel.code: deel.naam for deel in definitie.categorie}
    rijen = Product.objects.bulk_create(
        Product(
            code=deel.code,
            naam=deel.naam,
            categorie=deel.categorie,
            categorienaam=namen[deel.categorie],
            wet=definitie.kader_van(deel.categorie),
            omschrijving=deel.omschrijving,
            eenheid=deel.eenheid.value,
            frequentie=deel.frequentie.value,
            prijs_eurocent=deel.prijs_eurocent,
            eigen_bijdrage=deel.eigen_bijdrage,
            pgb=deel.pgb,
            grondslag=deel.grondslag,
            eigen_uitgifte=deel.eigen_uitgifte,
            berichtcategorie=deel.berichtcategorie,
            berichtcode=deel.berichtcode,
            **_herkomst(deel),
        )
        for deel in definitie.product
    )
    return {rij.code: rij for rij in rijen}


def _schrijf_aanbieders(definitie: Catalogus) -> dict[str, Aanbieder]:
    rijen = Aanbieder.objects.bulk_create(
        Aanbieder(
            agb=deel.agb,
            naam=deel.naam,
            plaats=deel.plaats,
            **_herkomst(deel),
        )
        for deel in definitie.aanbieder
    )
    Beschikbaarheid.objects.bulk_create(
        Beschikbaarheid(
            aanbieder=rij,
            plaatsen=deel.plaatsen,
            wachttijd_weken=deel.wachttijd_weken,
            gemeld_op=klok.vandaag(),
            **_herkomst(deel),
        )
        for rij, deel in zip(rijen, definitie.aanbieder, strict=True)
        if deel.wachttijd_weken is not None or deel.plaatsen is not None
    )
    return {rij.agb: rij for rij in rijen}


def _schrijf_afspraken(
    definitie: Catalogus, producten: Mapping[str, Product], aanbieders: Mapping[str, Aanbieder]
) -> None:
    Tarief.objects.bulk_create(
        Tarief(
            product=producten[deel.product],
            aanbieder=aanbieders.get(deel.aanbieder),
            van=deel.van,
            tot=deel.tot,
            eurocent=deel.eurocent,
            eenheid=producten[deel.product].eenheid,
            **_herkomst(deel),
        )
        for deel in definitie.tarief
    )
    levert = {deel.agb: deel.producten for deel in definitie.aanbieder}
    contracten = Contract.objects.bulk_create(
        Contract(aanbieder=aanbieders[deel.aanbieder], van=deel.van, tot=deel.tot, **_herkomst(deel))
        for deel in definitie.contract
    )
    van_contract = Contract.producten.through
    van_contract.objects.bulk_create(
        van_contract(contract_id=rij.pk, product_id=producten[code].pk)
        for rij, deel in zip(contracten, definitie.contract, strict=True)
        for code in levert[deel.aanbieder]
    )

"""Keep the products that can be granted: a new one, and until when one can be applied for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from samendoen.besluiten.actions.controle import Bevinding, eis
from samendoen.besluiten.events.aanbod import ProductEindigt, ProductToegevoegd, TariefAfgesproken
from samendoen.besluiten.models import Product, Tarief
from samendoen.besluiten.rules import Eenheid, Frequentie
from samendoen.besluiten.rules.productlijst import CATEGORIEEN
from samendoen.kernel.api import (
    Actor,
    NietGevonden,
    Permissie,
    Vastlegging,
    actie,
    klok,
    leg_vast,
    op_beurt,
    werk_bij,
)

BEURT = "besluiten.product"
LANGSTE_NAAM, LANGSTE_TEKST = 120, 500
HOOGSTE_PRIJS = 10_000_000
_CODE = re.compile(r"^[0-9A-Z]{0,5}$")


@dataclass(frozen=True, slots=True)
class NieuwProduct:
    """A product to be. `categorie` is a code of ours that exists; `naam` fits in a sentence ("U krijgt ...").

    `berichtcategorie` and `berichtcode` are what messages call it, both or neither.
    """

    naam: str
    categorie: str
    omschrijving: str
    eenheid: str
    frequentie: str
    prijs_eurocent: int
    van: date
    berichtcategorie: str = ""
    berichtcode: str = ""
    eigen_bijdrage: bool = False
    pgb: bool = True

    @property
    def code(self) -> str:
        """Return the code that its name gives."""
        return slugify(self.naam).replace("-", "_")[:60]


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def voeg_producten_toe(door: Actor, nieuwe: Sequence[NieuwProduct]) -> list[int]:
    """Add products, each with its price as the tariff for everybody; return their ids in the order asked.

    The same again gives the one that exists. Raises Domeinfout with the field for a name that exists, or for
    what is missing or unknown. All or nothing.
    """
    op_beurt(BEURT)
    soorten = {c: (naam, wet) for c, naam, wet in categorieen()}
    bekend = Product.objects.in_bulk([n.code for n in nieuwe], field_name="code")
    for n in nieuwe:
        _controleer(n, soorten, bekend.get(n.code))
        if n.code not in bekend:
            bekend[n.code] = _voeg_toe(door, n, *soorten[n.categorie])
    return [bekend[n.code].pk for n in nieuwe]


def categorieen() -> list[tuple[str, str, str]]:
    """Return (code, name, law) of every category under the Wmo and the Jeugdwet."""
    rijen = Product.objects.filter(wet__in=CATEGORIEEN).order_by("wet", "categorienaam").distinct()
    return list(rijen.values_list("categorie", "categorienaam", "wet"))


def _voeg_toe(door: Actor, n: NieuwProduct, categorienaam: str, wet: str) -> Product:
    rij = Product(
        code=n.code,
        naam=n.naam.strip(),
        categorie=n.categorie,
        categorienaam=categorienaam,
        wet=wet,
        omschrijving=n.omschrijving.strip(),
        eenheid=n.eenheid,
        frequentie=n.frequentie,
        prijs_eurocent=n.prijs_eurocent,
        eigen_bijdrage=n.eigen_bijdrage,
        pgb=n.pgb,
        berichtcategorie=n.berichtcategorie,
        berichtcode=n.berichtcode,
        van=n.van,
    )
    rij.save()
    tarief = Tarief(product=rij, eurocent=n.prijs_eurocent, eenheid=n.eenheid, van=n.van)
    tarief.save()
    afgesproken = TariefAfgesproken(
        product=n.code, aanbieder=None, eurocent=n.prijs_eurocent, van=n.van, tot=None
    )
    toegevoegd = ProductToegevoegd(product=n.code, categorie=n.categorie, kader=wet, van=n.van)
    vandaag = klok.vandaag()
    leg_vast(door, Vastlegging(toegevoegd, rij.pk, vandaag), Vastlegging(afgesproken, tarief.pk, vandaag))
    return rij


def _controleer(n: NieuwProduct, soorten: Mapping[str, tuple[str, str]], bekend: Product | None) -> None:
    wet = soorten.get(n.categorie, ("", ""))[1]
    lijst, jaartal = _("Kies er een uit de lijst."), _("Controleer het jaartal.")
    anders = bekend is not None and (bekend.categorie, bekend.prijs_eurocent, bekend.van) != (
        n.categorie,
        n.prijs_eurocent,
        n.van,
    )
    bevindingen: tuple[Bevinding, ...] = (
        ("naam", not n.code, _("De naam ontbreekt."), _("Vul in hoe het product heet.")),
        ("naam", len(n.naam) > LANGSTE_NAAM, _("De naam is te lang."), _("Maak de tekst korter.")),
        (
            "naam",
            anders,
            _("Er is al een product met deze naam."),
            _("Open dat product, of kies een andere naam."),
        ),
        ("categorie", not wet, _("Deze categorie bestaat niet."), lijst),
        (
            "omschrijving",
            not 0 < len(n.omschrijving.strip()) <= LANGSTE_TEKST,
            _("De omschrijving ontbreekt, of is langer dan %(n)s tekens.") % {"n": LANGSTE_TEKST},
            _("Schrijf in een of twee zinnen wat de inwoner krijgt; dit komt in de brief."),
        ),
        ("eenheid", n.eenheid not in set(Eenheid), _("Deze eenheid bestaat niet."), lijst),
        ("frequentie", n.frequentie not in set(Frequentie), _("Deze keuze bestaat niet."), lijst),
        (
            "prijs_eurocent",
            not 0 < n.prijs_eurocent <= HOOGSTE_PRIJS,
            _("Dit tarief kan niet: het is nul of minder, of meer dan 100.000 euro."),
            _("Vul het bedrag per eenheid in."),
        ),
        ("van", not 2015 <= n.van.year <= 2099, _("De eerste dag ligt voor 2015 of na 2099."), jaartal),
        *_codes(n, wet),
    )
    eis("product", bevindingen)


def _codes(n: NieuwProduct, wet: str) -> tuple[Bevinding, ...]:
    lijst = _("Kies er een uit de lijst.")
    onbekend = bool(n.berichtcategorie) and n.berichtcategorie not in CATEGORIEEN.get(wet, {})
    return (
        ("berichtcategorie", onbekend, _("Deze categorie hoort niet bij de wet van dit product."), lijst),
        (
            "berichtcode",
            bool(n.berichtcode) != bool(n.berichtcategorie),
            _("Vul de categorie en de code voor berichten allebei in, of geen van beide."),
            _("Zonder code gaat er geen bericht over dit product."),
        ),
        (
            "berichtcode",
            not _CODE.match(n.berichtcode),
            _("Een code heeft een tot vijf cijfers en hoofdletters."),
            _("Neem de code over uit de afgesproken lijst."),
        ),
    )


def haal_product(product_id: int, *, op_slot: bool = False) -> Product:
    """Return a product, locked for a change if asked; NietGevonden for another id."""
    rijen = Product.objects.select_for_update() if op_slot else Product.objects.all()
    rij = rijen.filter(pk=product_id).first()
    if rij is None:
        raise NietGevonden(
            "niet_gevonden", _("Dit product bestaat niet."), _("Ga terug naar de lijst van producten.")
        )
    return rij


@actie("besluiten", Permissie.PRODUCTEN_BEHEREN)
def beeindig_producten(door: Actor, einden: Sequence[tuple[int, date | None]]) -> None:
    """Say up to when products can be applied for: (id, first day no longer; None: for good).

    What was granted goes on. The same again records nothing. Raises NietGevonden; Domeinfout for an end
    before the product began.
    """
    op_beurt(BEURT)
    paren = [(haal_product(pk, op_slot=True), tot) for pk, tot in einden]
    for rij, tot in paren:
        te_vroeg = tot is not None and rij.van is not None and tot <= rij.van
        zin = _("De laatste dag ligt voor de eerste dag.")
        eis("product", (("tot", te_vroeg, zin, _("Kies een latere dag.")),))
    anders = [(rij, tot) for rij, tot in paren if rij.tot != tot]
    for rij, tot in anders:
        rij.tot = tot
    werk_bij([rij for rij, _tot in anders], ["tot"])
    leg_vast(
        door,
        *(Vastlegging(ProductEindigt(product=r.code, tot=tot), r.pk, klok.vandaag()) for r, tot in anders),
    )

"""Event kinds of who provides what, for how much, from when until when. No word about anybody.

`tot` is the first day no longer, None: still. Tariffs and contracts are subjects of their own: each is
agreed, ends (on another day than before), or is taken back because it was a mistake.
"""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

AANBIEDER = "besluiten.aanbieder"
CONTRACT = "besluiten.contract"
TARIEF = "besluiten.tarief"


class AanbiederToegevoegd(Gebeurtenissoort):
    """A provider was put in the list."""

    soort = "besluiten.aanbieder_toegevoegd"
    onderwerp = AANBIEDER
    aanbieder: Code


class AanbiederGewijzigd(Gebeurtenissoort):
    """The name or the place of a provider was changed."""

    soort = "besluiten.aanbieder_gewijzigd"
    onderwerp = AANBIEDER
    aanbieder: Code


class BeschikbaarheidGemeld(Gebeurtenissoort):
    """A provider told (occurred on = told on) how many places it has and how long one waits.

    `product` None: for everything it gives. What was not told is None.
    """

    soort = "besluiten.beschikbaarheid_gemeld"
    onderwerp = AANBIEDER
    aanbieder: Code
    product: Code | None
    plaatsen: int | None
    wachttijd_weken: int | None


class ContractAfgesproken(Gebeurtenissoort):
    """A provider works for us, for these products."""

    soort = "besluiten.contract_afgesproken"
    onderwerp = CONTRACT
    aanbieder: Code
    producten: tuple[Code, ...]
    van: date
    tot: date | None


class ContractEindigt(Gebeurtenissoort):
    """A contract ends on another day than it did; None: no longer."""

    soort = "besluiten.contract_eindigt"
    onderwerp = CONTRACT
    tot: date | None


class ContractIngetrokken(Gebeurtenissoort):
    """A contract was written by mistake and never held: revokes it."""

    soort = "besluiten.contract_ingetrokken"
    onderwerp = CONTRACT


class TariefAfgesproken(Gebeurtenissoort):
    """What a unit of a product costs; without `aanbieder` for everybody who has no price of its own."""

    soort = "besluiten.tarief_afgesproken"
    onderwerp = TARIEF
    product: Code
    aanbieder: Code | None
    eurocent: int
    van: date
    tot: date | None


class TariefEindigt(Gebeurtenissoort):
    """A tariff ends on another day than it did; None: no longer."""

    soort = "besluiten.tarief_eindigt"
    onderwerp = TARIEF
    tot: date | None


class TariefIngetrokken(Gebeurtenissoort):
    """A tariff was written by mistake and never held: revokes it."""

    soort = "besluiten.tarief_ingetrokken"
    onderwerp = TARIEF


class ProductlijstIngelezen(Gebeurtenissoort):
    """A list of product codes was read in; how many lines did what. `bestand` is the hash of the file."""

    soort = "besluiten.productlijst_ingelezen"
    onderwerp = "besluiten.productlijst"
    bestand: Hash
    nieuw: int
    gewijzigd: int
    beeindigd: int
    gelijk: int


class ProductToegevoegd(Gebeurtenissoort):
    """A product can be applied for from a day on."""

    soort = "besluiten.product_toegevoegd"
    onderwerp = "besluiten.product"
    product: Code
    categorie: Code
    kader: Code
    van: date


class ProductEindigt(Gebeurtenissoort):
    """A product can be applied for up to a day (the first no longer); None: for good."""

    soort = "besluiten.product_eindigt"
    onderwerp = "besluiten.product"
    product: Code
    tot: date | None

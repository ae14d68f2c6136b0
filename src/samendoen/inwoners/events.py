"""Event kinds of residents. Who it is about is an id; what was changed is a code; never a value."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort


class InwonerGeregistreerd(Gebeurtenissoort):
    """Somebody was registered."""

    soort = "inwoners.inwoner_geregistreerd"
    onderwerp = "inwoners.inwoner"


class GegevensGewijzigd(Gebeurtenissoort):
    """Data of a resident were changed; which ones, not into what."""

    soort = "inwoners.gegevens_gewijzigd"
    onderwerp = "inwoners.inwoner"
    velden: tuple[Code, ...]


class HuishoudenGevormd(Gebeurtenissoort):
    """A household was recorded, with its first members: each tuple has one item per member."""

    soort = "inwoners.huishouden_gevormd"
    onderwerp = "inwoners.huishouden"
    personen: tuple[int, ...]
    rollen: tuple[Code, ...]
    sinds: tuple[date, ...]
    hoofdverblijf: tuple[bool, ...]


class GezinslidErbij(Gebeurtenissoort):
    """Somebody joined a household (occurred on = first day there)."""

    soort = "inwoners.gezinslid_erbij"
    onderwerp = "inwoners.huishouden"
    persoon: int
    rol: Code
    hoofdverblijf: bool


class GezinslidVertrokken(Gebeurtenissoort):
    """Somebody left a household (occurred on = first day no longer there)."""

    soort = "inwoners.gezinslid_vertrokken"
    onderwerp = "inwoners.huishouden"
    persoon: int


class GezagVastgelegd(Gebeurtenissoort):
    """Custody over a child began (subject: the child)."""

    soort = "inwoners.gezag_vastgelegd"
    onderwerp = "inwoners.inwoner"
    gezaghebber: int


class GezagBeeindigd(Gebeurtenissoort):
    """Custody over a child ended (occurred on = first day no longer)."""

    soort = "inwoners.gezag_beeindigd"
    onderwerp = "inwoners.inwoner"
    gezaghebber: int


class RelatieVastgelegd(Gebeurtenissoort):
    """Somebody who matters to a resident was recorded."""

    soort = "inwoners.relatie_vastgelegd"
    onderwerp = "inwoners.inwoner"
    relatie: int
    relatiesoort: Code


class RelatieBeeindigd(Gebeurtenissoort):
    """A relation ended (occurred on = first day no longer)."""

    soort = "inwoners.relatie_beeindigd"
    onderwerp = "inwoners.inwoner"
    relatie: int

"""Events of an investigation. What was found is content of its rows; here stand codes, numbers and days."""

from datetime import date

from samendoen.kernel.api import Code, Gebeurtenissoort

ONDERZOEK = "casus.onderzoek"


class OnderzoekBegonnen(Gebeurtenissoort):
    """An investigation began (occurred on = first day), perhaps as a copy of an earlier one."""

    soort = "casus.onderzoek_begonnen"
    onderwerp = ONDERZOEK
    casus: int
    team: Code
    meldingen: tuple[int, ...]
    kopie_van: int | None


class OnderzoekMeldingMeegenomen(Gebeurtenissoort):
    """A further question is part of the investigation."""

    soort = "casus.onderzoek_melding_meegenomen"
    onderwerp = ONDERZOEK
    melding: int


class OnderzoekMeldingLosgelaten(Gebeurtenissoort):
    """A question left the casus, and so the investigation."""

    soort = "casus.onderzoek_melding_losgelaten"
    onderwerp = ONDERZOEK
    melding: int


class LeefgebiedenGekozen(Gebeurtenissoort):
    """On which life domains one looks with somebody: these, and no others."""

    soort = "casus.leefgebieden_gekozen"
    onderwerp = ONDERZOEK
    persoon: int
    leefgebieden: tuple[Code, ...]


class BevindingGeschreven(Gebeurtenissoort):
    """Somebody wrote about a life domain. Recorded once a day for each writer, and whenever the offers that
    were considered or the mark that the resident gives become another: what was typed is no history."""

    soort = "casus.bevinding_geschreven"
    onderwerp = ONDERZOEK
    persoon: int
    leefgebied: Code
    aanbod: tuple[int, ...]
    cijfer: int | None


class CijferLaterGegeven(Gebeurtenissoort):
    """The mark that the resident gives a life domain afterwards (None: taken back)."""

    soort = "casus.cijfer_later_gegeven"
    onderwerp = ONDERZOEK
    persoon: int
    leefgebied: Code
    cijfer: int | None


class OnderzochteBijgewerkt(Gebeurtenissoort):
    """What goes for somebody on every life domain: client support (Wmo 2015 art. 2.2.4), an own plan
    and what was told. Recorded as `BevindingGeschreven` is."""

    soort = "casus.onderzochte_bijgewerkt"
    onderwerp = ONDERZOEK
    persoon: int
    clientondersteuning: Code | None
    eigen_plan: Code | None
    plan_ontvangen_op: date | None
    verteld: tuple[Code, ...]


class VerslagVerstuurd(Gebeurtenissoort):
    """The report went out (occurred on = that day); `ontbreekt` is what the checklist still missed."""

    soort = "casus.verslag_verstuurd"
    onderwerp = ONDERZOEK
    casus: int
    team: Code
    ontvangers: tuple[int, ...]
    ontbreekt: tuple[Code, ...]


class OnderzoekWeggegooid(Gebeurtenissoort):
    """Begun by mistake: it ended without a report, and its questions are free again."""

    soort = "casus.onderzoek_weggegooid"
    onderwerp = ONDERZOEK
    casus: int

"""Event kinds of decisions. Words about people are content; here stand codes, numbers and days."""

from datetime import date

from samendoen.besluiten.events.bezwaar import (
    BEZWAAR,
    BezwaarBekendgemaakt,
    BezwaarbeslissingTeruggenomen,
    BezwaarBeslist,
    BezwaarHersteld,
    BezwaarherstelGevraagd,
    BezwaarhorenVastgelegd,
    BezwaarInGebrekeGesteld,
    BezwaarIngebrekestellingIngetrokken,
    BezwaarIngetrokken,
    BezwaarOntvangen,
    BezwaarTeruggezet,
    BezwaarToegedeeld,
)
from samendoen.besluiten.events.bijdrage import (
    VRIJSTELLING,
    VrijstellingBeeindigd,
    VrijstellingIngetrokken,
    VrijstellingVastgelegd,
)
from samendoen.besluiten.events.doorbraak import (
    DOORBRAAK,
    DoorbraakIngetrokken,
    DoorbraakToegekend,
    DoorbraakuitgaveGeboekt,
    DoorbraakuitgaveIngetrokken,
)
from samendoen.besluiten.events.klacht import (
    KLACHT,
    KlachtAfgehandeld,
    KlachtHeropend,
    KlachthorenVastgelegd,
    KlachtOntvangen,
    KlachtOvergedragen,
)
from samendoen.kernel.api import Code, Gebeurtenissoort, Hash

__all__ = [
    "BEZWAAR",
    "DOORBRAAK",
    "KLACHT",
    "VRIJSTELLING",
    "BezwaarBekendgemaakt",
    "BezwaarBeslist",
    "BezwaarHersteld",
    "BezwaarInGebrekeGesteld",
    "BezwaarIngebrekestellingIngetrokken",
    "BezwaarIngetrokken",
    "BezwaarOntvangen",
    "BezwaarTeruggezet",
    "BezwaarToegedeeld",
    "BezwaarbeslissingTeruggenomen",
    "BezwaarherstelGevraagd",
    "BezwaarhorenVastgelegd",
    "DoorbraakIngetrokken",
    "DoorbraakToegekend",
    "DoorbraakuitgaveGeboekt",
    "DoorbraakuitgaveIngetrokken",
    "KlachtAfgehandeld",
    "KlachtHeropend",
    "KlachtOntvangen",
    "KlachtOvergedragen",
    "KlachthorenVastgelegd",
    "VrijstellingBeeindigd",
    "VrijstellingIngetrokken",
    "VrijstellingVastgelegd",
]

AANVRAAG = "besluiten.aanvraag"
VOORZIENING = "besluiten.voorziening"
DECLARATIE = "besluiten.declaratie"


class CatalogusIngelezen(Gebeurtenissoort):
    """The starting catalogue of products and providers was read in."""

    soort = "besluiten.catalogus_ingelezen"
    onderwerp = "besluiten.catalogus"
    gemeente: Code
    definitie: Hash
    producten: int
    aanbieders: int


class AanvraagGedaan(Gebeurtenissoort):
    """Somebody applied for a provision (occurred on = applied on). What was asked is content."""

    soort = "besluiten.aanvraag_gedaan"
    onderwerp = AANVRAAG
    product: Code
    categorie: Code
    kader: Code
    team: Code
    actie: int | None


class LangsKorteRoute(Gebeurtenissoort):
    """The application came from the short route of a question, with this proof seen."""

    soort = "besluiten.langs_korte_route"
    onderwerp = AANVRAAG
    melding: int
    route: Code
    bewijs: tuple[Code, ...]


class WijzigingGevraagd(Gebeurtenissoort):
    """The application asks to extend or change this provision."""

    soort = "besluiten.wijziging_gevraagd"
    onderwerp = AANVRAAG
    voorziening: int


class AanvraagIngetrokken(Gebeurtenissoort):
    """The applicant withdrew; `besluit` is the confirmation of it."""

    soort = "besluiten.aanvraag_ingetrokken"
    onderwerp = AANVRAAG
    besluit: int


class AdviesGegeven(Gebeurtenissoort):
    """Somebody without the mandate to decide prepared the decision. The words are content."""

    soort = "besluiten.advies_gegeven"
    onderwerp = AANVRAAG
    uitkomst: Code


class BesluitGenomen(Gebeurtenissoort):
    """A decision was taken, not announced yet. The reasons are content.

    `op_tijd` says whether it was taken within the term (whether it was *given* in time, as the law asks,
    stands with the announcement); None for a decision that revises an earlier one. `bedrag_eurocent` is
    what it costs over its period, or over one year when it has no end.
    """

    soort = "besluiten.besluit_genomen"
    onderwerp = AANVRAAG
    besluit: int
    uitkomst: Code
    op_tijd: bool | None
    tweede_nodig: bool
    bedrag_eurocent: int
    herziet: int | None


class WijzigingBesloten(Gebeurtenissoort):
    """The decision extends, changes or ends (`verandering`) a provision from `per` on, and why; without a
    reason it refuses to.

    It works from its announcement; see VoorzieningGewijzigd and VoorzieningHerroepen.
    """

    soort = "besluiten.wijziging_besloten"
    onderwerp = AANVRAAG
    besluit: int
    voorziening: int
    verandering: Code
    reden: Code | None
    per: date


class BesluitMeegetekend(Gebeurtenissoort):
    """A second person signed, as the mandate asks."""

    soort = "besluiten.besluit_meegetekend"
    onderwerp = AANVRAAG
    besluit: int


class BesluitTeruggenomen(Gebeurtenissoort):
    """Taken back before the announcement: revokes the decision."""

    soort = "besluiten.besluit_teruggenomen"
    onderwerp = AANVRAAG
    besluit: int


class BesluitBekendgemaakt(Gebeurtenissoort):
    """The letter was sent (Awb art. 3:41); one may object through `bezwaar_tot`.

    `op_tijd` says whether the decision was given within the term (Wmo 2015 art. 2.3.5 lid 2, Awb art.
    4:13); None for a decision that revises an earlier one.
    """

    soort = "besluiten.besluit_bekendgemaakt"
    onderwerp = AANVRAAG
    besluit: int
    op_tijd: bool | None
    bezwaar_tot: date


class BesluitHerroepen(Gebeurtenissoort):
    """An announced decision was replaced by a new one."""

    soort = "besluiten.besluit_herroepen"
    onderwerp = AANVRAAG
    besluit: int
    nieuw: int


class BesluitGewijzigd(Gebeurtenissoort):
    """What an announced decision gave was extended, changed or ended by a later one; the rest holds."""

    soort = "besluiten.besluit_gewijzigd"
    onderwerp = AANVRAAG
    besluit: int
    door: int


class VoorzieningToegekend(Gebeurtenissoort):
    """A provision holds from the announcement of its decision. `tot` is the first day no longer."""

    soort = "besluiten.voorziening_toegekend"
    onderwerp = VOORZIENING
    besluit: int
    product: Code
    categorie: Code
    kader: Code
    team: Code
    vorm: Code
    honderdste: int
    eenheid: Code
    frequentie: Code
    van: date
    tot: date | None


class HerbeoordelingGepland(Gebeurtenissoort):
    """When somebody looks whether a provision still fits; None: no longer."""

    soort = "besluiten.herbeoordeling_gepland"
    onderwerp = VOORZIENING
    op: date | None


class ToewijzingswijzeGekozen(Gebeurtenissoort):
    """A provider is told a category or a budget, and not a product with a volume."""

    soort = "besluiten.toewijzingswijze_gekozen"
    onderwerp = VOORZIENING
    wijze: Code


class VoorzieningHerroepen(Gebeurtenissoort):
    """The decision that gave it was replaced by `nieuw`; `per` is the first day on which it ended."""

    soort = "besluiten.voorziening_herroepen"
    onderwerp = VOORZIENING
    nieuw: int
    per: date


class Toegewezen(Gebeurtenissoort):
    """A provider was asked to give it; `aanbieder` is its AGB code."""

    soort = "besluiten.toegewezen"
    onderwerp = VOORZIENING
    toewijzing: int
    aanbieder: Code
    van: date
    tot: date | None


class ToewijzingBeeindigdV1(Gebeurtenissoort):
    """An assignment stops, as it was recorded before its reason was."""

    soort = "besluiten.toewijzing_beeindigd"
    onderwerp = VOORZIENING
    toewijzing: int
    tot: date


class ToewijzingBeeindigd(Gebeurtenissoort):
    """An assignment stops: another provider goes on, or nobody does. `reden` is a code of the standard
    (WMO002, JZ002); None for one that was over by itself."""

    soort = "besluiten.toewijzing_beeindigd"
    onderwerp = VOORZIENING
    versie = 2
    toewijzing: int
    tot: date
    reden: Code | None


class ToewijzingGewijzigd(Gebeurtenissoort):
    """The last day of an assignment moved, or how much may be given; see ToewijzingBeeindigd."""

    soort = "besluiten.toewijzing_gewijzigd"
    onderwerp = VOORZIENING
    toewijzing: int
    tot: date | None
    reden: Code


class VoorzieningGewijzigd(Gebeurtenissoort):
    """A provision was extended, changed or ended (`verandering`) by the decision on which it now rests."""

    soort = "besluiten.voorziening_gewijzigd"
    onderwerp = VOORZIENING
    besluit: int
    verandering: Code
    reden: Code
    honderdste: int
    tot: date | None


class StartGemeld(Gebeurtenissoort):
    """A provider reported that it began (occurred on = reported on)."""

    soort = "besluiten.start_gemeld"
    onderwerp = VOORZIENING
    toewijzing: int
    levering: int
    begin: date


class StopGemeld(Gebeurtenissoort):
    """A provider reported that what began on `begin` stopped; `tot` is the first day no longer, `reden` a
    code of the standard (WMO588, JZ588)."""

    soort = "besluiten.stop_gemeld"
    onderwerp = VOORZIENING
    toewijzing: int
    levering: int
    begin: date
    tot: date
    reden: Code


class StartIngetrokken(Gebeurtenissoort):
    """The provider took a start back: revokes it."""

    soort = "besluiten.start_ingetrokken"
    onderwerp = VOORZIENING
    levering: int


class StopIngetrokken(Gebeurtenissoort):
    """The provider took a stop back: revokes it."""

    soort = "besluiten.stop_ingetrokken"
    onderwerp = VOORZIENING
    levering: int


class DeclaratieGeboekt(Gebeurtenissoort):
    """An invoice was processed (occurred on = booked on). `tot` is the first day no longer.

    The tuples have one place per line: product ("geen" when it named no assignment of its own), the first
    day of the month in which it was given, whether it takes an earlier line back, cents asked and cents
    granted. Nothing says for whom.
    """

    soort = "besluiten.declaratie_geboekt"
    onderwerp = DECLARATIE
    aanbieder: Code
    kader: Code
    van: date
    tot: date
    producten: tuple[Code, ...]
    maanden: tuple[date, ...]
    credits: tuple[bool, ...]
    ingediend: tuple[int, ...]
    toegekend: tuple[int, ...]


class BerichtenverkeerGezet(Gebeurtenissoort):
    """We exchange messages with a provider from `vanaf` on; None: no longer."""

    soort = "besluiten.berichtenverkeer_gezet"
    onderwerp = "besluiten.aanbieder"
    aanbieder: Code
    vanaf: date | None

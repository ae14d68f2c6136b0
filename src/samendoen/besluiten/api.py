"""The door of besluiten for other contexts and for the demo."""

from samendoen.besluiten.actions.aanbieder import (
    Beschikbaarheidinvoer,
    NieuweAanbieder,
    meld_beschikbaarheid,
    voeg_aanbieders_toe,
    wijzig_aanbieder,
)
from samendoen.besluiten.actions.aanvraag import NieuweAanvraag, trek_aanvraag_in, vraag_aan
from samendoen.besluiten.actions.advies import geef_advies
from samendoen.besluiten.actions.afspraak import (
    NieuwContract,
    NieuwTarief,
    beeindig_contracten,
    beeindig_tarieven,
    spreek_contracten_af,
    spreek_tarieven_af,
    trek_contracten_in,
    trek_tarieven_in,
)
from samendoen.besluiten.actions.bekendmaking import maak_bekend
from samendoen.besluiten.actions.berichtenverkeer import zet_berichtenverkeer
from samendoen.besluiten.actions.besluit import NieuwBesluit, herzie_besluiten, neem_besluiten
from samendoen.besluiten.actions.betaling import Betalinginvoer, boek_betalingen, trek_betaling_in
from samendoen.besluiten.actions.catalogus import Catalogusuitslag, importeer_catalogus
from samendoen.besluiten.actions.declaratie import Declaratieinvoer, Regelinvoer, boek_declaraties
from samendoen.besluiten.actions.herbeoordeling import plan_herbeoordelingen
from samendoen.besluiten.actions.kort import Korteaanvraag, vraag_kort_aan
from samendoen.besluiten.actions.levering import (
    Startmelding,
    Stopmelding,
    meld_start,
    meld_stop,
    trek_start_in,
    trek_stop_in,
)
from samendoen.besluiten.actions.ondertekening import neem_terug, teken_mee
from samendoen.besluiten.actions.pgb import Pgbinvoer, beoordeel_zorgovereenkomsten, leg_pgb_vast
from samendoen.besluiten.actions.product import NieuwProduct, beeindig_producten, voeg_producten_toe
from samendoen.besluiten.actions.productlijst import Productlijstverslag, importeer_productcodes
from samendoen.besluiten.actions.toewijzing import NieuweToewijzing, beeindig_toewijzingen, wijs_toe
from samendoen.besluiten.actions.wijziging import Wijzigingsbesluit, neem_wijzigingsbesluiten
from samendoen.besluiten.actions.wijzigingsaanvraag import Wijzigingsaanvraag, vraag_wijzigingen_aan
from samendoen.besluiten.queries.aanbod import Ruimte, ruimte_van_allen
from samendoen.besluiten.queries.betaling import Betalingkern, betalingen_van
from samendoen.besluiten.queries.boek import (
    Boekregelkern,
    Declaratiekern,
    boekregels,
    declaratiekernen,
    declaraties_bij,
    kent_aanbieder,
)
from samendoen.besluiten.queries.keuzes import aanbieders_voor_keuze
from samendoen.besluiten.queries.nummers import voorzieningen_van_besluiten
from samendoen.besluiten.queries.productcodes import berichtcodes
from samendoen.besluiten.queries.tarieven import Tariefkern, heeft_contract, producttarieven, tarieven
from samendoen.besluiten.queries.toewijzingsregels import (
    Toewijzingregel,
    aanbiedernamen,
    toewijzingen_van_casus,
    toewijzingsregels,
)
from samendoen.besluiten.queries.uitwisseling import Toewijzingkern, toewijzingskernen, uit_te_wisselen
from samendoen.besluiten.rules import Uitkomst, Vorm
from samendoen.besluiten.rules.productlijst import GROOTSTE as GROOTSTE_PRODUCTLIJST

__all__ = [
    "GROOTSTE_PRODUCTLIJST",
    "Beschikbaarheidinvoer",
    "Betalinginvoer",
    "Betalingkern",
    "Boekregelkern",
    "Catalogusuitslag",
    "Declaratieinvoer",
    "Declaratiekern",
    "Korteaanvraag",
    "NieuwBesluit",
    "NieuwContract",
    "NieuwProduct",
    "NieuwTarief",
    "NieuweAanbieder",
    "NieuweAanvraag",
    "NieuweToewijzing",
    "Pgbinvoer",
    "Productlijstverslag",
    "Regelinvoer",
    "Ruimte",
    "Startmelding",
    "Stopmelding",
    "Tariefkern",
    "Toewijzingkern",
    "Toewijzingregel",
    "Uitkomst",
    "Vorm",
    "Wijzigingsaanvraag",
    "Wijzigingsbesluit",
    "aanbiedernamen",
    "aanbieders_voor_keuze",
    "beeindig_contracten",
    "beeindig_producten",
    "beeindig_tarieven",
    "beeindig_toewijzingen",
    "beoordeel_zorgovereenkomsten",
    "berichtcodes",
    "betalingen_van",
    "boek_betalingen",
    "boek_declaraties",
    "boekregels",
    "declaratiekernen",
    "declaraties_bij",
    "geef_advies",
    "heeft_contract",
    "herzie_besluiten",
    "importeer_catalogus",
    "importeer_productcodes",
    "kent_aanbieder",
    "leg_pgb_vast",
    "maak_bekend",
    "meld_beschikbaarheid",
    "meld_start",
    "meld_stop",
    "neem_besluiten",
    "neem_terug",
    "neem_wijzigingsbesluiten",
    "plan_herbeoordelingen",
    "producttarieven",
    "ruimte_van_allen",
    "spreek_contracten_af",
    "spreek_tarieven_af",
    "tarieven",
    "teken_mee",
    "toewijzingen_van_casus",
    "toewijzingskernen",
    "toewijzingsregels",
    "trek_aanvraag_in",
    "trek_betaling_in",
    "trek_contracten_in",
    "trek_start_in",
    "trek_stop_in",
    "trek_tarieven_in",
    "uit_te_wisselen",
    "voeg_aanbieders_toe",
    "voeg_producten_toe",
    "voorzieningen_van_besluiten",
    "vraag_aan",
    "vraag_kort_aan",
    "vraag_wijzigingen_aan",
    "wijs_toe",
    "wijzig_aanbieder",
    "zet_berichtenverkeer",
]

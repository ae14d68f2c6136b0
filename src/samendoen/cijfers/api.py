"""The door of the figures for other contexts."""

from samendoen.cijfers.actions.ggm import Ggm, voer_ggm_uit
from samendoen.cijfers.actions.grenzen import NieuweGrens, zet_grens
from samendoen.cijfers.actions.metingen import Metingverslag, lees_metingen_in, trek_meting_in
from samendoen.cijfers.actions.momentopname import Gemaakt, maak_momentopname
from samendoen.cijfers.actions.opmerkingen import NieuweOpmerking, plaats_opmerking, trek_opmerking_in
from samendoen.cijfers.actions.publicatie import publiceer
from samendoen.cijfers.queries import Peiling, Rij, Tabel, momentopname, tabel
from samendoen.cijfers.queries.grafieken.los import Getekend, grafiek
from samendoen.cijfers.queries.kruis import Kruistabel, celtekst, kruistabel
from samendoen.cijfers.queries.lichten import Licht, Reekspunt, grenzen_van, licht_van_rij, reeks
from samendoen.cijfers.queries.los import Cijfer, indicatorlijst, indicatornamen, nieuwste_cijfer
from samendoen.cijfers.queries.meer import Meertabel, Motor, meertabel
from samendoen.cijfers.queries.meer_openbaar import Openbaarmeer, openbaar_meer, waarde_van
from samendoen.cijfers.queries.metingen import Metingwaarde, metingen_van, vergelijk_delen
from samendoen.cijfers.queries.metingoverzicht import Elders, elders_lijst, elders_van
from samendoen.cijfers.queries.metingoverzicht import regels as meetregels
from samendoen.cijfers.queries.onthulling.document import bescherm_document, controleer_document
from samendoen.cijfers.queries.openbaar_verslag import Openbaar, Openbaarverslag, openbaar_verslag
from samendoen.cijfers.queries.opmerkingen import Kanttekening, kanttekeningen
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.queries.soorten import is_elders_gemeten
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming

__all__ = [
    "Bescherming",
    "Cijfer",
    "Elders",
    "Gemaakt",
    "Getekend",
    "Ggm",
    "Kanttekening",
    "Kruistabel",
    "Licht",
    "Meertabel",
    "Metingverslag",
    "Metingwaarde",
    "Motor",
    "NieuweGrens",
    "NieuweOpmerking",
    "Openbaar",
    "Openbaarmeer",
    "Openbaarverslag",
    "Peiling",
    "Reekspunt",
    "Rij",
    "Tabel",
    "bescherm_document",
    "celtekst",
    "controleer_document",
    "elders_lijst",
    "elders_van",
    "grafiek",
    "grenzen_van",
    "indicatorlijst",
    "indicatornamen",
    "is_elders_gemeten",
    "kanttekeningen",
    "kruistabel",
    "lees_metingen_in",
    "licht_van_rij",
    "maak_momentopname",
    "meertabel",
    "meetregels",
    "metingen_van",
    "momentopname",
    "nieuwste_cijfer",
    "openbaar_meer",
    "openbaar_verslag",
    "plaats_opmerking",
    "publiceer",
    "reeks",
    "tabel",
    "trek_meting_in",
    "trek_opmerking_in",
    "uitsplitsingsnaam",
    "vergelijk_delen",
    "voer_ggm_uit",
    "waarde_van",
    "zet_grens",
]

"""The door of the figures for other contexts."""

from samendoen.cijfers.actions.momentopname import Gemaakt, maak_momentopname
from samendoen.cijfers.actions.publicatie import publiceer
from samendoen.cijfers.queries import Peiling, Rij, Tabel, momentopname, tabel
from samendoen.cijfers.queries.grafieken.los import Getekend, grafiek
from samendoen.cijfers.queries.kruis import Kruistabel, celtekst, kruistabel
from samendoen.cijfers.queries.los import Cijfer, indicatorlijst, indicatornamen, nieuwste_cijfer
from samendoen.cijfers.queries.meer import Meertabel, Motor, meertabel
from samendoen.cijfers.queries.onthulling.document import bescherm_document, controleer_document
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam
from samendoen.cijfers.rules.onthulling.vraagstuk import Bescherming

__all__ = [
    "Bescherming",
    "Cijfer",
    "Gemaakt",
    "Getekend",
    "Kruistabel",
    "Meertabel",
    "Motor",
    "Peiling",
    "Rij",
    "Tabel",
    "bescherm_document",
    "celtekst",
    "controleer_document",
    "grafiek",
    "indicatorlijst",
    "indicatornamen",
    "kruistabel",
    "maak_momentopname",
    "meertabel",
    "momentopname",
    "nieuwste_cijfer",
    "publiceer",
    "tabel",
    "uitsplitsingsnaam",
]

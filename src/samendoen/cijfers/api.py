"""The door of the figures for other contexts."""

from samendoen.cijfers.actions.momentopname import Gemaakt, maak_momentopname
from samendoen.cijfers.queries import Peiling, Rij, Tabel, momentopname, nieuwste_peildatum, tabel
from samendoen.cijfers.queries.kruis import Kruistabel, kruistabel
from samendoen.cijfers.queries.overzicht import uitsplitsingsnaam

__all__ = [
    "Gemaakt",
    "Kruistabel",
    "Peiling",
    "Rij",
    "Tabel",
    "kruistabel",
    "maak_momentopname",
    "momentopname",
    "nieuwste_peildatum",
    "tabel",
    "uitsplitsingsnaam",
]

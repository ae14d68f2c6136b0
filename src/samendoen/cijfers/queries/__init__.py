"""Reads of the figures: tables of an indicator, from a snapshot, for somebody who may see them."""

from samendoen.cijfers.queries.momentopnamen import Peiling, momentopname, nieuwste_peildatum
from samendoen.cijfers.queries.tabellen import Rij, Tabel, beschermd, tabel

__all__ = ["Peiling", "Rij", "Tabel", "beschermd", "momentopname", "nieuwste_peildatum", "tabel"]

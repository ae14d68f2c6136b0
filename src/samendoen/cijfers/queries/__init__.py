"""Reads of the figures: tables of an indicator, from a snapshot, for somebody who may see them."""

from samendoen.cijfers.queries.momentopnamen import Peiling, momentopname
from samendoen.cijfers.queries.tabellen import Rij, Tabel, nieuwste_dag, tabel

__all__ = ["Peiling", "Rij", "Tabel", "momentopname", "nieuwste_dag", "tabel"]

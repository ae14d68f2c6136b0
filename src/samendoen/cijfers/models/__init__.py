"""Models of the figures: one file per feature."""

from samendoen.cijfers.models.momentopname import Momentopname, Publicatie

__all__ = ["Momentopname", "Publicatie"]

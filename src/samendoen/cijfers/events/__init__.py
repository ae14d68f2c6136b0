"""Event kinds of the figures: one file per feature."""

from samendoen.cijfers.events.momentopname import CijfersGepubliceerd, MomentopnameGemaakt

__all__ = ["CijfersGepubliceerd", "MomentopnameGemaakt"]

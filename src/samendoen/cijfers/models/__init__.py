"""Models of the figures: one file per feature."""

from samendoen.cijfers.models.eigenvraag import Eigenvraag
from samendoen.cijfers.models.grens import Lichtgrens
from samendoen.cijfers.models.meting import GEBIEDSOORTEN, Meting
from samendoen.cijfers.models.momentopname import Momentopname, Publicatie
from samendoen.cijfers.models.opmerking import Reeksopmerking

__all__ = [
    "GEBIEDSOORTEN",
    "Eigenvraag",
    "Lichtgrens",
    "Meting",
    "Momentopname",
    "Publicatie",
    "Reeksopmerking",
]

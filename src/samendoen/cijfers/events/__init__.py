"""Event kinds of the figures: one file per feature."""

from samendoen.cijfers.events.eigenvraag import VraagBewaard, VraagWeggehaald
from samendoen.cijfers.events.ggm import GgmUitgevoerd
from samendoen.cijfers.events.grens import GRENS, GrensGezet
from samendoen.cijfers.events.meting import METING, MetingGeboekt, MetingVervallen
from samendoen.cijfers.events.momentopname import CijfersGepubliceerd, MomentopnameGemaakt
from samendoen.cijfers.events.opmerking import OPMERKING, OpmerkingGeplaatst, OpmerkingIngetrokken

__all__ = [
    "GRENS",
    "METING",
    "OPMERKING",
    "CijfersGepubliceerd",
    "GgmUitgevoerd",
    "GrensGezet",
    "MetingGeboekt",
    "MetingVervallen",
    "MomentopnameGemaakt",
    "OpmerkingGeplaatst",
    "OpmerkingIngetrokken",
    "VraagBewaard",
    "VraagWeggehaald",
]

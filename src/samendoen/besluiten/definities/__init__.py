"""What a municipality says about decisions as data: its catalogue, and text blocks."""

from samendoen.besluiten.definities.catalogus import Catalogus, catalogus, catalogusnamen
from samendoen.besluiten.definities.tekstblokken import Blokveld, Tekstblok, blokken_voor, voeg_in

__all__ = ["Blokveld", "Catalogus", "Tekstblok", "blokken_voor", "catalogus", "catalogusnamen", "voeg_in"]

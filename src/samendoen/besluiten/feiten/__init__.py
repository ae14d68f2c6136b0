"""Facts of besluiten."""

from samendoen.besluiten.feiten.besluit import BESLUIT
from samendoen.besluiten.feiten.bezwaar import BEZWAAR
from samendoen.besluiten.feiten.declaratie import DECLARATIEREGEL
from samendoen.besluiten.feiten.doorbraak import DOORBRAAKBUDGET
from samendoen.besluiten.feiten.huishoudkosten import HUISHOUDKOSTEN
from samendoen.besluiten.feiten.klacht import KLACHT
from samendoen.besluiten.feiten.levering import LEVERING

__all__ = ["BESLUIT", "BEZWAAR", "DECLARATIEREGEL", "DOORBRAAKBUDGET", "HUISHOUDKOSTEN", "KLACHT", "LEVERING"]

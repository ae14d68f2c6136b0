"""Names of products and providers by code, for the many lines of a timeline.

Remembered for a request: who changes a name sees it at once, and so does everybody in another process.
"""

from collections.abc import Mapping

from samendoen.besluiten.models import Aanbieder, Product
from samendoen.kernel.api import SYSTEEM, Actor, onthoud


def productnaam(code: str) -> str:
    """Return the name of a product; the code itself when it is not known."""
    return _producten(SYSTEEM).get(code, code)


def aanbiedernaam(agb: str) -> str:
    """Return the name of a provider; the AGB code itself when it is not known."""
    return _aanbieders(SYSTEEM).get(agb, agb)


@onthoud
def _producten(door: Actor) -> Mapping[str, str]:
    return dict(Product.objects.values_list("code", "naam"))


@onthoud
def _aanbieders(door: Actor) -> Mapping[str, str]:
    return dict(Aanbieder.objects.values_list("agb", "naam"))

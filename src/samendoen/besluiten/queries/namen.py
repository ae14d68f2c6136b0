"""Names of products and providers by code, for the many lines of a timeline.

Kept while a process lives: the catalogue is read in once and does not change.
"""

from collections.abc import Mapping
from functools import cache

from samendoen.besluiten.models import Aanbieder, Product


def productnaam(code: str) -> str:
    """Return the name of a product; the code itself when it is not known."""
    return _namen("product").get(code, code)


def aanbiedernaam(agb: str) -> str:
    """Return the name of a provider; the AGB code itself when it is not known."""
    return _namen("aanbieder").get(agb, agb)


def _namen(wat: str) -> Mapping[str, str]:
    try:
        return _gelezen(wat)
    except LookupError:
        return {}


@cache
def _gelezen(wat: str) -> Mapping[str, str]:
    rijen = (
        Product.objects.values_list("code", "naam")
        if wat == "product"
        else Aanbieder.objects.values_list("agb", "naam")
    )
    namen = dict(rijen)
    if not namen:
        raise LookupError("not read in yet")  # not remembered: the next line asks again
    return namen

"""What besluiten plugs in."""

from django.utils.translation import gettext_lazy

from samendoen.besluiten import events, feiten
from samendoen.besluiten.models import Aanvraag, Advies, Besluit
from samendoen.besluiten.queries.zinnen import ZINNEN
from samendoen.kernel import stekkers


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.feit.meld_aan("besluit", feiten.BESLUIT)
    stekkers.wisser.meld_aan("besluiten", WISSER)
    stekkers.soortnaam.meld_aan(events.AANVRAAG, AANVRAAGNAAM)
    stekkers.soortnaam.meld_aan(events.VOORZIENING, VOORZIENINGNAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every application and decision of this person under this law, letters too."""
    aanvragen = Aanvraag.objects.filter(inwoner_id=persoon_id, wet=wet).exclude(motivering="")
    besluiten = Besluit.objects.filter(inwoner_id=persoon_id, wet=wet)
    adviezen = Advies.objects.filter(inwoner_id=persoon_id, wet=wet, inhoud__isnull=False)
    return (
        aanvragen.update(motivering="")
        + besluiten.update(bevinding="", niet_lichter="", motivering="", brief=None)
        + adviezen.update(inhoud=None)
    )


WISSER = stekkers.Wisser(("besluiten.Aanvraag", "besluiten.Advies", "besluiten.Besluit"), wis)
AANVRAAGNAAM = gettext_lazy("aanvraag")
VOORZIENINGNAAM = gettext_lazy("voorziening")

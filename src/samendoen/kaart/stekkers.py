"""What kaart plugs in."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kaart import events
from samendoen.kaart.models import Aanbod
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor

NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Sociale kaart"), "kaart", None, 300)
SOORTNAAM = gettext_lazy("aanbod")


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.navigatie.meld_aan(NAVIGATIE.url_naam, NAVIGATIE)
    stekkers.adres.meld_aan(events.AANBOD, adres)
    stekkers.adres.meld_aan(events.ORGANISATIE, organisatie_adres)
    stekkers.aanduiding.meld_aan(events.AANBOD, aanduiding)
    stekkers.soortnaam.meld_aan(events.AANBOD, SOORTNAAM)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of an offer."""
    return reverse("aanbod", args=[onderwerp_id])


def organisatie_adres(onderwerp_id: int) -> str:
    """Return the page of an organisation."""
    return reverse("kaart_organisatie", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of offers: everybody may read them."""
    return dict(Aanbod.objects.filter(pk__in=set(onderwerp_ids)).values_list("pk", "naam"))


def _ingelezen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Sociale kaart ingelezen: %(organisaties)s organisaties en %(aanbod)s keer aanbod.") % {
        "organisaties": gegevens["organisaties"],
        "aanbod": gegevens["aanbod"],
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.KaartIngelezen.soort: _ingelezen,
    events.OrganisatieGemaakt.soort: stekkers.vaste_zin(gettext_lazy("Organisatie op de kaart gezet.")),
    events.OrganisatieGewijzigd.soort: stekkers.vaste_zin(gettext_lazy("Organisatie gewijzigd.")),
    events.LocatieGemaakt.soort: stekkers.vaste_zin(gettext_lazy("Plek toegevoegd.")),
    events.AanbodGemaakt.soort: stekkers.vaste_zin(gettext_lazy("Aanbod op de kaart gezet.")),
    events.AanbodGewijzigd.soort: stekkers.vaste_zin(gettext_lazy("Aanbod gewijzigd.")),
    events.AanbodGestopt.soort: stekkers.vaste_zin(gettext_lazy("Aanbod gestopt.")),
    events.AanbodHervat.soort: stekkers.vaste_zin(gettext_lazy("Aanbod hervat.")),
}

"""What the doorbraakbudget plugs in: its panel, its fact, how its events read, its eraser."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events, feiten
from samendoen.besluiten.models import Doorbraak, Doorbraakuitgave
from samendoen.besluiten.queries import doorbraak
from samendoen.kernel import stekkers
from samendoen.kernel.stekkers import vaste_zin
from samendoen.schil.api import euro_centen


def meld_aan() -> None:
    """Fill the stekkers of the doorbraakbudget."""
    stekkers.feit.meld_aan("doorbraakbudget", feiten.DOORBRAAKBUDGET)
    stekkers.paneel.meld_aan("casus:doorbraak", doorbraak.paneel_casus)
    stekkers.vulling.meld_aan("casus:doorbraak", VULLING)
    stekkers.soortnaam.meld_aan(events.DOORBRAAK, SOORTNAAM)
    stekkers.adres.meld_aan(events.DOORBRAAK, adres)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase what a budget was for, and what was paid from it; amounts stay."""
    budgetten = Doorbraak.objects.filter(inwoner_id=persoon_id, wet=wet)
    uitgaven = Doorbraakuitgave.objects.filter(inwoner_id=persoon_id, wet=wet)
    return budgetten.update(waarvoor="", waarom="") + uitgaven.update(omschrijving="")


def adres(onderwerp_id: int) -> str:
    """Return the page of a budget."""
    return reverse("doorbraak", args=[onderwerp_id])


def _toegekend(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Doorbraakbudget toegekend: %(bedrag)s.") % {"bedrag": euro_centen(gegevens["bedrag_eurocent"])}


def _uitgave(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Uit het doorbraakbudget betaald: %(bedrag)s.") % {
        "bedrag": euro_centen(gegevens["bedrag_eurocent"])
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.DoorbraakToegekend.soort: _toegekend,
    events.DoorbraakIngetrokken.soort: vaste_zin(gettext_lazy("Het doorbraakbudget was een vergissing.")),
    events.DoorbraakuitgaveGeboekt.soort: _uitgave,
    events.DoorbraakuitgaveIngetrokken.soort: vaste_zin(
        gettext_lazy("Een uitgave uit het doorbraakbudget was een vergissing.")
    ),
}
MODELLEN = ("besluiten.Doorbraak", "besluiten.Doorbraakuitgave")
SOORTNAAM = gettext_lazy("doorbraakbudget")
VULLING = stekkers.Vulling("besluiten_doorbraak WHERE casus_id = %(id)s")

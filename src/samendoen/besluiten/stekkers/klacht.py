"""What a complaint plugs in: its place in the navigation, how its events read, its eraser."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events, feiten
from samendoen.besluiten.models import AFLOPEN, Klacht
from samendoen.besluiten.queries.klacht import inwonerlink, leesbaar
from samendoen.besluiten.rules.klacht import Afloop
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie
from samendoen.kernel.stekkers import vaste_zin


def meld_aan() -> None:
    """Fill the stekkers of a complaint."""
    stekkers.feit.meld_aan("klacht", feiten.KLACHT)
    stekkers.navigatie.meld_aan("klachten", NAVIGATIE)
    stekkers.paneel.meld_aan("inwoner:klacht", inwonerlink)
    stekkers.soortnaam.meld_aan(events.KLACHT, SOORTNAAM)
    stekkers.adres.meld_aan(events.KLACHT, adres)
    stekkers.aanduiding.meld_aan(events.KLACHT, aanduiding)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every complaint of this person under this law, and who complained."""
    rijen = Klacht.objects.filter(inwoner_id=persoon_id, wet=wet)
    return rijen.update(klager="", klageradres="", over="", verslag="", bevindingen="", conclusies="")


def adres(onderwerp_id: int) -> str:
    """Return the page of a complaint."""
    return reverse("klacht", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return who complains, of the complaints that this actor may read."""
    rijen = leesbaar(door).filter(pk__in=set(onderwerp_ids)).exclude(klager="")
    return dict(rijen.values_list("pk", "klager"))


def _afgehandeld(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    afloop = str(AFLOPEN[Afloop(gegevens["afloop"])])
    return _("Klacht afgehandeld: %(afloop)s.") % {"afloop": f"{afloop[:1].lower()}{afloop[1:]}"}


ZINNEN: dict[str, stekkers.Zin] = {
    events.KlachtOntvangen.soort: vaste_zin(gettext_lazy("Klacht ontvangen.")),
    events.KlachtOvergedragen.soort: vaste_zin(gettext_lazy("Klacht overgedragen aan een ander.")),
    events.KlachthorenVastgelegd.soort: vaste_zin(gettext_lazy("Vastgelegd wie over de klacht is gehoord.")),
    events.KlachtAfgehandeld.soort: _afgehandeld,
    events.KlachtHeropend.soort: vaste_zin(gettext_lazy("De klacht wordt toch verder behandeld.")),
}
MODELLEN = ("besluiten.Klacht",)
SOORTNAAM = gettext_lazy("klacht")
NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Klachten"), "klachten", Permissie.MELDING_REGISTREREN, 44, onder="meldingen"
)

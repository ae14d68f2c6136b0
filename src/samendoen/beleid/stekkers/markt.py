"""What the accountability market plugs in."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.events import markt as events
from samendoen.beleid.queries.markten import paneel
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import vaste_zin

NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Markt"), "koers_markten", Permissie.BELEID_ZIEN, 72, onder="koers"
)


def meld_aan() -> None:
    """Fill the stekkers of the market."""
    stekkers.paneel.meld_aan("doel:markt", paneel)
    stekkers.adres.meld_aan(events.MARKT, _adres)
    stekkers.navigatie.meld_aan("koers_markten", NAVIGATIE)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _adres(onderwerp_id: int) -> str:
    return reverse("koers_markt", args=[onderwerp_id])


def _gezet(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Regel toegevoegd.") if gegevens["nieuw"] else _("Regel gewijzigd.")


def _afgedaan(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Afgedaan.") if gegevens["afgedaan"] else _("Weer open gezet.")


def _gepubliceerd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Programma gepubliceerd.") if gegevens["deel"] == "programma" else _("Uitkomst gepubliceerd.")


def _teruggehaald(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Programma teruggehaald.") if gegevens["deel"] == "programma" else _("Uitkomst teruggehaald.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.MarktGepland.soort: vaste_zin(gettext_lazy("Markt gepland.")),
    events.MarktGewijzigd.soort: vaste_zin(gettext_lazy("Markt gewijzigd.")),
    events.MarktregelGezet.soort: _gezet,
    events.MarktregelGeschrapt.soort: vaste_zin(gettext_lazy("Regel geschrapt.")),
    events.MarktregelHersteld.soort: vaste_zin(gettext_lazy("Regel teruggezet.")),
    events.MarktregelAfgedaan.soort: _afgedaan,
    events.MarktdeelGepubliceerd.soort: _gepubliceerd,
    events.MarktdeelTeruggehaald.soort: _teruggehaald,
}

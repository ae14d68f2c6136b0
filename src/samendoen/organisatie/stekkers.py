"""What organisatie plugs in."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.kernel import stekkers
from samendoen.kernel.api import ROLNAMEN, Permissie, Rol
from samendoen.organisatie import events, feiten
from samendoen.organisatie.queries import gemeentenaam, teamnaam

NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Organisatie"), "organisatie", Permissie.ORGANISATIE_BEHEREN, 500
)
AFWEZIG = stekkers.Navigatiepunt(gettext_lazy("Afwezig"), "afwezig", Permissie.AFWEZIGHEID_MELDEN, 510)


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.gemeentenaam.meld_aan("organisatie", gemeentenaam)
    stekkers.feit.meld_aan("team", feiten.TEAM)
    stekkers.adres.meld_aan(events.MEDEWERKER, adres)
    for punt in (NAVIGATIE, AFWEZIG):
        stekkers.navigatie.meld_aan(punt.url_naam, punt)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def adres(onderwerp_id: int) -> str:
    """Return the page of an employee."""
    return reverse("medewerker", args=[onderwerp_id])


def _rol(zin: Any) -> stekkers.Zin:
    def maak(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
        return str(zin) % {"rol": ROLNAMEN[Rol(gegevens["rol"])]}

    return maak


def _team(zin: Any) -> stekkers.Zin:
    def maak(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
        return str(zin) % {"team": teamnaam(gegevens["team"])}

    return maak


def _ingelezen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Gemeente ingelezen: %(teams)s teams en %(kernen)s kernen.") % {
        "teams": gegevens["teams"],
        "kernen": gegevens["kernen"],
    }


ZINNEN: dict[str, stekkers.Zin] = {
    events.GemeenteGeimporteerd.soort: _ingelezen,
    events.TeamHernoemd.soort: _team(gettext_lazy("Team hernoemd: %(team)s.")),
    events.MedewerkerGemaakt.soort: stekkers.vaste_zin(gettext_lazy("Account gemaakt.")),
    events.WachtwoordVernieuwd.soort: stekkers.vaste_zin(gettext_lazy("Nieuw wachtwoord gegeven.")),
    events.GegevensGewijzigd.soort: stekkers.vaste_zin(gettext_lazy("Gegevens van het werk gewijzigd.")),
    events.RolGezet.soort: _rol(gettext_lazy("Rol gekregen: %(rol)s.")),
    events.RolAfgenomen.soort: _rol(gettext_lazy("Rol afgenomen: %(rol)s.")),
    events.InTeamGezet.soort: _team(gettext_lazy("Lid geworden van %(team)s.")),
    events.UitTeamGehaald.soort: _team(gettext_lazy("Geen lid meer van %(team)s.")),
    events.MandaatGegeven.soort: stekkers.vaste_zin(gettext_lazy("Mandaat gegeven.")),
    events.MandaatIngetrokken.soort: stekkers.vaste_zin(gettext_lazy("Mandaat ingetrokken.")),
    events.AfwezigGemeld.soort: stekkers.vaste_zin(gettext_lazy("Afwezig gemeld.")),
    events.AfwezigheidBeeindigd.soort: stekkers.vaste_zin(gettext_lazy("Afwezigheid beëindigd.")),
}

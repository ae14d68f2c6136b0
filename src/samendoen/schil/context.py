"""What the base template knows on every page. Lazy: a page that shows none of it pays nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import Navigatiepunt
from samendoen.schil import formaat, huisstijl, sloten, statisch


@dataclass(frozen=True, slots=True)
class Navigatielink:
    """A link of the main navigation, ready to show; `huidig` is its aria-current: "page" where one is,
    "true" for the entry that it lies below, else ""."""

    label: str
    url: str
    huidig: str


class Schil:
    """The shell of one request; each property is worked out when the template first asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def gemeente(self) -> str:
        """Return the municipality's name, "" as long as nobody plugged it in."""
        for _sleutel, naam in stekkers.gemeentenaam:
            return naam()
        return ""

    @cached_property
    def _punten(self) -> Sequence[Navigatiepunt]:
        """The entries that this user may open, in their order."""
        actor = getattr(self._request, "actor", None)
        punten = sorted((punt for _sleutel, punt in stekkers.navigatie), key=lambda punt: punt.volgorde)
        return [p for p in punten if p.permissie is None or (actor and actor.mag(p.permissie))]

    @cached_property
    def _hier(self) -> Navigatiepunt | None:
        """The entry of this page. The longest address wins: /organisatie/afwezig/ lies below /organisatie/,
        and has its own entry."""
        hier = [p for p in self._punten if self._request.path.startswith(reverse(p.url_naam))]
        return max(hier, key=lambda p: len(reverse(p.url_naam)), default=None)

    def _links(self, punten: Iterable[Navigatiepunt], boven: str) -> Sequence[Navigatielink]:
        hier = self._hier.url_naam if self._hier else ""
        huidig = {boven: "true"} | {hier: "page"}
        return [Navigatielink(str(p.label), reverse(p.url_naam), huidig.get(p.url_naam, "")) for p in punten]

    @cached_property
    def navigatie(self) -> Sequence[Navigatielink]:
        """Return the entries of the bar that this user may open, in their order."""
        return self._links((p for p in self._punten if not p.onder), self._hier.onder if self._hier else "")

    @cached_property
    def deelnavigatie(self) -> Sequence[Navigatielink]:
        """Return the entry of this page with those that lie below it; empty where there are none."""
        boven = (self._hier.onder or self._hier.url_naam) if self._hier else ""
        onder = [p for p in self._punten if boven and p.onder == boven]
        samen = [p for p in self._punten if p.url_naam == boven] + onder
        return self._links(samen, "") if onder else []

    @cached_property
    def begin_url(self) -> str:
        """Return the first screen of this user's work, "" for a visitor or a role without one."""
        actor = getattr(self._request, "actor", None)
        punten = (p for _sleutel, p in stekkers.navigatie if self.aangemeld and p.permissie)
        mijn = [p for p in punten if actor and actor.mag(p.permissie)]
        return reverse(min(mijn, key=lambda p: p.volgorde).url_naam) if mijn else ""

    @property
    def aangemeld(self) -> bool:
        """Return whether somebody is logged in."""
        gebruiker = getattr(self._request, "user", None)
        return bool(gebruiker and gebruiker.is_authenticated)

    @property
    def gebruiker(self) -> str:
        """Return the name of who is logged in."""
        return str(getattr(self._request, "user", ""))

    @property
    def oefendag(self) -> str:
        """Return the day that the clock was set to ("maandag 3 juni 2024"), "" in a real installation."""
        waarde = settings.SAMENDOEN_VANDAAG
        return formaat.datum_voluit(date.fromisoformat(waarde)) if waarde else ""

    @property
    def zoek_url(self) -> str:
        """Return where the search box goes; "" leaves the slot empty."""
        naam = sloten.zoekscherm.geef("scherm")
        return reverse(naam) if naam and self.aangemeld else ""

    @property
    def zoek_hint(self) -> str:
        """Return what this user may look for, in the search box."""
        actor = getattr(self._request, "actor", None)
        if actor and actor.mag(Permissie.INWONER_ZOEKEN):
            return _("Zoek op naam, BSN, adres of nummer")
        return _("Zoek hulp en activiteiten")

    @property
    def aanmeld_url(self) -> str:
        """Return the login page."""
        return reverse(settings.LOGIN_URL)

    @property
    def afmeld_url(self) -> str:
        """Return the logout page."""
        return reverse("account_logout")

    @property
    def wachtwoord_url(self) -> str:
        """Return where one changes the own password."""
        return reverse("account_change_password")

    @property
    def voet(self) -> Sequence[tuple[str, str]]:
        """Return label and URL of the pages that the footer links to."""
        punten = sorted((punt for _sleutel, punt in sloten.voetlinks), key=lambda punt: punt.volgorde)
        return [(str(punt.label), reverse(punt.url_naam)) for punt in punten]

    @property
    def versie(self) -> str:
        """Return the installed version."""
        return _versie()

    @property
    def thema(self) -> str:
        """Return the class on `<html>` that turns on the design tokens."""
        return huisstijl.lees(settings.SAMENDOEN_HUISSTIJL).klasse

    @property
    def stijlbladen(self) -> Sequence[str]:
        """Return the URLs of the style sheets, worked out once per process."""
        return statisch.stijlbladen() if settings.DEBUG else _stijlbladen()


@cache
def _versie() -> str:
    return version("samendoen")


@cache
def _stijlbladen() -> Sequence[str]:
    return statisch.stijlbladen()


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor: gives templates the variable `schil`."""
    return {"schil": Schil(request)}

"""What an objection plugs in: its panel, its place in the navigation, how its events read, its eraser."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events, feiten
from samendoen.besluiten.models import (
    BEZWAARUITKOMSTEN,
    HOREN,
    INTREKREDENEN,
    Bezwaar,
    Zaakbrief,
)
from samendoen.besluiten.queries import bezwaar
from samendoen.besluiten.rules.bezwaar import Bezwaaruitkomst, Horen, Intrekreden
from samendoen.kernel import stekkers
from samendoen.kernel.api import Actor, Permissie
from samendoen.kernel.stekkers import vaste_zin
from samendoen.schil.api import datum_lang


def meld_aan() -> None:
    """Fill the stekkers of an objection."""
    stekkers.feit.meld_aan("bezwaar", feiten.BEZWAAR)
    stekkers.navigatie.meld_aan("bezwaren", NAVIGATIE)
    stekkers.paneel.meld_aan("casus:bezwaar", bezwaar.paneel_casus)
    stekkers.vulling.meld_aan("casus:bezwaar", VULLING)
    stekkers.soortnaam.meld_aan(events.BEZWAAR, SOORTNAAM)
    stekkers.adres.meld_aan(events.BEZWAAR, adres)
    stekkers.aanduiding.meld_aan(events.BEZWAAR, aanduiding)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def wis(persoon_id: int, wet: str) -> int:
    """Erase the words of every objection of this person under this law, and the letters."""
    rijen = Bezwaar.objects.filter(inwoner_id=persoon_id, wet=wet)
    brieven = Zaakbrief.objects.filter(inwoner_id=persoon_id, wet=wet, brief__isnull=False)
    leeg = {"indiener": "", "indieneradres": "", "gronden": "", "hoorverslag": "", "motivering": ""}
    return rijen.update(**leeg) + brieven.update(brief=None)


def adres(onderwerp_id: int) -> str:
    """Return the page of an objection."""
    return reverse("bezwaar", args=[onderwerp_id])


def aanduiding(door: Actor, onderwerp_ids: Iterable[int]) -> dict[int, str]:
    """Return of whom each objection is that this actor may read."""
    return bezwaar.kop_van(door, list(onderwerp_ids))


def _ontvangen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Bezwaar ontvangen.") if gegevens["tijdig"] else _("Bezwaar ontvangen, na de termijn.")


def _horen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Horen: %(stand)s.") % {"stand": str(HOREN[Horen(gegevens["stand"])]).lower()}


def _beslist(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    uitkomst = BEZWAARUITKOMSTEN[Bezwaaruitkomst(gegevens["uitkomst"])]
    return _("Op het bezwaar beslist: %(uitkomst)s.") % {"uitkomst": str(uitkomst).lower()}


def _bekend(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    tot = datum_lang(date.fromisoformat(gegevens["beroep_tot"]))
    return _("Beslissing op bezwaar bekendgemaakt. Beroep kan tot en met %(dag)s.") % {"dag": tot}


def _ingetrokken(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return f"{INTREKREDENEN[Intrekreden(str(gegevens['reden']))]}."


ZINNEN: dict[str, stekkers.Zin] = {
    events.BezwaarOntvangen.soort: _ontvangen,
    events.BezwaarToegedeeld.soort: vaste_zin(gettext_lazy("Bezwaar toegedeeld aan een behandelaar.")),
    events.BezwaarherstelGevraagd.soort: vaste_zin(gettext_lazy("Gevraagd om het bezwaar aan te vullen.")),
    events.BezwaarHersteld.soort: vaste_zin(gettext_lazy("Het bezwaar is aangevuld.")),
    events.BezwaarhorenVastgelegd.soort: _horen,
    events.BezwaarInGebrekeGesteld.soort: vaste_zin(gettext_lazy("Ingebrekestelling ontvangen.")),
    events.BezwaarIngebrekestellingIngetrokken.soort: vaste_zin(
        gettext_lazy("De ingebrekestelling is ingetrokken of was een vergissing.")
    ),
    events.BezwaarBeslist.soort: _beslist,
    events.BezwaarbeslissingTeruggenomen.soort: vaste_zin(
        gettext_lazy("De beslissing op het bezwaar is teruggenomen.")
    ),
    events.BezwaarBekendgemaakt.soort: _bekend,
    events.BezwaarIngetrokken.soort: _ingetrokken,
    events.BezwaarTeruggezet.soort: vaste_zin(gettext_lazy("Het bezwaar wordt toch behandeld.")),
}
MODELLEN = ("besluiten.Bezwaar", "besluiten.Zaakbrief")
SOORTNAAM = gettext_lazy("bezwaar")
NAVIGATIE = stekkers.Navigatiepunt(
    gettext_lazy("Bezwaren"), "bezwaren", Permissie.BESLUIT_VOORBEREIDEN, 43, onder="besluiten"
)
VULLING = stekkers.Vulling(
    "besluiten_bezwaar bz JOIN besluiten_besluit bs ON bs.id = bz.besluit_id "
    "JOIN besluiten_aanvraag av ON av.id = bs.aanvraag_id WHERE av.casus_id = %(id)s"
)

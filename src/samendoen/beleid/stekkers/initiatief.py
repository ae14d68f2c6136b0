"""What initiatives and the villages' budget plug in."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid.events import initiatief as events
from samendoen.beleid.models.initiatief import BESLUITEN, UITKOMSTEN
from samendoen.beleid.queries.initiatieven import REGEL, namen
from samendoen.beleid.rules.initiatief import Besluit, Uitkomst
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.kernel.stekkers import vaste_zin
from samendoen.schil.api import euro, euro_centen

INITIATIEVEN = stekkers.Navigatiepunt(
    gettext_lazy("Initiatieven"), "koers_initiatieven", Permissie.BELEID_ZIEN, 73, onder="koers"
)
DORPEN = stekkers.Navigatiepunt(
    gettext_lazy("Dorpen"), "koers_dorpen", Permissie.BELEID_ZIEN, 74, onder="koers"
)


def meld_aan() -> None:
    """Fill the stekkers of initiatives."""
    stekkers.adres.meld_aan(events.INITIATIEF, _adres)
    stekkers.aanduiding.meld_aan(events.INITIATIEF, namen)
    stekkers.soortnaam.meld_aan(events.INITIATIEF, gettext_lazy("initiatief"))
    stekkers.taakregel.meld_aan(REGEL.code, REGEL)
    stekkers.navigatie.meld_aan("koers_initiatieven", INITIATIEVEN)
    stekkers.navigatie.meld_aan("koers_dorpen", DORPEN)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


def _adres(onderwerp_id: int) -> str:
    return reverse("koers_initiatief", args=[onderwerp_id])


def _getoetst(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Voorwaarde %(code)s: %(uitkomst)s.") % {
        "code": gegevens["voorwaarde"],
        "uitkomst": UITKOMSTEN[Uitkomst(gegevens["uitkomst"])],
    }


def _toegekend(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Toegekend: %(bedrag)s uit het geld van %(jaar)s.") % {
        "bedrag": euro(gegevens["bedrag_eurocent"]),
        "jaar": gegevens["jaar"],
    }


def _besloten(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    naam = str(BESLUITEN[Besluit(gegevens["besluit"])]).partition(":")[0]
    return _("Besloten: %(besluit)s. Uitgegeven: %(bedrag)s.") % {
        "besluit": naam,
        "bedrag": euro(gegevens["besteed_eurocent"]),
    }


def _verdeeld(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Budget van %(jaar)s verdeeld over %(dorpen)s dorpen: %(bedrag)s.") % {
        "jaar": gegevens["jaar"],
        "dorpen": gegevens["dorpen"],
        "bedrag": euro_centen(gegevens["eurocent"]),
    }


def _geboekt(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Uitgave geboekt: %(bedrag)s.") % {"bedrag": euro_centen(gegevens["eurocent"])}


ZINNEN: dict[str, stekkers.Zin] = {
    events.InitiatiefIngediend.soort: vaste_zin(gettext_lazy("Initiatief ingeschreven.")),
    events.InitiatiefGewijzigd.soort: vaste_zin(gettext_lazy("Initiatief gewijzigd.")),
    events.VoorwaardeGetoetst.soort: _getoetst,
    events.InitiatiefToegekend.soort: _toegekend,
    events.InitiatiefAfgewezen.soort: vaste_zin(gettext_lazy("Initiatief afgewezen.")),
    events.EvaluatieGehouden.soort: vaste_zin(gettext_lazy("Evaluatie gehouden.")),
    events.EvaluatieTeruggenomen.soort: vaste_zin(gettext_lazy("Evaluatie teruggenomen.")),
    events.InitiatiefBesloten.soort: _besloten,
    events.InitiatiefHeropend.soort: vaste_zin(gettext_lazy("Laatste stap teruggenomen.")),
    events.DorpsbudgetVerdeeld.soort: _verdeeld,
    events.DorpsuitgaveGeboekt.soort: _geboekt,
    events.DorpsuitgaveIngetrokken.soort: vaste_zin(gettext_lazy("Uitgave ingetrokken.")),
}

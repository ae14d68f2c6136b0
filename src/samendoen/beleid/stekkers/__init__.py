"""What beleid plugs in."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.beleid import events
from samendoen.beleid.actions import rapport_intrekking
from samendoen.beleid.models.agenda import ASPECTEN, KLEUREN
from samendoen.beleid.rules import Aspect, Kleur
from samendoen.beleid.stekkers import begroting, initiatief, jaar, markt, raad, verhaal
from samendoen.kernel import stekkers
from samendoen.kernel.api import Permissie
from samendoen.schil.api import euro

# After the figures: who makes policy begins with what is counted.
NAVIGATIE = stekkers.Navigatiepunt(gettext_lazy("Koers"), "koers", Permissie.BELEID_ZIEN, 70)


def meld_aan() -> None:
    """Fill the stekkers of this context."""
    stekkers.navigatie.meld_aan("koers", NAVIGATIE)
    for onderwerp, naam in _PAGINAS.items():
        stekkers.adres.meld_aan(onderwerp, _adres(naam))
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)
    begroting.meld_aan()
    jaar.meld_aan()
    verhaal.meld_aan()
    markt.meld_aan()
    initiatief.meld_aan()
    rapport_intrekking.meld_aan()
    raad.meld_aan()


_PAGINAS = {
    events.DOELSTELLING: "koers_doel",
    events.ACTIVITEIT: "koers_activiteit",
    events.LEZING: "koers_lezing",
    events.RAPPORT: "koers_rapport_blad",
}


def _adres(naam: str) -> stekkers.Adres:
    def geef(onderwerp_id: int) -> str:
        return reverse(naam, args=[onderwerp_id])

    return geef


def _ingelezen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Plan ingelezen: %(doelen)s doelen en %(activiteiten)s activiteiten.") % gegevens


def _stand(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    zin = _("Voorbeeldlicht voor %(aspect)s: %(kleur)s.") if gegevens["synthetisch"] else ""
    return (zin or _("Licht voor %(aspect)s: %(kleur)s.")) % {
        "aspect": ASPECTEN[Aspect(gegevens["aspect"])],
        "kleur": KLEUREN[Kleur(gegevens["kleur"])],
    }


def _verantwoording(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Verantwoording gewijzigd.")


def _indicator(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    if gegevens["indicator"] is None:
        return _("Indicator losgemaakt.")
    return _("Indicator gekoppeld: %(code)s.") % {"code": gegevens["indicator"]}


def _losgemaakt(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Indicator losgemaakt: %(code)s.") % {"code": gegevens["indicator"]}


def _besteding(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Besteed in %(jaar)s: %(bedrag)s.") % {
        "jaar": gegevens["jaar"],
        "bedrag": euro(gegevens["besteed_eurocent"]),
    }


def _gelezen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Document gelezen: %(doelen)s doelen, %(activiteiten)s activiteiten.") % gegevens


def _verbeterd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    zin = _("Activiteit %(doel)s.%(activiteit)s weggelaten.") if gegevens["weglaten"] else ""
    return (zin or _("Activiteit %(doel)s.%(activiteit)s verbeterd.")) % gegevens


def _overgenomen(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Overgenomen in het plan.")


def _weggelegd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Weggelegd; het plan is niet veranderd.")


def _rapport(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Rapport gemaakt: %(soort)s van %(plan)s.") % {
        "soort": gegevens["rapportsoort"],
        "plan": gegevens["plan"],
    }


def _gepubliceerd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Rapport gepubliceerd: de raad kan het lezen.")


def _verbetering(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("Verbeterde versie gemaakt van een eerder rapport.")


def _vernietigd(gegevens: Mapping[str, Any], inhoud: Mapping[str, str]) -> str:
    return _("De bestanden van dit rapport zijn vernietigd.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.PlanGeimporteerd.soort: _ingelezen,
    events.StandGezet.soort: _stand,
    events.VerantwoordingGewijzigd.soort: _verantwoording,
    events.IndicatorGekoppeld.soort: _indicator,
    events.RapportGemaakt.soort: _rapport,
    events.RapportGepubliceerd.soort: _gepubliceerd,
    events.RapportVerbeterd.soort: _verbetering,
    events.RapportVernietigd.soort: _vernietigd,
    events.BestedingGeboekt.soort: _besteding,
    events.DocumentGelezen.soort: _gelezen,
    events.LezingVerbeterd.soort: _verbeterd,
    events.LezingOvergenomen.soort: _overgenomen,
    events.LezingWeggelegd.soort: _weggelegd,
    events.IndicatorLosgemaakt.soort: _losgemaakt,
    events.VerantwoordingAangeboden.soort: stekkers.vaste_zin(gettext_lazy("Verantwoording aangeboden.")),
    events.VerantwoordingGoedgekeurd.soort: stekkers.vaste_zin(gettext_lazy("Verantwoording goedgekeurd.")),
    events.VerantwoordingTeruggestuurd.soort: stekkers.vaste_zin(
        gettext_lazy("Verantwoording teruggestuurd.")
    ),
    events.VerantwoordingIngetrokken.soort: stekkers.vaste_zin(
        gettext_lazy("Aangeboden verantwoording ingetrokken.")
    ),
    events.VerantwoordingVerlopen.soort: stekkers.vaste_zin(
        gettext_lazy("Aangeboden verantwoording verlopen: zij is gewijzigd.")
    ),
    events.PublicatieTeruggehaald.soort: stekkers.vaste_zin(
        gettext_lazy("Publicatie van de verantwoording teruggehaald.")
    ),
    events.RegelToegevoegd.soort: stekkers.vaste_zin(gettext_lazy("Regel van het plan toegevoegd.")),
    events.RegelGewijzigd.soort: stekkers.vaste_zin(gettext_lazy("Regel van het plan gewijzigd.")),
    events.RegelVerplaatst.soort: stekkers.vaste_zin(gettext_lazy("Regel van het plan verplaatst.")),
    events.RegelBeeindigd.soort: stekkers.vaste_zin(gettext_lazy("Regel van het plan beëindigd.")),
    events.RegelHersteld.soort: stekkers.vaste_zin(gettext_lazy("Regel van het plan hersteld.")),
    events.RapportdagGepland.soort: stekkers.vaste_zin(gettext_lazy("Rapportdag gepland.")),
    events.RapportdagVervallen.soort: stekkers.vaste_zin(gettext_lazy("Rapportdag vervallen.")),
}

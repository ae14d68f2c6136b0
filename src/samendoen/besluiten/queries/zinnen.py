"""The sentences by which events of decisions stand on a timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events
from samendoen.besluiten.models import UITKOMSTEN
from samendoen.besluiten.queries.aanbodzinnen import AANBODZINNEN
from samendoen.besluiten.queries.namen import aanbiedernaam, productnaam
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import Uitkomst
from samendoen.kernel.stekkers import Zin
from samendoen.schil.api import datum_lang

Gegevens = Mapping[str, Any]
Inhoud = Mapping[str, str]


def _vast(tekst: Any) -> Zin:
    """Return a sentence that is the same for every event of its kind."""

    def zin(gegevens: Gegevens, inhoud: Inhoud) -> str:
        return str(tekst)

    return zin


def _uitkomst(gegevens: Gegevens) -> str:
    return str(UITKOMSTEN[Uitkomst(gegevens["uitkomst"])]).lower()


def _dag(gegevens: Gegevens, veld: str) -> str:
    return datum_lang(date.fromisoformat(gegevens[veld]))


def _ingelezen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Catalogus ingelezen: %(producten)s producten en %(aanbieders)s aanbieders.") % gegevens


def _gedaan(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Aangevraagd: %(product)s.") % {"product": productnaam(gegevens["product"])}


def _advies(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Advies gegeven: %(uitkomst)s.") % {"uitkomst": _uitkomst(gegevens)}


def _genomen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["herziet"] is not None:
        return _("Nieuw besluit genomen dat het vorige vervangt: %(uitkomst)s.") % {
            "uitkomst": _uitkomst(gegevens)
        }
    return _("Besluit genomen: %(uitkomst)s.") % {"uitkomst": _uitkomst(gegevens)}


def _bekend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    zin = (
        _("Besluit bekendgemaakt, na de laatste dag van de termijn; bezwaar kan tot en met %(dag)s.")
        if gegevens["op_tijd"] is False
        else _("Besluit bekendgemaakt; bezwaar kan tot en met %(dag)s.")
    )
    return zin % {"dag": _dag(gegevens, "bezwaar_tot")}


def _toegekend(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {"product": productnaam(gegevens["product"]), "van": _dag(gegevens, "van")}
    return _("Toegekend: %(product)s vanaf %(van)s.") % woorden


def _herroepen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Voorziening vervangen of gestopt per %(dag)s.") % {"dag": _dag(gegevens, "per")}


def _toegewezen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Toegewezen aan %(naam)s.") % {"naam": aanbiedernaam(gegevens["aanbieder"])}


def _beeindigd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    dag = datum_lang(laatste_dag(date.fromisoformat(gegevens["tot"])))
    return _("Toewijzing beëindigd; laatste dag %(dag)s.") % {"dag": dag}


def _begonnen(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("De aanbieder meldt: begonnen op %(dag)s.") % {"dag": _dag(gegevens, "begin")}


def _gestopt(gegevens: Gegevens, inhoud: Inhoud) -> str:
    dag = datum_lang(laatste_dag(date.fromisoformat(gegevens["tot"])))
    return _("De aanbieder meldt: gestopt, laatste dag %(dag)s.") % {"dag": dag}


def _geboekt(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {"naam": aanbiedernaam(gegevens["aanbieder"]), "aantal": len(gegevens["producten"])}
    return _("Declaratie van %(naam)s geboekt: %(aantal)s regels.") % woorden


def _berichtenverkeer(gegevens: Gegevens, inhoud: Inhoud) -> str:
    naam = aanbiedernaam(gegevens["aanbieder"])
    if gegevens["vanaf"] is None:
        return _("Geen berichten meer met %(naam)s.") % {"naam": naam}
    dag = datum_lang(date.fromisoformat(gegevens["vanaf"]))
    return _("Berichten met %(naam)s vanaf %(dag)s.") % {"naam": naam, "dag": dag}


ZINNEN: dict[str, Zin] = {
    events.CatalogusIngelezen.soort: _ingelezen,
    events.AanvraagGedaan.soort: _gedaan,
    events.LangsKorteRoute.soort: _vast(gettext_lazy("Gevraagd langs een korte route.")),
    events.AanvraagIngetrokken.soort: _vast(gettext_lazy("Aanvraag ingetrokken.")),
    events.AdviesGegeven.soort: _advies,
    events.BesluitGenomen.soort: _genomen,
    events.BesluitMeegetekend.soort: _vast(gettext_lazy("Besluit meegetekend.")),
    events.BesluitTeruggenomen.soort: _vast(gettext_lazy("Besluit teruggenomen voordat het bekend was.")),
    events.BesluitBekendgemaakt.soort: _bekend,
    events.BesluitHerroepen.soort: _vast(gettext_lazy("Het vorige besluit geldt niet meer.")),
    events.VoorzieningToegekend.soort: _toegekend,
    events.VoorzieningHerroepen.soort: _herroepen,
    events.Toegewezen.soort: _toegewezen,
    events.ToewijzingBeeindigd.soort: _beeindigd,
    events.StartGemeld.soort: _begonnen,
    events.StopGemeld.soort: _gestopt,
    events.StartIngetrokken.soort: _vast(gettext_lazy("De aanbieder trok de melding van een start in.")),
    events.StopIngetrokken.soort: _vast(gettext_lazy("De aanbieder trok de melding van een stop in.")),
    events.DeclaratieGeboekt.soort: _geboekt,
    events.BerichtenverkeerGezet.soort: _berichtenverkeer,
    **AANBODZINNEN,
}

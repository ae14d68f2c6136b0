"""The sentences by which events of decisions stand on a timeline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.besluiten import events
from samendoen.besluiten.events.betaling import BetalingIngetrokken, DeclaratieBetaald
from samendoen.besluiten.models import REDENEN, UITKOMSTEN, VERANDERINGEN, WIJZEN
from samendoen.besluiten.queries.aanbodzinnen import AANBODZINNEN
from samendoen.besluiten.queries.namen import aanbiedernaam, productnaam
from samendoen.besluiten.queries.woorden import laatste_dag
from samendoen.besluiten.rules import Toewijzingswijze, Uitkomst
from samendoen.besluiten.rules.wijziging import Reden, Verandering
from samendoen.kernel.stekkers import Zin
from samendoen.schil.api import datum_lang, euro_centen

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
        return _("Nieuw besluit genomen: %(uitkomst)s.") % {"uitkomst": _uitkomst(gegevens)}
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


def _besloten(gegevens: Gegevens, inhoud: Inhoud) -> str:
    woorden = {
        "wat": str(VERANDERINGEN[Verandering(gegevens["verandering"])]).lower(),
        "dag": _dag(gegevens, "per"),
    }
    if gegevens["reden"] is None:
        return _("Er komt geen %(wat)s.") % woorden
    reden = str(REDENEN[Reden(gegevens["reden"])])
    return _("Besloten: %(wat)s per %(dag)s (%(reden)s).") % {
        **woorden,
        "reden": f"{reden[:1].lower()}{reden[1:]}",
    }


def _wijze(gegevens: Gegevens, inhoud: Inhoud) -> str:
    wijze = str(WIJZEN[Toewijzingswijze(gegevens["wijze"])])
    return _("Wat de aanbieder hoort: %(wijze)s.") % {"wijze": f"{wijze[:1].lower()}{wijze[1:]}"}


def _herbeoordeling(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["op"] is None:
        return _("Er is geen herbeoordeling meer gepland.")
    return _("Herbeoordeling gepland op %(dag)s.") % {"dag": _dag(gegevens, "op")}


def _voorziening_gewijzigd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["tot"] is None:
        return _("Voorziening gewijzigd.")
    dag = datum_lang(laatste_dag(date.fromisoformat(gegevens["tot"])))
    return {
        Verandering.VERLENGING: _("Voorziening verlengd tot en met %(dag)s."),
        Verandering.WIJZIGING: _("Voorziening gewijzigd; laatste dag %(dag)s."),
        Verandering.BEEINDIGING: _("Voorziening beëindigd; laatste dag %(dag)s."),
    }[Verandering(gegevens["verandering"])] % {"dag": dag}


def _toewijzing_gewijzigd(gegevens: Gegevens, inhoud: Inhoud) -> str:
    if gegevens["tot"] is None:
        return _("Toewijzing gewijzigd, zonder einddatum.")
    dag = datum_lang(laatste_dag(date.fromisoformat(gegevens["tot"])))
    return _("Toewijzing gewijzigd; laatste dag %(dag)s.") % {"dag": dag}


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


def _betaald(gegevens: Gegevens, inhoud: Inhoud) -> str:
    return _("Betaald: %(bedrag)s.") % {"bedrag": euro_centen(gegevens["eurocent"])}


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
    events.BesluitGewijzigd.soort: _vast(gettext_lazy("Dit besluit is gewijzigd door een later besluit.")),
    events.VoorzieningGewijzigd.soort: _voorziening_gewijzigd,
    events.VoorzieningHerroepen.soort: _herroepen,
    events.ToewijzingswijzeGekozen.soort: _wijze,
    events.HerbeoordelingGepland.soort: _herbeoordeling,
    events.WijzigingBesloten.soort: _besloten,
    events.WijzigingGevraagd.soort: _vast(
        gettext_lazy("Gevraagd om een voorziening te verlengen of te wijzigen.")
    ),
    events.Toegewezen.soort: _toegewezen,
    events.ToewijzingBeeindigd.soort: _beeindigd,
    events.ToewijzingGewijzigd.soort: _toewijzing_gewijzigd,
    events.StartGemeld.soort: _begonnen,
    events.StopGemeld.soort: _gestopt,
    events.StartIngetrokken.soort: _vast(gettext_lazy("De aanbieder trok de melding van een start in.")),
    events.StopIngetrokken.soort: _vast(gettext_lazy("De aanbieder trok de melding van een stop in.")),
    events.DeclaratieGeboekt.soort: _geboekt,
    DeclaratieBetaald.soort: _betaald,
    BetalingIngetrokken.soort: _vast(gettext_lazy("Een betaling ingetrokken die niet klopte.")),
    events.BerichtenverkeerGezet.soort: _berichtenverkeer,
    **AANBODZINNEN,
}

"""The list of indicators with their newest figure, by level."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samendoen.cijfers import definities
from samendoen.cijfers.definities import Extern, Indicator
from samendoen.cijfers.queries.kruis import NIETS, celtekst, naamtekst
from samendoen.cijfers.queries.metingen import (
    Metingwaarde,
    alle_metingen,
    eigen_meting,
    getaltekst,
    periodetekst,
)
from samendoen.cijfers.queries.tabellen import Rij, Stand, Tabel, naam_van, stand, tabel_uit
from samendoen.cijfers.rules.uitdrukking import PERIODEDELEN, Sleutel
from samendoen.kernel.api import Actor, Domeinfout

NIVEAUS = {
    "input": gettext_lazy("Inzet (input)"),
    "throughput": gettext_lazy("Verloop (throughput)"),
    "output": gettext_lazy("Resultaat (output)"),
    "outcome": gettext_lazy("Effect (outcome)"),
}
RICHTINGEN = {
    "hoger": gettext_lazy("Hoger is beter."),
    "lager": gettext_lazy("Lager is beter."),
    "geen": gettext_lazy("Hoger of lager is hier niet goed of slecht."),
}
NIET_ERIN = {"feit_niet_vastgezet", "kolom_niet_vastgezet", "niet_in_publicatie"}
"""Why a day holds no figure of an indicator."""
UITSPLITSINGEN = {
    "jaar": gettext_lazy("Jaar"),
    "kwartaal": gettext_lazy("Kwartaal"),
    "maand": gettext_lazy("Maand"),
}


def uitsplitsingsnaam(naam: str) -> str:
    """Return the heading of a breakdown."""
    return str(UITSPLITSINGEN.get(naam) or naam.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Groep:
    """The indicators of one level, as dicts of ready strings."""

    niveau: str
    naam: str
    rijen: tuple[dict[str, str], ...]


def overzicht(door: Actor, peildatum: date, zoek: str = "") -> tuple[Groep, ...]:
    """Return the indicators with their newest figure on a day, by level; only those with all words of `zoek`.

    Who gets what was published sees what is published at all. What the day does not hold leaves the figure
    open. What others measured stands among it.
    """
    van = stand(door, peildatum)
    alle = [i for i in definities.indicatoren().values() if i.openbaar or van.publicatie is None]
    gevonden = [_rij(van, i) for i in alle if past_bij(i, zoek)]
    metingen = alle_metingen()
    gevonden += [_extern(i, metingen) for i in definities.externe_indicatoren().values() if past_bij(i, zoek)]
    gevonden.sort(key=lambda rij: rij["naam"].casefold())
    groepen = (
        Groep(niveau, str(naam), tuple(rij for rij in gevonden if rij["niveau"] == niveau))
        for niveau, naam in NIVEAUS.items()
    )
    return tuple(groep for groep in groepen if groep.rijen)


def past_bij(indicator: Indicator | Extern, zoek: str) -> bool:
    """Tell whether every word is in the code, name or sentence of an indicator."""
    tekst = f"{indicator.code} {indicator.naam} {indicator.zin}".casefold()
    return all(woord in tekst for woord in zoek.casefold().split())


def _rij(van: Stand, indicator: Indicator) -> dict[str, str]:
    waarde, periode = nieuwste_uit(van, indicator)
    return {
        "code": indicator.code,
        "naam": indicator.naam,
        "niveau": indicator.niveau,
        "waarde": waarde,
        "eenheid": indicator.eenheid,
        "periode": periode,
    }


def _extern(indicator: Extern, metingen: Sequence[Metingwaarde]) -> dict[str, str]:
    waarde, periode = elders_gemeten(indicator, metingen)
    return {
        "code": indicator.code,
        "naam": indicator.naam,
        "niveau": indicator.niveau,
        "waarde": waarde,
        "eenheid": indicator.eenheid,
        "periode": periode,
    }


def elders_gemeten(indicator: Extern, metingen: Sequence[Metingwaarde] | None = None) -> tuple[str, str]:
    """Return the newest figure that others measured in this municipality and its period; open without one.

    One that is hard to believe has a star: its page says why.
    """
    laatste = eigen_meting(indicator.code, metingen)
    if laatste is None:
        return NIETS, NIETS
    ster = " *" if laatste.twijfels else ""
    wanneer = _("%(jaar)s, elders gemeten") % {"jaar": periodetekst(laatste)}
    return f"{laatste.woordelijk or getaltekst(laatste.waarde)}{ster}", wanneer


def nieuwste_van(door: Actor, indicator: Indicator, peildatum: date) -> tuple[str, str]:
    """Return the figure of the newest period of an indicator on a day, and that period.

    Of a distribution its part `uitgelicht`. Both are open when that day holds none.
    """
    return nieuwste_uit(stand(door, peildatum), indicator)


def nieuwste_uit(van: Stand, indicator: Indicator) -> tuple[str, str]:
    """Return what `nieuwste_van` does, of a day that was authorised."""
    try:
        return _nieuwste(van, indicator)
    except Domeinfout as fout:
        if fout.fout not in NIET_ERIN:
            raise
        return NIETS, NIETS


def _nieuwste(van: Stand, indicator: Indicator) -> tuple[str, str]:
    gevraagd = per_periode(van, indicator)
    if gevraagd is None:
        return _zonder_periode(van, indicator)
    tabel, rijen = gevraagd
    perioden = [rij.namen[-1] for rij in rijen if rij.namen[-1] is not None]
    laatste = max(perioden, key=str, default=None)
    rijen = [rij for rij in rijen if laatste is not None and rij.namen[-1] == laatste]
    if not rijen:
        return NIETS, NIETS
    wanneer = naamtekst(laatste, tabel.per[-1], indicator, tabel.peildatum)
    return met_naam(rijen[0], tabel), wanneer


def per_periode(van: Stand, indicator: Indicator) -> tuple[Tabel, list[Rij]] | None:
    """Return the table of an indicator's periods and their figures (of a distribution its part `uitgelicht`).

    None when its table has no periods, or no totals of them.
    Published totals are as they went out; different people do not add up, so of them there are none.
    """
    maat = indicator.maat
    periode = next((naam for naam in indicator.weergave.per if naam in PERIODEDELEN), None)
    if periode is None or (isinstance(maat, definities.Uniek) and van.publicatie is not None):
        return None
    if not isinstance(maat, definities.Verdeling):
        tabel = tabel_uit(van, indicator, [periode])
        return tabel, list(tabel.rijen)
    tabel = tabel_uit(van, indicator, [maat.kolom, periode])
    naam = naam_van(indicator, maat.kolom)(maat.uitgelicht)
    per: dict[Sleutel, list[Rij]] = {}
    for rij in tabel.rijen:
        per.setdefault(rij.namen[1], []).append(rij)
    return tabel, [deel for rijen in per.values() for deel in _uitgelicht(rijen, naam)]


def _zonder_periode(van: Stand, indicator: Indicator) -> tuple[str, str]:
    """Return the total of a table without periods."""
    maat = indicator.maat
    if isinstance(maat, definities.Uniek) and van.publicatie is not None:
        return NIETS, NIETS
    if not isinstance(maat, definities.Verdeling):
        tabel = tabel_uit(van, indicator, [])
        return celtekst(tabel.rijen[0], tabel), NIETS
    tabel = tabel_uit(van, indicator, [maat.kolom])
    rijen = _uitgelicht(tabel.rijen, naam_van(indicator, maat.kolom)(maat.uitgelicht))
    return (met_naam(rijen[0], tabel) if rijen else NIETS), NIETS


def met_naam(rij: Rij, tabel: Tabel) -> str:
    """Return a figure; that of a part of a distribution with the part's name."""
    voor = f"{rij.namen[0]}: " if isinstance(tabel.indicator.maat, definities.Verdeling) else ""
    return voor + celtekst(rij, tabel)


def _uitgelicht(rijen: Sequence[Rij], naam: Sleutel) -> list[Rij]:
    """Return the part with this name; when no row has it, none of the whole."""
    deel = [rij for rij in rijen if rij.namen[0] == naam]
    heel = [rij for rij in rijen if rij.noemer]
    if deel or not heel:
        return deel
    return [replace(heel[0], namen=(naam, *heel[0].namen[1:]), waarde=0, teller=0)]
